"""Who says what: speakers, the words that say so, and the stretch of text they answer for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from attrs import frozen

from reconcile.language.cast import ROLES, VERBS, Cast, Role, Speaker, Verb, VerbKind
from reconcile.language.governed import over_quotation, share
from reconcile.language.identity import GENERIC
from reconcile.language.lexicon import Houses, load
from reconcile.language.memory import Memory
from reconcile.language.names import NameMention, find_names
from reconcile.language.phrases import Match, PhraseTable
from reconcile.language.quantity_tables import tables
from reconcile.language.sentences import sentences as find_sentences
from reconcile.language.speakers import counted_by, speaker_after, speaker_before, titled_roles
from reconcile.language.tokens import Tokens, tokenize
from reconcile.model.change import evolve

_QUOTE = '"'
_INVERTED = frozenset({"say", "tell", "bare"})
_COUNT = 3  # tokens of a figure before "of the police"
_COUNTED: dict[str, VerbKind] = {"of": "determiner", "for": "rival"}  # before "22,000 of the", "22,000 for the"
_HEDGED = 6  # tokens between "of" and the end of "more than 60"
_OWNER = 8  # tokens between "by" and the end of "the union's"
_PUT = 10  # tokens between "put" and its "at"
_SHORTEST = 2  # tokens of "the owner"
_POSSESSIVE = frozenset({"'s", "'"})
_DASHES = frozenset("-–—")
_BEFORE_SPEAKER = _DASHES | {":"}
_NO_WORDS = frozenset(",.;:!?\"'()–—-")


@frozen
class AttributionMention:
    """Speaker and cue in tokens `[first, last)`, answering for tokens `[scope_first, scope_last)`.

    `speaker` is what the text calls them, `canonical` what sources are compared by: the class of a source that
    speaks with one voice ("police"), else a surname or name. `role` is the class (an id of source_roles.toml).
    """

    first: int
    last: int
    scope_first: int
    scope_last: int
    speaker: str
    canonical: str
    role: str | None
    cue: str


@frozen
class _Found:
    """One attribution inside a sentence, before its scope is known; `narrow` is where it begins if it is fixed."""

    speaker: Speaker
    cue_first: int
    cue_last: int
    narrow: int | None = None

    @property
    def first(self) -> int:
        return min(self.cue_first, self.speaker.first)

    @property
    def last(self) -> int:
        return max(self.cue_last, self.speaker.last)


def find_attributions(
    tokens: Tokens, sentences: Sequence[tuple[int, int]], names: Sequence[NameMention], houses: Houses = ()
) -> list[AttributionMention]:
    """All attributions in order; where one sentence has several, each answers for its own part of it."""
    cast = Cast.of(tokens, names, houses)
    anchors = _anchors(houses)
    memory = Memory(titled_roles(cast), _bodies(houses))
    mentions: list[AttributionMention] = []
    for at, (a, b) in enumerate(sentences):
        told = [t for t in (_told(cast, memory, f, at) for f in _in_sentence(cast, anchors, a, b)) if t is not None]
        spans = [(one.first, one.last) for one in told]
        for index, one in enumerate(told):
            if one.narrow is not None:
                scope = max(a, one.narrow), one.last
            elif len(told) > 1:
                scope = share(tokens, spans, index, (told[0].first if _answers_back(cast, told[0], a, b) else a, b))
            elif _answers_back(cast, one, a, b):
                scope = one.first, b
            else:
                scope = over_quotation(tokens, sentences, at)
            mentions.append(_mention(cast, one, scope))
    return mentions


def _answers_back(cast: Cast, one: _Found, a: int, b: int) -> bool:
    """ "Morgues hold 29, minister says 21": behind a comma and before a number, what was said before is another's.

    So behind a comma and "but", before whatever is said: "the firm has put aside 40 million, but an analyst said that".
    """
    words = cast.tokens.words
    if one.last >= b or one.first <= a:
        return False
    if words[one.first - 1] in (",", ";"):
        return words[one.last][0].isdigit()
    opposed = one.first - 2 > a and words[one.first - 1] in cast.verbs["opposed"] and words[one.first - 2] in (",", ";")
    return opposed and words[one.last] not in _NO_WORDS


def _told(cast: Cast, memory: Memory, found: _Found, sentence: int) -> _Found | None:
    speaker = memory.resolve(cast, found.speaker, sentence)
    if speaker is None or speaker is found.speaker:
        return found if speaker else None
    return evolve(found, speaker=speaker)


@lru_cache(maxsize=16)
def _bodies(houses: Houses) -> frozenset[str]:
    """The classes of sources whose members all speak with one voice."""
    return frozenset(role.id for role in load(ROLES, houses) if role.body)


@lru_cache(maxsize=16)
def _anchors(houses: Houses) -> PhraseTable[Verb]:
    kinds = ("say", "tell", "bare", "put", "moves", "weak", "source", "relay", *_COUNTED)
    return PhraseTable((p, e) for e in load(VERBS, houses) if e.kind in kinds for p in e.phrases)


def _in_sentence(cast: Cast, anchors: PhraseTable[Verb], a: int, b: int) -> list[_Found]:
    found = [label] if (label := _label(cast, a, b)) is not None else []
    taken = a
    for match in anchors.find(cast.tokens, a, b):
        one = _at(cast, match, a, b) if match.start >= taken else None
        if one is None or one.first < taken or (match.entry.kind == "for" and not found):
            continue  # "12 firemen were hurt, against 30 for the police": nobody is said to count
        if match.entry.kind == "relay" and found and one.first - taken <= 1:
            found.pop()  # whoever is cited says it, not who cites them
        found.append(one)
        taken = one.last
    return [*found, *_gapped(cast, taken, b)] if taken > a else [*found, *_owning(cast, a, b)]


def _gapped(cast: Cast, start: int, stop: int) -> Iterator[_Found]:
    """ "The police, 22,000" after "the organisers say 100,000;" in the same sentence, and "and the police 22,000".

    And "the police of about 22,000" after "the organisers spoke of 100,000,".
    """
    words = cast.tokens.words
    for i in range(start, stop - 3):
        if words[i] == ";":
            comma = next((j for j in range(i + 2, min(i + 7, stop - 1)) if words[j] == ","), None)
            speaker = speaker_before(cast, comma, i + 1) if comma and words[comma + 1][0].isdigit() else None
            if comma and speaker and speaker.role and not speaker.pronoun:
                yield _Found(speaker, comma, comma + 1)
        elif (words[i] == "," or words[i] in cast.verbs["and"]) and words[i + 1] in cast.verbs["determiner"]:
            role = cast.roles.at(cast.tokens, i + 2, stop)
            at = role.end if role and role.end < stop else stop
            again = at < stop and words[at] in cast.verbs["of"] and words[start - 1] == words[at]
            at += at < stop and words[at] in cast.verbs["at"]  # "put at 22,000, and the police at 9,000"
            alone = role is not None and role.entry.body and _stands_bare(cast, at, stop)
            if role and (alone or (again and _has_number(cast, at, stop))):
                yield _Found(Speaker(i + 1, role.end, role.entry.id, role.entry.id), i, i + 1)


def _has_number(cast: Cast, at: int, stop: int) -> bool:
    """ "Police spoke of 18,000, the organisers of more than 60,000": digits close behind a second "of"."""
    return any(word.isdigit() for word in cast.tokens.words[at + 1 : min(stop, at + _HEDGED)])


def _stands_bare(cast: Cast, at: int, stop: int) -> bool:
    """True where a number stands at the token and nothing follows it that it counts."""
    words, last = cast.tokens.words, at
    while last < stop and (words[last].isdigit() or (last > at and words[last] == "," and cast.tokens.glued(last))):
        last += 1
    return last > at and (last >= stop or words[last] in _NO_WORDS)


def _at(cast: Cast, match: Match[Verb], a: int, b: int) -> _Found | None:
    """The attribution whose cue stands at `match`, in the sentence `[a, b)`."""
    words = cast.tokens.words
    kind = match.entry.kind
    if kind in ("source", "relay"):
        speaker = _cited(cast, match, a, b)
        return _Found(speaker, match.start, match.end) if speaker else None
    if kind in _COUNTED:
        speaker = counted_by(cast, match.start, b, a, _COUNTED[kind])
        return _Found(speaker, match.start, match.end, match.start - _COUNT) if speaker else None
    if match.start > a and words[match.start - 1] in cast.verbs["passive"]:
        return None
    after = _inverted(cast, match, a, b)
    # "Ana Ruiz, 20, said her cousin, 14, left": words that describe Ruiz stand between her and the verb.
    described = match.start > a and words[match.start - 1] == ","
    if after is not None and kind != "tell" and not described:
        return _Found(after, match.start, match.end)
    speaker = speaker_before(cast, match.start, a)
    if speaker is not None and cast.verbs["held-against"].before(cast.tokens, speaker.first, a):
        return None  # "the union has 9,000, twice what the police say": they say another figure
    if speaker is not None and _is_verb(cast, match, speaker, (a, b)):
        return _Found(speaker, match.start, match.end)
    return _Found(after, match.start, match.end) if after else None


def _owning(cast: Cast, a: int, b: int) -> Iterator[_Found]:
    """The union of "by the union's count, 40 came", "the union's tally stands at 40", and "by the owner's, 30" next."""
    words, before = cast.tokens.words, False
    for i in range(a + 1, b - 1):
        if words[i] not in _POSSESSIVE:
            continue
        lead = next((k for k in range(i - 1, max(a, i - _OWNER) - 1, -1) if words[k] in cast.verbs["owned-by"]), None)
        speaker = speaker_before(cast, i, a if lead is None else lead + 1)
        if speaker is None or speaker.pronoun or not (speaker.role or speaker.named):
            continue
        noun = cast.verbs["owned"].at(cast.tokens, i + 1, b)
        led = lead is not None and speaker.first == lead + 1
        led = led and (noun is not None or (before and words[i + 1] == ","))
        gives = cast.verbs["owned-gives"].at(cast.tokens, noun.end, b) if noun else None
        if led or (gives is not None and _leads(cast, gives.end, b)):
            before = True
            yield _Found(speaker, noun.start, noun.end) if noun else _Found(speaker, i, i + 1)


def _cited(cast: Cast, match: Match[Verb], a: int, b: int) -> Speaker | None:
    """Who is cited behind "according to"; "were according to the port authority sunk" ends in a verb of others."""
    speaker = speaker_after(cast, match.end, b, anyone=True)
    inside = match.start > a and cast.tokens.words[match.start - 1] in cast.verbs["passive"]
    if speaker is None or speaker.role or speaker.named or not inside or speaker.last - speaker.first <= _SHORTEST:
        return speaker
    return evolve(speaker, last=speaker.last - 1, canonical=cast.tokens.words[speaker.last - 2])


def _inverted(cast: Cast, match: Match[Verb], a: int, b: int) -> Speaker | None:
    """The speaker after the verb: "…, said the mayor"."""
    if match.entry.kind not in _INVERTED or not (match.start == a or cast.tokens.words[match.start - 1] in ',"'):
        return None
    speaker = speaker_after(cast, match.end, b)
    return speaker if speaker and _stands_last(cast, speaker, b) else None


def _stands_last(cast: Cast, speaker: Speaker, stop: int) -> bool:
    """True where nothing follows the speaker that a clause of its own would need: "said the mayor, …"."""
    at = speaker.last
    return at >= stop or cast.tokens.words[at] in _NO_WORDS or cast.tokens.words[at] in cast.verbs["linking"]


def _is_verb(cast: Cast, match: Match[Verb], speaker: Speaker, sentence: tuple[int, int]) -> bool:
    """True where a word that may be something else is a verb of saying, by what stands around it."""
    kind = match.entry.kind
    if kind == "weak":
        leads = _leads(cast, match.end, sentence[1]) or _after_as(cast, speaker, sentence[0])
        return leads or _closes(cast, match, speaker, sentence)
    if kind == "bare":
        after = cast.tokens.words[match.end] if match.end < sentence[1] else "."
        return after in _NO_WORDS or after in cast.verbs["that"]
    if kind == "moves":
        return speaker.role is not None and _moves_count(cast, match.end, sentence[1])
    if kind == "put":
        return any(
            word in cast.verbs["at"] and _leads(cast, i + 1, sentence[1])
            for i, word in enumerate(cast.tokens.words[match.end : match.end + _PUT], match.end)
        )
    return True


def _moves_count(cast: Cast, at: int, stop: int) -> bool:
    """ "Raised the toll to 41": a count right behind the verb, and a number behind "to"."""
    words, end = cast.tokens.words, min(stop, at + _PUT)
    count = next((m for m in cast.verbs["moved-count"].find(cast.tokens, at, end)), None)
    places = range(count.end, end) if count is not None else ()
    return any(words[i] in cast.verbs["to"] and _leads(cast, i + 1, stop) for i in places)


def _leads(cast: Cast, at: int, stop: int) -> bool:
    """True where what follows a verb that may be a noun shows that it is a verb."""
    small = cast.verbs["between"].at(cast.tokens, at, stop)
    at = small.end if small is not None else at
    if at >= stop:
        return False
    word = cast.tokens.words[at]
    return word[0].isdigit() or word in cast.verbs["lead"] or word in '"€$£:'


def _after_as(cast: Cast, speaker: Speaker, floor: int) -> bool:
    return speaker.first > floor and cast.tokens.words[speaker.first - 1] in cast.verbs["as"]


def _closes(cast: Cast, match: Match[Verb], speaker: Speaker, sentence: tuple[int, int]) -> bool:
    """ "Sixteen died, the Herald reports.": set off by a comma, and the last words of a clause."""
    words, (first, last) = cast.tokens.words, sentence
    set_off = speaker.first > first and words[speaker.first - 1] == ","
    ends = match.end >= last or words[match.end] in _NO_WORDS
    return set_off and ends and bool(speaker.named or words[speaker.first] in cast.verbs["determiner"])


def _label(cast: Cast, a: int, b: int) -> _Found | None:
    """A speaker before a colon ("Police: 22,000"), or after a dash at the end of a line ("… - Pennine")."""
    words = cast.tokens.words
    opening = words[a + 1 : min(b - 1, a + 9)]
    colon = a + 1 + opening.index(":") if ":" in opening else None
    if colon is not None and (speaker := speaker_before(cast, colon, a)) and _may_label(cast, speaker, a, colon):
        return _Found(speaker, colon, colon + 1)
    begin = max(a + 3, b - 7)
    if _BEFORE_SPEAKER.isdisjoint(words[begin : b - 1]):
        return None
    for i in range(b - 2, begin, -1):
        if words[i] == ":" or (words[i] in _DASHES and not cast.tokens.glued(i - 1)):
            speaker = speaker_after(cast, i + 1, b)
            whole = speaker is not None and speaker.last == b
            return _Found(speaker, i, i + 1) if speaker and whole and _speaks(cast, speaker) else None
    return None


def _may_label(cast: Cast, speaker: Speaker, start: int, colon: int) -> bool:
    if speaker.pronoun or speaker.first != start or cast.tokens.words[start] in tables().nouns["state"]:
        return False  # "Injured officers: 38" counts them
    quoted = colon + 1 < len(cast.tokens) and cast.tokens.words[colon + 1] == _QUOTE
    return quoted or (speaker.role is not None and speaker.role not in GENERIC and _speaks(cast, speaker))


def _speaks(cast: Cast, speaker: Speaker) -> bool:
    """True for a source that is no mere place."""
    name = cast.starting.get(speaker.first)
    return name is None or name.category != "place" or speaker.role is not None


def _mention(cast: Cast, found: _Found, scope: tuple[int, int]) -> AttributionMention:
    speaker = found.speaker
    return AttributionMention(
        found.first,
        found.last,
        *scope,
        cast.text(*(speaker.named or (speaker.first, speaker.last))),
        speaker.canonical,
        speaker.role,
        cast.text(found.cue_first, found.cue_last),
    )


def check_examples(houses: Houses = ()) -> list[str]:
    """What is wrong with the examples of both tables, one message each; empty where all hold."""
    faults: list[str] = []
    entries: list[tuple[str, Verb | Role]] = [(VERBS.name, e) for e in load(VERBS, houses)]
    entries += [(ROLES.name, e) for e in load(ROLES, houses)]
    for table, entry in entries:
        for example in entry.examples:
            readings = _readings(example.text, table, houses)
            if example.reading not in readings:
                faults.append(f"{entry.begins}: {example.text!r} is read as {readings}")
        faults += [
            f"{entry.begins}: {text!r} is read as {readings}"
            for text in entry.counter
            if (readings := _readings(text, table, houses))
        ]
    return faults


def _readings(text: str, table: str, houses: Houses) -> list[str]:
    tokens = tokenize(text)
    found = find_attributions(tokens, find_sentences(tokens, houses), find_names(tokens, houses), houses)
    return [f"{m.speaker}: {m.cue if table == VERBS.name else m.role}" for m in found]
