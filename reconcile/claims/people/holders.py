"""To whom a figure belongs: the candidate of a vote share, the owner of a stake, the side of 150 prisoners."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import lru_cache

from attrs import frozen

from reconcile.language.analysis import Analysis
from reconcile.language.counting import singular
from reconcile.language.gazetteer import gazetteer
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Entry, Houses, TableSpec, load
from reconcile.language.quantities import QuantityMention
from reconcile.language.quantity_tables import tables
from reconcile.language.quantity_values import PERSON
from reconcile.language.tokens import Tokens


@frozen(kw_only=True)
class HeldEntry(Entry):
    """Measures that belong to somebody; see the head of held.toml."""

    story: str = ""
    becomes: str = ""
    linked: bool = False


HELD = TableSpec("held", "held", HeldEntry)
BEFORE_REACH = 16  # tokens between a holder and the figure
OWNER = "'s"
LEAD_REACH = 3  # tokens from a name to what says that it is ahead ("Varda is now leading", "Rehn's lead")
AFTER_REACH = 8  # tokens from a figure to the end of the holder that "for" names
OWNER_REACH = 6  # tokens between a holder and whose it is ("the party of the former mayor Ann Dray")


@frozen
class _Owner:
    """A name that may be a holder's: its tokens, and itself folded, without whose it is ("the Union of Ann Dray")."""

    first: int
    last: int
    name: str


@lru_cache(maxsize=16)
def _held(houses: Houses) -> dict[str, HeldEntry]:
    return {p: e for e in load(HELD, houses) for p in e.phrases}


def held_measure(measure: str, holder: str, kinds: Collection[str], houses: Houses = ()) -> str:
    """What a figure with a holder measures in a story of these kinds: 49 percent for a candidate is a vote share."""
    entry = _held(houses).get(measure)
    told = entry is not None and entry.story in kinds and bool(holder or not entry.linked)
    return entry.becomes if entry is not None and told and entry.becomes else measure


def of_whole(analysis: Analysis, figure: QuantityMention, houses: Houses = ()) -> bool:
    """True for the 101 of "52 of its 101 seats": what there is to have, and nobody has."""
    words, links = analysis.tokens.words, word_classes(houses)["share-of"]
    before = analysis.between(analysis.quantities, max(0, figure.first - BEFORE_REACH), figure.first)
    return bool(before) and " ".join(words[before[-1].last : figure.first]) in links


def holder_of(
    analysis: Analysis, figure: QuantityMention, sentence: tuple[int, int], measure: str, houses: Houses = ()
) -> str:
    """The holder's name, folded; "" where the words do not tell one, or nobody holds such a figure."""
    if side := _side(analysis, figure):
        return side
    entry = _held(houses).get(measure)
    if entry is None:
        return ""
    again = _beside(analysis, figure, sentence, houses)
    told = again or figure
    owner = _named_after(analysis, figure, houses) or _named_before(analysis, told, sentence, houses)
    if owner is None or (entry.linked and again is None and not _linked(analysis, owner, figure, houses)):
        return ""
    return owner.name


def listed_holder(analysis: Analysis, figure: QuantityMention, sentence: tuple[int, int], houses: Houses = ()) -> str:
    """Who has a bare number, by a name right before it or a word of having between: "Kline 44", "44 for Kline"."""
    owner = _named_after(analysis, figure, houses) or _named_before(analysis, figure, sentence, houses)
    return owner.name if owner is not None and _linked(analysis, owner, figure, houses) else ""


def leader_of(analysis: Analysis, figure: QuantityMention, sentence: tuple[int, int], houses: Houses = ()) -> str:
    """Who is ahead, by the words before a figure: "Varda leads for the first time", "Rehn's lead is down"."""
    words, leads = analysis.tokens.words, word_classes(houses)["is-ahead"]
    start = max(sentence[0], figure.first - BEFORE_REACH)
    owners = _owners(analysis, start, figure.first, houses)
    ahead = [o for o in owners if not leads.isdisjoint(words[o.last : o.last + LEAD_REACH])]
    return ahead[-1].name if ahead else ""


def names_holder(analysis: Analysis, figure: QuantityMention, houses: Houses = ()) -> bool:
    """True for "against 58 for the Union"."""
    return _named_after(analysis, figure, houses) is not None


def same_holder(one: str, other: str) -> bool:
    """True where one name may be the other in short: "Ines Marrow" and "Marrow", "Green List" and "the Greens"."""
    short, long = sorted((_name_words(one), _name_words(other)), key=len)
    return short <= long


@lru_cache(maxsize=4096)
def _name_words(name: str) -> frozenset[str]:
    return frozenset(singular(w, tables()) for w in name.split())


def _linked(analysis: Analysis, owner: _Owner, figure: QuantityMention, houses: Houses) -> bool:
    """True for "Kline (Rural Union) had 46 percent", "Kline 46 percent", "46 percent for Kline", "Kline slid to 46".

    Also for "Kline was on course for 46", where every word between them tells of having. "Kline cut it by 46 percent"
    gives him none.
    """
    tokens, classes = analysis.tokens, word_classes(houses)
    last = figure.first - (tokens.words[figure.first - 1] in classes["definite"])  # "stood at the 35,8 percent"
    before, gap = tokens.words[last - 1], range(owner.last, last)
    if owner.first >= figure.last or before in classes["holding"]:
        return True
    between = [tokens.words[i] for i in gap if tokens.words[i][0].isalnum() and not tokens.raw(i)[0].isupper()]
    if before in classes["change-to"]:
        return (classes["comes-to"] | classes["goes-on"]).issuperset(between)
    return (classes["holding"] | classes["is-to-have"]).issuperset(between)


def _side(analysis: Analysis, figure: QuantityMention) -> str:
    """ "150 Vellian prisoners", "31 Vellian drones": a capital inside what is counted says whose they are."""
    tokens = analysis.tokens
    if figure.quantity.unit not in (PERSON, None):
        return ""
    for i in range(figure.number_last, figure.last - 1):
        word = tokens.text[tokens.starts[i] : tokens.ends[i]]
        if word.istitle() and word.isalpha():
            return tokens.words[i]
    return ""


def _beside(
    analysis: Analysis, figure: QuantityMention, sentence: tuple[int, int], houses: Houses
) -> QuantityMention | None:
    """The figure that shares its holder: "1,204,518 votes, or 49.1 percent", "49 percent and 12 seats"."""
    words, links = analysis.tokens.words, word_classes(houses)["of-one-holder"]
    start = max(sentence[0], figure.first - BEFORE_REACH)
    before = [q for q in analysis.between(analysis.quantities, start, figure.first) if q.last < figure.first]
    counted, told = {_counted(figure)}, None
    for other in reversed(before):  # "1,204,518 votes, 49.1 percent, 12 seats"
        if _counted(other) in counted or not links.issuperset(words[other.last : (told or figure).first]):
            break
        counted.add(_counted(other))
        told = other
    return told


def _counted(figure: QuantityMention) -> tuple[str | None, str | None]:
    return figure.quantity.unit, figure.quantity.head


def _named_after(analysis: Analysis, figure: QuantityMention, houses: Houses) -> _Owner | None:
    """ "32.1 percent for the opposition New Horizon", "for beaten Radko Vel's Concord"."""
    tokens, classes = analysis.tokens, word_classes(houses)
    against = _against_of(tokens, figure, classes)
    if not against and not classes["holder-after"].issuperset(tokens.words[figure.last : figure.last + 1] or [""]):
        return None
    owners = _owners(analysis, figure.last, figure.last + AFTER_REACH, houses)[:2]
    if not owners or not all(
        w.isalpha() or (against and w == ",") for w in tokens.words[figure.last : owners[0].first]
    ):
        return None
    owned = len(owners) > 1 and tokens.words[owners[0].last : owners[1].first] == [OWNER]
    return owners[1] if owned else owners[0]


def _against_of(tokens: Tokens, figure: QuantityMention, classes: Mapping[str, frozenset[str]]) -> bool:
    """ "47.1 % of the votes, against 40.2 % of the prime minister, Tomas Rehn", "against the 33.4 of the Concord"."""
    at = figure.first - 1
    at -= tokens.words[at] in classes["definite"]
    return tokens.words[at] in classes["other-side"] and tokens.words[figure.last : figure.last + 1] == ["of"]


def _named_before(
    analysis: Analysis, figure: QuantityMention, sentence: tuple[int, int], houses: Houses
) -> _Owner | None:
    """The nearest name before the figure and behind the one before it; a party in brackets or after "of" is not it."""
    words = analysis.tokens.words
    start = max(_clause(analysis, sentence[0], figure.first, houses), figure.first - BEFORE_REACH)
    floor = max((q.last for q in analysis.between(analysis.quantities, start, figure.first)), default=start)
    asides = word_classes(houses)["of"] | {"("}
    own: _Owner | None = None
    for owner in _owners(analysis, floor, figure.first, houses):
        gap = words[max(0, owner.first - 2) : owner.first]
        if own is not None and owner.first - own.last <= OWNER_REACH:
            gap = words[own.last : owner.first]
        if not asides.intersection(gap):
            own = owner
    return own


def _clause(analysis: Analysis, first: int, stop: int, houses: Houses) -> int:
    """Where the clause of a figure opens that has a subject of its own: "Kline is on 46 percent; the city has 22"."""
    tokens, definite = analysis.tokens, word_classes(houses)["definite"]
    last = next((i for i in range(stop - 1, first, -1) if tokens.words[i] == ";"), None)
    own = last is not None and last + 2 < stop and tokens.words[last + 1] in definite
    return last + 1 if last is not None and own and tokens.raw(last + 2).islower() else first


def _owners(analysis: Analysis, first: int, last: int, houses: Houses) -> list[_Owner]:
    """Who is named between two tokens, "the Union", "her Alliance" and "the city" among them.

    A chamber owns no seats in it.
    """
    tokens, classes = analysis.tokens, word_classes(houses)
    of, parties, places = classes["of"], gazetteer(houses).organisation_words, classes["part-of-country"]
    found: dict[int, _Owner] = {}
    for name in analysis.between(analysis.names, first, last):
        if name.first and tokens.words[name.first - 1] in classes["locative"]:
            continue  # "the last seat in Halden"
        words = name.canonical.split()
        whole = words[: next((i for i, w in enumerate(words) if w in of), len(words))]
        found[name.first] = _Owner(name.first, name.last, " ".join(whole))
    taken = {i for o in found.values() for i in range(o.first, o.last)}
    for i in range(max(first, 1), min(last, len(tokens))):
        party = tokens.words[i] in parties.first and i not in taken and tokens.raw(i).istitle()
        party = party or (i > 1 and tokens.words[i] in places and tokens.words[i - 2] not in classes["locative"])
        if party and (tokens.words[i - 1] in classes["definite"] or tokens.words[i - 1] in classes["possessive"]):
            found[i] = _Owner(i, i + 1, tokens.words[i])
    return [o for _, o in sorted(found.items()) if o.last <= last and o.name and o.name not in classes["chamber"]]
