"""Events that a sentence names only to say what came before: "the blast came a week after a bomb killed 12 in Kesh"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reconcile.claims.happenings.stretches import is_event
from reconcile.claims.happenings.told import told_in
from reconcile.claims.tables import EVENT_KINDS
from reconcile.language.analysis import Analysis
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses, phrase_table
from reconcile.model.change import evolve
from reconcile.model.claim import Claim, Kind, Status
from reconcile.model.text import Part

EARLIER = "earlier"  # key of the frame of such an event
_CLAUSE = 40  # tokens between the event that is named first and the figure
_NOUN = 3  # tokens of an event's name
_SPELL = 4  # tokens between "came" and "after": "barely ten days", "less than a week"


def with_earlier_events(claims: Sequence[Claim], parts: Mapping[Part, Analysis], houses: Houses = ()) -> list[Claim]:
    """The claims of one article; figures of an event that came before, and that no day tells apart, are background."""
    return [_framed(c) if _is_main(c) and _is_earlier(c, parts[c.mention.span.part], houses) else c for c in claims]


def _is_main(claim: Claim) -> bool:
    incident = claim.frame.incident
    return claim.kind is Kind.FIGURE and claim.frame.main and (incident is None or incident.day is None)


def _framed(claim: Claim) -> Claim:
    status = Status.BACKGROUND if claim.status is Status.STATED else claim.status
    return evolve(claim, frame=evolve(claim.frame, key=EARLIER, main=False, days=None), status=status)


def _is_earlier(claim: Claim, analysis: Analysis, houses: Houses) -> bool:
    """True for a figure behind "after": the subject is an event, and what came before it has not been named.

    "The arrest came a week after a bomb killed 12" and "… after the bomb killed 12" tell of the story's own dead.
    """
    tokens, words, classes = analysis.tokens, analysis.tokens.words, word_classes(houses)
    figure = tokens.at(claim.mention.span.start)
    start = max(analysis.sentences[analysis.sentence_of(figure)][0], figure - _CLAUSE)
    unnamed = classes["indefinite"] | classes["remainder"]
    for after in tokens.where(classes["after"], start, figure):
        if unnamed.isdisjoint(words[after + 1 : after + 2]) or words[after - 1] not in classes["spell-of-time"]:
            continue
        for came in range(after - 2, max(start, after - 2 - _SPELL), -1):
            aside = words[came] == "," and "," not in words[after:figure]
            if (aside or words[came] in classes["came-about"]) and _names_event(analysis, came, start, houses):
                return True
    return False


def _names_event(analysis: Analysis, stop: int, start: int, houses: Houses) -> bool:
    """True where an event is named right before a token, or before ", which" there."""
    words = analysis.tokens.words
    if words[stop - 1] in word_classes(houses)["which"]:
        stop -= 2 if words[stop - 2] == "," else 1
    named = told_in(analysis.tokens, houses).named((max(start, stop - _NOUN), stop))
    kind = phrase_table(EVENT_KINDS, houses).before(analysis.tokens, stop, start)
    return kind is not None or any(m.end == stop and is_event(m, houses) for m in named)
