"""The people of a text who may speak, and the tables that tell them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from attrs import frozen

from reconcile.language.gazetteer import Gazetteer, gazetteer
from reconcile.language.lexicon import Entry, Houses, TableSpec, load, phrase_table
from reconcile.language.names import NameMention
from reconcile.language.phrases import PhraseTable
from reconcile.language.tokens import Tokens

VerbKind = Literal[
    "say",
    "put",
    "weak",
    "source",
    "between",
    "passive",
    "lead",
    "pronoun",
    "again",
    "determiner",
    "modifier",
    "linking",
    "as",
    "describing",
    "relay",
    "relative",
    "tell",
    "bare",
    "that",
    "at",
    "of",
    "of-what",
    "held-against",
    "for",
    "rival",
    "and",
    "opposed",
    "person",
    "moves",
    "moved-count",
    "to",
    "owned",
    "owned-by",
    "owned-gives",
]


@frozen(kw_only=True)
class Verb(Entry):
    """A verb of saying, or a small word beside one."""

    kind: VerbKind


@frozen(kw_only=True)
class Role(Entry):
    """A class of sources; with `body` all its members speak with one voice, but two of `many` that are named."""

    body: bool = True
    many: bool = False


VERBS = TableSpec("reporting_verbs", "verb", Verb, shared_phrases=True)
ROLES = TableSpec("source_roles", "role", Role)


@lru_cache(maxsize=16)
def verbs(houses: Houses = ()) -> dict[VerbKind, PhraseTable[Verb]]:
    """The table of verbs, one phrase table a kind."""
    entries = load(VERBS, houses)
    kinds: dict[VerbKind, list[tuple[str, Verb]]] = {e.kind: [] for e in entries}
    for entry in entries:
        kinds[entry.kind] += [(phrase, entry) for phrase in entry.phrases]
    return {kind: PhraseTable(phrases) for kind, phrases in kinds.items()}


@frozen
class Speaker:
    """The noun phrase `[first, last)`; `canonical` and `role` as in an attribution.

    `pronoun` marks a word that stands for another speaker, `unsure` a name that may be a person's or a body's.
    `named` are the tokens that name whom a pronoun stands for.
    """

    first: int
    last: int
    canonical: str
    role: str | None
    surname: str = ""
    pronoun: bool = False
    unsure: bool = False
    named: tuple[int, int] | None = None


@frozen(eq=False)
class Cast:
    """A text's tokens with its names by where they begin and end, and the tables speakers are read by."""

    tokens: Tokens
    starting: dict[int, NameMention]
    ending: dict[int, NameMention]
    verbs: dict[VerbKind, PhraseTable[Verb]]
    roles: PhraseTable[Role]
    table: Gazetteer

    @classmethod
    def of(cls, tokens: Tokens, names: Sequence[NameMention], houses: Houses) -> Cast:
        return cls(
            tokens,
            {m.first: m for m in names},
            {m.last: m for m in names},
            verbs(houses),
            phrase_table(ROLES, houses),
            gazetteer(houses),
        )

    def text(self, first: int, last: int) -> str:
        """The words of tokens `[first, last)`, white space made single."""
        return " ".join(self.tokens.text[self.tokens.starts[first] : self.tokens.ends[last - 1]].split())
