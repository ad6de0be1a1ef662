"""Figures that share the predicate of the one beside them: "12 people, four of them children", "two men and a boy"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from reconcile.claims.measuring.clause import Measured
from reconcile.claims.measuring.measure_table import suits
from reconcile.claims.measuring.roles import Roles
from reconcile.language.quantities import QuantityMention
from reconcile.language.quantity_tables import tables
from reconcile.language.quantity_values import PERSON

INHERIT_REACH = 6  # tokens between a figure and the one whose measure it shares
WHO_REACH = 3  # tokens behind "were" in which the noun stands that says who ("were off-duty soldiers")
_STOPS = frozenset(",;.:")


class Inheriting(Roles):
    """The figures of a sentence that have no predicate of their own."""

    def inherit(self, found: dict[int, Measured]) -> None:
        """Give a figure without a predicate the measure of the one before it ("12 people, four of them children")."""
        previous: int | None = None
        for index in self.figures:
            figure = self.figure(index)
            own = self._has_verb(figure) or self.is_whole(figure) or figure.first in self.shares
            if index not in found and previous is not None and suits("person", figure) and not own:
                source = found[previous]
                near = self._near(self.figure(previous).last, figure.first, source)
                if source.counts == "person" and (near or self.part(figure)):
                    found[index] = Measured(source.measure, source.counts, source.cue_first, source.cue_last, previous)
            if index in found:
                previous = index

    def inherit_parts(self, found: dict[int, Measured]) -> None:
        """Give some of whom the sentence says only who they are the measure of all: "Of the 57 dead, 29 were women"."""
        by_first = {self.figure(i).first: i for i in self.figures}
        for whole, some in (*self.fronted.items(), *self.shares.items()):
            index, source = by_first.get(some), found.get(by_first.get(whole, -1))
            if index is None or index in found or source is None or source.counts != "person":
                continue
            if self._says_who(max(self.figure(index).last, self.figure(by_first[whole]).last)):
                of = by_first[whole] if whole < some else None
                found[index] = Measured(source.measure, source.counts, source.cue_first, source.cue_last, of)

    def _says_who(self, at: int) -> bool:
        """True for "were women", "were Chinese nationals" at this token."""
        if self.classes["passive-auxiliary"].isdisjoint(self.words[at : at + 1]):
            return False
        people = tables(self.houses).nouns["person"]
        return not people.isdisjoint(_to_stop(self.words[at + 1 : min(self.last, at + 1 + WHO_REACH)]))

    def _has_verb(self, figure: QuantityMention) -> bool:
        """ "and two were questioned"; "of whom six were children" says no more than who they are."""
        at = figure.last
        if self.classes["passive-auxiliary"].isdisjoint(self.words[at : at + 1]):
            return False
        who = self.words[at + 1 : at + 2]
        return not self.part(figure) or tables(self.houses).nouns["person"].isdisjoint(who)

    def inherit_back(self, found: dict[int, Measured]) -> None:
        """Give the first of two people or groups the predicate after both ("three women and a man were killed")."""
        links = self.classes["coordination"] | {","}
        for index, after in reversed(list(pairwise(self.figures))):
            figure, source = self.figure(index), found.get(after)
            if index in found or source is None or source.counts != "person" or not suits("person", figure):
                continue
            gap = self.words[figure.last : self.figure(after).first]
            if gap == [","] and (figure.quantity.unit != PERSON or self._is_all(figure)):
                continue  # "a city of 310,000, 74 bodies were found"
            if gap == [","] and self.tells_some(figure, source.cue_first):
                continue  # "212 passengers, nine of whom died"
            if joins(gap, links, self.classes["possessive"]) and source.cue_first >= self.figure(after).number_last:
                found[index] = source

    def _is_all(self, figure: QuantityMention) -> bool:
        """ "Of 89 passengers, 70 were hurt": the sentence opens with all those of whom it tells a part."""
        return figure.first == self.first + 1 and self.words[self.first] in self.classes["of"]

    def _near(self, start: int, stop: int, source: Measured) -> bool:
        """True where only list words, and the predicate shared by both figures, stand between them."""
        told = self._voiced(start, stop) if self.words[stop - 1] == ":" else frozenset[int]()
        kept = (i for i in range(start, stop) if not source.cue_first <= i < source.cue_last)
        gap = [self.words[i] for i in kept if i not in told]
        if source.cue_last < start and gap and gap[-1] in self.classes["possessive"]:
            del gap[-1]  # "killed a woman and her two sons"
        if self._says_who(start):
            people = tables(self.houses).nouns["person"]
            gap = [w for w in gap if w not in people]  # "29 were women and six children"
        if " ".join(gap[-2:]) in self.classes["not-those"] and self._has_owner(stop):
            del gap[-2:]  # "14 dead, and not the nine of the ministry"; "the 500 it was built for" are others
        return len(gap) <= INHERIT_REACH and all(self._connects(w) for w in gap)

    def _voiced(self, start: int, stop: int) -> frozenset[int]:
        """The tokens of who says it: "Twelve died, the police said: nine in the bus and three in the car"."""
        told = self.analysis.between(self.analysis.attributions, start, stop)
        return frozenset(i for a in told for i in range(a.first, a.last))

    def _has_owner(self, at: int) -> bool:
        """ "The nine of Lorn": "of" stands right behind a number in one word."""
        return not self.classes["of"].isdisjoint(self.words[at + 1 : at + 2])

    def _connects(self, word: str) -> bool:
        kinds = ("list-separator", "coordination", "remainder", "increment", "part-before", "passive-auxiliary")
        return any(word in self.classes[k] for k in kinds) or word in _words_of(self.classes["part-before"])


def joins(gap: Sequence[str], links: frozenset[str], owners: frozenset[str]) -> bool:
    """True for what stands between two groups counted together: "and", ", and", "and her"."""
    plain = gap[:-1] if len(gap) > 1 and gap[-1] in owners else gap
    return 0 < len(plain) <= 2 and all(w in links for w in plain)


def _to_stop(words: Sequence[str]) -> Sequence[str]:
    return words[: next((i for i, w in enumerate(words) if w in _STOPS), len(words))]


@lru_cache(maxsize=16)
def _words_of(phrases: frozenset[str]) -> frozenset[str]:
    return frozenset(word for phrase in phrases for word in phrase.split())
