"""On which day the sudden event happened that a figure tells of: this attack, or the one four days before it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from reconcile.claims.happenings.days_of_events import Days, Spot, days_told, told_sentences
from reconcile.claims.happenings.frames import LEAD_TOKENS, RUN_OF_EVENTS, is_day
from reconcile.claims.happenings.happening_table import sudden_kinds
from reconcile.claims.happenings.happenings import story_kinds
from reconcile.claims.happenings.ordered import ordered_days
from reconcile.claims.happenings.several import adds_up, knowing, over_days, over_time, told_apart
from reconcile.claims.happenings.sited import Where, places_told, sites_of
from reconcile.claims.happenings.stretches import (
    HARM,
    Stretch,
    Words,
    is_event,
    is_of_text,
    opens_with_pronoun,
)
from reconcile.claims.happenings.told import told_in
from reconcile.claims.measuring.measure_table import said_of_people
from reconcile.claims.people.periods import SEVERAL
from reconcile.language.analysis import Analysis
from reconcile.language.calendar import one_day, shift_days
from reconcile.language.dimensions import dimension_of
from reconcile.language.grammar import stands_between, word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.quantity_values import PERSON
from reconcile.model.change import evolve
from reconcile.model.claim import Claim, Frame, Incident, Kind, Scope
from reconcile.model.text import PARTS, Article, Part
from reconcile.model.when import DayRange, Granularity

MASS = "mass"
_OPENING = 3  # tokens of a sentence before "in 2024" at its head


def with_incidents(
    claims: Sequence[Claim], article: Article, parts: Mapping[Part, Analysis], main: Frame, houses: Houses = ()
) -> list[Claim]:
    """The claims of one article; counts of people in its own story know the day of the event they tell of.

    That is the day which the figure's own stretch of its sentence ties to a sudden event ("a blast on Friday killed
    17", "four days after a bomb killed 18"), or the sentence before it in its paragraph, else the day of the story's
    own event, as headline or lead first tell it.
    """
    if not any(map(_of_people, claims)):
        return list(claims)
    sudden = _is_sudden(main, parts, houses)
    days = days_told(parts, houses) if sudden else Days()
    story = Incident(_story_day(parts, days, houses), days.all(), written=article.published_day)
    spots = {c.id: _spot(c, parts) for c in claims if _of_people(c)}
    if _is_doubtful(claims, spots, days, story):
        story = evolve(story, day=None)
    told = {c.id: _incident(story, days.of(*spots[c.id])) for c in claims if c.id in spots}
    if sudden:
        sites = sites_of(told_sentences(parts, days, houses), story.day, days.several)
        where = _places_told(spots, parts, days, houses)
        told = {i: sites.placed(incident, story, days.own(*spots[i]), where[i]) for i, incident in told.items()}
        told |= {i: evolve(story, day=day) for i, day in _in_order(spots, parts, days, houses).items()}
    if story.written:
        known = story.told.union(i.day for i in told.values() if i.day)
        told = {i: evolve(incident, told=known) for i, incident in told.items()}
    placed = [knowing(c, told[c.id]) if c.id in told else c for c in claims]
    together = {spot for spot in dict(spots.values()) if _of_several(spot, parts, days, houses)}
    placed = [over_time(c) if c.id in spots and spots[c.id][0] in together else c for c in placed]
    if sudden:
        long = {c.id: _long_period(c, parts, article, houses) for c in placed if c.id in spots}
        placed = [over_time(c, long[c.id]) if long.get(c.id) else c for c in placed]
    return told_apart(placed) if any(i.day or i.scenes for i in told.values()) else placed


def _places_told(
    spots: Mapping[str, tuple[Spot, int]], parts: Mapping[Part, Analysis], days: Days, houses: Houses
) -> dict[str, Where]:
    """Where the event of each figure happened, as its own sentence, or its own stretch of that, tells."""
    figures: dict[tuple[Part, tuple[int, int]], list[tuple[int, str]]] = defaultdict(list)
    for claim, (spot, token) in spots.items():
        part, at = spot
        stretch = days.own(spot, token)
        span = (stretch.first, stretch.last) if stretch else parts[part].sentences[at]
        figures[part, span].append((token, claim))
    found: dict[str, Where] = {}
    for (part, span), own in figures.items():
        tokens = sorted({token for token, _ in own})
        where = dict(zip(tokens, places_told(Words(parts[part], part, span, houses), tokens), strict=True))
        found.update((claim, where[token]) for token, claim in own)
    return found


def _in_order(
    spots: Mapping[str, tuple[Spot, int]], parts: Mapping[Part, Analysis], days: Days, houses: Houses
) -> dict[str, DayRange]:
    """The days of figures of which the sentence tells no day but the order of the event: "for the first attack"."""
    if len(days.sharp) != 2:
        return {}
    figures: dict[Spot, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for claim, (spot, token) in spots.items():
        if spot not in days.told:
            figures[spot][token].append(claim)
    found: dict[str, DayRange] = {}
    before: tuple[Spot, DayRange] | None = None
    for (part, at), own in sorted(figures.items()):
        words = Words(parts[part], part, parts[part].sentences[at], houses)
        told = ordered_days(words, sorted(own), days.sharp)
        if before is not None and before[0] == (part, at - 1) and opens_with_pronoun(words):
            told = dict.fromkeys(own, before[1]) | told  # "It wounded 118"
        before = ((part, at), told[max(told)]) if told else None
        found.update((claim, day) for token, day in told.items() for claim in own[token])
    return found


def _is_sudden(main: Frame, parts: Mapping[Part, Analysis], houses: Houses) -> bool:
    """True for a story of a sudden event, or of one that is not named and in which people come to harm."""
    if main.kind is not None:
        return main.kind in sudden_kinds(houses)
    told = set(story_kinds(parts, houses)) & sudden_kinds(houses)
    return bool(told) or any(a.tokens.holds(word_classes(houses)[HARM]) for a in parts.values())


def _incident(story: Incident, stretch: Stretch | None) -> Incident:
    """The event of which a stretch tells; that of the story where it tells of no other."""
    if stretch is None or not (stretch.day or stretch.other):
        return story
    day = stretch.day
    if day is None and stretch.back and story.day:
        day = one_day(shift_days(story.day.first, -stretch.back))
    if day is None and story.day:
        return evolve(story, day=None, others=story.others | {story.day})
    return evolve(story, day=day)


def _of_several(spot: Spot, parts: Mapping[Part, Analysis], days: Days, houses: Houses) -> bool:
    """ "The two attacks have killed 21": not where the article gives them one day, as to the bombs of one attack."""
    part, at = spot
    several = days.several
    loosely = several and spot not in days.told
    words = parts[part].tokens.words[slice(*parts[part].sentences[at])]
    if spot not in days.told and over_days(words, houses):
        return True
    return (several or not any(d.granularity is Granularity.DAY for d in days.all())) and adds_up(
        words, loosely, houses
    )


def _long_period(claim: Claim, parts: Mapping[Part, Analysis], article: Article, houses: Houses) -> str:
    """ "Since January 600 have died on this route", "so far in 2024, 150 have been shot": of which period a count is.

    So "29 died in the first nine months of the year" is of all of these.
    But "in 2024 a fire killed 12" counts one, and so does "the deadliest attack since March killed 30": a date
    that does not open the clause may be such.
    """
    (part, at), token = _spot(claim, parts)
    analysis = parts[part]
    first, last = analysis.sentences[at]
    first = max((i + 1 for i in range(first, token) if analysis.tokens.words[i] == ";"), default=first)
    if stands_between(analysis.tokens, first, last, word_classes(houses)["stretch-of-year"]):
        return SEVERAL
    opening = next(iter(analysis.between(analysis.dates, first, last)), None)
    published = article.published_day
    if opening is None or published is None or opening.first - first > _OPENING or token < opening.last:
        return ""
    days = opening.when.days
    if days is None:
        return ""
    if opening.when.open_end:
        return SEVERAL if opening.first - first <= 1 and published - days.first > RUN_OF_EVENTS else ""
    this_year = days.granularity is Granularity.YEAR and days.first <= published <= days.last
    named = told_in(analysis.tokens, houses).named((opening.last, token)) if this_year else ()
    return str(published.year) if this_year and not any(is_event(m, houses) for m in named) else ""


def _of_people(claim: Claim) -> bool:
    """Of people whom an event struck, also told by a bare number ("31 at the station"), and of the load that did."""
    if claim.kind is not Kind.FIGURE or not claim.frame.main:
        return False
    unit = claim.quantity.unit
    if unit is None and claim.quantity.head is None:
        return claim.measure in said_of_people()
    return unit == PERSON or (unit is not None and dimension_of(unit) == MASS)


def _spot(claim: Claim, parts: Mapping[Part, Analysis]) -> tuple[Spot, int]:
    """The sentence in which a claim stands, and its first token."""
    span = claim.mention.span
    analysis = parts[span.part]
    token = analysis.tokens.at(span.start)
    return (span.part, analysis.sentence_of(token)), token


def _story_day(parts: Mapping[Part, Analysis], days: Days, houses: Houses) -> DayRange | None:
    """The day that headline or lead tell first.

    None where a sentence before it tells of such an event and of a day, and does not say how they belong together.
    """
    for part, analysis in sorted(parts.items(), key=lambda p: PARTS.index(p[0])):
        stop = len(analysis.tokens) if part == "headline" else LEAD_TOKENS
        for at in dict.fromkeys(analysis.sentence_of(d.first) for d in analysis.dates if d.first < stop):
            own = next(iter(days.told.get((part, at), ())), None)
            if own is not None:
                if own.day and own.day.first == own.day.last:
                    return own.day
                continue
            if _leaves_open(Words(analysis, part, analysis.sentences[at], houses)):
                return None
    return None


def _leaves_open(sentence: Words) -> bool:
    if not any(is_day(d) and not is_of_text(sentence, d) for d in sentence.dates):
        return False
    found = told_in(sentence.analysis.tokens, sentence.houses).named(sentence.span)
    return any(m.entry.id in sudden_kinds(sentence.houses) for m in found)


def _is_doubtful(claims: Sequence[Claim], spots: Mapping[str, tuple[Spot, int]], days: Days, story: Incident) -> bool:
    """True where the day comes late, with another count than the story's own: it may be that of another event.

    "The toll has climbed to 13. Monday's bombing of a tea house killed seven."
    """
    told_at = [at for (part, at), found in days.told.items() if part == "body" and story.day in {s.day for s in found}]
    if not told_at or "headline" in {part for part, _ in days.told}:
        return False
    late = ("body", min(told_at))
    counts = [c for c in claims if c.id in spots and c.scope is Scope.WHOLE]
    first = {c.measure: c for c in reversed(counts)}
    dated = [c for c in counts if spots[c.id][0] == late and _tells(days.of(*spots[c.id]), story.day)]
    undated = {m for m, c in first.items() if spots[c.id][0][0] == "headline" or spots[c.id][0] < late}
    return any(
        c.measure in undated and not first[c.measure].quantity.possible.meets(c.quantity.possible) for c in dated
    )


def _tells(stretch: Stretch | None, day: DayRange | None) -> bool:
    return stretch is not None and stretch.day == day
