"""Counts that by their own text were given before another: "police initially said six", "an earlier toll of 245"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from attrs import frozen

from reconcile.claims.measuring.dynamics import Moves, moves
from reconcile.claims.measuring.standards import BEFORE
from reconcile.language.analysis import Analysis
from reconcile.language.grammar import stands_among, word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.quantity_values import PERSON
from reconcile.model.change import evolve
from reconcile.model.claim import Claim, Kind, Status
from reconcile.model.text import Part

_LOOK = 20  # tokens before a figure in which its clause may say so
_COUNT_REACH = 4  # tokens from a count to its figure ("an earlier toll of about 245")
_NAMED = 3  # tokens from "earlier" to the count ("an earlier official death toll")
_GIVEN_REACH = 9  # tokens from a verb of giving to its figure ("had told reporters in the morning that 245")
_BESIDE = 3  # tokens between a verb of giving and its "earlier" ("reported by the police earlier")
_BEHIND = 8  # tokens behind a figure in which who gave it stands ("the 245 that the police had reported earlier")
_CHANGE_REACH = 12  # tokens from a verb of change to "from 245", or from "later" to the verb
_NEAR = 2  # sentences between a count and the one before it
_MOST = 40  # figures of one sentence among which it is looked for; a table in one line has more
_ENDS = frozenset(".;:!?()")
Classes = Mapping[str, frozenset[str]]


@frozen
class _Around:
    """The words of a figure's clause before and behind it."""

    before: Sequence[str]
    behind: Sequence[str]
    classes: Classes
    is_dated: bool

    def is_former(self) -> bool:
        """True where the words say so, whatever else the text gives."""
        return (
            stands_among(self.before, self.classes["first-reports"])
            or self._is_former_count()
            or self._was_given_earlier()
            or self._as_given()
        )

    def may_be_former(self) -> bool:
        """True where they do if the text itself gives another number: "had spoken of 245", "to 232 from 245"."""
        return self._had_been_given() or self._is_left() or self._has_changed_since()

    def _is_former_count(self) -> bool:
        """ "An earlier toll of", "the initial estimate of about", "an earlier report that"."""
        near = range(max(0, len(self.before) - _COUNT_REACH), len(self.before))
        at = next((n for n in reversed(near) if self.before[n] in self.classes["former-count"]), None)
        if at is None or "," in self.before[at:] or stands_among(self.before[at:], self.classes["gives-number"]):
            return False  # "the firm's first statement counted 45": it may stand by that
        return not self.classes["former"].isdisjoint(self.before[max(0, at - _NAMED) : at])

    def _giving(self) -> int | None:
        """Where the verb stands by which somebody gives the figure; another clause between them ends its reach."""
        near = range(max(0, len(self.before) - _GIVEN_REACH), len(self.before))
        at = next((n for n in reversed(near) if self.before[n] in self.classes["gives-number"]), None)
        return None if at is None or "," in self.before[at:] else at

    def _was_given_earlier(self) -> bool:
        """ "Police initially said that", "Earlier they had given 245", "had spoken of 245 dead before"."""
        at = self._giving()
        if at is None:
            return False
        opening, beside = self.before[:2], self.before[max(0, at - _BESIDE) : at]
        if self._earlier_among(opening) or self._earlier_among(beside):
            return True
        ends = next((n for n, word in enumerate(self.behind[:_BESIDE]) if word in self.classes["before-now"]), None)
        if ends is None:
            return False
        then = self.behind[ends + 1 : ends + 2]  # not "said ten victims were initially taken to hospital"
        closes = not then or not then[0].isalnum() or then[0] in self.classes["when-link"]
        return closes and self._earlier_among(self.behind[: ends + 3])

    def _had_been_given(self) -> bool:
        at = self._giving()
        if at is None or not self.classes["other-occasion"].isdisjoint(self.before):
            return False
        return not self.classes["pluperfect"].isdisjoint(self.before[max(0, at - _BESIDE) : at])

    def _as_given(self) -> bool:
        """ "The 245 announced earlier", "the 245 that police had previously reported"."""
        links = self.classes["definite"] | self.classes["change-from"] | self.classes["than"]
        if not self.before or self.before[-1] not in links:
            return False
        clause = _to_comma(self.behind[:_BEHIND])
        given = [n for n, word in enumerate(clause) if word in self.classes["gives-number"]]
        return any(self._earlier_among(clause[max(0, n - 2) : n + 2 + _BESIDE]) for n in given)

    def _is_left(self) -> bool:
        """ "Brought the toll down to 232 from"."""
        near = self.before[-_CHANGE_REACH:]
        if not near or near[-1] not in self.classes["change-from"]:
            return False
        behind = _to_comma(self.behind[:_BESIDE])
        elsewhere = not self.classes["long-span"].isdisjoint(behind) or any(w.isdigit() for w in behind)
        moves = stands_among(near, self.classes["changed-from"]) and not self.classes["change-to"].isdisjoint(near)
        return moves and not elsewhere

    def _has_changed_since(self) -> bool:
        """ "A count of 245 dead was later cut to"."""
        at = next((n for n, w in enumerate(self.behind[:_BEHIND]) if w in self.classes["since-then"]), None)
        then = () if at is None else self.behind[at : at + _CHANGE_REACH]
        return stands_among(then, self.classes["changed-from"]) and not self.classes["change-to"].isdisjoint(then)

    def _earlier_among(self, words: Sequence[str]) -> bool:
        """ "Earlier", but neither "a year earlier" nor "earlier this year", nor "before a valve was shut"."""
        long, told = self.classes["long-span"], self.classes["before-now"]
        for n, word in enumerate(words):
            then = words[n + 1 : n + 3]
            led = self.classes["definite"] | long  # "in the first hours", "a year earlier"
            timed = not led.isdisjoint(words[max(0, n - 1) : n]) or not long.isdisjoint(then)
            names = bool(then) and then[0] in self.classes["former-count"]  # "its first statement counted 45"
            if timed or names or (word in self.classes["before-clause"] and then and then[0].isalnum()):
                continue
            if word in told or " ".join(words[n : n + 2]) in told:
                return True
        return False


def with_former(claims: Sequence[Claim], parts: Mapping[Part, Analysis], houses: Houses = ()) -> list[Claim]:
    """The claims of one article; what was given before is marked so, and what takes its place `replaces` it."""
    classes = word_classes(houses)
    told = [c for c in claims if c.kind is Kind.FIGURE and c.status is Status.STATED and not c.note]
    around = {c.id: _around(parts[c.mention.span.part], c, classes) for c in told}
    tied = {old for c in told for old in c.replaces}
    sure = tied | {c.id for c in told if around[c.id].is_former()}
    former = {c.id: c for c in told if c.id in sure}
    replaced: defaultdict[str, list[str]] = defaultdict(list)
    by_sentence = _by_sentence([c for c in told if c.measure not in ("", *classes["of-a-term"])], parts)
    for (part, at), here in by_sentence.items():
        near = [c for n in range(at - _NEAR, at + _NEAR + 1) for c in by_sentence.get((part, n), ())[:_MOST]]
        for c in here:
            if c.id not in sure and not around[c.id].may_be_former():
                continue
            new = _taker(c, at, [t for t in near if t.id not in former], parts)
            if new is None:
                continue
            if c.id not in tied and _are_rivals(new, c):
                former.pop(c.id, None)  # "the minister said 10. Earlier, the sheriff said 13": each may stand by it
            elif c.id in sure or _goes_on(new, c, around[c.id], houses):
                former[c.id] = _as_before(c, new)
                replaced[new.id].append(c.id)
    return [_marked(c, former, replaced.get(c.id, ())) for c in claims]


def _marked(claim: Claim, former: Mapping[str, Claim], older: Sequence[str]) -> Claim:
    if claim.id in former:
        return evolve(former[claim.id], former=True)
    return evolve(claim, replaces=tuple(dict.fromkeys((*claim.replaces, *older)))) if older else claim


def _as_before(old: Claim, new: Claim) -> Claim:
    """The older figure as one of the very event that the newer is of: "232, down from the 245 announced earlier"."""
    return evolve(old, period=new.period)


def _around(analysis: Analysis, claim: Claim, classes: Classes) -> _Around:
    span, words = claim.mention.span, analysis.tokens.words
    first, last = analysis.tokens.at(span.start), analysis.tokens.at(span.end - 1) + 1
    start, stop = analysis.sentences[analysis.sentence_of(first)]
    low, high = max(start, first - _LOOK), min(stop, last + _LOOK)
    low = max([low, *(i + 1 for i in range(low, first) if words[i] in _ENDS)])
    high = min([high, *(i for i in range(last, high) if words[i] in _ENDS)])
    return _Around(words[low:first], words[last:high], classes, bool(analysis.between(analysis.dates, low, high)))


def _to_comma(words: Sequence[str]) -> Sequence[str]:
    return words[: words.index(",")] if "," in words else words


def _by_sentence(told: Sequence[Claim], parts: Mapping[Part, Analysis]) -> Mapping[tuple[Part, int], Sequence[Claim]]:
    """The claims of each sentence, in their order."""
    grouped: defaultdict[tuple[Part, int], list[Claim]] = defaultdict(list)
    for c in told:
        grouped[_place(c, parts)].append(c)
    return grouped


def _place(claim: Claim, parts: Mapping[Part, Analysis]) -> tuple[Part, int]:
    """The part and the number of the sentence in which a claim stands."""
    span = claim.mention.span
    analysis = parts[span.part]
    return span.part, analysis.sentence_of(analysis.tokens.at(span.start))


def _taker(old: Claim, at: int, near: Sequence[Claim], parts: Mapping[Part, Analysis]) -> Claim | None:
    """The nearest figure that answers the same question with another number; sentence `at` is that of the old one."""
    fit = (c for c in near if c.id != old.id and _may_replace(c, old))
    return min(fit, key=lambda c: (abs(_place(c, parts)[1] - at), _apart(old, c)), default=None)


def _apart(old: Claim, new: Claim) -> int:
    """How far apart two figures stand, in code points."""
    return abs(new.mention.span.start - old.mention.span.start)


def _may_replace(new: Claim, old: Claim) -> bool:
    one, other = new.quantity, old.quantity
    if one.value == other.value or one.unit not in (other.unit, None, PERSON):
        return False
    where = (old.population, old.scope, old.holder) == (new.population, new.scope, new.holder)
    before = old.period == BEFORE and other.unit in (None, PERSON)  # a budget falls "from" that of another year
    return where and old.measure == new.measure and (before or old.period == new.period)


def _goes_on(new: Claim, old: Claim, around: _Around, houses: Houses) -> bool:
    """ "The police had said 60; the army says 40" are two sources, and neither count takes the other's place.

    But "last month the company had spoken of 400,000" gives way to what is known now. No toll falls without a word.
    """
    if moves(old.measure, houses) is Moves.RISES and new.quantity.value < old.quantity.value and new.moved is None:
        return False
    return _voice(new) == _voice(old) or (around.is_dated and not _are_rivals(new, old))


def _are_rivals(a: Claim, b: Claim) -> bool:
    """True for figures of two voices that the text names both."""
    return "" not in (_voice(a), _voice(b)) and _voice(a) != _voice(b)


def _voice(claim: Claim) -> str:
    return (claim.attribution.role or claim.attribution.speaker) if claim.attribution else ""
