"""One sentence as the rules of measuring see it: its figures, its words, and which figure is a part of which."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import frozen

from reconcile.claims.measuring.measure_table import MeasureEntry, suits
from reconcile.language.analysis import Analysis
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.phrases import Match
from reconcile.language.quantities import QuantityMention

OWNER_REACH = 6  # tokens of "of the Group's"
WHOLE_REACH = 8  # tokens between "Of the 40 homes" and the figure of those meant

Cue = Match[tuple[MeasureEntry, ...]]  # a phrase of the table in a text, and the entries that it is a phrase of


@frozen
class Measured:
    """The measure of one figure, the token range of the words that tell it, and where it was taken from.

    `of` is the index of the earlier figure whose measure this one shares (a part, or the next in a list).
    `counts` is the table's word for what may be counted, `thing` the kind of thing where things are.
    """

    measure: str
    counts: str
    cue_first: int
    cue_last: int
    of: int | None = None
    thing: str = ""


class Clause:
    """The sentence `[first, last)` of an analysis and its checkable figures (indices of quantities)."""

    def __init__(self, analysis: Analysis, first: int, last: int, figures: Sequence[int], houses: Houses = ()) -> None:
        self.analysis, self.houses = analysis, houses
        self.first, self.last = first, last
        self.figures = figures
        self.words = analysis.tokens.words
        self.classes = word_classes(houses)
        self.shares = dict(self._of_wholes())
        self.wholes = frozenset(self._behind_share())
        self.fronted = dict(self._fronted())

    def figure(self, index: int) -> QuantityMention:
        return self.analysis.quantities[index]

    def _of_wholes(self) -> Iterator[tuple[int, int]]:
        """The first tokens of two figures where one is so many of the other ("four of the 12 people")."""
        links = self.classes["share-of"]
        for one, two in pairwise(map(self.figure, self.figures)):
            if " ".join(self._unowned(one.number_last, two.first)) in links:
                yield two.first, one.first

    def _behind_share(self) -> Iterator[int]:
        """The first tokens of figures with nothing but "of" behind the one before: "lost 40 boats of the 52"."""
        for one, two in pairwise(map(self.figure, self.figures)):
            if " ".join(self._unowned(one.last, two.first)) in self.classes["share-of"]:
                yield two.first

    def _fronted(self) -> Iterator[tuple[int, int]]:
        """The first tokens of a whole that opens a clause and of the figure of some of it: "Of 40 homes 12 burned"."""
        opens = self.classes["of"] | self.classes["of-the"]
        for whole, some in pairwise(map(self.figure, self.figures)):
            led = next((n for n in (1, 2) if " ".join(self.words[whole.first - n : whole.first]) in opens), None)
            if led is None or some.first - whole.last > WHOLE_REACH or ";" in self.words[whole.last : some.first]:
                continue
            at = whole.first - led
            if at == self.first or self.words[at - 1] in (";", "•"):
                yield whole.first, some.first

    def is_said_of_some(self, figure: QuantityMention, cue: Cue) -> bool:
        """True where a figure only opens its clause as the whole of which the phrase tells some."""
        some = self.fronted.get(figure.first)
        return some is not None and (cue.start >= some or cue.end <= figure.first)

    def _unowned(self, start: int, stop: int) -> list[str]:
        """The words between, "of" alone where an owner follows it: "two of the group's 14 plants"."""
        words = self.words[start:stop]
        owned = len(words) <= OWNER_REACH and words[-1:] == ["'s"] and words[0] in self.classes["of"]
        return words[:1] if owned else words

    def is_whole(self, figure: QuantityMention) -> bool:
        """ "77 died, out of 1,084 who lived there", "lost 40 of 52 boats": what is said before is said of the 77."""
        if " ".join(self.words[max(0, figure.first - 2) : figure.first]) in self.classes["whole-before"]:
            return True
        return figure.first in self.wholes

    def is_auxiliary(self, word: str) -> bool:
        return word in self.classes["passive-auxiliary"] or word in self.classes["active-auxiliary"]

    @classmethod
    def is_noun(cls, figure: QuantityMention, cue: Cue) -> bool:
        """True where the phrase is the noun counted itself ("44 deaths"), no mere word before it ("12 dead elms")."""
        return cls.inside(figure, cue) and cue.end >= figure.last

    @staticmethod
    def inside(figure: QuantityMention, cue: Cue) -> bool:
        return figure.number_last <= cue.start < figure.last

    def rival(self, start: int, stop: int, but: frozenset[str] = frozenset()) -> bool:
        """True where another figure stands between that is no mere part ("12 people, three of them children, …")."""
        for index in self.figures:
            other = self.figure(index)
            if start <= other.number_first < stop and suits("person", other):
                before = self.words[other.first - 1] if other.first > self.first else ""
                if before in but or self.part(other) or self.shares.get(other.first, start) < start:
                    continue
                return True
        return False

    def tells_some(self, figure: QuantityMention, cue: int) -> bool:
        """ "212 passengers, of whom nine died", "60 guests, nine of them injured": said of the nine, not of all.

        But "12 people, three of whom were children, were killed" and "12 people, three of them children, were killed".
        """
        inside = (o for o in map(self.figure, self.figures) if figure.last <= o.first and o.last <= cue)
        return any(self._closes(other, cue) for other in inside)

    def _closes(self, some: QuantityMention, cue: int) -> bool:
        """True where a predicate at token `cue` belongs to the clause of this figure, which counts some of others."""
        words, relative, these = self.words, self.classes["of-whom"], self.classes["of-these"]
        behind, ahead = " ".join(words[some.last : some.last + 2]), " ".join(words[some.first - 2 : some.first])
        rest = self.between(some.last + (2 if behind in these else 0), cue)
        if behind in relative or ahead in relative:
            return "," not in rest
        return behind in these and all(map(self.is_auxiliary, rest))

    def part(self, figure: QuantityMention) -> bool:
        words = self.words
        behind, ahead = words[figure.last : figure.last + 2], words[max(0, figure.first - 2) : figure.first]
        before = self.classes["part-before"]
        return (
            " ".join(behind) in self.classes["part-after"]
            or " ".join(ahead) in before
            or (figure.first > 0 and words[figure.first - 1] in before)
        )

    def broken(self, gap: list[str]) -> bool:
        """True where another clause begins; "so far", "as yet" and "of the accused" begin none."""
        breaks, asides, article = (self.classes[k] for k in ("clause-break", "time-aside", "definite"))
        return any(
            w in (";", ":", ".")
            or (w in breaks and " ".join(gap[i : i + 2]) not in asides and article.isdisjoint(gap[max(0, i - 1) : i]))
            for i, w in enumerate(gap)
        )

    def between(self, start: int, stop: int) -> list[str]:
        """The words between, without who says it where commas set that off: "were, police say, arrested"."""
        words, aside = self.words, set[int]()
        for told in self.analysis.between(self.analysis.attributions, start, stop):
            if told.first > start and told.last < stop and words[told.first - 1] == words[told.last] == ",":
                aside.update(range(told.first - 1, told.last + 1))
        return [words[i] for i in range(start, stop) if i not in aside] if aside else words[start:stop]
