"""What was changed in a quotation, word by word."""

from __future__ import annotations

from difflib import SequenceMatcher

from reconcile.reporting.html.markup import Markup, el, join

_MOST_WORDS = 400  # longer quotations are shown without marks; comparing takes time by the square


def diff(before: str, after: str) -> Markup:
    """`after` with the words it adds in <ins> and the words of `before` it lacks in <del>."""
    old, new = before.split(), after.split()
    if max(len(old), len(new)) > _MOST_WORDS:
        return join(after)
    pieces: list[Markup | str] = []
    for change, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if change == "equal":
            pieces.append(" ".join(new[c:d]))
            continue
        if a < b:
            pieces.append(el("del", " ".join(old[a:b])))
        if c < d:
            pieces.append(el("ins", " ".join(new[c:d])))
    return join(pieces, " ")
