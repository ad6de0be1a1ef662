"""Who the people are that a figure counts: a group, a role, those in some state, or everybody."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.claims.measuring.called_out import called_out
from reconcile.claims.measuring.clause import Measured
from reconcile.claims.people.attackers import KILLED, WITH_HIM
from reconcile.claims.people.complements import complement, labelled
from reconcile.claims.people.counted_in import takes_in_attacker
from reconcile.claims.people.whereabouts import placed, whereabouts
from reconcile.claims.tables import POPULATIONS, Population, everyone, thing
from reconcile.language.analysis import Analysis
from reconcile.language.counting import singular
from reconcile.language.dimensions import DURATION, dimension_of
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses, phrase_table
from reconcile.language.quantities import QuantityMention
from reconcile.language.quantity_tables import tables
from reconcile.language.quantity_values import PERSON
from reconcile.language.tokens import Tokens

AFTER_REACH = 7  # tokens after a figure in which a population or severity may be named
FRONTED_REACH = 10  # tokens from "of the militants" to the figure that counts some of them
INCLUDED_REACH = 14  # tokens after a figure in which "including the suspect" may stand
SHARE = "share"  # what a measure counts that is told in percent
EVERYBODY = ("", "everyone")
Told = tuple[str, str]  # the id of a population ("" for nobody in particular), and its kind


def population_of(
    analysis: Analysis, figure: QuantityMention, sentence: tuple[int, int], measured: Measured | None, houses: Houses
) -> Told:
    """The population that the words in and around a figure tell, and its kind ("group", "role", "severity", …)."""
    tokens = analysis.tokens
    limit = min(sentence[1], figure.last + INCLUDED_REACH)
    following = next_figure(analysis, figure, limit)
    before = (q.first for q in analysis.between(analysis.quantities, sentence[0], figure.first))
    opening = sentence[0], min(before, default=figure.first)
    until, numbers = _past_attackers(analysis, figure, limit, houses)
    if takes_in_attacker(tokens.words, (figure.last, until), opening, houses, numbers):
        return WITH_HIM, "with"
    if what := complement(analysis, figure, sentence, houses) or whereabouts(analysis, figure, sentence, houses):
        return what, "group"
    if part := labelled(analysis, figure, sentence[0], houses):
        return part.id, part.kind
    table = phrase_table(POPULATIONS, houses)
    whole = table.at(tokens, figure.number_last) if figure.number_last < len(tokens) else None
    if whole is not None and whole.end > figure.last and whole.entry.kind == "everyone":
        return EVERYBODY  # "40,000 men, women and children"
    inside = table.find(tokens, figure.number_last, figure.last)
    of_things = figure.quantity.unit is None and figure.quantity.head is not None
    inside = [m for m in inside if not (of_things and m.end < figure.last)]  # "27 family homes", "40 police cars"
    own = [m.entry for m in inside if not _is_compound(tokens, m.start, m.end)]
    told = _by_table(_last_told(own), measured) if own else _by_noun(figure, measured, houses)
    if told is None and dimension_of(figure.quantity.unit or "") == DURATION:
        return "", ""  # "three years for households"
    if told is None and not own and figure.last == figure.number_last:
        others = (q.last for q in analysis.between(analysis.quantities, sentence[0], figure.first))
        told = _number_of(analysis, (max(others, default=sentence[0]), figure.first), measured, houses)
        told = told or _fronted(analysis, (sentence[0], figure.first), measured, houses)
    if told is None and (where := placed(analysis, figure, measured, houses)):
        return where, "role"
    told = told or _behind(analysis, figure, following, measured, houses, bool(own))
    return told or ("", "everyone" if own else "")


def _last_told(own: Sequence[Population]) -> Population:
    """The last word that says who they are; of "two female victims" that is "female"."""
    narrowed = len(own) > 1 and own[-1].kind == "everyone" and own[-2].kind in ("group", "role")
    return own[-2] if narrowed else own[-1]


def _number_of(analysis: Analysis, own: tuple[int, int], measured: Measured | None, houses: Houses) -> Told | None:
    """ "The number of women who were injured rose to 40": whom the noun before the figure says it counts.

    "The count of the police" says who counted.
    """
    tokens, classes, stop = analysis.tokens, word_classes(houses), own[1]
    for at in reversed(tokens.where(classes["number-of"], *own)):
        if tokens.words[at + 1] not in classes["counted-among"]:
            continue
        first = at + 2 + (tokens.words[at + 2] in classes["definite"]) if at + 2 < stop else stop
        match = phrase_table(POPULATIONS, houses).at(tokens, first, stop)
        voiced = match is not None and analysis.between(analysis.attributions, match.start, match.end)
        return _by_table(match.entry, measured) if match is not None and not voiced else None
    return None


def _fronted(analysis: Analysis, before: tuple[int, int], measured: Measured | None, houses: Houses) -> Told | None:
    """ "Of the militants, the minister said, 29 were dead": some of those whom the sentence opens with."""
    tokens, (start, stop) = analysis.tokens, before
    named = start + 2
    if not start < stop - 2 <= start + FRONTED_REACH or analysis.between(analysis.quantities, start, stop):
        return None
    if " ".join(tokens.words[start:named]) not in word_classes(houses)["of-the"]:
        return None
    match = phrase_table(POPULATIONS, houses).at(tokens, named, stop)
    return _by_table(match.entry, measured) if match is not None else None


def _by_table(own: Population, measured: Measured | None) -> Told | None:
    """What the figure's own words say by the table: "12 children", "four critically"."""
    if own.kind in ("group", "role"):
        return own.id, "role" if own.kind == "role" and _alone(measured) else "group"
    return (own.id, "severity") if own.kind == "severity" and not _of_the_dead(measured) else None


def _by_noun(figure: QuantityMention, measured: Measured | None, houses: Houses) -> Told | None:
    """A noun that no table lists still says who they are: "two reporters", "23 guests and one attendant"."""
    head = figure.quantity.head
    # its own noun, not that of the figure before it: "412,000 participants, of whom 68,000 here"
    named = measured is not None and (measured.of is None or figure.last > figure.number_last)
    if figure.quantity.unit != PERSON or not head or not named or is_everyone(head, houses):
        return None
    if measured is not None and thing(head, houses) in (measured.measure, singular(measured.measure, tables(houses))):
        return EVERYBODY  # "four raiders": all who are counted as robbers
    return head, "role" if _alone(measured) else "group"


def _behind(
    analysis: Analysis, figure: QuantityMention, following: int, measured: Measured | None, houses: Houses, said: bool
) -> Told | None:
    """A group or a state of health told behind the figure; no group where its own words have `said` who they are."""
    words, near = analysis.tokens.words, min(following, figure.last + AFTER_REACH)
    for match in phrase_table(POPULATIONS, houses).find(analysis.tokens, figure.last, near):
        if any(a.first <= match.start < a.last for a in analysis.attributions_near(figure.first)):
            continue  # "the 22,000 of the police" names who says it
        if words[match.end : match.end + 1] == [":"]:
            continue  # "Injured: 411, of whom serious: 52": the label of the next figure
        if measures_share(measured, match.start):
            continue  # "15 percent of its staff"
        entry: Population = match.entry
        if entry.kind == "role" and called_out(measured, houses):
            continue  # "82 percent of teachers walked out": they are all who were called on to
        if entry.kind == "severity":
            if ";" in words[figure.last : match.start]:
                return None  # "2,390 wounded; those in intensive care": what follows speaks of others
            if _of_the_dead(measured):
                continue  # "three died and one was critically injured": no state of health is told of the dead
            return entry.id, "severity"
        tells = word_classes(houses)["tells-who"].issuperset(words[figure.last : match.start])
        if entry.kind in ("group", "role") and not said and tells and match.start <= figure.last + 2:
            return entry.id, "group"  # but "three after a woman died" counts no women
    return None


def is_everyone(noun: str, houses: Houses) -> bool:
    """True for a noun that restricts nobody ("people", "victim")."""
    return noun in everyone(houses)


def measures_share(measured: Measured | None, token: int) -> bool:
    """True where the token belongs to the words that tell what a share is of."""
    return measured is not None and measured.counts == SHARE and measured.cue_first <= token < measured.cue_last


def next_figure(analysis: Analysis, figure: QuantityMention, limit: int) -> int:
    """Where the figure behind this one begins, before the token `limit`; else `limit`."""
    return min((q.first for q in analysis.between(analysis.quantities, figure.last, limit)), default=limit)


def _past_attackers(
    analysis: Analysis, figure: QuantityMention, limit: int, houses: Houses
) -> tuple[int, frozenset[int]]:
    """Where the first figure behind this one begins that counts no attackers, and the tokens of their numbers."""
    attackers = word_classes(houses)["attacker"]
    numbers: set[int] = set()
    for other in analysis.between(analysis.quantities, figure.last, limit):
        if attackers.isdisjoint(analysis.tokens.words[other.number_last : other.last]):
            return other.first, frozenset(numbers)
        numbers.update(range(other.first, other.number_last))
    return limit, frozenset(numbers)


def _of_the_dead(measured: Measured | None) -> bool:
    return measured is not None and measured.measure == KILLED


def _alone(measured: Measured | None) -> bool:
    """True where a figure has a predicate of its own, not one shared with a figure before it."""
    return measured is not None and measured.of is None


def _is_compound(tokens: Tokens, first: int, last: int) -> bool:
    """ "12 family-run hotels", "83 single-family homes": what a hyphen ties to another word counts nobody."""
    return tokens.words[first - 1 : first] == ["-"] or tokens.words[last : last + 1] == ["-"]
