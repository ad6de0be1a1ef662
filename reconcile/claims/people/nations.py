"""The country whose people a figure counts: "100,000 Canadians", "UK consumers", "in Canada", "for Canada …"."""

from __future__ import annotations

from functools import lru_cache

from reconcile.language.analysis import Analysis
from reconcile.language.gazetteer import COUNTRIES
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses, load
from reconcile.language.names import NameMention
from reconcile.language.quantities import QuantityMention
from reconcile.language.quantity_values import PERSON

BEHIND = 5  # tokens from a figure to the name of the country in which it counts
OPENING = 4  # tokens of a sentence in which the country stands of which it speaks


def nation_of(analysis: Analysis, figure: QuantityMention, sentence: tuple[int, int], houses: Houses = ()) -> str:
    """The canonical country that the figure's own words name, else the words behind it, else those its sentence opens
    with; "" for sums and measures, and where none is told."""
    if figure.quantity.unit not in (None, PERSON):
        return ""
    names = [n for n in analysis.between(analysis.names, *sentence) if n.canonical in countries(houses)]
    own = [n for n in names if figure.number_last <= n.first <= figure.last]  # "143M U.S. users"
    told = own[-1:] or _behind(analysis, figure, names, houses)
    told = told or _opening(analysis, figure, sentence[0], names, houses)
    return told[0].canonical if told else ""


@lru_cache(maxsize=4)
def countries(houses: Houses = ()) -> frozenset[str]:
    """The canonical names of all countries."""
    return frozenset(c.id for c in load(COUNTRIES, houses))


def _behind(analysis: Analysis, figure: QuantityMention, names: list[NameMention], houses: Houses) -> list[NameMention]:
    """ "143 million consumers in the United States": no other figure stands between."""
    words, locative = analysis.tokens.words, word_classes(houses)["locative"]
    for name in names:
        if name.category == "demonym" or not figure.last < name.first <= figure.last + BEHIND:
            continue
        gap = words[figure.last : name.first]
        if locative.isdisjoint(gap[-2:]) or not all(w[0].isalpha() for w in gap):
            continue
        return [] if analysis.between(analysis.quantities, figure.last, name.first) else [name]
    return []


def _opening(
    analysis: Analysis, figure: QuantityMention, first: int, names: list[NameMention], houses: Houses
) -> list[NameMention]:
    """ "In Canada, …", "As for Britain, …", "For the U.S. …": what the whole sentence is about, up to the next one."""
    words, speaks = analysis.tokens.words, word_classes(houses)["speaks-of-place"]
    before = [n for n in names if n.category != "demonym" and n.last <= figure.first]
    if not before or before[-1].first - first > OPENING or before[-1].first == first:
        return []
    opening = " ".join(words[first : before[-1].first])
    return before[-1:] if opening in speaks else []
