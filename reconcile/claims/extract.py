"""Articles in, claims out: the order in which the claims stage works."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.claims.figures import figure_claims
from reconcile.claims.frames import story
from reconcile.language.analysis import Analysis, analyse
from reconcile.language.lexicon import Houses
from reconcile.model.claim import Claim, Kind
from reconcile.model.text import Article, Part


def extract(article: Article, kinds: frozenset[Kind], houses: Houses = ()) -> list[Claim]:
    """All claims of one article of the wanted kinds, in text order, headline first."""
    anchor = article.published_day
    parts: dict[Part, Analysis] = {name: analyse(text, anchor, houses) for name, text in article.parts()}
    if not parts:
        return []
    main = story(article, parts, houses)
    claims: list[Claim] = []
    if Kind.FIGURE in kinds:
        claims += figure_claims(article, parts, main, houses)
    return claims


def extract_all(articles: Sequence[Article], kinds: frozenset[Kind], houses: Houses = ()) -> tuple[Claim, ...]:
    """The claims of every article, in the order of the articles."""
    return tuple(claim for article in articles for claim in extract(article, kinds, houses))
