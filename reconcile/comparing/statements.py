"""A figure made ready for comparing: in its base unit, with its reach, its time and its voice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from attrs import frozen

from reconcile.comparing.timing import Moment, in_count_order, moment_of
from reconcile.comparing.units import Conversion, conversion
from reconcile.comparing.voices import Voice, voice
from reconcile.language.dimensions import is_money
from reconcile.language.lexicon import Houses
from reconcile.model.change import evolve
from reconcile.model.claim import Claim, Status
from reconcile.model.interval import Interval
from reconcile.model.quantity import Hedge, Quantity, rounding
from reconcile.model.text import Article

_PLAIN = Conversion("", Decimal(1))

Key = tuple[str, Decimal | None, Decimal | None]
Number = tuple[str, Decimal]


TWO_SIDES = frozenset({Hedge.AT_MOST, Hedge.MORE_THAN})  # of one threshold; less and more than it contradict each other


@frozen
class Statement:
    """One claim of a group. All numbers stand in the base unit where there is one; `unit` is then its dimension.

    `reach` holds every number that would not make the statement false, its rounding included; `likely` the numbers a
    careful reader expects. `measured` is true for money, shares and physical units, which print rounds, false for
    counts. `step` is the place value of the last significant digit, `slack` how far rounding may have carried the
    number; `item` is shared by all versions of one article, `superseded` says that it stands in an older one, for which
    the latest speaks. `status` is the claim's own, but for a figure that its
    article denies elsewhere.
    """

    claim: Claim
    status: Status
    measured: bool
    unit: str
    low: Decimal | None
    high: Decimal | None
    value: Decimal
    step: Decimal
    slack: Decimal
    reach: Interval
    likely: Interval
    moment: Moment
    voice: Voice
    source: str
    item: str
    superseded: bool

    @property
    def key(self) -> Key:
        """What is stated, hedge aside."""
        return self.unit, self.low, self.high

    @property
    def number(self) -> Number:
        """The bare number in its unit: "more than 200", "at least 200" and "200" share it."""
        return self.unit, self.value

    @property
    def hedge(self) -> Hedge:
        return self.claim.quantity.hedge

    @property
    def article(self) -> str:
        return self.claim.mention.span.article

    @property
    def stated(self) -> bool:
        return self.status in (Status.STATED, Status.BACKGROUND)

    @property
    def says(self) -> str:
        """The figure in the words of its text."""
        return " ".join(self.claim.mention.text.split())

    @property
    def who(self) -> str:
        """Who says it where."""
        speaker = self.claim.attribution.speaker if self.claim.attribution else ""
        return f"{' '.join(speaker.split())} in {self.source}" if speaker else self.source


def statement(claim: Claim, article: Article | None, houses: Houses = ()) -> Statement:
    """Make one claim ready; its value must be a quantity with at least one bound."""
    quantity = claim.quantity
    to_base = conversion(quantity.unit, houses) or _PLAIN
    measured = to_base is not _PLAIN or is_money(quantity.unit)
    slack = rounding(quantity, measured)
    return Statement(
        claim=claim,
        status=claim.status,
        measured=measured,
        unit=to_base.dimension or quantity.unit or "",
        low=None if quantity.low is None else to_base.apply(quantity.low),
        high=None if quantity.high is None else to_base.apply(quantity.high),
        value=to_base.apply(quantity.value),
        step=quantity.step * to_base.factor,
        slack=slack * to_base.factor,
        reach=to_base.interval(_widened(quantity.possible, quantity, slack)),
        likely=to_base.interval(_widened(quantity.plausible, quantity, slack)),
        moment=moment_of(claim, article),
        voice=voice(claim.attribution, houses),
        source=article.label if article else claim.mention.span.article,
        item=(article.version_of if article else "") or claim.mention.span.article,
        superseded=bool(article and article.version_of),
    )


def statements(claims: Sequence[Claim], articles: Mapping[str, Article], houses: Houses = ()) -> list[Statement]:
    """All claims of a group made ready.

    Where an article denies a number, it does not state it anywhere else in its own voice: "No, 500,000 did not march".
    """
    made = [statement(c, articles.get(c.mention.span.article), houses) for c in claims]
    if any(s.moment.stage is not None for s in made):
        moments = in_count_order([s.moment for s in made])
        made = [evolve(s, moment=m) for s, m in zip(made, moments, strict=True)]
    denied = {(s.article, s.number) for s in made if s.status is Status.DENIED}
    return [
        evolve(s, status=Status.DENIED)
        if s.status is Status.STATED and not s.voice and (s.article, s.number) in denied
        else s
        for s in made
    ]


def meet(a: Statement, b: Statement) -> bool:
    """True where both can be true. Of two exact numbers only one may be the other, rounded."""
    if a.hedge is b.hedge is Hedge.EXACT:
        return abs(a.value - b.value) <= max(a.slack, b.slack)
    return is_one_threshold(a, b) or a.reach.meets(b.reach)


def is_one_threshold(a: Statement, b: Statement) -> bool:
    """ "Sums of up to €100,000 are safe", "those with more than €100,000": a bound, named from either side."""
    return a.measured and a.number == b.number and {a.hedge, b.hedge} == TWO_SIDES


def _widened(values: Interval, quantity: Quantity, slack: Decimal) -> Interval:
    """Rounding softens the ends of exact numbers, ranges and "about", never a bound that a hedge makes strict."""
    if not slack or quantity.hedge not in (Hedge.EXACT, Hedge.ABOUT, Hedge.RANGE):
        return values
    low, high = quantity.low, quantity.high
    if low is None or high is None:
        return values
    return values.hull(Interval(low - slack, high + slack))
