"""The noun phrases that name a speaker: "Ana Ruiz", "the governor", "her colleague from Oster, Ana Ruiz"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache

from attrs import frozen

from reconcile.language.cast import VERBS
from reconcile.language.dates.words import past_endings
from reconcile.language.gazetteer import gazetteer
from reconcile.language.grammar import WordClass
from reconcile.language.lexicon import Houses, TableSpec, load
from reconcile.language.names import NameMention
from reconcile.language.tokens import Tokens

QUOTE_WORDS = TableSpec("quote_words", "class", WordClass, shared_phrases=True)
_LONGEST_ROLE = 7  # tokens
_AFTER_QUOTATION = frozenset("\"',»›」")
OPENING = 3  # tokens at the beginning of a clause in which its subject's name begins


@frozen
class Speaker:
    """A speaker as a tag names them. `canonical` is folded; a pronoun has none. `role`: no name, an office only.

    `certain` is false where the name was concluded from a pronoun in another tag.
    """

    text: str
    canonical: str | None
    cue: str
    role: bool = False
    pronoun: bool = False
    certain: bool = True


def is_full_name(name: NameMention) -> bool:
    """True for two or three words of unknown kind, which speak like a person's given name and surname."""
    return name.category == "name" and 2 <= name.last - name.first <= 3 and name.text.replace(" ", "").isalpha()


@lru_cache(maxsize=16)
def quote_words(houses: Houses = ()) -> dict[str, frozenset[str]]:
    """The folded members of each class of quote_words.toml, all verbs of saying among the cues. Read-only."""
    classes = {e.id: frozenset(p.lower() for p in e.phrases) for e in load(QUOTE_WORDS, houses)}
    verbs = frozenset(p.lower() for e in load(VERBS, houses) if e.kind == "say" for p in e.phrases)
    return {**classes, "cue": classes["cue"] | verbs}


class Phrases:
    """Reads the noun phrases of one text; `names` are its names in order."""

    def __init__(self, tokens: Tokens, names: Sequence[NameMention], houses: Houses = ()) -> None:
        self._tokens = tokens
        self._names = names
        self._starts = [n.first for n in names]
        self._ends = [n.last for n in names]
        self._classes = quote_words(houses)
        self._titles = gazetteer(houses).titles
        self._past = past_endings(houses)

    def _is_person(self, end: int) -> bool:
        name = self._name_ending(end)
        return name is not None and name.category == "person"

    def _segments(self, first: int, stop: int) -> list[tuple[int, int]]:
        out, begin = [], first
        for i in range(first, stop + 1):
            if i == stop or self._tokens.words[i] in ",–—()":
                if i > begin:
                    out.append((begin, i))
                begin = i + 1
        return out

    def _phrase(self, a: int, b: int, cue: str) -> Speaker | None:
        """The noun phrase that ends the segment `[a, b)`."""
        words, classes = self._tokens.words, self._classes
        while b > a and words[b - 1] in classes["between"]:
            b -= 1
        if b == a:
            return None
        if words[b - 1] in classes["pronoun"]:
            return Speaker(words[b - 1], None, cue, pronoun=True)
        name = self._name_ending(b)
        if name is None or name.category != "person":
            name = self._name_before_phrase(a, b) or name
        if name is not None and name.first >= a:
            return Speaker(name.text, name.canonical, cue)
        return self._role(a, b, cue)

    def _role(self, a: int, b: int, cue: str) -> Speaker | None:
        words, classes = self._tokens.words, self._classes
        start = next((i for i in range(max(a, b - _LONGEST_ROLE), b) if words[i] in classes["determiner"]), None)
        if start is None:
            if b - a > 3 or any(w in classes["phrase-start"] or not (w[0].isalpha() or w == "'s") for w in words[a:b]):
                return None
            start = a
        end = next((i for i in range(start + 1, b) if words[i] in classes["phrase-start"]), b)
        if not words[end - 1][0].isalpha() or (end - start == 1 and words[start] in classes["determiner"]):
            return None
        if any(word in classes["pronoun"] for word in words[start:end]):
            return None  # a clause, no noun phrase
        text = self._tokens.text[self._tokens.starts[start] : self._tokens.ends[end - 1]]
        kept = [w for w in words[start:end] if w not in classes["determiner"] and w[0].isalpha()]
        return Speaker(text, " ".join(kept) or None, cue, role=not self._is_surname(start, end))

    def _is_surname(self, start: int, end: int) -> bool:
        """True for one capitalised word right after a quotation, where nothing else would give it its capital."""
        before = self._tokens.words[start - 1] if start else "."
        return end - start == 1 and self._tokens.raw(start)[0].isupper() and before in _AFTER_QUOTATION

    def _phrase_at(self, first: int, stop: int, cue: str) -> Speaker | None:
        """The noun phrase that begins at token `first`, or the name right after it ("said the governor, Ana Ruiz")."""
        words, classes = self._tokens.words, self._classes
        while first < stop and words[first] in classes["between"]:
            first += 1
        if first >= stop:
            return None
        if words[first] in classes["pronoun"]:
            return Speaker(words[first], None, cue, pronoun=True)
        if (title := self._titles.at(self._tokens, first)) and (name := self._name_over(title.end)):
            first = name.first if name.first == title.end < stop else first  # "Minister of Finance Ana Ruiz"
        end = self._phrase_end(first, stop)
        if end == first:
            return None
        found = self._phrase(first, end, cue)
        if found is None or found.role:
            return self._in_apposition(end, stop, cue) or found
        return found

    def _in_apposition(self, end: int, stop: int, cue: str) -> Speaker | None:
        """The person after the comma of "the governor, Ana Ruiz" and "her colleague from Oster, Ana Ruiz"."""
        words = self._tokens.words
        comma = next((i for i in range(end, min(stop, end + _LONGEST_ROLE)) if words[i] in ",;:()"), stop)
        if comma >= stop or words[comma] != ",":
            return None
        name = self._name_ending(self._phrase_end(comma + 1, stop))
        if name is None or name.first - comma > (OPENING if name.titled else 1):
            return None
        likely = name.category == "person" or (comma == end and is_full_name(name))
        return Speaker(name.text, name.canonical, cue) if likely else None

    def _phrase_end(self, first: int, stop: int) -> int:
        words, classes = self._tokens.words, self._classes
        end = first
        while end < stop:
            inside = self._name_over(end)
            if inside is not None:
                end = min(inside.last, stop)
                continue
            word = words[end]
            if not (word[0].isalnum() or word in "-'.’" or word == "'s") or word in classes["phrase-start"]:
                break
            if word == "." and not self._tokens.glued(end - 1):
                break
            end += 1
        while end > first and words[end - 1] == ".":
            end -= 1
        return end

    def _name_over(self, token: int) -> NameMention | None:
        at = bisect_right(self._starts, token) - 1
        return self._names[at] if at >= 0 and self._names[at].last > token else None

    def _name_ending(self, end: int) -> NameMention | None:
        at = bisect_left(self._ends, end)
        return self._names[at] if at < len(self._ends) and self._ends[at] == end else None

    def _name_before_phrase(self, a: int, b: int) -> NameMention | None:
        """The name before "of the bank" and the like at the end of the segment."""
        for i in range(a + 1, b):
            if self._tokens.words[i] in self._classes["phrase-start"] and (name := self._name_ending(i)):
                return name if name.category == "person" or is_full_name(name) else None
        return None
