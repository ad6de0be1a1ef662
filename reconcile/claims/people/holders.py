"""To whom a figure belongs: the candidate of a vote share, the owner of a stake, the side of 150 prisoners."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from attrs import frozen

from reconcile.language.analysis import Analysis
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Entry, Houses, TableSpec, load
from reconcile.language.names import NameMention
from reconcile.language.quantities import QuantityMention
from reconcile.language.quantity_values import PERSON


@frozen(kw_only=True)
class HeldEntry(Entry):
    """Measures that belong to somebody; see the head of held.toml."""

    story: str = ""
    becomes: str = ""
    linked: bool = False


HELD = TableSpec("held", "held", HeldEntry)
BEFORE_REACH = 12  # tokens between a holder and the figure
AFTER_REACH = 3  # tokens between a figure and the holder that "for" names


@lru_cache(maxsize=16)
def _held(houses: Houses) -> dict[str, HeldEntry]:
    return {p: e for e in load(HELD, houses) for p in e.phrases}


def held_measure(measure: str, holder: str, kinds: Sequence[str], houses: Houses = ()) -> str:
    """What a figure with a holder measures in a story of these kinds: 49 percent for a candidate is a vote share."""
    entry = _held(houses).get(measure)
    return entry.becomes if entry is not None and holder and entry.story and entry.story in kinds else measure


def holder_of(
    analysis: Analysis, figure: QuantityMention, sentence: tuple[int, int], measure: str, houses: Houses = ()
) -> str:
    """The last word of the holder's name, folded; "" where the words do not tell one, or nobody holds such a figure."""
    if side := _side(analysis, figure):
        return side
    entry = _held(houses).get(measure)
    if entry is None:
        return ""
    names = analysis.between(analysis.names, *sentence)
    again = _restated(analysis, figure, houses)
    if again is not None:
        figure = again
    name = _named_after(analysis, figure, names, houses) or _named_before(analysis, figure, names, houses)
    if name is None or (entry.linked and again is None and not _linked(analysis, name, figure, houses)):
        return ""
    return name.canonical.split()[-1] if name.canonical else ""


def _linked(analysis: Analysis, name: NameMention, figure: QuantityMention, houses: Houses) -> bool:
    """ "Kline (Rural Union) had 46 percent", "Kline 46 percent", "46 percent for Kline", not "Kline cut it by 46"."""
    words = analysis.tokens.words
    if name.first >= figure.last or words[figure.first - 1] in word_classes(houses)["holding"]:
        return True
    return not any(w[0].isalnum() for w in words[name.last : figure.first])


def _side(analysis: Analysis, figure: QuantityMention) -> str:
    """ "150 Vellian prisoners": a capital inside what is counted says whose they are."""
    tokens = analysis.tokens
    if figure.quantity.unit != PERSON:
        return ""
    for i in range(figure.number_last, figure.last - 1):
        word = tokens.text[tokens.starts[i] : tokens.ends[i]]
        if word.istitle() and word.isalpha():
            return tokens.words[i]
    return ""


def _named_after(
    analysis: Analysis, figure: QuantityMention, names: Sequence[NameMention], houses: Houses
) -> NameMention | None:
    words = analysis.tokens.words
    if not word_classes(houses)["holder-after"].issuperset(words[figure.last : figure.last + 1] or [""]):
        return None
    return next((n for n in names if figure.last < n.first <= figure.last + AFTER_REACH), None)


def _restated(analysis: Analysis, figure: QuantityMention, houses: Houses) -> QuantityMention | None:
    """ "1,204,518 votes, or 49.1 percent": the figure that this one gives again, in another measure."""
    words, links = analysis.tokens.words, word_classes(houses)["in-other-words"]
    before = list(analysis.between(analysis.quantities, max(0, figure.first - BEFORE_REACH), figure.first))
    return before[-1] if before and " ".join(words[before[-1].last : figure.first]) in links else None


def _named_before(
    analysis: Analysis, figure: QuantityMention, names: Sequence[NameMention], houses: Houses
) -> NameMention | None:
    """The nearest name before the figure and behind the one before it; a party in brackets or after "of" is not it."""
    words = analysis.tokens.words
    start = max(0, figure.first - BEFORE_REACH)
    floor = max((q.last for q in analysis.between(analysis.quantities, start, figure.first)), default=start)
    near = [n for n in names if floor <= n.first and n.last <= figure.first]
    asides = word_classes(houses)["of"] | {"("}
    own = [n for n in near if not asides.intersection(words[max(0, n.first - 2) : n.first])]
    return own[-1] if own else None
