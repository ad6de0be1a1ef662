"""How a figure moved over time."""

from __future__ import annotations

from datetime import date, datetime

import attrs

from reconcile import read, reconcile
from reconcile.model.claim import Status
from reconcile.model.text import Article
from tests.unit.comparing.story import Story

MORNING, EVENING, NEXT_DAY = "2024-05-01T06:00:00Z", "2024-05-01T20:00:00Z", "2024-05-02"


def path(story: Story) -> list[str]:
    return [f"{step.says} {step.source}" for step in story.finding().trajectory]


def test_steps_stand_in_the_order_of_the_times_they_speak_of() -> None:
    story = Story()
    story.says("Herald", 31, EVENING)
    late = story.says("Radio", 24, NEXT_DAY)
    story.says("Courier", 12, MORNING)
    story.claims = [
        attrs.evolve(c, as_of=datetime.fromisoformat("2024-05-01T12:00:00Z")) if c is late else c for c in story.claims
    ]
    assert path(story) == ["12 Courier", "24 Radio", "31 Herald"]
    assert [step.told for step in story.finding().trajectory] == [False, True, False]


def test_a_day_without_a_clock_stays_a_day() -> None:
    story = Story()
    story.says("Courier", 12, MORNING)
    story.says("Herald", 31, NEXT_DAY)
    assert story.finding().trajectory[-1].at == date(2024, 5, 2)


def test_a_figure_given_again_in_another_unit_is_one_step() -> None:
    bodies = (
        "The fire burned 9,400 acres (3,800 hectares) of forest.",
        "The fire burned 14,200 acres (5,750 hectares).",
    )
    days = ("2024-08-07", "2024-08-09")
    articles = [Article(f"a{n}", body=b, source=f"s{n}", published=days[n]) for n, b in enumerate(bodies)]
    steps = [[step.says for step in f.trajectory] for f in reconcile(articles).findings]
    assert steps == [["9,400 acres", "14,200 acres"]]


def test_what_was_not_updated_has_none() -> None:
    story = Story()
    story.says("Courier", 12, MORNING)
    story.says("Herald", 12, EVENING)
    story.says("Post", 30, MORNING, status=Status.DENIED)
    assert story.finding().trajectory == ()


def test_every_format_shows_it() -> None:
    report = reconcile(read(["fixtures/rising-toll"]).articles)
    line = "24 lives (as of 2025-03-03 12:00, Radio Velmara) → at least 31 (2025-03-03 18:30, Halden News Agency)"
    assert line in " ".join(report.to_text().split())
    assert line in report.to_markdown()
    assert line in report.to_html()
    (killed,) = (f for f in report.to_dict()["findings"] if f["measure"] == "killed" and f["verdict"] == "updated")
    steps = killed["trajectory"]
    assert [s["at"] for s in steps] == sorted(s["at"] for s in steps)
    assert steps[1] == {
        "claim": steps[1]["claim"],
        "at": "2025-03-03T12:00:00+00:00",
        "told": True,
        "source": "Radio Velmara",
    }
