"""Who makes up a count: "216 people have been unwell, 187 guests and 29 crew", where the groups add up to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from reconcile.claims.measuring.continued import LESSER
from reconcile.claims.measuring.measure_table import deed_of, is_said_of, known_measures
from reconcile.claims.tables import thing
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.quantity_values import PERSON
from reconcile.language.tokens import folded_words
from reconcile.model.change import evolve
from reconcile.model.claim import Claim, Scope
from reconcile.model.quantity import Hedge
from reconcile.model.text import Article

LEAD_REACH = 12  # tokens between a count and the first of its groups
MOST_GROUPS = 6
LINK_REACH = 2  # tokens between two groups: ", and"
BARE_REACH = 18  # the same behind a colon, where each bare number tells of whom it is ("17 lie in the hall, and")
_OPENS = frozenset(":—–")
LEAST = 3  # the smallest count that groups can add up to
FAR = 200  # characters between two figures of one breakdown, at most


def with_breakdowns(claims: Sequence[Claim], article: Article, houses: Houses = ()) -> list[Claim]:
    """The claims of one article in order; groups that add up to the count before them count what it counts."""
    made = {c.id: c for c in claims}
    for at, whole in enumerate(claims):
        for part in _groups(whole, claims[at + 1 : at + 1 + MOST_GROUPS], article, houses):
            made[part.id] = _counted_with(part, made[whole.id].measure, houses)
    return list(made.values())


def _counted_with(part: Claim, measure: str, houses: Houses) -> Claim:
    """The part with the measure of its whole; in "74 buildings destroyed: 43 homes" these are a kind of their own."""
    deed, kind = deed_of(measure, houses), thing(part.quantity.head or "", houses)
    if is_said_of(deed, kind, houses):
        return evolve(part, measure=f"{kind} {deed}", scope=Scope.WHOLE, population="")
    who = part.population or part.quantity.head or LESSER
    return evolve(part, value=evolve(part.quantity, unit=PERSON), measure=measure, scope=Scope.PART, population=who)


def _groups(whole: Claim, after: Sequence[Claim], article: Article, houses: Houses) -> Sequence[Claim]:
    """The figures right behind a count, listed one by one, that add up to it; none where they do not."""
    if not _is_count(whole, houses) or whole.quantity.value < LEAST:
        return ()
    total, before = Decimal(0), whole
    for n, part in enumerate(after, start=1):
        if not _goes_on(whole, before, part, article, houses):
            return ()
        total, before = total + part.quantity.value, part
        if total >= whole.quantity.value:
            return after[:n] if n > 1 and total == whole.quantity.value else ()
    return ()


def _goes_on(whole: Claim, before: Claim, part: Claim, article: Article, houses: Houses) -> bool:
    """True for the next group of a list behind its whole."""
    one, two = before.mention.span, part.mention.span
    if one.part != two.part or not 0 <= two.start - one.end <= FAR:
        return False
    gap = folded_words(article.part(one.part)[one.end : two.start])
    classes = word_classes(houses)
    if _is_bare(part):
        return _goes_on_bare(before is whole, gap, classes)
    if not _is_group(part, whole, houses):
        return False
    if before is not whole:
        return 0 < len(gap) <= LINK_REACH and all(w in classes["coordination"] or w in (",", ";") for w in gap)
    told = gap[-1:] and (gap[-1] in classes["opens-breakdown"] or (gap[-1] == "," and part.quantity.unit == PERSON))
    of_these = gap[-2:] if "." in gap else ()
    return bool(told) and len(gap) <= LEAD_REACH and (not of_these or " ".join(of_these) in classes["of-those-counted"])


def _is_bare(claim: Claim) -> bool:
    quantity = claim.quantity
    return quantity.hedge is Hedge.EXACT and quantity.head is None and quantity.unit in (None, PERSON)


def _goes_on_bare(first: bool, gap: Sequence[str], classes: Mapping[str, frozenset[str]]) -> bool:
    """ "31 people lost their lives: 26 on the spot and five later": bare numbers behind a colon, in one sentence."""
    if "." in gap or not gap:
        return False
    if first:
        return gap[-1] in _OPENS and len(gap) <= LEAD_REACH
    return len(gap) <= BARE_REACH and (gap[-1] in classes["coordination"] or gap[-1] in (",", ";"))


def _is_count(claim: Claim, houses: Houses) -> bool:
    quantity = claim.quantity
    whole = quantity.hedge is Hedge.EXACT and quantity.value == quantity.value.to_integral_value()
    return whole and (quantity.unit == PERSON or (quantity.unit is None and quantity.head is None))


def _is_group(claim: Claim, whole: Claim, houses: Houses) -> bool:
    """An exact count of people named by a noun that tells of no other fate than the whole's."""
    quantity = claim.quantity
    if quantity.hedge is not Hedge.EXACT or quantity.unit not in (None, PERSON) or quantity.head is None:
        return False
    return claim.measure == whole.measure or claim.measure not in known_measures(houses)
