"""Findings about names: one name spelt in several ways, one person of two ages or two offices."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from hashlib import blake2b
from itertools import combinations

from reconcile.claims.names import AGE, NAME, OFFICE
from reconcile.comparing.offices import other_office, other_rank
from reconcile.comparing.origins import origins
from reconcile.language.lexicon import Houses
from reconcile.matching.name_forms import NameGroup, Spelling, Variance
from reconcile.matching.names import name_groups
from reconcile.model.claim import Claim, Kind, Name
from reconcile.model.finding import GRAVITY, Finding, Relation, Side, Verdict
from reconcile.model.text import Article, label_of

_BIRTHDAY = 21  # days between two reports from which a birthday is likelier than a slip
_YEAR = 365
_TERM = 31  # days between two reports in which nobody is expected to change office
_NAMED_SOURCES = 3
_OTHERS = 2  # articles with the other spelling from which one article's own is taken for a slip


def name_findings(claims: Sequence[Claim], articles: Mapping[str, Article], houses: Houses = ()) -> list[Finding]:
    """One finding for each name that is spelt in several ways, and each person whose age or office differs.

    Nothing is merged: each spelling is a side of its own. Listed and transliterated spellings are compatible; a
    likely slip, or two spellings within one article, is a tension.
    """
    findings = (_finding(group, articles, houses) for group in name_groups(claims, houses))
    return [f for f in findings if f is not None]


def _finding(group: NameGroup, articles: Mapping[str, Article], houses: Houses) -> Finding | None:
    relations = tuple(_relations(group, articles, houses))
    if not relations:
        return None
    rests_on = origins([c for s in group.spellings for c in s.claims], articles)
    mark = f"{Kind.NAME}|{group.measure}|{min(c.id for s in group.spellings for c in s.claims)}"
    return Finding(
        id=blake2b(mark.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest(),
        kind=Kind.NAME,
        measure=group.measure,
        about=group.about if group.measure == NAME else f"{group.measure} of {group.about}",
        verdict=max((r.verdict for r in relations), key=GRAVITY.index),
        sides=tuple(_side(s, articles, rests_on) for s in group.spellings),
        relations=relations,
    )


def _side(spelling: Spelling, articles: Mapping[str, Article], rests_on: Mapping[str, str]) -> Side:
    names = _sources(spelling, articles)
    more = len(names) - _NAMED_SOURCES
    shown = "; ".join(names[:_NAMED_SOURCES]) + (f"; {more} more" if more > 0 else "")
    return Side(spelling.claims, f"{spelling.text} ({shown})", origins=len({rests_on[c.id] for c in spelling.claims}))


def _sources(spelling: Spelling, articles: Mapping[str, Article]) -> list[str]:
    ids = dict.fromkeys(c.mention.span.article for c in spelling.claims)
    return list(dict.fromkeys(label_of(articles, i) for i in ids))


def _relations(group: NameGroup, articles: Mapping[str, Article], houses: Houses) -> Iterator[Relation]:
    for a, b in combinations(range(len(group.spellings)), 2):
        one, two = group.spellings[a], group.spellings[b]
        if group.measure == NAME:
            yield _spelling(group, a, b, articles)
        elif group.measure == AGE:
            yield _age(group, a, b, articles)
        elif _articles(one) & _articles(two):
            continue  # an article that gives both shortens one
        elif group.measure == OFFICE and _other_office(one, two, articles, houses):
            yield Relation(a, b, Verdict.TENSION, (f"“{one.text}” is another office than “{two.text}”",))


def _spelling(group: NameGroup, a: int, b: int, articles: Mapping[str, Article]) -> Relation:
    one, two = group.spellings[a], group.spellings[b]
    words = f"one name in two spellings, “{one.text}” and “{two.text}”"
    if group.variance in (Variance.ACCENTS, Variance.LISTED):
        return Relation(a, b, Verdict.COMPATIBLE, (words,))
    ours, others = _articles(one), _articles(two)
    if both := sorted(ours & others):
        label = label_of(articles, both[0])
        return Relation(a, b, Verdict.TENSION, (f"{label} spells the name both ways", words))
    if len(others) == 1 and len(ours) >= _OTHERS:
        alone = f"“{two.text}” stands in one article, {len(ours)} others have “{one.text}”"
        return Relation(a, b, Verdict.TENSION, (alone, words))
    slip = group.variance is Variance.SLIP
    return Relation(a, b, Verdict.TENSION if slip else Verdict.COMPATIBLE, (words,))


def _age(group: NameGroup, a: int, b: int, articles: Mapping[str, Article]) -> Relation:
    """Two ages: compatible where the older one was printed so much later, a tension where a year parts them.

    The younger one may be carried on since ("Jon Ferl, 25" under an old picture).
    """
    younger, older = sorted((group.spellings[a], group.spellings[b]), key=lambda s: int(s.text))
    years = int(older.text) - int(younger.text)
    words = f"one makes the person {younger.text}, the other {older.text}"
    before, after = _days(younger, articles), _days(older, articles)
    if before and after and (min(after) - min(before)).days >= max(_BIRTHDAY, _YEAR * (years - 1)):
        return Relation(a, b, Verdict.COMPATIBLE, (words, "a birthday may lie between them"))
    return Relation(a, b, Verdict.TENSION if years == 1 else Verdict.CONFLICT, (words,))


def _days(spelling: Spelling, articles: Mapping[str, Article]) -> list[date]:
    known = (articles[i].published_day for i in _articles(spelling) if i in articles)
    return [day for day in known if day is not None]


def _articles(spelling: Spelling) -> set[str]:
    return {c.mention.span.article for c in spelling.claims}


def _other_office(one: Spelling, two: Spelling, articles: Mapping[str, Article], houses: Houses) -> bool:
    """True for an office and its deputy's, and for two of one ladder where both texts give the full name at one time.

    Two officers of one surname, and one who was promoted, have two ranks.
    """
    if other_rank(one.text, two.text, houses):
        return True
    if not (other_office(one.text, two.text, houses) and _full_name(one) and _full_name(two)):
        return False
    ours, theirs = _days(one, articles), _days(two, articles)
    return all(abs((a - b).days) <= _TERM for a in ours for b in theirs)


def _full_name(spelling: Spelling) -> bool:
    return any(isinstance(c.value, Name) and " " in c.value.canonical for c in spelling.claims)
