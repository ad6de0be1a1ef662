"""Nouns that read like verbs: what happened, and where something befell those who are counted."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.claims.measuring.clause import Clause, Cue
from reconcile.language.quantities import QuantityMention

COMPOUND = 3  # tokens of "cut-off", "in the train"
WHERE_REACH = 3  # tokens from "at" to what the place is called ("at Friday's march")


def is_compound_noun(clause: Clause, cue: Cue) -> bool:
    """ "Up to the cut-off there were 88": behind an article, a verb and its particle in one word are a noun.

    So is what describes a paper ("four a third weapon, an arrest report says"), or a mishap by its place: "the
    number of deaths in the train accident".
    """
    words, classes = clause.words, clause.classes
    behind = words[cue.end] if cue.end < clause.last else ""
    placed = cue.end - cue.start == COMPOUND and words[cue.start] in classes["label-link"]
    if behind in classes["papers"] or (placed and behind in classes["mishap"]):
        return True
    before = words[cue.start - 1] if cue.start > clause.first else ""
    articles = classes["definite"] | classes["indefinite"]
    return before in articles and "-" in words[cue.start : cue.end] and cue.end - cue.start == COMPOUND


def is_where(clause: Clause, cue: Cue, cues: Sequence[Cue], figure: QuantityMention) -> bool:
    """ "The number of those arrested at Friday's march rose to 52", "In the march 52 were hurt": where it befell
    them, not what they did. `cues` are all that tell of such figures."""
    if cue.end > figure.first:
        return False
    words, classes = clause.words, clause.classes
    reach = range(max(clause.first, cue.start - WHERE_REACH), cue.start + 1)
    inside = classes["inside-event"]
    at = next((i for i in reach if words[i] in classes["at-event"] or words[i] in inside), None)
    if at is None:
        return False
    articles = classes["definite"] | classes["indefinite"]
    a_noun = at + 2 == cue.start == cue.end - 1 and words[at + 1] in articles
    told = words[at] in inside and any(c.end <= at or c.start >= figure.last for c in cues)
    named = a_noun and (told or words[at] in classes["around-event"])
    # "after" may also begin what comes next: "held after searches at nine addresses"
    apart = cue.end < figure.first and (a_noun or words[at] in classes["at-event"])
    return named or (apart and any(c.start < at <= c.end <= at + 1 for c in cues))
