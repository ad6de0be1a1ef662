"""What holds of every reading, whatever was read."""

from __future__ import annotations

from reconcile.reading import Reading


def sound(reading: Reading, limit: int) -> None:
    """What holds of every reading: bounded, encodable text, regions and marks inside the text, own ids."""
    assert sum(len(a.body) for a in reading.articles) <= 2 * limit
    assert len({a.id for a in reading.articles}) == len(reading.articles)
    for article in reading.articles:
        (article.body + article.headline + article.id + article.source).encode("utf-8")
        assert all(0 <= r.start < r.end <= len(article.part(r.part)) for r in article.regions)
        assert all(0 <= m.start <= len(article.part(m.part)) for m in article.marks)
    for problem in reading.problems:
        str(problem).encode("utf-8")
        assert problem.path
        assert problem.message
