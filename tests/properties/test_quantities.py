"""Laws of the reading of quantities that hold for every number and every text."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from reconcile.language.quantities import as_dict, find_quantities, scan
from reconcile.language.tokens import tokenize
from reconcile.model.quantity import Hedge, Quantity

ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SCALES = [(10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (10**3, "thousand"), (100, "hundred")]


def spell(number: int) -> str:
    """The number in English words, as a newspaper would spell it if it had to."""
    for size, word in SCALES:
        if number >= size:
            above, rest = divmod(number, size)
            joint = " and " if rest and rest < 100 else " "
            return f"{spell(above)} {word}{joint + spell(rest) if rest else ''}"
    if number < 20:
        return ONES[number]
    ten, one = divmod(number, 10)
    return TENS[ten] + (f"-{ONES[one]}" if one else "")


def only(text: str) -> Quantity:
    (mention,) = find_quantities(text)
    return mention.quantity


@given(st.integers(2, 10**15 - 1), st.booleans(), st.sampled_from(["-", " "]))
def test_every_number_that_can_be_spelled_reads_back(number: int, capitals: bool, hyphen: str) -> None:
    words = spell(number).replace("-", hyphen)
    assert only(f"{words.upper() if capitals else words} houses burned").value == number


@given(st.integers(1000, 10**12), st.sampled_from([",", ".", "'", " ", "\u00a0", "\u202f"]))
def test_every_customary_grouping_reads_back(number: int, mark: str) -> None:
    text = f"{number:,}".replace(",", mark)
    assert only(f"{text} people marched").value == number


@given(st.decimals(min_value="0.1", max_value=999, places=1), st.sampled_from(["", " "]))
def test_a_scale_multiplies_and_keeps_the_precision_written(number: Decimal, gap: str) -> None:
    quantity = only(f"it cost ${number}{gap}bn")
    assert quantity.value == number * 10**9
    assert quantity.step == 10**8


@given(
    st.sampled_from(["26", "500", "3.5", "two", "forty", "-4", "a million"]),
    st.sampled_from([" - ", "-", " — ", " to ", " or ", " and "]),
    st.sampled_from(["half a dozen", "a dozen", "1 hundred", "2 thousand", "half a million", "0.2m", "three", "-9"]),
    st.sampled_from(["", "between ", "from "]),
)
def test_two_numbers_never_make_an_upside_down_range(one: str, joint: str, two: str, lead: str) -> None:
    for mention in find_quantities(f"It left {lead}{one}{joint}{two} children among them."):
        possible = mention.quantity.possible
        assert possible.low <= possible.high


@given(st.integers(1, 999), st.integers(1, 999))
def test_a_range_holds_both_ends(a: int, b: int) -> None:
    low, high = sorted((a, a + b))
    quantity = only(f"between {low} and {high} houses burned")
    assert (quantity.low, quantity.high, quantity.hedge) == (low, high, Hedge.RANGE)


WIDER = {
    "": ["about ", "at least ", "up to ", "around "],
    "more than ": ["at least "],
    "fewer than ": ["up to "],
    "almost ": ["about "],
}
CHAINS = [(narrow, wide) for narrow, wides in WIDER.items() for wide in wides]


@given(st.integers(2, 10**7), st.sampled_from(CHAINS))
def test_widening_a_hedge_never_makes_two_figures_disjoint(number: int, hedges: tuple[str, str]) -> None:
    narrow, wide = (only(f"{hedge}{number:,} people died") for hedge in hedges)
    assert narrow.possible.meets(wide.possible)
    other = only(f"some {number:,} people died")
    if narrow.possible.meets(other.possible):
        assert wide.possible.meets(other.possible)


PIECES = st.sampled_from(
    [
        "12",
        "1,200",
        "3.5",
        "1.200",
        "-",
        "–",
        "to",
        "and",
        "between",
        "from",
        "of",
        "the",
        "a",
        "an",
        "half",
        "dozen",
        "million",
        "bn",
        "m",
        "k",
        "$",
        "€",
        "£",
        "%",
        "per",
        "cent",
        "mile",
        "km",
        "°C",
        "(",
        ")",
        ",",
        ".",
        "about",
        "at",
        "least",
        "over",
        "up",
        "no",
        "one",
        "two-thirds",
        "hundred",
        "thousand",
        "people",
        "dead",
        "years",
        "old",
        "July",
        "2024",
        ":",
        "/",
        "'",
        "½",
        "²",
        "0",
        "00",
        "+",
        "s",
        "US$",
        "Rs",
        ".5",
        "1/2",
        "⁄",
        "no.",
        "Su-24",
        "15-year-old",
        "tens",
        "of",
        "thousands",
        "points",
        "minus",
        "−",
    ]
)


@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map(" ".join), st.lists(PIECES).map("".join)))
def test_mentions_lie_in_the_text_in_order_and_apart(text: str) -> None:
    mentions = find_quantities(text)
    end = 0
    for at, m in enumerate(mentions):
        assert end <= m.start <= m.number_start < m.number_end <= m.end
        assert text[m.start : m.end] == m.text
        assert m.first <= m.number_first < m.number_last <= m.last
        assert m.restates is None or 0 <= m.restates < at
        assert m.checkable == (m.why_not is None)
        assert m.quantity.plausible.meets(m.quantity.possible)
        assert as_dict(m)["low"] is not None or as_dict(m)["high"] is not None
        end = m.end


@given(st.lists(PIECES, max_size=30).map(" ".join))
def test_scanning_is_repeatable(text: str) -> None:
    assert scan(tokenize(text)) == list(find_quantities(text))
