"""Which class of source a noun phrase names, and by what it is compared."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.language.cast import Cast, Role, Speaker
from reconcile.model.change import evolve

SPOKESPERSON = "spokesperson"  # the class of those who speak for whoever spoke before
GENERIC = frozenset({SPOKESPERSON, "person", "authorities", "documents", "organisation"})
_NEAR = 80  # tokens a pronoun or spokesperson may stand after the name it belongs to


def identified(cast: Cast, first: int, last: int) -> Speaker:
    """The speaker named by tokens `[first, last)`: a class that speaks with one voice before a person's name."""
    names = [cast.starting[i] for i in range(first, last) if i in cast.starting]
    person = next((n for n in names if n.category == "person"), None)
    other = next((n for n in names if n.category in ("organisation", "name", "place")), None)
    best = class_of(cast, first, last)
    role = best.id if best else None
    surname = person.canonical.split()[-1] if person else ""
    if best and best.body and best.id not in GENERIC:
        canonical = best.id
    elif person:
        canonical = surname
    elif other and not (best and other.category == "place"):
        canonical = other.canonical
    else:
        canonical = role or cast.tokens.words[last - 1]
    unsure = person is None and best is None and other is not None and other.category == "name"
    return Speaker(first, last, canonical, role, surname, unsure=unsure)


def class_of(cast: Cast, first: int, last: int) -> Role | None:
    """The class a noun phrase names: by its head before "of" or "for", else by what follows; telling ones first."""
    link = next((i for i in range(first, last) if cast.tokens.words[i] in cast.verbs["linking"]), last)
    head, rest = list(_roles(cast, first, link)), list(_roles(cast, link, last))
    ordered = [*reversed(head), *rest]
    bodies = (r for r in ordered if r.body and r.id not in GENERIC)
    telling = (r for r in ordered if r.id not in GENERIC)
    spokespeople = (r for r in ordered if r.id == SPOKESPERSON)
    return next(bodies, None) or next(telling, None) or next(spokespeople, None) or next(iter(ordered), None)


def _roles(cast: Cast, first: int, last: int) -> Iterator[Role]:
    at = first
    while at < last:
        found = cast.roles.at(cast.tokens, at, last)
        if found is not None:
            yield found.entry
        at = found.end if found is not None else at + 1


def last_named(cast: Cast, before: int, categories: frozenset[str]) -> Speaker | None:
    """The person or body named last within some sentences before a token."""
    for at in range(before - 1, max(-1, before - _NEAR), -1):
        name = cast.starting.get(at)
        if name is not None and name.category in categories:
            return identified(cast, name.first, name.last)
    return None


def with_role(speaker: Speaker, role: str, body: bool) -> Speaker:
    """The speaker with a class learnt elsewhere in the text."""
    return evolve(speaker, role=role, canonical=role if body else speaker.canonical)
