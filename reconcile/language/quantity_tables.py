"""The tables behind the reading of quantities, and what is compiled from them."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from typing import Literal, TypeVar

from attrs import field, frozen

from reconcile.language.lexicon import Entry, Houses, TableSpec, load
from reconcile.language.phrases import PhraseTable
from reconcile.language.tokens import fold, tokenize
from reconcile.model.quantity import Direction, Hedge

AnyEntry = TypeVar("AnyEntry", bound=Entry)
NumeralKind = str


@frozen(kw_only=True)
class NumeralEntry(Entry):
    """Number words; `values` (and for vague words `highs`) run parallel to `phrases`."""

    kind: NumeralKind
    values: tuple[int, ...] = ()
    highs: tuple[int, ...] = ()

    def __attrs_post_init__(self) -> None:
        if len(self.values) not in (0, len(self.phrases)) or len(self.highs) not in (0, len(self.phrases)):
            raise ValueError("values and highs need one number for each phrase")


@frozen(kw_only=True)
class HedgeEntry(Entry):
    """A hedge: its effect, the side of the number it stands on, and the dimensions with which it is no hedge."""

    effect: Hedge = field(converter=Hedge)
    side: Literal["before", "after"] = "before"
    not_with: tuple[str, ...] = ()


@frozen(kw_only=True)
class ChangeEntry(Entry):
    """Words that make the number beside them a change."""

    direction: Direction


@frozen(kw_only=True)
class UnitEntry(Entry):
    """A unit: what it measures, its size in the base unit, and the unit that may follow it ("6 feet 2 inches")."""

    dimension: str
    factor: Decimal = field(converter=Decimal, default=Decimal(1))
    abbreviations: tuple[str, ...] = ()
    smaller: str | None = None
    parts: int = 1


@frozen(kw_only=True)
class CurrencyEntry(Entry):
    """A currency: `before` are signs and codes written before the number, `phrases` names after it."""

    before: tuple[str, ...] = ()


@frozen(kw_only=True)
class NounEntry(Entry):
    """Words that steer what a number counts; the table's head says what each role means."""

    role: Literal["person", "plural", "phrase", "state", "toll", "zero", "end", "not_head", "denominator"]


@frozen(kw_only=True)
class RuleEntry(Entry):
    """A setting in which a number is no figure, or a figure but no claim."""

    where: Literal["before", "after", "whole"]
    effect: Literal["none", "unchecked"]
    only: str = "any"


NUMERALS = TableSpec("numerals", "numeral", NumeralEntry)
HEDGES = TableSpec("hedges", "hedge", HedgeEntry, shared_phrases=True)
CHANGES = TableSpec("changes", "change", ChangeEntry)
UNITS = TableSpec("units", "unit", UnitEntry)
CURRENCIES = TableSpec("currencies", "currency", CurrencyEntry)
NOUNS = TableSpec("counted_nouns", "noun", NounEntry, shared_phrases=True)
RULES = TableSpec("not_a_figure", "rule", RuleEntry, shared_phrases=True)


@frozen
class Tables:
    """All that the scanner looks up, compiled for one set of house tables."""

    numbers: dict[str, dict[str, int]]
    vague: PhraseTable[tuple[Decimal, Decimal]]
    before: PhraseTable[HedgeEntry]
    after: PhraseTable[HedgeEntry]
    changes: PhraseTable[ChangeEntry]
    units: PhraseTable[UnitEntry]
    abbreviations: dict[str, UnitEntry]
    unit_by_id: dict[str, UnitEntry]
    signs: PhraseTable[CurrencyEntry]
    currencies: PhraseTable[CurrencyEntry]
    currency_ids: frozenset[str]
    nouns: dict[str, frozenset[str]]
    phrases: PhraseTable[NounEntry]
    people: PhraseTable[NounEntry]
    rules: dict[str, PhraseTable[RuleEntry]]
    anchors: frozenset[str]


@lru_cache(maxsize=8)
def tables(houses: Houses = ()) -> Tables:
    """The compiled tables, houses applied; raises LexiconError where one is malformed."""
    numerals = load(NUMERALS, houses)
    hedges, units, currencies = load(HEDGES, houses), load(UNITS, houses), load(CURRENCIES, houses)
    nouns, rules = load(NOUNS, houses), load(RULES, houses)
    kinds: dict[str, dict[str, int]] = {}
    for e in numerals:
        if e.kind != "vague":
            values = e.values or (0,) * len(e.phrases)
            kinds.setdefault(e.kind, {}).update(zip(map(fold, e.phrases), values, strict=True))
    vague = [e for e in numerals if e.kind == "vague"]
    many = [(p, (Decimal(v), Decimal(h))) for e in vague for p, v, h in zip(e.phrases, e.values, e.highs, strict=True)]
    roles: dict[str, set[str]] = {}
    for n in nouns:
        roles.setdefault(n.role, set()).update(map(fold, n.phrases))
    starts = {tokenize(p).words[0] for p, _ in many}
    for kind in ("ones", "tens", "hundred", "scale", "group", "part", "single", "no", "pair"):
        starts |= kinds.get(kind, {}).keys()
    starts |= {tokenize(p).words[-1] for p, _ in many}
    return Tables(
        numbers=kinds,
        vague=PhraseTable(many),
        before=_phrases(e for e in hedges if e.side == "before"),
        after=_phrases(e for e in hedges if e.side == "after"),
        changes=_phrases(load(CHANGES, houses)),
        units=_phrases(units),
        abbreviations={a: u for u in units for a in u.abbreviations},
        unit_by_id={u.id: u for u in units},
        signs=PhraseTable((p, c) for c in currencies for p in c.before),
        currencies=_phrases(currencies),
        currency_ids=frozenset(c.id for c in currencies),
        nouns={role: frozenset(words) for role, words in roles.items()},
        phrases=_phrases(n for n in nouns if n.role == "phrase"),
        people=_phrases(n for n in nouns if n.role == "person"),
        rules={w: _phrases(r for r in rules if r.where == w) for w in ("before", "after", "whole")},
        anchors=frozenset(starts),
    )


def _phrases(entries: Iterable[AnyEntry]) -> PhraseTable[AnyEntry]:
    return PhraseTable((p, e) for e in entries for p in e.phrases)
