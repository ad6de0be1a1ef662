"""The past day on which somebody gave a figure: "the Tuesday statement in which the operator admitted 12 dead"."""

from __future__ import annotations

from datetime import date

from reconcile.language.analysis import Analysis
from reconcile.language.attribution import AttributionMention
from reconcile.language.dates import DateMention
from reconcile.language.grammar import stands_among, word_classes
from reconcile.language.lexicon import Houses

_BEFORE_NOUN = 2  # tokens between a day and its statement ("Tuesday's second bulletin", "s" aside)
_BEHIND_NOUN = 3  # tokens between a statement and its day ("a statement, issued on Tuesday")
_GENITIVE = frozenset({"'s", "’s"})
_SMALL = 2  # tokens between "said" and its day ("said late on Tuesday")


def said_then(
    analysis: Analysis, sentence: tuple[int, int], figure: int, today: date, houses: Houses = ()
) -> DateMention | None:
    """The one day before `today` that dates what is said of the figure at a token; None where none does, or several.

    Another time or a contrast between the two ends it: "In Tuesday's report it was 12, but the ministry says 15".
    """
    classes, words = word_classes(houses), analysis.tokens.words
    told = analysis.between(analysis.dates, *sentence)
    if not told:
        return None
    scopes = analysis.governing(figure)
    found: list[DateMention] = []
    for mention in told:
        days = mention.when.days
        if days is None or days.first != days.last or days.last >= today or not mention.certain:
            continue
        start, stop = sorted((figure, mention.first))
        between = words[start:stop]
        if stands_among(between, classes["turns-to-another"]) or any(start < m.first < stop for m in told):
            continue
        if _dates_noun(words, mention, sentence, classes) or any(
            _dates_saying(words, mention, sentence, a, classes) for a in scopes
        ):
            found.append(mention)
    return found[0] if len(found) == 1 else None


def had_said(analysis: Analysis, figure: int, houses: Houses = ()) -> bool:
    """ "Late on Saturday the owner had spoken of 21 dead": what is told so is past to the text that tells it."""
    words, had = analysis.tokens.words, word_classes(houses)["pluperfect"]
    return any(not had.isdisjoint(words[a.first : a.last]) for a in analysis.governing(figure))


def _dates_noun(
    words: list[str], mention: DateMention, sentence: tuple[int, int], classes: dict[str, frozenset[str]]
) -> bool:
    """ "Tuesday's second bulletin", "the Tuesday statement", "a report, issued on Tuesday"."""
    nouns = classes["statement-noun"]
    behind = [w for w in words[mention.last : min(sentence[1], mention.last + _BEFORE_NOUN + 1)] if w not in _GENITIVE]
    if any(nouns.intersection(behind[:n]) and all(w.isalpha() for w in behind[:n]) for n in (1, _BEFORE_NOUN)):
        return True
    before = words[max(sentence[0], mention.first - _BEHIND_NOUN - 1) : mention.first]
    at = next((n for n in range(len(before) - 1, -1, -1) if before[n] in nouns), None)
    if at is None:
        return False
    gap = [w for w in before[at + 1 :] if w != ","]
    return " ".join(gap) in classes["day-of-saying"] | classes["came-out"] | {""}


def _dates_saying(
    words: list[str],
    mention: DateMention,
    sentence: tuple[int, int],
    told: AttributionMention,
    classes: dict[str, frozenset[str]],
) -> bool:
    """ "Police said on Tuesday", "police on Tuesday said", "on Tuesday the police said"."""
    opens = mention.first - sentence[0] <= 1 and words[mention.last : told.first] in ([], [","])
    if opens or told.first < mention.first < told.last:
        return True
    gap = words[told.last : mention.first] if told.last <= mention.first <= told.last + _SMALL else None
    return gap is not None and (not gap or " ".join(gap) in classes["day-of-saying"])
