"""Times of something else in the sentence: of what a figure is compared with, of what came before what is so now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reconcile.claims.happenings.happenings import is_verb
from reconcile.language.analysis import Analysis
from reconcile.language.dates import DateMention
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.quantities import QuantityMention
from reconcile.language.tokens import Tokens

Classes = Mapping[str, frozenset[str]]
SIDE_REACH = 10  # tokens between "than" and the time of what it compares with
ASIDE_LEAD = 1  # tokens between a comma and its time ("since the last agreement, in 2022")
OPENS = 3  # tokens of a sentence in which "compared with" opens it
OWNED = 3  # tokens between "last year's" and its figure
GOT_REACH = 8  # tokens between a figure and when "it had won" so many
VERB_REACH = 14  # tokens between "has" and what there is now
MADE_REACH = 6  # tokens between "founded" and its year
_OWNERS = "'s"
_MARKS = frozenset(',;:()"“”–—')


def is_of_comparison(analysis: Analysis, mention: DateMention, figure: QuantityMention, houses: Houses = ()) -> bool:
    """True where the time is that of the other side: "54%, well above the level at the same hour in 2020"."""
    words, classes = analysis.tokens.words, word_classes(houses)
    if _owned_by_another(analysis, mention, figure) or _got_by(analysis, mention, figure, classes):
        return True
    if figure.last <= mention.first:
        return _compares(words, max(figure.last, mention.first - SIDE_REACH), mention.first, classes)
    first = analysis.sentences[analysis.sentence_of(figure.first)][0]
    if mention.first - first > SIDE_REACH:
        return False
    opens = {" ".join(words[first : first + n]) for n in (1, 2, OPENS)} & classes["compared-first"]
    told = classes["relative-time"].intersection(words[mention.last : mention.last + 2])
    return bool(opens) and not told and not analysis.between(analysis.quantities, first, mention.first)


def _owned_by_another(analysis: Analysis, mention: DateMention, figure: QuantityMention) -> bool:
    """ "A drop of 32% from last year's 3.1 million": the year is that of the 3.1 million."""
    at = mention.last
    if analysis.tokens.words[at - 1 : at] != [_OWNERS]:
        if analysis.tokens.words[at : at + 1] != [_OWNERS]:
            return False
        at += 1
    owned = analysis.between(analysis.quantities, at, at + OWNED)
    return bool(owned) and figure.last <= mention.first


def _got_by(analysis: Analysis, mention: DateMention, figure: QuantityMention, classes: Classes) -> bool:
    """ "It kept 52 seats of the 75 it had won in 2021": the year is that of the 75."""
    words = analysis.tokens.words
    for other in analysis.between(analysis.quantities, max(0, mention.first - GOT_REACH), mention.first):
        who, had = words[other.last], words[other.last + 1 : mention.first]
        if other is not figure and who in classes["speaker-pronoun"] and not classes["auxiliary-have"].isdisjoint(had):
            return "," not in had and "," not in words[figure.last : other.first]
    return False


def _compares(words: Sequence[str], first: int, stop: int, classes: Classes) -> bool:
    """True where the words between a figure and a time hold the one against the other."""
    for at in range(stop - 1, first - 1, -1):
        word, between = words[at], words[at + 1 : stop]
        if word in _MARKS and (word != "," or len(between) > ASIDE_LEAD):
            return False
        if word in classes["since"]:
            return True
        if classes["thought-of"].isdisjoint(between[:1]) and _holds_against(words[at - 1 : at + 1], between, classes):
            return True
    return False


def _holds_against(link: Sequence[str], between: Sequence[str], classes: Classes) -> bool:
    """True for "than", "above the level at", "below", before a time."""
    level = not classes["level-noun"].isdisjoint(between)
    if link[-1] in classes["compares-with"] or " ".join(link) in classes["compares-with"]:
        return classes["joining"].isdisjoint(between)
    if link[-1] in classes["above-or-below"]:
        return level or len(between) <= 1
    return level and link[-1] in classes["compares-level"]


def is_of_what_was(analysis: Analysis, mention: DateMention, figure: QuantityMention, houses: Houses = ()) -> bool:
    """True where the time is that of what came to be, and the figure of now: "founded in 1881, it has 286 branches"."""
    tokens, classes = analysis.tokens, word_classes(houses)
    first = analysis.sentences[analysis.sentence_of(figure.first)][0]
    if _made_in_aside(tokens.words, mention, figure, first, classes):
        return True
    if _inside_aside_of_now(tokens, mention, figure, houses):
        return True
    verb = _verb_of_now(tokens, first, figure, houses)
    if verb is None:
        return False
    if mention.last <= verb:
        return tokens.words[verb - 1] in classes["joining"]
    joins = tokens.where(classes["joining"], figure.last, mention.first)
    return any(i + 1 < mention.first and is_verb(tokens, i + 1, houses) for i in joins)


def _made_in_aside(
    words: Sequence[str], mention: DateMention, figure: QuantityMention, first: int, classes: Classes
) -> bool:
    """ "The mine, which opened in 1961, employs 1,240", "12 vans and a car, built in 1938, left": between commas."""
    closes = mention.last
    behind = words[closes : closes + 2]
    if behind[:1] != [","] or not classes["relative-time"].isdisjoint(behind):
        return False
    opens = next(
        (i for i in range(mention.first - 1, max(first, mention.first - MADE_REACH), -1) if words[i] == ","), 0
    )
    at = opens + 1
    if figure.first < closes:
        return figure.first < opens and words[at] in classes["made-then"]
    if words[at] in classes["narrowing"]:
        helping = classes["passive-auxiliary"] | classes["active-auxiliary"]
        at = next(i for i in range(at + 1, mention.last + 1) if words[i] not in helping)
    return bool(opens) and words[at] in classes["made-then"] | classes["begun-then"]


def _inside_aside_of_now(tokens: Tokens, mention: DateMention, figure: QuantityMention, houses: Houses) -> bool:
    """ "The airline, which flies 74 aircraft, lost money last year": what it does between the commas it does now."""
    words, classes = tokens.words, word_classes(houses)
    opens = next((i for i in range(figure.first - 1, max(0, figure.first - SIDE_REACH), -1) if words[i] == ","), None)
    ends = next((i for i in range(figure.last, min(len(words), figure.last + SIDE_REACH)) if words[i] == ","), None)
    if opens is None or ends is None or opens < mention.first < ends or words[opens + 1] not in classes["narrowing"]:
        return False
    return not any(is_verb(tokens, i, houses) for i in range(opens + 1, ends))


def _verb_of_now(tokens: Tokens, first: int, figure: QuantityMention, houses: Houses) -> int | None:
    """The verb in the present whose object, or predicate, the figure is; of "has governed" the first."""
    classes, past = word_classes(houses), 0
    ends = _MARKS | classes["joining"] | classes["narrowing"] | classes["clause-break"]
    for at in range(figure.first - 1, max(first, figure.first - VERB_REACH), -1):
        word = tokens.words[at]
        if word in classes["is-so-now"]:
            return at
        past += is_verb(tokens, at, houses)
        if past > 1 or (word in ends and not tokens.glued(at)) or word.endswith(tuple(classes["progressive"])):
            return None
    return None
