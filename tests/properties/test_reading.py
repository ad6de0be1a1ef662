"""Every reader on mutilated files of its format, and what holds of reading whatever is read."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.claims.furniture import furniture
from reconcile.language.tokens import tokenize
from reconcile.model.text import Article
from reconcile.reading import Reading, ReadOptions, gather
from reconcile.reading.blocks import from_html
from reconcile.reading.build import identify
from reconcile.reading.dispatch import read_source
from reconcile.reading.encodings import decode
from reconcile.reading.soup import parse
from reconcile.reading.timestamps import timestamp
from reconcile.reading.values import Source
from tests.hostile.check import sound
from tests.unit.reading import documents as doc
from tests.unit.reading.test_specimens import FILES, MADE, skip_without_extra

LIMIT = 200_000
SEEDS: dict[str, Callable[[], bytes]] = {
    **{f"{p.parent.name}/{p.name}": p.read_bytes for p in FILES},
    **MADE,
    "tables.docx": lambda: doc.docx(doc.word_table(("Town", "Killed"), ("Holm", "9")), doc.word_paragraph("12 died.")),
}
BITS = (b"<", b">", b"&", b'"', b"{", b"[", b"]", b"\0", b"\xff", b"\n", b"\r", b"---\n", b"<!--", b"]]>", b"9" * 40)


def mutilated(data: bytes, rng: random.Random) -> bytes:
    """The data with pieces cut out, doubled, overwritten or put in."""
    made = bytearray(data)
    for _ in range(rng.randint(1, 8)):
        at = rng.randrange(len(made) + 1)
        end = min(len(made), at + rng.choice((1, 2, 8, 64, 512)))
        match rng.randrange(5):
            case 0:
                del made[at:end]
            case 1:
                made[at:at] = made[at:end]
            case 2:
                made[at:end] = rng.randbytes(end - at)
            case 3:
                made[at:at] = rng.choice(BITS)
            case _:
                del made[at:]
    return bytes(made)


@pytest.mark.parametrize("name", SEEDS)
@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_mutilated_files_never_raise(name: str, seed: int) -> None:
    skip_without_extra(name)
    data = mutilated(SEEDS[name](), random.Random(seed))
    reading = gather([read_source(Source(name, data), ReadOptions(max_bytes=LIMIT))])
    sound(reading, LIMIT)
    assert reading.articles or reading.problems


ENDINGS = "txt md json jsonl html xml rss csv tsv eml pdf docx zip gz warc".split()  # noqa: SIM905
ANYTHING = st.binary(max_size=400) | st.text(max_size=400).map(lambda t: t.encode("utf-8", "replace"))


@settings(max_examples=200, deadline=None)
@given(data=ANYTHING, ending=st.sampled_from(ENDINGS))
def test_anything_under_any_name(data: bytes, ending: str) -> None:
    reading = gather([read_source(Source(f"a.{ending}", data), ReadOptions(max_bytes=LIMIT))])
    sound(reading, LIMIT)
    assert reading.articles or reading.problems


VISIBLE = st.text(min_size=1, alphabet=st.characters(codec="utf-8", exclude_categories=["Cc"]))


@given(VISIBLE, st.sampled_from(("utf-8", "utf-8-sig", "utf-16", "utf-32")))
def test_text_comes_back_as_it_was(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text.removeprefix("\ufeff")


@given(st.text())
def test_dates_are_read_or_refused(text: str) -> None:
    with suppress(ValueError):
        timestamp(text)


_TAGS = "<p> </p> <div> </div> <ul> <li> <table> <tr> <td> <th> </table> <br> <b> <!-- --> <script> </script> <a/"
_PIECES = [*_TAGS.split(), "<figcaption>", "&amp;", "&#x;", "12 died", " ", "\n", "<", ">", "<a href='"]
MARKUP = st.lists(st.sampled_from(_PIECES) | st.text(max_size=5)).map("".join)


@given(MARKUP)
def test_markup_becomes_tidy_text(html: str) -> None:
    blocks = from_html(html)
    assert blocks.text == blocks.text.strip()
    assert "\n\n\n" not in blocks.text
    ends = [0, *(r.end for r in blocks.regions)]
    assert all(before <= r.start for before, r in zip(ends, blocks.regions, strict=False))


@given(MARKUP)
def test_no_text_is_invented(html: str) -> None:
    """Every letter of the body stands in the markup's text."""
    shown = "".join(from_html(html).text.replace("|", "").replace(":", "").split())
    there = parse(html).text()
    assert set(shown) <= set(there)


_LINES = ["READ MORE: 7 dead", "12 people died.", "Related", "By Ida Lund", "", "Photo: A", "0:00", "\t"]
LINES = st.lists(st.sampled_from(_LINES) | st.text(max_size=9))


@given(LINES)
def test_furniture_is_whole_lines_in_order(lines: list[str]) -> None:
    text = "\n".join(lines)
    regions = furniture("body", tokenize(text))
    shown = {line.strip() for line in text.splitlines()}
    assert all(text[r.start : r.end] in shown for r in regions)
    assert [r.start for r in regions] == sorted({r.start for r in regions})


@given(st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from((None, "2024-07-10", "2024-07-11T08:00:00Z")))))
def test_every_article_has_an_id_of_its_own(given_ids: list[tuple[str, str | None]]) -> None:
    articles = [Article(id=i, body="x", published=p) for i, p in given_ids]
    named = identify(articles)
    assert len({a.id for a in named}) == len(named)
    assert {a.id for a in named if not a.version_of} == {i for i, _ in given_ids}
    assert all(a.id == o.id or a.version_of == o.id for a, o in zip(named, articles, strict=True))


def test_an_id_stays_when_others_are_added(tmp_path: Path) -> None:
    lone = Article(id="a", body="x")
    assert identify([lone])[0].id == identify([Article(id="b", body="y"), lone, Article(id="c", body="z")])[1].id
    assert gather([Reading((lone,))]).articles == (lone,)
