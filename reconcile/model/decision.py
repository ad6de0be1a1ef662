"""What an editor has decided about a finding."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen


class Choice(StrEnum):
    """The decisions there are: it is so; it is nothing; somebody must be asked."""

    ACCEPTED = "accepted"
    DISMISSED = "dismissed"
    NEEDS_A_CALL = "needs-a-call"


@frozen
class Decision:
    """A decision about one finding, made when its content had this `fingerprint`.

    `reason` is never empty for a dismissal; `note`, `by` and `at` are empty unless somebody gave them. `outdated`
    says that the finding has changed since: the decision is shown, but decides nothing any more.
    """

    choice: Choice
    fingerprint: str
    reason: str = ""
    note: str = ""
    by: str = ""
    at: str = ""
    outdated: bool = False
