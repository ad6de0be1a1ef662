"""What was done to the bodies of some of the dead: "41 bodies could not be identified" is no toll."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reconcile.claims.people.attackers import KILLED
from reconcile.language.analysis import Analysis
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Entry, Houses, TableSpec, phrase_table
from reconcile.language.quantities import QuantityMention
from reconcile.language.quantity_values import PERSON
from reconcile.model.change import evolve
from reconcile.model.claim import Claim, Scope, Status
from reconcile.model.text import Part

SPEC = TableSpec("remains", "remains", Entry)
IDENTIFIED, UNIDENTIFIED = "identified", "unidentified"
REACH = 10  # tokens after a number in which its clause may say it
NOUN_REACH = 4  # tokens after a number in which the dead may be named ("29 of the dead")
_CLAUSE_ENDS = frozenset(",;:.–—()?!")


def with_remains(claims: Sequence[Claim], parts: Mapping[Part, Analysis], houses: Houses = ()) -> list[Claim]:
    """The claims of one article; of the dead, those of whose bodies more is said answer a question of their own.

    Only beside a higher toll: "two men killed in a crash have been identified" tells of all.
    """
    tolls: dict[str, list[Claim]] = {}
    for c in claims:
        if c.measure == KILLED and c.status is Status.STATED and c.quantity.unit == PERSON:
            tolls.setdefault(c.frame.key, []).append(c)
    most = {key: max(c.quantity.value for c in told) for key, told in tolls.items()}
    starts = {part: {q.start: q for q in analysis.quantities} for part, analysis in parts.items()}
    changed: list[Claim] = []
    for claim in claims:
        part, lower = claim.mention.span.part, claim.quantity.value < most.get(claim.frame.key, claim.quantity.value)
        figure = starts[part].get(claim.mention.span.start) if lower and part in starts else None
        said = _said(parts[part], figure, claim, houses) if figure is not None else ""
        changed.append(_asked(claim, said) if said else claim)
    return changed


def _asked(claim: Claim, said: str) -> Claim:
    value = evolve(claim.quantity, unit=PERSON)
    return evolve(claim, measure=said, value=value, population="", scope=Scope.WHOLE)


def _said(analysis: Analysis, figure: QuantityMention, claim: Claim, houses: Houses) -> str:
    """The id of what the clause says of the bodies; "" where the figure counts no dead, or it says nothing."""
    words, classes = analysis.tokens.words, word_classes(houses)
    if not _counts_dead(analysis, figure, houses) or claim.measure not in (KILLED, "", claim.quantity.head):
        return ""
    stop = min(_clause_end(analysis, figure), figure.last + REACH)
    found = next(iter(phrase_table(SPEC, houses).find(analysis.tokens, figure.number_last, stop)), None)
    if found is None or not classes["told-as"].isdisjoint(words[found.end : found.end + 1]):
        return ""  # "three dead were identified as brothers"
    entry: Entry = found.entry
    if classes["not-of-bodies"].isdisjoint(words[figure.number_last : found.start]):
        return entry.id
    return UNIDENTIFIED if entry.id == IDENTIFIED else ""


def _counts_dead(analysis: Analysis, figure: QuantityMention, houses: Houses) -> bool:
    """ "Thirty of the dead", "of the dead, thirty"."""
    words, classes = analysis.tokens.words, word_classes(houses)
    first = analysis.sentences[analysis.sentence_of(figure.first)][0]
    fronted = words[first : min(figure.first, first + NOUN_REACH)] if words[first] in classes["of"] else []
    told = words[figure.number_last : figure.number_last + NOUN_REACH] + fronted
    return not classes["the-dead"].isdisjoint(told)


def _clause_end(analysis: Analysis, figure: QuantityMention) -> int:
    """The token at which the clause ends, or another figure begins."""
    words, last = analysis.tokens.words, analysis.sentences[analysis.sentence_of(figure.first)][1]
    following = [q.first for q in analysis.between(analysis.quantities, figure.last, last)]
    last = min([last, *following])
    return next((i for i in range(figure.last, last) if words[i] in _CLAUSE_ENDS), last)
