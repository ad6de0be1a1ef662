"""Signs that a figure goes on about the question before it: "it stood at 118", "the union says 9,000", "up from 12"."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from reconcile.claims.measuring.measure_table import tells_measure
from reconcile.language.analysis import Analysis
from reconcile.language.cast import ROLES
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses, phrase_table
from reconcile.language.quantities import QuantityMention

DETERMINED = 4  # tokens before a noun in which its article stands ("the cumulative total", "the mayor's first count")
VERB_REACH = 6  # tokens between the subject that stands for the measure and its figure
CUE_REACH = 2  # tokens between who says it and the figure ("put it at")
GAPPED = 4  # words that may name who says it
HELD_REACH = 4  # tokens between "up from" and its figure ("up from an earlier")
LONGEST = 4  # words of a phrase of these tables
_ENDS = frozenset(",;.:!?-–—()\"'”’")
_BREAKS = frozenset(",;(-–—")
_QUOTES = frozenset("\"'“‘")


class Sign(StrEnum):
    """What says so, and with that how far back the question may stand."""

    NOUN = "a word for the question"  # "the number has risen to nine"
    VOICE = "another voice"  # "the union says 9,000"
    AGAINST = "another time"  # "up from 12"
    THEN = "a time of its own"  # "by noon 12 had died; by evening 30"
    CLOSE = "a number much like it"  # "there were 148. They were 153, the union objects"


def sign_of(analysis: Analysis, figure: QuantityMention, bare: bool, houses: Houses) -> Sign | None:
    """The sign by which the figure goes on; None without any. `bare` says that it tells neither measure nor noun."""
    if _stands_for(analysis, figure, houses):
        return Sign.NOUN
    if not bare:
        return None
    if _said_behind(analysis, figure, houses):
        return Sign.VOICE
    if _held_against(analysis, figure, houses):
        return Sign.AGAINST
    if _is_all(analysis, figure, houses) and _phrase_before(analysis, figure, "sums-up", houses):
        return Sign.NOUN
    if _other_voice(analysis, figure, houses):
        return Sign.VOICE
    if not ends_here(analysis, figure, houses):
        return None
    return Sign.THEN if _at_another_time(analysis, figure, houses) else Sign.CLOSE


def is_overall(analysis: Analysis, figure: QuantityMention, houses: Houses) -> bool:
    """ "the worldwide total down to 3,320": of all, whatever part the sentence before counts."""
    words, classes = analysis.tokens.words, word_classes(houses)
    at = figure.first - 1
    while at >= 0 and words[at] in classes["goes-on"]:
        at -= 1
    if at < 0 or words[at] not in classes["taken-up-noun"]:
        return False
    return not classes["overall"].isdisjoint(words[max(0, at - DETERMINED) : at + 1])


def _stands_for(analysis: Analysis, figure: QuantityMention, houses: Houses) -> bool:
    """True where the figure's subject is a word for the question before it: "it had come down to", "that figure is"."""
    words, classes = analysis.tokens.words, word_classes(houses)
    if figure.quantity.head or figure.quantity.counted:
        return False
    start = analysis.sentences[analysis.sentence_of(figure.first)][0]
    at = figure.first - 1
    if at > start and words[at] in classes["of"] | {":"} and ends_here(analysis, figure, houses):
        at -= 1  # "its earlier figure of 112", "the union's own count: 250,000"
    while at >= max(start, figure.first - VERB_REACH) and words[at] in classes["goes-on"]:
        at -= 1
    if at < start or at == figure.first - 1:
        return False
    if words[at] in classes["taken-up-noun"]:
        own = any(tells_measure(analysis, i, houses) for i in (at - 1, at))
        return not own and _determined(words[max(start, at - DETERMINED) : at], houses)
    moved = words[at] in classes["taken-up-by-verb"] and words[at + 1] in classes["change-to"] and at > start
    return words[at] in classes["taken-up"] or moved


def _determined(before: list[str], houses: Houses) -> bool:
    """True behind an article or an owner: "the", "its", "the ministry's"."""
    classes = word_classes(houses)
    return not (classes["definite"] | classes["owner"]).isdisjoint(before)


def _held_against(analysis: Analysis, figure: QuantityMention, houses: Houses) -> bool:
    """ "16 people have died, up from an earlier 12": the same at another time, or told by somebody else."""
    words, classes = analysis.tokens.words, word_classes(houses)
    first = analysis.sentences[analysis.sentence_of(figure.first)][0]
    at = figure.first
    while at > max(first, figure.first - HELD_REACH) and (
        words[at - 1] in classes["earlier-given"] or words[at - 1] in _QUOTES
    ):
        at -= 1
    if any(" ".join(words[max(first, at - n) : at]) in classes["come-from"] for n in range(2, LONGEST)):
        return True
    return at - 2 > first and words[at - 1] in classes["set-beside"] and words[at - 2] in _BREAKS


def _other_voice(analysis: Analysis, figure: QuantityMention, houses: Houses) -> bool:
    """True where the figure is all that somebody says: "the union says 9,000", "police: 20"."""
    if not ends_here(analysis, figure, houses):
        return False
    if _phrase_before(analysis, figure, "arrives-at", houses) or _by_the_count(analysis, figure, houses):
        return True
    near = analysis.attributions_near(figure.first)
    cued = any(0 <= figure.first - a.last <= CUE_REACH and a.first < figure.first for a in near)
    return cued or _all_said(analysis, figure) or _gapped(analysis, figure, houses)


def _at_another_time(analysis: Analysis, figure: QuantityMention, houses: Houses) -> bool:
    """ "12 people were dead; on Thursday 19; by evening 30": nothing but a time stands before the figure."""
    words, classes = analysis.tokens.words, word_classes(houses)
    at = figure.first - (words[figure.first - 1] == ",") if figure.first else 0
    told = next((d for d in analysis.between(analysis.dates, max(0, at - VERB_REACH), at) if d.last == at), None)
    if told is not None:
        at = told.first
    elif at and words[at - 1] in classes["day-part"]:
        at -= 1
    else:
        return False
    while at and words[at - 1] in classes["when-link"] | classes["definite"]:
        at -= 1
    return at > 0 and (words[at - 1] in (";", ",") or words[at - 1] in classes["coordination"])


def _by_the_count(analysis: Analysis, figure: QuantityMention, houses: Houses) -> bool:
    """ "by the ministry's count, 241": whose count it is stands before the figure."""
    words, classes, at = analysis.tokens.words, word_classes(houses), figure.first - 2
    if at < DETERMINED or words[at + 1] != "," or words[at] not in classes["reckoning"]:
        return False
    before = words[at - DETERMINED : at]
    return not classes["change-by"].isdisjoint(before) and _determined(before, houses)


def _all_said(analysis: Analysis, figure: QuantityMention) -> bool:
    """ "Forty-four, says the ministry.": the sentence holds the figure and who says it."""
    first, last = analysis.sentences[analysis.sentence_of(figure.first)]
    while first < figure.first and analysis.tokens.words[first] in _ENDS:
        first += 1
    behind = figure.last + 1
    spoken = (a for a in analysis.attributions_near(figure.first) if a.first in (behind, behind + 1))
    return first == figure.first and any(last - a.last <= 1 for a in spoken)


def ends_here(analysis: Analysis, figure: QuantityMention, houses: Houses) -> bool:
    """True where nothing follows that the figure might count: the clause ends, or tells when."""
    words, classes, after = analysis.tokens.words, word_classes(houses), figure.last
    if _closes(words, after, houses):
        return True
    if dates := analysis.between(analysis.dates, after, after + 2):
        return dates[0].first == after or words[after] in classes["when-link"]
    return any(" ".join(words[after : after + n]) in classes["when-after"] for n in range(1, LONGEST))


def _closes(words: Sequence[str], at: int, houses: Houses) -> bool:
    """True where a clause ends before this token."""
    return at >= len(words) or words[at] in _ENDS or words[at] in word_classes(houses)["coordination"]


def _is_all(analysis: Analysis, figure: QuantityMention, houses: Houses) -> bool:
    """True for "there were two" and "there were two of them"; not for "there were 16 last year"."""
    words, of_them = analysis.tokens.words, figure.last + 2
    them = " ".join(words[figure.last : of_them]) in word_classes(houses)["of-them"]
    return _closes(words, of_them if them else figure.last, houses)


def _phrase_before(analysis: Analysis, figure: QuantityMention, name: str, houses: Houses) -> bool:
    words, phrases = analysis.tokens.words, word_classes(houses)[name]
    return any(" ".join(words[max(0, figure.first - n) : figure.first]) in phrases for n in range(1, LONGEST))


def _said_behind(analysis: Analysis, figure: QuantityMention, houses: Houses) -> bool:
    """True for "250,000 …, against 68,000 for the police", "… and 68,000 according to the police"."""
    words, classes = analysis.tokens.words, word_classes(houses)
    before = words[max(0, figure.first - 1) : figure.first]
    if not before or before[0] not in classes["joining"] | classes["baseline"] | {",", ";"}:
        return False
    if any(a.first in (figure.last, figure.last + 1) for a in analysis.attributions_near(figure.first)):
        return True
    behind = figure.last
    if words[behind : behind + 1] and words[behind] in classes["holder-after"]:
        behind += 2 if not classes["definite"].isdisjoint(words[behind + 1 : behind + 2]) else 1
        role = phrase_table(ROLES, houses).at(analysis.tokens, behind)
        return role is not None and (role.end >= len(words) or words[role.end] in _ENDS)
    return False


def _gapped(analysis: Analysis, figure: QuantityMention, houses: Houses) -> bool:
    """True for "… and the union 9,000", "…; for the firm three": only who says it stands before it."""
    words, classes = analysis.tokens.words, word_classes(houses)
    end = figure.first - 1 if figure.first and words[figure.first - 1] in classes["gap-link"] else figure.first
    for start in range(max(0, end - GAPPED), end):
        role = phrase_table(ROLES, houses).at(analysis.tokens, start)
        if role is None or role.end != end:
            continue
        before = start - 1
        while before > 0 and words[before] in classes["gap"]:
            before -= 1
        joined = words[before] in (",", ";") or words[before] in classes["joining"]
        return before < start - 1 and joined
    return False
