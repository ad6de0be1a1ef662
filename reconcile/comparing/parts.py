"""Parts that are larger than their whole: 15 children among 12 people killed."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from attrs import frozen

from reconcile.claims.tables import disjoint_groups
from reconcile.comparing.equivalents import is_remainder
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.quantity_values import PERSON
from reconcile.language.tokens import folded_words
from reconcile.model.claim import INCREMENT, Claim, Kind, Scope, Status
from reconcile.model.text import Article
from reconcile.model.when import DayRange

_STOPS = (". ", "! ", "? ", "\n")
_REACH = 240  # code points on either side of a figure in which its sentence is looked for
_LONGEST_LINK = 4  # words of "including at least", before a part
_AFTER = 6  # words after a part in which "were among the dead" may stand
_GAP = 2  # words that may stand between two parts of one list (", and")
_NO_GROUPS = frozenset({INCREMENT, "lesser", "others"})  # of these the text does not say what they are a part of


@frozen
class TooLarge:
    """Parts of one article that come to more than the whole, which that article gives, or another one."""

    whole: Claim
    parts: tuple[Claim, ...]

    def words(self) -> str:
        """The sum in figures: "“seven women” + “six children” = 13, more than the whole: “12 people” killed"."""
        terms = " + ".join(_says(c) for c in self.parts)
        total = f" = {_total(self.parts):f}" if len(self.parts) > 1 else ""
        return f"{terms}{total}, more than the whole: {_says(self.whole)} {self.whole.measure}"


def _total(parts: Iterable[Claim]) -> Decimal:
    """What the parts come to at least."""
    return sum((c.quantity.low or Decimal(0) for c in parts), Decimal(0))


def _says(claim: Claim) -> str:
    return f"“{' '.join(claim.mention.text.split())}”"


@frozen
class _Around:
    """The words of a figure's sentence on either side of it; it runs over the code points `[start, end)`."""

    start: int
    end: int
    before: tuple[str, ...]
    after: tuple[str, ...]


def too_large(claims: Sequence[Claim], articles: Mapping[str, Article], houses: Houses = ()) -> Iterator[TooLarge]:
    """Every part, and every list of parts, that its text plainly counts among a whole and that exceeds it.

    The whole is the article's own, else one of another article that was out no earlier. A part exceeds it only where
    it is larger than all that is said of the whole, in whatever words.
    """
    told = _Told([c for c in claims if _of_people(c)])
    for claim in told.people:
        known = _is_part(claim) and claim.mention.span.article in articles
        if known and (found := _exceeds(claim, told, articles, houses)):
            yield found


@frozen
class _Limits:
    """What a part cannot be larger than: counts of its whole, the highest of them, and whether all are plain counts."""

    claims: tuple[Claim, ...]
    own: bool  # of the part's own article
    high: Decimal
    plain: bool

    def exceeded_by(self, total: Decimal) -> bool:
        return bool(self.claims) and self.plain and self.high < total


class _Told:
    """The people that some articles count, found by place and by question without asking each figure again."""

    def __init__(self, people: Sequence[Claim]) -> None:
        self.people = people
        self._wholes: dict[tuple[str, str], list[Claim]] = defaultdict(list)
        self._own: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
        self._sums: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
        self._places: dict[tuple[str, str], list[Claim]] = defaultdict(list)
        self._limits: dict[tuple[str, str, str, DayRange | None], _Limits] = {}
        for claim in sorted(people, key=lambda c: c.mention.span):
            span, event = claim.mention.span, claim.event or ""
            self._places[span.article, span.part].append(claim)
            if claim.scope is Scope.WHOLE:
                self._wholes[event, claim.measure].append(claim)
                self._own[event, claim.measure, span.article].append(claim)
            if _is_part(claim):
                self._sums[span.article, claim.measure] += claim.quantity.low or Decimal(0)

    def all_parts(self, part: Claim) -> Decimal:
        """What all parts of this measure in the part's article come to."""
        return self._sums[part.mention.span.article, part.measure]

    def limits(self, part: Claim) -> _Limits:
        """The wholes of the part's article, else of all, that tell of its incident."""
        event, article, day = part.event or "", part.mention.span.article, part.frame.incident.day
        key = (event, part.measure, article, day)
        if key not in self._limits:
            own = self._own.get((event, part.measure, article), [])
            whole = [c for c in own or self._wholes.get((event, part.measure), []) if _same_incident(c, part)]
            high = max((c.quantity.possible.high for c in whole), default=Decimal(0))
            self._limits[key] = _Limits(tuple(whole), bool(own), high, all(map(_counts_all, whole)))
        return self._limits[key]

    def inside(self, part: Claim, around: _Around) -> list[Claim]:
        """The other figures of the part's sentence."""
        span = part.mention.span
        near = self._places[span.article, span.part]
        first = bisect_left(near, around.start, key=lambda c: c.mention.span.start)
        last = bisect_left(near, around.end, lo=first, key=lambda c: c.mention.span.start)
        return [c for c in near[first:last] if c is not part]


def _of_people(claim: Claim) -> bool:
    return claim.kind is Kind.FIGURE and claim.quantity.unit == PERSON and claim.measure != "" and claim.frame.main


def _is_part(claim: Claim) -> bool:
    stated = claim.status is Status.STATED and not claim.period and not claim.note
    part = claim.scope is Scope.PART and claim.population not in _NO_GROUPS
    return stated and part and claim.quantity.low is not None


def _exceeds(part: Claim, told: _Told, articles: Mapping[str, Article], houses: Houses) -> TooLarge | None:
    article = articles[part.mention.span.article]
    limits = told.limits(part)
    if not limits.exceeded_by(told.all_parts(part)):
        return None  # not even by all its parts: no need to look at the text
    around = _around(part, article)
    inside = told.inside(part, around)
    listed = _list(part, inside, article, houses)
    total = _total(listed)
    if not limits.exceeded_by(total) or any(c.quantity.value >= total for c in inside if c not in listed):
        return None  # "30 injured and 12 killed, including 15 children" may speak of both
    same_sentence = [c for c in inside if limits.own and c.scope is Scope.WHOLE and _one_question(c, part)]
    linked = _links(around, part, houses) or (len(listed) > 1 and around.before[-1:] == (":",))
    if not _among_all(around, part, houses) and not (same_sentence and linked):
        return None
    if not limits.own and not any(_no_earlier(c, part, articles) for c in limits.claims):
        return None
    whole = (same_sentence or sorted(limits.claims, key=lambda c: (-c.quantity.value, c.id)))[0]
    return TooLarge(whole, listed)


def _one_question(whole: Claim, part: Claim) -> bool:
    return whole.event == part.event and whole.measure == part.measure


def _counts_all(whole: Claim) -> bool:
    """False for "seven others", which leaves out whom its text named before, and for what cannot be a count."""
    return not is_remainder(whole) and whole.quantity.value == whole.quantity.value.to_integral_value()


def _same_incident(a: Claim, b: Claim) -> bool:
    one, two = a.frame.incident.day, b.frame.incident.day
    return one is None or two is None or one == two


def _around(claim: Claim, article: Article) -> _Around:
    span = claim.mention.span
    text = article.part(span.part)
    left, right = text[max(0, span.start - _REACH) : span.start], text[span.end : span.end + _REACH]
    begin = max((left.rfind(stop) + len(stop) for stop in _STOPS if stop in left), default=0)
    stop = min((right.find(stop) for stop in _STOPS if stop in right), default=len(right))
    before, after = folded_words(left[begin:]), folded_words(right[:stop])
    return _Around(span.start - len(left) + begin, span.end + stop, tuple(before), tuple(after))


def _links(around: _Around, part: Claim, houses: Houses) -> bool:
    """ "…, including 15 children", "…, 15 of them children": the words make it a part of what the sentence counts."""
    classes = word_classes(houses)
    tail = around.before[-_LONGEST_LINK:]
    if any(" ".join(tail[i:]) in classes["part-before"] for i in range(len(tail))):
        return True
    text = f" {' '.join((*folded_words(part.mention.text), *around.after[:2]))} "
    return any(f" {phrase} " in text for phrase in classes["of-these"])


def _among_all(around: _Around, part: Claim, houses: Houses) -> bool:
    """ "15 of the dead", "15 children were among the dead": the words make it a part of all of them."""
    text = f" {' '.join((*folded_words(part.mention.text), *around.after[:_AFTER]))} "
    return any(f" {phrase} " in text for phrase in word_classes(houses)["among-the-dead"])


def _list(part: Claim, inside: Collection[Claim], article: Article, houses: Houses) -> tuple[Claim, ...]:
    """The part and those listed after it, as long as nobody can be counted in two of them: women, men, children."""
    apart = disjoint_groups(houses)
    run = [part]
    for claim in sorted(inside, key=lambda c: c.mention.span.start):
        last = run[-1]
        if claim.measure != part.measure or not _is_part(claim) or claim.mention.span.start < last.mention.span.end:
            continue
        groups = {c.population for c in (*run, claim)}
        if len(groups) > len(run) and groups <= apart and _adjoins(last, claim, article, houses):
            run.append(claim)
    return tuple(run)


def _adjoins(first: Claim, then: Claim, article: Article, houses: Houses) -> bool:
    gap = folded_words(article.part(first.mention.span.part)[first.mention.span.end : then.mention.span.start])
    links = word_classes(houses)["coordination"] | {","}
    return 0 < len(gap) <= _GAP and all(word in links for word in gap)


def _no_earlier(whole: Claim, part: Claim, articles: Mapping[str, Article]) -> bool:
    """True where the whole was counted on the part's day or later: a toll that rose since may hold the part."""
    one, two = (articles[c.mention.span.article].published_day for c in (whole, part))
    return one is not None and two is not None and one >= two
