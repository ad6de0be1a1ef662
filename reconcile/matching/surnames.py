"""People whose surname or given name is spelt in several ways: Zelensky and Zelenskyy, Antony and Anthony."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from attrs import frozen

from reconcile.language.gazetteer import Gazetteer, gazetteer
from reconcile.language.lexicon import Houses
from reconcile.language.spellings import one_letter_apart, skeleton
from reconcile.matching.linkage import components
from reconcile.matching.name_forms import LEAST, Form, NameGroup, Variance, shown, spelt_group
from reconcile.model.claim import Claim

_TELLING = 5  # letters from which equal sounds make one name in any two stories
_LONG = 5  # letters of a surname in which one letter may be a slip
_CROWD = 40  # spellings with one key above which nothing is compared


@frozen
class _Surname:
    """A surname, folded, and what all who bear it have in common; what pairs are compared by is looked up once."""

    text: str
    sound: str
    alias: str
    claims: tuple[Claim, ...]
    given: frozenset[str]
    events: frozenset[str | None]
    surely: bool

    @classmethod
    def of(cls, text: str, forms: Sequence[Form], houses: Houses) -> _Surname:
        return cls(
            text,
            skeleton(text, houses),
            gazetteer(houses).aliases.get(text, text),
            tuple(c for f in forms for c in f.claims),
            frozenset(f.given for f in forms if f.given),
            frozenset(e for f in forms for e in f.events),
            any(f.surely for f in forms),
        )


def surnames(forms: Sequence[Form], table: Gazetteer, houses: Houses) -> Iterator[NameGroup]:
    """People whose surname is spelt in several ways: Zelensky and Zelenskyy."""
    by_last: dict[str, list[Form]] = defaultdict(list)
    for form in forms:
        if form.person and len(form.last) >= LEAST:
            by_last[form.last].append(form)
    names = [_Surname.of(text, bearers, houses) for text, bearers in sorted(by_last.items())]
    links: dict[tuple[int, int], Variance] = {}
    for a, b in _suggested(names, by_last):
        variance = _one_surname(names[a], names[b], table, houses)
        if variance is not None:
            links[a, b] = variance
    kinds: dict[int, set[Variance]] = defaultdict(set)
    for (a, _), variance in links.items():
        kinds[a].add(variance)
    for component in components(len(names), sorted(links)):
        if len(component) > 1:
            found = set().union(*(kinds[i] for i in component))
            spelt = ((_last_shown(names[i].claims), names[i].claims) for i in component)
            yield spelt_group(spelt, max(found, key=list(Variance).index))


def _last_shown(claims: Sequence[Claim]) -> str:
    return shown(claims).split()[-1]


def _suggested(names: Sequence[_Surname], by_last: dict[str, list[Form]]) -> list[tuple[int, int]]:
    """Pairs of surnames with one sound, or borne by people of one given name in one event."""
    blocks: dict[object, list[int]] = defaultdict(list)
    for i, name in enumerate(names):
        blocks[name.sound].append(i)
        blocks["alias", name.alias].append(i)
        for form in by_last[name.text]:
            for event in form.events:
                if form.given and len(name.text) >= _LONG:
                    blocks[form.given, event].append(i)
    pairs = {
        (min(p), max(p))
        for ids in blocks.values()
        if len(set(ids)) <= _CROWD
        for p in combinations(sorted(set(ids)), 2)
    }
    return sorted(pairs)


def _one_surname(a: _Surname, b: _Surname, table: Gazetteer, houses: Houses) -> Variance | None:
    """What makes two surnames one, None where they are two."""
    if a.alias == b.alias:
        return Variance.LISTED
    if a.sound != b.sound and not one_letter_apart(a.text, b.text):
        return None
    if a.text in table.names or b.text in table.names:
        return None  # countries and cities of like letters are not spellings of one another
    same_event = not a.events.isdisjoint(b.events)
    shared = _share_given(a.given, b.given, houses)
    if a.given and b.given and not shared:
        return None
    if a.sound == b.sound:
        return Variance.SOUND if same_event or (shared and len(a.text) >= _TELLING) else None
    one, two = sorted((a.text, b.text))
    certain = a.surely and b.surely if two.startswith(one) else a.surely or b.surely
    return Variance.SLIP if certain and shared and same_event else None


def _share_given(ours: frozenset[str], others: frozenset[str], houses: Houses) -> bool:
    """True where both hold one given name, perhaps in two spellings, or an initial of it."""
    if ours & others:
        return True
    initials = ({g for g in given if len(g) == 1} for given in (ours, others))
    firsts = ({g[0] for g in given} for given in (others, ours))
    if any(i & f for i, f in zip(initials, firsts, strict=True)):
        return True
    sounds = [{_given_key(g, houses) for g in given if len(g) >= LEAST} for given in (ours, others)]
    return bool(sounds[0] & sounds[1])


def _given_key(given: str, houses: Houses) -> str:
    """One key for all spellings of a given name, listed ones (Mohammed, Muhammad) or those of one sound."""
    return skeleton(gazetteer(houses).aliases.get(given, given), houses)


def given_names(forms: Sequence[Form], houses: Houses) -> Iterator[NameGroup]:
    """People of one surname whose given name is spelt in several ways: Antony and Anthony Blinken."""
    by_person: dict[tuple[str, str], list[Form]] = defaultdict(list)
    for form in forms:
        if form.person and len(form.words) > 1 and len(form.given) >= LEAST:
            by_person[form.last, _given_key(form.given, houses)].append(form)
    for members in by_person.values():
        by_given: dict[str, list[Claim]] = defaultdict(list)
        for form in members:
            by_given[form.given] += form.claims
        together = frozenset.intersection(*(frozenset(c.event for c in cs) for cs in by_given.values()))
        if len(by_given) > 1 and (together or min(map(len, by_given)) >= _TELLING):
            yield spelt_group(((shown(cs), cs) for cs in by_given.values()), Variance.SOUND)
