"""One finding: the question, the figures drawn, the passages side by side, and why."""

from __future__ import annotations

from itertools import groupby

from reconcile.model.claim import Utterance
from reconcile.model.finding import Waterfall
from reconcile.reporting.html.desk import Desk, decision_form
from reconcile.reporting.html.diff import diff
from reconcile.reporting.html.markup import Markup, el
from reconcile.reporting.html.plot import plot, steps
from reconcile.reporting.safe import safe
from reconcile.reporting.view import FindingView, Row

_MOST_CARDS = 8  # passages shown of one side; the index has them all
_MOST_WATERFALLS = 12
_FIRST_REASONS = 3
OPEN = "none yet"


def finding_section(view: FindingView, desk: Desk | None = None) -> Markup:
    """The finding as an article element, with what the filters look at in its data attributes.

    With a `desk` it has buttons to decide on it.
    """
    made = view.finding.decision
    heading = el("h3", el("span", view.verdict.value, class_=f"badge {view.verdict}"), " ", view.about)
    return el(
        "article",
        heading,
        el("p", el("strong", "Decision: "), view.decision, class_="decision") if view.decision else None,
        [el("p", note, class_="note") for note in view.notes],
        plot(view),
        steps(view),
        el("p", el("strong", "Over time: "), view.trajectory) if view.trajectory else None,
        el("p", el("strong", "What stands: "), view.best) if view.best else None,
        el("div", [_side(view, index, list(rows)) for index, rows in _by_side(view)], class_="sides"),
        decision_form(view, desk) if desk else None,
        _why(view),
        id=f"f-{view.id}",
        tabindex=-1,
        class_="finding",
        data_verdict=view.verdict.value,
        data_kind=view.finding.kind.value,
        data_decision=made.choice.value if made else OPEN,
        data_sources="\n".join(dict.fromkeys(row.source for row in view.rows)),
    )


def _by_side(view: FindingView) -> groupby[int, Row]:
    return groupby(view.rows, key=lambda row: row.side)


def _side(view: FindingView, index: int, rows: list[Row]) -> Markup:
    side = view.finding.sides[index]
    origins = "1 independent origin" if side.origins == 1 else f"{side.origins} independent origins"
    rest = len(rows) - _MOST_CARDS
    return el(
        "section",
        el("h4", safe(side.label)),
        el("p", origins, class_="meta"),
        _changed(view, index),
        [_card(row) for row in rows[:_MOST_CARDS]],
        el("p", f"and {rest} more; the index below has them all", class_="meta") if rest > 0 else None,
    )


def _changed(view: FindingView, index: int) -> Markup | None:
    """How this side's quotation departs from the first side's."""
    first, here = (view.finding.sides[i].claims[0].value for i in (0, index))
    if index == 0 or not isinstance(first, Utterance) or not isinstance(here, Utterance):
        return None
    return el("p", diff(safe(first.words), safe(here.words)), class_="diff")


def _card(row: Row) -> Markup:
    mark = el("del" if row.withdrawn else "mark", row.passage.mention)
    said = f"{row.attributed} · " if row.attributed else ""
    return el(
        "figure",
        el("blockquote", row.passage.before, mark, row.passage.after),
        el("figcaption", said, el("b", row.source), _when(row), " · ", place(row), _status(row)),
        class_="passage",
    )


def _when(row: Row) -> list[Markup | str]:
    return [" · ", el("time", row.published, datetime=row.published.replace(" ", "T"))] if row.published else []


def _status(row: Row) -> str:
    return "" if row.claim.status == "stated" else f" · {row.claim.status}"


def place(row: Row) -> Markup:
    """Where the claim stands: a link where the article has an address on the web, else file and line."""
    if row.url.startswith(("https://", "http://")):
        return el("a", row.place, href=row.url, rel="noopener noreferrer", referrerpolicy="no-referrer")
    return el("code", row.place)


def _why(view: FindingView) -> list[Markup | None]:
    """The gravest reasons for everyone to read; further ones and the evidence of the match on demand."""
    reasons = [el("li", el("b", reason.verdict.value), f" — {reason.words}") for reason in view.reasons]
    first, rest = reasons[:_FIRST_REASONS], reasons[_FIRST_REASONS:]
    more = "1 more reason" if len(rest) == 1 else f"{len(rest)} more reasons"
    return [
        el("h4", "Why") if first else None,
        el("ul", first) if first else None,
        el("details", el("summary", more), el("ul", rest)) if rest else None,
        _evidence(view),
        el("p", "Finding ", el("code", view.id), class_="meta"),
    ]


def _evidence(view: FindingView) -> Markup | None:
    if not view.waterfalls:
        return None
    names = {row.claim.id: f"“{row.stated}” in {row.source}" for row in view.rows}
    tables = [_waterfall(w, names) for w in view.waterfalls[:_MOST_WATERFALLS]]
    rest = len(view.waterfalls) - _MOST_WATERFALLS
    more = el("p", f"and {rest} more pairs", class_="meta") if rest > 0 else None
    return el("details", el("summary", "Why these claims answer one question"), tables, more)


def _waterfall(waterfall: Waterfall, names: dict[str, str]) -> Markup:
    """Prior, one signed line a comparison, sum and threshold, in bits."""
    lines = [("prior", "", waterfall.prior), *((w.comparison, w.level, w.bits) for w in waterfall.weights)]
    body = [
        el("tr", el("th", safe(what), scope="row"), el("td", safe(level)), el("td", f"{bits:+.2f}", class_="number"))
        for what, level, bits in lines
    ]
    total = el("td", f"{waterfall.total:+.2f}", class_="number")
    needed = f"needed: {waterfall.threshold:+.2f}"
    pair = " and ".join(names.get(claim, safe(claim)) for claim in (waterfall.a, waterfall.b))
    return el(
        "table",
        el("caption", pair),
        el("thead", el("tr", [el("th", h, scope="col") for h in ("compared", "level", "bits")])),
        el("tbody", body),
        el("tfoot", el("tr", el("th", "sum", scope="row"), el("td", needed), total)),
        class_="waterfall",
    )
