"""One name in several spellings, and one person with several ages or offices: what belongs together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from reconcile.claims.names import AGE, NAME, OFFICE
from reconcile.language.gazetteer import Gazetteer, gazetteer, plain
from reconcile.language.lexicon import Houses
from reconcile.language.spellings import skeleton
from reconcile.language.tokens import fold
from reconcile.matching.name_forms import (
    LEAST,
    Form,
    NameGroup,
    Variance,
    forms_of,
    name_of,
    shown,
    spelt_group,
)
from reconcile.matching.surnames import given_names, surnames
from reconcile.model.claim import Claim, Kind

_TELLING = 6  # letters from which equal sounds make one place of two


def name_groups(claims: Sequence[Claim], houses: Houses = ()) -> list[NameGroup]:
    """Names that are spelt in more than one way, then ages and offices that differ; other claims are passed over."""
    named = sorted((c for c in claims if c.kind is Kind.NAME), key=lambda c: c.id)
    forms = forms_of(c for c in named if c.measure == NAME)
    table = gazetteer(houses)
    groups = [
        *_accents(forms),
        *_listed(forms, table),
        *_places(forms, table, houses),
        *surnames(forms, table, houses),
        *given_names(forms, houses),
    ]
    shared = _shared_surnames(forms)
    groups += _details([c for c in named if c.measure == AGE], AGE, shared)
    groups += _details([c for c in named if c.measure == OFFICE], OFFICE, shared)
    return sorted(groups, key=lambda g: (g.measure, g.spellings[0].claims[0].id))


def _accents(forms: Sequence[Form]) -> Iterator[NameGroup]:
    """One name with and without accents: Ādaži and Adazi."""
    for form in forms:
        written: dict[str, list[Claim]] = defaultdict(list)
        for claim in form.claims:
            written[" ".join(fold(w) for w in name_of(claim).surface.split())].append(claim)
        marked = {text for text in written if not text.isascii()}
        bare = {text for text in written if text.isascii() and plain(text) in {plain(m) for m in marked}}
        if marked and bare:
            yield spelt_group(((shown(written[t]), written[t]) for t in sorted(marked | bare)), Variance.ACCENTS)


def _listed(forms: Sequence[Form], table: Gazetteer) -> Iterator[NameGroup]:
    """Spellings the table of aliases lists for one name: Kyiv and Kiev. Short forms (UN) are no spellings."""
    by_alias: dict[str, list[Form]] = defaultdict(list)
    for form in forms:
        key = " ".join(form.words)
        if not form.person:
            by_alias[table.aliases.get(key, key)].append(form)
    for canonical, members in sorted(by_alias.items()):
        alike = [f for f in members if _is_spelling(" ".join(f.words), canonical)]
        if len(alike) > 1:
            yield spelt_group(((shown(f.claims), f.claims) for f in alike), Variance.LISTED)


def _places(forms: Sequence[Form], table: Gazetteer, houses: Houses) -> Iterator[NameGroup]:
    """Small places of one event that sound alike: Kostryn and Kostrin. Those of the tables are told apart there."""
    by_sound: dict[tuple[str, str | None], list[Form]] = defaultdict(list)
    for form in forms:
        name = " ".join(form.words)
        if form.place and len(name) >= _TELLING and name not in table.names and name not in table.aliases:
            for event in form.events:
                by_sound[skeleton(name, houses), event].append(form)
    told = {tuple(f.words for f in members): members for members in by_sound.values() if len(members) > 1}
    for members in told.values():
        yield spelt_group(((shown(f.claims), f.claims) for f in members), Variance.SOUND)


def _is_spelling(key: str, canonical: str) -> bool:
    if key == canonical:
        return True
    return len(key.split()) == len(canonical.split()) and not canonical.startswith(key) and len(key) >= LEAST


def _shared_surnames(forms: Sequence[Form]) -> frozenset[tuple[str, str | None]]:
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
        words = name_of(claim).canonical.split()
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
                told[name_of(claim).detail].append(claim)
        if len(told) > 1:
            group = spelt_group(told.items(), Variance.LISTED)
            about = max((shown(c) for c in forms.values()), key=len)
            yield NameGroup(measure, about, group.spellings)
