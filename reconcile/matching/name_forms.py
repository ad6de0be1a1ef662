"""Names as written: each spelling with its claims, and groups of spellings that are one name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from enum import StrEnum

from attrs import frozen

from reconcile.claims.names import NAME
from reconcile.language.gazetteer import plain
from reconcile.model.claim import Claim, Name

LEAST = 4  # letters of a name that is compared by its sounds at all
_PEOPLE = frozenset({"person", "name"})


class Variance(StrEnum):
    """What makes two spellings one name."""

    ACCENTS = "accents"
    LISTED = "listed"
    SOUND = "sound"
    SLIP = "slip"


@frozen
class Spelling:
    """One way to write a name, and the claims that write it so, in order of their ids."""

    text: str
    claims: tuple[Claim, ...]


@frozen
class NameGroup:
    """Spellings of one name (`measure` "name"), or ages or offices of one person, most frequent first."""

    measure: str
    about: str
    spellings: tuple[Spelling, ...]
    variance: Variance = Variance.LISTED


@frozen
class Form:
    """A name of several words as written, folded without accents, and its claims.

    `person` is true where it may be a person's, `surely` where the text shows that it is, `place` where it
    is a place's.
    """

    words: tuple[str, ...]
    claims: tuple[Claim, ...]
    person: bool
    surely: bool = False
    place: bool = False

    @property
    def last(self) -> str:
        return self.words[-1]

    @property
    def given(self) -> str:
        return self.words[0] if len(self.words) > 1 else ""

    @property
    def events(self) -> frozenset[str | None]:
        return frozenset(c.event for c in self.claims)


def name_of(claim: Claim) -> Name:
    assert isinstance(claim.value, Name)
    return claim.value


def forms_of(claims: Iterable[Claim]) -> list[Form]:
    by_words: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        if words := tuple(plain(name_of(claim).surface).split()):
            by_words[words].append(claim)
    found = []
    for words, members in sorted(by_words.items()):
        categories = {name_of(c).category for c in members}
        surely = "person" in categories
        found.append(Form(words, tuple(members), bool(categories & _PEOPLE), surely, categories == {"place"}))
    return found


def spelt_group(forms: Iterable[tuple[str, Iterable[Claim]]], variance: Variance) -> NameGroup:
    spellings = [Spelling(text, tuple(sorted(claims, key=lambda c: c.id))) for text, claims in forms]
    spellings.sort(key=lambda s: (-len(_articles(s.claims)), s.text))
    return NameGroup(NAME, spellings[0].text, tuple(spellings), variance)


def _articles(claims: Iterable[Claim]) -> set[str]:
    return {c.mention.span.article for c in claims}


def shown(claims: Iterable[Claim]) -> str:
    """The name as most people write it: not in capitals where somebody writes it otherwise."""
    surfaces = sorted({" ".join(name_of(c).surface.split()) for c in claims}, key=lambda s: (s.isupper(), s))
    return surfaces[0]
