"""What an area or mass measures in the story of a wildfire or of a drug find, where its own sentence does not say."""

from __future__ import annotations

import pytest

from reconcile.claims.extract import extract
from reconcile.model.claim import Kind
from reconcile.model.text import Article

FIRE = "Wildfire closes in on Arel"
HACK = "Hackers hit clinic in Arel"
SCAM = "Romance scam: man held in Osk"
TRIAL = "Dengue vaccine passes its trial"
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
        (
            "Flood in Arel",
            "At noon the Tavra stood at 7.8 metres (25.6 feet).",
            ["water level 7.8", "water level 25.6"],
        ),
        ("Flood in Arel", "At 9.2 metres, the river passed the mark.", ["water level 9.2"]),
        ("Flood in Arel", "The wall is 9.2 metres high.", ["height 9.2"]),
        ("Walks in Arel", "At noon the mast stood at 7.8 metres.", ["metre 7.8"]),
        ("Notes from the west", "The Stone Gulch fire was at 700 acres.", ["burned area 700"]),
        (DRUGS, "The haul weighed 640 kilos.", ["drugs 640"]),
        (DRUGS, "An earlier statement gave the weight as 460 kg.", ["drugs 460"]),
        (DRUGS, "It lay in a 3-tonne lorry.", ["tonne 3"]),
        (DRUGS, "Last year's 2-tonne haul is still the record.", ["drugs 2"]),
        (
            TRIAL,
            "It prevented 68 percent of cases and 91 percent of hospital admissions.",
            ["efficacy 68", "efficacy against severe disease 91"],
        ),
        (TRIAL, "It cuts infections by 68 percent.", ["efficacy 68"]),
        (TRIAL, "Protection fell by 7 percent.", ["change in efficacy 7"]),
        (TRIAL, "In hospital 91 percent of the patients were men.", ["percent 91"]),
        (TRIAL, "Shares rose by 9 percent.", ["share move 9"]),
        ("Town calm", "Patrols cut the number of attacks by 68 percent.", ["percent 68"]),
        ("Bell raised from wreck", "It weighed 640 kilos.", ["weight 640"]),
        (HACK, "The gang may spill the secrets of 64,000 patients.", ["data exposed 64000"]),
        (HACK, "How many are affected? Around 64,000 patients.", ["data exposed 64000"]),
        (HACK, "The ombudsman's count of victims is 64,000.", ["data exposed 64000"]),
        (HACK, "In all 1.2 terabytes went out of the door.", ["data stolen 1.2"]),
        (HACK, "It treats some 64,000 patients.", ["patient 64000"]),
        (HACK, "It has 64,000 patients.", ["patient 64000"]),
        (HACK, "It has written to 64,000 patients.", ["patient 64000"]),
        (HACK, "Two patients died.", ["killed 2"]),
        (SCAM, "The number of victims is put at 340.", ["people defrauded 340"]),
        (SCAM, "There are 340 victims so far.", ["people defrauded 340"]),
        (SCAM, "One of the 12 victims has killed himself.", [" 12"]),
        ("Inquiry into child abuse ends", "It found the number of victims to be 412.", ["abused 412"]),
        ("Flood in Arel", "The number of victims is put at 34.", ["killed 34"]),
    ],
)
def test_the_story_tells_what_its_figures_measure(headline: str, body: str, expected: list[str]) -> None:
    assert measures(headline, body) == expected
