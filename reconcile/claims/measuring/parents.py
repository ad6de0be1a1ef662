"""What somebody is father or mother of: "dad-of-three Jozef" tells of children, whatever befell him."""

from __future__ import annotations

from reconcile.language.tokens import Tokens

_COMPOUND = ["-", "of", "-"]


def is_parent_of(tokens: Tokens, first: int) -> bool:
    """True for the three of "dad-of-three", "mum-of-three"."""
    return first >= len(_COMPOUND) and tokens.words[first - len(_COMPOUND) : first] == _COMPOUND
