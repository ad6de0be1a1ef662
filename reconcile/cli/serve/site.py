"""What the server shows: a report as fresh as its files, and the decisions made on it."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable
from hashlib import blake2b
from pathlib import Path
from threading import RLock

from attrs import define, field

from reconcile.errors import UsageError
from reconcile.model.change import evolve
from reconcile.model.decision import Choice, Decision
from reconcile.model.finding import Finding
from reconcile.reading import find_inputs
from reconcile.report import Report
from reconcile.reporting.decisions import apply_decisions, fingerprint, load_decisions, record
from reconcile.reporting.html import Desk, to_html
from reconcile.reporting.html.desk import TAKE_BACK


class ChangedError(UsageError):
    """The finding is no longer the one that was decided on."""


@define
class Site:
    """The report on `paths`, made anew by `make` once a file has changed, and the decisions in `file`.

    `token` is new for every run: a form without it was not made by this page. Safe to use from several threads.
    """

    paths: tuple[str, ...]
    file: Path
    by: str
    make: Callable[[], Report]
    token: str = field(factory=lambda: secrets.token_urlsafe(24))
    _lock: RLock = field(factory=RLock)
    _read: tuple[str, Report] | None = None
    _shown: tuple[str, str] | None = None

    def state(self) -> str:
        """A short text that changes with the articles and the decisions."""
        return f"{self._articles()}-{_signature([self.file])}"

    def _articles(self) -> str:
        return _signature(Path(i.path) for i in find_inputs(self.paths) if not i.is_address)

    def page(self) -> str:
        """The page of the articles and decisions as they are now. Raises UsageError for a damaged decisions file."""
        with self._lock:
            state = self.state()  # before reading: what changes meanwhile is seen the next time
            if self._shown is None or self._shown[0] != state:
                self._shown = (state, to_html(self._decided(), Desk(self.token, state, str(self.file))))
            return self._shown[1]

    def _decided(self) -> Report:
        report = self._report()
        return apply_decisions(report, load_decisions(self.file)) if self.file.exists() else report

    def _report(self) -> Report:
        state = self._articles()
        if self._read is None or self._read[0] != state:
            self._read = (state, self.make())
        return self._read[1]

    def decide(self, finding: str, seen: str, choice: str, words: str) -> None:
        """Record a decision about the finding that had the fingerprint `seen`; `choice` may also take it back.

        Raises ChangedError where the finding has changed or gone since, UsageError for what cannot be recorded.
        """
        with self._lock:
            found = next((f for f in self._decided().findings if f.id == finding), None)
            if found is None or fingerprint(found) != seen:
                raise ChangedError("The finding has changed since it was shown. Look at it again before you decide.")
            record(self.file, found, None if choice == TAKE_BACK else self._decision(found, choice, words))

    def _decision(self, finding: Finding, choice: str, words: str) -> Decision:
        if choice not in list(Choice):
            raise UsageError("There is no such decision.")
        made = Decision(Choice(choice), fingerprint(finding), by=self.by)
        if made.choice is not Choice.DISMISSED:
            return evolve(made, note=words)
        if not words:
            raise UsageError("A finding is dismissed for a reason. Go back and write it down.")
        return evolve(made, reason=words, note=finding.decision.note if finding.decision else "")


def _signature(files: Iterable[Path]) -> str:
    """A hash over the names, sizes and times of files."""
    digest = blake2b(digest_size=8)
    for path in files:
        try:
            status = path.stat()
            seen = (status.st_mtime_ns, status.st_size, status.st_ino)
        except (OSError, ValueError):
            seen = (0, 0, 0)
        digest.update(f"{path}\0{seen}\0".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()
