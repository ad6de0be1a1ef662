"""What a pair of figures must know of its whole group before it is judged."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import accumulate
from operator import itemgetter
from types import MappingProxyType

from attrs import frozen

from reconcile.claims.measuring.dynamics import Moves, Pace
from reconcile.comparing.at_first import Former, told_at_first
from reconcile.comparing.corrections import Corrections, corrections
from reconcile.comparing.currencies import Exchange
from reconcile.comparing.equivalents import slips, twins
from reconcile.comparing.growth import Growth, growth
from reconcile.comparing.partial import partial_counts
from reconcile.comparing.recounts import Recounts
from reconcile.comparing.statements import Key, Number, Statement, meet
from reconcile.comparing.strays import lone_peaks, lone_swaps, strays
from reconcile.comparing.sums import Counts
from reconcile.comparing.timing import Moment
from reconcile.comparing.together import Together, told_together
from reconcile.comparing.voices import Voice
from reconcile.matching.rates import NO_RATES, Rates
from reconcile.model.claim import Moved, Status
from reconcile.model.text import Article


@frozen
class Scene:
    """What a pair must know of its whole group.

    `first_said` and `last_said` tell when each number was first and last given by somebody who stands by it,
    `denied` and `withdrawn` hold the numbers that somebody denies or has taken back, `moved` how somebody says that
    it came to a number, `in_body` the (article, value) pairs of running text, `voiced` these with who gives them,
    `given` the (article, number) pairs of any part, `twins` the figure that a claim repeats in another unit or
    currency ("€30bn (£25bn)"), `restated` the one that it gives again or that gives it again in a unit that is
    converted, `gap` how much later a later report must be, `counts` what each article gives of the whole, `strays`
    the numbers of a rising count that no later report bears out, each with the value from which the count goes on,
    `peaks` those of a count that may go either way, `swaps` those that one article alone gives with two digits
    swapped, each with the number that others give, `together` the numbers that one sentence tells side by side,
    `partial` the ids of counts that by their own words may leave others out, `early` those that by their text were
    told before another, `repeated` the (article, number) pairs that stand more than once, `reached` how high a
    rising count stood when, as far as nobody denies it or has taken it back, `highest` the highest number each
    article states, `exchange` the rates that the story tells, `slips` the figures that give a claim's number in
    another unit of one dimension, `growth` how far the count moved, `recounts` the pairs of articles of which one
    gives a count that the other says was put right, `loose` the pairs of ids that too little ties together for a
    conflict, and `line` the number that was first told of what does not move by itself, and those it is said to
    have come to; None of other measures.
    """

    moves: Moves
    gap: timedelta
    first_said: Mapping[Number, Moment]
    last_said: Mapping[Number, Moment]
    first_known: Mapping[Number, Moment]
    denied: frozenset[Number]
    withdrawn: frozenset[Number]
    moved: Mapping[Number, frozenset[Moved]]
    in_body: frozenset[tuple[str, Key]]
    voiced: frozenset[tuple[str, Key, Voice]]
    given: frozenset[tuple[str, Number]]
    twins: Mapping[str, Statement]
    restated: Mapping[str, Statement]
    corrections: Corrections
    counts: Counts
    strays: Mapping[Number, Decimal]
    peaks: frozenset[Number]
    swaps: Mapping[Number, Decimal]
    together: Together
    partial: frozenset[str]
    early: Former
    repeated: frozenset[tuple[str, Number]]
    reached: tuple[tuple[datetime, Decimal], ...]
    highest: Mapping[str, Decimal]
    exchange: Exchange
    slips: Mapping[str, tuple[Statement, ...]]
    growth: Growth
    recounts: Recounts = frozenset()
    line: frozenset[Number] | None = None
    loose: frozenset[frozenset[str]] = frozenset()

    def passed(self, old: Statement, new: Statement) -> bool:
        """True where a rising count had left `old` behind, whatever is to be held of `new`."""
        at = bisect_right(self.reached, new.moment.order, key=itemgetter(0))
        return at > 0 and self.reached[at - 1][1] > old.value

    def outgrown(self, value: Decimal, at: Moment) -> bool:
        """True where a rising count had gone beyond `value` more than once: who gives it still has not kept up."""
        known = bisect_left(self.reached, at.order - self.gap, key=itemgetter(0)) if at.latest else 0
        first = bisect_right(self.reached, value, hi=known, key=itemgetter(1))
        return first < known and self.reached[first][1] < self.reached[known - 1][1]

    def left_behind(self, s: Statement) -> bool:
        """True where the count had so gone on, and the article that gives the figure knows of none that is higher."""
        return self.highest.get(s.article) == s.value and self.outgrown(s.value, s.moment)


def _standing(stated: Sequence[Statement], moves: Moves) -> list[Statement]:
    """What each article stands by: of a count that rises its highest, for a lower one beside it is an earlier state.

    So is a lower one that the article has from another voice, where that gave a higher one in the end.
    """
    if moves is not Moves.RISES:
        return list(stated)
    highest, of_voice = {}, {}
    for s in sorted(stated, key=lambda s: s.value):
        highest[s.article] = of_voice[s.article, s.voice] = s
    return [
        s
        for s in stated
        if s.value == highest[s.article].value
        or (_apart(s, highest[s.article]) and s.value == of_voice[s.article, s.voice].value)
    ]


def _reached(sound: Sequence[Statement]) -> tuple[tuple[datetime, Decimal], ...]:
    """The highest count so far at each moment."""
    return tuple(zip((s.moment.order for s in sound), accumulate((s.value for s in sound), max), strict=True))


def _highest(stated: Sequence[Statement]) -> dict[str, Decimal]:
    return {s.article: s.value for s in sorted(stated, key=lambda s: s.value)}


def _repeated(made: Sequence[Statement]) -> frozenset[tuple[str, Number]]:
    times = Counter((s.article, s.number) for s in made)
    return frozenset(given for given, n in times.items() if n > 1)


def _moved(made: Sequence[Statement]) -> dict[Number, frozenset[Moved]]:
    found: dict[Number, frozenset[Moved]] = {}
    for s in made:
        if s.claim.moved is not None and s.status in (Status.STATED, Status.FORECAST):
            found[s.number] = found.get(s.number, frozenset()) | {s.claim.moved}
    return found


def _line(stated: Sequence[Statement], moved: Mapping[Number, frozenset[Moved]]) -> frozenset[Number]:
    """The first number, what may be the same, and all that somebody says it was changed to."""
    first = stated[:1]
    return frozenset(s.number for s in stated if s.number in moved or any(meet(s, f) for f in first))


def _restated(statements: Sequence[Statement]) -> dict[str, Statement]:
    by_id = {s.claim.id: s for s in statements}
    found: dict[str, Statement] = {}
    for s in statements:
        first = by_id.get(s.claim.restates or "")
        if first is not None:
            found[s.claim.id], found[first.claim.id] = first, s
    return found


def _apart(one: Statement, other: Statement) -> bool:
    """True for a figure that somebody else is said to give."""
    return bool(one.voice) and not one.voice.same_as(other.voice)


def scene(
    statements: Sequence[Statement],
    pace: Pace,
    articles: Mapping[str, Article],
    counts: Counts = MappingProxyType({}),
    rates: Rates = NO_RATES,
) -> Scene:
    """Survey a group once, in near-linear time, before its pairs are judged."""
    moves, gap = pace.moves, pace.gap
    stated = sorted((s for s in statements if s.status is Status.STATED), key=lambda s: s.moment.order)
    standing, moved = _standing(stated, moves), _moved(statements)
    withdrawn = frozenset(s.number for s in statements if s.status is Status.WITHDRAWN)
    denied = frozenset(s.number for s in statements if s.status is Status.DENIED)
    sound = [s for s in stated if s.number not in withdrawn | denied]
    return Scene(
        moves=moves,
        gap=gap,
        first_said={s.number: s.moment for s in reversed(standing)},
        last_said={s.number: s.moment for s in standing},
        first_known={s.number: s.moment for s in reversed(standing) if not s.voice},
        denied=denied,
        withdrawn=withdrawn,
        moved=moved,
        in_body=frozenset((s.article, s.key) for s in statements if s.claim.mention.span.part == "body"),
        voiced=frozenset((s.article, s.key, s.voice) for s in statements if s.claim.mention.span.part == "body"),
        given=frozenset((s.article, s.number) for s in statements),
        twins=twins(statements, articles),
        restated=_restated(statements),
        corrections=corrections(statements),
        counts=counts,
        strays=strays([s for s in standing if s.number not in withdrawn], moved, gap) if moves is Moves.RISES else {},
        peaks=lone_peaks(standing, gap) if moves is Moves.EITHER else frozenset(),
        swaps=lone_swaps(standing),
        together=told_together(statements, articles),
        partial=partial_counts(statements, articles),
        early=told_at_first(statements, gap),
        repeated=_repeated(statements),
        reached=_reached(sound) if moves is Moves.RISES else (),
        highest=_highest(stated),
        exchange=Exchange(rates, articles),
        slips=slips(statements),
        growth=growth(sound, moves, gap),
        line=None if moves in (Moves.RISES, Moves.EITHER) else _line(stated, moved),
    )
