"""Counts of one camp, hospital or district beside that of all: "The Luva camp has notified 940 cases", of 6,872."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal

from reconcile.claims.measuring.continued import LESSER
from reconcile.claims.measuring.dynamics import Moves, moves
from reconcile.claims.measuring.measure_table import is_among
from reconcile.claims.places import PLACE_CATEGORIES
from reconcile.language.analysis import Analysis
from reconcile.language.dimensions import is_money
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.names import NameMention
from reconcile.language.quantities import QuantityMention
from reconcile.language.quantity_values import PERSON
from reconcile.model.change import evolve
from reconcile.model.claim import UNNAMED, Claim, Kind, Scope, Status
from reconcile.model.text import Part

REACH = 12  # tokens between a place and the figure it counts ("site for displaced persons has so far notified")
BEHIND = 4  # tokens from a figure to the place it is of ("99 schools are closed in the Luva district")
MANIFOLD = 2  # times as high as the count of the one place told is that of all, and no rival count of the place
KIND = 4  # tokens behind "in Luva" in which it is called a camp ("in Luva, the largest camp")
_SOME = frozenset({"", UNNAMED, LESSER})
_BREAKS = frozenset(";.")
Figures = Mapping[tuple[Part, int], QuantityMention]


def with_local_counts(claims: Sequence[Claim], parts: Mapping[Part, Analysis], houses: Houses = ()) -> list[Claim]:
    """The claims of one article; what one named camp, hospital or district counts is of that place.

    Only where the article has a higher count of the same that is of no such place: in a story about one district,
    what the district counts is the whole, and a rival count of the same event is seldom twice as high.
    """
    told = [c for c in claims if _is_count(c, houses)]
    if not told:
        return list(claims)
    figures: Figures = {(part, q.start): q for part, analysis in parts.items() for q in analysis.quantities}
    places = {c.id: p for c in told if (p := _place(c, figures, parts, houses))}
    if not places:
        return list(claims)
    rest: dict[tuple[str, str], set[Decimal]] = defaultdict(set)
    for c in told:
        if c.id not in places and c.scope is Scope.WHOLE:
            rest[c.measure, c.period].add(c.quantity.value)
    most = {asked: max(values) for asked, values in rest.items()}
    counted: dict[str, set[str]] = defaultdict(set)
    for c in told:
        counted[c.measure] |= {places[c.id]} if c.id in places else set()
    own = {
        c.id: _of_place(c, places[c.id], len(counted[c.measure]) > 1, most.get((c.measure, c.period)))
        if (c.measure, c.period) in most
        else _of_hospital(c, places[c.id], most)
        for c in told
        if c.id in places and c.quantity.value not in rest[c.measure, c.period]
    }
    return [own.get(c.id, c) for c in claims]


def _is_count(claim: Claim, houses: Houses) -> bool:
    counts = claim.kind is Kind.FIGURE and claim.status is Status.STATED and not claim.note and claim.frame.main
    if not counts or not claim.measure or claim.population not in _SOME:
        return False
    unit = claim.quantity.unit
    return unit in (None, PERSON) or (moves(claim.measure, houses) is Moves.RISES and not is_money(unit))


def _of_place(claim: Claim, place: str, others: bool, most: Decimal | None) -> Claim:
    """The claim, restricted to its place beside a greater whole; `others` says that its measure counts more places."""
    least = claim.quantity.value * (1 if others else MANIFOLD)
    if claim.where - {place} or most is None or most <= least:
        return claim
    return evolve(claim, where=frozenset({place}), scope=Scope.PART, population="", local=True)


def _of_hospital(claim: Claim, place: str, most: Mapping[tuple[str, str], Decimal]) -> Claim:
    """ "21 were hurt. In the hospital of Luva were admitted 14": what befell some of those who were told before."""
    wider = [
        value
        for (measure, period), value in most.items()
        if period == claim.period and is_among(claim.measure, measure)
    ]
    return _of_place(claim, place, True, max(wider, default=None))


def _place(claim: Claim, figures: Figures, parts: Mapping[Part, Analysis], houses: Houses) -> str:
    """The canonical name of the place that the figure is of, "" where its sentence tells none or joins two."""
    part = claim.mention.span.part
    figure, analysis = figures.get((part, claim.mention.span.start)), parts[part]
    if figure is None:
        return ""
    first, last = analysis.sentences[analysis.sentence_of(figure.first)]
    names = [n for n in analysis.between(analysis.names, first, last) if n.category in PLACE_CATEGORIES]
    sites = [n for n in names if _is_site(analysis, n, houses)]
    behind = next((n for n in sites if figure.last < n.first <= figure.last + BEHIND), None)
    before = next((n for n in reversed(sites) if n.last <= figure.first), None)
    if behind is not None and _is_located(analysis, behind, houses):
        return behind.canonical
    if before is not None:
        return before.canonical if _reaches(analysis, before.last, figure) else ""
    return _opening(analysis, figure, first, houses)


def _opening(analysis: Analysis, figure: QuantityMention, first: int, houses: Houses) -> str:
    """ "Tessin province" at the head of a sentence, where the capital alone makes no name."""
    tokens, kinds = analysis.tokens, word_classes(houses)["counting-places"]
    named = figure.first > first + 1 and tokens.raw(first).istitle() and tokens.words[first + 1] in kinds
    plain = word_classes(houses)["definite"] | word_classes(houses)["indefinite"]
    opens = named and tokens.words[first] not in plain and _reaches(analysis, first + 1, figure)
    return tokens.words[first] if opens else ""


def _is_site(analysis: Analysis, name: NameMention, houses: Houses) -> bool:
    """ "The Luva camp", "the city of Luva", "in Luva, the largest camp"."""
    words, classes = analysis.tokens.words, word_classes(houses)
    kinds, before = classes["counting-places"], words[max(0, name.first - 2) : name.first]
    if words[name.last : name.last + 1] and words[name.last] in kinds:
        return True
    if len(before) > 1 and before[0] in kinds and before[1] in classes["of"]:
        return True
    apposed = words[name.last : name.last + 2]
    definite = len(apposed) > 1 and apposed[0] == "," and apposed[1] in classes["definite"]
    return definite and not kinds.isdisjoint(words[name.last + 2 : name.last + KIND])


def _is_located(analysis: Analysis, name: NameMention, houses: Houses) -> bool:
    classes = word_classes(houses)
    before = analysis.tokens.words[max(0, name.first - 2) : name.first]
    return bool(before) and (before[-1] in classes["locative"] or before[0] in classes["locative"])


def _reaches(analysis: Analysis, last: int, figure: QuantityMention) -> bool:
    """True where the figure stands close behind the place that ends at `last`, at most one other between them."""
    gap = analysis.tokens.words[last : figure.first]
    others = [q for q in analysis.between(analysis.quantities, last, figure.first) if q.checkable]
    return len(gap) <= REACH and _BREAKS.isdisjoint(gap) and len(others) <= 1
