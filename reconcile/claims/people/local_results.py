"""Results of one place beside those of all: "In the capital the League is on 51 percent", where it has 44 in all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reconcile.claims.people.holders import same_holder
from reconcile.claims.places import EVERYWHERE, PLACE_CATEGORIES
from reconcile.language.analysis import Analysis
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.names import NameMention
from reconcile.model.change import evolve
from reconcile.model.claim import Claim, Kind, Scope, Status
from reconcile.model.text import Part

MOST = 200  # results of all that a place's are held against: no text of an election gives more
OPENS = 8  # tokens of a sentence in which "01:10 In the province of Ostrel" ends
BEHIND = 3  # tokens between a figure and "in Ostrel"
CLAUSE = 10  # tokens between "where" and its figure
BEFORE_WHERE = 8  # tokens between a place and "where"
DETERMINED = 2  # tokens of "in the" before "province of Ostrel"


def with_local_results(claims: Sequence[Claim], parts: Mapping[Part, Analysis], houses: Houses = ()) -> list[Claim]:
    """The claims of one article; a result that is said in a place is of that place, where another is said in none.

    A place of the scene restricts no other figure ("In Ostrel 12 died" in a story about Ostrel); but what is voted
    there is not what all voted.
    """
    results = word_classes(houses)["local-results"]
    told = [c for c in claims if c.kind is Kind.FIGURE and c.measure in results and c.status is Status.STATED]
    places = {c.id: _place(c, parts[c.mention.span.part], houses) for c in told}
    everywhere = [c for c in told if not (places[c.id] or c.where - EVERYWHERE)][:MOST]
    return [_of_its_place(c, places.get(c.id, ""), everywhere) for c in claims]


def _of_its_place(claim: Claim, place: str, everywhere: Sequence[Claim]) -> Claim:
    if not place or claim.where - {place}:
        return claim
    same = [c for c in everywhere if c.measure == claim.measure and _same_owner(c, claim)]
    if not same or any(c.quantity.value == claim.quantity.value for c in same):
        return claim
    return evolve(claim, where=frozenset({place}), scope=Scope.PART, local=True)


def _same_owner(one: Claim, other: Claim) -> bool:
    return same_holder(one.holder, other.holder) if one.holder and other.holder else one.holder == other.holder


def _place(claim: Claim, analysis: Analysis, houses: Houses) -> str:
    """The place that opens the figure's sentence, or stands right behind the figure; "" where neither does."""
    at = analysis.tokens.at(claim.mention.span.start)
    first, last = analysis.sentences[analysis.sentence_of(at)]
    stop = analysis.tokens.at(claim.mention.span.end - 1) + 1
    for name in analysis.between(analysis.names, first, last):
        opens = name.last <= min(at, first + OPENS) and not analysis.between(analysis.quantities, first, name.first)
        near = opens or stop < name.first <= stop + BEHIND
        if near and name.category in PLACE_CATEGORIES and _stands_in(analysis, name, houses):
            return name.canonical
    return _unnamed(analysis, (first, at, stop, last), houses) or _where(analysis, at, first, houses)


def _unnamed(analysis: Analysis, around: tuple[int, int, int, int], houses: Houses) -> str:
    """ "In the capital", "in rural areas", at the head of a sentence or right behind its figure."""
    words, classes, (first, at, stop, last) = analysis.tokens.words, word_classes(houses), around
    for link in (first, stop):
        if link >= last or link == at or words[link] not in classes["locative"]:
            continue
        for n in (3, 2, 1):
            place = " ".join(words[link + 1 : link + 1 + n])
            if place in classes["places-unnamed"]:
                return place
    return ""


def _where(analysis: Analysis, at: int, first: int, houses: Houses) -> str:
    """ "On Sund, the second city, where Ms Solt won 31%": the place of which the clause of the figure tells."""
    words = analysis.tokens.words
    where = next(
        (i for i in range(at - 1, max(first, at - CLAUSE), -1) if words[i] in word_classes(houses)["where"]), None
    )
    if where is None or ";" in words[where:at] or analysis.between(analysis.quantities, where, at):
        return ""
    names = [n for n in analysis.between(analysis.names, max(first, where - BEFORE_WHERE), where) if n.last <= where]
    places = [n.canonical for n in names if n.category in PLACE_CATEGORIES]
    return places[-1] if places and names[-1].category in PLACE_CATEGORIES else ""


def _stands_in(analysis: Analysis, name: NameMention, houses: Houses) -> bool:
    """ "In Ostrel", "in the province of Ostrel", "in the capital, Ostrel"."""
    words, classes = analysis.tokens.words, word_classes(houses)
    if name.first and words[name.first - 1] in classes["locative"]:
        return True
    at = name.first - 2
    if at < DETERMINED or not (words[at + 1] == "," or words[at + 1] in classes["of"]):
        return False
    led = words[at - DETERMINED : at]
    return words[at] in classes["part-of-country"] and led[-1] in classes["definite"] and led[0] in classes["locative"]
