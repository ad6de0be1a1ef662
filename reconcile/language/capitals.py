"""Runs of capitalised words, and what a capital says where it stands."""

from __future__ import annotations

from itertools import compress, count, pairwise
from operator import not_

from attrs import frozen

from reconcile.language.gazetteer import Gazetteer, Known, known_at
from reconcile.language.tokens import Tokens
from reconcile.model.change import evolve

LONGEST = 14  # tokens of one name
_SENTENCE_ENDS = frozenset('.!?…:"•*—–;')
_HOUR, _IN_HOURS = 3, frozenset(":.")  # tokens of "21:40", and what stands between its numbers
_TITLE_CASE = 0.7  # share of capitalised longer words that makes a line a Title Case heading


@frozen(eq=False)
class Scene:
    """A text and what can be said of its capitals at a glance; `known` are the ends and entries of listed names."""

    tokens: Tokens
    table: Gazetteer
    known: dict[int, tuple[int, Known]]
    capital: bytearray
    line_starts: frozenset[int]
    headings: bytearray
    evidence: frozenset[str]
    final: frozenset[str]
    lower: frozenset[str]

    def initial(self, i: int) -> bool:
        """True where a capital is owed to the place of token `i`, not to its being a name."""
        words = self.tokens.words
        if i == 0 or i in self.line_starts:
            return True
        if words[i - 1] not in _SENTENCE_ENDS:
            return False
        return not (words[i - 1] == "." and self.abbreviated(i - 1))

    def behind_hour(self, i: int) -> bool:
        """True right behind the hour that opens a line of a live page: "21:40 In Split 12 polling stations …"."""
        words = self.tokens.words
        at = i - 1 if words[i - 1].isdecimal() else i - 2  # "21:40 – In Split"
        hour = at >= _HOUR - 1 and words[at].isdecimal() and words[at - 1] in _IN_HOURS and words[at - 2].isdecimal()
        opens = at - _HOUR + 1
        return hour and (opens == 0 or opens in self.line_starts) and (at == i - 1 or not words[i - 1].isalnum())

    def abbreviated(self, stop: int) -> bool:
        """True where the full stop at this token belongs to an initial or a title before a name."""
        if stop == 0 or not self.tokens.glued(stop - 1):
            return False
        before = self.tokens.words[stop - 1]
        if len(before) == 1 and self.capital[stop - 1]:
            return True
        title = self.table.titles.before(self.tokens, stop + 1, stop - 1)
        return title is not None or before in self.table.cues["short"]

    def is_name_word(self, i: int) -> bool:
        word = self.tokens.words[i]
        return word in self.evidence and word not in self.lower


def survey(tokens: Tokens, table: Gazetteer, known: frozenset[str]) -> Scene:
    text, words = tokens.text, tokens.words
    firsts = list(map(text.__getitem__, tokens.starts))
    capital = bytearray(map(str.isupper, firsts))
    for i in compress(count(), map(str.isdigit, firsts)):
        for j, glue in ((i - 1, i - 1), (i + 1, i)):
            if 0 <= j < len(words) and glue >= 0 and tokens.glued(glue):
                capital[j] = 0
    starts = tokens.line_starts
    headings = _headings(tokens, capital, starts)
    listed = {i: found for i in tokens.where(table.names.first) if (found := known_at(table, tokens, i))}
    nothing: frozenset[str] = frozenset()
    scene = Scene(tokens, table, listed, capital, frozenset(starts), headings, nothing, nothing, nothing)
    inside = [
        i
        for i in compress(count(), capital)
        if not headings[i] and words[i] not in table.no_names and not scene.initial(i)
    ]
    return evolve(
        scene,
        evidence=frozenset({w for name in known for w in name.replace("-", " ").split()} | {words[i] for i in inside}),
        final=frozenset(
            {n.split()[-1] for n in known if n} | {words[i] for i in inside if not any(capital[i + 1 : i + 2])}
        ),
        lower=frozenset(compress(words, map(not_, capital))),
    )


def _headings(tokens: Tokens, capital: bytearray, starts: list[int]) -> bytearray:
    """Marks tokens of lines in Title Case or CAPITALS."""
    marks = bytearray(len(tokens))
    edges = [0, *starts, len(tokens)]
    for a, b in pairwise(edges):
        if a == b or (not capital[a] and tokens.words[a].isalpha()) or tokens.words[b - 1] == ".":
            continue
        letters = list(compress(range(a, b), map(str.isalpha, tokens.words[a:b])))
        longer = [i for i in letters if tokens.ends[i] - tokens.starts[i] > 3]
        title = len(longer) >= 3 and sum(map(capital.__getitem__, longer)) >= _TITLE_CASE * len(longer)
        if title or (len(letters) >= 2 and all(tokens.raw(i).isupper() for i in letters)):
            marks[a:b] = b"\1" * (b - a)
    return marks


def run_end(scene: Scene, start: int) -> int:
    """End of the run of capitalised words, with the small words names have inside, that begins at `start`."""
    end, limit = start + 1, min(len(scene.tokens), start + 3 * LONGEST)
    while end < limit:
        step = _step(scene, start, end)
        if not step:
            break
        end += step
    return end


def _step(scene: Scene, start: int, at: int) -> int:
    """How many tokens at `at` carry on the run; 0 where it ends."""
    tokens, capital = scene.tokens, scene.capital
    word = tokens.words[at]
    if at in scene.line_starts:
        return 0
    if capital[at]:
        return 1
    if word not in scene.table.inside:
        return 0
    following = at + 1 < len(tokens) and at + 1 not in scene.line_starts and bool(capital[at + 1])
    if word == ".":
        return 2 if following and scene.abbreviated(at) else 0
    if word in "-‑" and tokens.glued(at - 1) and tokens.glued(at):
        if following:
            return 2
        return 3 if at + 2 < len(tokens) and tokens.words[at + 2] == "-" else 0
    if word in scene.table.cues["particle"]:
        return _particles(scene, at)
    if scene.headings[at]:
        return 0
    return _joiner(scene, start, at)


def _particles(scene: Scene, at: int) -> int:
    words, end = scene.tokens.words, at
    while end < min(at + 3, len(words)) and words[end] in scene.table.cues["particle"] and not scene.capital[end]:
        end += 2 if end + 1 < len(words) and words[end + 1] == "-" else 1
    return end - at if end < len(words) and scene.capital[end] and end not in scene.line_starts else 0


def _joiner(scene: Scene, start: int, at: int) -> int:
    """Length of "of", "of the", "and" inside an organisation's name ("Ministry of Defence")."""
    tokens = scene.tokens
    joiners = scene.table.cues["joiner"]
    found = joiners.at(tokens, at) if tokens.words[at] in joiners.first else None
    if found is None or found.end >= len(tokens) or not scene.capital[found.end]:
        return 0
    if found.end in scene.line_starts:
        return 0
    if tokens.words[at] == "&":
        return found.end - at
    if not has_organisation_word(scene, start, at) or scene.table.cues["never"].at(tokens, found.end):
        return 0
    inside = any(not scene.capital[i] and tokens.words[i] in scene.table.cues["joiner"] for i in range(start, at))
    if tokens.words[at] == "and" and (not inside or scene.known.get(found.end)):
        return 0
    return found.end - at


def has_organisation_word(scene: Scene, start: int, end: int) -> bool:
    table = scene.table.organisation_words
    words = scene.tokens.words
    return any(words[i] in table.first and table.at(scene.tokens, i, end) for i in range(start, end))


def is_organisation(scene: Scene, start: int, end: int) -> bool:
    return end - start > 1 and has_organisation_word(scene, start, end)
