"""What an area or mass measures in the story of a wildfire or of a drug find, where its own sentence does not say."""

from __future__ import annotations

import pytest

from reconcile.claims.extract import extract
from reconcile.model.claim import Kind
from reconcile.model.text import Article

FIRE = "Wildfire closes in on Arel"
DRUGS = "Cocaine found in the port of Osk"


def measures(headline: str, body: str) -> list[str]:
    article = Article(id="a", headline=headline, body=body, published="2024-05-04")
    return [f"{c.measure} {c.quantity.value}" for c in extract(article, frozenset({Kind.FIGURE})).claims]


@pytest.mark.parametrize(
    ("headline", "body", "expected"),
    [
        (FIRE, "Size: 8,400 acres", ["burned area 8400"]),
        (FIRE, "By dusk it stood at 3,100 hectares.", ["burned area 3100"]),
        (FIRE, "It now covers an area of 12 square miles.", ["burned area 12"]),
        (FIRE, "The 4,000-acre Stone Gulch fire is moving east.", ["burned area 4000"]),
        (FIRE, "It began on a 300-acre farm.", ["acre 300"]),
        (FIRE, "The dam holds 300 tonnes of silt.", ["tonne 300"]),
        ("Reserve opens in Arel", "By dusk it stood at 3,100 hectares.", ["hectare 3100"]),
        ("Notes from the west", "The Stone Gulch fire was at 700 acres.", ["burned area 700"]),
        (DRUGS, "The haul weighed 640 kilos.", ["drugs 640"]),
        (DRUGS, "An earlier statement gave the weight as 460 kg.", ["drugs 460"]),
        (DRUGS, "It lay in a 3-tonne lorry.", ["tonne 3"]),
        (DRUGS, "Last year's 2-tonne haul is still the record.", ["drugs 2"]),
        ("Bell raised from wreck", "It weighed 640 kilos.", ["weight 640"]),
    ],
)
def test_the_story_tells_what_its_figures_measure(headline: str, body: str, expected: list[str]) -> None:
    assert measures(headline, body) == expected
