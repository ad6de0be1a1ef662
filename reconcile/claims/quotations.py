"""Direct quotations as claims: who says what, in which words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reconcile.language.analysis import Analysis
from reconcile.language.lexicon import Houses
from reconcile.language.quotations import Quotation, find_quotations
from reconcile.language.quote_tags import quote_words
from reconcile.language.tokens import Tokens, fold
from reconcile.model.claim import Attribution, Claim, Kind, Status, Utterance
from reconcile.model.text import Article, Part

LONG = 25  # words: longer quotations are cut into several claims
_LEAST_CLAUSE = 6  # words on either side of a joint between clauses
_STOPS = frozenset({".", "!", "?", fold("…")})
_MARKS = frozenset("\"“”„‟'‘’‚«»‹›)]")


def quote_claims(article: Article, parts: Mapping[Part, Analysis], houses: Houses = ()) -> list[Claim]:
    """Every direct quotation of the article, in order; a long one is cut at its sentences, then its clauses."""
    claims: list[Claim] = []
    for part, analysis in parts.items():
        for quotation in find_quotations(analysis.tokens, houses, analysis.names, analysis.sentences):
            for first, last in _pieces(analysis.tokens, quotation, houses):
                claims.append(_claim(article, part, analysis.tokens, quotation, first, last))
    return claims


def _claim(article: Article, part: Part, tokens: Tokens, quotation: Quotation, first: int, last: int) -> Claim:
    start = max(tokens.starts[first], quotation.start)
    end = min(tokens.ends[last - 1], quotation.end)
    mention = article.mention(part, start, end)
    said = None
    if quotation.speaker is not None:
        said = Attribution(quotation.speaker, quotation.cue, quotation.speaker if quotation.role else None)
    named = quotation.speaker_canonical if not quotation.role else None
    return Claim(
        id=f"{article.id}#{part[0]}q{start}",
        kind=Kind.QUOTE,
        mention=mention,
        value=Utterance(mention.text, quotation.speaker, named, quotation.certain),
        measure="utterance",
        status=Status.WITHDRAWN if article.withdrawn else Status.STATED,
        attribution=said,
    )


def _pieces(tokens: Tokens, quotation: Quotation, houses: Houses) -> Iterator[tuple[int, int]]:
    """Token ranges of the claims in one quotation: whole, or cut where it is long."""
    if _words(tokens, quotation.first, quotation.last) <= LONG:
        yield quotation.first, quotation.last
        return
    for first, last in _sentences(tokens, quotation.first, quotation.last):
        yield from _clauses(tokens, first, last, houses)


def _sentences(tokens: Tokens, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Cut after stops and ellipses that a capital follows."""
    words, begin = tokens.words, first
    for i in range(first + 1, last):
        if words[i - 1] not in _STOPS and words[i - 1] not in _MARKS:
            continue
        stop = i - 1
        while stop > begin and words[stop] in _MARKS:
            stop -= 1
        if words[stop] not in _STOPS or not tokens.raw(i)[0].isupper():
            continue
        abbreviated = words[stop] == "." and stop > begin and len(words[stop - 1]) <= 2 and words[stop - 1].isalpha()
        if not abbreviated and _words(tokens, begin, i):
            yield begin, i
            begin = i
    yield begin, last


def _clauses(tokens: Tokens, first: int, last: int, houses: Houses) -> Iterator[tuple[int, int]]:
    """Cut a long sentence at the joint between clauses ("and the", "but we") nearest its middle, and again."""
    pending = [(first, last)]
    while pending:
        a, b = pending.pop()
        cut = _joint(tokens, a, b, houses) if _words(tokens, a, b) > LONG else None
        if cut is None:
            yield a, b
        else:
            pending += [(cut, b), (a, cut)]


def _joint(tokens: Tokens, first: int, last: int, houses: Houses) -> int | None:
    classes = quote_words(houses)
    joints = [
        i
        for i in range(first + _LEAST_CLAUSE, last - _LEAST_CLAUSE)
        if tokens.words[i] in classes["cut-before"] and tokens.words[i + 1] in classes["clause-start"]
    ]
    return min(joints, key=lambda i: abs(2 * i - first - last), default=None)


def _words(tokens: Tokens, first: int, last: int) -> int:
    return sum(1 for word in tokens.words[first:last] if word[0].isalnum())
