"""What a date dates: the happening told by the words nearest to it in its sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Literal

import attrs
from attrs import field, frozen, validators

from reconcile.claims.frames import HEADLINE_WEIGHT, LEAD_TOKENS
from reconcile.language.analysis import Analysis
from reconcile.language.dates.words import TENSE, past_endings
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Entry, Houses, TableSpec, load, phrase_table
from reconcile.language.phrases import Match, PhraseTable
from reconcile.language.stopwords import content_words
from reconcile.language.tokens import Tokens
from reconcile.language.word_senses import root
from reconcile.model.text import Part

# What stands between a date and a word costs; the cheapest word wins, none dearer than the limit.
_PER_TOKEN, _PER_RANK, _PER_COMMA, _PER_CLAUSE, _LIMIT = 0.1, 0.75, 1.0, 1.5, 4.0
_STOPS = frozenset(";:()—")
_ROLES = ("event", "said", "again", "idle", "linking", "none")
_AFTER, _BESIDE = 14, 3  # tokens between a happening and the date that plainly belongs to it
_OWN_VERB = 2  # tokens before a date in which a verb takes it, with "on" between
_LAST_RANK = 4
_BEGUN = 6  # tokens between an event and the verb that tells of its beginning
_AGAIN = 3  # tokens before a happening in which "another" may stand


@frozen(kw_only=True)
class Happening(Entry):
    """A kind of happening and the words that tell it; see the head of happenings.toml."""

    role: Literal["event", "said", "again", "idle", "linking", "none"] = field(validator=validators.in_(_ROLES))
    rank: int = 2
    own: bool = False
    once: bool = False
    sudden: bool = False
    generic: bool = False
    phase: bool = False


SPEC = TableSpec("happenings", "happening", Happening, shared_phrases=True)


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
        """The kind of happening; empty where the date only dates words ("said on Monday")."""
        return self.match.entry.id if self.match.entry.role == "event" else ""

    def among(self, story: Sequence[str]) -> str:
        """The kind of happening, where generic words stand for what the story is about first of all.

        Of a blast, over in a moment, "it began" does not tell.
        """
        stands_for_it = story and not (self.match.entry.phase and story[0] in sudden_kinds())
        return story[0] if self.match.entry.generic and stands_for_it else self.id


@lru_cache(maxsize=16)
def _table(houses: Houses) -> PhraseTable[Happening]:
    return PhraseTable((p, e) for e in load(SPEC, houses) if e.role in ("event", "said", "none") for p in e.phrases)


@lru_cache(maxsize=16)
def _words(houses: Houses, role: str) -> frozenset[str]:
    return frozenset(p for e in load(SPEC, houses) if e.role == role for p in e.phrases)


@lru_cache(maxsize=16)
def own_kinds(houses: Houses = ()) -> frozenset[str]:
    """Happenings of which a story as a rule tells of one."""
    return frozenset(e.id for e in load(SPEC, houses) if e.own)


@lru_cache(maxsize=16)
def once_kinds(houses: Houses = ()) -> frozenset[str]:
    """Happenings of which a story tells of one at most, even where it is about something else."""
    return frozenset(e.id for e in load(SPEC, houses) if e.once)


@lru_cache(maxsize=16)
def sudden_kinds(houses: Houses = ()) -> frozenset[str]:
    """Happenings that are over on the day on which they begin."""
    return frozenset(e.id for e in load(SPEC, houses) if e.sudden)


@lru_cache(maxsize=16)
def generic_kinds(houses: Houses = ()) -> frozenset[str]:
    """Happenings that stand for whatever a story is about."""
    return frozenset(e.id for e in load(SPEC, houses) if e.generic)


@lru_cache(maxsize=16)
def _clause_words(houses: Houses) -> frozenset[str]:
    return frozenset(p for e in load(TENSE, houses) if e.role in ("bound", "after") for p in e.phrases)


def story_kinds(parts: Mapping[Part, Analysis], houses: Houses = ()) -> tuple[str, ...]:
    """What happens in headline and lead, the happening told most often first; generic words tell nothing."""
    counts: Counter[str] = Counter()
    for part, analysis in parts.items():
        headline = part == "headline"
        stop = len(analysis.tokens) if headline else min(LEAD_TOKENS, len(analysis.tokens))
        for match in happenings(analysis.tokens, (0, stop), houses):
            if match.entry.own:
                counts[match.entry.id] += HEADLINE_WEIGHT if headline else 1
    return tuple(k for k, _ in counts.most_common())


def happenings(tokens: Tokens, sentence: tuple[int, int], houses: Houses = ()) -> list[Match[Happening]]:
    """Every word of the table in a sentence, in order; what only might happen ("a feared attack") is passed over."""
    idle = _words(houses, "idle")
    found = list(_table(houses).find(tokens, *sentence))
    happened = [m for m in found if m.start == 0 or tokens.words[m.start - 1] not in idle]
    return [m for m in happened if m.entry.role != "none"]


def other_verbs(
    tokens: Tokens, sentence: tuple[int, int], found: Sequence[Match[Happening]], houses: Houses = ()
) -> list[Match[Happening]]:
    """The sentence's verbs beside those `found`, of the past or after "will", each a happening of its own."""
    taken = {i for match in found for i in range(match.start, match.end)}
    words, linking, verbal = tokens.words, _words(houses, "linking"), _verbal(houses)
    announcing = phrase_table(TENSE, houses).last
    free = [i for i in range(*sentence) if i not in taken and words[i] not in linking]
    told = [i for i in free if verbal(words[i]) and _is_verb(tokens, i, houses)]
    past = [Match(i, i + 1, _verb(words[i])) for i in told]
    coming = [i for i in free if words[i - 1] in announcing and _is_ahead(tokens, i, houses)]
    ahead = [Match(i, i + 1, _ahead(words[i], houses)) for i in coming]
    return [*past, *ahead]


def _ahead(verb: str, houses: Houses) -> Happening:
    """What "will close" announces is what "closed" tells."""
    return _by_root(houses).get(root(verb, houses)) or _verb(verb)


@lru_cache(maxsize=16)
def _by_root(houses: Houses) -> dict[str, Happening]:
    events = (e for e in load(SPEC, houses) if e.role == "event" and not e.generic)
    return {root(p, houses): e for e in events for p in e.phrases if p.endswith(past_endings(houses))}


def kind_of(measure: str, houses: Houses = ()) -> str:
    """One key for the same kind of happening: an id of the table, or the root of a verb that stands in none."""
    return measure if measure in known_kinds(houses) else "~" + root(measure, houses)


@lru_cache(maxsize=16)
def known_kinds(houses: Houses = ()) -> frozenset[str]:
    """The ids of the table: a verb that stands in none is a kind of its own."""
    return frozenset(e.id for e in load(SPEC, houses))


@lru_cache(maxsize=16)
def _verbal(houses: Houses) -> Callable[[str], bool]:
    """Tells of a folded word whether it may be, or begin, a form of the past."""
    endings, tenses = past_endings(houses), phrase_table(TENSE, houses)

    @lru_cache(maxsize=65536)
    def verbal(word: str) -> bool:
        return word in tenses or (len(word) > 4 and word.endswith(endings))

    return verbal


@lru_cache(maxsize=4096)
def _verb(word: str) -> Happening:
    return Happening(id=word, phrases=(word,), role="event", rank=_LAST_RANK)


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
    for n, match in enumerate(found):
        cost = _cost(tokens, date, match, houses)
        if cost <= _LIMIT and all(_cost(tokens, rival, match, houses) >= cost for rival in rivals):
            costs.append((cost, n))
    if not costs:
        return None
    match = found[min(costs)[1]]
    plain = _is_plain(tokens, date, match, houses)
    if match.entry.phase:
        match = _begun(tokens, match, found, houses)
    before = tokens.words[max(0, match.start - _AGAIN) : match.start]
    return Dated(match, not _words(houses, "again").isdisjoint(before), plain)


def _begun(
    tokens: Tokens, phase: Match[Happening], found: Sequence[Match[Happening]], houses: Houses
) -> Match[Happening]:
    """The event of "a strike that began", where one stands near before the verb; "it began" is of the story's own."""
    events = [m for m in found if m.entry.own and 0 <= phase.start - m.end <= _BEGUN]
    if not events and phase.start and tokens.words[phase.start - 1] in word_classes(houses)["thing-pronoun"]:
        return Match(phase.start, phase.end, attrs.evolve(phase.entry, generic=True))
    return max(events, key=lambda m: m.end, default=phase)


def _is_plain(tokens: Tokens, date: Place, match: Match[Happening], houses: Houses) -> bool:
    if match.end <= date.first:
        return date.first - match.end <= _AFTER and not _has_verb(tokens, match.end, date.first, houses)
    if not date.opens and _has_a_verb_of_its_own(tokens, date, houses):
        return False
    clauses = not _clause_words(houses).isdisjoint(tokens.words[date.last : match.start])
    near = match.start - date.last <= (_AFTER if date.opens else _BESIDE)
    return near and not clauses and not _has_verb(tokens, date.last, match.start, houses)


def _has_a_verb_of_its_own(tokens: Tokens, date: Place, houses: Houses) -> bool:
    """ "Arrested on Tuesday for the shooting": the verb right before takes the date, unless it tells what befell."""
    before = range(max(date.sentence, date.first - _OWN_VERB), date.first)
    free = _words(houses, "linking") | word_classes(houses)["befell"]
    return any(tokens.words[i] not in free and _is_verb(tokens, i, houses) for i in before)


def _has_verb(tokens: Tokens, start: int, stop: int, houses: Houses) -> bool:
    """True where a verb stands between that may take the date; "occurred" and its like do not count."""
    tenses = phrase_table(TENSE, houses)
    linking = _linking(houses)
    at = start
    while at < stop:
        if link := linking.at(tokens, at):
            at = link.end
            continue
        found = tenses.at(tokens, at)
        if (found and found.entry.role not in ("bound", "after")) or _is_verb(tokens, at, houses):
            return True
        at += 1
    return False


def _is_ahead(tokens: Tokens, i: int, houses: Houses) -> bool:
    """True for the plain verb after "will", "is to" and their like."""
    mark = phrase_table(TENSE, houses).before(tokens, i)
    if mark is None or not mark.entry.verb:
        return False
    return tokens.raw(i).islower() and bool(content_words(tokens, i, i + 1, houses))


def _is_verb(tokens: Tokens, i: int, houses: Houses) -> bool:
    """True for a form of the past, by the tables of tenses or by its ending; "a crowded market" has none."""
    word, tenses = tokens.words[i], phrase_table(TENSE, houses)
    if word in tenses.first and (found := tenses.at(tokens, i)) and found.entry.role == "past":
        return True
    ending = len(word) > 4 and word.endswith(past_endings(houses)) and not tokens.raw(i)[0].isupper()
    return ending and not (i and tokens.words[i - 1] in word_classes(houses)["article"])


@lru_cache(maxsize=16)
def _linking(houses: Houses) -> PhraseTable[Happening]:
    return PhraseTable((p, e) for e in load(SPEC, houses) if e.role == "linking" for p in e.phrases)


def _cost(tokens: Tokens, date: Place, match: Match[Happening], houses: Houses) -> float:
    first, last = (match.end, date.first) if match.end <= date.first else (date.last, match.start)
    if first > last:
        return _LIMIT + 1  # the words of the date itself
    between = tokens.words[first:last]
    clauses = [i for i, word in enumerate(between) if word in _clause_words(houses) or word in _STOPS]
    fronted = first == date.last and date.opens
    commas = sum(
        1 for i, word in enumerate(between) if word == "," and i + 1 not in clauses and not (fronted and i == 0)
    )
    distance = _PER_TOKEN * len(between)
    return distance + _PER_RANK * match.entry.rank + _PER_COMMA * commas + _PER_CLAUSE * len(clauses)
