"""What the first figure of an answer counts: "How many were arrested? Fourteen." is "Fourteen were arrested"."""

from __future__ import annotations

from collections.abc import MutableMapping

from reconcile.claims.measuring.measure_table import known_measures
from reconcile.claims.measuring.measures import Sentence
from reconcile.claims.people.scope import counted
from reconcile.claims.tables import thing
from reconcile.language.analysis import Analysis, analyse
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.quantities import QuantityMention
from reconcile.language.quantity_values import PERSON
from reconcile.model.change import evolve
from reconcile.model.claim import Claim, Scope

LONGEST = 20  # tokens of a question that asks for a count
_ASKED = frozenset("?")
_OPENING = 2  # tokens of a question before its "how many" or "who" ("And how many died?")


def answer_counts(claims: MutableMapping[int, Claim], analysis: Analysis, houses: Houses = ()) -> None:
    """Change `claims` (by the index of their figure): a count that says no more than what it counts, and opens the
    answer to a question, tells what was asked."""
    for mark in analysis.tokens.where(_ASKED):
        at = analysis.sentence_of(mark)
        first, last = analysis.sentences[at]
        if mark != last - 1 or last - first > LONGEST or at + 1 == len(analysis.sentences):
            continue
        own = analysis.indices(analysis.quantities, *analysis.sentences[at + 1])
        for index in own:
            claim = claims.get(index)
            if claim is None or not _is_open(claim, houses) or (index != own[0] and claim.scope is not Scope.PART):
                break  # "112 buildings, including 71 houses": what is some of the answer is told of, too
            claims[index] = _answered(claim, _statement(analysis, (first, last), index, houses), houses)


def _is_open(claim: Claim, houses: Houses) -> bool:
    """True for a count of which only the noun is known, if that."""
    if claim.quantity.unit not in (None, PERSON) or claim.note or claim.measure in known_measures(houses):
        return False
    return not claim.measure or claim.measure in (claim.quantity.head, thing(claim.quantity.head or "", houses))


def _statement(analysis: Analysis, question: tuple[int, int], index: int, houses: Houses) -> str:
    """The question as a statement, with the figure in the place of what it asks for; "" where it asks for no count.

    Nor for two: "How many were hurt, and how many died?"
    """
    tokens, figure, classes = analysis.tokens, analysis.quantities[index], word_classes(houses)
    first, last = question
    asks = sum(" ".join(tokens.words[i : i + n]) in classes["asks-count"] for i in range(first, last) for n in (1, 2))
    if asks != 1 or analysis.between(analysis.quantities, first, last):
        return ""
    for at in range(first, min(first + _OPENING, last)):
        asked = next((n for n in (2, 1) if " ".join(tokens.words[at : at + n]) in classes["asks-count"]), 0)
        if asked and at + asked < last - 1:
            rest = tokens.text[tokens.starts[at + asked] : tokens.ends[last - 2]]
            by_noun = figure.quantity.counted is not None
            if asked == 1 and tokens.words[at] in classes["asks-thing"] and not by_noun:
                return ""  # "What happened? 12, says the ministry"
            named = tokens.words[at + asked] not in classes["question-verb"]  # "How many homes burned?"
            return f"{_subject(analysis, figure, asked > 1 and named, houses)} {rest}."
    return ""


def _subject(analysis: Analysis, figure: QuantityMention, named: bool, houses: Houses) -> str:
    """The figure with its noun, or with the one that the question names."""
    tokens = analysis.tokens
    if figure.quantity.counted is not None and not named:
        return tokens.text[tokens.starts[figure.number_first] : tokens.ends[figure.last - 1]]
    number = tokens.text[tokens.starts[figure.number_first] : tokens.ends[figure.number_last - 1]]
    return number if named else f"{number} {min(word_classes(houses)['who-is-asked'])}"


def _answered(claim: Claim, statement: str, houses: Houses) -> Claim:
    if not statement:
        return claim
    said = analyse(statement, None, houses)
    if not said.quantities or said.quantities[0].first != 0:
        return claim
    sentence, figure = said.sentences[0], said.quantities[0]
    figures = said.indices(said.quantities, *sentence)
    measured = Sentence(said, *sentence, figures, houses).measure().get(0)
    if measured is None or measured.measure in word_classes(houses)["says-little"]:
        return claim
    who = counted(said, figure, sentence, measured, houses, "")
    measure = f"{measured.thing} {measured.measure}" if measured.counts == "thing" else measured.measure
    value = evolve(claim.quantity, unit=PERSON) if measured.counts == PERSON else claim.quantity
    if claim.population or not who.population:
        return evolve(claim, measure=measure, value=value)
    return evolve(claim, measure=measure, value=value, population=who.population, scope=who.scope)
