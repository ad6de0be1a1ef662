"""The evidence in bits that two dates are of one happening."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from reconcile.claims.dates import ANOTHER
from reconcile.claims.happenings.happening_table import kind_of, once_kinds, own_kinds
from reconcile.claims.happenings.timed import COUNTED
from reconcile.language.calendar import shift_days
from reconcile.language.grammar import word_classes
from reconcile.language.stopwords import content_words
from reconcile.language.tokens import tokenize
from reconcile.matching.days import settled
from reconcile.model.claim import Claim
from reconcile.model.finding import Waterfall, Weight
from reconcile.model.when import DayRange, Granularity

THRESHOLD = 0.0  # bits above which two dates that agree are of one happening
_PRIOR, _PRIOR_INSIDE = -4.0, -6.0
_NEAR, _WEEK, _MONTH = 4, 10, 31  # days
_MANY_YEARS = 3
_FEW = 2  # words beside a date that tell nothing where they are others
_DECIDING = ("executive", "legislature", "judiciary", "membership")  # classes of bodies that decide one after another
_LONG = (Granularity.YEAR, Granularity.DECADE, Granularity.CENTURY)

# Evidence in bits that two dates are of one happening, by what was compared; -20 cannot be outweighed.
_BITS: dict[str, dict[str, float]] = {
    "happening": {"own": 5.0, "same": 2.0},
    "alone": {"own": 2.5, "kind": 1.5, "verb": 1.0, "else": 0.0},
    "again": {"same": 0.0, "else": -20.0},
    "names": {"several": 2.5, "one": 1.5, "unknown": 0.0, "else": -1.0},
    "wording": {"close": 4.5, "related": 2.0, "touching": 0.5, "unknown": 0.0, "else": -1.0},
    "numbers": {"same": 2.0, "unknown": 0.0},
    "place": {"else": -4.0, "unknown": 0.0},
    "time": {
        "same": 4.0,
        "meets": 2.0,
        "near": 0.0,
        "slip": 1.0,
        "digit": 1.5,
        "week": -1.5,
        "month": -7.0,
        "unknown": -1.0,
        "else": -20.0,
    },
    "counted": {"back": 7.0, "else": 0.0},
    "body": {"else": -8.0, "unknown": 0.0},
    "news": {"both": 2.0, "else": 0.0},
}


def waterfall(a: Claim, b: Claim, alone: bool, news: bool = False) -> Waterfall:
    """What speaks for and against.

    `alone` says that either article dates one such happening, `news` that each opens with it.
    """
    inside = a.mention.span.article == b.mention.span.article
    levels = {
        "happening": "own" if not inside and _is_one_of_its_kind(a, b) else "same",
        "alone": _alone(a.measure) if alone and not inside else "else",
        "again": "same" if (a.population == ANOTHER) == (b.population == ANOTHER) else "else",
        "names": _names(a, b),
        "wording": _wording(a, b),
        "numbers": "same" if _numbers(a) & _numbers(b) else "unknown",
        "place": "else" if _elsewhere(a, b) and _elsewhere(b, a) else "unknown",
        "time": _time(a, b),
        "counted": "back" if inside and COUNTED in (a.period, b.period) else "else",
        "body": "else" if _are_two_bodies(a, b) else "unknown",
        "news": "both" if news and not inside and _is_one_news(a, b) else "else",
    }
    weights = tuple(Weight(name, level, _BITS[name][level]) for name, level in levels.items())
    return Waterfall(a.id, b.id, _PRIOR_INSIDE if inside else _PRIOR, weights, THRESHOLD)


def _is_one_news(a: Claim, b: Claim) -> bool:
    """True where both texts were out when either day had come, and name no other people or places.

    What opens the one is then hardly an earlier event than what opens the other.
    """
    days, written = settled((a, b)), [c.frame.incident.written for c in (a, b)]
    return _names(a, b) != "else" and all(d and w and d.last <= w for d in days for w in written)


def _are_two_bodies(a: Claim, b: Claim) -> bool:
    """ "The cabinet approved the bill on Tuesday" and "the assembly approved the bill on Wednesday": two steps."""
    ours, theirs = ({kind for kind, words in _bodies() if c.context & words} for c in (a, b))
    return bool(ours and theirs) and ours.isdisjoint(theirs)


@lru_cache(maxsize=1)
def _bodies() -> tuple[tuple[str, frozenset[str]], ...]:
    """The words for each kind of body that decides, as the context of a claim has them."""
    told = {kind: [tokenize(word) for word in word_classes()[kind]] for kind in _DECIDING}
    return tuple((k, frozenset(w for t in each for w in content_words(t, 0, len(t)))) for k, each in told.items())


def _alone(measure: str) -> str:
    """How much it tells that either article dates one such happening: least of a verb that stands in no table."""
    return "own" if measure in own_kinds() else "kind" if kind_of(measure) == measure else "verb"


def _is_one_of_its_kind(a: Claim, b: Claim) -> bool:
    return a.measure in once_kinds() or (a.measure in own_kinds() and _of_the_story(a, b))


def _of_the_story(a: Claim, b: Claim) -> bool:
    """True where the happening is what both articles are about; what lies long before either is not."""
    return all(c.frame.main and c.measure in c.frame.kinds[:2] for c in (a, b))


def _names(a: Claim, b: Claim) -> str:
    shared = sum(any(_one_within_other(x, y) for y in b.frame.names) for x in a.frame.names)
    if shared:
        return "several" if shared > 1 else "one"
    return "else" if a.frame.names and b.frame.names else "unknown"


def _one_within_other(a: str, b: str) -> bool:
    """ "harbour board" and "board", "ruiz" and "ana ruiz"."""
    if a == b:
        return True
    ones, twos = set(a.split()), set(b.split())
    return ones <= twos or twos <= ones


def _numbers(claim: Claim) -> frozenset[str]:
    return frozenset(word for word in claim.context if word[0].isdigit())


def _elsewhere(a: Claim, b: Claim) -> bool:
    """True where `a` happened in places that the other sentence, and the head of its article, do not name."""
    there = b.where | b.frame.places
    return bool(a.where and b.where) and not any(_one_within_other(x, y) for x in a.where for y in there)


def _wording(a: Claim, b: Claim) -> str:
    shared_names = (
        n
        for ours, theirs in ((a.frame.names, b.frame.names), (b.frame.names, a.frame.names))
        for n in ours
        if any(_one_within_other(n, other) for other in theirs)
    )
    named = {word for name in shared_names for word in name.split()}  # they count as names already
    one, two = (c.context - named - _numbers(c) for c in (a, b))
    smaller = min(len(one), len(two))
    if not smaller:
        return "unknown"
    shared = len(one & two)
    share = shared / smaller
    if shared >= 3 and share >= 0.5:
        return "close"
    if not shared and smaller <= _FEW:
        return "unknown"
    related = share >= 0.25 if shared >= 2 else shared and share >= 0.5
    return "related" if related else "touching" if shared else "else"


def _time(a: Claim, b: Claim) -> str:
    """How far apart the two times lie; a slip is of the month or the year (see `_is_slip`)."""
    one, two = settled((a, b))
    if one is None or two is None:
        return "unknown"
    if one == two:
        return "same"
    gap = one.gap(two)
    if gap == 0:
        return "meets"
    if _is_turned(one, two):
        return "digit"
    if one.granularity in _LONG and two.granularity in _LONG:
        return "near" if gap < 366 * _MANY_YEARS else "else"
    if gap < _NEAR:
        return "near"
    if _is_slip(one, two):
        return "slip"
    if _is_digit(a, one, b, two):
        return "digit"
    return "week" if gap <= _WEEK else "month" if gap <= _MONTH else "else"


def _is_slip(one: DayRange, two: DayRange) -> bool:
    """True for a day of another month, a day or month of another year, and the last days of two months.

    So "October 2024" is for a day of October 2023.
    """
    kinds = {one.granularity, two.granularity}
    if kinds == {Granularity.MONTH, Granularity.DAY}:
        return one.first.month == two.first.month and one.first.year != two.first.year
    if one.granularity is two.granularity is Granularity.MONTH:
        return one.first.month == two.first.month
    if one.first != one.last or two.first != two.last:
        return False
    a, b = one.first, two.first
    if a.year == b.year and _ends_its_month(a) and _ends_its_month(b):
        return True
    return a.day == b.day and (a.month == b.month or a.year == b.year)


def _ends_its_month(day: date) -> bool:
    return shift_days(day, 1).day == 1


def _is_turned(one: DayRange, two: DayRange) -> bool:
    """ "1987" and "1978": the last digits of a year in another order."""
    if not one.granularity is two.granularity is Granularity.YEAR:
        return False
    a, b = (f"{d.first.year:04}" for d in (one, two))
    return a[:2] == b[:2] and a[2:] == b[:1:-1]


def _is_digit(a: Claim, one: DayRange, b: Claim, two: DayRange) -> bool:
    """ "January 9" and "January 19", "12 May" and "21 May": one digit of the day, or their order."""
    days = (one.first, two.first)
    if one.first != one.last or two.first != two.last or days[0].replace(day=1) != days[1].replace(day=1):
        return False
    written = [str(d.day) for d in days]
    told = all(number in c.mention.text for number, c in zip(written, (a, b), strict=True))
    return told and (written[0] == written[1][::-1] or written[0][-1] == written[1][-1])
