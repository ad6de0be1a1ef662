"""The page: self-contained, harmless, and complete without its script."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from attrs import evolve

from reconcile.model.claim import Claim, Kind, Utterance
from reconcile.model.finding import Finding, Relation, Results, Side, Verdict
from reconcile.model.quantity import Hedge
from reconcile.model.text import Article
from reconcile.reporting.html import framed, to_html
from reconcile.reporting.html.diff import diff
from reconcile.reporting.html.markup import Markup, el, join
from reconcile.reporting.html.scale import scale_for
from tests.unit.reporting.make import claim, finding, results

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'); alert(1); //",
    "</style><b>",
    "\u202e\x1b[2J",
]
VOID = {"meta", "input", "hr", "br"}


class Page(HTMLParser):
    """Elements in order, their attributes, and whether they nest as they should."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(text)
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.elements if name == tag]


def test_text_is_escaped_by_construction() -> None:
    assert el("p", "<b>", el("b", "&"), title='"<') == '<p title="&quot;&lt;">&lt;b&gt;<b>&amp;</b></p>'
    assert el("input", hidden=True, name=None, disabled=False) == "<input hidden>"
    assert join(["a<", Markup("<i></i>"), None, ["b"]], " ") == "a&lt; <i></i>  b"


def test_the_page_says_what_matters_first() -> None:
    page = Page(to_html(results()))
    assert [text for text in ("1 corrected", "5 figures found", "Conflicts and corrections (1)") if text in page.text]
    assert page.text.index("corrected") < page.text.index("people killed") < page.text.index("All claims by article")
    assert "could not be read" in page.text.lower()


def test_nothing_is_fetched_and_only_the_own_script_may_run() -> None:
    text = to_html(results())
    page = Page(text)
    assert not [
        a for _, attrs in page.elements for a in attrs if a in ("src", "srcset", "action") or a.startswith("on")
    ]
    assert not page.all("link")
    assert not re.search(r"url\(|@import|style=", text)
    policy = page.all("meta")[1]["content"]
    assert policy is not None and policy.startswith("default-src 'none'") and "unsafe" not in policy


def test_landmarks_headings_and_names_for_screen_readers() -> None:
    page = Page(to_html(results()))
    names = [tag for tag, _ in page.elements]
    assert names.count("h1") == names.count("main") == 1
    assert Counter(names)["table"] == Counter(names)["caption"]
    for tag, attrs in page.elements:
        if tag == "svg" and "role" in attrs:
            assert attrs["aria-label"]
        if tag == "a" and (attrs.get("href") or "").startswith("#"):
            assert (attrs["href"] or "")[1:] in {a.get("id") for _, a in page.elements}
    levels = [int(tag[1]) for tag in names if re.fullmatch(r"h\d", tag)]
    assert all(b - a <= 1 for a, b in pairwise(levels))


def test_ids_are_given_once() -> None:
    ids = [attrs["id"] for _, attrs in Page(to_html(results())).elements if "id" in attrs]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_articles_stay_text(words: str) -> None:
    article = Article(
        id=words,
        body=f"{words} people died, {words} hurt",
        source=words,
        headline=words,
        path=words,
        url=f"javascript:{words}",
    )
    claims = [claim(article, words, n, n, speaker=words, number=n) for n in (12, 13)]
    found = finding([[claims[0]], [claims[1]]], Verdict.CONFLICT, notes=(words,))
    text = to_html(Results((article,), tuple(claims), (found,)))
    page = Page(text)
    assert len(page.all("script")) == 1
    assert not page.all("img")
    assert not [a for a in page.all("a") if not (a.get("href") or "").startswith("#")]
    assert not set(text) & set("\x1b\u202e")


def test_a_web_address_becomes_a_careful_link() -> None:
    article = Article(id="a", body="12 dead. 13 dead.", url="https://news.example/a?x=1&y=2")
    claims = [claim(article, "12", 12, 12), claim(article, "13", 13, 13, number=2)]
    found = finding([[claims[0]], [claims[1]]], Verdict.CONFLICT)
    links = [a for a in Page(to_html(Results((article,), tuple(claims), (found,)))).all("a") if "rel" in a]
    assert {a["href"] for a in links} == {"https://news.example/a?x=1&y=2"}
    assert {a["rel"] for a in links} == {"noopener noreferrer"}


def test_open_bounds_ranges_and_mixed_units_are_drawn() -> None:
    article = Article(id="a", body="at least 40, up to 90, 50 to 60 and dozens", published="2024-03-05")
    claims = [
        claim(article, "at least 40", 40, None, hedge=Hedge.AT_LEAST, number=1),
        claim(article, "up to 90", None, 90, hedge=Hedge.AT_MOST, number=2),
        claim(article, "50 to 60", 50, 60, hedge=Hedge.RANGE, number=3),
        claim(article, "dozens", 24, None, hedge=Hedge.VAGUE, number=4),
    ]
    text = to_html(Results((article,), tuple(claims), (finding([[c] for c in claims], Verdict.TENSION),)))
    assert text.count('class="open"') == 3
    assert text.count('class="range"') == 1
    assert "NaN" not in text and "inf" not in text.replace("information", "")


def test_homes_and_people_are_drawn_as_counts_alike() -> None:
    article = Article(id="a", body="48,000 homes, 112,000 customers and 3 tonnes", published="2024-03-05")
    people = claim(article, "112,000 customers", 112_000, 112_000, number=1)
    homes, tonnes = claim(article, "48,000 homes", 48_000, 48_000), claim(article, "3 tonnes", 3, 3, number=3)
    homes = evolve(homes, id="a#2", value=evolve(homes.quantity, unit=None))
    tonnes = evolve(tonnes, value=evolve(tonnes.quantity, unit="tonne"))
    text = to_html(
        Results((article,), (people, homes, tonnes), (finding([[people], [homes], [tonnes]], Verdict.TENSION),))
    )
    assert text.count('class="dot"') == 2


def test_a_rising_toll_is_drawn_as_steps() -> None:
    articles = [Article(id=f"a{n}", body=f"{n} dead", published=f"2024-03-0{n}") for n in (1, 3, 5)]
    claims = [claim(a, a.body, n, n) for a, n in zip(articles, (1, 3, 5), strict=True)]
    text = to_html(Results(tuple(articles), tuple(claims), (finding([[c] for c in claims], Verdict.UPDATED),)))
    assert "from 1 on 2024-03-01 to 5 on 2024-03-05" in text


def test_a_notebook_shows_the_page_in_a_frame_without_scripts() -> None:
    (frame,) = Page(framed(to_html(results()))).all("iframe")
    assert frame["sandbox"] == ""
    assert frame["srcdoc"] == to_html(results())


def test_two_runs_give_the_same_page() -> None:
    assert to_html(results()) == to_html(results())


def test_fifty_findings_stay_small() -> None:
    found = results()
    many = tuple(
        finding([list(s.claims) for s in found.findings[0].sides], Verdict.CONFLICT, id=f"f{n}") for n in range(50)
    )
    page = to_html(Results(found.articles, found.claims, many))
    assert len(page.encode()) < 300_000


def test_a_quotation_shows_what_was_changed() -> None:
    assert diff("we will never leave", "we will leave <now>") == "we will <del>never</del> leave <ins>&lt;now&gt;</ins>"
    article = Article(id="a", body="We will never leave. We will leave.")
    quotes = [
        Claim(f"q{n}", Kind.QUOTE, article.mention("body", *at), Utterance(article.body[slice(*at)]))
        for n, at in enumerate([(0, 20), (21, 35)])
    ]
    sides = tuple(Side((q,), q.mention.text) for q in quotes)
    found = Finding(
        "f", Kind.QUOTE, "", "what was said", Verdict.ALTERED, sides, (Relation(0, 1, Verdict.ALTERED, ()),)
    )
    assert "<del>never</del>" in to_html(Results((article,), tuple(quotes), (found,)))


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ([6, 12], [6, 8, 10, 12]),
        ([10, 100_000], [10, 100, 1000, 10_000, 100_000]),
        ([2, 212], [2, 5, 20, 50, 200]),
        ([12, 12], [11, 11.5, 12, 12.5, 13]),
        ([0], [0, 0.2, 0.4, 0.6, 0.8, 1]),
        ([-5, 5], [-4, -2, 0, 2, 4]),
    ],
)
def test_axes_have_round_ticks(values: list[float], ticks: list[float]) -> None:
    scale = scale_for(values)
    assert scale is not None
    assert [round(t, 6) for t in scale.ticks()] == ticks
    assert all(5 <= scale.at(v) <= 95 for v in values)


@pytest.mark.parametrize("values", [[], [float("inf")], [float("nan")], [1e305]])
def test_nothing_finite_gives_no_axis(values: list[float]) -> None:
    assert scale_for(values) is None


def test_huge_figures_are_left_out_of_the_drawing() -> None:
    article = Article(id="a", body="12 dead. many dead.")
    claims = [
        claim(article, "12", 12, 12),
        claim(article, "many", str(Decimal("1E+999")), str(Decimal("1E+999")), number=2),
    ]
    assert to_html(Results((article,), tuple(claims), (finding([[claims[0]], [claims[1]]], Verdict.CONFLICT),)))
