"""Quality on the labelled dossiers and sentences may not fall below its floors, nor leave them far behind."""

from __future__ import annotations

import json
import math
import tomllib
from functools import cache
from pathlib import Path

import pytest

from reconcile import read, reconcile
from tests.quality import sentences
from tests.quality.scoring import Data, dossiers, score

FLOORS = Path(__file__).parent / "floors.toml"
# Dossiers that differ in their dates and quotations, or seem to; few of their figures are labelled.
TOLD = Path(__file__).parent / "told"
# Dossiers on other events, written apart from the tables, and by whoever did not know them.
WIDER = Path(__file__).parent / "wider"
WIDER_ROWS = (
    *("matching", "conflict", "updated", "corrected", "findings.figure", "findings.quote"),
    *("traps_sprung", "quiet_alarms"),
)
KINDS = ("findings.date", "findings.quote")
HEADER = FLOORS.read_text(encoding="utf-8").partition("[floors]")[0]
LOWER_IS_BETTER = (
    *("extra_per_article", "traps_sprung", "quiet_alarms", "figures_in_traps"),
    *("wider.traps_sprung", "wider.quiet_alarms"),
)
# How far a measure may be better than what is written down before writing it down is due.
SLACK_OF_FLOORS = 3.0
SLACK_OF_CEILINGS = 0.5


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    folder = tmp_path_factory.mktemp("dossiers")
    figures = score(dossiers(), lambda dossier: report_on(dossier, folder)).rows()
    told = score(dossiers(TOLD), lambda dossier: report_on(dossier, folder)).rows()
    kept = {f"told.{name}": value for name, value in told.items() if name.startswith(KINDS)}
    wider = score(dossiers(WIDER), lambda dossier: report_on(dossier, folder)).rows()
    kept |= {f"wider.{name}": value for name, value in wider.items() if name.startswith(WIDER_ROWS)}
    return figures | kept | sentences.rows()


def report_on(dossier: Data, folder: Path) -> Data:
    """The report on the dossier's articles, read as a newsroom would hand them over: ninjs items, one a line."""
    path = folder / f"{dossier['name']}.jsonl"
    path.write_text("".join(ninjs(a) for a in dossier["articles"]), encoding="utf-8")
    reading = read([path])
    assert not reading.problems
    report: Data = json.loads(reconcile(reading.articles).to_json())
    return report


def ninjs(article: Data) -> str:
    item = {
        "uri": article["id"],
        "type": "text",
        "headline": article["headline"],
        "body_text": article["body"],
        "versioncreated": article["published"],
        "infosource": [{"name": article["source"]}],
    }
    return json.dumps(item, ensure_ascii=False) + "\n"


@cache
def limits() -> tuple[dict[str, float], dict[str, float]]:
    table = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    return table["floors"], table["ceilings"]


def test_quality_stands_where_it_is_written_down(measured: dict[str, float], record: bool) -> None:
    floors, ceilings = limits()
    if record:
        FLOORS.write_text(tightened(measured, floors, ceilings), encoding="utf-8")
        return
    faults = [f"{name} is written down but not measured" for name in (floors | ceilings).keys() - measured.keys()]
    for name, value in measured.items():
        if name in LOWER_IS_BETTER:
            limit = ceilings.get(name, math.inf)
            if value > limit:
                faults.append(f"{name}: {value}, may be {limit} at most")
            elif value < limit - SLACK_OF_CEILINGS:
                faults.append(f"{name}: {value} is better than the {limit} written down")
        else:
            limit = floors.get(name, 0.0)
            if value < limit:
                faults.append(f"{name}: {value}, must be {limit} at least")
            elif value > limit + SLACK_OF_FLOORS:
                faults.append(f"{name}: {value} is better than the {limit} written down")
    if faults:
        pytest.fail(
            "\n".join([*faults, "What got better is written down by pytest tests/quality --record"]), pytrace=False
        )


def tightened(measured: dict[str, float], floors: dict[str, float], ceilings: dict[str, float]) -> str:
    """The table with every limit at the better of what it was and what was measured, floors cut to a whole."""
    higher = {
        name: max(floors.get(name, 0), math.floor(value))
        for name, value in measured.items()
        if name not in LOWER_IS_BETTER
    }
    lower = {name: min(ceilings.get(name, math.inf), math.ceil(measured[name] * 10) / 10) for name in LOWER_IS_BETTER}
    lines = ["[floors]  # per cent; a measure that is not listed counts as 0"]
    lines += [f'"{name}" = {value:g}' for name, value in higher.items()]
    lines += ["", "[ceilings]  # a measure that is not listed is not held"]
    lines += [f'"{name}" = {value:g}' for name, value in lower.items()]
    return HEADER + "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("measured", "floor", "written"), [(91.7, 88.0, 91.0), (80.0, 88.0, 88.0)], ids=["raised", "kept"]
)
def test_recording_only_raises_floors(measured: float, floor: float, written: float) -> None:
    ceilings = dict.fromkeys(LOWER_IS_BETTER[1:], 3.0)
    rows = {"claims.recall": measured, "extra_per_article": 0.42, **ceilings}
    table = tomllib.loads(tightened(rows, {"claims.recall": floor}, {"traps_sprung": 1}))
    assert table["floors"] == {"claims.recall": written}
    assert table["ceilings"] == {**ceilings, "extra_per_article": 0.5, "traps_sprung": 1}
