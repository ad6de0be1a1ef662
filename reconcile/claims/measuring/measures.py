"""What each figure of a sentence measures, told by the verbs, nouns and adjectives around it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache

from attrs import frozen

from reconcile.claims.measuring.antecedents import thing_fronted, thing_meant, thing_named
from reconcile.claims.measuring.clause import Cue, Measured
from reconcile.claims.measuring.event_nouns import is_compound_noun, is_where
from reconcile.claims.measuring.inherited import Inheriting
from reconcile.claims.measuring.kinds_listed import kinds_listed
from reconcile.claims.measuring.labels import label_of, noun_before, noun_said, thing_counted
from reconcile.claims.measuring.measure_table import MeasureEntry, all_cues, kinds_of, suits
from reconcile.claims.measuring.placed import only_places
from reconcile.claims.measuring.story_measures import KILLED
from reconcile.claims.tables import thing
from reconcile.language.analysis import Analysis
from reconcile.language.counting import singular
from reconcile.language.grammar import ends_in, stands_between, word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.quantities import QuantityMention
from reconcile.language.quantity_tables import tables

LABEL_COST = 0.05  # a label names its figure more surely than any verb
KNOWN_HEAD = 0.5  # what a phrase gains on others where it is tied to the very noun that is counted
ATTRIBUTE = 0.7  # what a word before their noun ("missing miners") yields to such a verb
OWN_NOUN = 2.0  # what the people counted ("30 visitors") yield to a verb that tells what befell them
_COUNTS = frozenset({"person", "thing", "any"})  # what a noun may tell; "two pumps" are no output of a pump
_CLOSES = frozenset(",;.:!?")
BESIDE_REACH = 7  # tokens behind a phrase in which what belongs to it stands ("were put up in a sports hall")


@frozen
class _Option:
    cost: float
    figure: int
    cue: Cue
    entry: MeasureEntry
    role: str


class Sentence(Inheriting):
    """One sentence's figures and predicates, and the rules that tie them together."""

    def __init__(self, analysis: Analysis, first: int, last: int, figures: Sequence[int], houses: Houses = ()) -> None:
        super().__init__(analysis, first, last, figures, houses)
        self._cues: dict[tuple[frozenset[str], frozenset[str], bool], list[Cue]] = {}
        self._found: dict[frozenset[str], list[Cue]] = {}
        self._things: dict[int, str] = {}
        self._acting: dict[tuple[str, ...], bool] = {}

    def measure(self) -> dict[int, Measured]:
        """The measure of each figure (by index in the analysis) that the sentence tells."""
        options = sorted(self._options(), key=lambda o: (o.cost, o.figure, o.cue.start))
        found: dict[int, Measured] = {}
        for told in ([o for o in options if o.role != "near"], [o for o in options if o.role == "near"]):
            self._choose(found, told)
            self.inherit_parts(found)
            self.inherit(found)
            self.inherit_back(found)
        return kinds_listed(self, found, self._things_named())

    def _choose(self, found: dict[int, Measured], options: Sequence[_Option]) -> None:
        """Give each figure that has no measure yet the first of the options that fits it."""
        subjects: set[tuple[int, int]] = set()
        for option in options:
            if option.figure in found or self._taken(option, subjects):
                continue
            found[option.figure] = self._measured(option)
            if option.role == "subject" and option.cost < 1:
                subjects.add((option.cue.start, option.cue.end))

    def _measured(self, option: _Option) -> Measured:
        entry, cue = option.entry, option.cue
        counted = self._thing(option.figure) if entry.counts == "thing" else ""
        return Measured(entry.measure, entry.counts, cue.start, cue.end, thing=counted)

    def _thing(self, index: int) -> str:
        if index not in self._things:
            told = (i for i in (self._whole_of(index), index) if i is not None)
            things = (thing_counted(self.analysis, self.figures, i, self.first, self.houses) for i in told)
            self._things[index] = next((t for t in things if t), "") or self._meant(index)
        return self._things[index]

    def _meant(self, index: int) -> str:
        """The things named before a bare number that it counts some of; "" for any other."""
        return thing_meant(self.analysis, self.figure(index), self.first, self.houses)

    def _things_named(self) -> dict[int, str]:
        """The things that the figures of the sentence count by nouns of their own, or say that they are."""
        own = {i: self._said_to_be(i) if self._has_no_noun(i) else self._thing(i) for i in self.figures}
        return {i: thing for i, thing in own.items() if thing}

    def _has_no_noun(self, index: int) -> bool:
        return self.figure(index).last == self.figure(index).number_last

    def _said_to_be(self, index: int) -> str:
        """ "Of which 71 were homes": the plural behind the verb of a bare number; "" for any other."""
        at = self.figure(index).last
        if at + 1 >= self.last or self.words[at] not in self.classes["passive-auxiliary"]:
            return ""
        return noun_said(self.words[at + 1 : self.last], self.houses)

    def _whole_of(self, index: int) -> int | None:
        """The figure of the whole of which a bare number counts some: "12 of the 40 homes", "Of the 40 homes 12"."""
        figure = self.figure(index)
        if figure.quantity.head or figure.quantity.unit:
            return None
        firsts = [
            whole for pairs in (self.shares, self.fronted) for whole, some in pairs.items() if some == figure.first
        ]
        return next((i for i in self.figures if self.figure(i).first in firsts), None)

    def _taken(self, option: _Option, subjects: set[tuple[int, int]]) -> bool:
        """A participle that closes one figure's clause ("3 killed, 10 …") governs no figure after it."""
        return option.role == "object" and (option.cue.start, option.cue.end) in subjects

    def _options(self) -> Iterator[_Option]:
        for index in self.figures:
            figure, cues = self.figure(index), self._cues_for(index)
            if self._is_excepted(figure):
                cues = [c for c in cues if self._tells_of_excepted(figure, c)]
            label = label_of(self.analysis, figure, self.first) if cues else None
            for cue in self._short_of(figure, cues):
                if is_compound_noun(self, cue) or is_where(self, cue, cues, figure):
                    continue
                labels = label is not None and label[0] <= cue.start and cue.end <= label[1]
                for entry in cue.entry:
                    if not entry.admits(figure.quantity):
                        continue
                    if entry.beside and not self._has_beside(entry, figure, cue):
                        continue
                    if not self._has_agent(entry):
                        continue
                    if entry.counts == "person" and figure.quantity.counted in self.classes["wounds-of-one"]:
                        continue  # "two gunshot wounds" are not two people
                    tells = entry.counts in _COUNTS and self.is_noun(figure, cue)
                    if not tells and not self._suits(entry, index, cue):
                        continue
                    if self.is_said_of_some(figure, cue) or (cue.end < figure.first and self.is_whole(figure)):
                        continue
                    if self._is_of_things(entry, index, cue) or (entry.noun and self._counted_apart(figure, cue)):
                        continue
                    if entry.counts == "thing" and self._is_no_verb(entry, index, cue):
                        continue
                    if entry.heads and self._heads(index).isdisjoint(entry.heads):
                        continue
                    if entry.after and self._before(figure.first) not in entry.after:
                        continue
                    gain = KNOWN_HEAD if entry.heads or entry.agents else 0
                    if entry.noun and entry.counts == "person" and self.is_noun(figure, cue):
                        gain = -OWN_NOUN
                    if entry.counts == "person" and self._is_attribute(figure, cue, entry, cues):
                        gain = -ATTRIBUTE
                    if labels and entry.takes != (
                        "object",
                    ):  # "Larkfield shooting: two gunmen at large" names an event
                        yield _Option(LABEL_COST - gain, index, cue, entry, "label")
                        continue
                    if cue.end < figure.first and self._is_all_said(figure):
                        continue  # "the guards on duty have a log that says eleven"
                    for role, cost in self.costs(figure, cue, entry):
                        yield _Option(cost - gain, index, cue, entry, role)

    def _is_excepted(self, figure: QuantityMention) -> bool:
        """ "All but two of the crew were saved": what is said is not said of these."""
        before = self.words[max(self.first, figure.number_first - 3) : figure.number_first]
        return ends_in(before, self.classes["all-but"])

    def _tells_of_excepted(self, figure: QuantityMention, cue: Cue) -> bool:
        """ "Power was restored to all but 900 homes", "all but 900 of those evacuated are home": they are still out."""
        between = self.words[figure.last : cue.start]
        named = len(between) == 2 and " ".join(between) in self.classes["of-these"]
        return named or cue.end == figure.number_first

    def _is_attribute(self, figure: QuantityMention, cue: Cue, entry: MeasureEntry, cues: Sequence[Cue]) -> bool:
        """ "Four missing miners were found dead": what the verb says of them is the later word, but for the dead.

        "25 injured survivors" are the injured, whatever else their noun tells.
        """
        if not self.inside(figure, cue) or cue.end >= figure.last or entry.measure == KILLED:
            return False
        return not any(self.is_noun(figure, other) for other in cues)

    def _has_beside(self, entry: MeasureEntry, figure: QuantityMention, cue: Cue) -> bool:
        """ "suffered light burns", "housed 40 people last night": a word tells what the phrase alone does not."""
        start = figure.last if cue.end <= figure.first else cue.end
        reach = range(start, min(self.last, start + BESIDE_REACH))
        stop = next((i for i in reach if self.words[i] in _CLOSES or self.words[i] == ";"), reach.stop)
        return stands_between(self.analysis.tokens, start, stop, _one_of(entry.beside))

    def _has_agent(self, entry: MeasureEntry) -> bool:
        """ "The lava swallowed 40 homes", "40 homes were swallowed by lava": what did it tells what became of them."""
        if not entry.agents:
            return True
        if entry.agents not in self._acting:
            tokens, agents = self.analysis.tokens, _one_of(entry.agents)
            self._acting[entry.agents] = stands_between(tokens, self.first, self.last, agents)
        return self._acting[entry.agents]

    def _is_all_said(self, figure: QuantityMention) -> bool:
        """True for a bare number right behind "says" that closes its clause."""
        bare = figure.quantity.unit is None and figure.quantity.counted is None
        said = figure.first > self.first and self.words[figure.first - 1] in self.classes["says-number"]
        return bare and said and (figure.last >= self.last or self.words[figure.last] in _CLOSES)

    def _cues_for(self, index: int) -> list[Cue]:
        """The phrases of the sentence, longest first, of those that tell of such figures."""
        figure = self.figure(index)
        kinds = kinds_of(figure)
        if not self._all_cues(kinds):
            return []
        heads, people = self._heads(index), suits("person", figure)
        if (kinds, heads, people) not in self._cues:

            def fits(entry: MeasureEntry) -> bool:
                of_its_kind = entry.counts in kinds and (people or entry.noun or entry.counts != "person")
                return of_its_kind and not (entry.heads and heads.isdisjoint(entry.heads))

            beside = self._beside()
            cues = [self._own(c, fits, people) for c in self._all_cues(kinds)]
            telling = (c for c in cues if not beside.issuperset(range(c.start, c.end)))
            self._cues[kinds, heads, people] = [c for c in telling if not only_places(self, c)]
        return self._cues[kinds, heads, people]

    def _short_of(self, figure: QuantityMention, cues: Sequence[Cue]) -> Iterator[Cue]:
        """The phrases, none of which takes a piece of the hedge: "they shot at least 52" has nobody shot at."""
        for cue in cues:
            if not cue.start < figure.first < cue.end < figure.number_first:
                yield cue
            elif shorter := all_cues(self.houses).at(self.analysis.tokens, cue.start, figure.first):
                yield shorter

    def _all_cues(self, kinds: frozenset[str]) -> list[Cue]:
        if kinds not in self._found:
            self._found[kinds] = all_cues(self.houses).find(
                self.analysis.tokens,
                self.first,
                self.last,
                lambda entries: any(e.counts in kinds and self._has_agent(e) for e in entries),
            )
        return self._found[kinds]

    def _own(self, cue: Cue, fits: Callable[[MeasureEntry], bool], people: bool) -> Cue:
        """The phrase, or what its verb begins where only with its auxiliary it is said of others: "have fallen"."""
        start = next((i for i in range(cue.start, cue.end) if not self.is_auxiliary(self.words[i])), cue.end)
        verb = self.words[start : cue.end]
        if start == cue.start or any(map(fits, cue.entry)) or _in_progress(verb, self.classes):
            return cue
        within = all_cues(self.houses).at(
            self.analysis.tokens, start, self.last, lambda entries: any(map(fits, entries))
        )
        if within is None or within.end < cue.end:
            return cue
        alone = (e for e in within.entry if fits(e))
        return within if people or all(e.heads or e.counts == "thing" for e in alone) else cue

    def _beside(self) -> set[int]:
        """The tokens of dates and speakers: "on 1 March" tells of no march, "a survivor said" of nobody rescued."""
        analysis, own = self.analysis, (self.first, self.last)
        days = {i for d in analysis.between(analysis.dates, *own) for i in range(d.first, d.last)}
        return days | {i for a in analysis.between(analysis.attributions, *own) for i in range(a.first, a.last)}

    def _heads(self, index: int) -> frozenset[str]:
        """The noun a figure counts, and the thing that desks also call by it."""
        head = self.figure(index).quantity.head or ""
        return frozenset({head, self._thing(index) or thing(head, self.houses)}) - {""}

    def _before(self, token: int) -> str:
        """The word before this token, and before "all the" there."""
        while self.words[token - 1] in self.classes["whole-of"] and token - 1 > self.first:
            token -= 1
        return self.words[token - 1]

    def _is_of_things(self, entry: MeasureEntry, index: int, cue: Cue) -> bool:
        """ "Dogs rescued: 93", "the number of dogs rescued rose to 93": the noun before a bare number counts nobody."""
        figure = self.figure(index)
        if entry.counts != "person" or figure.quantity.unit or figure.quantity.counted:
            return False
        at = noun_before(self.analysis, figure, self.first, self.houses)
        people = tables(self.houses).nouns
        return at is not None and not cue.start <= at < cue.end and self.words[at] not in people["person"]

    def _counted_apart(self, figure: QuantityMention, cue: Cue) -> bool:
        """ "84 planes, 3,200 new jobs": the noun that one figure counts measures none that counts another thing."""
        head = figure.quantity.head
        others = (o for o in map(self.figure, self.figures) if o.quantity.head != head)
        return head is not None and any(o.number_last <= cue.start < o.last for o in others)

    def _suits(self, entry: MeasureEntry, index: int, cue: Cue) -> bool:
        figure = self.figure(index)
        if entry.counts == "thing":
            fronted = cue.end <= figure.first and thing_fronted(self.analysis, figure, self.first, self.houses)
            # "Of the stolen works four are on loan"; "36 times" counts no thing
            return self._thing(index) not in self.classes["occasions"] | {""} and not fronted
        if entry.counts == "person" and thing_named(self.analysis, figure, self.first, self.houses):
            return False  # "1,900 of them died": of the birds named before
        return suits(entry.counts, figure)

    def _is_no_verb(self, entry: MeasureEntry, index: int, cue: Cue) -> bool:
        """ "34 fires", "Fires: 34": what reads like a verb is the noun that is counted, or is said of its owner."""
        figure = self.figure(index)
        if self._describes_a_thing(figure) and not self.is_noun(figure, cue):
            return True
        if "noun" in entry.takes:
            return False  # "78 branch closures"
        if figure.quantity.head is not None and cue.end == figure.last:
            return singular(self.words[cue.end - 1], tables(self.houses)) == figure.quantity.head
        at = noun_before(self.analysis, figure, self.first, self.houses)
        return at is not None and cue.end == cue.start + 1 and cue.start == at

    def _describes_a_thing(self, figure: QuantityMention) -> bool:
        """ "The 300-bed hospital was closed": what is said is said of the hospital, not of the beds."""
        words = self.words[figure.number_last : figure.last + 1]
        return words[:1] == ["-"] and len(words) > figure.last - figure.number_last and words[-1][0].isalpha()


def _in_progress(verb: Sequence[str], classes: Mapping[str, frozenset[str]]) -> bool:
    """ "are searching": with its auxiliary the verb is an active one."""
    return verb[:1] != [] and verb[0].endswith(tuple(classes["progressive"]))


@lru_cache(maxsize=256)
def _one_of(phrases: tuple[str, ...]) -> frozenset[str]:
    return frozenset(phrases)


def whole_noun(analysis: Analysis, figure: QuantityMention) -> str:
    """ "31 of the 45 tanks": what the whole counts, the part counts too; "" where no whole follows."""
    words = analysis.tokens.words
    for other in analysis.between(analysis.quantities, figure.last, figure.last + 3):
        gap = words[figure.last : other.first] if figure.last < other.first <= figure.last + 2 else None
        if gap and gap[0] in word_classes()["of"]:
            return other.quantity.head or ""
    return ""
