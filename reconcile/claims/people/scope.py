"""Who exactly a figure counts, and whether that is all of its event or a part."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from attrs import frozen

from reconcile.claims.measuring.antecedents import are_all_of
from reconcile.claims.measuring.called_out import called_out, kind_called
from reconcile.claims.measuring.clause import Measured
from reconcile.claims.measuring.dynamics import of_the_moment
from reconcile.claims.measuring.kinds_listed import THINGS
from reconcile.claims.people.attackers import OTHERS
from reconcile.claims.people.limited import adds_to_others, are_the_rest, is_limited, is_one_of_several
from reconcile.claims.people.periods import period_of
from reconcile.claims.people.population import measures_share, next_figure, population_of
from reconcile.claims.tables import POPULATIONS
from reconcile.language.analysis import Analysis
from reconcile.language.counting import singular
from reconcile.language.dimensions import MONEY, dimension_of
from reconcile.language.grammar import stands_among, stands_between, word_classes
from reconcile.language.lexicon import Houses, phrase_table
from reconcile.language.quantities import QuantityMention
from reconcile.language.quantity_tables import tables
from reconcile.language.tokens import Tokens
from reconcile.model.claim import INCREMENT, UNNAMED, Scope
from reconcile.model.quantity import Hedge

FRONTED_REACH = 6  # tokens from the beginning of a sentence to a figure of those it opens with
AMONG_REACH = 6  # tokens after a figure in which "were among the dead" may stand
STUFF = frozenset({"volume", "mass"})  # what is measured, not counted
SUM_REACH = 6  # tokens after a sum of money in which a sum that it is part of may stand ("of the firm's old loan")
WHOLE_REACH = 4  # tokens after a figure in which its whole may stand ("of the 45 tanks")
OWNED_REACH = 6  # the same with its owner ("of the group's 14 plants")
FAMILIES = "families"
IN_HOMES = "people in homes"
PATIENTS = "patients"  # population of those whom one hospital counts
TOLD_REACH = 3  # tokens before a number in which "the toll of" may stand


Beside = Literal["", "before", "after"]


@frozen
class Counted:
    """Scope of a figure, the population it counts ("" for everyone), and "new" for an increment."""

    scope: Scope
    population: str
    period: str = ""


def counted(
    analysis: Analysis,
    figure: QuantityMention,
    sentence: tuple[int, int],
    measured: Measured | None,
    houses: Houses,
    beside: Beside = "",
) -> Counted:
    """Read scope and population of one figure from the words at and around it.

    `beside` says where another figure of the sentence has the same measure: "more" then adds to that one, or brings it
    about ("13 more deaths brought the toll to 44").
    """
    classes = word_classes(houses)
    population, group = population_of(analysis, figure, sentence, measured, houses)
    if measured is not None and measured.measure in classes["counted-by-home"]:
        population, group = _in_homes(figure, classes) if population in ("", FAMILIES) else (population, group)
    if called_out(measured, houses) and (kind := kind_called(analysis, figure, sentence, houses)):
        return Counted(Scope.PART, kind)
    if _of_one_hospital(analysis.tokens.words, figure, sentence, classes):
        return Counted(Scope.PART, PATIENTS)
    near = _near(analysis, figure, sentence, measured, houses)
    part = _is_part(analysis, figure, sentence, measured, near, houses)
    part = part or (measured is not None and measured.of is not None and _is_some_of(analysis, figure, classes))
    if group == "group" and not part and any(w in classes["remainder"] for w in near.inside):
        return Counted(Scope.WHOLE, "")  # "six other men": like the victims told before, all the others are men
    if part or group in ("group", "severity"):
        some = group == "role" and stands_among(near.inside, classes["of-these"])
        some = some and _is_named(analysis, population, (sentence[0], figure.first), houses)
        return Counted(Scope.PART, UNNAMED if some else population or UNNAMED)
    today = classes["new-today"] if _counted_anew(figure, measured, houses) else frozenset[str]()
    added = classes["increment"] - (frozenset() if beside == "before" and today else classes["new-today"])
    if beside and any(w in added for w in (*near.inside, *near.before[-1:])):
        return Counted(Scope.PART, population or INCREMENT)
    if adds_to_others(analysis, figure, measured, houses):
        return Counted(Scope.PART, population or OTHERS)
    if figure.quantity.unit is None and figure.quantity.head and stands_among(near.inside, classes["others-yet"]):
        return Counted(Scope.PART, population or "others")  # "33 dwellings and 41 other buildings"
    if _more_bodies(analysis.tokens.words, figure, near, classes):
        return Counted(Scope.PART, population or INCREMENT)
    fresh = any(w in today for w in (*near.inside, *near.before[-1:], *near.cue))
    if fresh or _listed_anew(analysis.tokens, figure, sentence, today):
        return Counted(Scope.WHOLE, population, "new")
    # "from ten-foot waves" and "the 22,000 of the police" name no state that has changed
    before = [] if near.voiced or "-" in near.inside else near.before
    return Counted(Scope.WHOLE, population, period_of(analysis, figure, sentence, before, measured, houses))


def _is_named(analysis: Analysis, population: str, before: tuple[int, int], houses: Houses) -> bool:
    """ "180 rescuers, 40 of them volunteers": volunteers are rescuers by the table, and so that tells no part."""
    return any(m.entry.id == population for m in phrase_table(POPULATIONS, houses).find(analysis.tokens, *before))


def _more_bodies(
    words: Sequence[str], figure: QuantityMention, near: _Near, classes: dict[str, frozenset[str]]
) -> bool:
    """ "Five more bodies", "the last five bodies", "the bodies of five more people": others were found before."""
    more = not classes["further-dead"].isdisjoint(words[figure.first : figure.last])
    last = not classes["last-dead"].isdisjoint(near.before[-1:])
    of_them = len(near.before) == 2 and singular(near.before[0], tables(())) in classes["body"]
    bodies = figure.quantity.head in classes["body"] or (more and of_them)
    return (more or last) and bodies and figure.quantity.hedge is Hedge.EXACT


def _in_homes(figure: QuantityMention, classes: dict[str, frozenset[str]]) -> tuple[str, str]:
    """Homes, households and customers without power are counted alike; the people in them are more, districts fewer."""
    head = figure.quantity.head or ""
    return (IN_HOMES if head in classes["in-homes"] else head if head in classes["whole-areas"] else "", "everyone")


@frozen
class _Near:
    """The words before a figure, in it, and behind it as far as they are its own; what stands before its measure.

    `voiced` says that what stands behind it names who gives it: "the 22,000 of the police".
    """

    before: list[str]
    inside: list[str]
    behind: list[str]
    cue: list[str]
    voiced: bool


def _near(
    analysis: Analysis, figure: QuantityMention, sentence: tuple[int, int], measured: Measured | None, houses: Houses
) -> _Near:
    words, classes = analysis.tokens.words, word_classes(houses)
    inside = words[figure.number_last : figure.last]
    behind = words[figure.last : min(sentence[1], figure.last + 2)]
    voices = analysis.attributions_near(figure.first)
    voiced = any(a.first <= figure.last < a.last or a.first == figure.last for a in voices)
    stuff = _measures_stuff(words, figure, sentence, classes)  # "800 litres of the brew" tells what was measured
    if (
        voiced
        or measures_share(measured, figure.last)  # "60 percent of the perimeter": that belongs to the measure
        or _has_whole(analysis, figure)
        or _is_told_of(words, figure, inside, classes)
        or (stuff and not stands_among(inside + behind, classes["of-these"]))
        or called_out(measured, houses)  # "82 percent of the teachers"
    ):
        behind = []
    return _Near(
        before=words[max(sentence[0], figure.first - 2) : figure.first],
        inside=inside,
        behind=behind,
        cue=words[max(sentence[0], measured.cue_first - 1) : measured.cue_first] if measured else [],
        voiced=voiced,
    )


def _is_told_of(
    words: list[str], figure: QuantityMention, inside: list[str], classes: dict[str, frozenset[str]]
) -> bool:
    """ "The 110,000 of the union", "the 19 of the market": a number told before, and no part of what follows."""
    return not inside and words[figure.first - 1] in classes["definite"] - classes["clause-opening"]


def _has_whole(analysis: Analysis, figure: QuantityMention) -> bool:
    """ "31 of the 45 tanks", "two of the group's 14 plants" count no part: they tell how far it has come."""
    whole = next_figure(analysis, figure, figure.last + OWNED_REACH)
    owned = whole < figure.last + OWNED_REACH and analysis.tokens.words[whole - 1] == "'s"
    return whole < figure.last + WHOLE_REACH or owned


def _is_some_of(analysis: Analysis, figure: QuantityMention, classes: dict[str, frozenset[str]]) -> bool:
    """ "Five Germans died, and three of the five sang in a choir": some of those told before."""
    whole = next_figure(analysis, figure, figure.last + WHOLE_REACH)
    return " ".join(analysis.tokens.words[figure.last : whole]) in classes["share-of"]


def _is_part(
    analysis: Analysis,
    figure: QuantityMention,
    sentence: tuple[int, int],
    measured: Measured | None,
    near: _Near,
    houses: Houses,
) -> bool:
    """True where the words around a figure make it some of those whom its text tells of."""
    if measured is not None and measured.of is not None and measured.counts == THINGS:
        return False  # "118 buildings, including 71 homes" are all homes that were hit
    if measured is not None and are_all_of(analysis, figure, (measured.cue_first, measured.cue_last), houses):
        return False
    tokens, words, classes = analysis.tokens, analysis.tokens.words, word_classes(houses)
    if _tells_its_own(words, figure, measured, near, classes):
        return False
    named = tokens.raw(figure.last + 2).istitle() if figure.last + 2 < len(tokens) else True
    # "seven victims of the attack", but "12 members of the Guard" are some of it
    behind = classes["part-after"] - (classes["of-the"] if near.inside and not named else frozenset())
    stop = min(sentence[1], figure.last + AMONG_REACH)
    return (
        _links(near.before, classes["part-before"])
        or _of(near.inside + near.behind, behind)
        or stands_between(tokens, figure.last, stop, classes["among-the-dead"])
        or _narrowed(words, figure, measured, classes)
        or _links(near.before, classes["first-few"])
        or (measured is None and _of_those_before(words, figure, sentence[0], classes))
        or is_limited(analysis, figure, sentence, houses)
        or is_one_of_several(analysis, figure, sentence, measured, houses)
        or are_the_rest(analysis, figure, measured, houses)
    )


def _tells_its_own(
    words: list[str],
    figure: QuantityMention,
    measured: Measured | None,
    near: _Near,
    classes: dict[str, frozenset[str]],
) -> bool:
    """ "Five carriages, of which three derailed": all that derailed, for the verb tells it of these alone."""
    if measured is None or measured.of is not None or measured.counts != "thing" or measured.cue_first < figure.last:
        return False
    after = words[figure.last : figure.last + 2]
    return " ".join(near.before) in classes["of-these"] or " ".join(after) in classes["of-these"]


def _counted_anew(figure: QuantityMention, measured: Measured | None, houses: Houses) -> bool:
    """True for what a text counts from day to day: "40 new cases" came today, "40 new jobs" are not yet there."""
    return of_the_moment(measured.measure if measured else figure.quantity.head or "", houses)


def _listed_anew(tokens: Tokens, figure: QuantityMention, sentence: tuple[int, int], today: frozenset[str]) -> bool:
    """ "New on 17 September: 3 cases, 2 deaths"; "New York: 3 cases" is a place."""
    words = tokens.words[sentence[0] : figure.first]
    if not words or words[0] not in today or ":" not in words:
        return False
    return not tokens.raw(sentence[0] + 1)[0].isupper()


def _measures_stuff(
    words: list[str], figure: QuantityMention, sentence: tuple[int, int], classes: dict[str, frozenset[str]]
) -> bool:
    """True for weights and the like, and for what goods are worth; "$8m of the loan" is part of a sum."""
    kind = dimension_of(figure.quantity.unit or "")
    if kind.startswith(MONEY):
        return classes["sum-of-money"].isdisjoint(words[figure.last : min(sentence[1], figure.last + SUM_REACH)])
    return kind in STUFF


def _narrowed(
    words: list[str], figure: QuantityMention, measured: Measured | None, classes: dict[str, frozenset[str]]
) -> bool:
    """ "Four bodies which had been moved": a clause says which, where the noun itself tells what is counted."""
    after = words[figure.last : figure.last + 1]
    if measured is None or not after or after[0] not in classes["narrowing"]:
        return False
    if not classes["told-number"].isdisjoint(words[max(0, figure.first - TOLD_REACH) : figure.number_first]):
        return False  # "the toll of 31 dead which was published": the clause is of the toll
    definite = words[figure.first - 1 : figure.first] if figure.first else []
    return figure.number_last <= measured.cue_first < figure.last and not _links(definite, classes["known-before"])


def _of_those_before(words: list[str], figure: QuantityMention, start: int, classes: dict[str, frozenset[str]]) -> bool:
    """ "Of the passengers 14 are under sixteen": some of those whom the sentence opens with."""
    return start + 2 < figure.first <= start + FRONTED_REACH and " ".join(words[start : start + 2]) in classes["of-the"]


def _of_one_hospital(
    words: list[str], figure: QuantityMention, sentence: tuple[int, int], classes: dict[str, frozenset[str]]
) -> bool:
    """ "Mercy Hospital received 14 patients", "in Mercy Hospital were admitted 14": others may lie elsewhere."""
    fronted = words[sentence[0]] in classes["fronted"]
    if not fronted and classes["patients"].isdisjoint(words[figure.number_last : figure.last]):
        return False
    before = words[sentence[0] : figure.first]
    at = next((i for i, w in enumerate(before) if w in classes["one-hospital"]), None)
    return at is not None and not classes["takes-in"].isdisjoint(before[at:])


def _links(before: list[str], links: frozenset[str]) -> bool:
    return bool(before) and (before[-1] in links or " ".join(before) in links)


def _of(after: list[str], links: frozenset[str]) -> bool:
    """ "four of them", "six of the wounded"."""
    return any(" ".join(after[i : i + 2]) in links for i in range(min(2, max(0, len(after) - 1))))
