"""Numbers in words: "two thousand five hundred", "three and a half million", "half a dozen", "a hundred"."""

from __future__ import annotations

from decimal import Decimal

from reconcile.language.number import ONE, Number, place_value
from reconcile.language.quantity_tables import Tables

_DECIMALS = 6  # digits read out behind "point" at most
_SCALES = 3  # scale words in a row at most
_SOFT = 10  # "a score of boats" is no exact count, "a pair of boats" is
_PERCENT_STEP = Decimal("0.01")


def _step(value: Decimal) -> Decimal:
    return place_value(str(int(value))) if value == value.to_integral_value() else Decimal("0.1")


class WordReader:
    """Reads the number words of one token list; every method takes the token it begins at."""

    def __init__(self, words: list[str], t: Tables) -> None:
        self.words, self.t = words, t
        self.ones, self.tens, self.hundred = t.numbers["ones"], t.numbers["tens"], t.numbers["hundred"]
        self.part, self.join, self.article = t.numbers["part"], t.words["and"], t.words["article"]

    def read(self, i: int) -> Number | None:
        """The number in words whose first number word is token `i`; None where it is none."""
        below = self.small(i)
        if below is None:
            return self.bare(i)
        value, at = below
        return self.parts_of(i, at, value) or self.scaled(i, Decimal(value), at)

    def word(self, at: int) -> str:
        return self.words[at] if 0 <= at < len(self.words) else ""

    def past_hyphen(self, at: int) -> int:
        return at + 1 if self.word(at) == "-" else at

    def size(self, word: str) -> int | None:
        """What a scale word or dozen multiplies by."""
        return self.t.numbers["scale"].get(word) or self.t.numbers["group"].get(word)

    def size_at(self, at: int) -> int | None:
        """The same of the word at a token, behind a hyphen too; in the plural before "of" ("six millions of")."""
        at = self.past_hyphen(at)
        plural = self.t.words["plural scale"] if self.word(at + 1) in self.t.words["of"] else {}
        return self.size(self.word(at)) or plural.get(self.word(at))

    def scaled(self, first: int, value: Decimal, at: int) -> Number:
        """The number from its first group on: groups and their scale words, point and halves."""
        total, scaled = Decimal(0), False
        if self.word(at) in self.t.words["point"] and (digits := self.spoken(at + 1)):
            value, at = Decimal(f"{value}.{digits[0]}"), digits[1]
        if half := self.half(at):
            value, at = value + half[0], half[1]
        while size := self.size_at(at):
            total, scaled, at = total + value * size, True, self.past_hyphen(at) + 1
            value = Decimal(0)
            if half := self.half(at):
                value, at = half[0] * size, half[1]
                break
            more = self.more(at, size)
            if more is None:
                if larger := self.times_larger(at, size):
                    return Number(
                        first, larger[1], (total + larger[0]) * larger[2], Decimal(larger[2]), "words", scaled=True
                    )
                break
            value, at = Decimal(more[0]), more[1]
        total += value
        return Number(first, at, total, _step(total), "words", scaled=scaled)

    def more(self, at: int, below: int) -> tuple[int, int] | None:
        """What follows a scale word: "two thousand (and) five hundred"."""
        at = at + 1 if self.word(at) in self.join else at
        small = self.small(at)
        if small is None or self.word(self.past_hyphen(small[1])) in self.part or small[0] >= below:
            return None
        following = self.size(self.word(small[1]))
        return None if following and following >= below else small

    def times_larger(self, at: int, below: int) -> tuple[int, int, int] | None:
        """What follows "two thousand" in "two thousand eight hundred and sixty million": 860, its end, a million."""
        if (size := self.size(self.word(at))) and size > below:
            return 0, at + 1, size  # "two thousand million"
        at = at + 1 if self.word(at) in self.join else at
        small = self.small(at)
        size = self.size(self.word(small[1])) if small else None
        return (small[0], small[1] + 1, size) if small and size and size > below and small[0] < below else None

    def small(self, at: int) -> tuple[int, int] | None:
        """A number below a thousand in words, and where it ends."""
        value, end = self.below_hundred(at)
        if end == at:
            return None
        gap = self.past_hyphen(end)
        if self.word(gap) not in self.hundred:
            return value, end
        value, end = value * 100, gap + 1
        start = end + 1 if self.word(end) in self.join else self.past_hyphen(end)
        rest, stop = self.below_hundred(start)
        if stop > start and self.word(stop) not in self.hundred and self.word(stop) not in self.part:
            return value + rest, stop
        return value, end

    def below_hundred(self, at: int) -> tuple[int, int]:
        word = self.word(at)
        if word in self.tens:
            gap = self.past_hyphen(at + 1)
            ones = self.ones.get(self.word(gap), 0)
            return (self.tens[word] + ones, gap + 1) if 0 < ones < 10 else (self.tens[word], at + 1)
        return (self.ones[word], at + 1) if word in self.ones else (0, at)

    def spoken(self, at: int) -> tuple[str, int] | None:
        """Digits read out one by one ("six five"), and where they end."""
        digits = ""
        while self.ones.get(self.word(at), 10) < 10 and len(digits) < _DECIMALS:
            digits, at = digits + str(self.ones[self.word(at)]), at + 1
        return (digits, at) if digits else None

    def half(self, at: int) -> tuple[Decimal, int] | None:
        """The fraction in "and a half" or "and three quarters", and where it ends."""
        at = self.past_hyphen(at)
        if self.word(at) not in self.join:
            return None
        at = self.past_hyphen(at + 1)
        if self.word(at) in self.article:
            at = self.past_hyphen(at + 1)
            return (ONE / self.part[self.word(at)], at + 1) if self.word(at) in self.part else None
        small = self.small(at)
        below = self.part.get(self.word(small[1])) if small else None
        return (Decimal(small[0]) / below, small[1] + 1) if small and below and below > small[0] else None

    def parts_of(self, first: int, at: int, value: int) -> Number | None:
        """A share: "two-thirds", "three quarters", "one third"."""
        gap = self.past_hyphen(at)
        below = self.part.get(self.word(gap))
        if below is None or value >= below or self.word(gap + 1) == "-":
            return None
        if (scale := self.of_scale(gap + 1, below)) is not None:
            return Number(first, scale[1], value * scale[0], scale[0], "words", soft=True, scaled=True)
        return Number(first, gap + 1, Decimal(value) / below, _PERCENT_STEP, "part")

    def of_scale(self, at: int, below: int) -> tuple[Decimal, int] | None:
        """A part of the million in "three quarters of a million", and where it ends; None where a rest is left."""
        if self.word(at) not in self.t.words["of"] or self.word(at + 1) not in self.article:
            return None
        word = self.word(at + 2)
        size = self.hundred.get(word) or self.size(word)
        if not size or size % below or len(word) <= 3 or word in self.t.numbers["group"]:
            return None
        return Decimal(size // below), at + 3

    def bare(self, i: int) -> Number | None:
        """What an article opens: "a dozen", "half a million", "a third", "a single", "a pair", and "no"."""
        word, small = self.word(i), self.t.words
        opened = self.word(i - 1) in self.article
        if word in self.part:
            return self.bare_part(i, opened)
        if word in self.hundred or self.size(word):
            return self.round_number(i) if opened and len(word) > 3 else self.open_number(i)
        if word in small["single"]:
            return Number(i - 1, i + 1, ONE, form="words") if opened else None
        if word in small["pair"] and opened and self.word(i + 1) in small["of"]:
            value = Decimal(small["pair"][word])
            return Number(i - 1, i + 1, value, place_value(str(value)), "words", soft=value >= _SOFT)
        if word in small["no"] or word in small["none"]:
            return Number(i, i + 1, Decimal(0), form="words")
        return None

    def open_number(self, i: int) -> Number | None:
        """A dozen without its article: "the dozen launchers"."""
        word = self.word(i)
        if word in self.t.numbers["group"] and self.word(i - 1) in self.t.words["determiner"]:
            return Number(i, i + 1, Decimal(self.t.numbers["group"][word]), form="words", scaled=True)
        return None

    def round_number(self, i: int) -> Number:
        """A round number behind an article, perhaps halved: "a hundred", "half a dozen", "a million and a half"."""
        value, at = ONE, i
        while (size := self.hundred.get(self.word(at)) or self.size(self.word(at))) and at < i + _SCALES:
            value, at = value * size, at + 1
        below = self.part.get(self.word(i - 2), 0)
        if below in (2, 4):
            first = i - 3 if self.word(i - 3) in self.article else i - 2
            dozen = self.word(i) in self.t.numbers["group"]
            return Number(first, at, value / below, value / below, "words", soft=not dozen, scaled=True)
        rest = self.small(at + 1) if self.word(at) in self.join else None
        if rest and value in (100, 1000) and rest[0] < value and self.word(rest[1]) not in self.part:
            return Number(i - 1, rest[1], value + rest[0], ONE, "words", scaled=True)
        if half := self.half(at):
            return Number(i - 1, half[1], value * (1 + half[0]), value / 10, "words", scaled=True)
        return Number(i - 1, at, value, value, "words", soft=True, scaled=True)

    def bare_part(self, i: int, opened: bool) -> Number | None:
        """A share without a number before it: "half", "a third", "a quarter"."""
        value = ONE / self.part[self.word(i)]
        following = self.word(i + 2)
        if (
            self.word(i + 1) in self.article
            and (following in self.hundred or self.size(following))
            and len(following) > 3
        ):
            return self.round_number(i + 2)
        if opened and (scale := self.of_scale(i + 1, self.part[self.word(i)])) is not None:
            return Number(i - 1, scale[1], scale[0], scale[0], "words", soft=True, scaled=True)
        if self.part[self.word(i)] == 2:
            return Number(i, i + 1, value, _PERCENT_STEP, "part")
        return Number(i - 1, i + 1, value, _PERCENT_STEP, "part") if opened else None
