"""Shares of the vote told as bare numbers: "Exit poll: Varda 42, Rehn 38", "Varda leads, 41.7 to 40.2"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from attrs import frozen

from reconcile.claims.people.holders import leader_of, listed_holder, same_holder
from reconcile.language.analysis import Analysis
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.quantities import QuantityMention
from reconcile.model.change import evolve
from reconcile.model.claim import Claim, Status
from reconcile.model.text import Part

ELECTION = "election"
SHARE, PERCENT, LEAD, COUNTED = "vote share", "percent", "lead", "count so far"
SEATS = "seats won"
WHOLE = 101  # percent, rounded
NEAR = 12  # points between two shares of one candidate in a night
COUNT_REACH = 40  # tokens before a list in which a poll or a count may be named
_OPEN = frozenset({"", PERCENT, LEAD, SHARE})


@frozen
class _Listed:
    """A number of a sentence that may be a share, its claim, and whose it is; "" where the words name nobody."""

    figure: QuantityMention
    claim: Claim
    holder: str

    @property
    def value(self) -> Decimal:
        return self.claim.quantity.value


def with_listed_shares(
    claims: Sequence[Claim], parts: Mapping[Part, Analysis], kinds: Collection[str], houses: Houses = ()
) -> list[Claim]:
    """The claims of one article; in one on an election, the numbers behind two names or more are shares of the vote.

    So are the two of "41.7 to 40.2" behind who leads; the second is of the next best of whom the text has told.
    """
    if ELECTION not in kinds:
        return list(claims)
    by_start = {(c.mention.span.part, c.mention.span.start): c for c in claims}
    changed: dict[str, Claim] = {}
    for part, analysis in parts.items():
        known: dict[str, Decimal] = {}  # the last share of each, as far as the text has told
        seats = -1  # the last token where seats are told
        for sentence in analysis.sentences:
            listed = list(_listed(analysis, sentence, part, by_start, houses))
            seats = max(seats, _seats_told(analysis, sentence, part, by_start))
            if seats >= _sentence_before(analysis, sentence):
                changed |= {c.id: c for c in _as_seats(listed, known)}
            listed = [one for one in listed if one.claim.id not in changed]
            told = _named(analysis, listed, known, houses) or _of_two(analysis, sentence, listed, known, houses)
            changed |= {c.id: c for c in told or _set_against(analysis, listed, houses)}
            changed |= {c.id: c for c in _counted_so_far(analysis, listed, changed, houses)}
            for one in listed:
                claim = changed.get(one.claim.id, one.claim)
                if claim.holder and claim.measure == SHARE:
                    known[claim.holder] = claim.quantity.value
    return [changed.get(c.id, c) for c in claims]


def _listed(
    analysis: Analysis,
    sentence: tuple[int, int],
    part: Part,
    by_start: Mapping[tuple[Part, int], Claim],
    houses: Houses,
) -> Iterator[_Listed]:
    """The figures of a sentence that may be shares: at most a hundred, in percent or bare."""
    for figure in analysis.between(analysis.quantities, *sentence):
        claim = by_start.get((part, figure.start))
        if claim is None or claim.quantity.counted or claim.quantity.unit not in (None, PERCENT):
            continue
        if claim.measure in _OPEN and 0 <= claim.quantity.value < WHOLE:
            holder = claim.holder or listed_holder(analysis, figure, sentence, houses)
            yield _Listed(figure, claim, holder)


def _named(analysis: Analysis, listed: Sequence[_Listed], known: Mapping[str, Decimal], houses: Houses) -> list[Claim]:
    """The bare numbers of a list of names as shares, where decimals, a poll or what they had before say so."""
    own = [one for one in listed if one.holder]
    bare = [one for one in own if one.claim.quantity.unit is None]
    if bare and len(own) == 1 and len(known) > 1:  # "Solt is on 10.1"
        return [_as_share(one, one.holder) for one in bare if _is_fraction(one) or _near(own, known)]
    apart = len({one.holder for one in own}) == len(own) > 1
    if not bare or not apart or sum(one.value for one in own) > WHOLE:
        return []
    counted = word_classes(houses)["poll-or-count"]
    first = own[0].figure.first
    told = not counted.isdisjoint(analysis.tokens.words[max(0, first - COUNT_REACH) : first])
    if not told and not any(map(_is_fraction, own)) and not _near(own, known):
        return []
    return [_as_share(one, one.holder) for one in bare]


def _sentence_before(analysis: Analysis, sentence: tuple[int, int]) -> int:
    """The first token of the sentence before this one; of the first sentence, its own."""
    return analysis.sentences[max(0, analysis.sentence_of(sentence[0]) - 1)][0]


def _seats_told(
    analysis: Analysis, sentence: tuple[int, int], part: Part, by_start: Mapping[tuple[Part, int], Claim]
) -> int:
    """The token of the last figure of a sentence that tells seats; -1 where none does."""
    told = ((q, by_start.get((part, q.start))) for q in analysis.between(analysis.quantities, *sentence))
    return max((q.first for q, c in told if c is not None and c.measure == SEATS), default=-1)


def _as_seats(listed: Sequence[_Listed], known: Mapping[str, Decimal]) -> list[Claim]:
    """ "The Bloc's 30.9 percent give it 51 seats. The Greens took 17.": whole numbers, where shares have decimals."""
    shares = [v for v in known.values() if v != v.to_integral_value()]
    if not shares or 2 * len(shares) < len(known):
        return []
    bare = [one for one in listed if one.holder and one.claim.quantity.unit is None and not _is_fraction(one)]
    return [evolve(one.claim, measure=SEATS, holder=one.holder) for one in bare]


def _is_fraction(one: _Listed) -> bool:
    return one.value != one.value.to_integral_value()


def _near(listed: Sequence[_Listed], known: Mapping[str, Decimal]) -> bool:
    """True where everyone of whom the text has told had about as much before."""
    had = [(one.value, v) for one in listed for h, v in known.items() if same_holder(h, one.holder)]
    return len(had) >= len(listed) and all(abs(a - b) <= NEAR for a, b in had)


def _of_two(
    analysis: Analysis,
    sentence: tuple[int, int],
    listed: Sequence[_Listed],
    known: Mapping[str, Decimal],
    houses: Houses,
) -> list[Claim]:
    """The shares of who leads, and of the next best, of "Varda leads, 41.7 to 40.2"."""
    other_side = word_classes(houses)["other-side"]
    for one, two in pairwise(listed):
        gap = analysis.tokens.words[one.figure.last : two.figure.first]
        if len(gap) != 1 or gap[0] not in other_side or one.value < two.value:
            continue
        leader = leader_of(analysis, one.figure, sentence, houses)
        if not leader:
            return []
        others = [(v, h) for h, v in known.items() if not same_holder(h, leader)]
        rival = max(others, default=(Decimal(0), ""))[1]
        pair = [_as_share(one, leader)]
        return [*pair, evolve(_as_share(two, rival), period=pair[0].period)] if rival else pair
    return []


def _set_against(analysis: Analysis, listed: Sequence[_Listed], houses: Houses) -> list[Claim]:
    """ "47.1% of the votes, against 40.2% for Rehn": of one time, and both of all the votes."""
    classes, told = word_classes(houses), []
    for one, two in pairwise(listed):
        before = analysis.tokens.words[max(0, two.figure.first - 2) : two.figure.first]
        before = before[:-1] if before[-1:] and before[-1] in classes["definite"] else before
        of_shares = one.claim.measure == two.claim.measure == SHARE and one.holder and two.claim.holder
        against = not classes["other-side"].isdisjoint(before[-1:])
        if of_shares and against and not same_holder(one.holder, two.holder):
            like = one.claim
            told.append(evolve(two.claim, period=like.period, population=like.population, scope=like.scope))
    return told


def _counted_so_far(
    analysis: Analysis, listed: Sequence[_Listed], changed: Mapping[str, Claim], houses: Houses
) -> list[Claim]:
    """ "With 64% of the tables scrutinised, Varda has 41.7%": how far the count has come, whatever is counted."""
    words, classes = analysis.tokens.words, word_classes(houses)
    for one, two in pairwise(listed):
        claim, figure = one.claim, one.figure
        opens = words[figure.first - 1] in classes["stage-lead"] and words[figure.last] in classes["of"]
        share = changed.get(two.claim.id, two.claim)
        if opens and claim.measure in ("", PERCENT) and not claim.holder and share.measure == SHARE and share.holder:
            return [evolve(claim, measure=COUNTED)]
    return []


def _as_share(one: _Listed, holder: str) -> Claim:
    quantity = evolve(one.claim.quantity, unit=PERCENT)
    status = Status.STATED if one.claim.status is Status.BACKGROUND and one.claim.frame.main else one.claim.status
    return evolve(one.claim, value=quantity, measure=SHARE, holder=holder, status=status)
