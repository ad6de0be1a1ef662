"""Which of two figures brings the other up to date."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from reconcile.claims.measuring.dynamics import Moves
from reconcile.comparing.equivalents import digit_slip
from reconcile.comparing.judgement import Judgement
from reconcile.comparing.rounder import restates
from reconcile.comparing.scene import Scene
from reconcile.comparing.statements import Statement, meet
from reconcile.comparing.steady import disputed_part
from reconcile.model.claim import Moved, Status
from reconcile.model.finding import Verdict

_TELLING_DIGITS = 3  # of a reading, which so exact hardly comes back
_AT_ONCE = timedelta(minutes=20)
_SMALL_RISE = Decimal("1.3")  # times
MANIFOLD = 10  # times, by which nothing is revised


def by_time(a: Statement, b: Statement, here: Scene) -> Judgement | None:
    """Whether `b`, the later in order, supersedes `a`."""
    for old, new in ((a, b), (b, a)):
        if old.claim.id in new.claim.replaces:
            return Judgement(Verdict.UPDATED, (f"“{new.says}” takes the place of “{old.says}” in {new.source}",))
    if b.value == a.value or restates(a, b):
        return None
    for old, new in ((a, b), (b, a)) if here.early.by_number and not meet(a, b) else ():
        if (teller := here.early.teller(old, new)) is not None:
            return Judgement(Verdict.UPDATED, (f"“{old.says}” was told before “{new.says}”, says {teller.source}",))
    if not b.moment.after(a.moment, here.gap) or _at_once(a, b):
        return None
    if here.moves is Moves.RISES and b.value < a.value and (gone := here.corrections.overtaken(a, b)):
        since = f"since “{gone.withdrawn.says}” was withdrawn in {gone.withdrawn.source}"
        return Judgement(Verdict.UPDATED, (f"later, {since}: “{b.says}” ({b.who})",))
    if here.moves is Moves.RISES and b.value > a.value and here.corrections.returned(a, b):
        return Judgement(Verdict.UPDATED, (f"later, until it was taken back: “{b.says}” ({b.who}) after “{a.says}”",))
    if _said_to_change(a, b, here) and not _discredited(a, b, here):
        return Judgement(Verdict.UPDATED, (f"later, and said to have changed: “{b.says}” ({b.who}) after “{a.says}”",))
    if here.moves is Moves.EITHER or (here.moves is Moves.RISES and b.value > a.value):
        if _is_no_news(a, b, here):
            return None
        return Judgement(Verdict.UPDATED, (f"later: “{b.says}” ({b.who}) after “{a.says}” ({a.who})",))
    foreseen = a.status is b.status is Status.FORECAST
    if (foreseen or here.moves is not Moves.FIXED) and a.voice.same_as(b.voice) and not meet(a, b):
        return Judgement(Verdict.UPDATED, (f"the same authority later: “{b.says}” ({b.who}) after “{a.says}”",))
    return None


def _at_once(a: Statement, b: Statement) -> bool:
    """True for two counts of minutes apart that two texts tell: neither knew of the other."""
    if a.article == b.article or a.voice.same_as(b.voice) or not (a.moment.told and b.moment.told):
        return False
    return bool(a.moment.latest and b.moment.earliest and b.moment.earliest - a.moment.latest < _AT_ONCE)


def _is_no_news(a: Statement, b: Statement, here: Scene) -> bool:
    """True for a later figure that somebody denies, a slip or a peak in another voice, and a rival that stands on."""
    if _discredited(a, b, here) or disputed_part(a, b, here.counts):
        return True
    odd = bool(digit_slip(a, b)) or _is_swapped(a, b, here) or not here.peaks.isdisjoint((a.number, b.number))
    rises = here.moves is Moves.RISES
    stands = _stands_on(a, b, here) or _was_behind(a, b, here) if rises else _is_stale(a, b, here)
    return (odd and not a.voice.same_as(b.voice)) or stands


def _is_swapped(a: Statement, b: Statement, here: Scene) -> bool:
    """True for a later 76.4 where others give 67.4, of which `a` is no earlier state: it lies nearer to that."""
    right = here.swaps.get(b.number)
    return right is not None and abs(a.value - right) <= abs(b.value - right)


def _is_stale(a: Statement, b: Statement, here: Scene) -> bool:
    """True for a later reading that is to the digit the one that `a` had brought up to date: it was copied, not read.

    A round number may well come back: "at 70 pence", "at 71", "at 70 again".
    """
    if meet(a, b) or len(b.value.normalize().as_tuple().digits) < _TELLING_DIGITS:
        return False
    first = here.first_said.get(b.number)
    return first is not None and a.moment.after(first, here.gap)


def _was_behind(a: Statement, b: Statement, here: Scene) -> bool:
    """True where `b` was already out when `a` was, or two counts beyond `a`: one left behind, printed again, is brought
    up to date by none.

    But an authority, or an outlet, may come in its turn to a number that others had before it.
    """
    if meet(a, b) or a.voice or a.item == b.item or a.source == b.source:
        return False
    first = here.first_known.get(b.number)
    return (first is not None and a.moment.after(first, here.gap)) or here.left_behind(a)


def _said_to_change(a: Statement, b: Statement, here: Scene) -> bool:
    """True where somebody says that the figure rose or fell to `b`, as it did from `a`, or was counted anew.

    What is many times another figure comes of a slip; a lower count made anew revises none that others still give;
    and one put in the place of a number that was wrong revises none far from that.
    """
    low, high = sorted((abs(a.value), abs(b.value)))
    if high > MANIFOLD * low or here.corrections.of_another(a, b) or _is_rivals(a, b, here):
        return False
    said = here.moved.get(b.number, frozenset())
    known = here.highest.get(b.article, b.value)
    if b.value < known < a.value:
        return False  # "52, down from 54" has not come down from the 520 of others
    revised = Moved.REVISED in said and not (b.value < a.value and _still_said(a, b, here))
    return revised or (Moved.UP if b.value > a.value else Moved.DOWN) in said


def _is_rivals(a: Statement, b: Statement, here: Scene) -> bool:
    """True for what somebody else set against a plan or an estimate: who revises this revises nothing of that."""
    if here.line is None or a.number in here.line:
        return False
    return not a.voice.same_as(b.voice) and (a.article, b.number) not in here.given


def _discredited(a: Statement, b: Statement, here: Scene) -> bool:
    """A figure that somebody denies is no news, and one that was taken back neither supersedes nor is superseded.

    But nine have become 17 even where 17 were then found to be 16; and what the count had left behind disputes nothing.
    """
    gone = b.number in here.withdrawn and not here.corrections.leaves_risen(a, b)
    denied = b.number in here.denied and (meet(a, b) or not here.passed(a, b))
    return gone or denied or a.number in here.withdrawn


def _stands_on(a: Statement, b: Statement, here: Scene) -> bool:
    """True where somebody still states the earlier figure when the later one is out, or the count goes on from it.

    Then they are two figures side by side, or the later one a stray. But a toll that rose a little is printed on.
    """
    if meet(a, b) or a.value < b.value < _SMALL_RISE * a.value:
        return False
    return _still_said(a, b, here) or a.value >= here.strays.get(b.number, b.value)


def _still_said(a: Statement, b: Statement, here: Scene) -> bool:
    """True where `a` is given still when `b` is out, unless the count had gone on so far that nobody can mean it."""
    last = here.last_said.get(a.number)
    return last is not None and not b.moment.after(last, here.gap) and not here.outgrown(a.value, last)
