"""One name in several spellings, and one person with several ages or offices: what belongs together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import combinations

from attrs import frozen

from reconcile.claims.names import AGE, NAME, OFFICE
from reconcile.language.gazetteer import Gazetteer, gazetteer, plain
from reconcile.language.lexicon import Houses
from reconcile.language.spellings import one_letter_apart, skeleton
from reconcile.language.tokens import fold
from reconcile.matching.linkage import components
from reconcile.model.claim import Claim, Kind, Name

_TELLING = 5  # letters from which equal sounds make one name in any two stories
_LEAST = 4  # letters of a name that is compared by its sounds at all
_LONG = 6  # letters of a surname in which one letter may be a slip
_CROWD = 40  # spellings with one key above which nothing is compared
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
class _Form:
    """A name of several words as written, folded without accents, and its claims.

    `person` is true where it may be a person's, `surely` where the text shows that it is.
    """

    words: tuple[str, ...]
    claims: tuple[Claim, ...]
    person: bool
    surely: bool = False

    @property
    def last(self) -> str:
        return self.words[-1]

    @property
    def given(self) -> str:
        return self.words[0] if len(self.words) > 1 else ""

    @property
    def events(self) -> frozenset[str | None]:
        return frozenset(c.event for c in self.claims)


def name_groups(claims: Sequence[Claim], houses: Houses = ()) -> list[NameGroup]:
    """Names that are spelt in more than one way, then ages and offices that differ; other claims are passed over."""
    named = sorted((c for c in claims if c.kind is Kind.NAME), key=lambda c: c.id)
    forms = _forms(c for c in named if c.measure == NAME)
    table = gazetteer(houses)
    groups = [*_accents(forms), *_listed(forms, table), *_surnames(forms, table, houses), *_given_names(forms, houses)]
    shared = _shared_surnames(forms)
    groups += _details([c for c in named if c.measure == AGE], AGE, shared)
    groups += _details([c for c in named if c.measure == OFFICE], OFFICE, shared)
    return sorted(groups, key=lambda g: (g.measure, g.spellings[0].claims[0].id))


def _name(claim: Claim) -> Name:
    assert isinstance(claim.value, Name)
    return claim.value


def _forms(claims: Iterable[Claim]) -> list[_Form]:
    by_words: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        if words := tuple(plain(_name(claim).surface).split()):
            by_words[words].append(claim)
    found = []
    for words, members in sorted(by_words.items()):
        categories = {_name(c).category for c in members}
        found.append(_Form(words, tuple(members), bool(categories & _PEOPLE), "person" in categories))
    return found


def _group(forms: Iterable[tuple[str, Iterable[Claim]]], variance: Variance) -> NameGroup:
    spellings = [Spelling(text, tuple(sorted(claims, key=lambda c: c.id))) for text, claims in forms]
    spellings.sort(key=lambda s: (-len(_articles(s.claims)), s.text))
    return NameGroup(NAME, spellings[0].text, tuple(spellings), variance)


def _articles(claims: Iterable[Claim]) -> set[str]:
    return {c.mention.span.article for c in claims}


def _shown(claims: Iterable[Claim]) -> str:
    """The name as most people write it: not in capitals where somebody writes it otherwise."""
    surfaces = sorted({" ".join(_name(c).surface.split()) for c in claims}, key=lambda s: (s.isupper(), s))
    return surfaces[0]


def _accents(forms: Sequence[_Form]) -> Iterator[NameGroup]:
    """One name with and without accents: Ādaži and Adazi."""
    for form in forms:
        written: dict[str, list[Claim]] = defaultdict(list)
        for claim in form.claims:
            written[" ".join(fold(w) for w in _name(claim).surface.split())].append(claim)
        marked = {text for text in written if not text.isascii()}
        bare = {text for text in written if text.isascii() and plain(text) in {plain(m) for m in marked}}
        if marked and bare:
            yield _group(((_shown(written[t]), written[t]) for t in sorted(marked | bare)), Variance.ACCENTS)


def _listed(forms: Sequence[_Form], table: Gazetteer) -> Iterator[NameGroup]:
    """Spellings the table of aliases lists for one name: Kyiv and Kiev. Short forms (UN) are no spellings."""
    by_alias: dict[str, list[_Form]] = defaultdict(list)
    for form in forms:
        key = " ".join(form.words)
        if not form.person:
            by_alias[table.aliases.get(key, key)].append(form)
    for canonical, members in sorted(by_alias.items()):
        alike = [f for f in members if _is_spelling(" ".join(f.words), canonical)]
        if len(alike) > 1:
            yield _group(((_shown(f.claims), f.claims) for f in alike), Variance.LISTED)


def _is_spelling(key: str, canonical: str) -> bool:
    if key == canonical:
        return True
    return len(key.split()) == len(canonical.split()) and not canonical.startswith(key) and len(key) >= _LEAST


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
    def of(cls, text: str, forms: Sequence[_Form], houses: Houses) -> _Surname:
        return cls(
            text,
            skeleton(text, houses),
            gazetteer(houses).aliases.get(text, text),
            tuple(c for f in forms for c in f.claims),
            frozenset(f.given for f in forms if f.given),
            frozenset(e for f in forms for e in f.events),
            any(f.surely for f in forms),
        )


def _surnames(forms: Sequence[_Form], table: Gazetteer, houses: Houses) -> Iterator[NameGroup]:
    """People whose surname is spelt in several ways: Zelensky and Zelenskyy."""
    by_last: dict[str, list[_Form]] = defaultdict(list)
    for form in forms:
        if form.person and len(form.last) >= _LEAST:
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
            yield _group(spelt, max(found, key=list(Variance).index))


def _last_shown(claims: Sequence[Claim]) -> str:
    return _shown(claims).split()[-1]


def _suggested(names: Sequence[_Surname], by_last: dict[str, list[_Form]]) -> list[tuple[int, int]]:
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
    sounds = [{_given_key(g, houses) for g in given if len(g) >= _LEAST} for given in (ours, others)]
    return bool(sounds[0] & sounds[1])


def _given_key(given: str, houses: Houses) -> str:
    """One key for all spellings of a given name, listed ones (Mohammed, Muhammad) or those of one sound."""
    return skeleton(gazetteer(houses).aliases.get(given, given), houses)


def _given_names(forms: Sequence[_Form], houses: Houses) -> Iterator[NameGroup]:
    """People of one surname whose given name is spelt in several ways: Antony and Anthony Blinken."""
    by_person: dict[tuple[str, str], list[_Form]] = defaultdict(list)
    for form in forms:
        if form.person and len(form.words) > 1 and len(form.given) >= _LEAST:
            by_person[form.last, _given_key(form.given, houses)].append(form)
    for members in by_person.values():
        by_given: dict[str, list[Claim]] = defaultdict(list)
        for form in members:
            by_given[form.given] += form.claims
        together = frozenset.intersection(*(frozenset(c.event for c in cs) for cs in by_given.values()))
        if len(by_given) > 1 and (together or min(map(len, by_given)) >= _TELLING):
            yield _group(((_shown(cs), cs) for cs in by_given.values()), Variance.SOUND)


def _shared_surnames(forms: Sequence[_Form]) -> frozenset[tuple[str, str | None]]:
    """Surnames that several people bear in one event: alone, such a name tells nothing of one of them."""
    bearers: dict[tuple[str, str | None], set[str]] = defaultdict(set)
    for form in forms:
        if form.person and form.given:
            given = skeleton(form.given)
            for event in form.events:
                bearers[form.last, event].add(given)
    return frozenset(key for key, given in bearers.items() if len(given) > 1)


def _details(claims: Sequence[Claim], measure: str, shared: frozenset[tuple[str, str | None]]) -> Iterator[NameGroup]:
    """People with one name in one event, with all the ages or offices they are given."""
    by_person: dict[tuple[str, str | None], dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        words = _name(claim).canonical.split()
        if len(words) == 1 and (words[-1], claim.event) in shared:
            continue
        by_person[words[-1], claim.event][" ".join(words)].append(claim)
    for forms in by_person.values():
        given = {name.split()[0] for name in forms if " " in name}
        if len(given) > 1:
            continue
        told: dict[str, list[Claim]] = defaultdict(list)
        for members in forms.values():
            for claim in members:
                told[_name(claim).detail].append(claim)
        if len(told) > 1:
            group = _group(told.items(), Variance.LISTED)
            about = max((_shown(c) for c in forms.values()), key=len)
            yield NameGroup(measure, about, group.spellings)
