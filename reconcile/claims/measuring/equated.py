"""Two sums that are one, given in two currencies: "€50m ($54m)", "40 million kroner, or 3.4 million euros"."""

from __future__ import annotations

from reconcile.language.dimensions import is_money
from reconcile.language.lexicon import Entry, TableSpec, phrase_table
from reconcile.language.tokens import tokenize
from reconcile.model.claim import Claim
from reconcile.model.text import Article

SPEC = TableSpec("equivalents", "equivalent", Entry)
NEAR = 60  # characters between a sum and the same in another currency
AGAIN, ONE_FOR, GOODS = "again", "one-for", "goods"
_SIGNS = frozenset("([/=≈")  # by themselves they make what follows the same
_PAUSES = frozenset({",", "–", "—", "-", ":", "."})  # the full stop of "approx." and "i.e."


def equated(one: Claim, two: Claim, article: Article) -> bool:
    """True where the text gives the first sum again as the second, in another currency."""
    units = [c.quantity.unit or "" for c in (one, two)]
    if units[0] == units[1] or not all(map(is_money, units)):
        return False
    said = _between(one, two, article)
    return AGAIN in said or (ONE_FOR in said and one.quantity.low == one.quantity.high == 1)


def said_again(one: Claim, two: Claim, article: Article) -> bool:
    """True where words like "or" and "that is" are all that stands between two figures."""
    return AGAIN in _between(one, two, article)


def _between(one: Claim, two: Claim, article: Article) -> frozenset[str]:
    """The entries between two figures of one part."""
    span, after = one.mention.span, two.mention.span
    if (span.article, span.part) != (after.article, after.part) or not span.end <= after.start <= span.end + NEAR:
        return frozenset()
    return joints(article.part(span.part)[span.end : after.start])


def joints(gap: str) -> frozenset[str]:
    """The ids of the entries that stand between two figures of one line, where nothing else does; else empty."""
    if "\n" in gap or gap.startswith("."):
        return frozenset()
    tokens, table, at = tokenize(gap), phrase_table(SPEC), 0
    said: set[str] = set()
    while at < len(tokens):
        if found := table.at(tokens, at):
            said.add(found.entry.id)
            at = found.end
        elif (word := tokens.words[at]) in _SIGNS or word in _PAUSES:
            said |= {AGAIN} if word in _SIGNS else set()
            at += 1
        else:
            return frozenset()
    return frozenset(said)
