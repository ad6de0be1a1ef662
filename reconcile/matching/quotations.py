"""Which quotations of several articles are one utterance of one speaker."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from attrs import frozen
from rapidfuzz import fuzz

from reconcile.language.lexicon import Houses
from reconcile.matching.alignment import Alignment, Words, align, align_all, prepare
from reconcile.model.claim import Claim, Utterance

_RARE = 8  # rarest words of a quotation that are looked up
_CROWD = 60  # quotations that may share a word before it says nothing
_SIEVE = 45.0  # rapidfuzz partial ratio below which words are not laid side by side
_LEAST_EQUAL = 4  # equal words of one utterance
_COVERED = 0.75  # share of the shorter quotation's words from which it is contained in the longer
_MEANT = 0.65  # and of its content words
_LONG_RUN = 8  # equal words from which a part of both is one utterance
_REWORDED = 0.6  # share of the shorter one's content words from which it may be the other reworded
_LEAST_CONTENT = 4  # equal content words of a reworded one
_LEAST_OWN = 3  # of them outside stock phrases
_OPENING = 5  # equal words in one run, beside which the content words may stand in another order
_OPENED = 0.5  # and the share of them, then
_LEAST_CONDENSED = 7  # words of a quotation that may be a longer one condensed
_MOST_CONDENSED = 3  # times as long as it is the longer one at most
_KEPT = 0.85  # share of its words that stand in the longer one, in their order
_CONDENSED_OWN = 2  # of them that carry meaning of their own
_LONG_SURNAME = 7  # letters; shorter ones must be the same
_SAME_SURNAME = 85.0  # rapidfuzz ratio
_SAME_GIVEN = 70.0
_NUMBERS_APART = 6  # equal words from which another number is an alteration and no other utterance
_UNLIKELY = 5  # equal content words, outside stock phrases, that two people do not say by chance of two events
_UNMISTAKABLE = 7  # equal words from which it is one utterance whoever is said to have spoken


@frozen
class Speech:
    """Claims that quote the same words of the same speaker (None where not known, or an office only).

    `certain` is false where the speaker was concluded from a pronoun.
    """

    words: Words
    speaker: str | None
    certain: bool
    claims: tuple[Claim, ...]


@frozen
class Match:
    """Two speeches (by index) that share an utterance, and how their words lie side by side."""

    a: int
    b: int
    alignment: Alignment


@frozen
class UtteranceGroup:
    """Speeches (by index) that hold one utterance, and the matches between them."""

    speeches: tuple[int, ...]
    matches: tuple[Match, ...]


@frozen
class Utterances:
    """The speeches among some claims, and which of them hold one utterance."""

    speeches: tuple[Speech, ...]
    groups: tuple[UtteranceGroup, ...]


def utterances_of(claims: Sequence[Claim], houses: Houses = ()) -> Utterances:
    """What the quotations among `claims` have in common; claims of other kinds are passed over."""
    speeches = tuple(speeches_of(claims, houses))
    return Utterances(speeches, tuple(utterance_groups(speeches)))


def speeches_of(claims: Sequence[Claim], houses: Houses = ()) -> list[Speech]:
    """The quotations among `claims`, those of the same words and speaker gathered, in a stable order."""
    found: dict[tuple[tuple[str, ...], str | None, bool], list[tuple[Words, Claim]]] = defaultdict(list)
    for claim in sorted(claims, key=lambda c: c.id):
        if isinstance(claim.value, Utterance):
            words = prepare(claim.value.words, houses)
            found[words.plain, claim.value.canonical, claim.value.certain].append((words, claim))
    return [Speech(same[0][0], who, sure, tuple(c for _, c in same)) for (_, who, sure), same in found.items()]


def utterance_groups(speeches: Sequence[Speech]) -> list[UtteranceGroup]:
    """Speeches that share an utterance, with their matches; a speech that holds two utterances is in two groups.

    Time grows with the speeches and with how many share their rarest words, which is bounded.
    """
    matches = [m for a, b in _candidates(speeches) if (m := _match(speeches, a, b))]
    nodes = _regions(matches)
    parent = {node: node for node in nodes.values()}

    def root(node: tuple[int, int]) -> tuple[int, int]:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for number in range(len(matches)):
        low, high = sorted((root(nodes[number, 0]), root(nodes[number, 1])))
        parent[high] = low
    gathered: dict[tuple[int, int], list[Match]] = defaultdict(list)
    for number, match in enumerate(matches):
        gathered[root(nodes[number, 0])].append(match)
    groups = [UtteranceGroup(tuple(sorted({i for m in ms for i in (m.a, m.b)})), tuple(ms)) for ms in gathered.values()]
    alone = [UtteranceGroup((i,), ()) for i, s in enumerate(speeches) if _repeated(s)]
    grouped = {i for g in groups for i in g.speeches}
    return groups + [g for g in alone if g.speeches[0] not in grouped]


def _repeated(speech: Speech) -> bool:
    return len({c.mention.span.article for c in speech.claims}) > 1 and len(speech.words) >= _LEAST_EQUAL


def _regions(matches: Sequence[Match]) -> dict[tuple[int, int], tuple[int, int]]:
    """For each end of each match (number, 0 or 1) the stretch of its speech: (speech, number of the stretch).

    Shared parts of one speech that overlap by half of the shorter are one stretch, others different utterances.
    """
    parts: dict[int, list[tuple[int, int, tuple[int, int]]]] = defaultdict(list)
    for number, match in enumerate(matches):
        parts[match.a].append((*match.alignment.a, (number, 0)))
        parts[match.b].append((*match.alignment.b, (number, 1)))
    out: dict[tuple[int, int], tuple[int, int]] = {}
    for speech, ranges in parts.items():
        stretch, begin, reach = -1, 0, 0
        for first, last, end in sorted(ranges):
            if stretch < 0 or 2 * (min(reach, last) - first) < min(last - first, reach - begin):
                stretch, begin, reach = stretch + 1, first, last
            reach = max(reach, last)
            out[end] = (speech, stretch)
    return out


def _candidates(speeches: Sequence[Speech]) -> Iterator[tuple[int, int]]:
    """Pairs that share some of their rarest words, in order."""
    postings: dict[str, list[int]] = defaultdict(list)
    content = [sorted({w for w, c in zip(s.words.stems, s.words.content, strict=False) if c}) for s in speeches]
    for i, words in enumerate(content):
        for word in words:
            postings[word].append(i)
    pairs: set[tuple[int, int]] = set()
    for i, words in enumerate(content):
        rare = sorted((w for w in words if 1 < len(postings[w]) <= _CROWD), key=lambda w: (len(postings[w]), w))[:_RARE]
        shared: dict[int, int] = defaultdict(int)
        for word in rare:
            for j in postings[word]:
                shared[j] += 1
        pairs |= {(min(i, j), max(i, j)) for j, n in shared.items() if j != i and n >= min(2, len(words))}
    yield from sorted(pairs)


def _match(speeches: Sequence[Speech], i: int, j: int) -> Match | None:
    one, two = speeches[i], speeches[j]
    if not _comparable(one, two):
        return None
    if fuzz.partial_ratio(one.words.folded, two.words.folded, score_cutoff=_SIEVE) == 0:
        return None
    found = align(one.words, two.words)
    if found.blocks and _one_utterance(one, two, found):
        return Match(i, j, found)
    condensed = _condensed(one, two)
    return Match(i, j, condensed) if condensed else None


def _condensed(one: Speech, two: Speech) -> Alignment | None:
    """How a quotation lies in a longer one of the same named speaker that holds nearly all its words in their order."""
    shorter, longer = sorted((one.words, two.words), key=len)
    if not (one.certain and two.certain and _is_one_name(one, two)):
        return None
    if len(shorter) < _LEAST_CONDENSED or len(longer) > _MOST_CONDENSED * len(shorter):
        return None
    found = align_all(one.words, two.words)
    at = [pair[shorter is two.words] for pair in found.pairs()]
    own = sum(shorter.content[i] and not shorter.stock[i] for i in at)
    return found if len(at) >= _KEPT * len(shorter) and own >= _CONDENSED_OWN else None


def _is_one_name(one: Speech, two: Speech) -> bool:
    return one.speaker is not None and two.speaker is not None and one_speaker(one.speaker, two.speaker)


def _comparable(one: Speech, two: Speech) -> bool:
    """True where some claim of one stands in another article, or other part, than some claim of the other."""
    places = {(c.mention.span.article, c.mention.span.part) for s in (one, two) for c in s.claims}
    return len(places) > 1


def _one_utterance(one: Speech, two: Speech, found: Alignment) -> bool:
    shorter, first, last = (one.words, *found.a) if len(one.words) <= len(two.words) else (two.words, *found.b)
    equal, covered = found.equal, found.equal / len(shorter)
    pairs = [i for i, _ in found.pairs()]
    content = sum(one.words.content[i] for i in pairs)
    own = sum(one.words.content[i] and not one.words.stock[i] for i in pairs)
    known = one.speaker is not None and two.speaker is not None
    if equal < _NUMBERS_APART and _numbers(one.words, found.a) != _numbers(two.words, found.b):
        return False  # "we found 12 boats", "we found 19 boats": said twice rather than altered
    if _are_two_offices(one, two) and len(found.blocks) > 1:
        return False
    other = known and not one_speaker(one.speaker, two.speaker)
    known = known and not other
    if not known and _of_other_events(one, two) and (covered < _COVERED or own < _UNLIKELY):
        return False
    weight = shorter.weight(0, len(shorter))
    if other and one.certain and two.certain:  # given to another, or said by both: only the very words tell
        return equal >= _UNMISTAKABLE and content >= weight and own >= _LEAST_OWN
    if known and _is_short_and_turned(shorter, (first, last), len(found.blocks), content):
        return True
    if equal == len(shorter) > _LEAST_EQUAL and len(found.blocks) == 1:
        return True
    if covered >= _COVERED and equal >= _LEAST_EQUAL + (not known) and content >= max(2, _MEANT * weight):
        return own > 0 or abs(len(one.words) - len(two.words)) <= 2
    if equal >= _LONG_RUN and 2 * equal >= last - first and own >= _LEAST_OWN:
        return True
    if not known:
        return False
    if own >= _LEAST_OWN and content >= _REWORDED * weight:
        return content >= _LEAST_CONTENT or (equal >= _LEAST_EQUAL and content >= _MEANT * weight)
    longest = max(block.size for block in found.blocks)
    common = len(_meant(one.words) & _meant(two.words))
    return longest >= _OPENING and common >= max(_LEAST_OWN, _OPENED * len(_meant(shorter)))


def _of_other_events(one: Speech, two: Speech) -> bool:
    """True where no article that quotes the one tells of an event that the other's tell of."""
    ours, theirs = ({c.event for c in s.claims if c.event} for s in (one, two))
    return bool(ours) and bool(theirs) and ours.isdisjoint(theirs)


def _are_two_offices(one: Speech, two: Speech) -> bool:
    """True where neither is named and their offices have no word in common: a spokesman and an analyst."""
    if one.speaker is not None or two.speaker is not None:
        return False
    ours, theirs = (
        {w for c in s.claims if c.attribution and c.attribution.role for w in _meant(prepare(c.attribution.role))}
        for s in (one, two)
    )
    return bool(ours) and bool(theirs) and ours.isdisjoint(theirs)


def _is_short_and_turned(shorter: Words, shared: tuple[int, int], blocks: int, content: int) -> bool:
    """ "They opened that gate" and "nobody opened that gate": one unbroken run with all that a short one says."""
    brief = len(shorter) == _LEAST_EQUAL and shared == (1, _LEAST_EQUAL)
    return brief and blocks == 1 and content == shorter.weight(0, len(shorter)) > 1


def _meant(words: Words) -> set[str]:
    """Its content words outside stock phrases, wherever they stand."""
    return {
        s for s, content, stock in zip(words.stems, words.content, words.stock, strict=False) if content and not stock
    }


def _numbers(words: Words, shared: tuple[int, int]) -> list[str]:
    return [word.key for word in words.listed.words[slice(*shared)] if word.number]


def one_speaker(a: str | None, b: str | None) -> bool:
    """True where two folded names may be one person's: the same surname, and no other given name."""
    if a is None or b is None or a == b:
        return True
    one, two = a.split(), b.split()
    if len(one) == 1 or len(two) == 1:
        return bool(set(one) & set(two)) or _misspelt(one[-1], two[-1])
    if set(one) <= set(two) or set(two) <= set(one):
        return True  # "furious Lena Horvat"
    if one[-1] != two[-1] and not _misspelt(one[-1], two[-1]):
        return False
    return one[0][0] == two[0][0] if min(len(one[0]), len(two[0])) <= 2 else fuzz.ratio(one[0], two[0]) >= _SAME_GIVEN


def _misspelt(a: str, b: str) -> bool:
    return min(len(a), len(b)) >= _LONG_SURNAME and fuzz.ratio(a, b) >= _SAME_SURNAME
