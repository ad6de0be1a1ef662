"""The tables behind the reading of quantities, and what is compiled from them."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from typing import Literal, TypeVar

from attrs import field, frozen

from reconcile.language.lexicon import Entry, Houses, TableSpec, load
from reconcile.language.phrases import PhraseTable
from reconcile.language.tokens import fold, folded_words
from reconcile.model.quantity import Direction, Hedge

AnyEntry = TypeVar("AnyEntry", bound=Entry)
NumeralKind = Literal["ones", "tens", "hundred", "scale", "glued_scale", "group", "part", "vague"]


@frozen(kw_only=True, eq=False)
class NumeralEntry(Entry):
    """Number words; `values` (and for vague words `highs`) run parallel to `phrases`."""

    kind: NumeralKind
    values: tuple[int, ...] = ()
    highs: tuple[int, ...] = ()

    def __attrs_post_init__(self) -> None:
        if len(self.values) not in (0, len(self.phrases)) or len(self.highs) not in (0, len(self.phrases)):
            raise ValueError("values and highs need one number for each phrase")


@frozen(kw_only=True, eq=False)
class HedgeEntry(Entry):
    """A hedge: its effect, the side of the number it stands on, and the dimensions and nouns with which it is none.

    With `hyphen` it counts only behind a hyphen ("30-plus"), with `aside` only behind a comma ("90 boats, roughly,");
    with `blocks` it is no hedge but hides a shorter one
    ("hand over £5"), save with those dimensions and nouns. With `only_with` it is one only for these ("bare": a number
    without either), and not right behind a word of `not_behind` ("the top 10").
    """

    effect: Hedge = field(converter=Hedge)
    side: Literal["before", "after"] = "before"
    not_with: tuple[str, ...] = ()
    only_with: tuple[str, ...] = ()
    not_behind: tuple[str, ...] = ()
    hyphen: bool = False
    aside: bool = False
    blocks: bool = False


@frozen(kw_only=True, eq=False)
class ChangeEntry(Entry):
    """Words that make the number beside them a change; with `by` only where "by" stands between.

    Without a `direction` they make none and hide a shorter phrase ("made up 57 per cent").
    """

    direction: Direction | None = None
    by: bool = False


@frozen(kw_only=True, eq=False)
class UnitEntry(Entry):
    """A unit: what it measures, its size in the base unit, and where its scale begins ("zero": 0 F is -17.8 C).

    `abbreviations` match exactly as written, `glued` only against the digits ("12in"), `rated` only behind a slash
    ("m3/s"), `before` are phrases that stand before the number ("magnitude 6.8"), `one_of` the scales whose unit it
    may be ("degree"); `smaller` is the unit that may follow ("6 feet 2 inches"), `parts` how many of it make one.
    `priced` is the money that a rate is told of.
    """

    dimension: str
    factor: Decimal = field(converter=Decimal, default=Decimal(1))
    zero: Decimal = field(converter=Decimal, default=Decimal(0))
    abbreviations: tuple[str, ...] = ()
    glued: tuple[str, ...] = ()
    rated: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    smaller: str | None = None
    one_of: tuple[str, ...] = ()
    parts: int = 1
    priced: str = ""


@frozen(kw_only=True, eq=False)
class CurrencyEntry(Entry):
    """A currency: `before` are signs and codes written before the number, `phrases` names after it.

    `scaled` are names that mean money only behind a scale word ("three million pounds"); a coin is the
    hundredth part of one of the currencies under `hundredth_of`, a common name one of those under `one_of`.
    `at_home` are signs and names of another currency that may mean this one. `worth` are rows of a currency, and the
    least and the most that one of this was worth in it.
    """

    before: tuple[str, ...] = ()
    scaled: tuple[str, ...] = ()
    hundredth_of: tuple[str, ...] = ()
    one_of: tuple[str, ...] = ()
    at_home: tuple[str, ...] = ()
    worth: tuple[tuple[str, str, str], ...] = ()


@frozen(kw_only=True, eq=False)
class NounEntry(Entry):
    """Words that steer what a number counts; the table's head says what each role means."""

    role: str
    singulars: tuple[str, ...] = ()

    def __attrs_post_init__(self) -> None:
        if len(self.singulars) not in (0, len(self.phrases)):
            raise ValueError("singulars need one word for each phrase")


@frozen(kw_only=True, eq=False)
class WordsEntry(Entry):
    """Small words and endings the reading asks for by `role`; the other lists run parallel to `phrases`."""

    role: str
    values: tuple[int, ...] = ()
    highs: tuple[int, ...] = ()
    becomes: tuple[str, ...] = ()

    def __attrs_post_init__(self) -> None:
        if any(len(row) not in (0, len(self.phrases)) for row in (self.values, self.highs, self.becomes)):
            raise ValueError("values, highs and becomes need one for each phrase")


@frozen(kw_only=True, eq=False)
class RuleEntry(Entry):
    """A setting in which a number is no figure, or a figure but no claim."""

    where: Literal["before", "after", "whole"]
    effect: Literal["none", "unchecked"]
    only: str = "any"
    capital: bool = False


NUMERALS = TableSpec("numerals", "numeral", NumeralEntry)
HEDGES = TableSpec("hedges", "hedge", HedgeEntry, shared_phrases=True)
CHANGES = TableSpec("changes", "change", ChangeEntry)
UNITS = TableSpec("units", "unit", UnitEntry)
CURRENCIES = TableSpec("currencies", "currency", CurrencyEntry)
NOUNS = TableSpec("counted_nouns", "noun", NounEntry, shared_phrases=True)
WORDS = TableSpec("quantity_words", "words", WordsEntry, shared_phrases=True)
RULES = TableSpec("not_a_figure", "rule", RuleEntry, shared_phrases=True)


@frozen(eq=False, repr=False)
class Tables:
    """All that the scanner looks up, compiled for one set of house tables.

    `numbers` maps each kind of number word to its words and their values, `words` each role of small words to its
    words, `nouns` each role of nouns to its words; `plurals` maps the endings of plurals to those of singulars;
    `joining` are the words between the ends of a range; `base_forms` maps comparatives and superlatives to their
    adjective; `anchors` are the words at which a number may begin.
    """

    numbers: dict[str, dict[str, int]]
    words: dict[str, dict[str, int]]
    nouns: dict[str, frozenset[str]]
    singulars: dict[str, str]
    plurals: dict[str, str]
    plural_endings: tuple[str, ...]
    base_forms: dict[str, str]
    rate_adverbs: dict[str, str]
    no_plurals: tuple[str, ...]
    verb_endings: tuple[str, ...]
    people_endings: tuple[str, ...]
    vague: PhraseTable[tuple[int, int]]
    before: PhraseTable[HedgeEntry]
    after: PhraseTable[HedgeEntry]
    changes: PhraseTable[ChangeEntry]
    changes_by: PhraseTable[ChangeEntry]
    units: PhraseTable[UnitEntry]
    abbreviations: dict[str, UnitEntry]
    glued_units: dict[str, UnitEntry]
    rated_units: dict[str, UnitEntry]
    unit_by_id: dict[str, UnitEntry]
    signs: PhraseTable[CurrencyEntry]
    leads: PhraseTable[UnitEntry]
    scaled_money: dict[str, CurrencyEntry]
    currencies: PhraseTable[CurrencyEntry]
    together: PhraseTable[NounEntry]
    zero: PhraseTable[NounEntry]
    rules: dict[str, PhraseTable[RuleEntry]]
    compared: PhraseTable[WordsEntry]
    negations: PhraseTable[WordsEntry]
    joining: frozenset[str]
    streets: frozenset[str]
    ages: str
    percent: str
    point: str
    percentage_point: str
    shares: frozenset[str]
    anchors: frozenset[str]


@lru_cache(maxsize=8)
def tables(houses: Houses = ()) -> Tables:
    """The compiled tables, houses applied; raises LexiconError where one is malformed."""
    numerals, small = load(NUMERALS, houses), load(WORDS, houses)
    hedges, units, currencies = load(HEDGES, houses), load(UNITS, houses), load(CURRENCIES, houses)
    nouns, rules, changes = load(NOUNS, houses), load(RULES, houses), load(CHANGES, houses)
    numbers = _by((e.kind, e.phrases, e.values) for e in numerals if e.kind != "vague")
    words = _by((e.role, e.phrases, e.values) for e in small)
    many = [
        (phrase, (low, high))
        for e in (*numerals, *small)
        if e.highs
        for phrase, low, high in zip(e.phrases, e.values, e.highs, strict=True)
    ]
    turned = {e.role: dict(zip(e.phrases, e.becomes, strict=True)) for e in small if e.becomes}
    plurals = turned.get("plural", {})
    return Tables(
        numbers=numbers,
        words=words,
        nouns={r: frozenset(w) for r, w in _by((n.role, n.phrases, ()) for n in nouns).items()},
        singulars={p: s for n in nouns for p, s in zip(n.phrases, n.singulars, strict=False)},
        plurals=plurals,
        plural_endings=tuple(plurals),
        base_forms=turned.get("base form", {}),
        rate_adverbs=turned.get("rate adverb", {}),
        no_plurals=tuple(words["no plural"]),
        verb_endings=tuple(words["verb ending"]),
        people_endings=tuple(words["people ending"]),
        vague=PhraseTable(many),
        before=_phrases(e for e in hedges if e.side == "before"),
        after=_phrases(e for e in hedges if e.side == "after"),
        changes=_phrases(c for c in changes if not c.by),
        changes_by=_phrases(changes),
        units=_phrases(units),
        abbreviations={a: u for u in units for a in u.abbreviations},
        glued_units={a: u for u in units for a in u.glued},
        rated_units={a: u for u in units for a in u.rated},
        unit_by_id={u.id: u for u in units},
        signs=PhraseTable((p, c) for c in currencies for p in c.before),
        leads=PhraseTable((p, u) for u in units for p in u.before),
        scaled_money={word: c for c in currencies for word in c.scaled},
        currencies=_phrases(currencies),
        together=_phrases(n for n in nouns if n.role == "phrase"),
        zero=_phrases(n for n in nouns if n.role == "zero"),
        rules={w: _phrases(r for r in rules if r.where == w) for w in ("before", "after", "whole")},
        compared=_phrases(w for w in small if w.role == "compared"),
        negations=_phrases(w for w in small if w.role == "negation"),
        joining=frozenset().union(*(words[role] for role in ("to", "dash", "or", "and", "range up"))),
        streets=frozenset(words["street"]),
        percent=_first(units, "share"),
        point=_first(units, "index"),
        percentage_point=_first(units, "points"),
        shares=frozenset(u.id for u in units if u.dimension in {"share", "points"}),
        ages=_first(units, "age"),
        anchors=_anchors(numbers, words, [p for p, _ in many]),
    )


def _by(rows: Iterable[tuple[str, tuple[str, ...], tuple[int, ...]]]) -> dict[str, dict[str, int]]:
    """Words and their values by kind; words without a value get 0."""
    kinds: dict[str, dict[str, int]] = {}
    for kind, phrases, values in rows:
        kinds.setdefault(kind, {}).update(zip(map(fold, phrases), values or (0,) * len(phrases), strict=True))
    return kinds


def _first(units: tuple[UnitEntry, ...], dimension: str) -> str:
    """The first unit of a dimension, which stands for it; empty where house tables took all of them away."""
    return next((u.id for u in units if u.dimension == dimension), "")


def _anchors(numbers: dict[str, dict[str, int]], words: dict[str, dict[str, int]], vague: list[str]) -> frozenset[str]:
    """The words at which a number may begin, or (behind an article) end its first part."""
    found = {w for kind, values in numbers.items() if kind != "glued_scale" for w in values}
    for role in ("single", "no", "none", "pair", "few"):
        found |= words[role].keys()
    articles = words["article"]
    for phrase in vague:
        parts = folded_words(phrase)
        found.add(parts[0] if parts[0] not in articles else parts[1])
    return frozenset(found)


def _phrases(entries: Iterable[AnyEntry]) -> PhraseTable[AnyEntry]:
    return PhraseTable((p, e) for e in entries for p in e.phrases)
