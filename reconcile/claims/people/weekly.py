"""Counts of one week beside a count that runs on: "941 new cases in week 22", where 7,713 have been counted in all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from attrs import frozen

from reconcile.claims.measuring.compared import is_baseline
from reconcile.claims.measuring.continued import LESSER
from reconcile.claims.measuring.dynamics import Moves, moves
from reconcile.claims.measuring.measure_table import kinships
from reconcile.claims.people.periods import SEVERAL
from reconcile.claims.people.weeks_told import WeekTold, of_sentence, weeks_told
from reconcile.language.analysis import Analysis
from reconcile.language.grammar import stands_among, word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.quantities import QuantityMention
from reconcile.model.change import evolve
from reconcile.model.claim import UNNAMED, Claim, Kind, Scope
from reconcile.model.text import Part

PERIOD = "new in the week of {}"
WEEKLY = PERIOD.format("")
SOME = frozenset({UNNAMED, "increment"})  # populations of "19 of them" and "12 more"
LESS = SOME | {LESSER, ""}
OPENS = 4  # tokens of a sentence in which the week that it is about may begin ("The ministry said: in week 21")
BEHIND = 10  # tokens between a figure and its week ("died of the fever across the region last week")
ALONE = 2  # tokens behind a week in which "alone" may stand
_ENDS = frozenset(",;:–—.")


@frozen
class _Weekly:
    """A figure and the week its sentence counts it in."""

    claim: Claim
    week: WeekTold
    sure: bool


def with_weeks(
    claims: Sequence[Claim], parts: Mapping[Part, Analysis], day: date | None, houses: Houses = ()
) -> list[Claim]:
    """The claims of one article, published on `day`; what counts the new of one week is of that week.

    A week is that of a report where it has its number, where the figure is new, some of those told before, or of the
    week "alone", and where the article gives a higher one "since March", "in all". Else it may be the week of an event
    ("clashes last week killed 45"), of which the count is the whole.
    """
    if day is None:
        return list(claims)
    made: dict[str, Claim] = {}
    for part, analysis in parts.items():
        weeks = weeks_told(analysis, day, houses)
        own = [c for c in claims if c.kind is Kind.FIGURE and c.mention.span.part == part] if weeks else []
        found = list(_weekly(own, analysis, weeks, houses))
        inside = {w.claim.id for w in found}
        running = [c for c in own if c.id not in inside and _runs_on(c, analysis, weeks, houses)] if found else []
        highest = _highest(running)
        for w in found:
            if w.sure or _exceeded(w.claim, highest, houses):
                made[w.claim.id] = _of_week(w)
    if not made:
        return list(claims)
    told = [made.get(c.id, c) for c in claims]
    body: dict[tuple[str, Decimal], set[str]] = defaultdict(set)
    for c in told:
        if c.kind is Kind.FIGURE and c.mention.span.part == "body":
            body[c.measure, c.quantity.value].add(c.period)
    return [_as_in_body(c, body) for c in told]


def _as_in_body(claim: Claim, body: Mapping[tuple[str, Decimal], set[str]]) -> Claim:
    """ "19 dead in a week" over "19 deaths were notified in week 21": the body tells the week."""
    if claim.kind is not Kind.FIGURE or claim.mention.span.part != "headline" or claim.period:
        return claim
    periods = body.get((claim.measure, claim.quantity.value), set())
    period = next(iter(periods)) if len(periods) == 1 else ""
    return evolve(claim, period=period) if period.startswith(WEEKLY) else claim


def is_weekly(claim: Claim) -> bool:
    """True for a count of the new of one week."""
    return claim.period.startswith(WEEKLY)


def _highest(running: Sequence[Claim]) -> dict[str, Decimal]:
    """The highest count of each measure that is of no other events."""
    highest: dict[str, Decimal] = {}
    for c in running:
        if c.period != SEVERAL:
            highest[c.measure] = max(c.quantity.value, highest.get(c.measure, c.quantity.value))
    return highest


def _exceeded(new: Claim, highest: Mapping[str, Decimal], houses: Houses) -> bool:
    """True beside a higher count of the same, or of what its text leaves to be understood."""
    kin = kinships(houses)
    return any(
        value > new.quantity.value and (measure in ("", new.measure) or frozenset((measure, new.measure)) in kin)
        for measure, value in highest.items()
    )


def _of_week(weekly: _Weekly) -> Claim:
    claim = weekly.claim
    some = claim.population in LESS
    whole = evolve(claim, population="", scope=Scope.WHOLE) if some else claim
    return evolve(whole, period=PERIOD.format(weekly.week.monday))


def _weekly(
    claims: Sequence[Claim], analysis: Analysis, weeks: Sequence[WeekTold], houses: Houses
) -> Iterator[_Weekly]:
    """The figures that stand beside a week; a bare one held against such a figure measures what that one does."""
    figures = {q.start: q for q in analysis.quantities}
    last: Claim | None = None
    for claim in claims:
        figure = figures.get(claim.mention.span.start)
        if figure is None:
            continue
        sentence = analysis.sentences[analysis.sentence_of(figure.first)]
        week = _week_of(analysis, figure, sentence, of_sentence(weeks, sentence), houses)
        if week is None:
            continue
        held = is_baseline(analysis, figure, houses) or week.first - figure.last <= ALONE
        if last is not None and not claim.measure and held:
            claim = evolve(claim, measure=last.measure, value=evolve(claim.quantity, unit=last.quantity.unit))
        if moves(claim.measure, houses) is Moves.RISES:
            last = claim
            yield _Weekly(claim, week, _is_sure(claim, week, analysis, houses))


def _is_sure(claim: Claim, week: WeekTold, analysis: Analysis, houses: Houses) -> bool:
    behind = analysis.tokens.words[week.last : week.last + ALONE]
    new = claim.population in SOME or claim.period.startswith("new")
    return week.numbered or new or not word_classes(houses)["alone"].isdisjoint(behind)


def _week_of(
    analysis: Analysis, figure: QuantityMention, sentence: tuple[int, int], weeks: Sequence[WeekTold], houses: Houses
) -> WeekTold | None:
    """The week right behind the figure, else the one that opens its sentence, else one with a number before it."""
    if not weeks or _is_running(analysis, figure, sentence, houses):
        return None
    behind = next((w for w in weeks if w.first >= figure.last), None)
    if behind is not None and _reaches(analysis, figure, behind, houses):
        return behind
    before = [w for w in weeks if w.last <= figure.first]
    fronted = next((w for w in before if w.first - sentence[0] <= OPENS), None)
    numbered = next((w for w in reversed(before) if w.numbered), None)
    clause = _says_all(analysis, sentence[0], figure.first, houses)
    return None if clause else numbered or (fronted if behind is None or behind.first > figure.last + BEHIND else None)


def _reaches(analysis: Analysis, figure: QuantityMention, week: WeekTold, houses: Houses) -> bool:
    """True where only counts that share the week stand between: "941 cases and 13 deaths reported in week 22"."""
    words, joins = analysis.tokens.words, word_classes(houses)["coordination"] | {","}
    between = [q for q in analysis.between(analysis.quantities, figure.last, week.first) if q.checkable]
    near = figure
    for other in between:
        if words[other.first - 1] not in joins or other.first - near.last > 2:
            return False
        near = other
    gap = words[near.last : week.first]
    return len(gap) <= BEHIND and _ENDS.isdisjoint(gap) and not _says_all(analysis, near.last, week.first, houses)


def _runs_on(claim: Claim, analysis: Analysis, weeks: Sequence[WeekTold], houses: Houses) -> bool:
    """True for a count of a longer time: "402 since the siege began"; "112 in all" may be of the week's own event."""
    at = analysis.tokens.at(claim.mention.span.start)
    first, last = analysis.sentences[analysis.sentence_of(at)]
    start = max([first, *(w.last for w in of_sentence(weeks, (first, last)) if w.last <= at)])
    return _says_since(analysis, start, _stop(analysis, at, last), houses)


def _is_running(analysis: Analysis, figure: QuantityMention, sentence: tuple[int, int], houses: Houses) -> bool:
    """True where the figure's own stretch, from the figure or break before it to the next, says that it runs on."""
    before = (q.last for q in analysis.between(analysis.quantities, *sentence) if q.last <= figure.first)
    classes = word_classes(houses)
    breaks = _ENDS | (classes["clause-break"] - classes["since"])
    marks = (i + 1 for i in analysis.tokens.where(breaks, sentence[0], figure.first))
    first = max([sentence[0], *before, *marks])
    return _says_all(analysis, first, _stop(analysis, figure.last - 1, sentence[1]), houses)


def _stop(analysis: Analysis, token: int, last: int) -> int:
    """Where the stretch of a figure ends that holds the token: at the next one, or a little behind it."""
    return min([last, token + BEHIND, *(q.first for q in analysis.between(analysis.quantities, token + 1, last))])


def _says_all(analysis: Analysis, first: int, last: int, houses: Houses) -> bool:
    """ "In all", "so far", "since March": what is no week's, be it the whole of an event or of a long time."""
    classes = word_classes(houses)
    all_told = stands_among(analysis.tokens.words[first:last], classes["so-far"] | classes["counted-in-all"])
    return all_told or _says_since(analysis, first, last, houses)


def _says_since(analysis: Analysis, first: int, last: int, houses: Houses) -> bool:
    """ "Since March", "cumulative"; but "61 since" and "since then" tell of what the week itself began."""
    words, classes = analysis.tokens.words, word_classes(houses)
    if stands_among(words[first:last], classes["counted-over-time"]):
        return True
    since = analysis.tokens.where(classes["since"], first, last)
    return any(not (_ENDS | classes["since-what"]).intersection(words[i + 1 : i + 2]) for i in since)
