"""Figures without a measure take up the question before them: "it stood at 118", "the union says 9,000"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import islice

from attrs import frozen

from reconcile.claims.measuring.asked import asked_in, told_in
from reconcile.claims.measuring.called_out import kind_called
from reconcile.claims.measuring.counting_subject import subject_counts
from reconcile.claims.measuring.taken_up import Sign, is_overall, sign_of
from reconcile.claims.tables import thing
from reconcile.language.analysis import Analysis
from reconcile.language.dimensions import MONEY, dimension_of
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.quantities import QuantityMention
from reconcile.language.quantity_values import PERSON
from reconcile.model.change import evolve
from reconcile.model.claim import UNNAMED, Claim, Scope, Status
from reconcile.model.text import Part

ALIKE = 4  # times, by which two counts of one total may differ
SUM_OF = 50  # times, by which a total may exceed a part
EARLIER = "before"  # the period of a figure that another one is held against
LESSER = "lesser"  # the population of a count that its article gives beside a greater one
MANIFOLD = 100  # times, by which no two counts of one kind differ
LARGE = Decimal(1_000_000)  # from here on a bare number may be a sum of money ("the insurers say 11 million")
LEAD_FIGURES = 40  # the first figures of an article, among which its first whole count stands
CLOSE = Decimal("1.1")  # times, by which a number behind another may differ and be one of the same
TELLING = 20  # from here on numbers much like each other seldom count different things
REACH = {
    Sign.NOUN: 3,
    Sign.VOICE: 2,
    Sign.AGAINST: 0,
    Sign.THEN: 0,
    Sign.CLOSE: 1,
}  # sentences before it in which the question may stand


@frozen
class Question:
    """What a figure answers: its measure and unit, of whom and where; `value` is that of the figure that put it."""

    measure: str
    unit: str | None
    population: str = ""
    scope: Scope = Scope.WHOLE
    where: frozenset[str] = frozenset()
    period: str = ""
    value: Decimal = Decimal(0)
    per: str | None = None
    forecast: bool = False
    nation: str = ""

    @classmethod
    def of(cls, claim: Claim, sign: Sign | None = None) -> Question:
        """What `claim` answers; a figure held against it is of an earlier time, and all are of the same rate."""
        period = EARLIER if sign is Sign.AGAINST else ""
        asked = claim.measure, claim.quantity.unit, claim.population, claim.scope, claim.where
        voiced = sign is Sign.VOICE
        foreseen = voiced and claim.status is Status.FORECAST
        return cls(*asked, period, claim.quantity.value, claim.quantity.per, foreseen, claim.nation)


@frozen
class _Figure:
    """A figure that takes up a question, the claims of its part by the places of theirs, and how it takes it up."""

    analysis: Analysis
    index: int
    known: Mapping[int, Claim]
    sign: Sign
    overall: bool
    houses: Houses

    @property
    def claim(self) -> Claim:
        return self.known[self.index]

    def question(self) -> Question | None:
        """The question that the figure goes on from: of its sentence, else of those before; None where they differ."""
        at = self.analysis.sentence_of(self.analysis.quantities[self.index].first)
        between: frozenset[str] = frozenset()  # measures that sentences without figures tell of
        for place in range(at, max(at - REACH[self.sign], 0) - 1, -1):
            if place < at - 1 and self._opens_paragraph(place + 1):
                break
            own = self._figures_in(place)
            if found := self._told(own) or self._asked(place, own):
                forecast = found.forecast and not self._opens_paragraph(at)
                return evolve(found, forecast=forecast) if between <= {found.measure} else None
            if own and not (self.overall and place < at):
                return None
            if place == at - 1 and (self.overall or _names_total(self.analysis, place, self.houses)):
                return self._lead()
            if place < at:
                between |= told_in(self.analysis, self._before(place), self.houses)
        return self._lead() if self.overall else None

    def _opens_paragraph(self, place: int) -> bool:
        return self.analysis.tokens.opens_line(self.analysis.sentences[place][0])

    def _before(self, place: int) -> tuple[int, int]:
        """The tokens of the sentence that stand before the figure."""
        first, last = self.analysis.sentences[place]
        return first, min(last, self.analysis.quantities[self.index].first)

    def _figures_in(self, place: int) -> list[Claim]:
        slips = word_classes(self.houses)["slip"]
        figures = self.analysis.indices(self.analysis.quantities, *self._before(place))
        own = [self.known[i] for i in figures if i in self.known and self.known[i].measure not in slips]
        return own[-1:] if self.sign in (Sign.AGAINST, Sign.THEN, Sign.CLOSE) else own

    def _told(self, own: Sequence[Claim]) -> Question | None:
        """The one question that the figures of a sentence answer; None where there are several, or none that fits."""
        told = [c for c in own if _fits(c, self.claim, self.sign)]
        if not told or not self._says_enough(told[0]) or len({(c.measure, _kind(c)) for c in told}) > 1:
            return None
        wholes = [c for c in told if c.scope is Scope.WHOLE] or told
        return Question.of(wholes[-1], self.sign)

    def _says_enough(self, source: Claim) -> bool:
        """True where more is told than the noun counted; "there were two of them" counts those very things.

        So does what is held against it: "61 incidents, against the 52 it spoke of at first".
        """
        if self.sign is Sign.AGAINST and source.quantity.head and source.quantity.unit is None:
            return True
        return _says_more(source) or (self.claim.population == UNNAMED and _alike(source, self.claim, ALIKE))

    def _asked(self, place: int, own: Sequence[Claim]) -> Question | None:
        """The one question that a sentence without figures asks or names: "How many died?", "The toll was revised."."""
        if own or self.claim.quantity.unit not in (None, PERSON):
            return None
        stretch = self._before(place)
        begun = stretch[1] < self.analysis.sentences[place][1]  # "How many died, she asked; the ministry says 44"
        asked = asked_in(self.analysis, stretch, named=not begun, houses=self.houses)
        return Question(asked, PERSON) if asked else None

    def _lead(self) -> Question | None:
        """The first whole count of the article, where the figure is neither lower nor higher than by so many times."""
        slips = word_classes(self.houses)["slip"]
        first = islice(self.known.values(), LEAD_FIGURES)
        whole = (c for c in first if c.scope is Scope.WHOLE and not c.where and c.measure not in slips)
        source = next((c for c in whole if _fits(c, self.claim, self.sign)), None)
        if source is None or source is self.claim or not _says_more(source):
            return None
        return Question.of(source) if _alike(source, self.claim, SUM_OF if self.overall else ALIKE) else None


def with_continued(claims: Sequence[Claim], parts: Mapping[Part, Analysis], houses: Houses) -> list[Claim]:
    """The claims of one article; a figure that does not say what it measures takes the question before it.

    It does so where a pronoun or "the number" stands for that question, where it is all that another voice says, or
    where it is held against the figure before it, and where the nearest sentence with figures puts one question only.
    """
    by_start = {(c.mention.span.part, c.mention.span.start): c for c in claims}
    changed: dict[str, Claim] = {}
    for part, analysis in parts.items():
        places = [(i, by_start.get((part, q.start))) for i, q in enumerate(analysis.quantities)]
        known = {i: c for i, c in places if c is not None}
        for index, claim in known.items():
            overall = is_overall(analysis, analysis.quantities[index], houses)
            question = _taken_up(analysis, index, known, overall, houses)
            if question is not None:
                own = _of_a_kind(claim, analysis, index, question, houses)
                known[index] = changed[claim.id] = _asked_like(own, question, overall)
    return [changed.get(c.id, c) for c in claims]


def _of_a_kind(claim: Claim, analysis: Analysis, index: int, asked: Question, houses: Houses) -> Claim:
    """ "82 percent walked out. In the primary schools it was 86 percent.": a turnout of some of them."""
    figure = analysis.quantities[index]
    if asked.measure not in word_classes(houses)["of-all-called-out"]:
        return claim
    kind = kind_called(analysis, figure, analysis.sentences[analysis.sentence_of(figure.first)], houses)
    return evolve(claim, population=kind, scope=Scope.PART) if kind else claim


def _taken_up(
    analysis: Analysis, index: int, known: Mapping[int, Claim], overall: bool, houses: Houses
) -> Question | None:
    """The question that the figure takes up; None where it tells its own, or takes up none."""
    figure, claim = analysis.quantities[index], known[index]
    replaced = bool(claim.note) and any(claim.note == c.note for i, c in known.items() if i != index)
    if replaced or claim.where or claim.measure in word_classes(houses)["tells-term"]:
        return None
    sign = sign_of(analysis, figure, _is_bare(claim, figure), houses)
    found = _Figure(analysis, index, known, sign, overall, houses).question() if sign else None
    money = found is not None and found.unit is not None and dimension_of(found.unit).startswith(MONEY)
    if found is None or (money and subject_counts(analysis, figure, houses)):
        return None
    apart = found.population and claim.population and found.population != claim.population
    return None if apart else found  # "twelve firefighters, against 30 for the police" are two groups


def _is_bare(claim: Claim, figure: QuantityMention) -> bool:
    """True for a figure that tells no measure, and counts nothing but what the figure before it does ("up from 12")."""
    own_noun = figure.last > figure.number_last and claim.quantity.counted is not None
    return claim.measure in ("", claim.quantity.unit) and not own_noun


def _names_total(analysis: Analysis, place: int, houses: Houses) -> bool:
    """ "The council disputed the total.": a sentence that speaks of a count and gives none."""
    first, last = analysis.sentences[place]
    words, classes = analysis.tokens.words, word_classes(houses)
    return any(
        words[i] in classes["taken-up-noun"] and not classes["definite"].isdisjoint(words[max(first, i - 2) : i])
        for i in range(first, last)
    )


def _fits(source: Claim, claim: Claim, sign: Sign) -> bool:
    """True for a figure of the same kind that says what it measures; a bare number may leave out the unit.

    A small one is a sum only in another voice ("The ministry reckons with 5,200 euros a year. The union says 9,400.").
    """
    unit, other = source.quantity.unit, claim.quantity.unit
    if source.measure in ("", unit) or source.status is Status.WITHDRAWN:
        return False
    if sign is Sign.CLOSE:
        telling = min(source.quantity.value, claim.quantity.value) >= TELLING
        return unit in (None, PERSON) and telling and _alike(source, claim, CLOSE)
    if unit in (None, PERSON):
        return other in (None, PERSON) and _alike(source, claim, ALIKE if sign is Sign.THEN else MANIFOLD)
    if other is None and dimension_of(unit).startswith(MONEY):
        large = min(source.quantity.value, claim.quantity.value) >= LARGE
        return large or (sign is Sign.VOICE and _alike(source, claim, ALIKE))
    return _alike(source, claim, ALIKE) if other is None else dimension_of(unit) == dimension_of(other)


def _kind(claim: Claim) -> str | None:
    """The unit, people and things counted alike."""
    return claim.quantity.unit if claim.quantity.unit != PERSON else None


def _alike(source: Claim, claim: Claim, most: int | Decimal) -> bool:
    low, high = sorted((abs(source.quantity.value), abs(claim.quantity.value)))
    return high <= most * low


def _says_more(claim: Claim) -> bool:
    """True where the measure is more than the noun counted."""
    return claim.measure != thing(claim.quantity.head or "")


def _asked_like(claim: Claim, asked: Question, overall: bool = False) -> Claim:
    unit, per = claim.quantity.unit, claim.quantity.per
    value = evolve(claim.quantity, unit=unit or asked.unit, per=per if unit or per else asked.per)
    status = Status.FORECAST if asked.forecast and claim.status is Status.STATED else claim.status
    claim = evolve(claim, status=status)  # "They expect 200,000. The unions talk of a million."
    apart = asked.population == LESSER  # "three were found. That makes 17": lesser than another, that one was
    if overall or apart or claim.population == UNNAMED:
        return evolve(claim, value=value, measure=asked.measure, population="", scope=Scope.WHOLE)
    return evolve(
        claim,
        value=value,
        measure=asked.measure,
        population=claim.population or asked.population,
        scope=Scope.PART if claim.population and claim.scope is Scope.PART else asked.scope,  # "four critically"
        where=asked.where,
        nation=claim.nation or asked.nation,
        period=claim.period or asked.period,
    )
