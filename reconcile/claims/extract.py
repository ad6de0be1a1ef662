"""Articles in, claims out: the order in which the claims stage works."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from reconcile.claims.dates import date_claims
from reconcile.claims.figures import figure_claims
from reconcile.claims.happenings.frames import story
from reconcile.claims.measuring.named_money import with_named_money
from reconcile.claims.names import name_claims
from reconcile.claims.quotations import quote_claims
from reconcile.language.analysis import Analysis, analyse
from reconcile.language.lexicon import Houses
from reconcile.model.claim import Claim, Frame, Kind
from reconcile.model.text import PARTS, Article, Part


@frozen
class Extracted:
    """The claims of one article in text order, headline first, and the frame of its own story."""

    claims: tuple[Claim, ...]
    story: Frame


def extract(
    article: Article, kinds: frozenset[Kind], houses: Houses = (), money: frozenset[str] = frozenset()
) -> Extracted:
    """Read one article; only claims of the wanted kinds are made.

    `money` are names of currencies in the singular that no table lists, as other articles of the story tell them.
    """
    anchor = article.published_day
    body = analyse(article.body, anchor, houses)
    names = frozenset(n.canonical for n in body.names if n.category != "demonym")
    parts: Mapping[Part, Analysis] = {
        name: body if name == "body" else analyse(text, anchor, houses, names) for name, text in article.parts()
    }
    parts = with_named_money(parts, houses, money)
    main = story(article, parts, houses)
    claims: list[Claim] = []
    if Kind.FIGURE in kinds:
        claims += figure_claims(article, parts, main, houses)
    if Kind.QUOTE in kinds:
        claims += quote_claims(article, parts, houses)
    if Kind.DATE in kinds:
        claims += date_claims(article, parts, main, houses)
    if Kind.NAME in kinds:
        claims += name_claims(article, parts, houses)
    return Extracted(tuple(sorted(claims, key=_place)), main)


def _place(claim: Claim) -> tuple[int, int, int]:
    span = claim.mention.span
    return PARTS.index(span.part), span.start, span.end
