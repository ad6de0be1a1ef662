"""Hand-made results, so that the formats can be tested without reading or matching anything."""

from __future__ import annotations

from decimal import Decimal

from reconcile.errors import Problem
from reconcile.model.claim import Attribution, Claim, Kind, Status
from reconcile.model.finding import Best, Finding, LeftOut, Relation, Results, Side, Verdict, Waterfall, Weight
from reconcile.model.quantity import Hedge, Quantity
from reconcile.model.text import Article, SourceMark

EARLY = Article(
    id="urn:early",
    headline="Blast at mill kills 12",
    body="A blast tore through a flour mill on Tuesday.\nPolice said 12 people were killed. Four trucks burned.\n",
    source="Morning Wire",
    published="2024-03-05T08:30:00+00:00",
    path="stories/early.txt",
    marks=(SourceMark("body", 0, line=4, counts_lines=True),),
)
LATE = Article(
    id="urn:late",
    headline="Mill blast: toll corrected",
    body="Correction: an earlier report said 12 people died. The mill's owner says about 7 people were killed.",
    source="Evening Post",
    published="2024-03-06",
    path="stories/late.txt",
)


def claim(
    article: Article,
    words: str,
    low: int | str | None,
    high: int | str | None,
    *,
    hedge: Hedge = Hedge.EXACT,
    measure: str = "killed",
    status: Status = Status.STATED,
    speaker: str | None = None,
    part: str = "body",
    number: int = 1,
) -> Claim:
    """A figure whose mention is the first place where `words` stand."""
    start = article.part(part).index(words)  # type: ignore[arg-type]
    return Claim(
        id=f"{article.id}#{number}",
        kind=Kind.FIGURE,
        mention=article.mention(part, start, start + len(words)),  # type: ignore[arg-type]
        value=Quantity(_decimal(low), _decimal(high), hedge, unit="person", counted="people", head="person"),
        measure=measure,
        status=status,
        attribution=Attribution(speaker, "said") if speaker else None,
        event="event-1",
    )


def _decimal(value: int | str | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def finding(sides: list[list[Claim]], verdict: Verdict, *, id: str = "f00d5eed", **more: object) -> Finding:
    """A finding whose sides are these claims, every pair of sides in the same relation."""
    values = [side[0].quantity for side in sides]
    laid = tuple(
        Side(tuple(claims), claims[0].mention.text, value.low, value.high)
        for claims, value in zip(sides, values, strict=True)
    )
    relations = tuple(
        Relation(a, b, verdict, ("7 and 12 cannot both be true",))
        for a in range(len(laid))
        for b in range(a + 1, len(laid))
    )
    rule = "the figure that stands after a correction"
    given = {"best": Best(Decimal(6), Decimal(7), Decimal(8), rule, "person"), **more}
    return Finding(id, Kind.FIGURE, "killed", "people killed · blast, 5 March 2024", verdict, laid, relations, **given)  # type: ignore[arg-type]


def results() -> Results:
    """Two articles, one correction, one agreement, one claim left out, one problem."""
    headline = claim(EARLY, "kills 12", 12, 12, part="headline", number=0)
    early = claim(EARLY, "12 people", 12, 12, speaker="Police", number=1)
    trucks = claim(EARLY, "Four trucks", 4, 4, measure="trucks", number=2)
    withdrawn = claim(LATE, "12 people", 12, 12, status=Status.WITHDRAWN, number=1)
    late = claim(LATE, "about 7 people", 7, 7, hedge=Hedge.ABOUT, speaker="the mill's owner", number=2)
    waterfall = Waterfall(
        early.id, late.id, -4.0, (Weight("measure", "the same measure", 5.0), Weight("date", "a day apart", 2.5)), 1.0
    )
    corrected = finding(
        [[headline, early, withdrawn], [late]],
        Verdict.CORRECTED,
        notes=("Evening Post withdraws 12; Morning Wire still carries it.",),
        waterfalls=(waterfall,),
    )
    agreed = finding([[headline, early]], Verdict.AGREE, id="a9ee0001", best=None)
    return Results(
        articles=(EARLY, LATE),
        claims=(headline, early, trucks, withdrawn, late),
        findings=(corrected, agreed),
        left_out=(LeftOut(trucks.id, "no other article counts this"),),
        problems=(Problem("stories/broken.bin", "not a text file"),),
    )
