"""Figures of an event named beside the story's own: "the Woolsey Fire" in a story of the Camp Fire, "Storm Ylva"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from reconcile.claims.happenings.several import knowing, over_time
from reconcile.claims.tables import EVENT_KINDS
from reconcile.language.analysis import Analysis
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses, phrase_table
from reconcile.language.quantity_values import PERSON
from reconcile.language.tokens import Tokens
from reconcile.model.change import evolve
from reconcile.model.claim import Claim, Incident, Status
from reconcile.model.text import Part

_REACH = 9  # tokens between a figure and the name of its event
_PLURAL_REACH = 8  # tokens behind a figure in which "the fires" may stand that it adds up
_NAMED_KINDS = frozenset({"fire", "storm"})  # which get names of their own
_ENDS = frozenset(",.;:()")


@frozen
class _Named:
    """Where a text names an event, and its name."""

    first: int
    last: int
    name: str


def with_named_events(claims: Sequence[Claim], parts: Mapping[Part, Analysis], houses: Houses) -> list[Claim]:
    """The claims of one article, in order; those of an event with another name than the story's own are background.

    The story's own is the event that its body names first. What such a text counts of fires or storms in the plural is
    a sum over several.
    """
    body = parts.get("body")
    named = list(_named_events(body.tokens, houses)) if body else []
    if body is None or len({n.name for n in named}) < 2:
        return list(claims)
    own = named[0].name
    return [_settled(c, body, named, own, houses) if c.mention.span.part == "body" else c for c in claims]


def _settled(claim: Claim, body: Analysis, named: Sequence[_Named], own: str, houses: Houses) -> Claim:
    if not claim.frame.main or claim.status not in (Status.STATED, Status.BACKGROUND):
        return claim
    at = body.tokens.at(claim.mention.span.start)
    last = body.tokens.at(claim.mention.span.end - 1) + 1
    if claim.quantity.unit == PERSON and _adds_up(body, last, houses):
        return over_time(claim)
    name = _name_of(body, (at, last), named)
    if name in (None, own):
        return claim
    away = evolve(claim, status=Status.BACKGROUND, frame=evolve(claim.frame, key=name, main=False))
    return knowing(away, Incident())


def _name_of(body: Analysis, figure: tuple[int, int], named: Sequence[_Named]) -> str | None:
    """The name that stands behind the figure in its clause, else the one nearest before it in its sentence."""
    first, last = body.sentences[body.sentence_of(figure[0])]
    inside = [n for n in named if first <= n.first < last]
    words = body.tokens.words
    for n in inside:
        near = 0 <= n.first - figure[1] <= _REACH
        if near and _ENDS.isdisjoint(words[figure[1] : n.first]):
            return n.name
    before = [n for n in inside if n.last <= figure[0] and _ENDS.isdisjoint(words[n.last : figure[0]])]
    return before[-1].name if before else None


def _adds_up(body: Analysis, start: int, houses: Houses) -> bool:
    """ "74 deaths from wildfires across the state", in a text that names two of them."""
    stop = min(body.sentences[body.sentence_of(start - 1)][1], start + _PLURAL_REACH)
    words = body.tokens.words[start:stop]
    end = next((i for i, word in enumerate(words) if word in _ENDS), len(words))
    return not word_classes(houses)["like-events"].isdisjoint(words[:end])


def _named_events(tokens: Tokens, houses: Houses) -> Iterator[_Named]:
    """ "The Camp Fire", "Hurricane Otto", but not "Cal Fire said" and "the Deputy Fire Chief"."""
    articles = word_classes(houses)["article"]
    for match in phrase_table(EVENT_KINDS, houses).find(tokens):
        at = match.start
        if match.entry.id not in _NAMED_KINDS or match.end - at > 1 or not _is_name(tokens, at):
            continue
        after = at + 1 < len(tokens) and _is_name(tokens, at + 1)
        first = at
        while first > 0 and _is_name(tokens, first - 1) and tokens.words[first - 1] not in articles:
            first -= 1
        led = first > 0 and (tokens.words[first - 1] in articles or tokens.words[first - 1] == "'s")
        if first < at and led and not after:
            yield _Named(first, at + 1, " ".join(tokens.words[first : at + 1]))
        elif first == at and after and match.entry.id == "storm":
            yield _Named(at, at + 2, " ".join(tokens.words[at : at + 2]))


def _is_name(tokens: Tokens, i: int) -> bool:
    raw = tokens.raw(i)
    return raw[0].isupper() and raw[1:].islower()
