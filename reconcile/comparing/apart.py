"""Figures that one voice tells apart: whoever gives 22,000 and 8,000 in one text speaks of two marches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import combinations

from reconcile.claims.dynamics import Moves
from reconcile.comparing.equivalents import comparable, leaves_out_attacker
from reconcile.comparing.statements import Number, Statement, meet
from reconcile.model.claim import Status

Camp = list[Statement]
Key = tuple[str, Number]  # the measure, and the number in its unit
_FAR = 3  # times; an outlet's own figure this far from its speaker's is of something else
_MANY = 12  # figures of one article beyond which it is a table, which this says nothing of


def tell_apart(made: Sequence[Statement], moving: Moves) -> list[list[Statement]]:
    """The statements of one group in as few parts as keep apart what some article tells apart.

    The largest part, by articles, comes first. Readings of the moment are left together: one text may give several.
    """
    camps: dict[Key, Camp] = {}
    for s in made:
        camps.setdefault(_key(s), []).append(s)
    barred = set() if moving is Moves.EITHER else set(_barred(made, camps, moving))
    if not barred:
        return [list(made)]
    told = Counter(s.claim.measure for s in made)
    parts: list[list[Key]] = []
    for number in sorted(camps, key=lambda k: (-told[k[0]], -len({s.article for s in camps[k]}), camps[k][0].claim.id)):
        fitting = (p for p in parts if not any(frozenset((number, other)) in barred for other in p))
        part = next(fitting, None)
        if part is None:
            parts.append([number])
        else:
            part.append(number)
    return [[s for number in part for s in camps[number]] for part in parts]


def _key(s: Statement) -> Key:
    return s.claim.measure, s.number


def _barred(made: Sequence[Statement], camps: Mapping[Key, Camp], moving: Moves) -> Iterator[frozenset[Key]]:
    by_article: dict[str, list[Statement]] = {}
    for s in made:
        if s.status is Status.STATED and not s.claim.replaces and s.claim.mention.span.part == "body":
            by_article.setdefault(s.article, []).append(s)
    for own in by_article.values():
        if len(own) > _MANY:
            continue
        for a, b in combinations(own, 2):
            if leaves_out_attacker(a, b):
                continue  # "killed three people and then himself": three or four dead of one attack
            if _one_voice(a, b) and comparable(a, b) and not meet(a, b) and a.moment == b.moment:
                lower = a if a.value < b.value else b
                rising = moving is Moves.RISES and _history(lower, camps)
                if not rising:
                    yield frozenset((_key(a), _key(b)))


def _one_voice(a: Statement, b: Statement) -> bool:
    """True for one speaker, and for figures that nobody could take for rival counts of one thing."""
    if a.voice and b.voice:
        return a.voice.same_as(b.voice)
    far = max(a.value, b.value) >= _FAR * min(a.value, b.value)
    return far or not (a.voice or b.voice)


def _history(lower: Statement, camps: Mapping[Key, Camp]) -> bool:
    """True where another article gave the lower count before: the text tells how it rose."""
    return any(s.article != lower.article and lower.moment.after(s.moment, timedelta(0)) for s in camps[_key(lower)])
