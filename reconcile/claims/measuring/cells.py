"""Figures in tables: a figure beside the name of a part counts that part, one beside "Total" the whole."""

from __future__ import annotations

from collections.abc import Iterable

from reconcile.language.lexicon import Entry, Houses, TableSpec, load
from reconcile.language.tokens import folded_words
from reconcile.model.change import evolve
from reconcile.model.claim import Claim, Scope
from reconcile.model.text import Article, Region

TOTALS = TableSpec("table_totals", "total", Entry)


def narrowed(claims: Iterable[Claim], article: Article, houses: Houses = ()) -> list[Claim]:
    """The claims, those in a labelled cell of a table narrowed to what the heading of their row names."""
    cells = [r for r in article.regions if r.kind == "table" and r.label]
    if not cells:
        return list(claims)
    return [_narrowed(c, cells, houses) for c in claims]


def check_examples(houses: Houses = ()) -> list[str]:
    """What is wrong with the table's own examples, one message each."""
    faults = []
    for entry in load(TOTALS, houses):
        wrong = [e.text for e in entry.examples if not _is_total(e.text, houses)]
        wrong += [text for text in entry.counter if _is_total(text, houses)]
        faults += [f"table_totals.toml:{entry.line}: {text!r} is read the other way" for text in wrong]
    return faults


def _narrowed(claim: Claim, cells: list[Region], houses: Houses) -> Claim:
    span = claim.mention.span
    label = next((r.label for r in cells if r.part == span.part and r.start <= span.start < r.end), "")
    if not label or _is_total(label, houses):
        return claim
    population = " ".join(folded_words(label))
    return evolve(claim, scope=Scope.PART, population=claim.population or population)


def _is_total(label: str, houses: Houses) -> bool:
    words = [w for w in folded_words(label) if w[0].isalnum()]
    return any(folded_words(phrase) == words for entry in load(TOTALS, houses) for phrase in entry.phrases)
