"""Figures that nothing else explains: may both be true, and if not, what sets them against each other."""

from __future__ import annotations

from decimal import Decimal

from reconcile.claims.measuring.dynamics import Moves
from reconcile.claims.people.periods import SEVERAL
from reconcile.comparing.equivalents import digit_slip, has_transposed, is_added
from reconcile.comparing.excuses import excuse, few_of_a_group
from reconcile.comparing.judgement import Judgement
from reconcile.comparing.rounder import restates
from reconcile.comparing.scene import Scene
from reconcile.comparing.statements import Statement, is_one_threshold, meet
from reconcile.language.grammar import word_classes
from reconcile.language.quantity_values import PERSON
from reconcile.matching.measured import measure_level
from reconcile.model.claim import Incident
from reconcile.model.finding import Verdict
from reconcile.model.quantity import Hedge

_MUCH_ALIKE = Decimal("1.25")  # times, within which a count that tells no deed is taken for that of the deed
_CROWD = 100  # people, of whom one text tells as a whole


def by_interval(a: Statement, b: Statement, here: Scene) -> Judgement:
    if not meet(a, b):
        return _apart(a, b, here)
    if slip := digit_slip(a, b):
        return Judgement(Verdict.CONFLICT, (f"“{a.says}” and “{b.says}”: {slip}",))
    likely = a.likely.meets(b.likely) or is_one_threshold(a, b) or restates(a, b) or _someone(a) or _someone(b)
    if not (likely or _in_one_text(a, b)):
        return Judgement(Verdict.TENSION, (f"“{a.says}” and “{b.says}” can both be true but hardly are",))
    return Judgement(Verdict.COMPATIBLE, (f"“{a.says}” and “{b.says}” can both be true",))


def _in_one_text(a: Statement, b: Statement) -> bool:
    """True for bounds in the running text of one article, not of two sources: "at least 17 hurt", "at least 11"."""
    one, two = a.claim.mention.span, b.claim.mention.span
    two_voices = a.voice and b.voice and not a.voice.same_as(b.voice)
    return a.article == b.article and one.part == two.part and not two_voices


def _someone(s: Statement) -> bool:
    """True for "at least one", and for one person told without a number: it promises nothing of how many there are."""
    return s.hedge is Hedge.AT_LEAST and s.value == 1


def _apart(a: Statement, b: Statement, here: Scene) -> Judgement:
    """Two figures that cannot both be true, and no later report explains them."""
    against = f"“{a.says}” ({a.who}) against “{b.says}” ({b.who})"
    if has_transposed(a, b):
        return Judgement(Verdict.CONFLICT, (f"{against}: {digit_slip(a, b)}",))
    if why := excuse(a, b, here):
        return Judgement(Verdict.COMPATIBLE, (f"{against}; {why}",))
    if _deed_untold(a, b):
        return Judgement(Verdict.TENSION, (f"{against}; only one says what was done to them",))
    if _sum_up_apart(a, b):
        return Judgement(Verdict.TENSION, (f"{against}; each sums up several events, and maybe not the same",))
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
    if frozenset((a.claim.id, b.claim.id)) in here.loose and not here.corrections.put_right(a, b):
        return Judgement(Verdict.TENSION, (f"{against}; little tells that they answer one question",))
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


def _sum_up_apart(a: Statement, b: Statement) -> bool:
    """ "17 shootings over the weekend", "a string of shootings overnight": sums over events, and over other days."""
    sums = all(s.claim.period == SEVERAL and s.claim.frame.incident != Incident() for s in (a, b))
    return sums and a.claim.frame.days != b.claim.frame.days


def _deed_untold(a: Statement, b: Statement) -> bool:
    """ "388 flights were cancelled", "640 flights": things told without a deed may be more than were done so.

    Numbers that are much alike, or a slip of digits apart, are of one count all the same.
    """
    if measure_level(a.claim, b.claim) != "one-bare" or digit_slip(a, b):
        return False
    low, high = sorted((abs(a.value), abs(b.value)))
    return high > _MUCH_ALIKE * low


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

    A figure that somebody is named for stays a rival unless both name them, or it is a reading of the moment.
    """
    if (a.voice or b.voice) and here.moves is not Moves.EITHER:
        return (a.article, b.key, b.voice) in here.voiced and (b.article, a.key, a.voice) in here.voiced
    return (a.article, b.key) in here.in_body and (b.article, a.key) in here.in_body


def _headline_alone(a: Statement, b: Statement, here: Scene) -> bool:
    """True where a headline and a body differ and the body never gives the headline's figure."""
    parts = {s.claim.mention.span.part: s for s in (a, b)}
    headline = parts.get("headline")
    return headline is not None and len(parts) == 2 and (headline.article, headline.key) not in here.in_body
