"""What stands between two figures of one text."""

from __future__ import annotations

from collections.abc import Mapping

from reconcile.model.text import Article, Span


def text_between(one: Span, two: Span, articles: Mapping[str, Article], within: int) -> str | None:
    """The text from the first figure to the second; None unless they follow each other in one part that is known.

    `within` is the most that may stand between them, in code points.
    """
    article = articles.get(one.article)
    if article is None or one.article != two.article or one.part != two.part:
        return None
    return article.part(one.part)[one.end : two.start] if 0 <= two.start - one.end <= within else None
