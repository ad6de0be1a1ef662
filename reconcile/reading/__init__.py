"""Reading: every input a newsroom has becomes articles, and every fault in it a problem."""

from reconcile.reading.inputs import (
    WORTH_SHARING,
    Input,
    Reading,
    ReadOptions,
    find_inputs,
    gather,
    inputs,
    read,
    read_input,
)

__all__ = ["WORTH_SHARING", "Input", "ReadOptions", "Reading", "find_inputs", "gather", "inputs", "read", "read_input"]
