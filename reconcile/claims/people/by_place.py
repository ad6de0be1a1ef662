"""Counts listed by place: "11 were killed: seven in Halden County and four in Breck" gives two parts of the dead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from reconcile.claims.places import PLACE_CATEGORIES
from reconcile.language.analysis import Analysis
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.quantities import QuantityMention
from reconcile.language.quantity_values import PERSON
from reconcile.model.change import evolve
from reconcile.model.claim import Claim, Scope, Status
from reconcile.model.text import Part

FIRST_REACH = 6  # tokens between the first figure and "in" ("seven of the victims died in")
NEXT_REACH = 1  # the same for those that follow it ("four in", "five died in")
NAME_REACH = 5  # tokens between "in" and the name ("in the county of Halden")
LEAST = 2  # figures that make a list
_MARKS = frozenset(',;:.()"“”–—')
_OPENS = frozenset(",;–—")


@frozen
class _Member:
    """A figure of a list by place: its place among the figures, its claim, and where it is of."""

    at: int
    claim: Claim
    place: str


def with_places(claims: Sequence[Claim], parts: Mapping[Part, Analysis], houses: Houses = ()) -> list[Claim]:
    """The claims of one article; in a list by place each figure is a part of what the first, or all of them, count."""
    by_start = {(c.mention.span.part, c.mention.span.start): c for c in claims}
    changed: dict[str, Claim] = {}
    for part, analysis in parts.items():
        for span in analysis.sentences:
            figures = analysis.between(analysis.quantities, *span)
            if len(figures) < LEAST:
                continue
            told = [by_start.get((part, f.start)) for f in figures]
            for run in _runs(analysis, figures, told, houses):
                changed |= {c.id: c for c in _listed(run, told, houses)}
    return [changed.get(c.id, c) for c in claims]


def _runs(
    analysis: Analysis, figures: Sequence[QuantityMention], told: Sequence[Claim | None], houses: Houses
) -> Iterator[list[_Member]]:
    """Two or more figures in a row that each stand before their place; none but the first says what it counts."""
    run: list[_Member] = []
    for at, (figure, claim) in enumerate(zip(figures, told, strict=True)):
        follows = bool(run) and run[-1].at == at - 1 and _is_next(analysis, figure, figures[at - 1], houses)
        stop = figures[at + 1].first if at + 1 < len(figures) else len(analysis.tokens)
        place = _place(analysis, figure, stop, follows, houses) if claim is not None else ""
        if claim is None or not place or not follows or place in {m.place for m in run}:
            if len(run) > 1:
                yield run
            run = []
        if claim is not None and place:
            run.append(_Member(at, claim, place))
    if len(run) > 1:
        yield run


def _is_next(analysis: Analysis, figure: QuantityMention, before: QuantityMention, houses: Houses) -> bool:
    """True for "71" and, behind "85 people in Golaghat", for "71 people"."""
    one, two = before.quantity, figure.quantity
    like = (two.unit, two.counted) in ((None, None), (one.unit, one.counted))
    return like and analysis.tokens.words[figure.first - 1] in _OPENS | word_classes(houses)["coordination"]


def _place(analysis: Analysis, figure: QuantityMention, stop: int, follows: bool, houses: Houses) -> str:
    """The name behind "in", close behind the figure and in its clause, without "County" and the like."""
    words, classes = analysis.tokens.words, word_classes(houses)
    last = min(stop, figure.last + (NEXT_REACH if follows else FIRST_REACH) + 1)
    clause = next((i for i in range(figure.last, last) if words[i] in _MARKS), last)
    link = next((i for i in range(figure.last, clause) if words[i] in classes["locative"]), None)
    if link is None:
        return ""
    near = analysis.between(analysis.names, link + 1, min(stop, link + 1 + NAME_REACH))
    name = next((n for n in near if n.category in PLACE_CATEGORIES), None)
    if name is None or not _MARKS.isdisjoint(words[link : name.first]):
        return ""
    kept = [w for w in name.canonical.split() if w not in classes["part-of-country"]]
    return " ".join(kept) or name.canonical


def _listed(run: Sequence[_Member], told: Sequence[Claim | None], houses: Houses) -> Iterator[Claim]:
    """The claims of a list as parts of what its first figure counts, or of the whole named before it."""
    first = run[0].claim
    whole = next((c for c in reversed(told[: run[0].at]) if c is not None and _tells(c)), None)
    if whole is not None and whole.quantity.value <= max(m.claim.quantity.value for m in run):
        whole = None
    source = first if _tells(first) else whole
    if source is None or source.note or any(m.claim.note for m in run):
        return
    unit = source.quantity.unit
    for member in run:
        value = member.claim.quantity if member.claim.quantity.unit else evolve(member.claim.quantity, unit=unit)
        status = source.status if member.claim.status is Status.STATED else member.claim.status
        yield evolve(
            member.claim,
            value=value,
            measure=source.measure,
            population=member.place,
            scope=Scope.PART,
            status=status,
            frame=source.frame,
        )


def _tells(claim: Claim) -> bool:
    """True where the measure is more than the noun or unit that is counted."""
    quantity = claim.quantity
    return claim.measure not in ("", PERSON, quantity.unit, quantity.head) and quantity.unit in (None, PERSON)
