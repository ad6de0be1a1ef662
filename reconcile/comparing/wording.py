"""Word for word: where two quotations of one utterance differ, and whether in substance or in form."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from attrs import frozen

from reconcile.language.lexicon import Houses
from reconcile.language.wordforms import Word, effects
from reconcile.matching.alignment import Alignment, Words, align, prepare
from reconcile.model.finding import Verdict

Sort = Literal["number", "negation", "name", "word", "left out", "person", "modal", "opposite", "form", "spelling"]
_SUBSTITUTE = 4  # words at the end of a shared part that are taken for others, not for a longer quotation
_SHOWN_AROUND = 2  # words shown on either side of a difference



@frozen
class Difference:
    """Words `a` of one quotation stand where `b` stand in the other; either may be empty.

    `at_a`/`at_b` are code points in each quotation's text; `substance` is false where only the form differs.
    """

    a: str
    b: str
    at_a: tuple[int, int]
    at_b: tuple[int, int]
    substance: bool
    sort: Sort


@frozen
class Wording:
    """How two quotations of one utterance compare: `verdict` is same, trimmed or altered.

    `part_a`/`part_b` are the code points of the part they share; `trimmed` says that one goes on where the other
    stops.
    """

    verdict: Verdict
    differences: tuple[Difference, ...]
    part_a: tuple[int, int]
    part_b: tuple[int, int]
    trimmed: bool

    @property
    def reasons(self) -> tuple[str, ...]:
        """The differences in words, those of substance first."""
        ordered = sorted(self.differences, key=lambda d: not d.substance)
        said = [_in_words(d) for d in ordered]
        if self.trimmed:
            said.append("one gives less of the utterance than the other")
        return tuple(said) or ("the same words",)


def compare_words(a: str, b: str, houses: Houses = ()) -> Wording:
    """Compare two quotations of one utterance word by word."""
    one, two = prepare(a, houses), prepare(b, houses)
    return compare_aligned(one, two, align(one, two), houses)


def compare_aligned(one: Words, two: Words, found: Alignment, houses: Houses = ()) -> Wording:
    """Compare two quotations whose words lie side by side as `found` says."""
    reader = _Comparison(one, two, houses)
    return reader.compare(found)


class _Comparison:
    """Two quotations laid against each other."""

    def __init__(self, one: Words, two: Words, houses: Houses) -> None:
        self._one = one
        self._two = two
        self._houses = houses

    def compare(self, found: Alignment) -> Wording:
        if not found.blocks:
            whole = (self._difference(0, len(self._one), 0, len(self._two)),)
            return Wording(Verdict.ALTERED, whole, (0, 0), (0, 0), False)
        (a, a_end), (b, b_end) = found.a, found.b
        head, head_trim = self._head(a, b)
        tail, tail_trim = self._tail(a_end, b_end)
        middle = list(self._middle(found))
        cut = any(d is None for d in middle)
        differences = [d for d in [*head, *middle, *tail] if d is not None]
        differences += self._forms(found)
        trimmed = head_trim or tail_trim or cut
        verdict = Verdict.TRIMMED if trimmed else Verdict.SAME
        if any(d.substance for d in differences):
            verdict = Verdict.ALTERED
        part_a, part_b = self._place(self._one, a, a_end), self._place(self._two, b, b_end)
        ordered = tuple(sorted(differences, key=lambda d: (d.at_a, d.at_b)))
        return Wording(verdict, ordered, part_a, part_b, trimmed)

    def _head(self, a: int, b: int) -> tuple[list[Difference], bool]:
        """What stands before the shared part: other words in the same sentence, or more of the utterance."""
        from_a = max((s for s in self._one.listed.stops if s <= a), default=0)
        from_b = max((s for s in self._two.listed.stops if s <= b), default=0)
        return self._edge((from_a, a), (from_b, b), a > 0 or b > 0, last=True)

    def _tail(self, a: int, b: int) -> tuple[list[Difference], bool]:
        to_a = min((s for s in self._one.listed.stops if s >= a), default=len(self._one))
        to_b = min((s for s in self._two.listed.stops if s >= b), default=len(self._two))
        more = a < len(self._one) or b < len(self._two)
        return self._edge((a, to_a), (b, to_b), more, last=False)

    def _edge(
        self, a: tuple[int, int], b: tuple[int, int], more: bool, last: bool
    ) -> tuple[list[Difference], bool]:
        """Differences beside the shared part, and whether one quotation only goes on there (`last`: before it)."""
        count_a, count_b = a[1] - a[0], b[1] - b[0]
        gap = a[1 if last else 0] in self._one.listed.gaps or b[1 if last else 0] in self._two.listed.gaps
        if count_a and count_b and max(count_a, count_b) <= _SUBSTITUTE and not gap:
            if self._one.weight(*a) or self._two.weight(*b):
                return [self._difference(*a, *b)], False
            return [self._difference(*a, *b)], more
        for words, (first, stop), other in ((self._one, a, b), (self._two, b, a)):
            near = (stop - 1) if last else first
            if stop > first and other[0] == other[1] and not gap and self._turns(words, near):
                return [self._lone(words, near)], more
        return [], more

    def _middle(self, found: Alignment) -> Iterator[Difference | None]:
        """Differences between equal stretches; None where words are left out with a mark, or whole sentences are."""
        for left, right in zip(found.blocks, found.blocks[1:], strict=False):
            a, b = (left.a + left.size, right.a), (left.b + left.size, right.b)
            if self._excused(self._one, a, self._two, b) or self._excused(self._two, b, self._one, a):
                yield None
            else:
                yield self._difference(*a, *b)

    def _excused(self, short: Words, s: tuple[int, int], long: Words, t: tuple[int, int]) -> bool:
        """True where `short` leaves out words of `long` openly: by an ellipsis, or whole sentences."""
        if s[0] != s[1]:
            return s[0] in short.listed.gaps or s[1] in short.listed.gaps
        if s[0] in short.listed.gaps:
            return True
        whole = t[0] in long.listed.starts and t[1] in long.listed.starts
        return whole and s[0] in short.listed.starts

    def _forms(self, found: Alignment) -> Iterator[Difference]:
        """Equal words that are written differently; a short form is set against all the words it stands for."""
        run: list[tuple[int, int]] = []
        one, two = self._one.listed.words, self._two.listed.words
        for i, j in found.pairs():
            a, b = one[i], two[j]
            if a.plain == b.plain:
                continue
            last = run[-1] if run else (i, j)
            if a.start != one[last[0]].start and b.start != two[last[1]].start:
                yield self._form(run)
                run = []
            run.append((i, j))
        if run:
            yield self._form(run)

    def _form(self, run: list[tuple[int, int]]) -> Difference:
        alike = all(self._one.listed.words[i].key == self._two.listed.words[j].key for i, j in run)
        (i, j), (i_last, j_last) = run[0], run[-1]
        return self._made((i, i_last + 1), (j, j_last + 1), False, "spelling" if alike else "form")

    def _difference(self, a: int, a_end: int, b: int, b_end: int) -> Difference:
        sort = self._sort(self._one.listed.words[a:a_end], self._two.listed.words[b:b_end])
        return self._made((a, a_end), (b, b_end), sort not in ("form", "spelling"), sort)

    def _sort(self, a: tuple[Word, ...], b: tuple[Word, ...]) -> Sort:
        """What kind of difference it is that `a` stand where `b` stand."""
        a, b = self._said(a), self._said(b)
        if "".join(w.key for w in a) == "".join(w.key for w in b):
            return "spelling"
        if any(w.number for w in (*a, *b)):
            return "number"
        classes_a, classes_b = self._classes(a), self._classes(b)
        if self._with(classes_a, "negation") != self._with(classes_b, "negation"):
            return "negation"
        content = [w for w in (*a, *b) if not effects(w.key, self._houses)]
        if content:
            if any(w.name for w in content):
                return "name"
            return "word" if a and b else "left out"
        for effect in ("modal", "opposite"):
            if self._with(classes_a, effect) != self._with(classes_b, effect):
                return effect
        if a and b and self._with(classes_a, "person") != self._with(classes_b, "person"):
            return "person"
        return "form"

    def _said(self, words: tuple[Word, ...]) -> tuple[Word, ...]:
        """Without what an editor put in brackets."""
        return tuple(w for w in words if not w.aside)

    def _classes(self, words: tuple[Word, ...]) -> list[tuple[str, str]]:
        return [(effect, name) for w in words for name, effect in effects(w.key, self._houses).items()]

    def _with(self, classes: list[tuple[str, str]], effect: str) -> list[str]:
        """What the words do to the sense by this effect, order aside."""
        return sorted({name for e, name in classes if e == effect})

    def _turns(self, words: Words, i: int) -> bool:
        return any(e == "negation" for e in effects(words.listed.words[i].key, self._houses).values())

    def _lone(self, words: Words, i: int) -> Difference:
        if words is self._one:
            return self._made((i, i + 1), (0, 0), True, "negation")
        return self._made((0, 0), (i, i + 1), True, "negation")

    def _made(self, a: tuple[int, int], b: tuple[int, int], substance: bool, sort: Sort) -> Difference:
        at_a, at_b = self._place(self._one, *a), self._place(self._two, *b)
        return Difference(
            self._one.text[slice(*at_a)], self._two.text[slice(*at_b)], at_a, at_b, substance, sort
        )

    def _place(self, words: Words, first: int, stop: int) -> tuple[int, int]:
        """Code points of the words `[first, stop)`; an empty range stands before word `first`."""
        listed = words.listed.words
        if first < stop:
            return listed[first].start, listed[stop - 1].end
        at = listed[first].start if first < len(listed) else len(words.text)
        return at, at


def _in_words(difference: Difference) -> str:
    what = "" if difference.substance else ", in form only"
    if not difference.a or not difference.b:
        return f"{difference.a or difference.b!r} stands in one only{what}".replace("''", "'")
    return f"{difference.a!r} against {difference.b!r}{what}"
