"""The verdict of two figures that answer one question, and the reasons for it in words."""

from __future__ import annotations

from datetime import timedelta

from reconcile.claims.measuring.continued import LESSER
from reconcile.claims.measuring.dynamics import Moves
from reconcile.comparing.currencies import exchanged, with_digits_of
from reconcile.comparing.equivalents import (
    comparable,
    converted,
    leaves_out,
    leaves_out_attacker,
    rate_slip,
    unit_slip,
)
from reconcile.comparing.judgement import Judgement
from reconcile.comparing.later import MANIFOLD, by_time
from reconcile.comparing.recounts import is_reckoned
from reconcile.comparing.rivals import by_interval
from reconcile.comparing.scene import Scene
from reconcile.comparing.statements import Statement, meet
from reconcile.language.dimensions import is_money, plain_name
from reconcile.matching.rates import Rate
from reconcile.matching.values import MOST_ROUNDED, one_number
from reconcile.model.claim import Scope, Status
from reconcile.model.finding import Verdict
from reconcile.model.quantity import Hedge

LENGTH = "length"


def judge(a: Statement, b: Statement, here: Scene) -> Judgement:
    """What two claims of one group come to; the order of the two does not matter."""
    if (b.moment.order, b.claim.id) < (a.moment.order, a.claim.id):
        a, b = b, a
    return (
        _by_sign(a, b)
        or _by_unit(a, b, here)
        or _by_correction(a, b, here)
        or _by_version(a, b, here)
        or _by_status(a, b, Status.DENIED, here)
        or _by_status(a, b, Status.FORECAST, here)
        or _by_slip(a, b, here)
        or _by_value(a, b)
        or _by_recount(a, b, here)
        or _by_utterance(a, b)
        or _by_remainder(a, b)
        or _by_vague_group(a, b, here)
        or by_time(a, b, here)
        or _by_lapse(a, b, here)
        or by_interval(a, b, here)
    )


def _by_sign(a: Statement, b: Statement) -> Judgement | None:
    """ "We gave it as €475m. It is $475m": a note puts right the sign of a sum, and not its number."""
    for old, new in ((a, b), (b, a)):
        mistaken = old.status is Status.WITHDRAWN and new.status is not Status.WITHDRAWN
        if mistaken and _in_two_currencies(a, b) and old.claim.quantity.value == new.claim.quantity.value:
            return _withdrawn(old)
    return None


def _withdrawn(old: Statement) -> Judgement:
    return Judgement(Verdict.CORRECTED, (f"“{old.says}” is withdrawn by a note in {old.source}",))


def _in_two_currencies(a: Statement, b: Statement) -> bool:
    return a.unit != b.unit and is_money(a.unit) and is_money(b.unit)


def _by_unit(a: Statement, b: Statement, here: Scene) -> Judgement | None:
    if comparable(a, b):
        return None
    if a.stated and b.stated and rate_slip(a, b):
        words = f"one number at two rates: {a.who} has “{a.says}”, {b.who} “{b.says}”"
        return Judgement(Verdict.CONFLICT, (words,))
    for given, one, two in ((a, here.twins.get(a.claim.id), b), (b, a, here.twins.get(b.claim.id))):
        if one and two and one.claim.id != two.claim.id and comparable(one, two):
            found = judge(one, two, here)
            twin = one if given is a else two
            same = f"“{given.says}” is given as the equal of “{twin.says}”"
            return _in_its_own_currency(Judgement(found.verdict, (*found.reasons, same)))
    if (rate := here.exchange.rate(a, b)) is not None:
        return _across(a, b, rate, here)
    if here.exchange.slips(a, b):
        return _slip_of_currency(a, b, "nobody tells the rate")
    told = "; nobody tells the rate" if _in_two_currencies(a, b) else ""
    return Judgement(Verdict.COMPATIBLE, (f"{_unit(a)} and {_unit(b)} are not converted into each other{told}",))


def _across(a: Statement, b: Statement, rate: Rate, here: Scene) -> Judgement:
    """Two sums in different currencies, of which it is known what one is worth in the other."""
    at = here.exchange.words(rate, a, b)
    other = exchanged(b, rate, a.unit)
    if a.reach.meets(other.reach) and not here.exchange.slips(a, b):
        return Judgement(Verdict.COMPATIBLE, (f"“{a.says}” may be “{b.says}”: {at}",))
    if a.stated and b.stated and one_number(a.claim.quantity, b.claim.quantity):
        return _slip_of_currency(a, b, at)
    found = judge(a, with_digits_of(other, a), here)
    return _in_its_own_currency(Judgement(found.verdict, (*found.reasons, at)))


def _slip_of_currency(a: Statement, b: Statement, at: str) -> Judgement:
    """One number, to the digit, of two currencies: sooner a slip than a day on which both were worth the same."""
    words = f"one number in two currencies: {a.who} has “{a.says}”, {b.who} “{b.says}”"
    return Judgement(Verdict.CONFLICT, (words, at))


def _in_its_own_currency(found: Judgement) -> Judgement:
    """A note takes a figure back for the sums in its own unit; those in another rival nothing that is withdrawn."""
    return Judgement(Verdict.COMPATIBLE, found.reasons) if found.verdict is Verdict.CORRECTED else found


def _unit(s: Statement) -> str:
    quantity = s.claim.quantity
    name = plain_name(quantity.unit or "a count")
    return f"{name} per {quantity.per}" if quantity.per else name


def _by_correction(a: Statement, b: Statement, here: Scene) -> Judgement | None:
    if withdrawal := here.corrections.between(a, b):
        return _withdrawn(withdrawal.withdrawn)
    gone = [s for s in (a, b) if s.status is Status.WITHDRAWN]
    if not gone:
        return None
    verdict = Verdict.AGREE if a.key == b.key else Verdict.COMPATIBLE
    return Judgement(verdict, (f"“{gone[0].says}” is withdrawn by {gone[0].source} and rivals nothing",))


def _by_recount(a: Statement, b: Statement, here: Scene) -> Judgement | None:
    """A vote, share or lead of a count of which `b` tells that it was put right in another of its numbers."""
    for old, new in ((a, b), (b, a)):
        recounted = (old.article, new.article) in here.recounts and is_reckoned(old.claim.measure)
        apart = not old.likely.meets(new.likely) and max(old.value, new.value) <= MANIFOLD * min(old.value, new.value)
        if recounted and apart and old.status is new.status is Status.STATED:
            words = f"“{old.says}” is of the count that was put right, as {new.source} says: “{new.says}”"
            return Judgement(Verdict.CORRECTED, (words,))
    return None


def _by_version(a: Statement, b: Statement, here: Scene) -> Judgement | None:
    """An older version of an article: the latest speaks for it, so that its figures are nobody's rivals.

    What it gave and the later version gives otherwise has changed without a note, for a note would have corrected it.
    That is an update where the measure may move so, else a tension.
    """
    if a.article == b.article or not (a.superseded or b.superseded):
        return None
    if same := _by_value(a, b):
        return same
    if b.superseded and not a.superseded:
        a, b = b, a
    if not changed(a, b, here):
        return Judgement(Verdict.COMPATIBLE, (f"“{a.says}” stands in an older version of {a.source}",))
    may_move = here.moves is Moves.EITHER or (here.moves is Moves.RISES and b.value > a.value)
    words = f"{b.source} changed “{a.says}” to “{b.says}” without a note"
    return Judgement(Verdict.UPDATED if may_move else Verdict.TENSION, (words,))


def changed(old: Statement, new: Statement, here: Scene) -> bool:
    """True where a version gives another figure than an older one of the same article, and neither gives both."""
    if old.item != new.item or old.article == new.article or not (old.superseded and old.stated and new.stated):
        return False
    kept = (new.article, old.number) in here.given or (old.article, new.number) in here.given
    return not (kept or meet(old, new))


def _by_status(a: Statement, b: Statement, status: Status, here: Scene) -> Judgement | None:
    """Denials and forecasts: neither asserts its figure. Two forecasts of one thing are held against each other."""
    having = [s for s in (a, b) if s.status is status]
    if not having:
        return None
    one, other = having[0], b if having[0] is a else a
    if len(having) == 2:
        if status is Status.FORECAST:
            return None
        return Judgement(Verdict.AGREE if a.key == b.key else Verdict.COMPATIBLE, ("both are denied, not stated",))
    if status is Status.DENIED:
        if other.stated and (a.number == b.number or _rounds(other, one, here)):
            return Judgement(Verdict.CONFLICT, (f"{one.who} denies the figure that {other.who} states",))
        return Judgement(Verdict.COMPATIBLE, (f"{one.who} denies “{one.says}” and does not state it",))
    if other.moment.after(one.moment, timedelta(0)) and not meet(a, b):
        return Judgement(Verdict.UPDATED, (f"the forecast “{one.says}” is overtaken by “{other.says}”",))
    return Judgement(Verdict.COMPATIBLE, (f"“{one.says}” is a forecast",))


def _rounds(s: Statement, denied: Statement, here: Scene) -> bool:
    """ "Over 1,000 dead" above a text that counts the 1,100 which are denied."""
    known = s.article != denied.article and (s.article, denied.number) in here.given and meet(s, denied)
    return known and abs(denied.value - s.value) <= MOST_ROUNDED * denied.value


def _by_slip(a: Statement, b: Statement, here: Scene) -> Judgement | None:
    """One number in two units, also where a figure is only the slip converted ("8,000 hectares, 31 square miles").

    Nor is "5,750 hectares" brought up to date by "14,200 hectares" where another desk has "14,200 acres".
    """
    for one in (a, here.restated.get(a.claim.id)):
        for two in (b, here.restated.get(b.claim.id)):
            if one is not None and two is not None and unit_slip(one, two):
                words = f"one number in two units: {one.who} has “{one.says}”, {two.who} “{two.says}”"
                return Judgement(Verdict.CONFLICT, (words,))
    for one, two in ((a, b), (b, a)):
        for right in here.slips.get(one.claim.id, ()):
            if converted(right, two):
                words = f"one number in two units: {one.who} has “{one.says}”, {right.who} “{right.says}”"
                return Judgement(Verdict.CONFLICT, (words, f"“{two.says}” is “{right.says}”, converted"))
    return None


def _by_value(a: Statement, b: Statement) -> Judgement | None:
    """Equal numbers are never rivals, whatever their hedges: "800" and "more than 800" restate each other."""
    if (a.low, a.high) == (b.low, b.high):
        if _opposite(a, b):
            return Judgement(Verdict.TENSION, ("one figure is a rise, the other a fall",))
        return Judgement(Verdict.AGREE, ("the same figure",))
    if a.value == -b.value and a.unit == LENGTH:
        return Judgement(Verdict.COMPATIBLE, (f"“{a.says}” and “{b.says}”: so far down, or so far below",))
    if converted(a, b):
        return Judgement(Verdict.COMPATIBLE, (f"“{a.says}” may be “{b.says}”, converted and rounded",))
    if a.value == b.value and {a.hedge, b.hedge} & {Hedge.EXACT, Hedge.ABOUT, Hedge.ALMOST}:
        return Judgement(Verdict.COMPATIBLE, ("the same number, hedged differently",))
    return None


def _opposite(a: Statement, b: Statement) -> bool:
    return {a.claim.quantity.direction, b.claim.quantity.direction} == {"up", "down"} and a.value != 0


def _by_remainder(a: Statement, b: Statement) -> Judgement | None:
    if leaves_out_attacker(a, b):
        return Judgement(Verdict.COMPATIBLE, (f"“{a.says}” and “{b.says}”: one counts the attacker, too",))
    if not leaves_out(a, b):
        return None
    return Judgement(Verdict.COMPATIBLE, (f"“{a.says}” and “{b.says}”: one may leave out whom the other counts",))


def _by_lapse(a: Statement, b: Statement, here: Scene) -> Judgement | None:
    """What those who counted had taken back when a later count came out is no rival of that."""
    if meet(a, b) or not (gone := here.corrections.lapsed(a, b)):
        return None
    words = f"“{a.says}” had been withdrawn in {gone.withdrawn.source} when “{b.says}” came out"
    return Judgement(Verdict.COMPATIBLE, (words,))


def _by_vague_group(a: Statement, b: Statement, here: Scene) -> Judgement | None:
    """Lesser counts of whom no text says who they are, and parts of quite another size, are no rivals."""
    lesser = {a.claim.population, b.claim.population} == {LESSER}
    parts = a.claim.scope is b.claim.scope is Scope.PART
    low, high = sorted((abs(a.value), abs(b.value)))
    if meet(a, b) or not (lesser or (parts and high > MANIFOLD * low)) or here.corrections.put_right(a, b):
        return None
    return Judgement(Verdict.COMPATIBLE, (f"“{a.says}” and “{b.says}” are parts, and may be of other people",))


def _by_utterance(a: Statement, b: Statement) -> Judgement | None:
    """One sentence that somebody said has one number in it; a later report of it brings no news."""
    if not a.claim.utterance or a.claim.utterance != b.claim.utterance or meet(a, b):
        return None
    return Judgement(Verdict.CONFLICT, (f"the same words are quoted with “{a.says}” and with “{b.says}”",))
