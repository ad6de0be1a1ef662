"""Where the running text of a page is found without the optional extractor."""

from __future__ import annotations

import pytest

from reconcile.reading.maintext import main_text
from reconcile.reading.soup import parse

P1 = "<p>Twelve people died when the river Vik burst its banks at Holm on Wednesday, the mayor said.</p>"
P2 = "<p>Another 30 people were injured, and about 400 homes were without power until Thursday.</p>"


def shown(html: str) -> str:
    """The running text: what is marked as something else left out."""
    blocks = main_text(parse(html))
    kept, at = [], 0
    for region in blocks.regions:
        kept.append(blocks.text[at : region.start])
        at = region.end
    return " ".join("".join([*kept, blocks.text[at:]]).split())


STORY = shown(P1 + P2)


@pytest.mark.parametrize(
    "html",
    [
        f"<div class='teaser article-content'><p>Fire: 7 dead</p></div><div class='article-body'>{P1}{P2}</div>",
        f"<div class='content-with-sidebar'><div>{P1}{P2}</div></div>",
        f"<div class='shareholders'>{P1}{P2}</div><div class='x'><p>Terms apply.</p></div>",
        f"<article><p>Fire kills 7</p></article><article><div>{P1}{P2}</div></article>",
        f"<article><div>{P1}</div><div>{P2}</div></article><div><p>Other</p></div>",
        f"<main>{P1}{P2}</main><aside><p>{'More news from the coast. ' * 4}</p></aside>",
        f"<div id=story>{P1}{P2}<div class='related'><p>Fire kills 7</p></div><footer><p>12 others</p></footer></div>",
        f"<td><div>{P1}<figure><figcaption>One of 40 boats</figcaption></figure>{P2}</div></td>",
    ],
    ids=["teaser", "with sidebar", "odd name", "teaser article", "one article", "aside", "related", "caption"],
)
def test_the_story_is_found(html: str) -> None:
    assert shown(f"<html><body><nav><p>Home</p></nav>{html}</body></html>") == STORY


def test_a_page_without_paragraphs_is_read_whole() -> None:
    assert shown("<body><article>Twelve people died.<br>Nine were hurt.</article></body>") == (
        "Twelve people died. Nine were hurt."
    )
