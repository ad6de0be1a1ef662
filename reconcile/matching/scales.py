"""Degrees without a scale ("47.2 degrees") as those of the scale that their article, or else its story, tells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal

from reconcile.language.dimensions import in_base, scales_of
from reconcile.matching.surroundings import story
from reconcile.matching.values import with_unit
from reconcile.model.claim import Claim, Kind

NEAR = 5  # degrees Celsius within which a reading of the story makes a number one of temperature, and of its scale

_Readings = Mapping[str, list[tuple[str, Decimal]]]  # by article or story, the scale and value of each reading


def with_scales(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims; of "47.2 degrees" the scale is that of its article, else the one that fits a reading of its story."""
    if not any(_scales(c) for c in claims):
        return tuple(claims)
    own: dict[str, list[tuple[str, Decimal]]] = defaultdict(list)
    shared: dict[str, list[tuple[str, Decimal]]] = defaultdict(list)
    known = {scale for c in claims for scale in _scales(c)}
    for claim in claims:
        if claim.kind is Kind.FIGURE and claim.quantity.unit in known:
            reading = claim.quantity.unit, in_base(claim.quantity.value, claim.quantity.unit)
            own[claim.mention.span.article].append(reading)
            shared[story(claim)].append(reading)
    return tuple(_scaled(c, own, shared) if _scales(c) else c for c in claims)


def _scales(claim: Claim) -> tuple[str, ...]:
    return scales_of(claim.quantity.unit) if claim.kind is Kind.FIGURE else ()


def _scaled(claim: Claim, own: _Readings, shared: _Readings) -> Claim:
    here = {scale for scale, _ in own.get(claim.mention.span.article, ())}
    scale = next(iter(here)) if len(here) == 1 else _nearest(claim, shared.get(story(claim), ()))
    return claim if scale is None else with_unit(claim, scale)


def _nearest(claim: Claim, readings: Sequence[tuple[str, Decimal]]) -> str | None:
    """The scale in which the number comes nearest to a reading of the story, if it comes near."""
    value = claim.quantity.value
    apart = [(abs(in_base(value, scale) - reading), scale) for scale in _scales(claim) for _, reading in readings]
    distance, scale = min(apart, default=(Decimal(NEAR + 1), ""))
    return scale if distance <= NEAR else None
