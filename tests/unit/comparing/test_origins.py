"""Independent origins: copies, agencies and credits count once."""

from __future__ import annotations

from reconcile.comparing.origins import origins
from reconcile.model.claim import Attribution, Claim, Kind
from reconcile.model.quantity import Quantity
from reconcile.model.text import Article
from tests.unit.comparing.story import number

WIRE = (
    "Rescuers pulled 14 bodies from the flooded mine on Tuesday as pumps brought from the coast began to lower "
    "the water in the lower gallery, where the night shift had been cut off since the weekend by a sudden inflow. "
    "Relatives waited at the gate under tarpaulins and were given tea by the parish, whose priest read out names."
)


def claim(article: Article, figure: str = "14", by: str | None = None) -> Claim:
    at = article.body.index(figure)
    quantity: Quantity = number(figure)
    speaker = Attribution(by) if by else None
    mention = article.mention("body", at, at + len(figure))
    return Claim(f"{article.id}#{at}", Kind.FIGURE, mention, quantity, "killed", attribution=speaker)


def count(*articles: Article, by: dict[str, str] | None = None) -> int:
    claims = [claim(a, by=(by or {}).get(a.id)) for a in articles]
    return len(set(origins(claims, {a.id: a for a in articles}).values()))


def test_a_wire_story_in_two_papers_is_one_origin() -> None:
    edited = WIRE.replace("on Tuesday ", "").replace("a sudden inflow", "an inflow") + " More to follow."
    assert count(Article("a", WIRE, source="Herald"), Article("b", edited, source="Echo")) == 1


def test_two_stories_of_one_event_are_two() -> None:
    other = "Fourteen, or 14 in figures, is the number of the dead that the mine's owners gave after a long silence."
    assert count(Article("a", WIRE, source="Herald"), Article("b", other, source="Echo")) == 2


def test_one_copied_passage_is_enough() -> None:
    other = "A day that began like others. " * 20 + WIRE.split(". ")[0] + ". And so the town fell silent." * 20
    assert count(Article("a", WIRE, source="Herald"), Article("b", other, source="Echo")) == 1


def test_the_same_agency_in_the_dateline() -> None:
    one = "MARLOW (Coast Press) - Some 14 people died when the quay gave way."
    two = "MARLOW (Coast Press) — The fall of a quay has killed 14, most of them anglers."
    assert count(Article("a", one, source="Herald"), Article("b", two, source="Echo")) == 1
    assert count(Article("a", one, source="Herald"), Article("b", two, source="Coast Press")) == 1


def test_what_credits_another_outlet_is_that_outlets() -> None:
    one = Article("a", "We have learned that 14 people died.", source="The Courier")
    two = Article("b", "Horror as 14 perish at the seaside, a paper says.", source="Lens")
    assert count(one, two) == 2
    assert count(one, two, by={"b": "The Courier"}) == 1


def test_a_source_that_names_nobody_joins_nothing() -> None:
    one = Article("a", "We have learned that 14 people died.", source="http:")
    two = Article("b", "Horror as 14 perish at the seaside, a paper says.", source="http:")
    assert count(one, two) == 2
