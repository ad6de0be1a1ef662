"""Figures that whoever gave them takes back in a later sentence: "The mayor says 27. … His office takes that back"."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.claims.notes.note import Note, alike, checkable, is_bare
from reconcile.claims.notes.taken_back import NoteCue, cues
from reconcile.language.analysis import Analysis
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.phrases import Match
from reconcile.language.stopwords import content_words

REACH = 8  # sentences back in which the figure may have been given
NEW_REACH = 2  # sentences on, of the same paragraph, in which another may take its place
SUBJECT_REACH = 3  # tokens before the cue among which "they" and "his office" may stand


def taken_back_later(analysis: Analysis, houses: Houses) -> Iterator[Note]:
    """Each such sentence, with the one quantity it takes back and what takes its place."""
    if not cues(houses, "takes-it-back").may_stand(analysis.tokens, 0, len(analysis.tokens)):
        return
    for at, (start, stop) in enumerate(analysis.sentences):
        for cue in cues(houses, "takes-it-back").find(analysis.tokens, start, stop):
            if checkable(analysis, start, cue.start) or not _ends(analysis, cue.end, stop, houses):
                continue
            old = _given_before(analysis, at, cue, houses)
            behind = _behind(analysis, at, cue.end)
            if old is not None and not any(_is_number_of(analysis, old, i) for i in behind):
                fitting = [i for i in behind if is_bare(analysis, i) or alike(analysis, old, i, houses)]
                yield Note(start, stop, (old,), tuple(fitting[:1]))
            break


def _given_before(analysis: Analysis, at: int, cue: Match[NoteCue], houses: Houses) -> int | None:
    """The one figure of the last sentence in which the same speaker gave any, or of the one before "that figure"."""
    classes, words = word_classes(houses), analysis.tokens.words
    start = analysis.sentences[at][0]
    near = words[max(start, cue.start - SUBJECT_REACH) : cue.start]
    again = not classes["speaker-again"].isdisjoint(near)
    named = bool(near) and near[-1] in classes["told-number"] and not classes["the-figure-of"].isdisjoint(near)
    subject = set(content_words(analysis.tokens, start, cue.start, houses))
    for place in range(at - 1, max(at - REACH, 0) - 1, -1):
        figures = checkable(analysis, *analysis.sentences[place])
        if not figures:
            continue
        if (again or named) and place == at - 1:
            told = named or _speakers(analysis, figures[-1], houses) is not None
            return figures[0] if told and len(figures) == 1 else None
        speakers = _speakers(analysis, figures[-1], houses) or frozenset()
        if not subject.isdisjoint(speakers):
            return figures[0] if len(figures) == 1 else None
    return None


def _speakers(analysis: Analysis, index: int, houses: Houses) -> frozenset[str] | None:
    """The content words of whoever gives a figure; None where nobody is named."""
    figure = analysis.quantities[index].number_first
    told = analysis.governing(figure)
    if not told:
        return None
    return frozenset(word for a in told for word in content_words(analysis.tokens, a.first, a.last, houses))


def _ends(analysis: Analysis, token: int, stop: int, houses: Houses) -> bool:
    """False for "withdrew it all" and "withdrew the figure of 41,000"."""
    if cues(houses, "of-count").at(analysis.tokens, token) is not None:
        return False
    word = "".join(analysis.tokens.words[token : token + 1])
    return token >= stop or not word[:1].isalpha() or word not in word_classes(houses)["everything"]


def _behind(analysis: Analysis, at: int, token: int) -> list[int]:
    """The figures behind the words in their paragraph, of which the first that fits takes the place of the old one."""
    _, paragraph_end = analysis.tokens.line_of(token - 1)
    place = min(at + NEW_REACH, len(analysis.sentences) - 1)
    return checkable(analysis, token, min(paragraph_end, analysis.sentences[place][1]))


def _is_number_of(analysis: Analysis, old: int, again: int) -> bool:
    """ "She takes it back. The dead are 31, not 40": the denial itself tells the old number."""
    return analysis.quantities[old].quantity.value == analysis.quantities[again].quantity.value
