"""Real sentences through the whole run: what the figures of one measure come to."""

from __future__ import annotations

from reconcile.model.claim import Kind
from reconcile.model.finding import GRAVITY, Finding, Verdict
from reconcile.model.text import Article
from reconcile.pipeline import reconcile


def findings(measure: str, *texts: str, headlines: tuple[str, ...] = ()) -> list[Finding]:
    """The findings on one measure in articles that appear one after the other on one day."""
    heads = (*headlines, *("" for _ in texts[len(headlines) :]))
    hours = (f"2024-05-01T{8 + n:02}:00:00Z" for n in range(len(texts)))
    made = zip(texts, heads, hours, strict=True)
    articles = [Article(f"a{n}", body=t, headline=h, source=f"a{n}", published=w) for n, (t, h, w) in enumerate(made)]
    return [f for f in reconcile(articles).findings if f.kind is Kind.FIGURE and f.measure == measure]


def verdict(measure: str, *texts: str, headlines: tuple[str, ...] = ()) -> str:
    """The gravest verdict on one measure; "" where nothing was compared."""
    found = [f.verdict for f in findings(measure, *texts, headlines=headlines)]
    return max(found, key=GRAVITY.index).value if found else ""


def alarms(measure: str, *texts: str, headlines: tuple[str, ...] = ()) -> bool:
    """True where an editor is called to look at figures of this measure."""
    worrying = (Verdict.TENSION, Verdict.CORRECTED, Verdict.CONFLICT)
    return any(f.verdict in worrying for f in findings(measure, *texts, headlines=headlines))
