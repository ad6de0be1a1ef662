"""Laws that hold for quotations in every text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.comparing.wording import compare_words
from reconcile.language.quotations import find_quotations
from reconcile.language.quotemarks import quoted_stretches
from reconcile.language.tokens import tokenize
from reconcile.matching.alignment import align, prepare

PIECES = """
    " “ ” „ ‟ « » ‹ › ‘ ’ ‚ ' `` '' 「 」 . , ! ? … ... : ; — – - ( ) [ ] said told she he Ruiz Ana the mayor we leave
    at dawn and take nothing not never 12 twelve 1,200 don't doesn't it's there's workers' 'em '90s 6" Mr. who which of
"""
SPACES = st.sampled_from([" ", " ", " ", "", "\n", "\n\n"])
SOUP = st.lists(st.tuples(st.sampled_from(PIECES.split()), SPACES), max_size=60).map(
    lambda pieces: "".join(word + space for word, space in pieces)
)
VOCABULARY = "we they leave left the a port harbour at dawn not never may must 12 seven boats of to in"
WORDS = st.lists(st.sampled_from(VOCABULARY.split()), min_size=1, max_size=14).map(" ".join)
MARKS = [('"', '"'), ("“", "”"), ("„", "“"), ("«", "»"), ("‘", "’"), ("'", "'"), ("”", "”"), ("»", "«"), ("「", "」")]


@given(SOUP | st.text(max_size=80))
def test_what_is_found_stands_in_the_text_in_order_and_apart(text: str) -> None:
    end = 0
    for number, quotation in enumerate(find_quotations(tokenize(text))):
        assert text[quotation.start : quotation.end] == quotation.text
        assert quotation.text.strip() == quotation.text != ""
        assert end <= quotation.start
        assert quotation.continues is None or quotation.continues < number
        end = quotation.end


@given(SOUP)
def test_no_stretch_reaches_beyond_its_paragraph(text: str) -> None:
    for stretch in quoted_stretches(text):
        assert stretch.first <= stretch.opener < stretch.start < stretch.end <= stretch.after <= stretch.last
        assert "\n\n" not in text[stretch.start : stretch.end]


@given(st.sampled_from(MARKS), st.text(alphabet="“”«»\"' ,.abc", max_size=30))
def test_marks_of_any_style_are_read_after_any_paragraph(marks: tuple[str, str], noise: str) -> None:
    text = f"{noise}\n\nAna Ruiz said: {marks[0]}We leave at dawn and take nothing.{marks[1]}"
    assert [q.text for q in find_quotations(tokenize(text))][-1:] == ["We leave at dawn and take nothing."]


@given(WORDS, WORDS)
def test_comparing_is_the_same_from_both_sides(a: str, b: str) -> None:
    one, two = compare_words(a, b), compare_words(b, a)
    assert one.verdict == two.verdict
    for difference in one.differences:
        assert a[slice(*difference.at_a)] == difference.a
        assert b[slice(*difference.at_b)] == difference.b


@given(WORDS)
def test_every_text_is_the_same_as_itself(text: str) -> None:
    wording = compare_words(text, text)
    assert (wording.verdict, wording.differences, wording.left_out) == ("same", (), ())


@given(WORDS, st.integers(0, 12), st.integers(1, 14))
def test_a_part_is_never_more_than_trimmed(text: str, first: int, last: int) -> None:
    words = text.split()
    part = " ".join(words[first:last])
    if any(w in part.split() for w in ("port", "boats", "12", "dawn")) and "not" not in words and "never" not in words:
        assert compare_words(text, part).verdict in ("same", "trimmed")


@given(WORDS, WORDS)
@settings(max_examples=50)
def test_equal_words_are_in_order_in_both(a: str, b: str) -> None:
    pairs = list(align(prepare(a), prepare(b)).pairs())
    assert pairs == sorted(set(pairs))
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    assert all(prepare(a).stems[i] == prepare(b).stems[j] for i, j in pairs)
