"""Reading: every input a newsroom has becomes articles, and every fault in it a problem."""

from reconcile.reading.inputs import Reading, ReadOptions, find_inputs, gather, read, read_input

__all__ = ["ReadOptions", "Reading", "find_inputs", "gather", "read", "read_input"]
