"""Totals that a text leaves to its reader: groups added up ("three women and one man"), all shot and none killed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import takewhile

from reconcile.claims.measuring.inherited import joins
from reconcile.claims.measuring.measure_table import MeasureEntry, becoming, kinships
from reconcile.claims.people.attackers import KILLED, OTHERS
from reconcile.language.grammar import ends_in, stands_among, word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.quantity_values import PERSON
from reconcile.language.tokens import folded_words
from reconcile.model.change import evolve
from reconcile.model.claim import INCREMENT, UNNAMED, Claim, Scope, Status
from reconcile.model.quantity import Hedge, Quantity
from reconcile.model.text import Article

ONE_OF_REACH = 16  # characters before a figure in which "one of the" may stand
REST_REACH = 3  # tokens in which a sentence opens with those who are left ("the other five")
PART_REACH = 8  # tokens behind a figure in which "including one who died" may stand
_OPENS_LIST = frozenset({",", ":", "-", "–", "—", "("})
DEATH_REACH = 200  # characters after it in which its sentence may tell of a death


def settle_survivors(claims: Sequence[Claim], article: Article, houses: Houses = ()) -> list[Claim]:
    """Where an article tells of nobody killed, those shot are the injured; the table says what becomes what."""
    changes: Mapping[str, MeasureEntry] = becoming(houses)
    told = {c.measure for c in claims if c.frame.main and c.status is Status.STATED}
    hit = {m: _hit(m, changes, houses) for m in {c.measure for c in claims}}
    totals = {
        c.quantity.value: m for c in claims if (m := hit[c.measure] and _total(c, hit[c.measure], article, houses))
    }
    if KILLED in told or totals:
        known = [c if not totals or _is_others(c, houses) else _as_total(c, totals, changes) for c in claims]
        settled = [c if totals.get(c.quantity.value) == c.measure else _as_survivors(c, changes, houses) for c in known]
        return [*settled, *_survivors(settled, changes)]
    if told.isdisjoint(changes):
        return list(claims)
    rest = {c.measure for c in claims if _is_rest(c, article, houses)}
    return [
        evolve(c, measure=changes[c.measure].becomes, told_as=c.measure)
        if c.measure in changes and c.quantity.unit == PERSON and changes[c.measure].becomes not in rest
        else c
        for c in claims
    ]


def _is_rest(claim: Claim, article: Article, houses: Houses) -> bool:
    """ "the other three were injured": of more people, not all were."""
    span = claim.mention.span
    before = folded_words(article.part(span.part)[max(0, span.start - ONE_OF_REACH) : span.start])
    return bool(word_classes(houses)["remainder"].intersection(before[-1:]))


def _as_total(claim: Claim, totals: Mapping[Decimal, str], changes: Mapping[str, MeasureEntry]) -> Claim:
    """ "One of five people injured has died": the five are all who were hit, wherever the article repeats them."""
    total = totals.get(claim.quantity.value) if claim.quantity.unit == PERSON else None
    return evolve(claim, measure=total) if total and claim.measure == changes[total].becomes else claim


def _hit(measure: str, changes: Mapping[str, MeasureEntry], houses: Houses) -> str:
    """The measure of all who were hit, where this one may be told of those who were; else ""."""
    told = (m for m, e in changes.items() if measure in (m, e.becomes) or _kin(measure, e.becomes, houses))
    return next(told, "")


def _total(claim: Claim, total: str, article: Article, houses: Houses) -> str:
    """The measure `total` of all who were hit, where the claim counts those of whom one has died; else ""."""
    span, classes = claim.mention.span, word_classes(houses)
    text = article.part(span.part)
    before = folded_words(text[max(0, span.start - ONE_OF_REACH) : span.start])
    after = folded_words(text[span.end : span.end + DEATH_REACH])
    stop = after.index(".") if "." in after else len(after)
    if not any(" ".join(before[-n:]) in classes["one-of"] for n in (2, 3)):
        told = claim.measure == total and _some_died(after[stop + 1 :], classes)
        told = told or _takes_in_a_death(after[:stop], classes)
        return total if told else ""
    died = not classes["resultative"].isdisjoint(after[:stop])
    return total if died or _others_live(after[stop + 1 :], classes) else ""


def _takes_in_a_death(words: Sequence[str], classes: Mapping[str, frozenset[str]]) -> bool:
    """ "Shot four others, including one who died", "shot four people, one of whom later died"."""
    links, ends = classes["part-before"], classes["coordination"]
    at = next((n for n in range(len(words)) if {words[n], " ".join(words[n : n + 2])} & links), None)
    if at is None or at > PART_REACH:
        return False
    part = list(takewhile(lambda w: w not in ends, words[at : at + PART_REACH]))
    return not classes["resultative"].isdisjoint(part)


def _some_died(words: Sequence[str], classes: Mapping[str, frozenset[str]]) -> bool:
    """ "Three others were shot. Two of them died": the three are all who were hit."""
    clause = words[: words.index(".")] if "." in words else words
    some = " ".join(clause[1:3]) in classes["of-the"] | classes["part-before"]
    return some and not classes["resultative"].isdisjoint(clause[3 : 3 + PART_REACH])


def _others_live(words: Sequence[str], classes: Mapping[str, frozenset[str]]) -> bool:
    """ "She was one of six people wounded. The others survived": of whom the text tells before has died."""
    opening = words[:REST_REACH]
    rest = not classes["remainder"].isdisjoint(opening) and not classes["known-before"].isdisjoint(opening[:1])
    clause = words[: words.index(".")] if "." in words else words
    return rest and not classes["living-on"].isdisjoint(clause)


def _kin(one: str, two: str, houses: Houses) -> bool:
    return frozenset((one, two)) in kinships(houses)


def _as_survivors(claim: Claim, changes: Mapping[str, MeasureEntry], houses: Houses) -> Claim:
    """ "One man was killed and three others were shot": the others are the injured."""
    if claim.measure not in changes:
        return claim
    return evolve(claim, measure=changes[claim.measure].becomes) if _is_others(claim, houses) else claim


def _is_others(claim: Claim, houses: Houses) -> bool:
    rest = word_classes(houses)["remainder"] | word_classes(houses)["increment"]
    return not rest.isdisjoint(folded_words(claim.mention.text))


def _survivors(claims: Sequence[Claim], changes: Mapping[str, MeasureEntry]) -> Iterator[Claim]:
    """What is left of all those shot after the one count of the dead, where no count of the injured is given."""
    own = [c for c in claims if c.status is Status.STATED and c.frame.main and c.quantity.unit == PERSON]
    dead = {c.quantity.low for c in own if c.measure == KILLED and c.quantity.hedge in (Hedge.EXACT, Hedge.AT_LEAST)}
    whole = {c.measure for c in own if c.scope is Scope.WHOLE}
    gone = dead.pop() if len(dead) == 1 else None
    for measure, entry in changes.items():
        shot = [c for c in own if c.measure == measure and c.scope is Scope.WHOLE and not c.period]
        totals = {c.quantity.low for c in shot if c.quantity.hedge is Hedge.EXACT}
        if gone is None or entry.becomes in whole or len(totals) != 1:
            continue
        left = (totals.pop() or Decimal(0)) - gone
        if left > 0:
            value = Quantity(left, left, unit=PERSON, counted="people", head="person")
            yield evolve(shot[0], id=f"{shot[0].id}-{gone}", measure=entry.becomes, value=value)


def add_up_groups(
    claims: Sequence[Claim], article: Article, houses: Houses = (), companions: frozenset[str] = frozenset()
) -> list[Claim]:
    """The claims, joined by the sum of neighbouring groups where the article gives no whole of its own.

    `companions` are the ids of single people told without a number ("a man and two others"); only the sum keeps them,
    and only where they were killed or hurt: of those taken to hospital, some may be told elsewhere.
    """
    found = (run for run in _runs(claims, article, houses, companions) if len(run) > 1)
    runs = [run for run in found if not _is_apposed(run, article, companions)]
    runs = [run for run in runs if run[-1].id in companions or not _is_among(run, article, houses)]
    runs = [run for run in runs if not (_is_beside(run[0], article, houses) or _is_spelt_out(run, article))]
    members = {c.id for run in runs for c in run if companions.intersection(m.id for m in run)}
    whole = {c.measure for c in claims if c.scope is Scope.WHOLE and not c.population and c.id not in members}
    told = {(c.measure, c.quantity.value) for c in claims if c.scope is Scope.WHOLE and c.id not in members}
    parts = {c.id: evolve(c, scope=Scope.PART, population=c.population or OTHERS) for c in claims if c.id in members}
    nested = [run for run in runs if any(_is_included(c, article, houses) for c in run)]
    some = (c for run in nested for c in run if c.id not in parts)
    parts |= {c.id: evolve(c, scope=Scope.PART, population=c.population or UNNAMED) for c in some}
    runs = [run for run in runs if run not in nested]
    joined = [parts.get(c.id, c) for c in claims if c.id not in companions]
    victims = {KILLED, *becoming(houses), *(e.becomes for e in becoming(houses).values())}
    sums: set[tuple[str, Decimal]] = set()
    for run in runs:
        measure, total = run[0].measure, sum((c.quantity.value for c in run), Decimal(0))
        apart = run[0].id in members or len({c.population for c in run}) == len(run)
        wanted = measure not in whole or (measure, total) in sums  # a headline's sum may be told again
        wanted = wanted and (measure, total) not in told  # "seven aboard died, six passengers and the driver"
        if wanted and apart and (run[0].id not in members or measure in victims):
            whole.add(measure)
            sums.add((measure, total))
            joined.append(_sum(run, total, article))
    return in_order(joined)


def in_order(claims: Iterable[Claim]) -> list[Claim]:
    """Claims as they stand in the article, headline first."""
    return sorted(claims, key=lambda c: (c.mention.span.part != "headline", c.mention.span.start, c.mention.span.end))


def _runs(
    claims: Sequence[Claim], article: Article, houses: Houses, companions: frozenset[str]
) -> Iterator[list[Claim]]:
    """Neighbouring exact counts of groups by one measure, nothing but "and" or commas between them."""
    links, owners = word_classes(houses)["coordination"] | {","}, word_classes(houses)["possessive"]
    run: list[Claim] = []
    for claim in claims:
        joined = run and _joins(run[-1], claim, article, links, owners)
        if joined and (_is_group(claim) or companions.intersection(c.id for c in (*run, claim))):
            run.append(claim)
            continue
        yield run or [claim]
        run = [claim] if _is_group(claim) or _is_exact(claim) else []
    if run:
        yield run


def _is_apposed(run: Sequence[Claim], article: Article, companions: frozenset[str]) -> bool:
    """ "One woman, an 84-year-old from Romsey, died": without "and", a single person behind another one is the same.

    "An 18-year-old, 19-year-old" are two, as nobody is of two ages.
    """
    one, other = run[-2], run[-1]
    if other.id not in companions or one.mention.span.part == "headline" or one.quantity.value != 1:
        return False
    if _digits(one) and _digits(other) and _digits(one) != _digits(other):
        return False
    return article.part(one.mention.span.part)[one.mention.span.end : other.mention.span.start].strip() == ","


def _is_beside(first: Claim, article: Article, houses: Houses) -> bool:
    """ "Shot along with his daughter and a neighbour": somebody told before was, too."""
    span = first.mention.span
    before = folded_words(article.part(span.part)[max(0, span.start - ONE_OF_REACH) : span.start])
    return ends_in(before, word_classes(houses)["beside-others"])


def _is_included(claim: Claim, article: Article, houses: Houses) -> bool:
    """ "149 passengers, including four infants, and six crew": the infants are among those told before."""
    span, phrases = claim.mention.span, word_classes(houses)["part-before"]
    before = folded_words(article.part(span.part)[max(0, span.start - ONE_OF_REACH) : span.start])
    return ends_in(before, phrases) or stands_among(folded_words(claim.mention.text), phrases)


def _is_spelt_out(run: Sequence[Claim], article: Article) -> bool:
    """ "Three others, a man and two women": behind the comma stands who the first are."""
    whole, rest = run[0], run[1:]
    if len(run) <= 2 or whole.population or whole.quantity.value != sum(c.quantity.value for c in rest):
        return False
    span = whole.mention.span
    return article.part(span.part)[span.end : rest[0].mention.span.start].strip() in _OPENS_LIST


def _digits(claim: Claim) -> str:
    """The digits that the text gives a person told without a number: an age."""
    return "".join(filter(str.isdigit, claim.mention.text))


def _is_among(run: Sequence[Claim], article: Article, houses: Houses) -> bool:
    """ "Six climbers, two Spaniards among them", "two of them Spaniards": the last are some of those before."""
    before, span, told = run[-2].mention.span, run[-1].mention.span, word_classes(houses)["of-those-counted"]
    text = article.part(span.part)
    after = folded_words(text[span.end : span.end + ONE_OF_REACH])[:2]
    among = " ".join(after) in told or stands_among(folded_words(run[-1].mention.text), told)
    return among and text[before.end : span.start].strip() == ","


def _is_group(claim: Claim) -> bool:
    named = claim.population not in ("", UNNAMED, INCREMENT)
    return _is_exact(claim) and named


def _is_exact(claim: Claim) -> bool:
    quantity = claim.quantity
    return quantity.hedge is Hedge.EXACT and quantity.low is not None and quantity.unit == PERSON


def _joins(before: Claim, claim: Claim, article: Article, links: frozenset[str], owners: frozenset[str]) -> bool:
    one, two = before.mention.span, claim.mention.span
    if not _is_exact(claim) or before.measure != claim.measure or not claim.measure or one.part != two.part:
        return False
    between = article.part(one.part)[one.end : two.start]
    gap = folded_words(between) if len(between.split(maxsplit=3)) <= 3 else ()
    return joins(gap, links, owners)


def _sum(run: Sequence[Claim], total: Decimal, article: Article) -> Claim:
    first, last = run[0], run[-1]
    span = first.mention.span
    return evolve(
        first,
        id=f"{first.id}+{len(run)}",
        mention=article.mention(span.part, span.start, last.mention.span.end),
        value=Quantity(total, total, unit="person", counted="people", head="person"),
        scope=Scope.WHOLE,
        population="",
    )
