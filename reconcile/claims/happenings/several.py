"""Articles that tell of several attacks: which counts belong to which, and which adds them up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from reconcile.claims.people.periods import SEVERAL
from reconcile.language.grammar import stands_among, word_classes
from reconcile.language.lexicon import Houses
from reconcile.model.change import evolve
from reconcile.model.claim import Claim, Incident, Scope, Status
from reconcile.model.quantity import Hedge
from reconcile.model.when import DayRange

_SHARP = (Hedge.EXACT, Hedge.AT_LEAST)  # "at least 22" and 41 come to "at least 63"
_PAIR_REACH = 5  # tokens before "attacks" in which "one of the two" may stand, with a word between
_SPAN_REACH = 4  # tokens behind "two attacks" in which "in four days" may stand
_MOST = 12  # sharp counts of one measure in one article; of more, no two are added up


def told_apart(claims: Sequence[Claim]) -> list[Claim]:
    """The claims of one article that tells the day of an event.

    A count that is the sum of two others, of which one has a day of its own, tells of both events ("In all, 20 people
    have died"); the other of the two is then not of that day.
    """
    known = list(claims)
    for both, own, other in list(_sums(known)):
        known = [_apart(c, both, own, other) for c in known]
    return known


def _sums(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim, Claim]]:
    """A count, an addend that has a day of its own, and the other addend."""
    sharp: dict[str, dict[object, Claim]] = {}
    for c in claims:
        stated = c.status is Status.STATED and c.scope is Scope.WHOLE and not c.population
        if stated and c.frame.incident.written and c.quantity.hedge in _SHARP:
            told = (c.quantity.value, c.frame.incident.day, c.frame.incident.scenes)
            sharp.setdefault(c.measure, {}).setdefault(told, c)
    for own in sharp.values():
        by_value = {c.quantity.value: c for c in own.values()}
        for one, two in combinations(list(own.values())[:_MOST], 2):
            both = by_value.get(one.quantity.value + two.quantity.value)
            if both is not None and one.quantity.value and two.quantity.value and _differ(one, two):
                yield (both, one, two) if _day(one) else (both, two, one)


def _differ(one: Claim, two: Claim) -> bool:
    """True for counts of events on two days, or at two sites."""
    here, there = one.frame.incident.scenes, two.frame.incident.scenes
    return _day(one) != _day(two) or bool(here and there and here.isdisjoint(there))


def _day(claim: Claim) -> DayRange | None:
    return claim.frame.incident.day


def _apart(claim: Claim, both: Claim, own: Claim, other: Claim) -> Claim:
    """One claim of the article, now that `both` is known to be the sum of the two others."""
    if claim.measure == both.measure and claim.quantity.value == both.quantity.value:
        return over_time(claim)
    day = _day(own)
    if _day(other) is None and _day(claim) is None and claim.frame.incident.written and day is not None:
        incident = claim.frame.incident
        return knowing(claim, evolve(incident, others=incident.others | {day}))
    return claim


def adds_up(words: Sequence[str], loosely: bool, houses: Houses) -> bool:
    """True for words that put like events together ("both attacks"), not for "the deadlier of the two attacks".

    Read `loosely`, "two attacks" does so too, and not only "the two".
    """
    classes = word_classes(houses)
    definite, indefinite = classes["the-pair"], classes["a-pair"]
    if loosely and stands_among(words, classes["added-up"]):
        definite = definite | classes["definite-plural"]  # "Together the bombings have killed 51"
    for i in (i for i, word in enumerate(words) if word in classes["like-events"]):
        before = words[max(0, i - _PAIR_REACH) : i]
        known = next(
            (n for n in range(len(before)) if " ".join(before[n : n + 2]) in definite or before[n] in definite), None
        )
        at = (
            known if known is not None else next((n for n, w in enumerate(before) if loosely and w in indefinite), None)
        )
        if at is not None and not _singled_out(before[:at], classes):
            return True
    return False


def _over_days(behind: Sequence[str], classes: Mapping[str, frozenset[str]]) -> bool:
    """ "Two bombs in four days", "three attacks within a week": they were no one attack."""
    return behind[:1] != [] and behind[0] in classes["in-a-span"] and not classes["long-span"].isdisjoint(behind)


def over_days(words: Sequence[str], houses: Houses) -> bool:
    """True for words that add up what happened on several days: "36 dead from two bombs in four days"."""
    classes = word_classes(houses)
    events = classes["like-events"] | classes["used-in-attacks"]
    for i in (i for i, word in enumerate(words) if word in events):
        if not _over_days(words[i + 1 : i + 1 + _SPAN_REACH], classes):
            continue
        before = words[max(0, i - _PAIR_REACH) : i]
        at = next((n for n, word in enumerate(before) if word in classes["a-pair"]), None)
        if at is not None and not _singled_out(before[:at], classes):
            return True
    return False


def _singled_out(before: Sequence[str], classes: Mapping[str, frozenset[str]]) -> bool:
    """ "The deadlier of" the two attacks."""
    return before[-1:] == ["of"] and not classes["singled-out"].isdisjoint(before[-2:-1])


def over_time(claim: Claim, period: str = SEVERAL) -> Claim:
    """The claim as a count of several events, or of all in a period, which is no rival of any one event's."""
    status = Status.BACKGROUND if claim.status is Status.STATED else claim.status
    return knowing(evolve(claim, period=period, status=status), Incident())


def knowing(claim: Claim, incident: Incident) -> Claim:
    """The claim with this incident in its frame."""
    return evolve(claim, frame=evolve(claim.frame, incident=incident))
