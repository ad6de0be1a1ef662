"""What the page has beyond reading where `reconcile serve` shows it: forms that record decisions."""

from __future__ import annotations

from attrs import frozen

from reconcile.model.decision import Choice
from reconcile.reporting.decisions import fingerprint
from reconcile.reporting.html.markup import Markup, el
from reconcile.reporting.view import FindingView

ACTION = "/decide"
TAKE_BACK = "take-back"
LONGEST = 2000  # characters of a reason or note
_BUTTONS = ((Choice.DISMISSED, "Dismiss"), (Choice.ACCEPTED, "Accept"), (Choice.NEEDS_A_CALL, "Needs a call"))


@frozen
class Desk:
    """Where decisions are made: the `token` that proves a form to be the page's own, and the `state` shown.

    `state` changes whenever the articles or the decisions do; `file` names the file that decisions go to.
    """

    token: str
    state: str
    file: str


def decision_form(view: FindingView, desk: Desk) -> Markup:
    """Buttons for each decision and a line for its reason, which a browser asks for where a finding is dismissed."""
    made = view.finding.decision
    words = (made.reason or made.note) if made else ""
    label = f"why-{view.id}"
    return el(
        "form",
        el("input", type="hidden", name="token", value=desk.token),
        el("input", type="hidden", name="finding", value=view.id),
        el("input", type="hidden", name="fingerprint", value=fingerprint(view.finding)),
        el("label", "Reason or note", for_=label),
        el("input", id=label, name="words", value=words, maxlength=LONGEST, required=True, autocomplete="off"),
        [_button(choice.value, text, asks=choice is Choice.DISMISSED) for choice, text in _BUTTONS],
        _button(TAKE_BACK, "Take back", asks=False) if made else None,
        action=ACTION,
        method="post",
        class_="decide",
        aria_label="Decide",
    )


def _button(value: str, text: str, *, asks: bool) -> Markup:
    return el("button", text, name="decision", value=value, formnovalidate=not asks)
