"""Whether two offices of one person are two: another rank, another ministry, or a deputy's."""

from __future__ import annotations

from functools import lru_cache

from attrs import frozen

from reconcile.language.gazetteer import gazetteer
from reconcile.language.lexicon import Entry, Houses, TableSpec, load


@frozen(kw_only=True)
class OfficeEntry(Entry):
    """An office, the ladder it stands on, and the office by whose name it goes in short; see offices.toml."""

    ladder: str
    short: str = ""


OFFICES = TableSpec("offices", "office", OfficeEntry)


def other_rank(a: str, b: str, houses: Houses = ()) -> bool:
    """True where the offices differ in rank only: "foreign minister" and "deputy foreign minister"."""
    ranks = gazetteer(houses).cues["rank"]
    one, two = ([w for w in office.split() if w not in ranks] for office in (a, b))
    return one == two and a != b


def other_office(a: str, b: str, houses: Houses = ()) -> bool:
    """True for two offices of one ladder, neither of which is a short name of the other: captain and lieutenant."""
    one, two = office(a, houses), office(b, houses)
    if one is None or two is None or one.ladder != two.ladder or one.id == two.id:
        return False
    return one.short != two.id and two.short != one.id


def office(words: str, houses: Houses = ()) -> OfficeEntry | None:
    """The listed office of that name, folded and without stops."""
    return _offices(houses).get(words)


@lru_cache(maxsize=16)
def _offices(houses: Houses) -> dict[str, OfficeEntry]:
    return {p: e for e in load(OFFICES, houses) for p in e.phrases}
