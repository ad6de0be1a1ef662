"""Places to which a sentence restricts a figure ("In Split, 8,000 demonstrated")."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal

from reconcile.language.analysis import Analysis
from reconcile.language.grammar import stands_between, word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.names import NameMention
from reconcile.language.quantities import QuantityMention
from reconcile.language.quantity_values import PERSON
from reconcile.model.change import evolve
from reconcile.model.claim import Claim, Kind
from reconcile.model.text import Part

OPENING_TOKENS = 60  # headline and this much of the body name the scene of the story
NEAR = 7  # tokens between a figure and the place it is said of
HEADED = 3  # tokens before a place that heads its sentence: "1. ", "20:50 "
PLACE_CATEGORIES = ("place", "name")
EVERYWHERE = frozenset({"nationwide"})


def scene(parts: Mapping[Part, Analysis]) -> frozenset[str]:
    """The places that headline and opening name: a figure said of one of them is said of the whole story."""
    return frozenset(
        name.canonical
        for part, analysis in parts.items()
        for name in analysis.names
        if name.category in PLACE_CATEGORIES and (part == "headline" or name.first < OPENING_TOKENS)
    )


def restricted_to(
    analysis: Analysis, figure: QuantityMention, sentence: tuple[int, int], scene_places: frozenset[str], houses: Houses
) -> frozenset[str]:
    """Places other than the scene that the figure's own clause puts it in, or the whole country; empty without any."""
    everywhere = EVERYWHERE if _said_of_all(analysis, figure, sentence, houses) else frozenset()
    everywhere |= _unnamed(analysis, figure, sentence, houses)
    return everywhere | frozenset(
        name.canonical
        for name in analysis.between(analysis.names, *sentence)
        if name.category in PLACE_CATEGORIES
        and name.canonical not in scene_places
        and _said_of(analysis, name, figure, sentence, houses)
    )


def _unnamed(analysis: Analysis, figure: QuantityMention, sentence: tuple[int, int], houses: Houses) -> frozenset[str]:
    """What kind of place it is of whose own people a figure tells: "12 people from the valley", "in our county 40".

    And of one place "alone": "34 died in the valley alone".
    """
    words, classes, found = analysis.tokens.words, word_classes(houses), []
    others = analysis.between(analysis.quantities, *sentence)
    first = max((q.last for q in others if q.last <= figure.first), default=sentence[0])
    stop = min((q.first for q in others if q.first >= figure.last), default=sentence[1])
    counts = figure.quantity.unit in (None, PERSON)  # and not "12 km from the town"
    near = max(first + 2, figure.first - NEAR), min(stop, figure.last + NEAR)
    for at in analysis.tokens.where(classes["local-place"], *near):
        whose, link = words[at - 1], words[at - 2]
        from_there = (
            counts and at - 2 == figure.last and link in classes["change-from"] and whose in classes["definite"]
        )
        alone = words[at + 1 : at + 2] and words[at + 1] in classes["alone"] and whose in classes["definite"]
        ours = whose in classes["ours"]
        if (from_there or alone or ours) and link in classes["locative"] | classes["change-from"]:
            found.append(words[at])
    return frozenset(found[:1])


def _said_of_all(analysis: Analysis, figure: QuantityMention, sentence: tuple[int, int], houses: Houses) -> bool:
    """ "On the national scale, 400,000 marched", "400,000 marched across the country", "400,000 throughout Orsk"."""
    phrases = word_classes(houses)["nationwide"]
    tokens, behind = analysis.tokens, min(sentence[1], figure.last + NEAR)
    fronted = stands_between(tokens, sentence[0], sentence[0] + NEAR, phrases)
    if fronted or stands_between(tokens, figure.last, behind, phrases):
        return True
    over = tokens.words[figure.last : figure.last + 1] and tokens.words[figure.last] in word_classes(houses)["all-over"]
    return bool(over) and bool(analysis.between(analysis.names, figure.last + 1, figure.last + 2))


def _said_of(
    analysis: Analysis, name: NameMention, figure: QuantityMention, sentence: tuple[int, int], houses: Houses
) -> bool:
    """A place that opens the sentence, or stands close to the figure, after a word such as "in"."""
    if name.first == 0 or analysis.tokens.words[name.first - 1] not in word_classes(houses)["locative"]:
        return False
    fronted = name.first - sentence[0] <= 2 and name.last <= figure.first
    gap = name.first - figure.last if name.first >= figure.last else figure.first - name.last
    return fronted or 0 <= gap <= NEAR


def said_in(
    analysis: Analysis, figure: QuantityMention, sentence: tuple[int, int], houses: Houses = ()
) -> frozenset[str]:
    """The one place beside which the figure stands, of the scene or not: "four in Ostrel and two in Vanning".

    Empty where no place is told, or where two are told together ("six in Ostrel and Vanning").
    """
    names = [n for n in analysis.between(analysis.names, *sentence) if n.category in PLACE_CATEGORIES]
    places = [n for n in names if _heads(analysis, n, sentence) or _said_of(analysis, n, figure, sentence, houses)]
    rest = [q.first for q in analysis.between(analysis.quantities, *sentence) if q.first >= figure.last]
    behind = [n for n in places if n.first >= figure.last and not any(q <= n.last for q in rest)]
    nearest = [*behind[:1], *(n for n in reversed(places) if n.last <= figure.first)]
    if not nearest or _is_joined(analysis, nearest[0], names, houses):
        return frozenset()
    return frozenset({nearest[0].canonical})


def _heads(analysis: Analysis, name: NameMention, sentence: tuple[int, int]) -> bool:
    """ "Ostrel: 31 injured by now", behind the hour or not."""
    return name.first - sentence[0] <= HEADED and analysis.tokens.words[name.last : name.last + 1] == [":"]


def _is_joined(analysis: Analysis, name: NameMention, names: Sequence[NameMention], houses: Houses) -> bool:
    """ "Ostrel and Vanning", from either side."""
    words, joins = analysis.tokens.words, word_classes(houses)["coordination"]
    follows = any(n.first == name.last + 1 and words[name.last] in joins for n in names)
    return follows or any(n.last == name.first - 1 and words[n.last] in joins for n in names)


def only_beside_others(claims: Sequence[Claim]) -> list[Claim]:
    """The claims of one article; "across the country" restricts a figure only where the article counts others, too."""
    local: dict[str, set[Decimal]] = defaultdict(set)
    for c in claims:
        if c.kind is Kind.FIGURE and not c.where >= EVERYWHERE:
            local[c.measure].add(c.quantity.value)
    return [
        evolve(c, where=c.where - EVERYWHERE) if c.where >= EVERYWHERE and local[c.measure] <= {c.quantity.value} else c
        for c in claims
    ]
