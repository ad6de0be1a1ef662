"""A number as it was read: its tokens, its value, and how sharply it was written."""

from __future__ import annotations

from decimal import Decimal

from attrs import frozen

ONE = Decimal(1)


@frozen(eq=False)
class Number:
    """Tokens `[first, last)` spell a number.

    `low` is its value, `step` the place value of its last significant digit. `form` is digits, grouped, decimal,
    words, slash ("1/2"), part ("two-thirds"), vague ("dozens"; `plausible` is then the highest value a reader
    expects), or none for digits that make no number. `soft` marks round words that promise little ("a hundred"),
    `scaled` that a scale word took part, `comma` a decimal comma.
    """

    first: int
    last: int
    low: Decimal
    step: Decimal = ONE
    form: str = "digits"
    soft: bool = False
    scaled: bool = False
    plausible: Decimal | None = None
    decimals: int = 0
    comma: bool = False

    @property
    def whole(self) -> bool:
        """True for a plain run of digits or a number in words without scale: what a label or an age may be."""
        return not self.scaled and (self.form == "digits" or (self.form == "words" and self.low < 100))


def place_value(whole: str, part: str = "") -> Decimal:
    """Place value of the last significant digit: 100 for "1200", 0.01 for "1.20", 1 for "0"."""
    if part:
        return ONE.scaleb(-len(part))
    bare = whole.rstrip("0")
    return ONE.scaleb(len(whole) - len(bare)) if bare else ONE


def digits_swapped(a: Decimal, b: Decimal) -> int:
    """How many significant digits two numbers have that differ in the order of two neighbours (1,240, 1,420), or 0."""
    one, two = a.normalize(), b.normalize()
    if one.adjusted() != two.adjusted():
        return 0
    x, y = one.as_tuple().digits, two.as_tuple().digits
    size = max(len(x), len(y))
    x, y = (digits + (0,) * (size - len(digits)) for digits in (x, y))
    apart = [at for at in range(size) if x[at] != y[at]]
    swapped = len(apart) == 2 and apart[1] == apart[0] + 1 and sorted(x) == sorted(y)
    return size if swapped else 0
