"""What a sum is the cost of: the tunnel's and the bridge's, the union's demand's and the offer's, are two questions."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.claims.tables import thing
from reconcile.language.analysis import Analysis
from reconcile.language.counting import singular
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.quantities import QuantityMention
from reconcile.language.quantity_tables import tables

COST_REACH = 6  # tokens between "cost" and its sum ("would cost the budget about 4.8 billion")
THING_REACH = 8  # tokens of what costs it, with its adjectives and its place
SIDES = ("pay-demand", "pay-offer")  # classes of nouns that are one thing each in talks over pay


def priced_thing(
    analysis: Analysis, figure: QuantityMention, sentence: tuple[int, int], measure: str, houses: Houses = ()
) -> str:
    """The noun of what costs so much, in the singular; "" where the sentence does not tell it in so many words."""
    classes = word_classes(houses)
    if measure not in classes["is-of-a-thing"]:
        return ""
    words = analysis.tokens.words
    start = max((q.last for q in analysis.between(analysis.quantities, sentence[0], figure.first)), default=sentence[0])
    for at in range(figure.first - 1, max(start, figure.first - COST_REACH - THING_REACH) - 1, -1):
        if words[at] in classes["cost-of"] and words[at + 1] in classes["of-or-for"]:
            return _named(_up_to_verb(words[at + 2 : figure.first], houses), houses)
        near = figure.first - at <= COST_REACH and classes["amounts-so"].isdisjoint(words[at + 1 : figure.first])
        if near and words[at] in classes["to-cost"]:
            return _named(_subject(words[start:at], houses), houses) or _side(words[sentence[0] : at], houses)
    return _side(words[start : figure.first], houses)


def _subject(words: Sequence[str], houses: Houses) -> Sequence[str]:
    """The last phrase before a verb, without the auxiliaries and adverbs that belong to the verb."""
    classes, stop = word_classes(houses), len(words)
    while stop and words[stop - 1] in classes["may-do"]:
        stop -= 1
    breaks = classes["coordination"] | classes["clause-break"] | classes["clause-opening"]
    begin = stop
    while begin > max(0, stop - THING_REACH) and words[begin - 1][0].isalnum() and words[begin - 1] not in breaks:
        begin -= 1
    return words[begin:stop]


def _up_to_verb(words: Sequence[str], houses: Houses) -> Sequence[str]:
    ends = word_classes(houses)["amounts-so"] | word_classes(houses)["may-do"]
    stops = (i for i, w in enumerate(words) if w in ends or not w[0].isalnum())
    return words[: next(stops, len(words))]


def _named(phrase: Sequence[str], houses: Houses) -> str:
    """The head of "a new tunnel under the bay", with what is done to it ("repairing the roof"); "" if vague."""
    classes, known = word_classes(houses), tables(houses)
    done = [w for w in phrase[:1] if w in classes["works-on"]]
    rest = phrase[len(done) :]
    places = frozenset(known.words["preposition"]) | classes["of"] | classes["locative"]
    head = rest[: next((i for i, w in enumerate(rest) if w in places), len(rest))][-1:]
    if not head or head[0] in classes["not-a-priced-thing"] or not head[0].isalpha():
        return ""
    return " ".join([*done, _side(head, houses) or thing(singular(head[0], known), houses)])


def _side(words: Sequence[str], houses: Houses) -> str:
    """The side of talks over pay that is named last: what unions ask for, or what is offered."""
    classes = word_classes(houses)
    return next((side for w in reversed(words) for side in SIDES if w in classes[side]), "")
