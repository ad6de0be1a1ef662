"""Which words an attribution answers for."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.language.tokens import Tokens

_QUOTE = '"'
_CLOSERS = frozenset(",.;:!?\"'()–—-")
_REACH = 12  # sentences of one quotation on either side of its speaker
Range = tuple[int, int]


def share(tokens: Tokens, told: Sequence[Range], index: int, sentence: Range) -> Range:
    """The part of its sentence that one of several attributions (as token ranges, in order) answers for."""
    first = _border(tokens, told, index - 1, sentence) if index else sentence[0]
    last = _border(tokens, told, index, sentence) if index + 1 < len(told) else sentence[1]
    return min(first, told[index][0]), max(last, told[index][1])


def _border(tokens: Tokens, told: Sequence[Range], index: int, sentence: Range) -> int:
    """Where the words of one attribution end and those of the next begin."""
    here, following = told[index], told[index + 1]
    since = told[index - 1][1] if index else sentence[0]
    if _trails(tokens, here, since, sentence[1]):
        return here[1]
    gap = range(here[1], following[0])
    stops = [i for i in gap if tokens.words[i] in ",;" and not (tokens.glued(i - 1) and tokens.glued(i))]
    strong = [i for i in stops if tokens.words[i] == ";"]
    if strong:
        return strong[-1] + 1
    if _trails(tokens, following, here[1], sentence[1]):
        inner = [i for i in stops if i < following[0] - 1]
        return inner[-1] if inner else _last_number(tokens, since, here, following) if not stops else here[1]
    return following[0]


def _last_number(tokens: Tokens, since: int, here: Range, following: Range) -> int:
    """Where the last of several numbers begins: "The unions counted 250,000 and 68,000 according to the police"."""
    spans = (range(since, here[0]), range(here[1], following[0]))
    starts = [i for span in spans for i in span if tokens.words[i][0].isdigit() and not _goes_on(tokens, i)]
    return starts[-1] if len(starts) > 1 and starts[-1] >= here[1] else following[0]


def _goes_on(tokens: Tokens, token: int) -> bool:
    """True for the 000 of "68,000"."""
    return token > 1 and tokens.glued(token - 1) and tokens.words[token - 2][0].isdigit()


def _trails(tokens: Tokens, told: Range, since: int, end: int) -> bool:
    """True where the words answered for stand before the attribution: "…, police said"."""
    if told[1] < end and tokens.words[told[1]] not in _CLOSERS:
        return False
    return any(tokens.words[i][0].isdigit() for i in range(since, told[0])) or told[1] >= end - 1


def over_quotation(tokens: Tokens, sentences: Sequence[Range], at: int) -> Range:
    """The sentence, and those beside it in the same quotation and paragraph."""
    first = last = at
    while (
        0 < first > at - _REACH
        and _closes_early(tokens, sentences[first])
        and not _new_paragraph(tokens, sentences[first])
    ):
        first -= 1
    if _QUOTE in tokens.words[slice(*sentences[at])]:
        while last + 1 < min(len(sentences), at + _REACH) and not _new_paragraph(tokens, sentences[last + 1]):
            if not _left_open(tokens, sentences[last]) and tokens.words[sentences[last + 1][0]] != _QUOTE:
                break
            last += 1
    return sentences[first][0], sentences[last][1]


def _marks(tokens: Tokens, sentence: Range) -> list[bool]:
    """For each double quotation mark of the sentence in order: does it open a quotation?"""
    if _QUOTE not in tokens.words[slice(*sentence)]:
        return []
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
