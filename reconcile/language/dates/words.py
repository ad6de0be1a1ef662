"""The tables behind date expressions, and a cursor over tokens that reads them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from functools import lru_cache
from typing import Literal

from attrs import field, frozen, validators

from reconcile.language.calendar import Tense
from reconcile.language.lexicon import Entry, Houses, TableSpec, load, phrase_table
from reconcile.language.phrases import Match, PhraseTable
from reconcile.language.tokens import Tokens, folded_words
from reconcile.model.change import evolve
from reconcile.model.when import When

Role = Literal[
    "month", "weekday", "season", "holiday", "none", "dayword", "unit", "direction", "relative", "ago", "shift",
    "part", "modifier", "count", "ordinal", "ending", "lead", "join", "yearmark", "the", "plural", "decade", "quarter",
    "meridiem", "clockword", "hours", "oclock", "zone", "zone_end", "exact", "compared",
    "happening", "in_which", "subject",
]  # fmt: skip
# An expression of time holds at least one of these (or digits that may be a year, a day or a clock time).
CORE = frozenset(
    {
        "month",
        "weekday",
        "season",
        "holiday",
        "none",
        "dayword",
        "unit",
        "decade",
        "quarter",
        "clockword",
        "oclock",
        "part",
    }
)
_CALENDAR = frozenset({"month", "weekday", "season", "dayword", "unit", "part"})


@frozen(kw_only=True)
class DateWord(Entry):
    """A phrase of the date tables; the heads of the TOML files tell what the keys mean for each role."""

    role: Role = field(validator=validators.in_(Role.__args__))  # type: ignore[attr-defined]
    value: int = 0
    until: int = 0
    unit: str = ""
    year: int = 0
    month: int = 0
    day: int = 0
    proof: Literal["", "capital", "company"] = ""
    joins: bool = False
    vague: bool = False


@frozen(kw_only=True)
class TenseWord(Entry):
    """A phrase that tells the tense of its clause, or ends the clause."""

    role: Literal["future", "past", "perhaps past", "past_ending", "report", "after", "bound"]
    verb: bool = False


AT_DAY = ("on", "at")  # words that lead to a day
DATES = TableSpec("dates", "date", DateWord)
RELATIVE = TableSpec("dates_relative", "date", DateWord)
SMALL = TableSpec("dates_words", "date", DateWord)
TENSE = TableSpec("dates_tense", "tense", TenseWord)
TABLES = (DATES, RELATIVE, SMALL)


@lru_cache(maxsize=32)
def date_words(houses: Houses = ()) -> PhraseTable[DateWord]:
    """All date tables as one."""
    return PhraseTable((p, e) for spec in TABLES for e in load(spec, houses) for p in e.phrases)


@lru_cache(maxsize=32)
def core_words(houses: Houses = ()) -> frozenset[str]:
    """First words, folded, of the phrases at which it is worth looking for a date."""
    entries = [e for spec in TABLES for e in load(spec, houses) if e.role in CORE]
    return frozenset(folded_words(p)[0] for e in entries for p in e.phrases)


@lru_cache(maxsize=32)
def past_endings(houses: Houses = ()) -> tuple[str, ...]:
    return tuple(p for e in load(TENSE, houses) if e.role == "past_ending" for p in e.phrases)


@lru_cache(maxsize=32)
def _day_parts(houses: Houses) -> tuple[tuple[str, str], ...]:
    units = ("night", "dawn", "late", "early", "daytime", "evening")
    entries = (e for spec in TABLES for e in load(spec, houses) if e.unit in units)
    return tuple((f" {p.lower()} ", e.unit) for e in entries for p in e.phrases)


def parts_said(words: Sequence[str], houses: Houses = ()) -> frozenset[str]:
    """The parts of the day that these words tell: "late", "dawn", "daytime"; "night" belongs to two days."""
    said = f" {' '.join(words)} "
    return frozenset(unit for phrase, unit in _day_parts(houses) if phrase in said)


@lru_cache(maxsize=16)
def calendar_words(houses: Houses = ()) -> frozenset[str]:
    """Single words that name a day, a time of day or a length of time, folded ("monday", "may", "week", "tonight")."""
    entries = (e for spec in TABLES for e in load(spec, houses) if e.role in _CALENDAR)
    return frozenset(p.lower() for e in entries for p in e.phrases if " " not in p)


@frozen
class Reading:
    """What the tokens up to `end` say; see `DateMention` for the fields."""

    end: int
    when: When
    certain: bool = True
    clock: time | None = None
    fault: str | None = None
    offset_days: int | None = None


@frozen
class Reader:
    """Tokens, tables and the article's day; `forced` overrides the tense of the clause."""

    tokens: Tokens
    words: PhraseTable[DateWord]
    tenses: PhraseTable[TenseWord]
    endings: tuple[str, ...]
    anchor: date | None
    forced: Tense | None = None
    _seen: dict[int, Match[DateWord] | None] = field(factory=dict, repr=False, eq=False)

    @classmethod
    def over(cls, tokens: Tokens, anchor: date | None, houses: Houses) -> Reader:
        return cls(tokens, date_words(houses), phrase_table(TENSE, houses), past_endings(houses), anchor)

    def seen_from(self, anchor: date, tense: Tense) -> Reader:
        """The same reader with another day to reckon from."""
        return evolve(self, anchor=anchor, forced=tense, seen=self._seen)

    def role(self, i: int) -> Role | None:
        """The role of the phrase at token `i`; None where none begins there."""
        match = self.phrase(i)
        return None if match is None else match.entry.role

    def word(self, i: int, *roles: Role) -> Match[DateWord] | None:
        """The phrase at token `i` where it has one of these roles."""
        match = self._seen[i] if i in self._seen else self.phrase(i)
        return match if match is not None and match.entry.role in roles else None

    def phrase(self, i: int) -> Match[DateWord] | None:
        """The longest phrase of the date tables at token `i`, looked up once; None outside the text."""
        try:
            return self._seen[i]
        except KeyError:
            self._seen[i] = match = self.words.at(self.tokens, i) if i >= 0 else None
            return match

    def folded(self, i: int) -> str:
        """The folded token, or nothing outside the text."""
        words = self.tokens.words
        return words[i] if 0 <= i < len(words) else ""

    def number(self, i: int) -> int | None:
        """The value of a short run of plain digits at token `i`."""
        words = self.tokens.words
        word = words[i] if 0 <= i < len(words) else ""
        return int(word) if word.isdigit() and len(word) <= 4 and word.isascii() else None

    def past(self, i: int, *marks: str) -> int:
        """The token after `i` where token `i` is one of these marks, else `i`."""
        words = self.tokens.words
        return i + 1 if 0 <= i < len(words) and words[i] in marks else i

    def glued_before(self, i: int) -> bool:
        return i > 0 and self.tokens.glued(i - 1)

    def capital(self, i: int) -> bool:
        return i < len(self.tokens) and self.tokens.raw(i)[:1].isupper()
