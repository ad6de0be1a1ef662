"""Making the words of an article harmless to show, and cutting the passage around a mention."""

from __future__ import annotations

import re
import unicodedata

from attrs import frozen

from reconcile.language.sentences import sentences
from reconcile.language.tokens import tokenize
from reconcile.model.text import Article, Mention

# Escape sequences of terminals: CSI (also its one-byte form), OSC and its kin up to their end, other two-byte ones.
_ESCAPE = re.compile(r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?|\x1b[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)?|\x1b.?", re.DOTALL)
_SPACE = re.compile(r"[\s\x1c-\x1f\u2028\u2029]+")
# What may not be shown: controls, marks that turn the direction of text, invisible fillers, tags, lone surrogates.
_HIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e0fff]"
)
_SURROGATE = re.compile("[\ud800-\udfff]")
REACH = 160  # code points of a sentence that are shown before and after a mention
_LONGEST = 400  # code points of a mention that are shown from either end
_MOST_MARKS = 4  # no language stacks more combining marks on one letter


def safe(text: str) -> str:
    """`text` on one line, fit for a terminal or a page: nothing in it moves a cursor, hides or reorders words.

    White space becomes single spaces, escape sequences, control and direction marks go, piled-up combining marks
    are cut to four. Escaping for HTML or Markdown is the caller's part.
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    text = _HIDDEN.sub("", _SPACE.sub(" ", _ESCAPE.sub("", text)))
    text = _SPACE.sub(" ", text)  # a hidden mark may have stood between two spaces
    return _few_marks(_SURROGATE.sub("\ufffd", text)).strip()


def _few_marks(text: str) -> str:
    if text.isascii():
        return text
    kept: list[str] = []
    run = 0
    for char in text:
        run = run + 1 if unicodedata.category(char) in ("Mn", "Me") else 0
        if run <= _MOST_MARKS:
            kept.append(char)
    return "".join(kept)


@frozen
class Passage:
    """The words around a mention, each piece safe to show; `before + mention + after` reads as the article does."""

    before: str
    mention: str
    after: str

    def marked(self, left: str = "«", right: str = "»") -> str:
        """The passage on one line with the mention between two marks."""
        return f"{self.before}{left}{self.mention}{right}{self.after}"


def passage(article: Article, mention: Mention, reach: int = REACH) -> Passage:
    """The sentence around `mention`, at most `reach` code points either side, "…" where it was cut short."""
    text = article.part(mention.span.part)
    start, end = mention.span.start, mention.span.end
    left, right = max(0, start - reach), min(len(text), end + reach)
    first, last = _sentence(text[left:right], start - left, end - left)
    before, after = _word_edges(
        text[left + first : start],
        text[end : left + last],
        cut_left=first == 0 < left,
        cut_right=last == right - left < len(text) - left,
    )
    return Passage(_keep_gap(before, left=True), safe(_shortened(mention.text)), _keep_gap(after, left=False))


def _shortened(words: str) -> str:
    """A long quotation with its middle left out."""
    return words if len(words) <= 2 * _LONGEST else f"{words[:_LONGEST]} … {words[-_LONGEST:]}"


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentences begin and end that hold `text[start:end]`."""
    tokens = tokenize(text)
    first, last = 0, len(text)
    for a, b in sentences(tokens):
        if tokens.starts[a] <= start:
            first = tokens.starts[a] if a else 0
        if tokens.ends[b - 1] >= end and b < len(tokens):
            last = tokens.ends[b - 1]
            break
    return first, last


def _word_edges(before: str, after: str, *, cut_left: bool, cut_right: bool) -> tuple[str, str]:
    """Drop the torn words at cut ends and say that something is missing."""
    if cut_left:
        before = "…" + before.partition(" ")[2]
    if cut_right:
        after = after.rpartition(" ")[0] + "…"
    return before, after


def _keep_gap(text: str, *, left: bool) -> str:
    """Safe text that keeps the one space that stood next to the mention."""
    shown = safe(text)
    if left:
        return shown + " " if text[-1:].isspace() and shown else shown
    return " " + shown if text[:1].isspace() and shown else shown


def location(article: Article, mention: Mention) -> str:
    """Where the mention stands, for people: "wire.txt:12", "wire.pdf, page 3", "wire.txt, headline"."""
    place = safe(article.path or article.url or article.id)
    if mention.span.part == "headline":
        return f"{place}, headline"
    mark = article.locate(mention.span.part, mention.span.start)
    if mark is None:
        return place
    if mark.line is not None:
        return f"{place}:{mark.line}"
    return f"{place}, page {mark.page}" if mark.page is not None else place
