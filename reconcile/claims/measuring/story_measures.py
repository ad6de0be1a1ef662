"""What a figure measures in a story of one kind, where its sentence does not say: an area in that of a wildfire."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from attrs import frozen

from reconcile.language.analysis import Analysis
from reconcile.language.dimensions import dimension_of
from reconcile.language.lexicon import Entry, Houses, TableSpec, load, phrase_table
from reconcile.language.quantities import QuantityMention
from reconcile.model.change import evolve
from reconcile.model.claim import Claim, Kind
from reconcile.model.text import Part

OPENING_TOKENS = 60  # headline and this much of the body say what the story is about
NAMED_REACH = 4  # tokens after "the 4,000-acre" in which what the story is about may be named ("Stone Gulch fire")


@frozen(kw_only=True)
class StoryMeasure(Entry):
    """A kind of story and what its figures of one dimension measure; see the head of story_measures.toml."""

    measure: str
    counts: str
    instead: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


SPEC = TableSpec("story_measures", "story", StoryMeasure)


def with_story_measures(claims: Sequence[Claim], parts: Mapping[Part, Analysis], houses: Houses = ()) -> list[Claim]:
    """The claims of one article; a figure that tells no measure of its own takes the one its story is about."""
    if not any(_dimension(c) in _counted(houses) for c in claims):
        return list(claims)
    told = [e for part, a in parts.items() for e in _told(a, 0, None if part == "headline" else OPENING_TOKENS, houses)]
    figures = {(part, q.start): q for part, analysis in parts.items() for q in analysis.quantities}
    made: list[Claim] = []
    for claim in claims:
        part = claim.mention.span.part
        figure = figures.get((part, claim.mention.span.start))
        if figure is not None and _dimension(claim) in _counted(houses):
            claim = _of_story(claim, figure, parts[part], told, houses)
        made.append(claim)
    return made


@lru_cache(maxsize=16)
def _counted(houses: Houses) -> frozenset[str]:
    """The dimensions of which the table tells."""
    return frozenset(entry.counts for entry in load(SPEC, houses))


def _told(analysis: Analysis, first: int, last: int | None, houses: Houses) -> list[StoryMeasure]:
    """The kinds of story that the tokens tell of, in order."""
    return [match.entry for match in phrase_table(SPEC, houses).find(analysis.tokens, first, last)]


def _of_story(
    claim: Claim, figure: QuantityMention, analysis: Analysis, told: Sequence[StoryMeasure], houses: Houses
) -> Claim:
    """The claim, with the measure of its sentence's or else its article's story where it has none of its own."""
    own = _told(analysis, *analysis.sentences[analysis.sentence_of(figure.first)], houses)
    entry = next((e for e in (*own, *told) if e.counts == _dimension(claim)), None)
    if entry is None or claim.measure not in (claim.quantity.unit, *entry.instead):
        return claim
    behind = analysis.tokens.words[figure.last : figure.last + NAMED_REACH]
    if _describes(analysis, figure) and not any(name in behind for name in entry.named):
        return claim
    return evolve(claim, measure=entry.measure)


def _dimension(claim: Claim) -> str:
    unit = claim.quantity.unit if claim.kind is Kind.FIGURE else None
    return dimension_of(unit) if unit else ""


def _describes(analysis: Analysis, figure: QuantityMention) -> bool:
    """ "a 300-acre farm": the figure tells how large the thing named behind it is."""
    tokens = analysis.tokens
    return "-" in tokens.words[figure.number_last - 1 : figure.last] and tokens.words[figure.last][:1].isalpha()
