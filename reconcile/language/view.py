"""What the reading of quantities looks at: the tokens, the tables, and how far left it may look."""

from __future__ import annotations

from attrs import define, field

from reconcile.language.quantity_tables import Tables
from reconcile.language.tokens import Tokens

_GROUP = 3
_LABEL = 8  # tokens of a label and its colon
_NEAR = 12  # words on either side that tell a heading in Title Case from running text


@define(eq=False)
class View:
    """One text while it is scanned.

    `floor` is the first token not taken by an earlier quantity, `listed` the end of the last labelled number
    ("lines 6, 11"), behind which others of its list may stand.
    """

    tokens: Tokens
    t: Tables
    floor: int = 0
    listed: int = -1
    words: list[str] = field(init=False)
    _size: int = field(init=False)
    _european: bool | None = None

    def __attrs_post_init__(self) -> None:
        self.words = self.tokens.words
        self._size = len(self.words)

    def word(self, at: int) -> str:
        """The folded token, or the empty string outside the text."""
        return self.words[at] if 0 <= at < self._size else ""

    def says(self, at: int, role: str) -> bool:
        """True where the token is one of the small words of this role."""
        return 0 <= at < self._size and self.words[at] in self.t.words[role]

    def starts_number(self, at: int) -> bool:
        word = self.word(at)
        return bool(word) and (word[0].isdigit() or word in self.t.anchors or "\u2044" in word)

    def capital(self, at: int) -> bool:
        """True where the token is written with a capital among its first two letters ("Boeing", "iPhone")."""
        if not 0 <= at < len(self.tokens):
            return False
        start = self.tokens.starts[at]
        return (
            self.tokens.text[start : min(start + 2, self.tokens.ends[at])].lower()
            != self.tokens.text[start : min(start + 2, self.tokens.ends[at])]
        )

    def opens_line(self, at: int) -> bool:
        """True for the first token of a line."""
        return at == 0 or "\n" in self.tokens.text[self.tokens.ends[at - 1] : self.tokens.starts[at]]

    def opens_paragraph(self, at: int) -> bool:
        """True for the first token after a blank line, and of the text."""
        return at == 0 or self.tokens.text[self.tokens.ends[at - 1] : self.tokens.starts[at]].count("\n") > 1

    def opens_label(self, at: int) -> bool:
        """True for the first token of a line that names a fact of a list ("Derailed carriages: 5")."""
        if not self.opens_line(at):
            return False
        for i in range(at + 1, min(at + _LABEL, len(self.tokens))):
            if self.opens_line(i):
                return False
            if self.tokens.words[i] == ":":
                return True
        return False

    def heading(self, at: int) -> bool:
        """True where the words of the line stand in Title Case or CAPITALS, so that a capital tells nothing."""
        for step in (-1, 1):
            for i in range(at + step, at + step * _NEAR, step):
                if not 0 <= i < len(self.tokens):
                    break
                word = self.tokens.words[i]
                if word[0].isalpha() and len(word) > _GROUP and word not in self.t.anchors and not self.capital(i):
                    return False
                if self.opens_line(i if step < 0 else i + 1) if i + 1 < len(self.tokens) else False:
                    break
        return True

    def european(self) -> bool:
        """True where the text groups thousands with points or marks decimals with commas, and never the reverse."""
        if self._european is None:
            self._european = self._grouping()
        return self._european

    def _grouping(self) -> bool:
        words, tokens, points = self.words, self.tokens, False
        for i in range(1, len(words) - 1):
            if words[i] not in {".", ","} or not (words[i - 1].isdecimal() and words[i + 1].isdecimal()):
                continue
            if not (tokens.glued(i - 1) and tokens.glued(i)):
                continue
            triple = len(words[i + 1]) == _GROUP
            if words[i] == ",":
                if triple:
                    return False
                points = True
            elif triple and words[i + 1].endswith("00") and words[i - 1] != "0":
                points = True
            elif len(words[i + 1]) != 2 and not triple:
                return False
        return points
