"""Figures of which their text says that they have changed: "raised its estimate to 5 million", "was revised down"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from reconcile.claims.measuring.measure_table import cue_table
from reconcile.claims.measuring.standards import BEFORE
from reconcile.claims.notes.contrasts import contrasted
from reconcile.claims.notes.taken_back import cues
from reconcile.language.analysis import Analysis
from reconcile.language.grammar import may_stand, stands_between, word_classes
from reconcile.language.lexicon import Houses, phrase_table
from reconcile.language.quantities import QuantityMention
from reconcile.language.quantity_tables import CHANGES
from reconcile.model.change import evolve
from reconcile.model.claim import Claim, Kind, Moved, Scope, Status
from reconcile.model.text import Part
from reconcile.model.when import Granularity

_REACH = 10  # tokens before a figure in which the verb of its change may stand
_SUBJECT = 4  # tokens that a clause may open with: "the new figure replaces"
_STOPS = frozenset(".;:()")
_DATED = 3  # tokens behind a figure in which the day or year it is of stands


def with_revisions(claims: Sequence[Claim], parts: Mapping[Part, Analysis], houses: Houses = ()) -> list[Claim]:
    """The claims of one article, those that their text calls raised, lowered or revised marked so."""
    revised = {m for analysis in parts.values() for m in _revised_measures(analysis, houses)}
    newer = [(part, pair) for part, a in parts.items() for pair in (*_once_planned(a, houses), *_replacing(a, houses))]
    planned = {(part, start): moved for part, (start, moved) in newer}
    marked = (_marked(c, parts, revised, houses) for c in claims)
    return _come_from([_replanned(c, planned) for c in marked], parts, houses)


def _once_planned(analysis: Analysis, houses: Houses) -> Iterator[tuple[int, Moved]]:
    """ "540 jobs rather than the 620 announced": where a figure begins that takes the place of one once planned."""
    for a, b, status in contrasted(analysis, range(len(analysis.quantities)), houses):
        new, old = analysis.quantities[a], analysis.quantities[b]
        if status is Status.BACKGROUND and new.quantity.value != old.quantity.value:
            yield new.start, _way(old, new)


def _replacing(analysis: Analysis, houses: Houses) -> Iterator[tuple[int, Moved]]:
    """ "It puts the damage at $3bn. That replaces the first estimate of $2bn": where the new figure begins."""
    words, classes = analysis.tokens.words, word_classes(houses)
    for new, old in pairwise(analysis.quantities):
        one, two = new.quantity, old.quantity
        if (one.unit, one.head) != (two.unit, two.head) or one.value == two.value:
            continue
        if words[old.first - 1] not in classes["share-of"] or words[old.first - 2] not in classes["taken-up-noun"]:
            continue
        start = max(new.last, analysis.sentences[analysis.sentence_of(old.first)][0])
        follows = analysis.sentence_of(max(0, start - 1)) == analysis.sentence_of(new.first)
        if follows and stands_between(analysis.tokens, start, min(start + _SUBJECT, old.first), classes["replaces"]):
            yield new.start, _way(old, new)


def _come_from(claims: Sequence[Claim], parts: Mapping[Part, Analysis], houses: Houses) -> list[Claim]:
    """ "52 are missing, down from 54": the figure has risen or fallen from the other, and takes its place."""
    made = list(claims)
    for at, (new, old) in enumerate(pairwise(claims)):
        if _has_come_from(new, old, parts, houses):
            way = Moved.UP if new.quantity.value > old.quantity.value else Moved.DOWN
            made[at] = evolve(made[at], moved=new.moved or way, replaces=(*new.replaces, old.id))
            made[at + 1] = evolve(made[at + 1], measure=new.measure)
    return made


def _has_come_from(new: Claim, old: Claim, parts: Mapping[Part, Analysis], houses: Houses) -> bool:
    """True for a figure and what it was before, though not in the week or the year before."""
    one, two = new.mention.span, old.mention.span
    if old.period != BEFORE or new.period or one.part != two.part or new.status is not Status.STATED:
        return False
    if new.quantity.value == old.quantity.value or not f"{new.measure} ".startswith(old.measure):
        return False
    if new.measure in word_classes(houses)["of-a-term"]:
        return False  # "unemployment fell to 4.1 from 4.4 percent": each was so in its month
    analysis = parts[one.part]
    first, last = analysis.tokens.at(one.end - 1) + 1, analysis.tokens.at(two.start)
    end = analysis.tokens.at(two.end - 1) + 1
    dates = analysis.between(analysis.dates, end, end + _DATED)
    return (
        0 < last - first <= _REACH
        and analysis.sentence_of(first) == analysis.sentence_of(last)
        and _leads_back(analysis.tokens.words, first, last, houses)
        and all(d.when.days is not None and d.when.days.granularity is Granularity.DAY for d in dates)
    )


def _leads_back(words: Sequence[str], first: int, last: int, houses: Houses) -> bool:
    """ "Down from" before the older figure, or nothing but "from" between the two ("climbed to 52 from 48")."""
    classes = word_classes(houses)
    alone = last - first == 1 and words[first] in classes["change-from"]
    return alone or " ".join(words[last - 2 : last]) in classes["moved-from"]


def _way(old: QuantityMention, new: QuantityMention) -> Moved:
    return Moved.UP if new.quantity.value > old.quantity.value else Moved.DOWN


def _replanned(claim: Claim, planned: Mapping[tuple[Part, int], Moved]) -> Claim:
    moved = planned.get((claim.mention.span.part, claim.mention.span.start))
    if moved is None or claim.moved is not None or claim.kind is not Kind.FIGURE or claim.status is not Status.STATED:
        return claim
    return evolve(claim, moved=moved)


def _marked(claim: Claim, parts: Mapping[Part, Analysis], revised: set[str], houses: Houses) -> Claim:
    if claim.kind is not Kind.FIGURE or claim.status not in (Status.STATED, Status.FORECAST):
        return claim
    analysis = parts[claim.mention.span.part]
    token = analysis.tokens.at(claim.mention.span.start)
    moved = _changed_to(analysis, token, houses)
    anew = claim.measure in revised and claim.scope is Scope.WHOLE and not claim.population
    if moved is None and _is_now(analysis, token, houses):
        return evolve(claim, moved=Moved.REVISED)
    if moved is None and anew and not cues(houses, "said-before").find(analysis.tokens, max(0, token - _REACH), token):
        moved = Moved.REVISED
    return evolve(claim, moved=moved) if moved else claim


def _changed_to(analysis: Analysis, token: int, houses: Houses) -> Moved | None:
    """ "raised its estimate of the damage to 5 million": a verb of change in the clause, and "to" before the figure."""
    words = analysis.tokens.words
    if not token or words[token - 1] not in word_classes(houses)["change-to"]:
        return None
    near = max(0, token - _REACH)
    start = max((i + 1 for i in range(near, token) if words[i] in _STOPS), default=near)
    ways = [m.entry.direction for m in phrase_table(CHANGES, houses).find(analysis.tokens, start, token - 1)]
    return Moved(ways[-1]) if ways and ways[-1] else None


def _is_now(analysis: Analysis, token: int, houses: Houses) -> bool:
    """ "540 jobs are now to go", "The bridge will now cost 14 million": words in the figure's clause say that it was
    another."""
    words, phrases = analysis.tokens.words, word_classes(houses)["now-planned"]
    if not may_stand(analysis.tokens, token - _REACH, token + _REACH, phrases):
        return False
    first, last = analysis.sentences[analysis.sentence_of(token)]
    closes = _STOPS | {","}
    start = max((i + 1 for i in range(max(first, token - _REACH), token) if words[i] in closes), default=first)
    stop = next((i for i in range(token, min(last, token + _REACH)) if words[i] in closes), min(last, token + _REACH))
    return stands_between(analysis.tokens, max(start, token - _REACH), stop, phrases)


def _revised_measures(analysis: Analysis, houses: Houses) -> set[str]:
    """The measures of which a sentence says that they were counted anew."""
    phrases = word_classes(houses)["says-revised"]
    found: set[str] = set()
    if not may_stand(analysis.tokens, 0, None, phrases):
        return found
    for start, stop in analysis.sentences:
        if stands_between(analysis.tokens, start, stop, phrases):
            told = cue_table(houses).find(analysis.tokens, start, stop)
            found.update(entry.measure for match in told for entry in match.entry)
    return found
