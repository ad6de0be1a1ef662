"""Single people told without a number ("A 15-year-old boy was killed").

They stand in only where an article gives no figure of its own for the measure, and say no more than "at least one".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from reconcile.claims.measuring.inherited import joins
from reconcile.claims.measuring.measure_table import cue_table, tells_measure
from reconcile.language.analysis import Analysis, Row
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.quantities import QuantityMention
from reconcile.language.quantity_tables import tables
from reconcile.model.change import evolve
from reconcile.model.quantity import Hedge, Quantity

NOUN_REACH = 9  # tokens from "a" to the noun it introduces ("a 19-year-old college student")
NAME_REACH = 8  # tokens of a name
LEAD_SENTENCES = 6  # a death is told early
ADVERB_REACH = 2  # tokens from a person to the death told of him ("he later died")
AGE = "year of age"
OWNER = "'s"
_INSIDE = frozenset({"-", OWNER})  # inside a noun phrase: "a step-son", "a sheriff's deputy"
COMPANION = Quantity(Decimal(1), Decimal(1), unit="person", counted="person", head="person")
ONE_PERSON = Quantity(Decimal(1), None, Hedge.AT_LEAST, unit="person")


def with_singles(analysis: Analysis, houses: Houses = (), headline: bool = False) -> Analysis:
    """The analysis, its quantities joined by the single people of the opening sentences.

    A headline leaves out the article: there any noun for one person will do ("Teen killed").
    """
    stop = lead_ends(analysis)
    figures = [q for q in analysis.between(analysis.quantities, 0, stop) if q.checkable]
    ones = list(_one_of(analysis, stop, houses))
    figures = [q for q in figures if not any(s.first < q.first < s.last for s in ones)]
    people = (
        *_introduced(analysis, stop, houses, headline),
        *_bare(analysis, stop, houses),
        *_named(analysis, stop),
        *_known(analysis, stop, houses),
        *_told_by_age(analysis, stop, houses),
    )
    taken = [(q.first, q.last) for q in (*figures, *ones)]
    singles = ones + [s for s in people if not any(first < s.last and s.first < last for first, last in taken)]
    merged = sorted((*figures, *singles), key=lambda q: q.first)
    return evolve(analysis, quantities=Row([_repeating(q, None) for q in merged]))


def lead_ends(analysis: Analysis) -> int:
    """The token at which the opening sentences end."""
    return analysis.sentences[min(LEAD_SENTENCES, len(analysis.sentences)) - 1][1] if analysis.sentences else 0


def with_companions(analysis: Analysis, houses: Houses = (), headline: bool = False) -> Analysis:
    """The analysis, its quantities joined by each single person beside another or a count ("a man and two others")."""
    links = word_classes(houses)["coordination"] | {","}
    figures = [q for q in analysis.quantities if q.checkable]
    counted = _tokens_of(figures)
    singles = [s for s in _companions(analysis, houses, headline) if counted.isdisjoint(range(s.first, s.last))]
    people = sorted((*(q for q in figures if q.quantity.unit == "person"), *singles), key=lambda q: q.first)
    words, named = analysis.tokens.words, word_classes(houses)["part-before"]
    owners = word_classes(houses)["possessive"]
    beside: dict[int, QuantityMention] = {}
    among = False  # "six people, including two men and a woman"
    for one, two in pairwise(people):
        among = among or words[one.first - 1] in named or " ".join(words[max(0, one.first - 2) : one.first]) in named
        gap = words[one.last : two.first]
        if not joins(gap, links, owners):
            among = False
        elif not among and not _renames(analysis, gap, two):
            beside.update({s.first: s for s in (one, two) if is_single(s)})
    if not beside:
        return analysis
    companions = [evolve(s, quantity=COMPANION) for s in beside.values()]
    taken = _tokens_of(companions)
    olds = [q for q in analysis.quantities if q.first not in taken]
    merged = sorted((*olds, *companions), key=lambda q: q.first)
    where = {id(q): n for n, q in enumerate(merged)}
    moved = {n: where.get(id(q)) for n, q in enumerate(analysis.quantities)}
    return evolve(
        analysis,
        quantities=Row([_repeating(q, None if q.restates is None else moved[q.restates]) for q in merged]),
    )


def _renames(analysis: Analysis, gap: list[str], figure: QuantityMention) -> bool:
    """ "a female victim, 19-year-old Berta Lind": the second tells the name of the first."""
    near = analysis.between(analysis.names, figure.last - NAME_REACH, figure.last + 1)
    return gap == [","] and any(n.last > figure.last for n in near)


def _repeating(figure: QuantityMention, restates: int | None) -> QuantityMention:
    return figure if figure.restates == restates else evolve(figure, restates=restates)


def _companions(analysis: Analysis, houses: Houses, headline: bool) -> Iterator[QuantityMention]:
    stop = len(analysis.tokens)
    yield from _introduced(analysis, stop, houses, headline)
    yield from _told_by_age(analysis, stop, houses)
    yield from _kin(analysis, houses)
    yield from _known_beside(analysis, houses)
    yield from _told_of(analysis, houses)


def _tokens_of(figures: Iterable[QuantityMention]) -> set[int]:
    return {token for q in figures for token in range(q.first, q.last)}


def is_companion(figure: QuantityMention) -> bool:
    """True for a person told without a number beside others who are counted."""
    return figure.quantity is COMPANION


def _introduced(analysis: Analysis, stop: int, houses: Houses, headline: bool = False) -> Iterator[QuantityMention]:
    """ "a woman", "another man", "a 15-year-old boy"."""
    words, classes = analysis.tokens.words, word_classes(houses)
    articles = classes["indefinite"] | classes["single-pronoun"]
    for i in range(stop) if headline else analysis.tokens.where(articles, 0, stop):
        if words[i] in articles and (end := _noun_end(analysis, i + 1, houses)):
            yield _single(analysis, i, end)
        elif headline and _is_person(analysis, i, houses) and (i == 0 or words[i - 1] not in articles):
            yield _single(analysis, _compound_from(words, i), i + 1)


def _bare(analysis: Analysis, stop: int, houses: Houses) -> Iterator[QuantityMention]:
    """ "killed one and injured a fourth", "another was wounded": somebody told by no noun."""
    words, classes = analysis.tokens.words, word_classes(houses)
    cues = list(cue_table(houses).find(analysis.tokens, 0, stop))
    starts, ends = {m.start for m in cues}, {m.end for m in cues}
    for i in analysis.tokens.where(classes["indefinite"] | classes["single-pronoun"], 0, stop):
        ordinal = words[i] in classes["indefinite"] and i + 1 < stop and words[i + 1] in classes["ordinal"]
        if not ordinal and words[i] not in classes["single-pronoun"]:
            continue
        end = i + 1 + ordinal
        after = words[end] if end < len(words) else ""
        governed = i in ends and (not after[:1].isalnum() or after in classes["coordination"])
        verb = after in classes["passive-auxiliary"] or any(at in starts for at in range(end, end + ADVERB_REACH))
        if governed or (verb and after[:1].isalnum() and words[i - 1] not in classes["negation"]):
            yield _single(analysis, i, end)


def _kin(analysis: Analysis, houses: Houses) -> Iterator[QuantityMention]:
    """ "his wife", "her 67-year-old grandfather", and "son" in "his wife, son and daughter"."""
    words, classes = analysis.tokens.words, word_classes(houses)
    links, owners = classes["coordination"] | {","}, classes["possessive"]
    for first in analysis.tokens.where(owners):
        if end := _noun_end(analysis, first + 1, houses):
            yield _single(analysis, first, end)
            while (at := _after_links(words, end, links)) > end:
                end = at + 3 if words[at + 1 : at + 2] == ["-"] and at + 2 < len(words) else at + 1
                if not _is_person(analysis, end - 1, houses):
                    break
                yield _single(analysis, at, end)


def _known_beside(analysis: Analysis, houses: Houses) -> Iterator[QuantityMention]:
    """ "the captain" in "four sailors and the captain drowned", "our colleague" behind "eight guests and"."""
    words, classes = analysis.tokens.words, word_classes(houses)
    for q in analysis.quantities:
        first = q.last + 1
        beside = q.checkable and q.quantity.unit == "person" and first < len(words)
        beside = beside and words[q.last] in classes["coordination"] and words[first] in classes["companion-determiner"]
        if beside and (end := _noun_end(analysis, first + 1, houses)):
            yield _single(analysis, first, end)


def _compound_from(words: list[str], at: int) -> int:
    """Where "step-dad" begins."""
    return at - 2 if at > 1 and words[at - 1] == "-" and words[at - 2].isalpha() else at


def _after_links(words: list[str], at: int, links: frozenset[str]) -> int:
    """The token behind "and", a comma, or both, if there is one."""
    stop = min(at + 2, len(words) - 1)
    while at < stop and words[at] in links:
        at += 1
    return at


def _told_of(analysis: Analysis, houses: Houses) -> Iterator[QuantityMention]:
    """ "her" in "killed her and three others", "Anna Lind" in "Anna Lind and two others were shot"."""
    words, classes = analysis.tokens.words, word_classes(houses)
    counted = [q.first - 1 for q in analysis.quantities if q.checkable and q.quantity.unit == "person" and q.first > 2]
    before = (i - (words[i] in classes["possessive"]) for i in counted)
    beside = {i for i in before if words[i] in classes["coordination"]}
    people = [(n.first, n.last) for n in analysis.names if n.category == "person" and n.last in beside]
    pronouns = [i for i in sorted(beside) if words[i - 1] in classes["object-pronoun"]]
    ends = {m.end for m in cue_table(houses).find(analysis.tokens)} if pronouns else ()
    people += [(i - 1, i) for i in pronouns if i - 1 in ends]
    for first, last in people:
        yield _single(analysis, first, last)


def _known(analysis: Analysis, stop: int, houses: Houses) -> Iterator[QuantityMention]:
    """ "he died", "the victim later died": somebody told of before, where the next words tell of the death."""
    words, classes = analysis.tokens.words, word_classes(houses)
    for i in analysis.tokens.where(classes["pronoun"] | classes["definite"], 0, stop):
        end = i + 1 if words[i] in classes["pronoun"] else i + 2
        definite = words[i] in classes["definite"] and end <= len(words) and _is_person(analysis, i + 1, houses)
        if (end == i + 1 or definite) and classes["resultative"].intersection(words[end : end + ADVERB_REACH]):
            yield _single(analysis, i, end)


def _noun_end(analysis: Analysis, first: int, houses: Houses) -> int | None:
    """Where the noun phrase of one person that begins at `first` ends; a word of killing ends the search."""
    words, people, cues = analysis.tokens.words, _one_person(houses), cue_table(houses)
    ends = word_classes(houses)["relative-subject"]
    for j in range(first, min(first + NOUN_REACH, len(words))):
        word = words[j]
        if word in ends or (word.endswith("s") and word[:-1].isdecimal()):
            return None  # "a man in his 20s who ran to help a neighbour": no one of theirs
        tells = word in cues.first and cues.at(analysis.tokens, j) is not None
        if word in people and not tells and words[j + 1 : j + 2] != [OWNER]:
            while j + 1 < len(words) and _is_person(analysis, j + 1, houses):
                j += 1
            return j + 1
        if tells or not (word.isalnum() or word in _INSIDE):
            return None
    return None


def _is_person(analysis: Analysis, at: int, houses: Houses) -> bool:
    """True for a noun for one person; "the dead" and the like tell what happened, not who."""
    return analysis.tokens.words[at] in _one_person(houses) and not tells_measure(analysis, at, houses)


@lru_cache(maxsize=16)
def _one_person(houses: Houses) -> frozenset[str]:
    """Nouns for one person."""
    nouns = tables(houses).nouns
    return frozenset(w for w in nouns["person"] if not w.endswith("s") and w not in nouns["irregular"])


def _told_by_age(analysis: Analysis, stop: int, houses: Houses) -> Iterator[QuantityMention]:
    """ "15-year-old dead": somebody named by nothing but an age."""
    words = analysis.tokens.words
    for q in analysis.between(analysis.quantities, 0, stop):
        hyphened = q.last <= stop and words[q.number_last : q.number_last + 1] == ["-"]
        if hyphened and q.quantity.unit == AGE and not (q.last < len(words) and _is_person(analysis, q.last, houses)):
            article = q.first > 0 and words[q.first - 1] in word_classes(houses)["indefinite"]
            yield _single(analysis, q.first - article, q.last)


def _named(analysis: Analysis, stop: int) -> Iterator[QuantityMention]:
    for name in analysis.between(analysis.names, 0, stop):
        if name.category == "person" and name.last <= stop:
            yield _single(analysis, name.first, name.last)


def _one_of(analysis: Analysis, stop: int, houses: Houses) -> Iterator[QuantityMention]:
    """ "one of five people shot has died": the one, its phrase running to the end of those it is one of."""
    words, links = analysis.tokens.words, word_classes(houses)["one-of"]
    for q in analysis.between(analysis.quantities, 0, stop):
        for n in (3, 2):
            first = q.first - n
            people = q.checkable and q.quantity.unit in (None, "person") and q.last <= stop
            if people and first >= 0 and " ".join(words[first : q.first]) in links:
                yield evolve(_single(analysis, first, q.last), number_last=q.last)
                break


def _single(analysis: Analysis, first: int, last: int) -> QuantityMention:
    tokens = analysis.tokens
    start, end = tokens.starts[first], tokens.ends[last - 1]
    return QuantityMention(
        start=start,
        end=end,
        number_start=start,
        number_end=tokens.ends[first],
        first=first,
        last=last,
        number_first=first,
        number_last=first + 1,
        text=tokens.text[start:end],
        quantity=ONE_PERSON,
        checkable=True,
        why_not=None,
    )


def is_single(figure: QuantityMention) -> bool:
    """True for a person told without a number."""
    return figure.quantity is ONE_PERSON


def in_passing(analysis: Analysis, figure: QuantityMention, houses: Houses = ()) -> bool:
    """True for a person mentioned beside the story ("a vigil for a man killed last week")."""
    words, classes = analysis.tokens.words, word_classes(houses)
    if figure.number_last - figure.number_first > 1:
        return False  # "one of five people shot has died": the participle tells of the five
    if figure.last >= len(words) or words[figure.last] in classes["resultative"] | classes["passive-auxiliary"]:
        return False
    return tells_measure(analysis, figure.last, houses)


def is_named(analysis: Analysis, figure: QuantityMention) -> bool:
    """True for a person told by name."""
    return any(n.first < figure.last and figure.first < n.last for n in analysis.names)
