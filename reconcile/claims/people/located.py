"""Shares told by where they are: "61 incidents are known. Thirty-eight were in Norland", "90 of them in Norland"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reconcile.claims.places import PLACE_CATEGORIES
from reconcile.language.analysis import Analysis
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.quantities import QuantityMention
from reconcile.language.quantity_values import PERSON
from reconcile.model.change import evolve
from reconcile.model.claim import UNNAMED, Claim, Scope, Status
from reconcile.model.text import Part

_SOME = frozenset({"", UNNAMED})  # populations of a share that its text does not name
_NAME_REACH = 3  # tokens from "in" to the name of the place


def with_located(claims: Sequence[Claim], parts: Mapping[Part, Analysis], houses: Houses = ()) -> list[Claim]:
    """The claims of one article; a bare number told to be in a place is that place's part of what is counted before."""
    by_start = {(c.mention.span.part, c.mention.span.start): c for c in claims}
    changed: dict[str, Claim] = {}
    for part, analysis in parts.items():
        told = [by_start.get((part, q.start)) for q in analysis.quantities]
        for at, claim in enumerate(told):
            if claim is None or not _is_bare_share(claim, analysis, analysis.quantities[at], houses):
                continue
            place = _place(analysis, analysis.quantities[at], houses)
            whole = _whole(analysis, told, at) if place else None
            if whole is not None:
                changed[claim.id] = _part_of(claim, whole, place)
    return [changed.get(c.id, c) for c in claims]


def _is_bare_share(claim: Claim, analysis: Analysis, figure: QuantityMention, houses: Houses) -> bool:
    """True for a number alone, and for "90 of them", that tells no place or group yet."""
    bare = claim.quantity.counted is None and claim.quantity.unit is None
    bare = bare or _told_at(analysis, figure, houses) > figure.number_last
    return bare and claim.status is Status.STATED and not claim.note and not claim.where and claim.population in _SOME


def _told_at(analysis: Analysis, figure: QuantityMention, houses: Houses) -> int:
    """The token behind the number and "of them"."""
    classes, at = word_classes(houses), figure.number_last
    of_them = " ".join(analysis.tokens.words[at : at + 2]) in classes["of-these"] | classes["of-those-told"]
    return at + 2 if of_them else at


def _place(analysis: Analysis, figure: QuantityMention, houses: Houses) -> str:
    """The canonical name behind "of them in" or "were in", right behind the number; "" where none stands there."""
    words, classes, at = analysis.tokens.words, word_classes(houses), _told_at(analysis, figure, houses)
    at += 1 if words[at : at + 1] and words[at] in classes["is-placed"] else 0
    if at == figure.number_last:
        return ""  # "all 1,240 at the Radom plant" are all of those there
    if not words[at : at + 1] or words[at] not in classes["located-by"]:
        return ""
    near = analysis.between(analysis.names, at + 1, at + _NAME_REACH)
    name = next((n for n in near if n.category in PLACE_CATEGORIES), None)
    return name.canonical if name is not None else ""


def _whole(analysis: Analysis, told: Sequence[Claim | None], at: int) -> Claim | None:
    """The nearest greater count that stands before, in the sentence or the one before it."""
    here = analysis.sentence_of(analysis.quantities[at].first)
    share = told[at]
    for before in range(at - 1, -1, -1):
        one = told[before]
        if here - analysis.sentence_of(analysis.quantities[before].first) > 1 or share is None:
            return None
        if one is not None and _is_whole(one) and one.quantity.value > share.quantity.value:
            return one
    return None


def _is_whole(claim: Claim) -> bool:
    told = claim.scope is Scope.WHOLE and claim.status is Status.STATED and not claim.period and bool(claim.measure)
    return told and not claim.where and not claim.note and claim.quantity.unit in (None, PERSON)


def _part_of(claim: Claim, whole: Claim, place: str) -> Claim:
    value = evolve(claim.quantity, unit=whole.quantity.unit)
    return evolve(
        claim,
        value=value,
        measure=whole.measure if claim.measure in ("", claim.quantity.head) else claim.measure,
        population="",
        scope=Scope.PART,
        where=frozenset({place}),
        said_in=frozenset({place}),
        frame=whole.frame,
        local=True,
    )
