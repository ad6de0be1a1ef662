"""The running text of a web page by a plain rule, for want of a better extractor.

The rule: the element that holds most of the page's paragraphs, or the one the page itself calls the article's body;
what class names, ids and roles call related links, promotion, captions and the like is marked as such.
"""

from __future__ import annotations

from reconcile.model.text import RegionKind
from reconcile.reading.blocks import DROPPED, Blocks, from_nodes
from reconcile.reading.soup import Node

_BODIES = ("articlebody", "article-body", "article__body", "article_body", "story-body", "story__body", "entry-content",
           "post-content", "article-content", "story-content", "content-body", "post-body", "article-text")  # fmt: skip
_ASIDES: tuple[tuple[RegionKind, tuple[str, ...]], ...] = (
    ("related", ("related", "recommend", "read-more", "readmore", "more-stories", "trending", "most-read", "outbrain",
                 "taboola", "also-like", "teaser")),
    ("promotion", ("newsletter", "subscribe", "signup", "sign-up", "promo", "advert", "ad-slot", "paywall", "share",
                   "social", "donate")),
    ("byline", ("byline", "author-bio", "author-info")),
    ("caption", ("caption", "photo-credit", "image-credit")),
    ("furniture", ("comments", "breadcrumb", "sidebar", "cookie", "consent", "disqus", "tags", "site-footer")),
)  # fmt: skip
_NOT_ASIDE = frozenset({"p", "html", "body", "main", "article"})
_MOST_OF_PAGE = 0.5  # share of a page's paragraphs that no aside holds, whatever it is called
_WORTHY = 0.4  # share of the best score that an element called the body must have


def main_text(tree: Node) -> Blocks:
    """The blocks of the page's main element."""
    sizes = _sizes(tree)
    limit = _MOST_OF_PAGE * sizes[id(tree)]

    def aside(node: Node) -> RegionKind | None:
        return None if node is main or sizes[id(node)] > limit else _called(node)

    main: Node | None = None
    main = _main(tree, {id(n) for n in tree.walk() if aside(n)})
    return from_nodes([main], aside=aside)


def _main(tree: Node, asides: set[int]) -> Node:
    scored = _scored(tree, asides)
    best = max(scored, key=lambda pair: pair[0], default=None)
    if best is None:
        return tree.find("article") or tree.find("main") or tree
    articles = [n for n in tree.walk() if n.tag == "article"]
    named = [pair for pair in scored if any(name in pair[1].labels() for name in _BODIES)]
    chosen = max(named, key=lambda pair: pair[0], default=best)
    if chosen[0] < _WORTHY * best[0]:
        chosen = best
    if not named and len(articles) == 1 and any(n is chosen[1] for n in articles[0].walk()):
        return articles[0]
    return chosen[1]


def _scored(tree: Node, asides: set[int]) -> list[tuple[float, Node]]:
    """Each element with the length of its own paragraphs and half of its children's, where there are any."""
    scores: dict[int, float] = {}
    nodes: dict[int, Node] = {}
    pending: list[tuple[Node, Node | None]] = [(tree, None)]
    while pending:
        node, parent = pending.pop()
        nodes[id(node)] = node
        for child in node.children:
            if not isinstance(child, Node) or child.tag in DROPPED or id(child) in asides:
                continue
            if child.tag == "p":
                size = len(child.text())
                scores[id(node)] = scores.get(id(node), 0) + size
                if parent is not None:
                    scores[id(parent)] = scores.get(id(parent), 0) + size / 2
            else:
                pending.append((child, node))
    return [(score, nodes[key]) for key, score in scores.items()]


def _sizes(tree: Node) -> dict[int, int]:
    """The length of the paragraphs in each element and all below it."""
    sizes: dict[int, int] = {}
    for node in reversed(list(tree.walk())):  # children before their parents
        own = len(node.text()) if node.tag == "p" else 0
        sizes[id(node)] = own + sum(sizes[id(c)] for c in node.children if isinstance(c, Node))
    return sizes


def _called(node: Node) -> RegionKind | None:
    """What an element's own labels say it is instead of running text."""
    if node.tag in ("aside", "footer"):
        return "related"
    labels = "" if node.tag in _NOT_ASIDE else node.labels()
    if not labels.strip():
        return None
    return next((kind for kind, names in _ASIDES if any(n in labels for n in names)), None)
