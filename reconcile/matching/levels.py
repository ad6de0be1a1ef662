"""Ordered comparisons of two figures; each gives the first level that fits."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from math import fsum

from reconcile.claims.measuring.continued import LESSER
from reconcile.claims.measuring.gauges import gauges
from reconcile.claims.measuring.measure_table import known_measures
from reconcile.claims.people.attackers import KILLED, WITH_ATTACKER
from reconcile.claims.people.holders import same_holder
from reconcile.claims.people.scope import FAMILIES
from reconcile.claims.people.whereabouts import is_whereabouts
from reconcile.claims.tables import is_role
from reconcile.language.dimensions import MONEY
from reconcile.language.grammar import word_classes
from reconcile.matching.attackers import attacker_apart
from reconcile.matching.currencies import currencies_of, in_one_currency, in_two_currencies, may_be_one, to_the_cent
from reconcile.matching.kindred import told_apart
from reconcile.matching.kinds import kinds_apart
from reconcile.matching.likeness import value_level
from reconcile.matching.measured import measure_level
from reconcile.matching.rates import NO_RATES
from reconcile.matching.surroundings import Surroundings, story
from reconcile.matching.times import period_level, span_level, time_level
from reconcile.matching.tolls import toll_level
from reconcile.matching.topics import topic_level
from reconcile.matching.values import PERSON, dimension, one_number
from reconcile.matching.weights import Weights
from reconcile.model.claim import INCREMENT, UNNAMED, Claim, Scope, Status
from reconcile.model.finding import Waterfall

CLOSE, RELATED, TOUCHING = 0.45, 0.2, 0.08  # weighted share of common context words
VAGUE_GROUPS = frozenset({UNNAMED, INCREMENT, LESSER})  # parts of which the text does not say who they are
ONE_NUMBER = frozenset({"rare", "transposed"})  # what two questions of one story seldom share
ANOTHER_FORM = frozenset({"converted", "slip"})  # one number in another unit, or mistaken for it
TOLD_AGAIN = ANOTHER_FORM | {"rounded", "hedged", "transposed", "telling", "rare"}
_COMPATIBLE = frozenset({"rounded", "meets", "hedged"})
OUTVOTED = {"measure": frozenset({"else", "rivals"}), "population": frozenset({"one-group", "else"})}


def levels(a: Claim, b: Claim, around: Surroundings) -> dict[str, str]:
    """The level of each comparison of two figures, by comparison."""
    return _across(a, b, around) if in_two_currencies(a, b) else _levels(a, b, around)


def _across(a: Claim, b: Claim, around: Surroundings) -> dict[str, str]:
    """Of two sums in different currencies: laid beside each other where their story tells a rate.

    Without a rate, first answers to one question are put together; their numbers only tell where no rate that the
    currencies ever had would make them one. Two sums to the cent are what two markets ask; none is the other changed.
    """
    rates = around.rates.get(story(a), NO_RATES)
    one, other = currencies_of(a, b)
    told = rates.between(other, one)
    rate = told or rates.usual(other, one)
    same = rate is None or may_be_one(a, b, rate)
    found = _levels(*in_one_currency(a, b, rate.middle if rate else Decimal(1)), around)
    if to_the_cent(a) and to_the_cent(b) and not one_number(a.quantity, b.quantity):
        found |= {"measure": "else", "topic": "else"}
    elif told and same:
        found |= {"value": "exchanged", "topic": "else" if found["topic"] == "later" else found["topic"]}
    elif one_number(a.quantity, b.quantity):
        found |= {"value": "slip"}
    elif not told:
        found |= {"value": "unconverted"} if same else {}
        found |= {"measure": "units"} if found["topic"] != "first" else {}
    return found


def _levels(a: Claim, b: Claim, around: Surroundings) -> dict[str, str]:
    found = {name: level(a, b) for name, level in _LEVELS.items()}
    if kinds_apart(a, b, around.kinds) or attacker_apart(a, b, around.with_attacker):
        found["population"] = "else"
    if found["value"] in ONE_NUMBER and not roles_swapped(a, b) and not _slip_between_kinds(a, b, found["value"]):
        found |= {name: "one-number" for name in ("measure", "population") if found[name] in OUTVOTED[name]}
    found["measure"] = _by_number(a, found)
    kin_apart = found["measure"] == "kin" and told_apart(a, b, around.answers)
    if kin_apart or (found["measure"] == "same-head" and roles_swapped(a, b)):
        found["measure"] = "rivals"
    if found["time"] == "stories-apart" and story(a) not in around.eventful and _asks_one_event(a, b, found):
        found["time"] = "unknown"
    if found["period"] == "else" and found["value"] in _COMPATIBLE and _of_one_text(a, b):
        found["value"] = "else"  # "€3.80, down from €4": two prices, though 4 may be 3.80, rounded
    if found["value"] == "people-differ":
        found["value"] = toll_level(a, b, around.leading)
    return found | {
        "topic": topic_level(a, b, around),
        "wording": wording_level(a, b, around.rarity.get(story(a), {})),
    }


def _by_number(a: Claim, found: Mapping[str, str]) -> str:
    """The level of the measures, where one number of a sum, time or length tells more than the words for it do.

    "The bill of €4.12m" and "it spent €4.1m" are one sum; so are 400 metres high and 1,312 feet tall, 4.12m and 41.2m.
    """
    if found["measure"] == "same-unit" and found["value"] in TOLD_AGAIN:
        return "unit-number"
    if found["measure"] == "rivals" and dimension(a) is not None and found["value"] in ANOTHER_FORM:
        return "one-number"
    return found["measure"]


def _of_one_text(a: Claim, b: Claim) -> bool:
    return a.mention.span.article == b.mention.span.article


def roles_swapped(a: Claim, b: Claim) -> bool:
    """112 dead here, 112 injured there: one number in two roles is a slip to be found, not one question.

    So are 2,150 families and 2,150 people.
    """
    if _families_and_people(a, b):
        return True
    mixed = word_classes()["mixed-up"]
    return a.measure != b.measure and a.measure in mixed and b.measure in mixed


def _asks_one_event(a: Claim, b: Claim, found: Mapping[str, str]) -> bool:
    """True for counts of all of those whom it befell: in a story of one event, a day that one text leaves out parts
    nothing.

    But of what is done in rounds, such as the release of prisoners, each round has a count and a day of its own.
    """
    if {a.measure, b.measure} <= word_classes()["grows-for-months"]:
        return True
    known = a.measure == b.measure and a.measure in known_measures()
    in_rounds = a.measure in word_classes()["done-in-rounds"]
    return known and not in_rounds and found["population"] in ("all", "same-group")


def waterfall(a: Claim, b: Claim, around: Surroundings, weights: Weights) -> Waterfall:
    """All comparisons of two figures, weighed."""
    rows = tuple(weights.weigh(name, level) for name, level in levels(a, b, around).items())
    prior = weights.prior(a.mention.span.article == b.mention.span.article)
    return Waterfall(a.id, b.id, prior, rows, weights.threshold)


def note_level(a: Claim, b: Claim) -> str:
    """A note that puts one figure in the other's place says that both answer one question."""
    return "replaces" if a.id in b.replaces or b.id in a.replaces else "else"


def _slip_between_kinds(a: Claim, b: Claim, value: str) -> bool:
    """ "12,400 objects", "14,200 visitors": nobody slips from things to people."""
    told = bool(a.measure and b.measure)
    return value == "transposed" and told and (a.quantity.unit == PERSON) != (b.quantity.unit == PERSON)


def utterance_level(a: Claim, b: Claim) -> str:
    """Two quotations of one sentence give a figure at one place of it."""
    return "same" if a.utterance and a.utterance == b.utterance else "else"


def holder_level(a: Claim, b: Claim) -> str:
    """Whose votes, whose stake, whose prisoners, and from where a distance is: many texts leave that out."""
    if not a.holder or not b.holder:
        by_rights = a.measure not in word_classes()["told-from-a-place"]
        return "one-held" if by_rights and (a.holder or b.holder) else "unheld"
    return "same" if same_holder(a.holder, b.holder) else "else"


def population_level(a: Claim, b: Claim) -> str:
    """Everybody, the same group, or different groups; "49 miners" may be all, where nobody else is told of."""
    one, two = ("" if _counts_attacker(c) else c.population for c in (a, b))
    if one == two == LESSER and a.quantity.value != b.quantity.value:
        return "else"  # twelve bodies pulled out, two still without a name: some of the dead, and some others
    if one == two:
        return "all" if not one else "vague" if one in VAGUE_GROUPS else "same-group"
    if _families_and_people(a, b):
        return "else"
    if any(is_whereabouts(p) for p in (one, two)):
        return "else" if one and two else "one-group"  # "seven persons aboard died": others may have, too
    whole = a.scope is b.scope is Scope.WHOLE
    if whole and not (one and two) and a.quantity.head and a.quantity.head == b.quantity.head:
        return "same-group"  # "412 stewards", "640 stewards were on duty"
    if {one, two} == {UNNAMED, ""} and (unit := dimension(a)) is not None and not unit.startswith(MONEY):
        return "measured-part"
    if one and two:
        return "two-named" if whole and _is_role(one) and _is_role(two) else "else"
    return "one-named" if whole and _is_role(one or two) else "one-group"


def _families_and_people(a: Claim, b: Claim) -> bool:
    """True for families and for people who are called so; a bare number may be of either."""
    if (a.population == FAMILIES) == (b.population == FAMILIES):
        return False
    people = b if a.population == FAMILIES else a
    return people.quantity.unit == PERSON and people.quantity.counted is not None


def _is_role(population: str) -> bool:
    areas = word_classes()["whole-areas"]  # "20 states", "18 districts" without power
    return population not in WITH_ATTACKER and population not in areas and is_role(population)


def _counts_attacker(claim: Claim) -> bool:
    """True for the dead with the attacker among them, of whom reports tell as of all the dead."""
    return claim.population in WITH_ATTACKER and claim.measure == KILLED


def scope_level(a: Claim, b: Claim) -> str:
    """A whole, or a part of it; every share and length is of something, whether its sentence says so or not."""
    return "same" if a.scope == b.scope or population_level(a, b) == "measured-part" else "else"


def status_level(a: Claim, b: Claim) -> str:
    """An expectation answers another question than a count."""
    return "same" if (a.status is Status.FORECAST) == (b.status is Status.FORECAST) else "else"


def place_level(a: Claim, b: Claim) -> str:
    """Places, other than the scene of the story, to which the passages restrict their figures."""
    if not a.where and not b.where:
        return "else" if _read_apart(a, b) else "scene"
    if not a.where or not b.where:
        return "one-elsewhere"
    return "same" if a.where & b.where else "else"


def _read_apart(a: Claim, b: Claim) -> bool:
    """True for readings taken at two places that no name tells: "at the summit", "on tower 2"."""
    told = bool(a.said_in and b.said_in) and a.said_in != b.said_in
    return told and (a.said_in | b.said_in) <= gauges()


def wording_level(a: Claim, b: Claim, rarity: Mapping[str, float]) -> str:
    """Weighted overlap of the content words around both figures."""
    if not a.context or not b.context:
        return "unknown"
    # fsum is exact: the sum is the same in whatever order a set gives its words
    common = fsum(rarity.get(w, 1.0) for w in a.context & b.context)
    smaller = min(fsum(rarity.get(w, 1.0) for w in c.context) for c in (a, b))
    share = common / smaller
    return "close" if share >= CLOSE else "related" if share >= RELATED else "touching" if share >= TOUCHING else "else"


_LEVELS: dict[str, Callable[[Claim, Claim], str]] = {
    "measure": measure_level,
    "note": note_level,
    "utterance": utterance_level,
    "holder": holder_level,
    "population": population_level,
    "scope": scope_level,
    "status": status_level,
    "period": period_level,
    "span": span_level,
    "time": time_level,
    "place": place_level,
    "value": value_level,
}
