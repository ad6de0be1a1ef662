"""Direct quotations as claims: who says what, in which words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reconcile.claims.covered import Covered
from reconcile.claims.furniture import furniture
from reconcile.language.analysis import Analysis
from reconcile.language.lexicon import Houses
from reconcile.language.quotations import Quotation, find_quotations
from reconcile.language.quote_phrases import quote_words
from reconcile.language.tokens import Tokens, fold
from reconcile.model.claim import Attribution, Claim, Kind, Status, Utterance
from reconcile.model.text import Article, Part, RegionKind

LONG = 25  # words: longer quotations are cut into several claims
_LEAST_CLAUSE = 6  # words on either side of a joint between clauses
_ELLIPSIS = fold("…")
_TERMINAL = frozenset(".!?…")
_OF_OTHER_STORIES: frozenset[RegionKind] = frozenset({"related", "promotion", "byline", "furniture"})


def quote_claims(article: Article, parts: Mapping[Part, Analysis], houses: Houses = ()) -> list[Claim]:
    """Every direct quotation of the article, in order; a long one is cut at its sentences, then its clauses.

    The pieces of a sentence that the speaker tag breaks are claims with the words of the whole sentence.
    """
    claims: list[Claim] = []
    for part, analysis in parts.items():
        found = find_quotations(analysis.tokens, houses, analysis.names, analysis.sentences)
        skipped = _not_of_the_story(article, part, analysis.tokens, houses)
        for quotation, words in zip(found, _whole_sentences(found), strict=True):
            if quotation.start in skipped:
                continue
            for first, last in _pieces(analysis, quotation, houses):
                claims.append(_claim(article, part, analysis.tokens, quotation, (first, last), words))
    return claims


def _not_of_the_story(article: Article, part: Part, tokens: Tokens, houses: Houses) -> Covered:
    """Links to other stories and the like: what is quoted there belongs to those."""
    regions = [*furniture(part, tokens, houses), *(r for r in article.regions if r.part == part)]
    return Covered(r for r in regions if r.kind in _OF_OTHER_STORIES)


def _claim(
    article: Article, part: Part, tokens: Tokens, quotation: Quotation, piece: tuple[int, int], words: str | None
) -> Claim:
    start, end = tokens.starts[piece[0]], tokens.ends[piece[1] - 1]
    mention = article.mention(part, start, end)
    said = None
    if quotation.speaker is not None:
        said = Attribution(quotation.speaker, quotation.cue, quotation.speaker if quotation.role else None)
    named = quotation.speaker_canonical if not quotation.role else None
    return Claim(
        id=f"{article.id}#{part[0]}q{start}",
        kind=Kind.QUOTE,
        mention=mention,
        value=Utterance(words or mention.text, quotation.speaker, named, quotation.certain),
        measure="utterance",
        status=Status.WITHDRAWN if article.withdrawn else Status.STATED,
        attribution=said,
    )


def _whole_sentences(found: Sequence[Quotation]) -> list[str | None]:
    """For each quotation that a tag broke, or that goes on after one, the words of all its pieces."""
    chains: dict[int, list[int]] = {}
    for number, quotation in enumerate(found):
        before = quotation.continues
        if before is not None and found[before].text[-1] not in _TERMINAL:
            chains[number] = chains.setdefault(before, [before])
            chains[number].append(number)
    out: list[str | None] = [None] * len(found)
    for number, chain in chains.items():
        words = " ".join(found[i].text for i in chain)
        out[number] = words if len(words.split()) <= LONG else None
    return out


def _pieces(analysis: Analysis, quotation: Quotation, houses: Houses) -> Iterator[tuple[int, int]]:
    """Token ranges of the claims in one quotation: whole, or cut where it is long."""
    if _words(analysis.tokens, quotation.first, quotation.last) <= LONG:
        yield quotation.first, quotation.last
        return
    for first, last in _sentences(analysis, quotation):
        yield from _clauses(analysis.tokens, first, last, houses)


def _sentences(analysis: Analysis, quotation: Quotation) -> Iterator[tuple[int, int]]:
    """The sentences of a quotation; a capital after an ellipsis begins one, too."""
    tokens, begin = analysis.tokens, quotation.first
    for i in range(quotation.first + 1, quotation.last):
        elided = tokens.words[i - 1] == _ELLIPSIS or tokens.words[max(begin, i - 3) : i] == [".", ".", "."]
        starts = analysis.sentences[analysis.sentence_of(i)][0] == i or (elided and tokens.raw(i)[0].isupper())
        if starts and _words(tokens, begin, i):
            yield begin, i
            begin = i
    yield begin, quotation.last


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
