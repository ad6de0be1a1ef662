"""Which words an attribution answers for."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.language.tokens import Tokens

_QUOTE = '"'
_CLOSERS = frozenset(",.;:!?\"'()–—-")
Range = tuple[int, int]


def share(tokens: Tokens, told: Sequence[Range], index: int, sentence: Range) -> Range:
    """The part of its sentence that one of several attributions (as token ranges, in order) answers for."""
    first, last = sentence
    trailing = [end >= sentence[1] or tokens.words[end] in _CLOSERS for _, end in told]
    here = told[index]
    if index:
        before = told[index - 1][1]
        first = before if trailing[index] else _clause_end(tokens, before, here[0])
    if index + 1 < len(told):
        following = told[index + 1][0]
        last = here[1] if trailing[index] and index else _clause_end(tokens, here[1], following)
        if trailing[index + 1] and not trailing[index]:
            last = min(last, following)
    return first, max(last, here[1])


def _clause_end(tokens: Tokens, first: int, last: int) -> int:
    """The semicolon between two attributions, else where the second begins."""
    return next((i for i in range(first, last) if tokens.words[i] == ";"), last)


def over_quotation(tokens: Tokens, sentences: Sequence[Range], at: int) -> Range:
    """The sentence, and those beside it in the same quotation and paragraph."""
    first = last = at
    while first > 0 and _closes_early(tokens, sentences[first]) and not _new_paragraph(tokens, sentences[first]):
        first -= 1
    if any(tokens.words[i] == _QUOTE for i in range(*sentences[at])):
        while last + 1 < len(sentences) and not _new_paragraph(tokens, sentences[last + 1]):
            if not _left_open(tokens, sentences[last]) and tokens.words[sentences[last + 1][0]] != _QUOTE:
                break
            last += 1
    return sentences[first][0], sentences[last][1]


def _marks(tokens: Tokens, sentence: Range) -> list[bool]:
    """For each double quotation mark of the sentence in order: does it open a quotation?"""
    return [_opens(tokens, i) for i in range(*sentence) if tokens.words[i] == _QUOTE]


def _opens(tokens: Tokens, mark: int) -> bool:
    raw = tokens.raw(mark)
    if raw in "“„«":
        return True
    return raw != "”" and raw != "»" and (mark == 0 or not tokens.glued(mark - 1))


def _closes_early(tokens: Tokens, sentence: Range) -> bool:
    """True where the first mark of the sentence closes a quotation opened before it."""
    marks = _marks(tokens, sentence)
    return bool(marks) and not marks[0]


def _left_open(tokens: Tokens, sentence: Range) -> bool:
    marks = _marks(tokens, sentence)
    return bool(marks) and marks[-1]


def _new_paragraph(tokens: Tokens, sentence: Range) -> bool:
    token = sentence[0]
    return token == 0 or "\n" in tokens.text[tokens.ends[token - 1] : tokens.starts[token]]
