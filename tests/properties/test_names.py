"""Laws of sentences, names and attributions, for any text."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reconcile.language.attribution import find_attributions
from reconcile.language.datelines import find_dateline
from reconcile.language.names import find_names
from reconcile.language.sentences import sentences
from reconcile.language.spellings import one_letter_apart, skeleton
from reconcile.language.tokens import tokenize
from reconcile.model.claim import Kind
from reconcile.model.text import Article
from reconcile.pipeline import reconcile
from reconcile.settings import Settings

WORDS = """
Police police said says , . ; : " “ ” - — ( )
's the The of and Ana Ruiz RIGA Norway U.S. Mr. 22,000 40 he told according
to Ministry Defence de al- St. put at union's No. 5 • ... Kiev Lt. Col. President mayor who 24-year-old , 58, I A
"""
PIECES = st.sampled_from([*WORDS.split(), "\n", "\n\n"])
TEXTS = st.lists(PIECES, max_size=40).map(" ".join) | st.text(max_size=80)
PEOPLE = ["Antony Brinkley", "Anthony Brinkley", "Martin Lindholm", "Martin Lindhoom", "Kiev", "Kyiv", "Iran", "Iraq"]


@given(TEXTS)
def test_sentences_cover_every_token_once(text: str) -> None:
    tokens = tokenize(text)
    edges = sentences(tokens)
    assert all(first < last for first, last in edges)
    assert all(a[1] == b[0] for a, b in pairwise(edges))
    assert not edges or (edges[0][0], edges[-1][1]) == (0, len(tokens))


@given(TEXTS)
def test_names_stand_where_they_say_and_never_overlap(text: str) -> None:
    tokens = tokenize(text)
    found = find_names(tokens)
    for mention in found:
        assert text[mention.start : mention.end] == mention.text
        assert (tokens.starts[mention.first], tokens.ends[mention.last - 1]) == (mention.start, mention.end)
        assert mention.canonical
    assert all(a.last <= b.first for a, b in pairwise(found))


@given(TEXTS)
def test_datelines_lie_inside_the_text(text: str) -> None:
    tokens = tokenize(text)
    found = find_dateline(tokens)
    if found is not None:
        assert 0 <= found.first == found.place_first < found.place_last <= found.last <= len(tokens)


@given(TEXTS)
def test_attributions_answer_for_a_stretch_that_holds_them(text: str) -> None:
    tokens = tokenize(text)
    for mention in find_attributions(tokens, sentences(tokens), find_names(tokens)):
        assert 0 <= mention.scope_first <= mention.first < mention.last <= mention.scope_last <= len(tokens)
        assert mention.speaker and mention.canonical


@given(st.text(alphabet="abcehikqstyz", max_size=8), st.text(alphabet="abcehikqstyz", max_size=8))
def test_spelling_is_symmetric(a: str, b: str) -> None:
    assert one_letter_apart(a, b) == one_letter_apart(b, a)
    assert not one_letter_apart(a, a)
    assert skeleton(a) == skeleton(a)


@given(st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_findings_do_not_depend_on_the_order_of_articles(names: list[str], random: object) -> None:
    articles = [Article(id=f"a{i}", body=f"It was near {n} that they met {n}.") for i, n in enumerate(names)]
    settings = Settings(kinds=frozenset({Kind.NAME}))
    forward = reconcile(articles, settings).findings
    shuffled = list(articles)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert reconcile(shuffled, settings).findings == forward


@given(st.sampled_from(PEOPLE))
def test_an_article_against_itself_spells_alike(name: str) -> None:
    articles = [Article(id=i, body=f"They met {name} in May.") for i in "ab"]
    assert reconcile(articles, Settings(kinds=frozenset({Kind.NAME}))).findings == ()
