"""What each figure of a sentence measures, told by the verbs, nouns and adjectives around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from attrs import frozen

from reconcile.claims.measuring.labels import label_of, thing_counted
from reconcile.claims.measuring.measure_table import MeasureEntry, cue_table, kinds_of, suits
from reconcile.language.analysis import Analysis
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.phrases import Match
from reconcile.language.quantities import QuantityMention
from reconcile.language.quantity_tables import tables

SUBJECT_REACH = 14  # tokens between a figure and a predicate after it
OBJECT_REACH = 8  # tokens between a predicate and the figure it governs
NEAR_REACH = 10  # tokens between a figure and a noun that only stands near it
VALUE_REACH = 20  # tokens between "death toll" and its figure
LABEL_COST = 0.05  # a label names its figure more surely than any verb
KNOWN_HEAD = 0.5  # what a phrase gains on others where it is tied to the very noun that is counted
PERSON_REACH = 4  # tokens after a verb in which "a young couple" may stand
INHERIT_REACH = 6  # tokens between a figure and the one whose measure it shares


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


@frozen
class _Option:
    cost: float
    figure: int
    cue: Match[tuple[MeasureEntry, ...]]
    entry: MeasureEntry
    role: str


class Sentence:
    """One sentence's figures and predicates, and the rules that tie them together."""

    def __init__(self, analysis: Analysis, first: int, last: int, figures: Sequence[int], houses: Houses = ()) -> None:
        self._analysis, self._houses = analysis, houses
        self._words = analysis.tokens.words
        self._all = analysis.quantities
        self._figures = figures
        self._first, self._last = first, last
        self._class = word_classes(houses)
        self._cues: dict[frozenset[str], list[Match[tuple[MeasureEntry, ...]]]] = {}
        self._things: dict[int, str] = {}
        self._shares = dict(self._of_wholes())

    def measure(self) -> dict[int, Measured]:
        """The measure of each figure (by index in the analysis) that the sentence tells."""
        options = sorted(self._options(), key=lambda o: (o.cost, o.figure, o.cue.start))
        found: dict[int, Measured] = {}
        for told in ([o for o in options if o.role != "near"], [o for o in options if o.role == "near"]):
            self._choose(found, told)
            self._inherit(found)
            self._inherit_back(found)
        return found

    def _choose(self, found: dict[int, Measured], options: Sequence[_Option]) -> None:
        """Give each figure that has no measure yet the first of the options that fits it."""
        subjects: dict[int, int] = {}
        for option in options:
            if option.figure in found or self._taken(option, subjects):
                continue
            found[option.figure] = self._measured(option)
            if option.role == "subject" and option.cost < 1:
                subjects[option.cue.start] = option.figure

    def _measured(self, option: _Option) -> Measured:
        entry, cue = option.entry, option.cue
        thing = self._thing(option.figure) if entry.counts == "thing" else ""
        return Measured(entry.measure, entry.counts, cue.start, cue.end, thing=thing)

    def _thing(self, index: int) -> str:
        if index not in self._things:
            self._things[index] = thing_counted(self._analysis, self._figures, index, self._first, self._houses)
        return self._things[index]

    def _taken(self, option: _Option, subjects: dict[int, int]) -> bool:
        """A participle that closes one figure's clause ("3 killed, 10 …") governs no figure after it."""
        return option.role == "object" and option.cue.start in subjects

    def _options(self) -> Iterator[_Option]:
        for index in self._figures:
            figure = self._all[index]
            label = label_of(self._analysis, figure, self._first)
            for cue in self._cues_for(figure):
                labels = label is not None and label[0] <= cue.start and cue.end <= label[1]
                for entry in cue.entry:
                    if not self._is_noun(figure, cue) and not self._suits(entry, index):
                        continue
                    if cue.end <= figure.first and self._is_whole(figure):
                        continue
                    if entry.heads and self._head(index) not in entry.heads:
                        continue
                    gain = KNOWN_HEAD if entry.heads else 0
                    if labels:
                        yield _Option(LABEL_COST - gain, index, cue, entry, "label")
                        continue
                    for role, cost in self._costs(figure, cue, entry):
                        yield _Option(cost - gain, index, cue, entry, role)

    def _is_whole(self, figure: QuantityMention) -> bool:
        """ "77 died, out of 1,084 who lived there": what is said before is said of the 77."""
        return " ".join(self._words[max(0, figure.first - 2) : figure.first]) in self._class["whole-before"]

    def _cues_for(self, figure: QuantityMention) -> list[Match[tuple[MeasureEntry, ...]]]:
        """The phrases of the sentence, longest first, of those that tell of such figures."""
        kinds = kinds_of(figure)
        if kinds not in self._cues:
            found = cue_table(self._houses).find(
                self._analysis.tokens, self._first, self._last, lambda entries: any(e.counts in kinds for e in entries)
            )
            self._cues[kinds] = found
        return self._cues[kinds]

    def _head(self, index: int) -> str:
        """The noun a figure counts, or the thing that desks also call by it."""
        return self._thing(index) or self._all[index].quantity.head or ""

    def _suits(self, entry: MeasureEntry, index: int) -> bool:
        if not entry.admits(self._all[index].quantity):
            return False
        if entry.counts == "thing":
            return self._thing(index) != ""
        return suits(entry.counts, self._all[index])

    def _costs(
        self, figure: QuantityMention, cue: Match[tuple[MeasureEntry, ...]], entry: MeasureEntry
    ) -> Iterator[tuple[str, float]]:
        if "subject" in entry.takes and (cost := self._as_subject(figure, cue, entry)) is not None:
            yield "subject", cost
        if "noun" in entry.takes and self._inside(figure, cue):
            yield "subject", 0.0
        if "next" in entry.takes and cue.start == figure.last:
            yield "subject", 0.0
        if "object" in entry.takes and (cost := self._as_object(figure, cue)) is not None:
            yield "object", cost
        if "value" in entry.takes and (cost := self._as_value(figure, cue)) is not None:
            yield "value", cost
        if "near" in entry.takes and (cost := self._as_near(figure, cue)) is not None:
            yield "near", cost

    @classmethod
    def _is_noun(cls, figure: QuantityMention, cue: Match[tuple[MeasureEntry, ...]]) -> bool:
        """True where the phrase is the noun counted itself ("44 deaths"), no mere word before it ("12 dead elms")."""
        return cls._inside(figure, cue) and cue.end >= figure.last

    @staticmethod
    def _inside(figure: QuantityMention, cue: Match[tuple[MeasureEntry, ...]]) -> bool:
        return figure.number_last <= cue.start < figure.last

    def _as_subject(
        self, figure: QuantityMention, cue: Match[tuple[MeasureEntry, ...]], entry: MeasureEntry
    ) -> float | None:
        if cue.start < figure.number_last:
            return None
        if self._inside(figure, cue):
            return 0.0
        gap = self._words[figure.last : cue.start]
        if len(gap) > SUBJECT_REACH or self._rival(figure.last, cue.start):
            return None
        if self._broken(gap) and " ".join(self._words[figure.first : figure.first + 2]) not in self._class["one-of"]:
            return None
        if self._of_another(figure, cue, entry, gap) or self._of_member(gap) or self._of_others(gap):
            return None
        if gap and gap[0] in self._class["passive-auxiliary"] and "," in gap:
            return None  # "several people were questioned, and two …": the figure has a verb of its own
        before = gap[-1] if gap else ""
        if "object" in entry.takes and (self._is_active(cue, entry, before) or self._governs(cue, before)):
            return None
        if before in self._class["coordination"] or self._describes(cue, entry, before):
            return None
        if len(gap) == 1 and before == ",":
            return None if "object" in entry.takes else 1.0
        return 0.3 * len(gap) + gap.count(",")

    def _of_member(self, gap: list[str]) -> bool:
        """ "ten friends, including the boy who was killed": an aside that no comma closes tells of the one it names."""
        opens = next((i for i, w in enumerate(gap) if w in self._class["part-before"]), None)
        return opens is not None and opens > 0 and gap[opens - 1] == "," and "," not in gap[opens:]

    def _is_active(self, cue: Match[tuple[MeasureEntry, ...]], entry: MeasureEntry, before: str) -> bool:
        """ "two men have killed", not "46,000 acres have burned in the hills": what burns may have no object."""
        if before not in self._class["active-auxiliary"]:
            return False
        after = self._words[cue.end] if cue.end < self._last else "."
        return entry.counts == "person" or not (after in self._class["locative"] or not after[0].isalnum())

    def _describes(self, cue: Match[tuple[MeasureEntry, ...]], entry: MeasureEntry, before: str) -> bool:
        """ "two officers hailed for saving wounded baby": the participle is an adjective of somebody else."""
        if entry.counts != "person" or not before[:1].isalpha() or self._is_auxiliary(before):
            return False
        return not tables(self._houses).nouns["person"].isdisjoint(self._words[cue.end : cue.end + 1])

    def _is_auxiliary(self, word: str) -> bool:
        return word in self._class["passive-auxiliary"] or word in self._class["active-auxiliary"]

    def _governs(self, cue: Match[tuple[MeasureEntry, ...]], before: str) -> bool:
        """ "two gunmen killed three people", "a raid that killed a guard": the verb has an object of its own."""
        if before in self._class["passive-auxiliary"]:
            return False
        after = self._words[cue.end : cue.end + 1]
        articles = (self._class[k] for k in ("indefinite", "definite", "possessive"))
        a_person = before in self._class["relative-subject"] and any(not k.isdisjoint(after) for k in articles)
        return a_person or self._takes_person(cue) or any(self._all[i].first == cue.end for i in self._figures)

    def _takes_person(self, cue: Match[tuple[MeasureEntry, ...]]) -> bool:
        """ "a man broke in, killed a young couple": an indefinite person or two follow the verb."""
        words = self._words[cue.end : cue.end + PERSON_REACH]
        if not words or words[0] not in self._class["indefinite"]:
            return False
        people = tables(self._houses).nouns["person"], self._class["people-together"]
        return any(not nouns.isdisjoint(words[1:]) for nouns in people)

    def _of_wholes(self) -> Iterator[tuple[int, int]]:
        """The first tokens of two figures where one is so many of the other ("four of the 12 people")."""
        links = self._class["share-of"]
        for one, two in pairwise(self._all[i] for i in self._figures):
            if " ".join(self._words[one.number_last : two.first]) in links:
                yield two.first, one.first

    def _of_another(
        self, figure: QuantityMention, cue: Match[tuple[MeasureEntry, ...]], entry: MeasureEntry, gap: list[str]
    ) -> bool:
        """ "one of five people shot has died": the finite verb tells of the one, the participle of the five."""
        words, links = self._words, self._class["one-of"]
        whole = figure.first in self._shares
        whole = whole or any(" ".join(words[max(0, figure.first - n) : figure.first]) in links for n in (2, 3))
        one = " ".join(words[figure.first : figure.first + 2]) in links and figure.quantity.unit == "person"
        one = one or figure.first in self._shares.values()
        if not whole and not one:
            return False
        auxiliary = self._is_auxiliary(words[cue.start]) or (bool(gap) and self._is_auxiliary(gap[-1]))
        finite = "object" not in entry.takes or auxiliary
        relative = any(w in self._class["relative-subject"] for w in gap)
        return (finite and not relative) if whole else (relative or not finite)

    def _of_others(self, gap: list[str]) -> bool:
        """ "40 doctors helped people who were injured": the relative clause tells of those named right before it."""
        if self._class["relative-subject"].isdisjoint(gap):
            return False
        persons = tables(self._houses).nouns["person"] | self._class["pronoun-antecedent"]
        link = self._class["of"] | self._class["definite"] | self._class["coordination"]
        return any(
            gap[i] in self._class["relative-subject"] and gap[i - 1] in persons and not link.issuperset(gap[: i - 1])
            for i in range(1, len(gap))
        )

    @staticmethod
    def _shares_hedge(figure: QuantityMention, cue: Match[tuple[MeasureEntry, ...]]) -> bool:
        """ "faces up to 20 years", "holds up to 400": the phrase ends in the hedge of the figure."""
        return cue.start < figure.first < cue.end <= figure.number_first

    def _as_object(self, figure: QuantityMention, cue: Match[tuple[MeasureEntry, ...]]) -> float | None:
        if cue.end > figure.first and not self._shares_hedge(figure, cue):
            return None
        gap = self._words[cue.end : figure.first]
        if len(gap) > OBJECT_REACH or self._rival(cue.end, figure.first) or self._broken(gap):
            return None
        if not self._class["verb-of-its-own"].isdisjoint(gap):
            return None  # "the shooting that left two people wounded" does not say that two were shot
        before = self._words[cue.start - 1] if cue.start > self._first else ""
        if before in self._class["passive-auxiliary"] or (gap and gap[0] in self._class["coordination"]):
            return None
        return 0.2 + 0.4 * len(gap) + gap.count(",")

    def _as_value(self, figure: QuantityMention, cue: Match[tuple[MeasureEntry, ...]]) -> float | None:
        if cue.end > figure.first:
            return None
        gap = self._words[cue.end : figure.first]
        if len(gap) > VALUE_REACH:
            return None
        links = self._class["value-link"]
        edges = (gap[0], gap[-1]) if gap else (self._words[cue.end - 1],)
        joined = any(w in self._class["coordination"] for w in gap[:2])
        if joined or not any(w in links or w == ":" for w in edges):
            return None
        if self._rival(cue.end, figure.first, but=self._class["change-from"]):
            return None
        if self._broken(gap) and any(self._inside(self._all[i], cue) for i in self._figures):
            return None  # "19 dead as 80,000 …": the word belongs to another count
        return 0.25 + 0.15 * len(gap)

    def _as_near(self, figure: QuantityMention, cue: Match[tuple[MeasureEntry, ...]]) -> float | None:
        if self._inside(figure, cue):
            return 3.0
        if figure.quantity.unit in (None, "person"):
            return None
        behind = cue.start >= figure.last
        gap = self._words[figure.last : cue.start] if behind else self._words[cue.end : figure.first]
        if len(gap) > NEAR_REACH or self._broken(gap) or (not behind and cue.end > figure.first):
            return None
        return 3.0 + 0.3 * len(gap) + gap.count(",")

    def _rival(self, start: int, stop: int, but: frozenset[str] = frozenset()) -> bool:
        """True where another figure stands between that is no mere part ("12 people, three of them children, …")."""
        for index in self._figures:
            other = self._all[index]
            if start <= other.number_first < stop and suits("person", other):
                before = self._words[other.first - 1] if other.first > self._first else ""
                if before in but or self._part(other) or self._shares.get(other.first, start) < start:
                    continue
                return True
        return False

    def _part(self, figure: QuantityMention) -> bool:
        words = self._words
        behind, ahead = words[figure.last : figure.last + 2], words[max(0, figure.first - 2) : figure.first]
        before = self._class["part-before"]
        return (
            " ".join(behind) in self._class["part-after"]
            or " ".join(ahead) in before
            or (figure.first > 0 and words[figure.first - 1] in before)
        )

    def _broken(self, gap: list[str]) -> bool:
        return any(w in self._class["clause-break"] or w in (";", ":", ".") for w in gap)

    def _inherit(self, found: dict[int, Measured]) -> None:
        """Give a figure without a predicate the measure of the one before it ("12 people, four of them children")."""
        previous: int | None = None
        for index in self._figures:
            figure = self._all[index]
            own_verb = not self._class["passive-auxiliary"].isdisjoint(self._words[figure.last : figure.last + 1])
            own = own_verb or self._is_whole(figure) or figure.first in self._shares
            if index not in found and previous is not None and suits("person", figure) and not own:
                source = found[previous]
                near = self._near(self._all[previous].last, figure.first, source)
                if source.counts == "person" and (near or self._part(figure)):
                    found[index] = Measured(source.measure, source.counts, source.cue_first, source.cue_last, previous)
            if index in found:
                previous = index

    def _inherit_back(self, found: dict[int, Measured]) -> None:
        """Give the first of two people or groups the predicate after both ("three women and a man were killed")."""
        links = self._class["coordination"] | {","}
        for index, after in reversed(list(pairwise(self._figures))):
            figure, source = self._all[index], found.get(after)
            if index in found or source is None or source.counts != "person" or not suits("person", figure):
                continue
            gap = self._words[figure.last : self._all[after].first]
            if joins(gap, links, self._class["possessive"]) and source.cue_first >= self._all[after].number_last:
                found[index] = source

    def _near(self, start: int, stop: int, source: Measured) -> bool:
        """True where only list words, and the predicate shared by both figures, stand between them."""
        gap = [self._words[i] for i in range(start, stop) if not source.cue_first <= i < source.cue_last]
        if source.cue_last < start and gap and gap[-1] in self._class["possessive"]:
            del gap[-1]  # "killed a woman and her two sons"
        return len(gap) <= INHERIT_REACH and all(self._connects(w) for w in gap)

    def _connects(self, word: str) -> bool:
        kinds = ("list-separator", "coordination", "remainder", "increment", "part-before", "passive-auxiliary")
        return any(word in self._class[k] for k in kinds) or word in _words_of(self._class["part-before"])


def joins(gap: Sequence[str], links: frozenset[str], owners: frozenset[str]) -> bool:
    """True for what stands between two groups counted together: "and", ", and", "and her"."""
    plain = gap[:-1] if len(gap) > 1 and gap[-1] in owners else gap
    return 0 < len(plain) <= 2 and all(w in links for w in plain)


def whole_noun(analysis: Analysis, figure: QuantityMention) -> str:
    """ "31 of the 45 tanks": what the whole counts, the part counts too; "" where no whole follows."""
    words = analysis.tokens.words
    for other in analysis.between(analysis.quantities, figure.last, figure.last + 3):
        gap = words[figure.last : other.first] if figure.last < other.first <= figure.last + 2 else None
        if gap and gap[0] in word_classes()["of"]:
            return other.quantity.head or ""
    return ""


@lru_cache(maxsize=16)
def _words_of(phrases: frozenset[str]) -> frozenset[str]:
    return frozenset(word for phrase in phrases for word in phrase.split())
