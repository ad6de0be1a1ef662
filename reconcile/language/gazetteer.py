"""The tables of names and of the words around names, compiled for looking up."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import Literal

from attrs import frozen

from reconcile.language.lexicon import Entry, Houses, TableSpec, load, phrase_table
from reconcile.language.phrases import PhraseTable
from reconcile.language.tokens import Tokens, tokenize

Category = Literal["person", "place", "organisation", "demonym", "name"]
CueKind = Literal[
    "never",
    "weekday",
    "thing",
    "common",
    "opener",
    "article",
    "particle",
    "joiner",
    "short",
    "place-before",
    "place-after",
    "place-word",
    "agency",
    "age-before",
    "age-lead",
    "person-after",
    "rank",
    "once",
]
_MARKS_INSIDE = (".", "-", "‑")
_SPECIAL = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe"})


@frozen(kw_only=True)
class Country(Entry):
    """A country; `demonyms` are adjectives and words for its people."""

    demonyms: tuple[str, ...] = ()


@frozen(kw_only=True)
class Place(Entry):
    """Places that a text names without saying what they are."""


@frozen(kw_only=True)
class Organisation(Entry):
    """Names of organisations, or words that make a name one."""

    kind: Literal["name", "word"]


@frozen(kw_only=True)
class Title(Entry):
    """Words before a person's name: forms of address, or offices and trades."""

    form: Literal["address", "office"]


@frozen(kw_only=True)
class Cue(Entry):
    """Small words that decide where a name begins and ends and what it is."""

    kind: CueKind


COUNTRIES = TableSpec("countries", "country", Country)
PLACES = TableSpec("places", "place", Place)
ORGANISATIONS = TableSpec("organisations", "organisation", Organisation)
GIVEN_NAMES = TableSpec("given_names", "given", Entry)
ALIASES = TableSpec("aliases", "alias", Entry)
TITLES = TableSpec("titles", "title", Title)
CUES = TableSpec("name_cues", "cue", Cue, shared_phrases=True)


@frozen
class Known:
    """A name of the tables. `capitals`: it is one only where written all in capitals ("WHO", "US")."""

    canonical: str
    category: Category
    capitals: bool = False


@frozen(eq=False)
class Gazetteer:
    """Everything the tables know of names; `given` and the keys of `aliases` are folded and plain.

    `no_names` are words whose capital is no evidence of a name wherever they stand, `inside` all the words and marks
    with which a name may go on after its first word.
    """

    names: PhraseTable[Known]
    titles: PhraseTable[Title]
    organisation_words: PhraseTable[Organisation]
    cues: dict[CueKind, PhraseTable[Cue]]
    given: frozenset[str]
    aliases: dict[str, str]
    no_names: frozenset[str]
    inside: frozenset[str]

    def canonical(self, words: str) -> str:
        """The form all spellings of a name share: folded, without accents, titles' stops and aliases."""
        folded = plain(words)
        return self.aliases.get(folded, folded)


@lru_cache(maxsize=4096)
def plain(name: str) -> str:
    """Folded words of a name without accents and stops, one space between them, hyphens kept."""
    if name.isascii() and name.replace(" ", "").isalpha():
        return " ".join(name.lower().split())
    tokens = tokenize(name)
    words = tokens.words
    joined = "".join(
        word + ("" if word == "-" or _sticks(tokens, i) else " ") for i, word in enumerate(words) if word not in ".,"
    ).strip()
    if joined.isascii():
        return joined
    decomposed = unicodedata.normalize("NFKD", joined.translate(_SPECIAL))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def _sticks(tokens: Tokens, i: int) -> bool:
    """True where the next word belongs to this one: before a hyphen, and between initials without a space ("U.S.")."""
    if not tokens.glued(i):
        return False
    following = tokens.words[i + 1]
    return following == "-" or (following == "." and tokens.glued(i + 1) and len(tokens.words[i]) == 1)


@lru_cache(maxsize=16)
def gazetteer(houses: Houses = ()) -> Gazetteer:
    """The tables of names, house tables applied; raises LexiconError for a malformed one."""
    aliases = {plain(p): e.id for e in load(ALIASES, houses) for p in e.phrases}
    entries = load(CUES, houses)
    organisations = load(ORGANISATIONS, houses)
    cues: dict[CueKind, PhraseTable[Cue]] = {
        kind: PhraseTable((p, e) for e in entries if e.kind == kind for p in e.phrases)
        for kind in CueKind.__args__  # type: ignore[attr-defined]
    }
    return Gazetteer(
        names=PhraseTable(_names(houses, aliases)),
        titles=phrase_table(TITLES, houses),
        organisation_words=PhraseTable((p, e) for e in organisations if e.kind == "word" for p in e.phrases),
        cues=cues,
        given=frozenset(plain(p) for e in load(GIVEN_NAMES, houses) for p in e.phrases),
        aliases=aliases,
        no_names=frozenset(chain(cues["never"].first, cues["opener"].first, cues["weekday"].first)),
        inside=frozenset(chain(_MARKS_INSIDE, cues["particle"].first, cues["joiner"].first)),
    )


def _names(houses: Houses, aliases: dict[str, str]) -> Iterator[tuple[str, Known]]:
    categories: dict[str, Category] = {}
    for phrase, canonical, category in _listed(houses):
        canonical = aliases.get(canonical, canonical)
        categories.setdefault(canonical, category)
        yield phrase, Known(canonical, category, len(phrase) < 6 and phrase.isupper())
    for entry in load(ALIASES, houses):
        for phrase in (*entry.phrases, entry.id):
            yield phrase, Known(entry.id, categories.get(entry.id, "name"), len(phrase) < 6 and phrase.isupper())


def _listed(houses: Houses) -> Iterator[tuple[str, str, Category]]:
    for country in load(COUNTRIES, houses):
        for phrase in country.phrases:
            yield phrase, country.id, "place"
        for phrase in country.demonyms:
            yield phrase, country.id, "demonym"
    for organisation in load(ORGANISATIONS, houses):
        if organisation.kind == "name":
            for phrase in organisation.phrases:
                yield phrase, plain(phrase), "organisation"
    for place in load(PLACES, houses):
        for phrase in place.phrases:
            yield phrase, plain(phrase), "place"


def known_at(table: Gazetteer, tokens: Tokens, at: int) -> tuple[int, Known] | None:
    """End and entry of the table's longest name that begins at token `at`, where its capitals are right."""
    found = table.names.at(tokens, at)
    if found is None:
        return None
    raw = tokens.text[tokens.starts[at] : tokens.ends[found.end - 1]]
    if not raw[0].isupper() and found.entry.category != "organisation":
        return None
    if found.entry.capitals and not raw.isupper():
        return None
    return found.end, found.entry
