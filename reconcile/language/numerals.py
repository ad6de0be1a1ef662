"""Reading numbers: digits as any house groups them, words, scales, fractions, and their mixtures."""

from __future__ import annotations

from decimal import Decimal

from attrs import evolve, frozen

from reconcile.language.quantity_tables import Tables
from reconcile.language.tokens import Tokens

_ONE = Decimal(1)
_SPACES = " \u00a0\u2009\u202f\u2007\u2008"


@frozen
class Number:
    """Tokens `[first, last)` spell a number.

    `step` is the place value of its last significant digit; `high` differs from `low` only for vague words, whose
    `plausible` is the highest value a reader expects. `form` is one of digits, grouped, decimal, words, vague, part.
    `soft` marks round words that promise little ("a hundred"); `scaled` that a scale word took part.
    """

    first: int
    last: int
    low: Decimal
    step: Decimal = _ONE
    form: str = "digits"
    soft: bool = False
    scaled: bool = False
    plausible: Decimal | None = None
    decimals: int = 0


def read_number(tokens: Tokens, i: int, t: Tables) -> Number | None:
    """The number that begins at token `i`, as long as it reaches; None where there is none."""
    word = tokens.words[i]
    if word[0].isdigit() and word.isdecimal():
        return _with_scale(tokens, _fraction(tokens, read_digits(tokens, i), t), t)
    if "\u2044" in word:
        return _vulgar(tokens, i)
    if vague := t.vague.at(tokens, i):
        low, high = vague.entry
        return Number(vague.start, vague.end, low, low, "vague", plausible=high)
    return _words(tokens, i, t)


def read_digits(tokens: Tokens, i: int) -> Number | None:
    """A number in digits with its grouping; None for what is grouped like no number (versions, addresses)."""
    words = tokens.words
    groups, marks, at = [words[i]], [], i + 1
    while at + 1 < len(words) and words[at] in {",", ".", "'"} and words[at + 1].isdecimal():
        if not (tokens.glued(at - 1) and tokens.glued(at)):
            break
        marks.append(words[at])
        groups.append(words[at + 1])
        at += 2
    if not marks:
        return _spaced(tokens, i)
    whole, part = _grouping(groups, marks)
    if whole is None:
        return Number(i, at, Decimal(0), form="none")
    value = Decimal(f"{whole}.{part}" if part else whole)
    form = "decimal" if part else "grouped"
    return Number(i, at, value, _step(whole, part), form, decimals=len(part))


def _grouping(groups: list[str], marks: list[str]) -> tuple[str | None, str]:
    """Whole digits and decimals as the marks group them; None where they fit no custom."""
    last = marks[-1]
    kinds = set(marks)
    if len(kinds) == 1:
        if _triples(groups) and (len(marks) > 1 or last != "."):
            return "".join(groups), ""
        if len(marks) == 1 and last != "'":
            return groups[0], groups[1]
        if last == "," and len(groups[-1]) == 3 and all(len(g) == 2 for g in groups[1:-1]):
            return "".join(groups), ""
        return None, ""
    if len(kinds) == 2 and marks.count(last) == 1 and _triples(groups[:-1]):
        return "".join(groups[:-1]), groups[-1]
    return None, ""


def _triples(groups: list[str]) -> bool:
    return 1 <= len(groups[0]) <= 3 and groups[0] != "0" and all(len(g) == 3 for g in groups[1:])


def _spaced(tokens: Tokens, i: int) -> Number:
    """Digits grouped by single spaces ("41 300"), or a plain run of digits."""
    words, text = tokens.words, tokens.text
    digits, at = words[i], i + 1
    if len(digits) <= 3 and digits[0] != "0":
        while at < len(words) and len(words[at]) == 3 and words[at].isdecimal():
            gap = text[tokens.ends[at - 1] : tokens.starts[at]]
            if len(gap) != 1 or gap not in _SPACES:
                break
            digits += words[at]
            at += 1
        follows = at < len(words) and words[at].isdecimal()
        if at > i + 1 and (follows or tokens.glued(at - 1) and words[at] in "-/"):
            digits, at = words[i], i + 1
    form = "grouped" if at > i + 1 else "digits"
    return Number(i, at, Decimal(digits), _step(digits, ""), form)


def _step(whole: str, part: str) -> Decimal:
    if part:
        return Decimal(1).scaleb(-len(part))
    bare = whole.rstrip("0")
    return Decimal(1).scaleb(len(whole) - len(bare)) if bare else _ONE


def _fraction(tokens: Tokens, number: Number | None, t: Tables) -> Number | None:
    """A fraction after a whole number ("3½", "1/16")."""
    if number is None or number.form != "digits":
        return number
    words, at = tokens.words, number.last
    if at < len(words) and "\u2044" in words[at] and (half := _vulgar(tokens, at)):
        return evolve(number, last=half.last, low=number.low + half.low, step=half.step, form="decimal")
    if at + 1 < len(words) and words[at] in "/\u2044" and words[at + 1].isdecimal() and tokens.glued(at - 1):
        below = Decimal(words[at + 1])
        if tokens.glued(at) and number.low < below and (words[at] == "\u2044" or int(below) in {2, 3, 4, 5, 8, 16, 32}):
            return Number(number.first, at + 2, number.low / below, Decimal("0.01"), "slash")
    return number


def _vulgar(tokens: Tokens, i: int) -> Number | None:
    above, _, below = tokens.words[i].partition("\u2044")
    if not (above.isdecimal() and below.isdecimal()) or int(below) == 0:
        return None
    return Number(i, i + 1, Decimal(above) / Decimal(below), Decimal("0.01"), "slash")


def _with_scale(tokens: Tokens, number: Number | None, t: Tables) -> Number | None:
    """Multiply by the scale words that follow ("4 hundred million", "1.2bn", "3-million")."""
    if number is None:
        return None
    words, at, factor = tokens.words, number.last, 1
    while at < len(words):
        word, here = words[at], at
        if word == "-" and at + 1 < len(words) and at == number.last:
            here, word = at + 1, words[at + 1]
        size = t.numbers["scale"].get(word) or t.numbers["hundred"].get(word) or t.numbers["group"].get(word)
        if size is None:
            break
        factor, at = factor * size, here + 1
        if at < len(words) and words[at] == "." and word in {"mn", "bn", "tn"}:
            break
    if factor == 1:
        return number
    return evolve(number, last=at, low=number.low * factor, step=number.step * factor, scaled=True)


def _words(tokens: Tokens, i: int, t: Tables) -> Number | None:
    """A number in words: "two thousand five hundred", "three and a half million", "half a dozen", "a hundred"."""
    reader = _Reader(tokens, t)
    return reader.read(i)


class _Reader:
    """Reads number words left to right; keeps nothing between two numbers."""

    def __init__(self, tokens: Tokens, t: Tables) -> None:
        self.tokens, self.words, self.t = tokens, tokens.words, t
        n = t.numbers
        self.ones, self.tens, self.hundred = n["ones"], n["tens"], n["hundred"]
        self.scale, self.group, self.part = n["scale"], n["group"], n["part"]
        self.article, self.join = n["article"], n["and"]

    def word(self, at: int) -> str:
        return self.words[at] if 0 <= at < len(self.words) else ""

    def read(self, i: int) -> Number | None:
        below = self.small(i)
        if below is None:
            return self.bare(i)
        value, at = below
        fraction = self.thirds(i, at, value)
        if fraction:
            return fraction
        total, step = Decimal(0), _ONE
        current, scaled = Decimal(value), False
        at_end = at
        if self.word(at) in self.t.numbers["point"] and (digits := self.spoken(at + 1)):
            current, at_end = Decimal(f"{value}.{digits[0]}"), digits[1]
            step = _ONE.scaleb(-len(digits[0]))
        while True:
            at = at_end
            half = self.half(at)
            if half:
                current, at = current + half[0], half[1]
                step = Decimal("0.1")
            gap = at + 1 if self.word(at) == "-" else at
            size = self.scale.get(self.word(gap)) or self.group.get(self.word(gap))
            if size is None:
                at_end = at
                total += current
                break
            total, current, scaled = total + current * size, Decimal(0), True
            step, at_end = step * size, gap + 1
            more = self.more(at_end, size)
            if more is None:
                half = self.half(at_end)
                if half:
                    total, at_end = total + half[0] * size, half[1]
                    step = size * Decimal("0.1")
                break
            current, at_end = Decimal(more[0]), more[1]
            step = _ONE
        if not scaled and step == 1:
            step = _step(str(int(total)), "") if total >= 100 else _ONE
        return Number(i, at_end, total, step, "words", scaled=scaled)

    def more(self, at: int, below: int) -> tuple[int, int] | None:
        """What follows a scale word: "two thousand (and) five hundred"."""
        if self.word(at) in self.join:
            at += 1
        small = self.small(at)
        if small is None or self.word(small[1]) in self.part or small[0] >= below:
            return None
        return small

    def small(self, at: int) -> tuple[int, int] | None:
        """A number below a thousand in words, and where it ends."""
        value, end = self.pair(at)
        if end == at:
            return None
        gap = end + 1 if self.word(end) == "-" else end
        if self.word(gap) in self.hundred and value < 100:
            value, end = value * 100, gap + 1
            start = end + 1 if self.word(end) in self.join or self.word(end) == "-" else end
            rest, stop = self.pair(start)
            if stop > start and self.word(stop) not in self.hundred and self.word(stop) not in self.part:
                return value + rest, stop
        return value, end

    def pair(self, at: int) -> tuple[int, int]:
        word = self.word(at)
        if word in self.tens:
            gap = at + 2 if self.word(at + 1) == "-" else at + 1
            ones = self.ones.get(self.word(gap), 0)
            return (self.tens[word] + ones, gap + 1) if 0 < ones < 10 else (self.tens[word], at + 1)
        if word in self.ones:
            return self.ones[word], at + 1
        return 0, at

    def spoken(self, at: int) -> tuple[str, int] | None:
        digits = ""
        while self.ones.get(self.word(at), 10) < 10:
            digits, at = digits + str(self.ones[self.word(at)]), at + 1
        return (digits, at) if digits else None

    def half(self, at: int) -> tuple[Decimal, int] | None:
        """ "and a half", "and three quarters": the fraction and where it ends."""
        if self.word(at) == "-":
            at += 1
        if self.word(at) not in self.join:
            return None
        at += 2 if self.word(at + 1) == "-" else 1
        if self.word(at) in self.article:
            at += 2 if self.word(at + 1) == "-" else 1
            if self.word(at) in self.part:
                return _ONE / self.part[self.word(at)], at + 1
        small = self.small(at)
        if small and self.word(small[1]) in self.part and self.part[self.word(small[1])] > small[0]:
            return Decimal(small[0]) / self.part[self.word(small[1])], small[1] + 1
        return None

    def thirds(self, first: int, at: int, value: int) -> Number | None:
        """ "two-thirds", "three quarters", "one third"."""
        gap = at + 1 if self.word(at) == "-" else at
        below = self.part.get(self.word(gap))
        if below is None or value >= below or (below == 2 and value == 1 and self.word(gap + 1) == "-"):
            return None
        return Number(first, gap + 1, Decimal(value) / below, Decimal("0.0001"), "part")

    def bare(self, i: int) -> Number | None:
        """What begins with an article or a half: "a dozen", "a hundred", "half a million", "a third"."""
        word = self.word(i)
        if word in self.hundred or word in self.scale or word in self.group:
            return self.article_number(i)
        if word in self.part:
            return self.bare_part(i)
        return None

    def article_number(self, i: int) -> Number | None:
        size, at = Decimal(1), i
        while (w := self.word(at)) in self.hundred or w in self.scale or w in self.group:
            size *= self.hundred.get(w) or self.scale.get(w) or self.group[w]
            at += 1
        left = self.word(i - 1)
        if left not in self.article or (len(self.word(i)) < 4):
            return None
        if self.word(i - 2) in self.part and self.part[self.word(i - 2)] in (2, 4):
            below = self.part[self.word(i - 2)]
            first = i - 2
            if self.word(i - 3) in self.article and below == 4:
                first = i - 3
            exact = size == 12
            return Number(first, at, size / below, size / below, "words", soft=not exact, scaled=True)
        if size == 100 and (rest := self.small(at + 1)) and self.word(at) in self.join and rest[0] < 100:
            return Number(i - 1, rest[1], size + rest[0], _ONE, "words", scaled=True)
        half = self.half(at)
        if half:
            return Number(i - 1, half[1], size * (1 + half[0]), size / 10, "words", scaled=True)
        return Number(i - 1, at, size, size, "words", soft=True, scaled=True)

    def bare_part(self, i: int) -> Number | None:
        below = self.part[self.word(i)]
        value = _ONE / below
        if below == 2:
            return Number(i, i + 1, value, Decimal("0.01"), "part")
        if self.word(i - 1) in self.article and not self.word(i).endswith("s"):
            return Number(i - 1, i + 1, value, Decimal("0.01"), "part")
        return None
