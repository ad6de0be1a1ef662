"""What the names of a text tell of those who speak in it: full names, and who holds which office."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from reconcile.language.names import NameMention
from reconcile.language.quotemarks import Quoted
from reconcile.language.tokens import Tokens

_OFFICE = 4  # words of an office before a name


def outside(names: Sequence[NameMention], stretches: Sequence[Quoted]) -> list[NameMention]:
    """The names that do not stand inside quote marks."""
    starts = [s.start for s in stretches]
    out = []
    for name in names:
        at = bisect_right(starts, name.start) - 1
        if at < 0 or name.start >= stretches[at].end:
            out.append(name)
    return out


def full_names(names: Sequence[NameMention]) -> dict[str, str]:
    """Surname to the only fuller name in the text that ends with it."""
    fuller: dict[str, set[str]] = {}
    for name in names:
        if name.category in ("person", "name") and " " in name.canonical:
            fuller.setdefault(name.canonical.rsplit(" ", 1)[1], set()).add(name.canonical)
    return {surname: next(iter(full)) for surname, full in fuller.items() if len(full) == 1}


def offices(tokens: Tokens, names: Sequence[NameMention]) -> dict[str, str]:
    """Words that stand before one person's name only, and that name ("nato secretary general": "jens stoltenberg")."""
    holders: dict[str, set[str]] = {}
    for name in names:
        if name.category != "person":
            continue
        office: list[str] = []
        at = name.first - 1
        while at >= 0 and len(office) < _OFFICE and (tokens.words[at].isalpha() or tokens.words[at] == "-"):
            if tokens.words[at] != "-":
                office.insert(0, tokens.words[at])
                holders.setdefault(" ".join(office), set()).add(name.canonical)
            at -= 1
    return {office: next(iter(found)) for office, found in holders.items() if len(found) == 1}
