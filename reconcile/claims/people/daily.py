"""Counts of one day beside a count that runs on: "610 crossed on Wednesday", where 33,900 have come in all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from reconcile.language.analysis import Analysis
from reconcile.language.dates import DateMention
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.quantities import QuantityMention
from reconcile.model.change import evolve
from reconcile.model.claim import UNNAMED, Claim, Scope, Status
from reconcile.model.text import Part

REACH = 8  # tokens between a figure and its day ("crossed the river on Wednesday")
FRONTED = 2  # tokens before a day that opens its sentence ("On Saturday, 3,150 came")
_MARKS = frozenset(",;:()")


def with_daily(claims: Sequence[Claim], parts: Mapping[Part, Analysis], houses: Houses = ()) -> list[Claim]:
    """The claims of one article; what it counts day by day is of its day where it has a higher count of no day."""
    flows = word_classes(houses)["counted-daily"]
    groups: dict[str, list[Claim]] = defaultdict(list)
    figures = {(part, q.start): q for part, analysis in parts.items() for q in analysis.quantities}
    for claim in claims:
        if claim.measure in flows and claim.status is Status.STATED and not claim.note:
            groups[claim.measure].append(claim)
    daily: dict[str, date] = {}
    for group in groups.values():
        days = {c.id: day for c in group if (day := _day_of(c, figures, parts, houses))}
        running = max((c.quantity.value for c in group if c.id not in days and c.scope is Scope.WHOLE), default=None)
        daily |= {c.id: days[c.id] for c in group if c.id in days and running and c.quantity.value < running}
    return [_of_day(c, daily[c.id]) if c.id in daily else c for c in claims]


def _of_day(claim: Claim, day: date) -> Claim:
    some = claim.population == UNNAMED
    whole = evolve(claim, population="", scope=Scope.WHOLE) if some else claim
    return evolve(whole, period=f"new {day}")


def _day_of(
    claim: Claim, figures: Mapping[tuple[Part, int], QuantityMention], parts: Mapping[Part, Analysis], houses: Houses
) -> date | None:
    """The one day of which the figure is told; None where it is a count up to some time, or has no day."""
    part = claim.mention.span.part
    figure, analysis = figures.get((part, claim.mention.span.start)), parts[part]
    if figure is None:
        return None
    sentence = analysis.sentences[analysis.sentence_of(figure.first)]
    for mention in analysis.between(analysis.dates, *sentence):
        days = mention.when.days
        if days is not None and days.first == days.last and _dates(analysis, mention, figure, sentence[0], houses):
            return days.first
    return None


def _dates(analysis: Analysis, mention: DateMention, figure: QuantityMention, first: int, houses: Houses) -> bool:
    """True for the day right behind the figure's clause, or at the head of its sentence."""
    words, classes = analysis.tokens.words, word_classes(houses)
    on = words[mention.first - 1 : mention.first]
    plain = bool(on) and on[0] in classes["on-day"]
    behind = mention.first >= figure.last
    if behind:
        gap = (figure.last, mention.first)
        if not (plain or gap[0] == gap[1]) or gap[1] - gap[0] > REACH or not _MARKS.isdisjoint(words[slice(*gap)]):
            return False
    else:
        gap = (mention.last, figure.first)
        if mention.first - first > FRONTED - 1 or gap[1] - gap[0] > REACH or not (plain or mention.first == first):
            return False
    verb = words[figure.last : figure.last + FRONTED]
    if not classes["up-to-now"].isdisjoint((*words[slice(*gap)], *verb)):
        return False
    told = analysis.between(analysis.attributions, *gap)
    return not told and not analysis.between(analysis.quantities, *gap)
