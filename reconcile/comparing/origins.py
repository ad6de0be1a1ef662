"""Independent origins: a wire story printed by five papers is one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from heapq import nsmallest

from rapidfuzz import fuzz

from reconcile.language.tokens import folded_words
from reconcile.model.claim import Claim
from reconcile.model.text import Article

_SHINGLE = 6  # words
_SKETCH = 24  # smallest shingle hashes kept of a text
_SHARED = 0.4  # share of common hashes from which two texts are copies
_PASSAGE = 200  # code points each side of a figure
_PASSAGE_WORDS = 10  # shorter sentences are alike by chance
_STOPS = (". ", "\n")
_PASSAGE_ALIKE = 92.0  # rapidfuzz ratio from which two passages are copies
_READ = 20_000  # code points of a body that are looked at
_CREDIT = re.compile(r"\(([A-Z][\w&./ -]{1,30})\)\s?[-–—]")
_DATELINE = 160


def origins(claims: Sequence[Claim], articles: Mapping[str, Article]) -> dict[str, str]:
    """The origin of each claim, named by the smallest claim id that shares it. Near-linear in the claims.

    Claims share an origin where they stand in one article or one outlet's articles, carry the same agency's credit,
    credit the same outlet, or where the texts or the passages are near-identical.
    """
    parent = {c.id: c.id for c in claims}

    def root(x: str) -> str:
        while parent[x] != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x

    def join(a: str, b: str) -> None:
        low, high = sorted((root(a), root(b)))
        parent[high] = low

    outlets = {_plain(a.source): a for a in articles.values() if a.source}
    first: dict[str, Claim] = {}
    for claim in claims:
        for mark in _marks(claim, articles.get(claim.mention.span.article), outlets):
            join(first.setdefault(mark, claim).id, claim.id)
    for a, b in _candidates(first.values(), articles):
        if root(a.id) != root(b.id) and _copied(a, b, articles):
            join(a.id, b.id)
    return {c.id: root(c.id) for c in claims}


def _marks(claim: Claim, article: Article | None, outlets: Mapping[str, Article]) -> Iterable[str]:
    """Keys that alone prove a common origin."""
    yield f"article {(article.version_of if article else '') or claim.mention.span.article}"
    if article is not None:
        own = _plain(article.source)
        if own:
            yield f"outlet {own}"
        if credit := _CREDIT.search(article.body[:_DATELINE]):
            yield f"outlet {_plain(credit.group(1))}"
    speaker = _plain(claim.attribution.speaker) if claim.attribution else ""
    if speaker and speaker in outlets:
        yield f"outlet {speaker}"


def _plain(name: str) -> str:
    """The name's words; none where it is the mere scheme of an address."""
    if name.endswith(":"):
        return ""
    return " ".join(w for w in folded_words(name) if w.isalnum())


def _candidates(claims: Iterable[Claim], articles: Mapping[str, Article]) -> Iterable[tuple[Claim, Claim]]:
    """Pairs worth a closer look: neighbours in a bucket of texts or passages that share a hash."""
    buckets: dict[int, Claim] = {}
    unique = {c.id: c for c in claims}
    for claim in unique.values():
        article = articles.get(claim.mention.span.article)
        if article is None:
            continue
        for key in (*sketch(article.body[:_READ]), *_smallest(_passage(claim, article), _SHINGLE - 2)):
            other = buckets.setdefault(key, claim)
            if other.mention.span.article != claim.mention.span.article:
                yield other, claim


def _copied(a: Claim, b: Claim, articles: Mapping[str, Article]) -> bool:
    one, two = articles[a.mention.span.article], articles[b.mention.span.article]
    left, right = sketch(one.body[:_READ]), sketch(two.body[:_READ])
    union = sorted(left | right)[:_SKETCH]
    if union and sum(h in left and h in right for h in union) >= _SHARED * len(union):
        return True
    passages = _passage(a, one), _passage(b, two)
    return all(passages) and fuzz.ratio(*passages, score_cutoff=_PASSAGE_ALIKE) > 0


def _passage(claim: Claim, article: Article) -> str:
    """The claim's sentence, roughly: from stop to stop within reach of the figure; empty where it is too short."""
    span = claim.mention.span
    text = article.part(span.part)
    left, right = text[max(0, span.start - _PASSAGE) : span.start], text[span.end : span.end + _PASSAGE]
    before = max(left.rfind(stop) + len(stop) for stop in _STOPS if stop in left) if _stopped(left) else 0
    after = min(right.find(stop) for stop in _STOPS if stop in right) if _stopped(right) else len(right)
    words = f"{left[before:]}{claim.mention.text}{right[:after]}".split()
    return " ".join(words) if len(words) >= _PASSAGE_WORDS else ""


def _stopped(text: str) -> bool:
    return any(stop in text for stop in _STOPS)


@lru_cache(maxsize=8192)
def sketch(text: str) -> frozenset[int]:
    """The smallest hashes of the text's shingles: two texts share about as many as they share words in sequence."""
    return _smallest(text, _SHINGLE)


def _smallest(text: str, size: int) -> frozenset[int]:
    words = [w for w in folded_words(text) if w.isalnum()]
    hashes = {_hash(" ".join(words[i : i + size])) for i in range(len(words) - size + 1)}
    return frozenset(nsmallest(_SKETCH, hashes))


def _hash(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")
