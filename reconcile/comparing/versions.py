"""Two versions of one article: what changed, appeared or vanished, and whether a note says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from attrs import frozen
from rapidfuzz import fuzz

from reconcile.model.claim import Claim, Kind, Name, Status, Utterance
from reconcile.model.quantity import Quantity
from reconcile.model.text import Article
from reconcile.model.when import When

_ONE_QUOTATION = 60.0  # rapidfuzz ratio of the words from which two quotations are one, reworded
_ONE_NAME = 85.0  # of names, one misspelt

Key = tuple[object, ...]


class Sort(StrEnum):
    """What became of a claim between two versions."""

    CHANGED = "changed"
    APPEARED = "appeared"
    VANISHED = "vanished"


@frozen
class Version:
    """One version: its article and the claims in it."""

    article: Article
    claims: tuple[Claim, ...]


@frozen
class Change:
    """One difference; `old` is None where it appeared, `new` where it vanished.

    `noted` says that a note in the newer version tells of it.
    """

    kind: Kind
    sort: Sort
    old: Claim | None
    new: Claim | None
    noted: bool = False


def compare_versions(old: Version, new: Version) -> tuple[Change, ...]:
    """The differences between two versions, figures first, each kind in the order of the text.

    What a version says several times counts once; what a note withdraws is no claim of the version.
    """
    notes = _Notes(new)
    changes: list[Change] = []
    for kind in (Kind.FIGURE, Kind.DATE, Kind.QUOTE, Kind.NAME):
        before, after = _said(old, kind), _said(new, kind)
        gone = [c for key, c in before.items() if key not in after]
        come = [c for key, c in after.items() if key not in before]
        changes += [Change(kind, *_sorted(a, b), notes.tell(a, b)) for a, b in _paired(gone, come)]
    return tuple(changes)


def _sorted(a: Claim | None, b: Claim | None) -> tuple[Sort, Claim | None, Claim | None]:
    return Sort.APPEARED if a is None else Sort.VANISHED if b is None else Sort.CHANGED, a, b


def _said(version: Version, kind: Kind) -> dict[Key, Claim]:
    """The first claim of each value; what only a note says comes last."""
    found: dict[Key, Claim] = {}
    for claim in sorted(version.claims, key=lambda c: c.note is not None):
        if claim.kind is kind and claim.status is not Status.WITHDRAWN:
            found.setdefault((*_question(claim), *_value(claim)), claim)
    return found


def _question(claim: Claim) -> Key:
    """What two claims must share so that one can take the other's place."""
    unit = claim.quantity.unit if isinstance(claim.value, Quantity) else ""
    category = claim.value.category if isinstance(claim.value, Name) else ""
    return claim.measure, claim.population, claim.period, unit, category


def _value(claim: Claim) -> Key:
    value = claim.value
    match value:
        case Quantity():
            return value.low, value.high, value.hedge
        case When():
            return (value.days, value.month, value.day, value.weekday)
        case Utterance():
            return tuple(value.words.split())
    return value.canonical, value.detail


def _paired(gone: Sequence[Claim], come: Sequence[Claim]) -> Iterator[tuple[Claim | None, Claim | None]]:
    """Each old claim with the likest new one that answers the same question; then those without one."""
    ranked = sorted(
        (-likeness, a, b)
        for a, one in enumerate(gone)
        for b, two in enumerate(come)
        if (likeness := _likeness(one, two)) > 0
    )
    partner: dict[int, int] = {}
    for _, a, b in ranked:
        if a not in partner and b not in partner.values():
            partner[a] = b
    for a, one in enumerate(gone):
        yield one, come[partner[a]] if a in partner else None
    taken = set(partner.values())
    yield from ((None, two) for b, two in enumerate(come) if b not in taken)


def _likeness(a: Claim, b: Claim) -> float:
    """0 where one does not take the place of the other."""
    if _question(a) != _question(b):
        return 0.0
    if isinstance(a.value, Utterance) and isinstance(b.value, Utterance):
        return fuzz.ratio(a.value.words, b.value.words, score_cutoff=_ONE_QUOTATION)
    if isinstance(a.value, Name) and isinstance(b.value, Name):
        if a.value.canonical == b.value.canonical:
            return 100.0
        return fuzz.ratio(a.value.canonical, b.value.canonical, score_cutoff=_ONE_NAME)
    shared = len(a.context & b.context)
    return shared + 1.0 if a.measure else float(shared)


class _Notes:
    """What the notes of a version tell."""

    def __init__(self, version: Version) -> None:
        article = version.article
        self._texts = [article.part(r.part)[r.start : r.end] for r in article.regions if r.kind == "note"]
        self._withdrawn = {(*_question(c)[:1], *_value(c)[:2]) for c in version.claims if c.status is Status.WITHDRAWN}

    def tell(self, old: Claim | None, new: Claim | None) -> bool:
        """True where a note withdraws the old claim, or gives it or the new one in its words."""
        if new is not None and (new.note is not None or new.replaces):
            return True
        if old is not None and (*_question(old)[:1], *_value(old)[:2]) in self._withdrawn:
            return True
        return any(_holds(self._texts, c) for c in (old, new) if c is not None)


def _holds(texts: Iterable[str], claim: Claim) -> bool:
    return any(claim.mention.text in text for text in texts)
