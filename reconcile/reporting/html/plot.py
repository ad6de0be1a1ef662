"""The figures of one finding drawn: one row a claim in order of time, and steps for what rose over time.

Every drawing is laid out in per cent of its width, so that it fits a phone and its words stay as large as all others.
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from itertools import pairwise

from attrs import frozen

from reconcile.comparing.units import conversion
from reconcile.model.claim import Status
from reconcile.model.finding import Best, Verdict
from reconcile.model.quantity import Quantity
from reconcile.reporting.html.markup import Markup, el
from reconcile.reporting.html.scale import Scale, scale_for
from reconcile.reporting.numbers import common_unit, plain, plural, printed, with_unit
from reconcile.reporting.view import FindingView, Row

_ROWS = 24  # rows drawn; the passages below have the others
_MIDDLE = 12  # of a row, in pixels


@frozen
class Bar:
    """A claim on the axis: bounds as stated (None where open) and the plausible range."""

    row: Row
    low: float | None
    high: float | None
    likely: tuple[float, float]

    @property
    def ends(self) -> tuple[float, ...]:
        return tuple(v for v in (self.low, self.high, *self.likely) if v is not None)

    @property
    def point(self) -> float:
        """The stated number, or the middle of a stated range."""
        known = [v for v in (self.low, self.high) if v is not None]
        return sum(known) / len(known)


def plot(finding: FindingView) -> Markup | None:
    """The figures of a finding as rows under one another; None where all say the same."""
    best = finding.finding.best
    bars = _bars(finding)
    marks = [float(v) for v in (best.low, best.best, best.high) if v is not None] if best else []
    scale = scale_for([*(v for bar in bars for v in bar.ends), *marks])
    if scale is None or len({bar.ends for bar in bars}) < 2:
        return None
    unit = printed(_unit(finding))
    rows = [_row(bar, scale) for bar in bars[:_ROWS]]
    if best is not None:
        rows.append(_best(best, scale, unit))
    axis = f"{', in ' + plural(unit) if unit else ''}{', on a logarithmic axis' if scale.log else ''}"
    caption = f"Each figure as stated, in order of time{axis}; "
    return el(
        "figure",
        el("figcaption", caption, "the pale bar is what a careful reader would expect."),
        el("ol", rows, _axis(scale), class_="plot"),
    )


def _unit(finding: FindingView) -> str | None:
    """The unit in which all is drawn: that of what stands."""
    best = finding.finding.best
    return best.unit if best else common_unit(finding.finding.claims)


def _bars(finding: FindingView) -> list[Bar]:
    target = _unit(finding)
    bars = [bar for row in finding.rows if (bar := _bar(row, target)) is not None]
    return sorted(bars, key=lambda bar: (not bar.row.published, bar.row.published))


def _bar(row: Row, target: str | None) -> Bar | None:
    value = row.claim.value
    if not isinstance(value, Quantity):
        return None
    likely = value.plausible
    low, high, left, right = (_in_unit(v, value.unit, target) for v in (value.low, value.high, likely.low, likely.high))
    stated = [v for v in (low, high) if v is not None]
    if not stated:
        return None
    return Bar(row, low, high, (min(stated) if left is None else left, max(stated) if right is None else right))


def _in_unit(value: Decimal | None, unit: str | None, target: str | None) -> float | None:
    """`value` in the target's unit; None where it is open or cannot be converted."""
    if value is None or not value.is_finite():
        return None
    if unit == target or not (printed(unit) or printed(target)):
        return float(value)  # homes and customers without power are counts alike
    here, there = conversion(unit), conversion(target)
    if here is None or there is None or here.dimension != there.dimension:
        return None
    return float((here.apply(value) - there.offset) / there.factor)


def _row(bar: Bar, scale: Scale) -> Markup:
    row = bar.row
    left, right = scale.at(bar.likely[0]), scale.at(bar.likely[1])
    shapes = [
        el("line", x1="0", x2="100%", y1=_MIDDLE, y2=_MIDDLE, class_="rule"),
        el("rect", x=_percent(left), width=_percent(right - left), y=_MIDDLE - 6, height=12, rx=3, class_="likely"),
        *_stated(bar, scale),
    ]
    if row.withdrawn:
        shapes.append(_at(scale.at(bar.point), el("path", d="M-9 5L9 -5", class_="strike")))
    drawing = el("svg", shapes, role="img", aria_label=_in_words(bar), class_="bar")
    words = el("del" if row.withdrawn else "span", row.stated, class_="stated")
    source = el("span", row.source, " ", el("time", row.published) if row.published else None, class_="who")
    return el("li", source, drawing, words, class_=_classes(row))


def _stated(bar: Bar, scale: Scale) -> list[Markup]:
    """A dot for one number, a line for a range, an arrow where a side is open."""
    if bar.low is not None and bar.high is not None and bar.low != bar.high:
        a, b = _percent(scale.at(bar.low)), _percent(scale.at(bar.high))
        return [el("line", x1=a, x2=b, y1=_MIDDLE, y2=_MIDDLE, class_="range")]
    at = scale.at(bar.point)
    dot = el("circle", cx=_percent(at), cy=_MIDDLE, r=5, class_="dot")
    if bar.low is None:
        return [dot, _at(at, el("path", d="M-8 -5L-16 0L-8 5", class_="open"))]
    if bar.high is None:
        return [dot, _at(at, el("path", d="M8 -5L16 0L8 5", class_="open"))]
    return [dot]


def _at(percent: float, shape: Markup) -> Markup:
    """A shape drawn in pixels around a place given in per cent."""
    return el("svg", shape, x=_percent(percent), y=_MIDDLE, overflow="visible")


def _percent(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") + "%"


def _classes(row: Row) -> str:
    return "withdrawn" if row.claim.status is Status.WITHDRAWN else str(row.claim.status)


def _in_words(bar: Bar) -> str:
    low, high = (_rounded(v) for v in bar.likely)
    likely = f", likely {low} to {high}" if low != high else ""
    return f"{bar.row.source}: {bar.row.stated}{likely}"


def _best(best: Best, scale: Scale, unit: str) -> Markup:
    """Low, best and high of what still stands, beneath the rows."""
    low, middle, high = (None if v is None else scale.at(float(v)) for v in (best.low, best.best, best.high))
    shapes = []
    if low is not None and high is not None:
        shapes.append(el("line", x1=_percent(low), x2=_percent(high), y1=_MIDDLE, y2=_MIDDLE, class_="span"))
        shapes += [_at(end, el("path", d="M0 -6L0 6", class_="end")) for end in (low, high)]
    if middle is not None:
        shapes.append(_at(middle, el("path", d="M0 -7L6 0L0 7L-6 0Z", class_="best")))
    words = with_unit(best.best, unit) if best.best is not None else "none chosen"
    label = f"low {with_unit(best.low, unit)}, best {words}, high {with_unit(best.high, unit)}"
    drawing = el("svg", shapes, role="img", aria_label=label, class_="bar")
    return el(
        "li", el("span", "What stands", class_="who"), drawing, el("strong", words, class_="stated"), class_="sum"
    )


def _axis(scale: Scale) -> Markup:
    shapes = []
    for tick in scale.ticks():
        place, label = _percent(scale.at(tick)), plain(Decimal(f"{tick:.12g}"))
        shapes.append(el("line", x1=place, x2=place, y1=0, y2=5, class_="tick"))
        shapes.append(el("text", label, x=place, y=18, text_anchor="middle"))
    return el("li", el("span", class_="who"), el("svg", shapes, class_="axis"), class_="scale", aria_hidden="true")


def steps(finding: FindingView) -> Markup | None:
    """What was updated over time as steps, also beside a conflict; None for fewer than three times."""
    moved = {side for r in finding.finding.relations if r.verdict is Verdict.UPDATED for side in (r.a, r.b)}
    levels: dict[str, float] = {}
    for bar in _bars(finding):
        if bar.row.side in moved and _is_news(bar.row):
            levels[bar.row.published] = max(bar.point, levels.get(bar.row.published, bar.point))
    scale = scale_for(levels.values())
    if scale is None or len(levels) < 3:
        return None
    clock = scale_for(_seconds(moment) for moment in levels)
    assert clock is not None
    places = [(clock.at(_seconds(moment)), 100 - scale.at(level)) for moment, level in levels.items()]
    shapes = [el("circle", cx=_percent(x), cy=_percent(y), r=4, class_="dot") for x, y in places]
    for (x, y), level in zip(places, levels.values(), strict=True):
        shapes.append(el("text", _rounded(level), x=_percent(x), y=_percent(y), dy=-8, text_anchor="middle"))
    for (x, y), (right, top) in pairwise(places):
        shapes += [_segment(x, y, right, y), _segment(right, y, right, top)]
    (first, low), *_, (last, high) = levels.items()
    words = f"from {_rounded(low)} on {first} to {_rounded(high)} on {last}"
    drawing = el("svg", shapes, role="img", aria_label=f"Over time: {words}", class_="steps")
    return el("figure", el("figcaption", f"Report after report, {words}."), drawing)


def _is_news(row: Row) -> bool:
    """Whether the claim says how things stood when it was published, not at an earlier time that it names."""
    told = row.claim.as_of
    return (
        bool(row.published) and row.claim.status is Status.STATED and (not told or f"{told}"[:10] >= row.published[:10])
    )


def _seconds(moment: str) -> float:
    """A published time as it is shown, on a scale of seconds; only differences mean anything."""
    return (datetime.fromisoformat(moment) - datetime(1970, 1, 1)).total_seconds()


def _rounded(value: float) -> str:
    return plain(Decimal(f"{value:.6g}"))


def _segment(x1: float, y1: float, x2: float, y2: float) -> Markup:
    return el("line", x1=_percent(x1), y1=_percent(y1), x2=_percent(x2), y2=_percent(y2), class_="step")
