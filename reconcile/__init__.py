"""Finds the figures that several articles on one event disagree about, and says why.

Names are loaded when they are first used, so importing the package costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reconcile.errors import LexiconError, Problem, ReconcileError, UsageError
    from reconcile.language.quantities import find_quantities
    from reconcile.model.claim import Claim, Kind, Status
    from reconcile.model.finding import BestRule, Finding, Severity, Side, Verdict
    from reconcile.model.quantity import Hedge, Quantity
    from reconcile.model.text import Article, Mention, Span
    from reconcile.reading import read
    from reconcile.report import Report, reconcile
    from reconcile.settings import Settings

__version__ = "0.1.0"
_HOMES = {
    "Article": "reconcile.model.text",
    "BestRule": "reconcile.model.finding",
    "Claim": "reconcile.model.claim",
    "Finding": "reconcile.model.finding",
    "Hedge": "reconcile.model.quantity",
    "Kind": "reconcile.model.claim",
    "LexiconError": "reconcile.errors",
    "Mention": "reconcile.model.text",
    "Problem": "reconcile.errors",
    "Quantity": "reconcile.model.quantity",
    "ReconcileError": "reconcile.errors",
    "Report": "reconcile.report",
    "Settings": "reconcile.settings",
    "Severity": "reconcile.model.finding",
    "Side": "reconcile.model.finding",
    "Span": "reconcile.model.text",
    "Status": "reconcile.model.claim",
    "UsageError": "reconcile.errors",
    "Verdict": "reconcile.model.finding",
    "find_quantities": "reconcile.language.quantities",
    "read": "reconcile.reading",
    "reconcile": "reconcile.report",
}
__all__ = [
    "Article",
    "BestRule",
    "Claim",
    "Finding",
    "Hedge",
    "Kind",
    "LexiconError",
    "Mention",
    "Problem",
    "Quantity",
    "ReconcileError",
    "Report",
    "Settings",
    "Severity",
    "Side",
    "Span",
    "Status",
    "UsageError",
    "Verdict",
    "find_quantities",
    "read",
    "reconcile",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'reconcile' has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
