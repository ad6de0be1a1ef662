"""Why two figures that cannot both be true of one thing are no rivals: they count other people, or other things."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from reconcile.claims.measuring.dynamics import Moves
from reconcile.claims.measuring.measure_table import POINTS, is_among, known_measures
from reconcile.claims.tables import disjoint_groups, listed_groups, states
from reconcile.comparing.equivalents import digit_slip, is_of_others
from reconcile.comparing.scene import Scene
from reconcile.comparing.statements import Statement
from reconcile.language.grammar import word_classes
from reconcile.matching.surroundings import MUCH_ALIKE
from reconcile.matching.tolls import is_few_beside
from reconcile.matching.values import PERSON
from reconcile.model.claim import INCREMENT, Scope, Status

_ORDERS = 40  # times, beyond which ten of ten conflicts between labelled figures were of other things
_FEW = 5  # people of a group so few that several such may be told of one event
_MANY = 12  # from which a count of some kind of people or things is of all there are
_A_NEWS_DAY = timedelta(hours=36)  # between two reports of one state of things
_SEASON = timedelta(days=60)  # between reports, after which counts of some thing are of other such things


def few_of_a_group(a: Statement, b: Statement) -> bool:
    """True for small counts of part of a group: "two children" of one passage need not be the three of another."""
    return all(s.claim.scope is Scope.PART and s.value < _FEW for s in (a, b))


def _is_background(a: Statement, b: Statement, _: Scene) -> bool:
    return Status.BACKGROUND in (a.status, b.status) and a.status is not b.status


def _of_other_orders(a: Statement, b: Statement, _: Scene) -> bool:
    """True for numbers further apart than any rise, and by no slip that keeps the digits (million, billion)."""
    low, high = sorted((abs(a.value), abs(b.value)))
    return high > _ORDERS * low > 0 and low.normalize().as_tuple().digits != high.normalize().as_tuple().digits


def _likened(a: Statement, b: Statement, _: Scene) -> bool:
    """True where one does not say what it counts: only its likeness to the other put it there."""
    return not (a.claim.measure and b.claim.measure) and not (a.voice or b.voice)


def _are_among(a: Statement, b: Statement, _: Scene) -> bool:
    """True for fewer people in hospital than one article has injured."""
    fewer, more = sorted((a, b), key=lambda s: s.value)
    return is_among(fewer.claim.measure, more.claim.measure)


def _side_by_side(a: Statement, b: Statement, here: Scene) -> bool:
    """True for two figures of one sentence that nobody sets against each other, and for a sum and its addend."""
    if a.claim.mention.span.overlaps(b.claim.mention.span):
        return True
    return a.article == b.article and (a.article, frozenset((a.number, b.number))) in here.together


def _someone_of_a_group(a: Statement, b: Statement, _: Scene) -> bool:
    """True for "one woman" beside several."""
    if not few_of_a_group(a, b):
        return False
    hurt = a.claim.population in states(())
    return min(a.value, b.value) == 1 and a.claim.population == b.claim.population and not hurt


def _of_one_group(a: Statement, b: Statement, _: Scene) -> bool:
    """True for "two women" beside four people; "six other men" beside seven are all who are left."""
    fewer, most = (a, b) if a.value < b.value else (b, a)
    return fewer.claim.population in disjoint_groups(()) and not most.claim.population and not is_of_others(fewer.claim)


def _some_of_one_group(a: Statement, b: Statement, _: Scene) -> bool:
    """True for "two city officers" beside all the three officers who died."""
    fewer, most = (a, b) if a.value < b.value else (b, a)
    alike = fewer.claim.population == most.claim.population and fewer.claim.population in listed_groups(())
    return alike and fewer.claim.scope is Scope.PART and most.claim.scope is Scope.WHOLE


def _of_one_nation(a: Statement, b: Statement, _: Scene) -> bool:
    """True for "seven French climbers" beside eleven climbers."""
    fewer, most = (a, b) if a.value < b.value else (b, a)
    told = fewer.claim.nation and fewer.claim.scope is Scope.PART and fewer.unit == most.unit == PERSON
    return bool(told) and not most.claim.nation


def _two_additions(a: Statement, b: Statement, _: Scene) -> bool:
    """True for "six more bodies" and "two more bodies": each comes on top of what had been told before it."""
    return all(s.claim.population == INCREMENT for s in (a, b)) and a.article != b.article


def _without_crew(a: Statement, b: Statement, _: Scene) -> bool:
    """True for fewer passengers than people aboard: a crew is aboard, too."""
    fewer, most = (a, b) if a.value < b.value else (b, a)
    carried, classes = fewer.claim.population, word_classes()
    aboard = a.claim.measure == b.claim.measure and a.claim.measure in classes["with-crew"]
    return aboard and carried in classes["no-crew"] and carried != most.claim.population


def _leaves_others_out(a: Statement, b: Statement, here: Scene) -> bool:
    """True for a lower count of those somebody came upon, or who remain, and of others beside a count of the same text
    that is the higher one."""
    fewer, most = (a, b) if a.value < b.value else (b, a)
    if fewer.claim.id in here.partial:
        return most.claim.id not in here.partial
    return is_of_others(fewer.claim) and (fewer.article, most.number) in here.given


def _of_a_bare_kind(a: Statement, b: Statement, _: Scene) -> bool:
    """True for counts that say no more than of what they are, few or far apart ("two men", "five men").

    But 2,400 tents are sooner a slip of 240.
    """
    bare = all(s.claim.measure == s.claim.quantity.head and not s.measured for s in (a, b))
    if not bare or a.claim.measure in known_measures():
        return False
    low, high = sorted((abs(a.value), abs(b.value)))
    return high < _MANY or (high > MUCH_ALIKE * low and not digit_slip(a, b))


def _few_of_many(a: Statement, b: Statement, here: Scene) -> bool:
    """True for a few people, but not nobody, beside many times as many: "five bodies were found", "23 died".

    Not where they are all that a report of about the same time gives.
    """
    fewer, most = (a, b) if a.value < b.value else (b, a)
    if not (a.unit == b.unit == PERSON and fewer.value > 0 and is_few_beside(fewer.value, most.value)):
        return False
    at_once = abs(a.moment.order - b.moment.order) <= _A_NEWS_DAY
    return not (at_once and here.highest.get(fewer.article) == fewer.value)


def _told_in_retrospect(a: Statement, b: Statement, here: Scene) -> bool:
    """True for a lower count of a later report that tells one as high as the other's, too, of a count that only rises.

    It tells how the count stood once, or some of them: 74 of 89 conflicts about such counts were none, in stories that
    the rules had not been tried on.
    """
    later_and_lower = b.value < a.value and b.moment.after(a.moment, here.gap) and a.article != b.article
    aside = not b.voice and b.claim.mention.span.part != "headline"
    return here.moves is Moves.RISES and later_and_lower and aside and here.highest.get(b.article, b.value) >= a.value


def _of_some_stage(a: Statement, b: Statement, here: Scene) -> bool:
    """True for a number that a moving count went through, and for how far one had come, in a report of unknown time."""
    unknown = any(s.moment.latest is None for s in (a, b))
    return unknown and (a.claim.measure in word_classes()["tells-how-far"] or here.growth.of_some_stage(a, b))


def _at_least_so_many(a: Statement, b: Statement, here: Scene) -> bool:
    """True for a lower number that its own article gives as a lower bound, too: a headline leaves "at least" out."""
    fewer, most = (a, b) if a.value < b.value else (b, a)
    return fewer.article != most.article and here.growth.is_floor(fewer)


def _things_long_apart(a: Statement, b: Statement, _: Scene) -> bool:
    """True for things that no measure is known of ("two bullet holes"), in reports of two seasons."""
    listed, before, after = known_measures(), a.moment.latest, b.moment.earliest
    if a.measured or b.measured or a.claim.measure in listed or b.claim.measure in listed:
        return False
    return before is not None and after is not None and after - before > _SEASON


def _of_one_text(a: Statement, b: Statement, _: Scene) -> bool:
    """True for two sums, terms or lengths in the running text of one article ("42 months", "150 months").

    Not where two sources are named for them: "the ministry puts the crop at 2.1 million tonnes, the union at 1.8".
    """
    low, high = sorted((abs(a.value), abs(b.value)))
    two_sources = a.voice and b.voice and not a.voice.same_as(b.voice) and a.claim.measure in known_measures()
    if two_sources and high <= MUCH_ALIKE * low:
        return False
    one, two = a.claim.mention.span, b.claim.mention.span
    return a.measured and b.measured and a.article == b.article and one.part == two.part


def _steps(a: Statement, b: Statement, _: Scene) -> bool:
    """True for percentage points of which the texts do not tell what moved by them: each is since some other day."""
    listed = known_measures()
    untold = all(s.unit == POINTS and s.claim.measure not in listed for s in (a, b))
    return untold and not (a.voice and b.voice)


_EXCUSES: tuple[tuple[Callable[[Statement, Statement, Scene], bool], str], ...] = (
    (_is_background, "one of them is background"),
    (_of_other_orders, "so far apart, they count other things"),
    (_likened, "one of them does not say what it counts"),
    (_steps, "neither says what moved, nor since when"),
    (_side_by_side, "one sentence tells both, side by side"),
    (_someone_of_a_group, "one may be of the others"),
    (_are_among, "one counts some of those whom the other counts"),
    (_of_one_group, "one counts a group, the other all"),
    (_some_of_one_group, "one counts some of those whom the other counts"),
    (_of_one_nation, "one counts those of one country"),
    (_two_additions, "each comes on top of a count before it"),
    (_without_crew, "one leaves the crew out"),
    (_leaves_others_out, "one may leave out whom the other counts"),
    (_of_a_bare_kind, "nothing tells that they count the same"),
    (_few_of_many, "so few may be only some of them"),
    (_told_in_retrospect, "its own report gives a count as high, too"),
    (_of_some_stage, "it may be of another time, as the count moved while reports came in"),
    (_at_least_so_many, "its own report has “at least”, too"),
    (_things_long_apart, "told long apart, of things of one kind"),
    (_of_one_text, "one text gives both, of two things as it seems"),
)


def excuse(a: Statement, b: Statement, here: Scene) -> str:
    """The first reason that fits, in words; empty where nothing excuses the difference. `a` is the earlier in order."""
    return next((why for holds, why in _EXCUSES if holds(a, b, here)), "")
