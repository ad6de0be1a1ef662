"""Runs the examples and counter-examples of happenings.toml: what each text's date dates."""

from __future__ import annotations

from reconcile.claims.dates import date_claims
from reconcile.claims.happenings.happening_table import SPEC
from reconcile.language.analysis import analyse
from reconcile.language.lexicon import Houses, load
from reconcile.model.claim import Frame
from reconcile.model.text import Article


def check_examples(houses: Houses = ()) -> list[str]:
    """What the table promises in its examples and does not keep; empty where all is well."""
    failures = []
    for entry in load(SPEC, houses):
        where = f"{entry.begins}: {entry.id}"
        for example in entry.examples:
            got = _dated(example.text, houses)
            if example.reading not in got:
                failures.append(f"{where}: {example.text!r} dates {got}, not {example.reading!r}")
        for text in entry.counter:
            if entry.id in _dated(text, houses):
                failures.append(f"{where}: {text!r} must not date it")
    return failures


def _dated(text: str, houses: Houses) -> list[str]:
    article = Article("example", text)
    return [c.measure for c in date_claims(article, {"body": analyse(text, None, houses)}, Frame(), houses)]
