"""What several processes gain: python tests/bench/jobs.py [--pages N] [--jobs N].

Makes pages of 30 KB that look like saved news pages (the same for every run), reads and reconciles them once with one
process and once with several, and prints wall time, CPU time and memory of both, and the ratio. The answers must be the
same byte for byte. On a machine that does other work the wall times say little; the last line goes by CPU time.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from attrs import frozen

PAGE_SIZE = 30_000
TELLERS = 8  # pages that tell of one event
TICK = 0.1
TOWNS = ("Hobro", "Larnholm", "Nordby", "Selim", "Halden", "Velmara", "Aldermoor", "Tisvik", "Korsund", "Merrow")
REGIONS = ("Fjordane", "Highmark", "Lowmere", "Castora", "Sundal", "Ravenna", "Illmar", "Torvia", "Quenby", "Astrel")
OUTLETS = ("Courier", "Herald", "Gazette", "Standard", "Observer", "Tribune", "Ledger", "Lantern")
EVENTS = (
    ("earthquake", "A strong earthquake struck {town} in {region} before dawn on Tuesday, bringing down houses."),
    ("flood", "Flood water swept through {town} in {region} on Tuesday after two days of heavy rain."),
    ("explosion", "An explosion tore through a chemical plant in {town}, {region}, on Tuesday morning."),
    ("train crash", "Two passenger trains collided outside {town} in {region} on Tuesday evening."),
)
FIGURES = (
    "At least {killed} people were killed and {hurt} injured, {who} said.",
    "More than {houses} homes were damaged and about {displaced} people were displaced.",
    "The government promised {money} million dollars for repairs within {weeks} weeks.",
    "Rescue teams searched for {missing} people who were still missing on Wednesday.",
    "Power was cut to {cut} households, and the road to {region} stayed closed.",
    "Some {sheltered} people spent the night in a sports hall outside {town}.",
)
QUOTES = (
    "“We have never seen anything like it and we will need help for months,” said Mayor Ingrid Solberg of {town}.",
    "“Everybody who could carry a bag was out on the road before the sirens stopped,” said Pavel Oran, a teacher.",
    "“I call on people to keep away from the river until we know more,” said Anders Kvist, a spokesman for {who}.",
)
TEXT = (
    "Residents stood in the cold beside what was left of the market hall and waited for news of their families.",
    "Schools in the district will stay shut until the buildings have been inspected, the council decided.",
    "Volunteers brought blankets and hot soup to the square, where the fire service had set up its lights.",
    "The old bridge, which generations had crossed on the way to the harbour, could no longer be used by anyone.",
    "Telephone lines were down in the hills, and relatives abroad tried for hours to reach someone they knew.",
    "Engineers walked along the embankment with torches and marked every crack they found with yellow paint.",
    "A baker near the station gave away all the bread he had before the shelves behind him gave way.",
    "Nobody could say when the trains would run again, and the buses that came instead were full at once.",
    "The hospital asked visitors to stay at home because the corridors were needed for beds.",
    "In the villages above the town the wells had turned muddy, and water came by lorry from the coast.",
    "Insurance companies sent their own people, who wrote down what they saw and promised nothing.",
    "The weather service expected more wind from the north and advised fishermen to stay in port.",
    "Shopkeepers nailed boards over their windows, less against thieves than against the draught.",
    "An inquiry will look into why the warnings had not been passed on, the governor's office said.",
    "At the cemetery gate a list of names hung behind glass, and people read it without a word.",
    "By evening the helicopters had gone, and the only sound came from the pumps in the cellars.",
    "The minister had visited the place in spring and praised the work that had been done there.",
    "Farmers drove their animals to higher ground along a path that had not been used for years.",
)
WHO = ("police", "the fire service", "officials", "the health ministry", "the governor's office")
FILLER = '<li class="nav-item"><a href="/section/{n}">Section {n}</a><script>track({n});</script></li>\n'


@frozen
class Run:
    """One run: seconds by the clock, of CPU in all and in its own process without workers; and memory.

    `memory` is the most that all its processes held together, in megabytes.
    """

    wall: float
    cpu: float
    own: float
    memory: float
    answer: bytes


def page(number: int) -> str:
    """One page of 30 KB, always the same for its number."""
    event, teller = divmod(number, TELLERS)
    seen, told = random.Random(f"event {event}"), random.Random(f"page {number}")
    kind, opening = EVENTS[event % len(EVENTS)]
    town, region = f"{seen.choice(TOWNS)}-{event}", seen.choice(REGIONS)
    killed = seen.randint(5, 90) + told.choice((0, 0, 0, 1, 3))
    facts = {
        "town": town,
        "region": region,
        "killed": killed,
        "hurt": killed * 3 + told.choice((0, 0, 10)),
        "houses": seen.randint(2, 40) * 100,
        "displaced": seen.randint(2, 40) * 1000,
        "missing": seen.randint(11, 40),
        "money": seen.randint(5, 50),
        "weeks": seen.randint(2, 9),
        "cut": seen.randint(41, 90) * 100,
        "sheltered": seen.randint(101, 900),
        "who": told.choice(WHO),
    }
    lines = [*told.sample(FIGURES, 4), *told.sample(QUOTES, 1), *told.sample(TEXT, len(TEXT))]
    told.shuffle(lines)
    sentences = [line.format(**facts) for line in (opening, *lines)]
    paragraphs = "".join(f"<p>{' '.join(sentences[i : i + 2])}</p>\n" for i in range(0, len(sentences), 2))
    headline = f"{kind.capitalize()} in {town} kills {killed}"
    outlet = f"{town.split('-')[0]} {OUTLETS[teller % len(OUTLETS)]}"
    head = (
        f"<!doctype html><html lang=en><head><meta charset=utf-8><title>{headline}</title>"
        f'<meta property="og:title" content="{headline}"><meta property="og:site_name" content="{outlet}">'
        f'<meta property="article:published_time" content="2024-07-{10 + teller % 3}T{teller:02}:00:00Z"></head><body>'
    )
    body = f"<main><article><h1>{headline}</h1>\n{paragraphs}</article></main>"
    return _filled(head, body)


def _filled(head: str, body: str) -> str:
    menu, n = [], 0
    room = PAGE_SIZE - len(head) - len(body) - 60
    while room > 0:
        menu.append(FILLER.format(n=n))
        room -= len(menu[-1])
        n += 1
    return f"{head}<nav><ul>{''.join(menu)}</ul></nav>{body}<footer>Terms</footer></body></html>"


def run(folder: Path, jobs: int) -> Run:
    """Reconcile the folder in a process of its own."""
    answer = folder.parent / f"answer-{jobs}.json"
    command = [sys.executable, "-m", "reconcile", "report", str(folder), "--format", "json", "--exit-zero"]
    begin = time.monotonic()
    child = subprocess.Popen([*command, "--jobs", str(jobs), "-o", str(answer)], env={**os.environ, "PYTHONUTF8": "1"})
    seen = {"memory": 0.0, "own": 0.0}
    watcher = threading.Thread(target=_watch, args=(child.pid, seen), daemon=True)
    watcher.start()
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    wall = time.monotonic() - begin
    if child.returncode:
        raise SystemExit(f"the run with {jobs} processes ended with {child.returncode}")
    memory = max(seen["memory"], used.ru_maxrss / 1024)
    return Run(wall, used.ru_utime + used.ru_stime, seen["own"], memory, answer.read_bytes())


def _watch(pid: int, seen: dict[str, float]) -> None:
    """Keep the most memory that the process and its children hold together, shared pages counted once."""
    while Path(f"/proc/{pid}").exists():
        seen["memory"] = max(seen["memory"], _memory(pid))
        seen["own"] = max(seen["own"], _own_seconds(pid))
        time.sleep(TICK)


def _own_seconds(pid: int) -> float:
    """CPU-seconds of this process so far, workers not counted."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _memory(pid: int) -> float:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    except OSError:
        return 0.0
    own = sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
    return own + sum(_memory(int(child)) for child in children)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--pages", type=int, default=1000)
    options.add_argument("--jobs", type=int, default=2)
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as kept:
        folder = Path(kept) / "pages"
        folder.mkdir()
        for n in range(asked.pages):
            (folder / f"{n:05}.html").write_text(page(n), encoding="utf-8")
        print(f"{asked.pages} pages, load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
        runs = {jobs: run(folder, jobs) for jobs in (1, asked.jobs)}
    for jobs, one in runs.items():
        print(f"--jobs {jobs}: {one.wall:7.1f} s, {one.cpu:7.1f} CPU-seconds, {one.memory:6.0f} MB at most")
    single, several = runs[1], runs[asked.jobs]
    print(f"{single.wall / several.wall:.2f} times as fast; same answer: {single.answer == several.answer}")
    shared = (several.cpu - several.own) / asked.jobs
    print(f"by CPU time alone, had each process a processor: {several.cpu / (several.own + shared):.2f} times")


if __name__ == "__main__":
    main()
