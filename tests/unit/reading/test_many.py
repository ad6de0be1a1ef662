"""Many files, long files, several processes."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

from attrs import evolve

from reconcile.reading import ReadOptions, read


def item(number: int) -> str:
    return json.dumps({"uri": f"urn:{number}", "body_text": f"{number} people died."})


def test_a_long_list_is_read_a_stretch_at_a_time(tmp_path: Path) -> None:
    lines = [item(n) for n in range(200)]
    lines[50] = '{"body_text": "' + "x" * 3000 + '"}'
    lines[120] = "{"
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(lines))
    reading = read([path], ReadOptions(max_bytes=1000))
    assert [a.id for a in reading.articles] == [f"urn:{n}" for n in range(200) if n not in (50, 120)]
    assert [(p.line, p.message.split(":")[0][:16]) for p in reading.problems] == [
        (51, "a line is larger"),
        (121, "is not valid JSO"),
    ]
    mark = reading.articles[-1].locate("body", 0)
    assert mark is not None
    assert mark.line == 200


def test_a_long_list_reads_as_a_short_one(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(json.dumps({"body_text": f"{n} died."}) for n in range(50)))
    assert read([path], ReadOptions(max_bytes=300)) == read([path])


def test_any_number_of_processes_reads_the_same(tmp_path: Path) -> None:
    for n in range(40):
        (tmp_path / f"{n:02}.txt").write_text(f"{n} people died.")
    (tmp_path / "20.json").write_text("{")
    options = ReadOptions()
    alone = read([tmp_path, "-"], options, BytesIO(b"Five died."))
    together = read([tmp_path, "-"], evolve(options, jobs=2), BytesIO(b"Five died."))
    assert alone == together
    assert (len(alone.articles), len(alone.problems)) == (41, 1)
