"""What the withdrawal of a figure means for the other claims of its group."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from decimal import Decimal

from attrs import frozen

from reconcile.comparing.statements import Statement, meet
from reconcile.language.dimensions import is_money
from reconcile.language.tokens import folded_words
from reconcile.matching.values import SHARE
from reconcile.model.claim import Status
from reconcile.model.quantity import Hedge

_FAR = Decimal("1.5")  # times what took its place; what was more was no state of the count
_NO_GAP = timedelta(0)


@frozen
class Withdrawal:
    """One withdrawn figure, the claims that take its place, and the claims that still carry it."""

    withdrawn: Statement
    replacements: tuple[Statement, ...]
    carriers: Mapping[str, Statement]

    def replaced_by(self, other: Statement) -> bool:
        """True where `other` gives what took the withdrawn figure's place, rounded or more precisely."""
        return any(other.number == r.number or self._rounds(other, r) for r in self.replacements)

    @property
    def is_told(self) -> bool:
        """False where the note leaves it to its text to have what took the figure's place."""
        noted = self.withdrawn.claim.note is not None
        return not (noted and any(r.claim.replaces and r.claim.note is None for r in self.replacements))

    def _rounds(self, other: Statement, new: Statement) -> bool:
        """ "68.3 percent" for 68, "27.1 million euros" for 27: two exact numbers, of which the withdrawn is neither."""
        one, two = other.claim.quantity.unit, new.claim.quantity.unit
        rounded = one is not None and one == two and (one == SHARE or is_money(one))
        exact = other.hedge is new.hedge is Hedge.EXACT
        return rounded and exact and meet(other, new) and not meet(other, self.withdrawn)

    def gave_before(self, carrier: Statement) -> bool:
        """True for an earlier entry of the very page that took the figure back."""
        old = self.withdrawn
        return (
            carrier.claim.id in self.carriers
            and carrier.article == old.article
            and old.moment.after(carrier.moment, _NO_GAP)
        )

    def corrects(self, carrier: Statement, new: Statement) -> bool:
        """True where the note speaks for a carrier elsewhere too.

        That is one which credits the note's outlet, or came before the note: where the outlet owns up to a mistake of
        its own, in that outlet only, for others made the mistake themselves.
        """
        old = self.withdrawn
        if carrier.claim.id not in self.carriers or carrier.article == old.article:
            return False
        if new.article != old.article or not self.replaced_by(new):
            return False
        theirs = old.claim.own_slip and carrier.source.casefold() != old.source.casefold()
        before = not theirs and not carrier.moment.after(old.moment, _NO_GAP)
        return before or any(credits(s, old.source) for s in self.carriers.values() if s.article == carrier.article)

    def overtakes(self, carrier: Statement, new: Statement) -> bool:
        """True where a carrier came before its number was taken back, and `new` goes on from what took its place.

        What was far too many, or an outlet's own mistake, was no state of the count.
        """
        when, gone = self.withdrawn.moment, self.withdrawn
        if gone.claim.own_slip or not when.after(carrier.moment, _NO_GAP) or when.after(new.moment, _NO_GAP):
            return False
        if not carrier.stated or not meet(carrier, gone) or not self.replacements:
            return False
        return all(
            r.value <= new.value and carrier.value <= _FAR * r.value and not meet(carrier, r) for r in self.replacements
        )


@frozen
class Corrections:
    """All withdrawals of a group, in the order of its claims."""

    withdrawals: tuple[Withdrawal, ...] = ()

    def between(self, a: Statement, b: Statement) -> Withdrawal | None:
        """The withdrawal that makes one of these a correction of the other, if any."""
        for old, new in ((a, b), (b, a)):
            if not _may_stand(new):
                continue
            for withdrawal in self.withdrawals:
                own = withdrawal.withdrawn.claim.id == old.claim.id or withdrawal.gave_before(old)
                own = own and (withdrawal.is_told or new.article == old.article)
                if (own and withdrawal.replaced_by(new)) or withdrawal.corrects(old, new):
                    return withdrawal
        return None

    def put_right(self, a: Statement, b: Statement) -> bool:
        """True where one gives a number that was withdrawn somewhere and the other what took its place."""
        pairs = ((a, b), (b, a))
        return any(
            old.number == w.withdrawn.number and w.replaced_by(new) for w in self.withdrawals for old, new in pairs
        )

    def of_another(self, old: Statement, new: Statement) -> bool:
        """True where `new` took the place of a number that was withdrawn, and `old` is far from that one."""
        gone = [w.withdrawn for w in self.withdrawals if any(r.number == new.number for r in w.replacements)]
        return bool(gone) and all(max(old.value, g.value) > _FAR * min(old.value, g.value) for g in gone)

    def lapsed(self, old: Statement, new: Statement) -> Withdrawal | None:
        """The withdrawal of an old count by the very page that gave it, before a new one came out."""
        gave = (w for w in self.withdrawals if w.gave_before(old))
        return next((w for w in gave if new.moment.after(w.withdrawn.moment, _NO_GAP)), None)

    def overtaken(self, old: Statement, new: Statement) -> Withdrawal | None:
        """The withdrawal between an old count and a new one that goes on from what took its place."""
        return next((w for w in self.withdrawals if w.overtakes(old, new)), None)

    def returned(self, old: Statement, new: Statement) -> Withdrawal | None:
        """The withdrawal by which those who count went back from `new` to `old`; until then it was the state."""
        return next(
            (
                w
                for w in self.withdrawals
                if not w.withdrawn.claim.own_slip
                and w.replaced_by(old)
                and (new.claim.id in w.carriers or new.claim.id == w.withdrawn.claim.id)
                and w.withdrawn.moment.after(old.moment, _NO_GAP)
                and not new.moment.after(w.withdrawn.moment, _NO_GAP)
            ),
            None,
        )

    def leaves_risen(self, old: Statement, gone: Statement) -> bool:
        """True where what took the place of the withdrawn number is more than `old`, too, and not far below it."""
        new = [w.replacements for w in self.withdrawals if w.withdrawn.number == gone.number]
        values = [r.value for given in new for r in given]
        return all(new) and all(old.value < v and gone.value <= _FAR * v for v in values)


def corrections(statements: Sequence[Statement]) -> Corrections:
    """Find each withdrawn figure of a group, what replaces it and who still carries it."""
    replacements: dict[str, list[Statement]] = {}
    for s in statements:
        if _may_stand(s):
            for old in s.claim.replaces:
                replacements.setdefault(old, []).append(s)
    found = []
    for s in statements:
        if s.status is Status.WITHDRAWN:
            new = tuple(replacements.get(s.claim.id, ())) or _standing(s, statements)
            found.append(Withdrawal(s, new, _carriers(s, new, statements)))
    return Corrections(tuple(found))


def _may_stand(s: Statement) -> bool:
    """True for what may take a withdrawn figure's place; what is expected is put right, too: "It expects 2.4"."""
    return s.stated or s.status is Status.FORECAST


def _standing(old: Statement, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """What the article states where its note gives no replacement; of several numbers none is chosen."""
    own = tuple(s for s in statements if _may_stand(s) and s.article == old.article and s.number != old.number)
    return own if len({s.number for s in own}) == 1 else ()


def _carriers(old: Statement, new: Sequence[Statement], statements: Sequence[Statement]) -> dict[str, Statement]:
    if any(n.number == old.number for n in new):
        return {}
    return {s.claim.id: s for s in statements if s.stated and s.number == old.number}


def credits(statement: Statement, source: str) -> bool:
    """True where the statement is attributed to this outlet."""
    attribution = statement.claim.attribution
    names = frozenset(w for w in folded_words(source) if w.isalpha())
    return attribution is not None and bool(names) and names <= frozenset(folded_words(attribution.speaker))
