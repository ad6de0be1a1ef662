"""What a date dates: the happening told by the words nearest to it in its sentence."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from attrs import frozen

from reconcile.claims.happenings.happening_table import (
    Happening,
    beginning_of,
    outlasting,
    passing,
    states,
    sudden_kinds,
    words_of,
)
from reconcile.claims.happenings.happenings import has_verb, is_announced, is_verb
from reconcile.language.dates.words import TENSE
from reconcile.language.grammar import stands_between, word_classes
from reconcile.language.lexicon import Houses, load
from reconcile.language.phrases import Match
from reconcile.language.tokens import Tokens
from reconcile.language.word_senses import effects
from reconcile.model.change import evolve

# What stands between a date and a word costs; the cheapest word wins, none dearer than the limit.
_PER_TOKEN, _PER_RANK, _PER_COMMA, _PER_CLAUSE, _LIMIT = 0.1, 0.75, 1.0, 1.5, 4.0
_COMMA = frozenset({","})
_STOPS = frozenset(";:()—")
_AFTER, _BESIDE = 14, 3  # tokens between a happening and the date that plainly belongs to it
_TAKES = 3  # rank up to which what stands right before a date takes it ("she died on Monday")
_OWN_VERB = 2  # tokens before a date in which a verb takes it, with "on" between
_OF_STATE = 3  # tokens between a state and the "since" that tells its beginning ("closed to traffic since")
_UNTIL = 16  # tokens between a state and the "until" that tells its end ("suspended exports of grain and flour until")
_BEGUN = 6  # tokens between an event and the verb that tells of its beginning
_WHICH_BEGAN = 12  # the same where "which" stands before the verb ("the strike at the mill of Upper Osk, which began")
_OWNERS = "'s"
_OWNED = 8  # tokens from "Friday's" to what happened then
_ASIDE = 4  # tokens from a comma to the next in which a place stands that says where another lies
_BROKE_IN = 8  # tokens from a date to what happened on it ("on Monday when two crowded passenger trains collided")
_AGAIN = 3  # tokens before a happening in which "another" may stand
_OF_WOUNDS = 5  # tokens behind the day of a death in which its cause may stand ("on Friday of his burns")
_OF_SUBJECT = 7  # tokens from the beginning of a sentence to its verb, all of which may be the subject


@frozen
class Place:
    """Where a date stands: its tokens `[first, last)`, in the sentence that begins at token `sentence`."""

    first: int
    last: int
    sentence: int

    @property
    def opens(self) -> bool:
        """True where at most one word ("on") stands before the date in its sentence."""
        return self.first - self.sentence < 2


@frozen
class Dated:
    """The happening a date belongs to.

    `again` says that it is one more of its kind ("another"), `plain` that the date cannot well belong to anything
    else in the sentence: it stands right beside the happening, opens the sentence, or follows with no verb between.
    """

    match: Match[Happening]
    again: bool
    plain: bool

    @property
    def id(self) -> str:
        """The kind of happening; empty where the date only dates words ("said on Monday") or what went on then."""
        entry = self.match.entry
        return entry.id if entry.role == "event" and not entry.begun_by else ""

    def among(self, story: Sequence[str]) -> str:
        """The kind of happening, where generic words stand for what the story is about first of all.

        Of a blast, over in a moment, "it began" does not tell.
        """
        stands_for_it = story and not (self.match.entry.phase and story[0] in sudden_kinds())
        return story[0] if self.match.entry.generic and stands_for_it else self.id


@lru_cache(maxsize=16)
def _clause_words(houses: Houses) -> frozenset[str]:
    return frozenset(p for e in load(TENSE, houses) if e.role in ("bound", "after") for p in e.phrases)


@lru_cache(maxsize=32)
def _breaks(houses: Houses, joining: bool) -> frozenset[str]:
    """Words and marks at which a clause ends; `joining` ones only behind a date that does not open its sentence."""
    return _clause_words(houses).union(_STOPS, word_classes(houses)["joining"] if joining else ())


def dated_by(
    tokens: Tokens,
    date: Place,
    found: Sequence[Match[Happening]],
    rivals: Sequence[Place] = (),
    houses: Houses = (),
) -> Dated | None:
    """The happening that the date belongs to, None where none stands near enough.

    `rivals` are the other dates of the sentence: a happening belongs to the date that stands nearest to it.
    """
    costs = []
    saying = _of_a_clause(tokens, date, found, houses)
    for n, match in enumerate(found):
        if match.start in saying:
            continue
        cost = _cost(tokens, date, match, houses)
        if cost <= _LIMIT and all(_cost(tokens, rival, match, houses) >= cost for rival in rivals):
            costs.append((cost, n))
    if not costs:
        return None
    match = found[min(costs)[1]]
    if match.entry.role == "said" and "," in tokens.words[date.last : match.start] and not date.opens:
        # "It fell on Monday, the mayor said": what was said stands before the saying, and its day with it
        match = found[min((c for c in costs if found[c[1]].end <= date.first), default=min(costs))[1]]
    plain = _is_plain(tokens, date, match, houses)
    if match.entry.phase:
        match = _begun(tokens, match, found, houses)
    return Dated(match, _is_again(tokens, date, match, houses), plain)


def _of_a_clause(tokens: Tokens, date: Place, found: Sequence[Match[Happening]], houses: Houses) -> set[int]:
    """Where words of saying begin whose day is none of theirs: "the bank said it found the theft on Monday"."""
    told = [m.start for m in found if m.entry.role == "event" and m.end <= date.first]
    verbs = {i for i in told if is_verb(tokens, i, houses) or is_announced(tokens, i, houses)}
    said = [m for m in found if m.entry.role == "said" and m.end <= date.first]
    return {m.start for m in said if any(i > m.end and date.first - m.end > _OWN_VERB for i in verbs)}


def _is_again(tokens: Tokens, date: Place, match: Match[Happening], houses: Houses) -> bool:
    """ "A second blast", "was closed again on Thursday"."""
    before = tokens.words[max(0, match.start - _AGAIN) : match.start]
    if match.start - date.sentence <= _OF_SUBJECT and is_verb(tokens, match.start, houses):
        before = tokens.words[date.sentence : match.start]  # "the second dam at Orla burst"
    between = tokens.words[match.end : date.first]
    afresh = words_of(houses, "afresh")
    stops = [i for i, word in enumerate(before) if word in _STOPS]
    before = before[stops[-1] + 1 :] if stops else before
    if not words_of(houses, "new").isdisjoint(before[-1:]):
        return True
    return not ((words_of(houses, "again") | afresh).isdisjoint(before) and afresh.isdisjoint(between))


def lasting(tokens: Tokens, date: Place, houses: Houses = ()) -> Dated | None:
    """What "since Monday" dates: the happening from which the state right before it lasts ("missing since Monday")."""
    table = states(houses)
    for gap in range(_OF_STATE):
        if date.first - gap > date.sentence and (match := table.before(tokens, date.first - gap, date.sentence)):
            return Dated(match, False, True)
    return None


def ending(tokens: Tokens, date: Place, houses: Houses = ()) -> Dated | None:
    """What "until Monday" dates: the end of the state named nearest before it in its clause, else behind it."""
    stops = tokens.where(_STOPS, date.sentence, date.first)
    first = max([date.sentence, date.first - _UNTIL, *(i + 1 for i in stops)])
    before = passing(houses).find(tokens, first, date.first)
    if before:
        return Dated(before[-1], False, True)
    after = passing(houses).find(tokens, date.last, date.last + _UNTIL) if date.opens else []
    return Dated(after[0], False, True) if after else None


def _begun(
    tokens: Tokens, phase: Match[Happening], found: Sequence[Match[Happening]], houses: Houses
) -> Match[Happening]:
    """The event of "a strike that began", where one stands near before the verb; "it began" is of the story's own."""
    relative = tokens.words[max(0, phase.start - 1)] in word_classes(houses)["narrowing"]
    reach = _WHICH_BEGAN if relative else _BEGUN
    named = (m for m in found if m.entry.own or m.entry.begun_by)
    events = [m for m in named if 0 <= phase.start - m.end <= reach]
    if not events and phase.start and tokens.words[phase.start - 1] in word_classes(houses)["thing-pronoun"]:
        return Match(phase.start, phase.end, evolve(phase.entry, generic=True))
    event = max(events, key=lambda m: m.end, default=phase)
    return Match(event.start, event.end, beginning_of(event.entry, houses))


def _is_plain(tokens: Tokens, date: Place, match: Match[Happening], houses: Houses) -> bool:
    if match.end <= date.first:
        if _is_told_about(tokens, match, date.sentence, houses):
            return False
        return date.first - match.end <= _AFTER and not has_verb(tokens, match.end, date.first, houses)
    if _is_what_struck(tokens, date, match, houses):
        return True
    owner = match.start > date.last and tokens.words[date.last] == _OWNERS  # "survived Thursday's crash"
    if not (date.opens or owner) and _has_a_verb_of_its_own(tokens, date, houses):
        return False
    clauses = not _clause_words(houses).isdisjoint(tokens.words[date.last : match.start])
    if owner:
        near = _owns(tokens.words[date.last + 1 : match.start], houses)
    else:
        near = match.start - date.last <= (_AFTER if date.opens else _BESIDE)
    return near and not clauses and not has_verb(tokens, date.last, match.start, houses)


def _is_what_struck(tokens: Tokens, date: Place, match: Match[Happening], houses: Houses) -> bool:
    """ "They sat at breakfast on Monday when the quake ripped open the sea bed": the clause tells what broke in."""
    if tokens.words[date.last] not in word_classes(houses)["relative-time"] or match.start - date.last > _BROKE_IN:
        return False
    struck = range(match.start, min(match.end + 1, len(tokens)))
    return not has_verb(tokens, date.last + 1, match.start, houses) and any(is_verb(tokens, i, houses) for i in struck)


def _owns(between: Sequence[str], houses: Houses) -> bool:
    """ "Friday's deadly six-storey hotel fire", not "at Friday's session the fire": none between leads to another."""
    return len(between) <= _OWNED and not any(word in _STOPS or effects(word, houses) for word in between)


def _is_told_about(tokens: Tokens, match: Match[Happening], sentence: int, houses: Houses) -> bool:
    """ "They came to the scene of the crash", "talks on ending the strike"."""
    at = match.start - (match.start > sentence and tokens.words[match.start - 1] in word_classes(houses)["article"])
    return outlasting(houses).before(tokens, at, sentence) is not None


def _has_a_verb_of_its_own(tokens: Tokens, date: Place, houses: Houses) -> bool:
    """ "Arrested on Tuesday for the shooting": the verb right before takes the date, unless it tells what befell."""
    before = range(max(date.sentence, date.first - _OWN_VERB), date.first)
    free = words_of(houses, "linking") | word_classes(houses)["befell"]
    return any(tokens.words[i] not in free and is_verb(tokens, i, houses) for i in before)


def _cost(tokens: Tokens, date: Place, match: Match[Happening], houses: Houses) -> float:
    first, last = (match.end, date.first) if match.end <= date.first else (date.last, match.start)
    if first > last:
        return _LIMIT + 1  # the words of the date itself
    size = last - first
    clauses = list(tokens.where(_breaks(houses, first == date.last and not date.opens), first, last))
    clauses = [i for i in clauses if not _in_a_clock(tokens, i)]
    commas = 0
    if "," in tokens.words[first:last]:
        counted = first + (first == date.last and date.opens)
        commas = sum(i + 1 not in clauses for i in tokens.where(_COMMA, counted, last))
        commas -= 2 * _places_aside(tokens, first, last)
    takes = first == match.end and size <= 1 and (_takes(tokens, match, houses) or _later(tokens, match, date, houses))
    rank = 1 if takes else match.entry.rank
    return _PER_TOKEN * size + _PER_RANK * rank + _PER_COMMA * max(0, commas) + _PER_CLAUSE * len(clauses)


def _in_a_clock(tokens: Tokens, at: int) -> bool:
    """ "Between 16:05 and 17:50" is no end of a clause."""
    return tokens.words[at] == ":" and tokens.glued(at) and tokens.words[at - 1].isdecimal()


def _places_aside(tokens: Tokens, first: int, last: int) -> int:
    """How many names stand between two commas in the range ("in Paris, France, on Monday")."""
    pairs = ((a, b) for a, b in pairwise(tokens.where(_COMMA, first, last)) if 1 < b - a <= _ASIDE)
    return sum(tokens.raw(b - 1)[0].isupper() and _mostly_capital(tokens, a + 1, b) for a, b in pairs)


def _mostly_capital(tokens: Tokens, first: int, last: int) -> bool:
    """True for "France", "New South Wales" and "in Dorvania"."""
    return all(tokens.raw(i)[0].isupper() for i in range(first + (last - first > 1), last))


def _later(tokens: Tokens, match: Match[Happening], date: Place, houses: Houses) -> bool:
    """ "The eleventh victim of the crash died on Friday", "died on Friday of his wounds": later than the crash."""
    if match.entry.rank > _TAKES or tokens.words[match.end - 1] not in word_classes(houses)["befell"]:
        return False
    subject = tokens.words[max(date.sentence, match.start - _OF_SUBJECT - 1) : match.start]
    if not word_classes(houses)["one-more"].isdisjoint(subject):
        return True
    return stands_between(
        tokens, date.last, min(date.last + _OF_WOUNDS, len(tokens)), word_classes(houses)["of-wounds"]
    )


def _takes(tokens: Tokens, match: Match[Happening], houses: Houses) -> bool:
    """True for what takes a day right after it ("will visit on Monday"), which words of what befell do not."""
    return match.entry.rank <= _TAKES and tokens.words[match.end - 1] not in word_classes(houses)["befell"]
