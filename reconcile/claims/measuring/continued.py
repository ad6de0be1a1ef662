"""Figures that go on about what the one before them measured: "it stood at 118", "the union says 9,000"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reconcile.claims.tables import thing
from reconcile.language.analysis import Analysis
from reconcile.language.cast import ROLES
from reconcile.language.dimensions import dimension_of
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses, phrase_table
from reconcile.language.quantities import QuantityMention
from reconcile.language.quantity_values import PERSON
from reconcile.model.change import evolve
from reconcile.model.claim import Claim, Scope, Status
from reconcile.model.text import Part

DETERMINED = 3  # tokens before a noun in which its article stands ("the cumulative total")
VERB_REACH = 6  # tokens between the subject that stands for the measure and its figure
CUE_REACH = 2  # tokens between who says it and the figure ("put it at")
ALIKE = 4  # times, by which two counts of one total may differ
SUM_OF = 50  # times, by which a total may exceed a part
GAPPED = 4  # words that may name who says it
_ENDS = frozenset(",;.:-–—()\"'”’!?")


def with_continued(claims: Sequence[Claim], parts: Mapping[Part, Analysis], houses: Houses) -> list[Claim]:
    """The claims of one article; a figure that does not say what it measures takes the question before it.

    It does so where a pronoun or "the number" stands for that question, or where it is all that another voice says,
    and where the sentence, or else the one before it, puts one such question only.
    """
    by_start = {(c.mention.span.part, c.mention.span.start): c for c in claims}
    changed: dict[str, Claim] = {}
    for part, analysis in parts.items():
        places = [(i, by_start.get((part, q.start))) for i, q in enumerate(analysis.quantities)]
        known = {i: c for i, c in places if c is not None}
        for index, claim in known.items():
            overall = _is_overall(analysis, analysis.quantities[index], houses)
            source = _source(analysis, index, known, overall, houses)
            if source is not None:
                known[index] = changed[claim.id] = _asked_like(claim, source, overall)
    return [changed.get(c.id, c) for c in claims]


def _source(analysis: Analysis, index: int, known: Mapping[int, Claim], overall: bool, houses: Houses) -> Claim | None:
    """The claim whose question the figure takes up; None where it tells its own, or takes up none."""
    figure, claim = analysis.quantities[index], known[index]
    if claim.note or claim.where or claim.measure in word_classes(houses)["tells-term"]:
        return None
    if not _stands_for(analysis, figure, houses) and not (_is_bare(claim) and _other_voice(analysis, figure, houses)):
        return None
    source = _question(analysis, index, known, overall, houses)
    apart = source is not None and source.population and claim.population and source.population != claim.population
    return None if apart else source  # "twelve firefighters, against 30 for the police" are two groups


def _is_bare(claim: Claim) -> bool:
    return claim.measure in ("", claim.quantity.unit) and claim.quantity.counted is None


def _stands_for(analysis: Analysis, figure: QuantityMention, houses: Houses) -> bool:
    """True where the figure's subject is a word for the question before it: "it had come down to", "that figure is"."""
    words, classes = analysis.tokens.words, word_classes(houses)
    if figure.quantity.head or figure.quantity.counted:
        return False
    start = analysis.sentences[analysis.sentence_of(figure.first)][0]
    at = figure.first - 1
    while at >= max(start, figure.first - VERB_REACH) and words[at] in classes["goes-on"]:
        at -= 1
    if at < start or at == figure.first - 1:
        return False
    if words[at] in classes["taken-up-noun"]:
        return not classes["definite"].isdisjoint(words[max(start, at - DETERMINED) : at])
    moved = words[at] in classes["taken-up-by-verb"] and words[at + 1] in classes["change-to"] and at > start
    return words[at] in classes["taken-up"] or moved


def _other_voice(analysis: Analysis, figure: QuantityMention, houses: Houses) -> bool:
    """True where the figure is all that somebody says: "the union says 9,000", "police: 20"."""
    if _said_behind(analysis, figure, houses):
        return True
    words = analysis.tokens.words
    after = words[figure.last : figure.last + 1]
    if after and after[0] not in _ENDS and after[0] not in word_classes(houses)["coordination"]:
        return False
    if any(
        " ".join(words[max(0, figure.first - n) : figure.first]) in word_classes(houses)["arrives-at"]
        for n in (1, 2, 3)
    ):
        return True
    near = analysis.attributions_near(figure.first)
    cued = any(0 <= figure.first - a.last <= CUE_REACH and a.first < figure.first for a in near)
    return cued or _gapped(analysis, figure, houses)


def _said_behind(analysis: Analysis, figure: QuantityMention, houses: Houses) -> bool:
    """True for "250,000 …, against 68,000 for the police", "… and 68,000 according to the police"."""
    words, classes = analysis.tokens.words, word_classes(houses)
    before = words[max(0, figure.first - 1) : figure.first]
    if not before or before[0] not in classes["joining"] | classes["baseline"] | {",", ";"}:
        return False
    if any(a.first in (figure.last, figure.last + 1) for a in analysis.attributions_near(figure.first)):
        return True
    behind = figure.last
    if words[behind : behind + 1] and words[behind] in classes["holder-after"]:
        behind += 2 if not classes["definite"].isdisjoint(words[behind + 1 : behind + 2]) else 1
        role = phrase_table(ROLES, houses).at(analysis.tokens, behind)
        return role is not None and (role.end >= len(words) or words[role.end] in _ENDS)
    return False


def _gapped(analysis: Analysis, figure: QuantityMention, houses: Houses) -> bool:
    """True for "… and the union 9,000", "…; for the firm three": only who says it stands before it."""
    words, classes = analysis.tokens.words, word_classes(houses)
    end = figure.first - 1 if figure.first and words[figure.first - 1] == "," else figure.first
    for start in range(max(0, end - GAPPED), end):
        role = phrase_table(ROLES, houses).at(analysis.tokens, start)
        if role is None or role.end != end:
            continue
        before = start - 1
        while before > 0 and words[before] in classes["gap"]:
            before -= 1
        joined = words[before] in (",", ";") or words[before] in classes["joining"]
        return before < start - 1 and joined
    return False


def _question(
    analysis: Analysis, index: int, known: Mapping[int, Claim], overall: bool, houses: Houses
) -> Claim | None:
    """The claim that the figure goes on from: of its sentence, else of the one before; None where they differ."""
    figure = analysis.quantities[index]
    at = analysis.sentence_of(figure.first)
    for place in (at, at - 1):
        if place < 0:
            continue
        first, last = analysis.sentences[place]
        own = [known[i] for i in analysis.indices(analysis.quantities, first, min(last, figure.first)) if i in known]
        own = [c for c in own if c.measure not in word_classes(houses)["slip"]]
        told = [c for c in own if _fits(c, known[index])]
        if told and _says_more(told[0]):
            wholes = [c for c in told if c.scope is Scope.WHOLE] or told
            return wholes[-1] if len({c.measure for c in told}) == 1 else None
        if own and not (overall and place < at):
            return None
    if overall or _names_total(analysis, at - 1, houses):
        return _lead_question(known, known[index], SUM_OF if overall else ALIKE)
    return None


def _names_total(analysis: Analysis, place: int, houses: Houses) -> bool:
    """ "The council disputed the total.": a sentence that speaks of a count and gives none."""
    first, last = analysis.sentences[max(place, 0)]
    words, classes = analysis.tokens.words, word_classes(houses)
    return place >= 0 and any(
        words[i] in classes["taken-up-noun"] and not classes["definite"].isdisjoint(words[max(first, i - 2) : i])
        for i in range(first, last)
    )


def _lead_question(known: Mapping[int, Claim], claim: Claim, most: int) -> Claim | None:
    """The first whole count of the article, where the claim is neither lower nor higher than by so many times."""
    source = next((c for c in known.values() if c.scope is Scope.WHOLE and not c.where and _fits(c, claim)), None)
    if source is None or source is claim or not _says_more(source):
        return None
    low, high = sorted((abs(source.quantity.value), abs(claim.quantity.value)))
    return source if high <= most * low else None


def _fits(source: Claim, claim: Claim) -> bool:
    """True for a figure of the same kind that says what it measures."""
    unit, other = source.quantity.unit, claim.quantity.unit
    counts = {None, PERSON}
    alike = (unit in counts and other in counts) or (
        unit is not None and other is not None and dimension_of(unit) == dimension_of(other)
    )
    return alike and source.measure not in ("", unit) and source.status is not Status.WITHDRAWN


def _says_more(claim: Claim) -> bool:
    """True where the measure is more than the noun counted."""
    return claim.measure != thing(claim.quantity.head or "")


def _is_overall(analysis: Analysis, figure: QuantityMention, houses: Houses) -> bool:
    """ "the worldwide total down to 3,320": of all, whatever part the sentence before counts."""
    words, classes = analysis.tokens.words, word_classes(houses)
    at = figure.first - 1
    while at >= 0 and words[at] in classes["goes-on"]:
        at -= 1
    if at < 0 or words[at] not in classes["taken-up-noun"]:
        return False
    return not classes["overall"].isdisjoint(words[max(0, at - DETERMINED) : at + 1])


def _asked_like(claim: Claim, source: Claim, overall: bool = False) -> Claim:
    unit = claim.quantity.unit or source.quantity.unit
    if overall:
        value = evolve(claim.quantity, unit=unit)
        return evolve(claim, value=value, measure=source.measure, population="", scope=Scope.WHOLE)
    return evolve(
        claim,
        value=evolve(claim.quantity, unit=unit),
        measure=source.measure,
        population=claim.population or source.population,
        scope=Scope.PART if claim.population and claim.scope is Scope.PART else source.scope,  # "four critically"
        where=source.where,
    )
