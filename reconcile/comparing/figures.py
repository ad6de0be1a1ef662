"""The verdict of two figures that answer one question, and the reasons for it in words."""

from __future__ import annotations

from datetime import timedelta

from attrs import frozen

from reconcile.claims.measuring.dynamics import Moves
from reconcile.claims.people.principal import LESSER
from reconcile.comparing.currencies import exchanged, with_digits_of
from reconcile.comparing.equivalents import (
    comparable,
    converted,
    digit_slip,
    is_added,
    leaves_out,
    leaves_out_attacker,
    unit_slip,
)
from reconcile.comparing.excuses import excuse, few_of_a_group
from reconcile.comparing.scene import Scene
from reconcile.comparing.statements import Statement, meet
from reconcile.comparing.steady import disputed_part
from reconcile.language.dimensions import is_money, plain_name
from reconcile.language.grammar import word_classes
from reconcile.language.quantity_values import PERSON
from reconcile.matching.rates import Rate
from reconcile.model.claim import Moved, Scope, Status
from reconcile.model.finding import Verdict
from reconcile.model.quantity import Hedge

LENGTH = "length"
_PERCENT = "percent"
_CROWD = 100  # people, of whom one text tells as a whole
_MANIFOLD = 10  # times, by which nothing is revised


@frozen
class Judgement:
    """A verdict with its reasons, most telling first."""

    verdict: Verdict
    reasons: tuple[str, ...]


def judge(a: Statement, b: Statement, here: Scene) -> Judgement:
    """What two claims of one group come to; the order of the two does not matter."""
    if (b.moment.order, b.claim.id) < (a.moment.order, a.claim.id):
        a, b = b, a
    return (
        _by_unit(a, b, here)
        or _by_correction(a, b, here)
        or _by_version(a, b, here)
        or _by_status(a, b, Status.DENIED)
        or _by_status(a, b, Status.FORECAST)
        or _by_slip(a, b, here)
        or _by_value(a, b)
        or _by_utterance(a, b)
        or _by_remainder(a, b)
        or _by_vague_group(a, b)
        or _by_time(a, b, here)
        or _by_interval(a, b, here)
    )


def _by_unit(a: Statement, b: Statement, here: Scene) -> Judgement | None:
    if comparable(a, b):
        return None
    for given, one, two in ((a, here.twins.get(a.claim.id), b), (b, a, here.twins.get(b.claim.id))):
        if one and two and one.claim.id != two.claim.id and comparable(one, two):
            found = judge(one, two, here)
            twin = one if given is a else two
            same = f"“{given.says}” is given as the equal of “{twin.says}”"
            return _in_its_own_currency(Judgement(found.verdict, (*found.reasons, same)))
    if (rate := here.exchange.rate(a, b)) is not None:
        return _across(a, b, rate, here)
    told = "; nobody tells the rate" if a.unit != b.unit and is_money(a.unit) and is_money(b.unit) else ""
    return Judgement(Verdict.COMPATIBLE, (f"{_unit(a)} and {_unit(b)} are not converted into each other{told}",))


def _across(a: Statement, b: Statement, rate: Rate, here: Scene) -> Judgement:
    """Two sums in different currencies, of which it is known what one is worth in the other."""
    at = here.exchange.words(rate, a, b)
    other = exchanged(b, rate, a.unit)
    if a.reach.meets(other.reach):
        return Judgement(Verdict.COMPATIBLE, (f"“{a.says}” may be “{b.says}”: {at}",))
    found = judge(a, with_digits_of(other, a), here)
    return _in_its_own_currency(Judgement(found.verdict, (*found.reasons, at)))


def _in_its_own_currency(found: Judgement) -> Judgement:
    """A note takes a figure back for the sums in its own unit; those in another rival nothing that is withdrawn."""
    return Judgement(Verdict.COMPATIBLE, found.reasons) if found.verdict is Verdict.CORRECTED else found


def _unit(s: Statement) -> str:
    quantity = s.claim.quantity
    name = plain_name(quantity.unit or "a count")
    return f"{name} per {quantity.per}" if quantity.per else name


def _by_correction(a: Statement, b: Statement, here: Scene) -> Judgement | None:
    if withdrawal := here.corrections.between(a, b):
        old = withdrawal.withdrawn
        return Judgement(Verdict.CORRECTED, (f"“{old.says}” is withdrawn by a note in {old.source}",))
    gone = [s for s in (a, b) if s.status is Status.WITHDRAWN]
    if not gone:
        return None
    verdict = Verdict.AGREE if a.key == b.key else Verdict.COMPATIBLE
    return Judgement(verdict, (f"“{gone[0].says}” is withdrawn by {gone[0].source} and rivals nothing",))


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


def _by_status(a: Statement, b: Statement, status: Status) -> Judgement | None:
    """Denials and forecasts: neither asserts its figure."""
    having = [s for s in (a, b) if s.status is status]
    if not having:
        return None
    one, other = having[0], b if having[0] is a else a
    if len(having) == 2:
        word = "denied" if status is Status.DENIED else "forecast"
        return Judgement(Verdict.AGREE if a.key == b.key else Verdict.COMPATIBLE, (f"both are {word}, not stated",))
    if status is Status.DENIED:
        if a.number == b.number and other.stated:
            return Judgement(Verdict.CONFLICT, (f"{one.who} denies the figure that {other.who} states",))
        return Judgement(Verdict.COMPATIBLE, (f"{one.who} denies “{one.says}” and does not state it",))
    if other.moment.after(one.moment, timedelta(0)) and not meet(a, b):
        return Judgement(Verdict.UPDATED, (f"the forecast “{one.says}” is overtaken by “{other.says}”",))
    return Judgement(Verdict.COMPATIBLE, (f"“{one.says}” is a forecast",))


def _by_slip(a: Statement, b: Statement, here: Scene) -> Judgement | None:
    """One number in two units, also where a figure is only the slip converted ("8,000 hectares, 31 square miles")."""
    for one in (a, here.restated.get(a.claim.id)):
        for two in (b, here.restated.get(b.claim.id)):
            if one is not None and two is not None and unit_slip(one, two):
                words = f"one number in two units: {one.who} has “{one.says}”, {two.who} “{two.says}”"
                return Judgement(Verdict.CONFLICT, (words,))
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


def _by_vague_group(a: Statement, b: Statement) -> Judgement | None:
    """Lesser counts of whom no text says who they are, and parts of quite another size, are no rivals."""
    lesser = {a.claim.population, b.claim.population} == {LESSER}
    parts = a.claim.scope is b.claim.scope is Scope.PART
    low, high = sorted((abs(a.value), abs(b.value)))
    if meet(a, b) or not (lesser or (parts and high > _MANIFOLD * low)):
        return None
    return Judgement(Verdict.COMPATIBLE, (f"“{a.says}” and “{b.says}” are parts, and may be of other people",))


def _by_utterance(a: Statement, b: Statement) -> Judgement | None:
    """One sentence that somebody said has one number in it; a later report of it brings no news."""
    if not a.claim.utterance or a.claim.utterance != b.claim.utterance or meet(a, b):
        return None
    return Judgement(Verdict.CONFLICT, (f"the same words are quoted with “{a.says}” and with “{b.says}”",))


def _by_time(a: Statement, b: Statement, here: Scene) -> Judgement | None:
    """Whether `b`, the later in order, supersedes `a`."""
    for old, new in ((a, b), (b, a)):
        if old.claim.id in new.claim.replaces:
            return Judgement(Verdict.UPDATED, (f"“{new.says}” takes the place of “{old.says}” in {new.source}",))
    if b.value == a.value or restates(a, b):
        return None
    if not b.moment.after(a.moment, here.gap):
        return None
    if here.moves is Moves.RISES and b.value < a.value and (gone := here.corrections.overtaken(a, b)):
        since = f"since “{gone.withdrawn.says}” was withdrawn in {gone.withdrawn.source}"
        return Judgement(Verdict.UPDATED, (f"later, {since}: “{b.says}” ({b.who})",))
    if here.moves is Moves.RISES and b.value > a.value and here.corrections.returned(a, b):
        return Judgement(Verdict.UPDATED, (f"later, until it was taken back: “{b.says}” ({b.who}) after “{a.says}”",))
    if _said_to_change(a, b, here) and not _discredited(a, b, here):
        return Judgement(Verdict.UPDATED, (f"later, and said to have changed: “{b.says}” ({b.who}) after “{a.says}”",))
    if here.moves is Moves.EITHER or (here.moves is Moves.RISES and b.value > a.value):
        if (
            _discredited(a, b, here)
            or (digit_slip(a, b) and not a.voice.same_as(b.voice))
            or (not here.peaks.isdisjoint((a.number, b.number)) and not a.voice.same_as(b.voice))
            or disputed_part(a, b, here.counts)
            or (here.moves is Moves.RISES and _stands_on(a, b, here))
        ):
            return None
        return Judgement(Verdict.UPDATED, (f"later: “{b.says}” ({b.who}) after “{a.says}” ({a.who})",))
    if here.moves is not Moves.FIXED and a.voice.same_as(b.voice) and not meet(a, b):
        return Judgement(Verdict.UPDATED, (f"the same authority later: “{b.says}” ({b.who}) after “{a.says}”",))
    return None


def _said_to_change(a: Statement, b: Statement, here: Scene) -> bool:
    """True where somebody says that the figure rose or fell to `b`, as it did from `a`, or was counted anew.

    What is many times another figure comes of a slip.
    """
    low, high = sorted((abs(a.value), abs(b.value)))
    if high > _MANIFOLD * low:
        return False
    said = here.moved.get(b.number, frozenset())
    return Moved.REVISED in said or (Moved.UP if b.value > a.value else Moved.DOWN) in said


def _discredited(a: Statement, b: Statement, here: Scene) -> bool:
    """A figure that somebody denies is no news, and one that was taken back neither supersedes nor is superseded.

    But nine have become 17 even where 17 were then found to be 16.
    """
    gone = b.number in here.withdrawn and not here.corrections.leaves_risen(a, b)
    return gone or b.number in here.denied or a.number in here.withdrawn


def _stands_on(a: Statement, b: Statement, here: Scene) -> bool:
    """True where somebody still states the earlier figure when the later one is out, or the count goes on from it.

    Then they are two figures side by side, or the later one a stray.
    """
    if meet(a, b):
        return False
    last = here.last_said.get(a.number)
    return (last is not None and not b.moment.after(last, here.gap)) or here.strays.get(b.number) == a.value


def restates(a: Statement, b: Statement) -> bool:
    """True where one figure may be the other in rounder words: "more than 40" and 43, 190 and "around 200"."""
    if not meet(a, b):
        return False
    return rounds_to(b, a) or (a.hedge is not Hedge.AT_LEAST and rounds_to(a, b))


def rounds_to(round_one: Statement, other: Statement) -> bool:
    """True where `other`'s number may be written as `round_one` is."""
    gap = other.value - round_one.value
    match round_one.hedge:
        case Hedge.ABOUT:
            return abs(gap) <= round_one.step / 2
        case Hedge.ALMOST:
            share = (
                round_one.claim.quantity.unit == _PERCENT and gap < 0
            )  # "almost four in five" rounds more than "almost 80"
            return abs(gap) <= round_one.step / 2 or (share and round_one.likely.meets(other.likely))
        case Hedge.EXACT:
            return abs(gap) <= round_one.slack
        case Hedge.MORE_THAN:
            return 0 <= gap < round_one.step and round_one.likely.meets(other.likely)
        case Hedge.AT_LEAST:
            return gap == 0
    return round_one.likely.meets(other.reach)


def _by_interval(a: Statement, b: Statement, here: Scene) -> Judgement:
    if not meet(a, b):
        return _apart(a, b, here)
    if digit_slip(a, b):
        return Judgement(Verdict.CONFLICT, (f"“{a.says}” and “{b.says}”: one number, a digit too long or too short",))
    if not (a.likely.meets(b.likely) or restates(a, b) or _someone(a) or _someone(b)):
        return Judgement(Verdict.TENSION, (f"“{a.says}” and “{b.says}” can both be true but hardly are",))
    return Judgement(Verdict.COMPATIBLE, (f"“{a.says}” and “{b.says}” can both be true",))


def _someone(s: Statement) -> bool:
    """True for "at least one", and for one person told without a number: it promises nothing of how many there are."""
    return s.hedge is Hedge.AT_LEAST and s.value == 1


def _apart(a: Statement, b: Statement, here: Scene) -> Judgement:
    """Two figures that cannot both be true, and no later report explains them."""
    against = f"“{a.says}” ({a.who}) against “{b.says}” ({b.who})"
    if why := excuse(a, b, here):
        return Judgement(Verdict.COMPATIBLE, (f"{against}; {why}",))
    if few_of_a_group(a, b):
        return Judgement(Verdict.TENSION, (f"{against}; they may be others of the same group",))
    fewer = min((a, b), key=lambda s: s.value)
    if is_added(fewer.claim):
        return Judgement(Verdict.COMPATIBLE, (f"{against}; “{fewer.says}” may come on top of others",))
    both = _both_give_both(a, b, here)
    if both and here.moves is Moves.EITHER:
        return Judgement(Verdict.COMPATIBLE, (f"readings of different moments, as it seems: {against}",))
    if a.voice and b.voice and not a.voice.same_as(b.voice):
        return Judgement(Verdict.CONFLICT, (f"a conflict between attributed sources: {against}",))
    if a.article == b.article and _says_only(fewer) and a.voice != b.voice:
        return Judgement(Verdict.CONFLICT, (f"{against}; “{fewer.says}” is held against the other",))
    if (a.article == b.article and not _headline_alone(a, b, here)) or both:
        if here.moves is Moves.EITHER:
            return Judgement(Verdict.COMPATIBLE, (f"readings of different moments, as it seems: {against}",))
        if _of_other_people(a, b, here):
            return Judgement(Verdict.COMPATIBLE, (f"one article gives both, of others as it seems: {against}",))
        one = "one article gives both" if a.article == b.article else "both articles give both"
        return Judgement(Verdict.TENSION, (f"{one}: {against}", "nothing tells them apart"))
    if here.moves is Moves.RISES and b.value < a.value and b.moment.after(a.moment, here.gap):
        return Judgement(Verdict.CONFLICT, (f"a later, lower figure with no word of explanation: {against}",))
    return Judgement(Verdict.CONFLICT, (f"both cannot be true: {against}",))


def _of_other_people(a: Statement, b: Statement, here: Scene) -> bool:
    """True for two counts of people in one article, not both of which it repeats, and of which no note tells."""
    if a.article != b.article or any(s.claim.note or s.claim.replaces or s.unit != PERSON for s in (a, b)):
        return False
    if max(a.value, b.value) >= _CROWD:
        return False
    return not all((s.article, s.number) in here.repeated for s in (a, b))


def _says_only(s: Statement) -> bool:
    """ "The owner says only 112 were in there"."""
    return bool(s.voice) and s.says.split()[0].casefold() in word_classes()["no-more-than"]


def _both_give_both(a: Statement, b: Statement, here: Scene) -> bool:
    """True where each of two articles gives the other's figure, too, in running text: neither is against the other.

    A figure that somebody is named for stays a rival, unless it is a reading of the moment.
    """
    if (a.voice or b.voice) and here.moves is not Moves.EITHER:
        return False
    return (a.article, b.key) in here.in_body and (b.article, a.key) in here.in_body


def _headline_alone(a: Statement, b: Statement, here: Scene) -> bool:
    """True where a headline and a body differ and the body never gives the headline's figure."""
    parts = {s.claim.mention.span.part: s for s in (a, b)}
    headline = parts.get("headline")
    return headline is not None and len(parts) == 2 and (headline.article, headline.key) not in here.in_body
