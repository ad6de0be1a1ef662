"""The figure an article stands for where it gives several of one measure.

One article's own figures seldom contradict each other: a smaller one that comes after the article's principal figure,
or after that of its own authority, at the same time and from no other, counts a part of it or another scene.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import accumulate, groupby, pairwise, takewhile

from reconcile.claims.measuring.continued import LESSER
from reconcile.claims.measuring.dynamics import Moves, moves
from reconcile.claims.measuring.measure_table import becoming, kinships
from reconcile.claims.people.attackers import KILLED, WITH_ATTACKER
from reconcile.claims.people.brought_to import brought_to
from reconcile.claims.tables import states
from reconcile.language.analysis import Analysis
from reconcile.language.grammar import stands_among, stands_between, word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.quantity_values import PERSON
from reconcile.language.tokens import folded_words
from reconcile.model.change import evolve
from reconcile.model.claim import UNNAMED, Claim, Scope, Status
from reconcile.model.quantity import Hedge
from reconcile.model.text import Part

INJURED = "injured"
NAMED_BEFORE = 2  # people whom "others" leaves out
CLAUSE_ENDS = frozenset(",;:.–—")
CLAUSE_REACH = 8  # tokens after "who" in which a clause may say which of the people it means
_TOLL_REACH = 8  # tokens before a figure in which the count may be named of which it is a reading
NEIGHBOURS = 40  # code points between two figures that stand side by side


def demote_lesser(claims: Sequence[Claim], parts: Mapping[Part, Analysis], houses: Houses = ()) -> list[Claim]:
    """The claims of one article; smaller figures beside the principal one of their measure become parts."""
    groups: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if _rivals(claim):
            groups[claim.measure, claim.period, claim.frame.key].append(claim)
    only = word_classes(houses)["no-more-than"]
    singled = {c.id for g in groups.values() if len(g) > 1 for c in g if _singled_out(c, parts, houses)}
    lesser = {c.id for g in groups.values() for c in _beside_principal(g, singled) if not _disputes(c, only)}
    lesser -= {c.id for c in claims if c.id in lesser and _counts_all(c, parts, houses)}
    lesser |= {c.id for g in groups.values() for c in (*_addends(g), *_dips(g, houses), *brought_to(g, parts, houses))}
    if not any(c.measure == KILLED for c in claims):
        lesser |= {c.id for group in groups.values() for c in _rests(group, houses)}
    return [evolve(c, scope=Scope.PART, population=LESSER) if c.id in lesser else c for c in claims]


def _beside_principal(group: Sequence[Claim], singled: Collection[str]) -> Iterator[Claim]:
    """Counts that are lesser than the article's first one, than the first of their own voice, or `singled` out."""
    first: dict[str | None, Claim] = {}
    for claim in group:
        role = claim.attribution.role if claim.attribution else None
        own = first.setdefault(role, claim)
        any_voice = claim.id in singled
        if any(_is_lesser(claim, principal, any_voice) for principal in (group[0], own)):
            yield claim


def _singled_out(claim: Claim, parts: Mapping[Part, Analysis], houses: Houses) -> bool:
    """ "The three who died before the fire": a clause says which of them, whoever tells it."""
    tokens, classes = parts[claim.mention.span.part].tokens, word_classes(houses)
    last = bisect_left(tokens.starts, claim.mention.span.end)
    if tokens.words[last : last + 1] == [] or tokens.words[last] not in classes["narrowing"]:
        return False
    clause = list(takewhile(lambda w: w not in CLAUSE_ENDS, tokens.words[last + 1 : last + CLAUSE_REACH]))
    return stands_among(clause, classes["which-of-them"])


def _rests(group: Sequence[Claim], houses: Houses) -> Iterator[Claim]:
    """Remainders that leave out somebody told before: "a girl shot along with three others … four were shot"."""
    rest = word_classes(houses)["remainder"]
    wholes = {c.quantity.value for c in group if c.quantity.hedge is Hedge.EXACT}
    for claim in group:
        more = any(0 < whole - claim.quantity.value <= NAMED_BEFORE for whole in wholes)
        if more and not rest.isdisjoint(folded_words(claim.mention.text)):
            yield claim


def _addends(group: Sequence[Claim]) -> Iterator[Claim]:
    """Neighbours that the article itself adds up: "killed 12 and nine people … altogether 21".

    What takes the place of a count that was wrong is no part of one.
    """
    sharp = [c for c in group if c.quantity.hedge is Hedge.EXACT and not c.replaces]
    sums = {c.quantity.value for c in sharp}
    for one, two in pairwise(sharp):
        a, b = one.mention.span, two.mention.span
        near = a.part == b.part and 0 <= b.start - a.end <= NEIGHBOURS and not _of_two_events(one, two)
        total = one.quantity.value + two.quantity.value
        if near and total in sums and total > max(one.quantity.value, two.quantity.value):
            yield from (one, two)


def _dips(group: Sequence[Claim], houses: Houses) -> Iterator[Claim]:
    """Counts below both an earlier and a later one of their live page, where the count only rises: parts of it."""
    if moves(group[0].measure, houses) is not Moves.RISES:
        return
    dated = [c for c in sorted(group, key=_hour) if c.as_of is not None and c.quantity.hedge is Hedge.EXACT]
    hours = [(hour, list(told)) for hour, told in groupby(dated, key=_hour)]  # what one list tells dips nowhere
    most = [max(c.quantity.value for c in told) for _, told in hours]
    till, since = list(accumulate(most, max)), list(accumulate(reversed(most), max))[::-1]
    for at in range(1, len(hours) - 1):
        yield from (c for c in hours[at][1] if c.quantity.value < till[at - 1] <= since[at + 1])


def _hour(claim: Claim) -> str:
    return claim.as_of.isoformat() if claim.as_of else ""


def settle_states(claims: Sequence[Claim], houses: Houses = ()) -> list[Claim]:
    """The claims of one article; "two dead, three critically injured" counts all injured where no others are told."""
    hurt = {INJURED, *becoming(houses)}
    own = [c for c in claims if c.measure in hurt or frozenset((c.measure, INJURED)) in kinships(houses)]
    if any(c.population != own[0].population or c.quantity.value != own[0].quantity.value for c in own):
        return list(claims)
    alone = {c.id for c in own if c.population in states(houses) and c.measure == INJURED}
    return [evolve(c, scope=Scope.WHOLE, population="") if c.id in alone else c for c in claims]


def settle_parts(claims: Sequence[Claim], houses: Houses = ()) -> list[Claim]:
    """The claims of one article; "285 were below, 235 of them were rescued" counts all the rescued.

    What is done to some people only is told of all to whom it was done where the article tells of no others.
    """
    done = word_classes(houses)["done-to-some"]
    told = Counter(c.measure for c in claims)

    def is_all(c: Claim) -> bool:
        some = c.population == UNNAMED and not c.where and c.measure in done and c.quantity.unit == PERSON
        return some and told[c.measure] == 1 and not any(frozenset((c.measure, m)) in kinships(houses) for m in told)

    return [evolve(c, scope=Scope.WHOLE, population="") if is_all(c) else c for c in claims]


def settle_groups(claims: Sequence[Claim]) -> list[Claim]:
    """The claims of one article; a named group ("49 miners") is a part where the article counts others, too.

    What it only fears or expects counts nobody yet: "17 migrants died. Divers fear that 40 bodies are in the hull".
    """
    told: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.scope is Scope.WHOLE and claim.status is not Status.FORECAST:
            told[_event_counted(claim)].append(claim)
    return [_settled(c, told[_event_counted(c)]) if c.population else c for c in claims]


def _event_counted(claim: Claim) -> tuple[object, ...]:
    return claim.measure, claim.period, claim.frame.key, claim.frame.incident.day


def _settled(claim: Claim, told: Sequence[Claim]) -> Claim:
    """A part beside another count; everybody beside an equal count of everybody ("49 dead": "49 miners perished")."""
    others = [c for c in told if c.population != claim.population]
    if claim.scope is Scope.PART or not others or claim.population in WITH_ATTACKER:
        return claim
    equal = all(c.quantity.value == claim.quantity.value and not c.population for c in others)
    return evolve(claim, population="") if equal else evolve(claim, scope=Scope.PART)


def _rivals(claim: Claim) -> bool:
    people = claim.quantity.unit == "person" and claim.measure != ""
    return people and claim.scope is Scope.WHOLE and not claim.population and claim.status is Status.STATED


def _is_lesser(claim: Claim, principal: Claim, any_voice: bool) -> bool:
    if claim.quantity.possible.meets(principal.quantity.possible) or claim.quantity.value >= principal.quantity.value:
        return False
    if principal.quantity.hedge is Hedge.VAGUE:
        return False
    if claim.frame.days != principal.frame.days and claim.frame.days and principal.frame.days:
        return False
    if _of_two_events(claim, principal) or claim.frame.incident.day in principal.frame.incident.others:
        return False
    if claim.said_in and principal.said_in and claim.said_in.isdisjoint(principal.said_in):
        return False  # "52 died in Quira and seven in Ocampa": neither is some of the other
    if claim.where != principal.where or claim.as_of != principal.as_of or claim.note or principal.note:
        return False
    return any_voice or claim.attribution is None or principal.attribution is None or _same_voice(claim, principal)


def _of_two_events(a: Claim, b: Claim) -> bool:
    """True for counts of events on different days, or at different sites."""
    one, other = a.frame.incident, b.frame.incident
    elsewhere = bool(one.scenes and other.scenes) and one.scenes.isdisjoint(other.scenes)
    return elsewhere or bool(one.day and other.day and one.day != other.day)


def _counts_all(claim: Claim, parts: Mapping[Part, Analysis], houses: Houses) -> bool:
    """True where the words before a lesser figure say that it is, or was, a count of all."""
    return is_another_count(claim, parts, houses) or _names_toll(claim, parts, houses)


def _names_toll(claim: Claim, parts: Mapping[Part, Analysis], houses: Houses) -> bool:
    """ "In the morning the count had stood at three", "gave the toll as four", "cut to nine": readings of a count."""
    analysis = parts[claim.mention.span.part]
    classes, words = word_classes(houses), analysis.tokens.words
    at = bisect_right(analysis.tokens.starts, claim.mention.span.start) - 1
    first = max(analysis.sentences[analysis.sentence_of(at)][0], at - _TOLL_REACH)
    between = analysis.between(analysis.quantities, first, at)
    first = max((q.last for q in between), default=first)
    told = classes["told-number"] | classes["added-up"] | classes["had-given"]
    if stands_between(analysis.tokens, first, at, told):
        return True
    start = max(analysis.sentences[analysis.sentence_of(at)][0], at - _TOLL_REACH)
    return words[at - 1] in classes["moved-to"] and not classes["changed-from"].isdisjoint(words[start : at - 1])


def is_another_count(claim: Claim, parts: Mapping[Part, Analysis], houses: Houses = ()) -> bool:
    """True where the sentence, or the one before it, says that somebody has a count of their own.

    "The owner gave a different figure. It said 228 had boarded", "the region counts for its part 28 dead".
    """
    analysis = parts[claim.mention.span.part]
    at = analysis.sentence_of(bisect_right(analysis.tokens.starts, claim.mention.span.start) - 1)
    told = (analysis.sentences[i] for i in (at - 1, at) if i >= 0)
    return any(stands_between(analysis.tokens, *t, word_classes(houses)["another-count"]) for t in told)


def _disputes(claim: Claim, only: frozenset[str]) -> bool:
    """ "The owner says only 112 were in there": whoever says that it is no more speaks of all."""
    return claim.attribution is not None and folded_words(claim.mention.text)[0] in only


def _same_voice(a: Claim, b: Claim) -> bool:
    assert a.attribution is not None and b.attribution is not None
    return a.attribution.role == b.attribution.role
