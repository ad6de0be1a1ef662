"""The library's main door: articles in, a `Report` out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Self

from attrs import define

from reconcile import __version__, pipeline
from reconcile.errors import Problem
from reconcile.model.finding import Results
from reconcile.model.text import Article
from reconcile.reporting import contract, decisions, explain, html, markdown, rows, sarif, text, web_annotation
from reconcile.settings import Settings


@define(frozen=True, slots=False)
class Report(Results):
    """What one run found, and every way to show it."""

    @classmethod
    def of(cls, results: Results) -> Self:
        """The same results, able to show themselves."""
        return cls(results.articles, results.claims, results.findings, results.left_out, results.problems)

    def to_dict(self) -> dict[str, Any]:
        """The plain data of the output contract, format 1 (see docs/reference/format.md)."""
        return contract.results_data(self)

    def to_json(self) -> str:
        """`to_dict()` as JSON text; two runs on the same input give the same text."""
        return contract.to_json(self.to_dict())

    def to_jsonl(self) -> str:
        """The same data, one object with a "type" a line."""
        return contract.to_jsonl(self)

    def to_rows(self) -> list[rows.Row]:
        """A flat dict for each claim and the finding it stands in; feeds a pandas or polars data frame."""
        return rows.to_rows(self)

    def to_csv(self) -> str:
        """The rows as comma-separated values that no spreadsheet takes for formulas."""
        return rows.to_csv(self)

    def to_markdown(self, *, everything: bool = False) -> str:
        """The report as GitHub-flavoured Markdown."""
        return markdown.to_markdown(self, everything=everything)

    def to_html(self) -> str:
        """The report as one self-contained page."""
        return html.to_html(self)

    def _repr_html_(self) -> str:
        """How a notebook shows the report: the page in a frame of its own, its script switched off."""
        return html.framed(self.to_html())

    def to_sarif(self) -> str:
        """The findings as a SARIF 2.1.0 log."""
        return sarif.to_sarif(self, __version__)

    def to_annotations(self) -> str:
        """The claims as a page of W3C Web Annotations."""
        return web_annotation.to_annotations(self)

    def to_text(self, *, width: int = 100, colour: bool = False, everything: bool = False) -> str:
        """The report for an editor; `everything` adds the findings that agree."""
        return text.to_text(self, width=width, colour=colour, everything=everything)

    def with_decisions(self, path: str | Path) -> Self:
        """The same report with the decisions of this file on its findings, in every format.

        Raises UsageError, with file and line, where the file is missing or damaged.
        """
        return decisions.apply_decisions(self, decisions.load_decisions(Path(path)))

    def explain(self, finding: str, *, width: int = 100, settings: Settings | None = None) -> str:
        """Why the claims of this finding (its id or an unambiguous beginning) were matched, and its verdict.

        What would have changed the verdict is found by judging again, under the `settings` of the report.
        Raises UsageError where there is no such finding.
        """
        policy = pipeline.policy_of(settings or Settings())
        return explain.to_text(explain.find(self, finding), self, width=width, policy=policy)


def reconcile(
    articles: Iterable[Article], settings: Settings | None = None, problems: Sequence[Problem] = ()
) -> Report:
    """Find the claims of `articles`, match those that answer one question, and lay them against each other.

    `problems` are inputs that could not be read; they are handed through to the report.
    """
    return Report.of(pipeline.reconcile(articles, settings or Settings(), problems))
