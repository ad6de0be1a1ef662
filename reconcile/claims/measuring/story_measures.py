"""What a figure measures in a story of one kind, where its sentence does not say: an area in that of a wildfire."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from attrs import frozen

from reconcile.claims.measuring.compared import CHANGE
from reconcile.claims.measuring.measure_table import cues_of
from reconcile.claims.tables import thing
from reconcile.language.analysis import Analysis
from reconcile.language.dimensions import MONEY, dimension_of, is_money
from reconcile.language.grammar import stands_between, word_classes
from reconcile.language.lexicon import Entry, Houses, TableSpec, by_phrase, load
from reconcile.language.phrases import PhraseTable
from reconcile.language.quantities import QuantityMention
from reconcile.language.quantity_values import PERSON
from reconcile.model.change import evolve
from reconcile.model.claim import Claim, Kind
from reconcile.model.text import Part

OPENING_TOKENS = 60  # headline and this much of the body say what the story is about
KILLED = "killed"  # what the number of "victims" is where no story says otherwise
NAMED_REACH = 4  # tokens after "the 4,000-acre" in which what the story is about may be named ("Stone Gulch fire")


@frozen(kw_only=True)
class StoryMeasure(Entry):
    """A kind of story and what its figures of one dimension measure; see the head of story_measures.toml."""

    measure: str
    counts: str
    instead: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    least: int = 0
    said: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    level: bool = False
    anyhow: bool = False


SPEC = TableSpec("story_measures", "story", StoryMeasure, shared_phrases=True)


def with_story_measures(claims: Sequence[Claim], parts: Mapping[Part, Analysis], houses: Houses = ()) -> list[Claim]:
    """The claims of one article; a figure that tells no measure of its own takes the one its story is about."""
    counted = _counted(houses)
    counting = {c.id for c in claims if _dimension(c) in counted}
    if not counting:
        return list(claims)
    told = [e for part, a in parts.items() for e in _told(a, 0, None if part == "headline" else OPENING_TOKENS, houses)]
    figures = {(part, q.start): q for part, analysis in parts.items() for q in analysis.quantities}
    made: list[Claim] = []
    for claim in claims:
        part = claim.mention.span.part
        figure = figures.get((part, claim.mention.span.start))
        if figure is not None and claim.id in counting:
            claim = _of_story(claim, figure, parts[part], told, houses)
        made.append(claim)
    return made


@lru_cache(maxsize=16)
def _counted(houses: Houses) -> frozenset[str]:
    """The dimensions of which the table tells."""
    return frozenset(entry.counts for entry in load(SPEC, houses))


def _told(analysis: Analysis, first: int, last: int | None, houses: Houses) -> list[StoryMeasure]:
    """The kinds of story that the tokens tell of, in order."""
    return [entry for match in _stories(houses).find(analysis.tokens, first, last) for entry in match.entry]


@lru_cache(maxsize=16)
def _stories(houses: Houses) -> PhraseTable[tuple[StoryMeasure, ...]]:
    return by_phrase(load(SPEC, houses))


def _of_story(
    claim: Claim, figure: QuantityMention, analysis: Analysis, told: Sequence[StoryMeasure], houses: Houses
) -> Claim:
    """The claim, with the measure of its sentence's or else its article's story where it has none of its own."""
    sentence = analysis.sentences[analysis.sentence_of(figure.first)]
    own = _told(analysis, *sentence, houses)
    fit = [e for e in (*own, *told) if e.counts == _dimension(claim)]
    entry = min((e for e in fit if _says(e, figure, analysis)), key=lambda e: _gap(e, figure, analysis), default=None)
    if entry is None:
        return claim
    if entry.counts == PERSON:
        hit = _are_victims(claim, analysis, sentence, houses) or _are_hit(claim, figure, analysis, entry, houses)
        return evolve(claim, measure=entry.measure) if hit else claim
    if claim.measure not in (claim.quantity.unit, *entry.instead):
        return claim
    behind = analysis.tokens.words[figure.last : figure.last + NAMED_REACH]
    if _describes(analysis, figure) and not any(name in behind for name in entry.named):
        return claim
    by = analysis.tokens.words[max(0, figure.first - 1)] in word_classes(houses)["change-by"]
    return evolve(claim, measure=CHANGE.format(entry.measure) if entry.level and by else entry.measure)


def _says(entry: StoryMeasure, figure: QuantityMention, analysis: Analysis) -> bool:
    """True where the figure's sentence says what the entry asks for, and what it is of stands beside the figure."""
    first, last = analysis.sentences[analysis.sentence_of(figure.first)]
    if entry.said and not stands_between(analysis.tokens, first, last, entry.said):
        return False
    beside = analysis.between(analysis.quantities, first, last)
    start = max((q.last for q in beside if q.last <= figure.first), default=first)
    stop = min((q.first for q in beside if q.first >= figure.last), default=last)
    return not entry.of or stands_between(analysis.tokens, start, stop, entry.of)


def _gap(entry: StoryMeasure, figure: QuantityMention, analysis: Analysis) -> int:
    """Tokens between the figure and the words it must stand beside; as many as there can be where it needs none."""
    first, last = analysis.sentences[analysis.sentence_of(figure.first)]
    if not entry.of:
        return last - first
    near = _of_words(entry.of).find(analysis.tokens, first, last)
    return min((max(m.start - figure.last, figure.first - m.end) for m in near), default=last - first)


@lru_cache(maxsize=128)
def _of_words(phrases: frozenset[str]) -> PhraseTable[str]:
    return PhraseTable((p, p) for p in sorted(phrases))


def _are_victims(claim: Claim, analysis: Analysis, sentence: tuple[int, int], houses: Houses) -> bool:
    """ "The number of victims is 12,000": victims of a fraud are dead only where something else says so."""
    words, victims = analysis.tokens.words, word_classes(houses)["victims-of"]
    if claim.measure not in ("", KILLED) or victims.isdisjoint(words[slice(*sentence)]):
        return False
    deadly = cues_of(houses, frozenset({KILLED})).find(analysis.tokens, *sentence)
    return all(not victims.isdisjoint(words[cue.start : cue.end]) for cue in deadly)


def _are_hit(claim: Claim, figure: QuantityMention, analysis: Analysis, entry: StoryMeasure, houses: Houses) -> bool:
    """ "The secrets of 6.4 million customers", "1.3 million customers." as an answer: people whom the story is about.

    Not so "its 6.4 million customers", which are all, and "wrote to 6.4 million customers".
    """
    head = claim.quantity.head or ""
    if head not in entry.heads or claim.quantity.value < entry.least:
        return False
    if claim.measure in entry.instead:
        return claim.measure != thing(head, houses) or _is_said_of(figure, analysis, houses)
    if entry.anyhow:
        before = analysis.tokens.words[max(0, figure.first - 1)]
        return claim.measure in ("", thing(head, houses)) and before not in word_classes(houses)["has-such"]
    return claim.measure in ("", thing(head, houses)) and _is_said_of(figure, analysis, houses)


def _is_said_of(figure: QuantityMention, analysis: Analysis, houses: Houses) -> bool:
    """True where "of" or "about" stands before the figure, and where it is all that its sentence says."""
    first, last = analysis.sentences[analysis.sentence_of(figure.first)]
    before = analysis.tokens.words[figure.first - 1] if figure.first > first else ""
    alone = figure.first == first and last - figure.last <= 1
    return alone or before in word_classes(houses)["data-of"]


def _dimension(claim: Claim) -> str:
    """What the figure is of, as the table says it; a bare number may count people."""
    if claim.kind is not Kind.FIGURE or claim.value is None:
        return ""
    unit, bare = claim.quantity.unit, claim.quantity.counted is None and not claim.measure
    if is_money(unit):
        return MONEY
    return dimension_of(unit) if unit else PERSON if bare else ""


def _describes(analysis: Analysis, figure: QuantityMention) -> bool:
    """ "a 300-acre farm": the figure tells how large the thing named behind it is."""
    tokens = analysis.tokens
    return "-" in tokens.words[figure.number_last - 1 : figure.last] and tokens.words[figure.last][:1].isalpha()
