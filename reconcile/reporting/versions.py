"""The differences between two versions of an article, for people and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from reconcile.comparing.versions import Change, Version
from reconcile.errors import Problem
from reconcile.model.claim import Claim
from reconcile.model.text import Article
from reconcile.reporting.contract import article_data, claim_data, to_json
from reconcile.reporting.safe import safe
from reconcile.reporting.text import file_name
from reconcile.reporting.view import view_claim

FORMAT = "reconcile.diff/1"
_REACH = 60


def as_json(old: Version, new: Version, changes: Sequence[Change], problems: Sequence[Problem] = ()) -> str:
    """Both articles and each change with the claims of either side, as in the report's claims."""
    return to_json(
        {
            "format": FORMAT,
            "old": article_data(old.article),
            "new": article_data(new.article),
            "changes": [_data(c) for c in changes],
            "problems": [{"path": p.path, "message": p.message, "line": p.line} for p in problems],
        }
    )


def _data(change: Change) -> dict[str, Any]:
    sides = {"old": change.old, "new": change.new}
    claims = {name: None if claim is None else claim_data(claim) for name, claim in sides.items()}
    return {"kind": change.kind.value, "change": change.sort.value, "noted": change.noted, **claims}


def as_text(old: Version, new: Version, changes: Sequence[Change]) -> str:
    """One paragraph a change, the older words behind "-", the newer behind "+"."""
    lines = [f"{_name(old.article)} → {_name(new.article)}", ""]
    for change in changes:
        lines += [*_paragraph(change, old.article, new.article), ""]
    silent = sum(c.sort == "changed" and not c.noted for c in changes)
    lines.append(_summary(len(changes), silent) if changes else "Nothing changed.")
    return "\n".join(lines) + "\n"


def _name(article: Article) -> str:
    stamp = article.modified or article.published
    return safe(f"{file_name(article.path) or article.id}{f' ({stamp})' if stamp else ''}")


def _paragraph(change: Change, old: Article, new: Article) -> Iterator[str]:
    claim = change.new or change.old
    assert claim is not None
    measure = f" ({safe(claim.measure)})" if claim.measure and claim.measure != claim.kind else ""
    note = ", told by a note" if change.noted else " without a note" if change.sort == "changed" else ""
    yield f"{change.kind.value.upper()}{measure} {change.sort.value}{note}"
    for sign, side, article in (("-", change.old, old), ("+", change.new, new)):
        if side is not None:
            yield f"  {sign} {_passage(side, article)}"


def _passage(claim: Claim, article: Article) -> str:
    row = view_claim(claim, article, reach=_REACH)
    return f"{row.passage.marked()} ({file_name(row.place)})"


def _summary(count: int, silent: int) -> str:
    return f"{count} {'difference' if count == 1 else 'differences'}, {silent} changed without a note."
