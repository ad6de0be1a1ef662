"""What a date dates: the happening told by the words nearest to it in its sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Literal

from attrs import field, frozen, validators

from reconcile.claims.frames import HEADLINE_WEIGHT, LEAD_TOKENS
from reconcile.language.analysis import Analysis
from reconcile.language.dates.words import TENSE
from reconcile.language.lexicon import Entry, Houses, TableSpec, load
from reconcile.language.phrases import Match, PhraseTable
from reconcile.language.tokens import Tokens
from reconcile.model.text import Part

# What stands between a date and a word costs; the cheapest word wins, none dearer than the limit.
_PER_TOKEN, _PER_RANK, _PER_COMMA, _PER_CLAUSE, _LIMIT = 0.1, 0.75, 1.0, 1.5, 4.0
_SENTENCE_ENDS = frozenset('.!?"')
_STOPS = frozenset(";:()—")
_ROLES = ("event", "said", "again", "idle", "none")
_AGAIN = 3  # tokens before a happening in which "another" may stand


@frozen(kw_only=True)
class Happening(Entry):
    """A kind of happening and the words that tell it; see the head of happenings.toml."""

    role: Literal["event", "said", "again", "idle", "none"] = field(validator=validators.in_(_ROLES))
    rank: int = 2
    own: bool = False
    generic: bool = False


SPEC = TableSpec("happenings", "happening", Happening)


@frozen
class Dated:
    """The happening a date belongs to: its tokens, its entry, and whether it is one more of its kind ("another")."""

    match: Match[Happening]
    again: bool

    @property
    def id(self) -> str:
        """The kind of happening; empty where the date only dates words ("said on Monday")."""
        return self.match.entry.id if self.match.entry.role == "event" else ""

    def among(self, story: Sequence[str]) -> str:
        """The kind of happening, where generic words stand for what the story is about first of all."""
        return story[0] if self.match.entry.generic and story else self.id


@lru_cache(maxsize=16)
def _table(houses: Houses) -> PhraseTable[Happening]:
    return PhraseTable((p, e) for e in load(SPEC, houses) if e.role in ("event", "said", "none") for p in e.phrases)


@lru_cache(maxsize=16)
def _words(houses: Houses, role: str) -> frozenset[str]:
    return frozenset(p for e in load(SPEC, houses) if e.role == role for p in e.phrases)


@lru_cache(maxsize=16)
def own_kinds(houses: Houses = ()) -> frozenset[str]:
    """Happenings of which a story as a rule tells of one."""
    return frozenset(e.id for e in load(SPEC, houses) if e.own)


@lru_cache(maxsize=16)
def _clause_words(houses: Houses) -> frozenset[str]:
    return frozenset(p for e in load(TENSE, houses) if e.role in ("bound", "after") for p in e.phrases)


def story_kinds(parts: Mapping[Part, Analysis], houses: Houses = ()) -> tuple[str, ...]:
    """What happens in headline and lead, the happening told most often first; generic words tell nothing."""
    counts: Counter[str] = Counter()
    for part, analysis in parts.items():
        headline = part == "headline"
        stop = len(analysis.tokens) if headline else min(LEAD_TOKENS, len(analysis.tokens))
        for match in happenings(analysis.tokens, (0, stop), houses):
            if match.entry.own:
                counts[match.entry.id] += HEADLINE_WEIGHT if headline else 1
    return tuple(k for k, _ in counts.most_common())


def happenings(tokens: Tokens, sentence: tuple[int, int], houses: Houses = ()) -> list[Match[Happening]]:
    """Every word of the table in a sentence, in order; what only might happen ("the right to strike") is passed over."""
    idle = _words(houses, "idle")
    found = [m for m in _table(houses).find(tokens, *sentence) if m.entry.role != "none"]
    return [m for m in found if m.start == 0 or tokens.words[m.start - 1] not in idle]


def dated_by(
    tokens: Tokens,
    date: tuple[int, int],
    found: Sequence[Match[Happening]],
    rivals: Sequence[tuple[int, int]] = (),
    houses: Houses = (),
) -> Dated | None:
    """The happening that the date at tokens `[first, last)` belongs to, None where none stands near enough.

    `rivals` are the other dates of the sentence: a happening belongs to the date that stands nearest to it.
    """
    costs = []
    for n, match in enumerate(found):
        cost = _cost(tokens, date, match, houses)
        if cost <= _LIMIT and all(_cost(tokens, rival, match, houses) >= cost for rival in rivals):
            costs.append((cost, n))
    if not costs:
        return None
    match = found[min(costs)[1]]
    before = tokens.words[max(0, match.start - _AGAIN) : match.start]
    return Dated(match, not _words(houses, "again").isdisjoint(before))


def _cost(tokens: Tokens, date: tuple[int, int], match: Match[Happening], houses: Houses) -> float:
    first, last = (match.end, date[0]) if match.end <= date[0] else (date[1], match.start)
    if first > last:
        return _LIMIT + 1  # the words of the date itself
    between = tokens.words[first:last]
    clauses = [i for i, word in enumerate(between) if word in _clause_words(houses) or word in _STOPS]
    fronted = first == date[1] and (date[0] < 2 or tokens.words[date[0] - 2] in _SENTENCE_ENDS)
    commas = sum(
        1 for i, word in enumerate(between) if word == "," and i + 1 not in clauses and not (fronted and i == 0)
    )
    distance = _PER_TOKEN * len(between)
    return distance + _PER_RANK * match.entry.rank + _PER_COMMA * commas + _PER_CLAUSE * len(clauses)
