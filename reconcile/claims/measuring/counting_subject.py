"""Whether the subject of a large bare number is a count: "subscribers rose to 260 million" tells of no money."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reconcile.language.analysis import Analysis
from reconcile.language.counting import is_plural
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.quantities import QuantityMention
from reconcile.language.quantity_tables import tables

VERB_REACH = 6  # tokens between the subject and its number
SUBJECT_REACH = 8  # tokens of a subject ("the number of customers affected")
POSSESSIVE = frozenset({"'", "’", "-"})


def subject_counts(analysis: Analysis, figure: QuantityMention, houses: Houses = ()) -> bool:
    """True where people, or a word for a count, are the subject of the number.

    True for "monthly users reached 1.2 billion" and "its population is 3 million", not for "what farmers get fell to
    3 billion", "payments to farmers rose to 4 billion".
    """
    words, classes = analysis.tokens.words, word_classes(houses)
    first, _ = analysis.sentences[analysis.sentence_of(figure.first)]
    verbs, stop = classes["goes-on"] | classes["amounts-to"], figure.first
    while stop > max(first, figure.first - VERB_REACH) and words[stop - 1] in verbs:
        stop -= 1
    if stop == figure.first:
        return False
    if words[stop] in classes["counts-itself"]:
        return True
    subject = _last_phrase(words[max(first, stop - SUBJECT_REACH) : stop], houses)
    counts = any(a in classes["count-noun"] and b in classes["of"] for a, b in pairwise(subject))
    if not subject or counts or subject[-1] in classes["count-noun"]:
        return bool(subject)
    plain = (
        frozenset(tables(houses).words["preposition"])
        | classes["change-to"]
        | classes["of"]
        | classes["relative-subject"]
    )
    return _is_people(subject[-1], houses) and plain.isdisjoint(subject)


def plural_told(analysis: Analysis, figure: QuantityMention, first: int, houses: Houses = ()) -> int | None:
    """ "Cancelled flights rose to 340": the plural whose number a bare one behind its verb is, or None.

    None for "temperatures reached 34", "the Lions reached 12", and for people of whom it is told how far they came.
    """
    words, classes, stop = analysis.tokens.words, word_classes(houses), figure.first
    small, moves = classes["numbers-beside"], classes["numbers"]
    while stop > max(first, figure.first - VERB_REACH) and words[stop - 1] in small | moves:
        stop -= 1
    run, ends_in = words[stop : figure.first], moves | classes["change-to"] | {"at"}
    if moves.isdisjoint(run) or run[-1] not in ends_in or not classes["passive-auxiliary"].isdisjoint(run):
        return None
    if not classes["taken-up-noun"].isdisjoint(run[:-1]):
        return None  # "two deaths raise the total to 104"
    subject = _last_phrase(words[max(first, stop - SUBJECT_REACH) : stop], houses)
    opens = stop - len(subject)
    if opens > first and words[opens - 1] in classes["since"]:
        return None  # "the number of people killed since the riots began has reached 52"
    ends = next((i for i in range(opens + 1, stop) if words[i] in classes["label-link"]), stop)
    at = next((i for i in range(ends - 1, opens - 1, -1) if is_plural(words[i], tables(houses))), None)
    if at is None or words[at] in classes["plural-level"] or not classes["taken-up-noun"].isdisjoint(words[opens:stop]):
        return None
    named = words[at - 1] in classes["definite"] and analysis.tokens.raw(at)[0].isupper()
    return None if named or not classes["definite"].isdisjoint(words[at + 1 : stop]) else at


def _last_phrase(words: Sequence[str], houses: Houses) -> Sequence[str]:
    """The tokens behind the last stop, comma or conjunction."""
    breaks = word_classes(houses)["coordination"] | word_classes(houses)["clause-break"]
    opens = [i for i, w in enumerate(words) if w in breaks or not (w[0].isalnum() or w[0] in POSSESSIVE)]
    return words[opens[-1] + 1 :] if opens else words


def _is_people(word: str, houses: Houses) -> bool:
    return word in tables(houses).nouns["person"] and is_plural(word, tables(houses))
