"""What somebody is father or mother of: "dad-of-three Jozef" tells of children, whatever befell him."""

from __future__ import annotations

from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.tokens import Tokens

_COMPOUND = 4  # tokens of "mum-of-" before its figure


def is_parent_of(tokens: Tokens, first: int, houses: Houses = ()) -> bool:
    """True for the three of "dad-of-three", "mum-of-three"; not for that of "a best-of-three match"."""
    if first < _COMPOUND:
        return False
    who, dash, link, last = tokens.words[first - _COMPOUND : first]
    classes = word_classes(houses)
    return dash == last == "-" and link in classes["of"] and who in classes["parent"]
