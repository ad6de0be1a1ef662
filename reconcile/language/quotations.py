"""Direct quotations in running text, and who speaks them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from attrs import frozen

from reconcile.language.lexicon import Houses
from reconcile.language.names import NameMention, find_names
from reconcile.language.quote_names import full_names, offices, outside
from reconcile.language.quote_phrases import Speaker, is_full_name, quote_words
from reconcile.language.quote_tags import Tags
from reconcile.language.quotemarks import Quoted, quoted_stretches
from reconcile.language.sentences import sentences
from reconcile.language.tokens import Tokens
from reconcile.language.word_senses import elisions
from reconcile.model.change import evolve

_LONG = 5  # words from which a stretch is an utterance without any tag
_FRAGMENT = 4  # words from which it is one with a cue elsewhere in its sentence
_PHRASE = 3  # words from which one without a closing comma or stop may be an utterance
_PRONOUN_REACH = 6  # sentences
_TITLE_CASE = 0.7  # share of capitalised longer words that makes a stretch a title
_SENTENCE_END = (".", "!", "?")
_ENDINGS = ".,!?…—–-"
_CLOSED = (*_SENTENCE_END, ":", ";")


@frozen
class Quotation:
    """Quoted words, `[start, end)` in code points without the marks, `[first, last)` in tokens.

    `speaker` is as the text names them (a pronoun resolved to the one named last; an office kept as text), None
    where it does not tell; `speaker_canonical` is folded and in its fullest form, the holder's where the text says
    who holds the office; `role` says that it is an office only, `certain` is false for a pronoun. `continues` is the
    index of the piece that this one goes on from, over a tag or a paragraph's end.
    """

    start: int
    end: int
    first: int
    last: int
    text: str
    speaker: str | None = None
    speaker_canonical: str | None = None
    cue: str = ""
    continues: int | None = None
    role: bool = False
    certain: bool = True


def find_quotations(
    tokens: Tokens,
    houses: Houses = (),
    names: Sequence[NameMention] | None = None,
    ranges: Sequence[tuple[int, int]] | None = None,
) -> list[Quotation]:
    """All utterances in quote marks, in order; words in scare quotes, titles and names in marks are none.

    `names` and `ranges` (of sentences) are found where they are not given. Linear in the text.
    """
    stretches = quoted_stretches(tokens.text, elisions(houses))
    if not stretches:
        return []
    names = find_names(tokens, houses) if names is None else names
    ranges = sentences(tokens, houses) if ranges is None else ranges
    reader = _Reader(tokens, stretches, names, ranges, houses)
    return reader.read()


class _Reader:
    """Reads the stretches of one text from first to last, remembering who spoke."""

    def __init__(
        self,
        tokens: Tokens,
        stretches: Sequence[Quoted],
        names: Sequence[NameMention],
        ranges: Sequence[tuple[int, int]],
        houses: Houses,
    ) -> None:
        self._tokens = tokens
        self._stretches = stretches
        self._people = [n for n in outside(names, stretches) if n.category == "person" or is_full_name(n)]
        self._people_starts = [n.first for n in self._people]
        self._ranges = ranges
        self._range_starts = [first for first, _ in ranges]
        self._tags = Tags(tokens, names, houses)
        self._determiners = quote_words(houses)["determiner"]
        self._full = full_names(names)
        self._offices = offices(tokens, names)

    def read(self) -> list[Quotation]:
        out: list[Quotation] = []
        kept: dict[int, int] = {}  # index of a stretch -> index of its quotation
        for number in range(len(self._stretches)):
            previous = out[-1] if out else None
            goes_on = self._goes_on(number, kept)
            found = self._quotation(number, previous, goes_on is not None)
            if found is None:
                continue
            if goes_on is not None:
                found = self._linked(found, out, goes_on)
            kept[number] = len(out)
            out.append(found)
        return _shared_speakers(out)

    def _linked(self, found: Quotation, out: Sequence[Quotation], goes_on: int) -> Quotation:
        before = out[goes_on]
        found = evolve(found, continues=goes_on)
        if found.speaker is None and before.speaker is not None:
            return _spoken_as(found, before)
        return found

    def _goes_on(self, number: int, kept: dict[int, int]) -> int | None:
        """The quotation that stretch `number` carries on."""
        if number - 1 not in kept:
            return None
        before, here = self._stretches[number - 1], self._stretches[number]
        if before.runs_on and here.opener == self._tokens.starts[self._tokens.at(before.last)]:
            return kept[number - 1]
        between = self._tokens.text[before.after : here.opener].rstrip()
        broken = before.first == here.first and between[-1:] in ",;–—" and between.strip(", \t") != ""
        if broken and not self._tokens.text[before.start : before.end].endswith(_SENTENCE_END):
            return kept[number - 1]
        return None

    def _quotation(self, number: int, previous: Quotation | None, goes_on: bool) -> Quotation | None:
        here = self._stretches[number]
        first, last = self._tokens.at(here.start), self._tokens.at(here.end - 1) + 1
        text = self._tokens.text[here.start : here.end]
        words = sum(w[:1].isalnum() or w[1:2].isalnum() for w in text.split())
        direct = self._direct(number)
        if direct is None and not goes_on and previous is not None and self._same_paragraph(number, previous):
            direct = self._carried(number, previous)
        near = direct or (self._loose(number) if words >= _FRAGMENT and not goes_on else None)
        if words == 0 or not (goes_on or here.runs_on or near or words >= _LONG):
            return None
        if not goes_on and text[-1] not in _ENDINGS and (words < _PHRASE or self._is_title(first, last)):
            return None
        found = Quotation(here.start, here.end, first, last, text)
        return found if near is None else self._spoken_by(found, near, previous)

    def _direct(self, number: int) -> Speaker | None:
        """The speaker by a tag right after the quotation, or a cue that leads straight into it."""
        here = self._stretches[number]
        first = self._tokens.at(here.after) if here.closed else len(self._tokens)
        if first < len(self._tokens) and self._may_be_tagged(here, first):
            stop = min(self._sentence_of(first)[1], self._next_opener(number))
            if found := self._tags.after(first, stop):
                return found
        return self._before(number, near=True)

    def _loose(self, number: int) -> Speaker | None:
        return self._before(number, near=False)

    def _before(self, number: int, near: bool) -> Speaker | None:
        here = self._stretches[number]
        opener = self._tokens.at(here.opener)
        if opener == 0:
            return None
        begin, _ = self._sentence_of(opener - 1)
        begin = max(begin, self._tokens.at(here.first))
        if number and self._stretches[number - 1].after > self._tokens.starts[begin]:
            begin = self._tokens.at(self._stretches[number - 1].after)
        ended = self._tokens.words[opener - 1] in _SENTENCE_END and self._sentence_of(opener - 1)[1] == opener
        if begin >= opener or ended:
            return None
        return self._tags.before(begin, opener, near)

    def _carried(self, number: int, previous: Quotation) -> Speaker | None:
        """The speaker of the quotation before in the same paragraph, where no other sentence stands between."""
        between = self._tokens.text[self._stretches[number - 1].after : self._stretches[number].opener]
        if previous.speaker is None or previous.end != self._stretches[number - 1].end:
            return None
        if sum(between.count(mark) for mark in _SENTENCE_END) > 2:
            return None
        return Speaker(
            previous.speaker, previous.speaker_canonical, previous.cue, previous.role, certain=previous.certain
        )

    def _same_paragraph(self, number: int, previous: Quotation) -> bool:
        return previous.start >= self._stretches[number].first

    def _may_be_tagged(self, here: Quoted, first: int) -> bool:
        """False where the quotation ended its sentence, so that what follows is a new one."""
        following = self._tokens.raw(first)
        if self._tokens.starts[first] >= here.last or self._tokens.words[first] in _CLOSED:
            return False
        inner = self._tokens.text[here.start : here.end].rstrip("'’\"”")
        return not inner.endswith(".") or inner.endswith("...") or following[0].islower() or following == ","

    def _sentence_of(self, token: int) -> tuple[int, int]:
        return self._ranges[max(0, bisect_right(self._range_starts, token) - 1)]

    def _next_opener(self, number: int) -> int:
        if number + 1 == len(self._stretches):
            return len(self._tokens)
        return self._tokens.at(self._stretches[number + 1].opener)

    def _is_title(self, first: int, last: int) -> bool:
        """True for words in Title Case, as of a book."""
        tokens = self._tokens
        longer = [i for i in range(first, last) if tokens.ends[i] - tokens.starts[i] > 3 and tokens.words[i].isalpha()]
        capital = sum(tokens.raw(i)[0].isupper() for i in longer)
        return len(longer) > 1 and capital >= _TITLE_CASE * len(longer)

    def _spoken_by(self, found: Quotation, who: Speaker, previous: Quotation | None) -> Quotation:
        """`found` with its speaker: an office by its holder, a pronoun by the one named last."""
        if not who.pronoun:
            holder = self._offices.get(who.canonical or "") if who.role else who.canonical
            named = self._full.get(holder, holder) if holder is not None else who.canonical
            role, certain = who.role and holder is None, who.certain
            return evolve(found, speaker=who.text, speaker_canonical=named, cue=who.cue, role=role, certain=certain)
        name = self._named_before(found.first)
        if previous and previous.speaker and not previous.role and (not name or name.first < previous.first):
            return evolve(_spoken_as(found, previous), cue=who.cue, certain=False)
        if name is None:
            return evolve(found, cue=who.cue)
        named = self._full.get(name.canonical, name.canonical)
        return evolve(found, speaker=name.text, speaker_canonical=named, cue=who.cue, certain=False)

    def _named_before(self, token: int) -> NameMention | None:
        """The person named first in the nearest sentence before that names one."""
        sentence = max(0, bisect_right(self._range_starts, token) - 1)
        low = self._ranges[max(0, sentence - _PRONOUN_REACH)][0]
        last = bisect_left(self._people_starts, token) - 1
        if last < 0 or self._people_starts[last] < low:
            return None
        nearest = self._sentence_of(self._people_starts[last])[0]
        return self._people[bisect_left(self._people_starts, nearest)]


def _shared_speakers(found: list[Quotation]) -> list[Quotation]:
    """Give the earlier pieces of a quotation the speaker that only a later piece names."""
    out = list(found)
    for i in range(len(out) - 1, -1, -1):
        piece = out[i]
        if piece.continues is not None and piece.speaker is not None and out[piece.continues].speaker is None:
            out[piece.continues] = _spoken_as(out[piece.continues], piece)
    return out


def _spoken_as(piece: Quotation, other: Quotation) -> Quotation:
    """`piece` with the speaker of `other`."""
    return evolve(
        piece,
        speaker=other.speaker,
        speaker_canonical=other.speaker_canonical,
        cue=other.cue,
        role=other.role,
        certain=other.certain,
    )
