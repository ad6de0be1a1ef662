"""Whose a share or count of a referendum is: Yes and No, Leave and Remain, those in favour and those against."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from attrs import frozen

from reconcile.claims.places import PLACE_CATEGORIES
from reconcile.language.analysis import Analysis
from reconcile.language.grammar import stands_between, word_classes
from reconcile.language.lexicon import Entry, Houses, TableSpec, load
from reconcile.language.phrases import Match, PhraseTable
from reconcile.language.quantities import QuantityMention
from reconcile.language.quantity_values import PERSON
from reconcile.model.change import evolve
from reconcile.model.claim import Claim, Scope
from reconcile.model.text import Part


@frozen(kw_only=True)
class SideEntry(Entry):
    """A side of a ballot; see the head of ballot_sides.toml."""

    side: str
    other: str
    place: Literal["alone", "named", "behind", "verb", "people"]


BALLOT_SIDES = TableSpec("ballot_sides", "side", SideEntry)
SHARE, COUNT, PERCENT = "vote share", "votes", "percent"
ASKED = frozenset({"", PERCENT, SHARE, COUNT, "vote", "poll support", "votes for", "votes against", "poll opposition"})
POLLED = frozenset({"poll support", "poll opposition"})
LEAD = "lead"
BEFORE_REACH = 24  # tokens between "the Yes side" and its figure
AFTER_REACH = 4  # tokens between a figure and "voted against"
PAIR_REACH = 5  # tokens between the figures of "50.8 percent of the vote against 49.2"
PLACE_REACH = 14  # tokens between "in the district" and its figure
WHOLE = 100  # percent
ROUNDING, FAR = Decimal("0.3"), 5  # points
_MARKS = frozenset(',;:()"“”–—')
_LABELS = frozenset(":–—-(")

_Pair = tuple[str, str]  # a side, and the one against it


@frozen
class _Told:
    """A figure of the sentence (its place among the figures), whose it is, and its claim."""

    at: int
    pair: _Pair
    claim: Claim


def with_sides(claims: Sequence[Claim], parts: Mapping[Part, Analysis], houses: Houses = ()) -> list[Claim]:
    """The claims of one article; in one that tells of a referendum, votes and shares are those of a side."""
    ballot = word_classes(houses)["ballot-on-question"]
    if not any(stands_between(a.tokens, 0, len(a.tokens), ballot) for a in parts.values()):
        return list(claims)
    by_start = {(c.mention.span.part, c.mention.span.start): c for c in claims}
    changed: dict[str, Claim] = {}
    told: dict[str, tuple[_Sentence, int]] = {}  # where each stands
    for part, analysis in parts.items():
        for span in analysis.sentences:
            figures = [analysis.quantities[i] for i in analysis.indices(analysis.quantities, *span)]
            sentence = _Sentence(analysis, span, figures, houses)
            found = sentence.sided([by_start.get((part, f.start)) for f in figures])
            changed |= {c.id: c for _, c in found}
            told |= {c.id: (sentence, at) for at, c in found}
    whole = _whole_shares(changed.values())
    for key, (sentence, at) in told.items():
        changed[key] = _of_its_place(changed[key], sentence, at, whole)
    return [changed.get(c.id, c) for c in claims]


def _whole_shares(claims: Iterable[Claim]) -> dict[str, list[Decimal]]:
    """By side, the shares that make up all of the votes together with one of the other side's."""
    shares = [c for c in claims if c.measure == SHARE]
    whole: dict[str, list[Decimal]] = defaultdict(list)
    for a in shares:
        if any(b.holder != a.holder and abs(a.quantity.value + b.quantity.value - WHOLE) <= ROUNDING for b in shares):
            whole[a.holder].append(a.quantity.value)
    return whole


def _of_its_place(claim: Claim, sentence: _Sentence, at: int, whole: Mapping[str, Sequence[Decimal]]) -> Claim:
    """ "In the district 61 percent voted against": the share of one place, told by a word for it or by its size."""
    if claim.measure != SHARE or claim.where:
        return claim
    fits = whole.get(claim.holder, ())
    odd = bool(fits) and all(abs(claim.quantity.value - share) > FAR for share in fits)
    place = sentence.place(at, odd)
    return evolve(claim, where=frozenset({place}), scope=Scope.PART) if place else claim


@frozen
class _Sentence:
    """A sentence, its tokens `[first, last)` and its figures."""

    analysis: Analysis
    span: tuple[int, int]
    figures: Sequence[QuantityMention]
    houses: Houses

    def sided(self, claims: Sequence[Claim | None]) -> list[tuple[int, Claim]]:
        """Those of the figures' claims that are a side's, as its answer to how many voted so, and their places."""
        last: _Told | None = None
        sided: list[tuple[int, Claim]] = []
        for at, claim in enumerate(claims):
            if claim is None or not self._is_asked(at, claim, last):
                continue
            pair = self._named_behind(at) or self._named_before(at, claim.measure == SHARE)
            against = self._against(at, last) if last and not pair else None
            beside = last.claim if last and (against or self._stands_against(at)) else None
            found = _answered(self._as_cast(at, claim), pair or against or ("", ""), beside)
            if found is not None:
                last = _Told(at, pair or against or ("", ""), found)
                sided.append((at, found))
        return sided

    def place(self, at: int, odd: bool) -> str:
        """The place in which they voted so: where a word says that it is a part of the country, or `odd` shows it."""
        figure, words = self.figures[at], self.analysis.tokens.words
        start = max(self.figures[at - 1].last if at else self.span[0], figure.first - PLACE_REACH)
        part = word_classes(self.houses)["part-of-country"]
        told = next((w for w in reversed(words[start : figure.last + AFTER_REACH]) if w in part), "")
        names = self.analysis.between(self.analysis.names, self.span[0], figure.first)
        named = next((n.canonical for n in reversed(names) if n.category in PLACE_CATEGORIES), "")
        if told and not any(start <= n.first for n in names):
            return told
        return (named or told) if told or odd else ""

    def _is_asked(self, at: int, claim: Claim, last: _Told | None) -> bool:
        """Votes, shares and bare numbers; "led by 52.9 percent to 47.1" gives no lead but two shares."""
        if claim.quantity.unit not in (None, PERCENT):
            return False
        if not claim.measure and self._has_other_units():
            return False  # "11.5 million euros, of which Yes 8,412,000"
        pair = self._leads(at) or (last is not None and last.at == at - 1 and self._stands_against(at))
        return claim.measure in ASKED or (claim.measure == LEAD and pair)

    def _as_cast(self, at: int, claim: Claim) -> Claim:
        """ "62 percent voted in favour": of those who voted no poll tells."""
        end = self.figures[at].last
        cast = word_classes(self.houses)["cast-vote"].intersection(self.analysis.tokens.words[end : end + AFTER_REACH])
        return evolve(claim, measure=SHARE) if cast and claim.measure in POLLED else claim

    def _has_other_units(self) -> bool:
        return any(f.quantity.unit not in (None, PERCENT, PERSON) for f in self.figures)

    def _stands_against(self, at: int) -> bool:
        before = self.analysis.tokens.words[self.figures[at].first - 1]
        return at > 0 and before in word_classes(self.houses)["other-side"]

    def _named_behind(self, at: int) -> _Pair | None:
        """The side named right behind a figure: "62 percent voted in favour", "48.8 percent for No"."""
        figure, tokens = self.figures[at], self.analysis.tokens
        ends = _MARKS | word_classes(self.houses)["joining"] | word_classes(self.houses)["other-side"]
        stop = min(self.span[1], figure.last + AFTER_REACH)
        for match in _table(self.houses).find(tokens, figure.last, min(self.span[1], stop + AFTER_REACH)):
            gap = tokens.words[figure.last : match.start]
            if match.start > stop or ends.intersection(gap) or self._is_figure(match):
                return None
            if match.entry.place != "people" and self._names_side(match):
                return match.entry.side, match.entry.other
        return None

    def _named_before(self, at: int, share: bool) -> _Pair | None:
        """The side named before a figure and behind the one before it; of verbs and people only a known share."""
        figure = self.figures[at]
        start = max(self.figures[at - 1].last if at else self.span[0], figure.first - BEFORE_REACH)
        places = (
            {"alone", "named"} | ({"people"} if share else set()) | ({"verb"} if share or self._leads(at) else set())
        )
        found = _table(self.houses).find(self.analysis.tokens, start, figure.first)
        named = [m for m in found if m.entry.place in places and self._names_side(m)]
        return (named[-1].entry.side, named[-1].entry.other) if named else None

    def _leads(self, at: int) -> bool:
        """True for the first of "by 51.2 percent to 48.8"."""
        words, classes = self.analysis.tokens.words, word_classes(self.houses)
        if at + 1 >= len(self.figures) or words[self.figures[at].first - 1] not in classes["change-by"]:
            return False
        gap = words[self.figures[at].last : self.figures[at + 1].first]
        return len(gap) == 1 and gap[0] in classes["other-side"]

    def _is_figure(self, match: Match[SideEntry]) -> bool:
        """ "50.8 percent against 49.2" names nobody."""
        near = self.analysis.between(self.analysis.quantities, match.end, match.end + 1)
        return match.entry.place == "behind" and bool(near)

    def _names_side(self, match: Match[SideEntry]) -> bool:
        """ "Yes" with a capital; the first word of a sentence only where it is a label or has a verb of its own."""
        if match.entry.place != "alone":
            return True
        tokens, classes = self.analysis.tokens, word_classes(self.houses)
        raw = tokens.raw(match.start)
        if not raw[0].isupper():
            return False
        opens = match.start == self.span[0] or tokens.words[match.start - 1] in _MARKS
        after = tokens.words[match.end : match.end + 1]
        return not opens or bool(_LABELS.union(classes["side-verb"]).intersection(after))

    def _against(self, at: int, last: _Told) -> _Pair | None:
        """Whose the second figure of a pair is: "52.9 to 47.1" the other side's, "906,958 (51.2%)" the same one's."""
        words, classes = self.analysis.tokens.words, word_classes(self.houses)
        if last.at != at - 1:
            return None
        gap = words[self.figures[last.at].last : self.figures[at].first]
        told = classes["of-vote"]
        if 0 < len(gap) <= PAIR_REACH and gap[-1] in classes["other-side"] and told.issuperset(gap[:-1]):
            return last.pair[::-1]
        one = self.figures[last.at].quantity.unit != self.figures[at].quantity.unit
        return last.pair if one and gap and classes["of-one-holder"].issuperset(gap) else None


def _answered(claim: Claim, pair: _Pair, like: Claim | None) -> Claim | None:
    """The claim as votes or a share of that side; a bare number beside a share is one."""
    quantity = claim.quantity
    if not pair[0]:
        return None
    if like is not None and quantity.unit is None and quantity.value <= WHOLE:
        quantity = evolve(quantity, unit=like.quantity.unit)
    if quantity.unit is None and (quantity.value <= WHOLE or quantity.value != quantity.value.to_integral_value()):
        return None
    measure = "poll support" if claim.measure in POLLED else COUNT if quantity.unit is None else SHARE
    period = claim.period if like is None else like.period
    return evolve(claim, value=quantity, measure=measure, holder=pair[0], period=period)


@lru_cache(maxsize=16)
def _table(houses: Houses) -> PhraseTable[SideEntry]:
    return PhraseTable((p, e) for e in load(BALLOT_SIDES, houses) for p in e.phrases)
