"""How far a count had come when it gave a figure: "with 62 percent of precincts reporting she had 49.6 percent"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from decimal import Decimal

from reconcile.language.analysis import Analysis
from reconcile.language.grammar import stands_between, word_classes
from reconcile.language.lexicon import Houses
from reconcile.model.change import evolve
from reconcile.model.claim import Claim, Status
from reconcile.model.text import Part

COUNTED = "count so far"  # the measure that tells how far a count has come
EARLY = 3  # sentences at the beginning of a text
WHOLE_COUNT = 100  # percent; who counts anew then has no further stage to tell


def with_stages(claims: Sequence[Claim], parts: Mapping[Part, Analysis], houses: Houses) -> list[Claim]:
    """The claims of one article; votes, shares and leads with the stage of the count that sentence or paragraph tell.

    Where neither does, an article that opens with a stage, and tells no other, tells it of all its figures without a
    time of their own. What came of it "in the end" has none.
    """
    told = [c for c in claims if c.measure == COUNTED and c.quantity.value < WHOLE_COUNT and c.frame.main]
    if not told:
        return list(claims)
    ids = {c.id for c in told}
    only = {c.quantity.value for c in told}
    opens = any(c.mention.span.part == "headline" or _stands_early(parts["body"], c) for c in told)
    anywhere = only.pop() if len(only) == 1 and opens else None
    places = {p: _places(a, [c for c in told if c.mention.span.part == p]) for p, a in parts.items()}
    staged: list[Claim] = []
    for claim in claims:
        if claim.id in ids:
            claim = evolve(claim, stage=claim.quantity.value)
        elif (
            claim.measure in word_classes(houses)["counted-in-stages"]
            and claim.status is Status.STATED
            and claim.frame.main
        ):
            part = claim.mention.span.part
            final = _is_final(parts[part], claim, houses)
            stage = None if final else _near(parts[part], claim, places[part])
            alone = not final and stage is None and claim.as_of is None
            claim = evolve(claim, stage=anywhere if alone else stage)
        staged.append(claim)
    return staged


def _stands_early(body: Analysis, claim: Claim) -> bool:
    """True in the first sentences of a text, which say how far the count had come when it was written."""
    return body.sentence_of(_token(body, claim)) < EARLY


def _is_final(analysis: Analysis, claim: Claim, houses: Houses) -> bool:
    """ "In the end it became 42,514": behind such words in its sentence."""
    at = _token(analysis, claim)
    return stands_between(
        analysis.tokens, analysis.sentences[analysis.sentence_of(at)][0], at, word_classes(houses)["in-the-end"]
    )


def _token(analysis: Analysis, claim: Claim) -> int:
    return bisect_right(analysis.tokens.starts, claim.mention.span.start) - 1


def _places(analysis: Analysis, told: Sequence[Claim]) -> list[tuple[int, Decimal]]:
    """The tokens at which stages are told, in order, and the stages."""
    return sorted((_token(analysis, c), c.quantity.value) for c in told)


def _near(analysis: Analysis, claim: Claim, told: Sequence[tuple[int, Decimal]]) -> Decimal | None:
    """The stage told nearest before the figure in its paragraph, else behind it in its sentence."""
    tokens, at = analysis.tokens, _token(analysis, claim)
    opens, _ = tokens.line_of(at)
    behind = bisect_right(told, (at, Decimal("Infinity")))
    if behind and told[behind - 1][0] >= opens:
        return told[behind - 1][1]
    ends = analysis.sentences[analysis.sentence_of(at)][1]
    return told[behind][1] if behind < len(told) and told[behind][0] < ends else None
