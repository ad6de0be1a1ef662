"""The whole report on each story in fixtures/, as text and as JSON, compared with the recorded one.

`pytest tests/golden --record` writes them anew; read the difference before you commit it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from reconcile import Report, read, reconcile
from tests.helpers import assert_same_text

ROOT = Path(__file__).parents[2]
STORIES = sorted(p.name for p in (ROOT / "fixtures").iterdir() if p.is_dir())
FORMS = {"txt": lambda report: report.to_text(everything=True), "json": Report.to_json}


@pytest.fixture
def report(story: str, monkeypatch: pytest.MonkeyPatch) -> Report:
    monkeypatch.chdir(ROOT)  # the paths in a report are those the caller gave
    reading = read([f"fixtures/{story}"])
    return reconcile(reading.articles, problems=reading.problems)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("story", STORIES)
def test_report_is_the_recorded_one(story: str, form: str, report: Report, record: bool) -> None:
    golden = Path(__file__).parent / f"{story}.{form}"
    now = FORMS[form](report)
    if record:
        golden.write_text(now, encoding="utf-8")
        return
    assert golden.is_file(), f"no golden report {golden.name}; pytest tests/golden --record writes it"
    assert_same_text(golden.read_text(encoding="utf-8"), now, golden.name)


def test_every_golden_report_belongs_to_a_story() -> None:
    recorded = {p.stem for form in FORMS for p in Path(__file__).parent.glob(f"*.{form}")}
    assert recorded <= set(STORIES)
