"""What was done to the bodies of some of the dead."""

from __future__ import annotations

import pytest

from reconcile.model.claim import Kind
from reconcile.model.text import Article
from reconcile.pipeline import extract_claims


def measures(body: str) -> dict[str, str]:
    """The measure of each figure, by its first word."""
    found = extract_claims([Article("a", body=body, source="Herald", published="2024-05-01T12:00:00Z")])
    return {c.mention.text.split()[0]: c.measure for c in found if c.kind is Kind.FIGURE}


@pytest.mark.parametrize(
    ("body", "number", "measure"),
    [
        ("The slide killed 87 people. Thirty bodies could not be identified.", "Thirty", "unidentified"),
        ("Nineteen victims have been identified, she said. The fire killed 60 people.", "Nineteen", "identified"),
        ("Police said 22 of the victims have been identified. The toll is 91.", "22", "identified"),
        ("The crash killed 45. Of the dead, 30 have been identified by relatives.", "30", "identified"),
        ("The toll is 94. Twenty-nine of the dead have no name.", "Twenty-nine", "unidentified"),
        ("The blaze killed 19. Eleven unidentified bodies were kept on ice.", "Eleven", "unidentified"),
        ("The quake killed 512. Forty bodies burned beyond recognition lie in a tent.", "Forty", "unidentified"),
        ("The wreck cost 300 lives. Ninety dead were buried on Monday.", "Ninety", "buried"),
        ("Hospitals hold 18 corpses, still unclaimed. In the raid 77 died.", "18", "killed"),
        ("In the raid 77 died. Eighteen corpses remain unclaimed.", "Eighteen", "unclaimed"),
        ("Two men killed in a crash have been identified.", "Two", "killed"),
        ("The fire killed nine. Three dead were identified as brothers.", "Three", "killed"),
        ("The slide killed 87 people. Thirty dead lay buried under mud.", "Thirty", "killed"),
    ],
)
def test_a_number_of_bodies_is_no_toll_beside_a_higher_one(body: str, number: str, measure: str) -> None:
    assert measures(body)[number] == measure
