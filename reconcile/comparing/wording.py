"""Word for word: where two quotations of one utterance differ, and whether in substance or in form."""

from __future__ import annotations

from itertools import pairwise

from attrs import frozen

from reconcile.comparing.cuts import leads_in, says_less
from reconcile.comparing.differences import (
    Difference,
    Sort,
    moved_as_form,
    sort_of,
    sort_of_form,
    turns_the_sense,
    until_as_form,
)
from reconcile.language.dates.words import calendar_words
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.tokens import folded_words, tokenize
from reconcile.language.word_senses import effects
from reconcile.matching.alignment import Alignment, Words, align, prepare
from reconcile.model.finding import Verdict

_SUBSTITUTE = 4  # words at the end of a shared part that are taken for others, not for a longer quotation
_RETOLD_WORDS, _RETOLD_EQUAL, _RETOLD_PLACES = 9, 0.7, 2  # words, share of them that are equal, places that differ
_TRANSLATED = 2  # content words in one place that a translator may have put in his own way
_SHOWN = 10  # words of a longer passage that only one has


@frozen
class Wording:
    """How two quotations of one utterance compare: `verdict` is same, trimmed or altered.

    `part_a`/`part_b` are the code points of the part they share; `left_out` the words that only one of them has,
    before or after that part or openly left out of it; `retold` says that other words of like sense stand all over.
    """

    verdict: Verdict
    differences: tuple[Difference, ...] = ()
    part_a: tuple[int, int] = (0, 0)
    part_b: tuple[int, int] = (0, 0)
    left_out: tuple[str, ...] = ()
    retold: bool = False

    @property
    def reasons(self) -> tuple[str, ...]:
        """The differences in words, those of substance first."""
        ordered = sorted(self.differences, key=lambda d: not d.substance)
        said = [d.in_words for d in ordered]
        if self.retold:
            return ("retold in other words, as in another translation", *said)
        said += [f"only one has “{_shortened(words)}”" for words in self.left_out]
        return tuple(said) or ("the same words",)


def compare_words(a: str, b: str, houses: Houses = ()) -> Wording:
    """Compare two quotations of one utterance word by word."""
    one, two = prepare(a, houses), prepare(b, houses)
    return compare_aligned(one, two, align(one, two), houses)


def compare_aligned(one: Words, two: Words, found: Alignment, houses: Houses = (), translated: bool = False) -> Wording:
    """Compare two quotations whose words lie side by side as `found` says.

    `translated` says that one of them was put into its words by a translator, so that other words alter nothing.
    """
    reader = _Comparison(one, two, houses, translated)
    return reader.compare(found)


class _Comparison:
    """Two quotations laid against each other."""

    def __init__(self, one: Words, two: Words, houses: Houses, translated: bool) -> None:
        self._one = one
        self._two = two
        self._houses = houses
        self._translated = translated
        self._differences: list[Difference] = []
        self._left_out: list[tuple[bool, str]] = []  # whether by the first of the two, and what
        self._other_edges = 0  # sides of the shared part on which both have more, in other words

    def compare(self, found: Alignment) -> Wording:
        if not found.blocks:
            return Wording(Verdict.ALTERED, (self._difference((0, len(self._one)), (0, len(self._two))),))
        (a, a_end), (b, b_end) = found.a, found.b
        self._head(a, b)
        self._middle(found)
        self._tail(a_end, b_end)
        self._forms(found)
        self._differences = until_as_form(moved_as_form(self._differences, self._left_out, self._houses), self._houses)
        retold = self._is_retold(found)
        verdict = Verdict.TRIMMED if self._left_out else Verdict.SAME
        if any(d.substance for d in self._differences) and not retold:
            verdict = Verdict.ALTERED
        ordered = tuple(sorted(self._differences, key=lambda d: (d.at_a, d.at_b)))
        part_a, part_b = self._place(self._one, a, a_end), self._place(self._two, b, b_end)
        return Wording(verdict, ordered, part_a, part_b, tuple(words for _, words in self._left_out), retold)

    def _is_retold(self, found: Alignment) -> bool:
        """True where other words of like sense stand all over, as in another translation: nothing that counts differs.

        Who alters a quotation changes a word or two; numbers, names, negations, times and persons are told apart.
        """
        shorter = min(len(self._one), len(self._two))
        if not self._translated and (shorter < _RETOLD_WORDS or found.equal > _RETOLD_EQUAL * shorter):
            return False
        counted = [d for d in self._differences if d.substance]
        if turns_the_sense(counted, self._houses):
            return False
        if self._translated:
            return bool(counted) and all(self._is_translators(d) for d in counted)
        if any(d.sort not in ("word", "left out") or self._tells_time(d) for d in counted):
            return False
        return sum(bool(d.a and d.b) for d in counted) + self._other_edges >= _RETOLD_PLACES

    def _is_translators(self, difference: Difference) -> bool:
        """True for words of like sense, and a person that one language leaves out ("we have", "there are")."""
        if self._tells_time(difference):
            return False
        sides = [tokenize(words) for words in (difference.a, difference.b)]
        if all(len(side) == 1 and side.raw(0)[0].isupper() for side in sides):
            return False  # a name that opens the sentence
        if any(sum(prepare(words, self._houses).content) > _TRANSLATED for words in (difference.a, difference.b)):
            return False
        if difference.sort == "person":
            return not all(any("person" in effects(w, self._houses).values() for w in side.words) for side in sides)
        return difference.sort in ("word", "left out", "ability")

    def _tells_time(self, difference: Difference) -> bool:
        words = (*folded_words(difference.a), *folded_words(difference.b))
        return not calendar_words(self._houses).isdisjoint(words)

    def _head(self, a: int, b: int) -> None:
        """What stands before the shared part: other words in the same clause, or more of the utterance."""
        clause_a = max((s for s in self._one.listed.stops if s <= a), default=0)
        clause_b = max((s for s in self._two.listed.stops if s <= b), default=0)
        gap = a in self._one.listed.gaps or b in self._two.listed.gaps
        gap = gap or leads_in(self._one, a, self._houses) or leads_in(self._two, b, self._houses)
        if not gap and self._swapped((clause_a, a), (clause_b, b)):
            self._differences.append(self._difference((clause_a, a), (clause_b, b)))
            a, b = clause_a, clause_b
        elif not gap and self._told_otherwise(a - 1, b - 1):
            self._differences.append(self._difference((a - 1, a), (b - 1, b)))
            a, b = a - 1, b - 1
        elif not gap and (a == 0) != (b == 0):
            self._turned(a - 1, b - 1)
        self._other_edges += a > 0 and b > 0
        self._leave_out(self._one, 0, a)
        self._leave_out(self._two, 0, b)

    def _tail(self, a: int, b: int) -> None:
        clause_a = min((s for s in self._one.listed.stops if s >= a), default=len(self._one))
        clause_b = min((s for s in self._two.listed.stops if s >= b), default=len(self._two))
        gap = a in self._one.listed.gaps or b in self._two.listed.gaps
        if not gap and self._translated:
            a, b = self._translators_end((a, clause_a), (b, clause_b))
        if not gap and a < clause_a and b < clause_b:  # the clause goes on in other words
            self._differences.append(self._difference((a, clause_a), (b, clause_b)))
            a, b = clause_a, clause_b
        elif not gap and self._told_otherwise(a, b):
            self._differences.append(self._difference((a, a + 1), (b, b + 1)))
            a, b = a + 1, b + 1
        elif not gap and (a == clause_a) != (b == clause_b):
            self._turned(*(-1 if ends else i for i, ends in ((a, a == clause_a), (b, b == clause_b))))
        self._other_edges += a < len(self._one) and b < len(self._two)
        self._leave_out(self._one, a, len(self._one))
        self._leave_out(self._two, b, len(self._two))

    def _translators_end(self, a: tuple[int, int], b: tuple[int, int]) -> tuple[int, int]:
        """Where what is left of both begins, after the last word or two that a translator gave the shorter one."""
        short, long = sorted((a[1] - a[0], b[1] - b[0]))
        if not 0 < short <= _TRANSLATED or long <= _SUBSTITUTE:
            return a[0], b[0]
        a_end, b_end = (a[1], b[0]) if a[1] - a[0] == short else (a[0], b[1])
        self._differences.append(self._difference((a[0], a_end), (b[0], b_end)))
        return a_end, b_end

    def _swapped(self, a: tuple[int, int], b: tuple[int, int]) -> bool:
        """True where few words at the edge of the shared part stand for few others, or both come to the same word."""
        count_a, count_b = a[1] - a[0], b[1] - b[0]
        if min(count_a, count_b) == 0:
            return False
        most = max(count_a, count_b)
        return most <= _SUBSTITUTE or (most <= 2 * _SUBSTITUTE and self._meet(a, b))

    def _meet(self, a: tuple[int, int], b: tuple[int, int]) -> bool:
        """True where both stretches end in one content word: "it stops", "we will see whether it stops"."""
        one, two = a[1] - 1, b[1] - 1
        return bool(self._one.content[one]) and self._one.listed.words[one].key == self._two.listed.words[two].key

    def _told_otherwise(self, i: int, j: int) -> bool:
        """True for two numbers or two names right beside the shared part, however much more either quotation holds."""
        if not (0 <= i < len(self._one) and 0 <= j < len(self._two)):
            return False
        a, b = self._one.listed.words[i], self._two.listed.words[j]
        return (a.number and b.number) or (a.name and b.name)

    def _turned(self, a: int, b: int) -> None:
        """Note a negation right beside the shared part that only one has ("Not all of us" against "all of us")."""
        for words, i in ((self._one, a), (self._two, b)):
            if 0 <= i < len(words) and "negation" in effects(words.listed.words[i].key, self._houses).values():
                here, nothing = (i, i + 1), (0, 0)
                pair = (here, nothing) if words is self._one else (nothing, here)
                self._differences.append(self._made(*pair, True, "negation"))

    def _leave_out(self, words: Words, first: int, stop: int) -> None:
        if first < stop and words.weight(first, stop):
            start, end = self._place(words, first, stop)
            self._left_out.append((words is self._two, words.text[start:end]))

    def _middle(self, found: Alignment) -> None:
        """Differences between equal stretches; words left out with a mark, and whole sentences, are no difference."""
        for left, right in pairwise(found.blocks):
            a, b = (left.a + left.size, right.a), (left.b + left.size, right.b)
            if self._excused(self._one, a, self._two, b):
                self._leave_out(self._two, *b)
            elif self._excused(self._two, b, self._one, a):
                self._leave_out(self._one, *a)
            elif self._points_to_its_moment(a, b) or self._only_describes(a, b):
                self._leave_out(self._one, *a)
                self._leave_out(self._two, *b)
            else:
                self._differences.append(self._difference(a, b))

    def _points_to_its_moment(self, a: tuple[int, int], b: tuple[int, int]) -> bool:
        """True where only one has "tonight" or its like, which mean another night in a paper of another day."""
        words = [w.plain for spoken, at in ((self._one, a), (self._two, b)) for w in spoken.listed.words[slice(*at)]]
        return (a[0] == a[1] or b[0] == b[1]) and " ".join(words) in word_classes(self._houses)["moment-of-speaking"]

    def _only_describes(self, a: tuple[int, int], b: tuple[int, int]) -> bool:
        """True where one has nothing and the other words that only describe."""
        if a[0] == a[1]:
            return says_less(self._two, b, self._houses)
        return b[0] == b[1] and says_less(self._one, a, self._houses)

    def _excused(self, short: Words, s: tuple[int, int], long: Words, t: tuple[int, int]) -> bool:
        """True where `short` leaves out words of `long` openly: by an ellipsis, or whole sentences."""
        if s[0] != s[1]:
            return s[0] in short.listed.gaps or s[1] in short.listed.gaps
        if s[0] in short.listed.gaps:
            return True
        whole = t[0] in long.listed.starts and t[1] in long.listed.starts
        return whole and s[0] in short.listed.starts

    def _forms(self, found: Alignment) -> None:
        """Equal words that are written differently; a short form is set against all the words it stands for."""
        runs: list[list[tuple[int, int]]] = []
        one, two = self._one.listed.words, self._two.listed.words
        before = (-1, -1)
        for i, j in found.pairs():
            last = runs[-1][-1] if runs else (-1, -1)
            if one[i].plain != two[j].plain:
                if last != (-1, -1) and (one[i].start == one[last[0]].start or two[j].start == two[last[1]].start):
                    runs[-1].append((i, j))
                elif "'s" in (one[i].plain, two[j].plain) and before == (i - 1, j - 1):
                    runs.append([before, (i, j)])  # "there is" against "there's"
                else:
                    runs.append([(i, j)])
            before = (i, j)
        for run in runs:
            sort = sort_of_form([(one[i].key, two[j].key) for i, j in run], self._houses)
            (i, j), (i_last, j_last) = run[0], run[-1]
            self._differences.append(self._made((i, i_last + 1), (j, j_last + 1), sort == "word", sort))

    def _difference(self, a: tuple[int, int], b: tuple[int, int]) -> Difference:
        sort = sort_of(self._one.listed.words[slice(*a)], self._two.listed.words[slice(*b)], self._houses)
        return self._made(a, b, sort not in ("form", "spelling", "synonym"), sort)

    def _made(self, a: tuple[int, int], b: tuple[int, int], substance: bool, sort: Sort) -> Difference:
        at_a, at_b = self._place(self._one, *a), self._place(self._two, *b)
        return Difference(self._one.text[slice(*at_a)], self._two.text[slice(*at_b)], at_a, at_b, substance, sort)

    def _place(self, words: Words, first: int, stop: int) -> tuple[int, int]:
        """Code points of the words `[first, stop)`; an empty range stands before word `first`."""
        listed = words.listed.words
        if first < stop:
            return listed[first].start, listed[stop - 1].end
        at = listed[first].start if first < len(listed) else len(words.text)
        return at, at


def _shortened(words: str) -> str:
    listed = words.split()
    return " ".join(listed) if len(listed) <= _SHOWN else " ".join([*listed[: _SHOWN - 2], "…", listed[-1]])
