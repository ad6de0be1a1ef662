"""Words that only one of two quotations has, which alter nothing: what merely describes, and "we said that"."""

from __future__ import annotations

from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.word_senses import effects
from reconcile.language.wordforms import Word
from reconcile.matching.alignment import Words

_DESCRIBING = 2  # content words from which a phrase may be lost; one alone may be all that matters ("left alive")
_TURNING = frozenset({"negation", "modal", "ability"})  # effects of words that never only describe


def says_less(words: Words, cut: tuple[int, int], houses: Houses = ()) -> bool:
    """True where the words `[cut)` only describe, so that a quotation without them says less, but nothing else.

    "They came [with nothing but the clothes they wore] and asked for work". In a denial, or beside "if" and "all", what
    describes decides what is said, unless it stands inside "our [detailed project] report".
    """
    dropped = words.listed.words[slice(*cut)]
    if cut[0] in (0, *words.listed.stops) or words.weight(*cut) < _DESCRIBING:
        return False
    if any(w.number or w.name or not _effects(w, houses).isdisjoint(_TURNING) for w in dropped):
        return False
    classes = word_classes(houses)
    if words.listed.words[cut[0] - 1].plain in classes["definite"] | classes["of-someone"]:
        return cut[1] < len(words) and bool(words.content[cut[1]])
    return dropped[0].plain in classes["opens-phrase"] and not _is_bounded(words, cut, houses)


def leads_in(words: Words, stop: int, houses: Houses = ()) -> bool:
    """True where the first `stop` words are "we said that" or its like: the speaker quotes what was said before."""
    opening = " ".join(w.plain for w in words.listed.words[:stop])
    return opening in word_classes(houses)["said-before"]


def _is_bounded(words: Words, cut: tuple[int, int], houses: Houses) -> bool:
    """True where the clause around `cut` denies, or speaks of "all", "only" or "if"."""
    first = max((s for s in words.listed.stops if s <= cut[0]), default=0)
    stop = min((s for s in words.listed.stops if s >= cut[1]), default=len(words))
    kept = (*words.listed.words[first : cut[0]], *words.listed.words[cut[1] : stop])
    bounding = word_classes(houses)["bounding"]
    return any(w.plain in bounding or "negation" in _effects(w, houses) for w in kept)


def _effects(word: Word, houses: Houses) -> set[str]:
    return set(effects(word.key, houses).values())
