"""The table of measures: what a word or phrase tells of the figure it governs, and what each measure counts."""

from __future__ import annotations

from functools import lru_cache

from attrs import frozen

from reconcile.language.analysis import Analysis
from reconcile.language.dimensions import dimension_of
from reconcile.language.lexicon import Entry, Houses, TableSpec, by_phrase, load
from reconcile.language.phrases import PhraseTable
from reconcile.language.quantities import QuantityMention
from reconcile.language.quantity_tables import tables
from reconcile.model.quantity import Quantity


@frozen(kw_only=True)
class MeasureEntry(Entry):
    """A word or phrase that tells what a figure near it measures; see the head of measures.toml."""

    measure: str
    counts: str
    takes: tuple[str, ...]
    heads: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    agents: tuple[str, ...] = ()
    kin: tuple[str, ...] = ()
    among: tuple[str, ...] = ()
    narrower_than: str = ""
    becomes: str = ""
    share_of: str = ""
    noun: bool = False
    event: str = ""
    units: tuple[str, ...] = ()
    least: int = 0
    most: int = 0

    def admits(self, quantity: Quantity) -> bool:
        """True for values from `least` to `most` and in those units, where the entry names these."""
        if self.units and quantity.unit not in self.units:
            return False
        return self.least <= abs(quantity.value) and (not self.most or abs(quantity.value) <= self.most)


INDEX, POINTS = "index", "points"  # dimensions of bare points and of percentage points
MAGNITUDE = "magnitude"
MOST_MAGNITUDE = 10

SPEC = TableSpec("measures", "measure", MeasureEntry, shared_phrases=True)


@lru_cache(maxsize=16)
def all_cues(houses: Houses) -> PhraseTable[tuple[MeasureEntry, ...]]:
    """The phrases of the table, each with all entries that have it."""
    return by_phrase(load(SPEC, houses))


@lru_cache(maxsize=16)
def cue_table(houses: Houses) -> PhraseTable[tuple[MeasureEntry, ...]]:
    """The phrases that tell a measure whatever did it."""
    return all_cues(houses).narrowed(_without_agents)


def _without_agents(entries: tuple[MeasureEntry, ...]) -> tuple[MeasureEntry, ...] | None:
    return tuple(e for e in entries if not e.agents) or None


@lru_cache(maxsize=16)
def cues_of(houses: Houses, measures: frozenset[str]) -> PhraseTable[MeasureEntry]:
    """The phrases that tell one of these measures."""
    return PhraseTable((p, e) for e in load(SPEC, houses) if e.measure in measures and not e.agents for p in e.phrases)


@lru_cache(maxsize=16)
def kinships(houses: Houses = ()) -> frozenset[frozenset[str]]:
    """Pairs of measures that different desks use for the same people ("injured", "hospitalised")."""
    return frozenset(frozenset((e.measure, k)) for e in load(SPEC, houses) for k in e.kin)


@lru_cache(maxsize=16)
def narrower_measures(houses: Houses = ()) -> dict[str, str]:
    """Measures that are a kind of another one, each with that one ("wind gust" of "wind speed")."""
    return {e.measure: e.narrower_than for e in load(SPEC, houses) if e.narrower_than}


@lru_cache(maxsize=1024)
def is_among(part: str, whole: str, houses: Houses = ()) -> bool:
    """True where all that one measure counts are among those whom the other counts ("hospitalised", "injured")."""
    return any(whole in e.among for e in load(SPEC, houses) if e.measure == part)


@lru_cache(maxsize=16)
def becoming(houses: Houses = ()) -> dict[str, MeasureEntry]:
    """Measures that become another one where nobody was killed ("shot" becomes "injured"), by measure."""
    return {e.measure: e for e in load(SPEC, houses) if e.becomes}


@lru_cache(maxsize=16)
def hit_measures(houses: Houses = ()) -> frozenset[str]:
    """The measures that count people who were hit and live: shot, injured, and those kindred to the injured."""
    hit = {m for measure, entry in becoming(houses).items() for m in (measure, entry.becomes)}
    return frozenset(hit | {m for pair in kinships(houses) if pair & hit for m in pair})


@lru_cache(maxsize=16)
def shares_of(houses: Houses = ()) -> dict[str, str]:
    """What a share tells that stands in other words for a count of that measure ("600 jobs, or one in ten")."""
    return {e.share_of: e.measure for e in load(SPEC, houses) if e.share_of}


@lru_cache(maxsize=16)
def known_measures(houses: Houses = ()) -> frozenset[str]:
    """The canonical measures of the table."""
    return frozenset(e.measure for e in load(SPEC, houses))


@lru_cache(maxsize=1024)
def deed_of(measure: str, houses: Houses = ()) -> str:
    """What was done to the things that a measure counts: "destroyed" of "home destroyed"; "" for any other measure."""
    deeds = (e.measure for e in load(SPEC, houses) if e.counts == "thing")
    return max((d for d in deeds if measure.endswith(f" {d}")), key=len, default="")


@lru_cache(maxsize=1024)
def is_said_of(deed: str, noun: str, houses: Houses = ()) -> bool:
    """True where a phrase of the table tells the deed of such things alone: "destroyed" of homes."""
    return any(noun in e.heads for e in load(SPEC, houses) if e.measure == deed)


@lru_cache(maxsize=16)
def said_of_people(houses: Houses = ()) -> frozenset[str]:
    """The measures that a heading says of people ("killed", "on strike"), where others are nouns ("attendance")."""
    nouns = {e.measure for e in load(SPEC, houses) if e.noun}
    return known_measures(houses) - nouns


def befell(entry: MeasureEntry, houses: Houses = ()) -> bool:
    """True where the phrase says what became of people, no noun for people who came ("attendance")."""
    return entry.counts == "person" and entry.measure in said_of_people(houses)


def tells_measure(analysis: Analysis, token: int, houses: Houses = ()) -> bool:
    """True where a phrase of the table begins at this token."""
    return cue_table(houses).at(analysis.tokens, token) is not None


def kinds_of(figure: QuantityMention) -> frozenset[str]:
    """What an entry may count whose phrases stand for something beside this figure; see `suits`."""
    quantity = figure.quantity
    if quantity.unit is None:
        return frozenset({"person", "thing", "any", MAGNITUDE})
    if quantity.unit == "person":
        return frozenset({"person", "any"})
    if quantity.unit == tables().point:
        return frozenset({INDEX, POINTS})
    return frozenset({dimension_of(quantity.unit).split()[0]})


def suits(counts: str, figure: QuantityMention) -> bool:
    """True where a figure's unit allows what a measure counts."""
    quantity = figure.quantity
    bare = quantity.unit is None and quantity.counted is None
    match counts:
        case "person":
            return quantity.unit == "person" or (bare and _countable(quantity))
        case "any":
            return quantity.unit in (None, "person")
        case "thing":
            return quantity.unit is None and quantity.counted is not None
    if counts == POINTS and quantity.unit == tables().point:
        return True  # "a lead of two points"
    if counts == MAGNITUDE and bare:
        return 0 < quantity.value < MOST_MAGNITUDE and quantity.step < 1  # "its magnitude was 6.4"
    return quantity.unit is not None and dimension_of(quantity.unit).split()[0] == counts


def _countable(quantity: Quantity) -> bool:
    """True for a number that people can be counted in: ".22" and "-79" are no people."""
    return quantity.value >= 0 and quantity.value == quantity.value.to_integral_value()
