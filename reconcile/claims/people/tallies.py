"""Numbers of a list of who has how many: "43 seats, the Reform Bloc 41", "Mandates: Rural Union 31, Civic List 28"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal

from reconcile.claims.measuring.measure_table import known_measures
from reconcile.claims.people.holders import held_measure, listed_holder, names_holder, same_holder
from reconcile.claims.tables import thing
from reconcile.language.analysis import Analysis
from reconcile.language.counting import singular
from reconcile.language.dimensions import dimension_of
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.quantities import QuantityMention
from reconcile.language.quantity_tables import tables
from reconcile.model.change import evolve
from reconcile.model.claim import Claim, Status
from reconcile.model.quantity import Quantity
from reconcile.model.text import Part

LEAD = "lead"  # which is of two, and nobody's
WHOLE_SHARE = 100  # percent
MANIFOLD = 50  # times: nobody has so many more votes or seats than the one named before
MOST_HELD = 6  # claims with a holder that a bare number may go on from
SENTENCES = 2  # before that of a bare number, in which it may find what it counts
_NOT_SO = frozenset({Status.BACKGROUND, Status.DENIED, Status.WITHDRAWN})
TALLY = 60  # tokens between the noun of a list and its last number


def with_tallies(
    claims: Sequence[Claim], parts: Mapping[Part, Analysis], kinds: Collection[str], houses: Houses
) -> list[Claim]:
    """The claims of one article; a bare number with a holder of its own counts what another one's number before does.

    Else it counts what the head of its list names. `kinds` are the kinds of event that the article is about.
    """
    by_start = {(c.mention.span.part, c.mention.span.start): c for c in claims}
    changed: dict[str, Claim] = {}
    for part, analysis in parts.items():
        held: list[tuple[int, Claim]] = []  # claims with a holder, and the places of their sentences
        last = None  # the bare number right before, as it was and as it is now
        for figure, claim in _of_part(analysis, part, by_start):
            at = analysis.sentence_of(figure.first)
            if last is not None and claim.status in _NOT_SO and (claim.measure, claim.holder) == (last[0].measure, ""):
                claim = changed[claim.id] = evolve(claim, measure=last[1].measure, holder=last[1].holder)
            last = None
            if _is_bare(analysis, figure, claim, houses):
                own, earlier = _held_before(held, at)
                noun = "" if own else _noun_before(analysis, figure, analysis.sentences[at], houses)
                told = _tallied(analysis, figure, claim, own or noun or earlier, houses)
                told = evolve(told, measure=held_measure(told.measure, told.holder, kinds, houses))
                last, claim = (claim, told), told
                changed[claim.id] = claim
            if claim.holder and not (held and _is_old(claim, held[-1][1])):
                held.append((at, claim))
    return [changed.get(c.id, c) for c in claims]


def held_like_body(claims: Sequence[Claim]) -> list[Claim]:
    """The claims of one article; a headline's number is of whom the body gives the same ("sweeps in with 33%")."""
    asked: dict[Quantity, set[tuple[str, str]]] = {}
    for c in claims:
        if c.holder and c.mention.span.part == "body":
            asked.setdefault(c.quantity, set()).add((c.measure, c.holder))
    return [_asked_alike(c, asked.get(c.quantity, set())) for c in claims]


def _asked_alike(claim: Claim, asked: Collection[tuple[str, str]]) -> Claim:
    if claim.mention.span.part != "headline" or len(asked) != 1:
        return claim
    measure, holder = next(iter(asked))
    return evolve(claim, measure=measure, holder=holder) if claim.measure in (measure, claim.quantity.unit) else claim


def _is_old(claim: Claim, before: Claim) -> bool:
    """True for the 50 of "51 seats instead of 50"."""
    same = (claim.measure, claim.holder) == (before.measure, before.holder)
    return same and claim.status in _NOT_SO and before.status not in _NOT_SO


def _held_before(held: Sequence[tuple[int, Claim]], at: int) -> tuple[list[Claim], list[Claim]]:
    """The last claims with a holder: of the sentence itself, and of the two before it."""
    near = held[-MOST_HELD:]
    return [c for place, c in near if place == at], [c for place, c in near if at - SENTENCES <= place < at]


def _of_part(
    analysis: Analysis, part: Part, by_start: Mapping[tuple[Part, int], Claim]
) -> Iterator[tuple[QuantityMention, Claim]]:
    for figure in analysis.quantities:
        claim = by_start.get((part, figure.start))
        if claim is not None:
            yield figure, claim


def _is_bare(analysis: Analysis, figure: QuantityMention, claim: Claim, houses: Houses) -> bool:
    """True for a number that says nothing of what it counts, and behind which a list goes on or ends."""
    if claim.quantity.unit or claim.quantity.counted:
        return False
    if names_holder(analysis, figure, houses):
        # "It changes hands: 51 for the League" counts no hands, and tells of no lead.
        return claim.measure not in known_measures(houses) or claim.measure == LEAD
    if claim.measure or claim.note:
        return False
    after = analysis.tokens.words[figure.last : figure.last + 1]
    return not after or not after[0][0].isalnum() or after[0] in word_classes(houses)["joining"]


def _tallied(
    analysis: Analysis, figure: QuantityMention, claim: Claim, asked: Sequence[Claim] | str, houses: Houses
) -> Claim:
    """The claim as one more of what others have (`asked`: their claims, or a noun), where it has its own holder."""
    sentence = analysis.sentences[analysis.sentence_of(figure.first)]
    holder = listed_holder(analysis, figure, sentence, houses) if asked else ""
    if not holder:
        return claim
    if isinstance(asked, str):
        return evolve(claim, measure=asked, holder=holder)
    fitting = (c for c in reversed(asked) if _fits(c, claim) and not same_holder(c.holder, holder))
    if (source := next(fitting, None)) is None:
        return claim
    quantity = evolve(claim.quantity, unit=source.quantity.unit)
    period = source.period if claim.status is Status.STATED else claim.period  # "against 41 for the Union" is now, too
    status = source.status if claim.status is Status.STATED else claim.status
    return evolve(claim, value=quantity, measure=source.measure, holder=holder, status=status, period=period)


def _fits(source: Claim, claim: Claim) -> bool:
    """True where the number may count what the other does: a share at most all, votes and seats in whole numbers."""
    unit, value = source.quantity.unit, claim.quantity.value
    if unit is not None:
        return dimension_of(unit) == dimension_of("percent") and 0 <= value <= WHOLE_SHARE
    one, two = abs(value), abs(source.quantity.value)
    return value == value.to_integral_value() and max(one, two) <= MANIFOLD * max(min(one, two), Decimal(1))


def _noun_before(analysis: Analysis, figure: QuantityMention, sentence: tuple[int, int], houses: Houses) -> str:
    """What the noun before a list says that its numbers count ("Distribution of mandates: …", "55 seats, …")."""
    nouns, start = tables(houses).words["tallied"], max(sentence[0], figure.first - TALLY)
    words, by = analysis.tokens.words, word_classes(houses)["change-by"]
    near = analysis.between(analysis.quantities, start, figure.first)
    margins = {i for q in near if words[q.first - 1] in by for i in range(q.first, q.last)}  # "decided by 311 votes"
    own = (singular(words[i], tables(houses)) for i in range(figure.first - 1, start - 1, -1) if i not in margins)
    known = {singular(n, tables(houses)): n for n in nouns}
    noun = next((w for w in own if w in known), "")
    plural = known.get(noun, "")
    return plural if plural in known_measures(houses) else thing(noun, houses) if noun else ""
