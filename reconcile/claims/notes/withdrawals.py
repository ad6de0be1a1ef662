"""What a note's figures answer: a withdrawn figure and its replacement answer one question, told by either."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from reconcile.claims.measuring.measure_table import kinships, known_measures
from reconcile.claims.notes.note import Note
from reconcile.language.dimensions import dimension_of, is_money
from reconcile.language.quantity_values import PERSON
from reconcile.model.change import evolve
from reconcile.model.claim import Claim, Kind, Scope, Status


def apply_note(note: Note, made: dict[int, Claim]) -> None:
    """Mark a note's withdrawn figures in `made` (claims by quantity index) and tie each to its replacement."""
    withdrawn = [made[i] for i in note.withdrawn if i in made]
    if not withdrawn:
        return
    note_id = withdrawn[0].id
    for index in note.withdrawn:
        if index in made:
            made[index] = evolve(made[index], status=Status.WITHDRAWN, note=note_id, own_slip=note.own)
    given = note.replacements if note.own else _of_one_question(note, made)
    fitting = [i for i in given if i in made and any(_may_replace(made[i], w) for w in withdrawn)]
    replacements = [i for i in fitting if note.own or not any(asks_else(made[i], w) for w in withdrawn)]
    for index, olds in _tied(withdrawn, {i: made[i] for i in replacements}).items():
        made[index] = evolve(made[index], replaces=tuple(w.id for w in olds), note=note_id)


def _of_one_question(note: Note, made: Mapping[int, Claim]) -> Sequence[int]:
    """ "63 died. The ministry withdrew its figure of 48. Twelve are in hospital": the 48 is held against the 63."""
    old = min(note.withdrawn)
    before = made.get(max((i for i in made if i < old), default=old))
    if before is None or not _says_own(before) or old not in made or _says_own(made[old]):
        return note.replacements
    other = (i for i in note.replacements if i in made and i > old)
    apart = {i for i in other if made[i].measure in known_measures() and not _of_one_measure(made[i], before)}
    return [i for i in note.replacements if i not in apart]


def _says_own(claim: Claim) -> bool:
    """True where the figure's own words tell what it measures."""
    return claim.measure not in ("", claim.quantity.unit)


def _may_replace(new: Claim, old: Claim) -> bool:
    """True for figures of one kind, or where either is a bare number; "two digits" replace no weight."""
    units = [c.quantity.unit for c in (new, old)]
    if any(c.quantity.unit is None and c.quantity.counted is None for c in (new, old)):
        return True
    one, two = ("" if u in (None, PERSON) else dimension_of(u) for u in units)
    wrong_sign = all(u is not None and is_money(u) for u in units) and new.quantity.value == old.quantity.value
    return one == two or wrong_sign  # "It is $475m", and not €475m


def _counts_else(new: Claim, old: Claim) -> bool:
    """ "We spoke of 39 dead, added up from two messages. Correct is 19": the messages are not the dead."""
    things = [c.quantity.unit or c.quantity.head for c in (new, old)]
    if all(is_money(thing) for thing in things):
        return False
    return None not in things and things[0] != things[1] and not _of_one_measure(new, old)


def asks_else(new: Claim, old: Claim) -> bool:
    """ "It withdrew the figure of 58 dead. Twelve are in hospital": both tell what they measure, and not the same."""
    return {new.measure, old.measure} <= known_measures() and not _of_one_measure(new, old)


def _of_one_measure(one: Claim, other: Claim) -> bool:
    return one.measure == other.measure or frozenset((one.measure, other.measure)) in kinships()


def _tied(withdrawn: Sequence[Claim], replacements: Mapping[int, Claim]) -> dict[int, list[Claim]]:
    """By replacement, the withdrawn figures of its measure and of the same people, else of its measure; else one each
    in order; else the nearest of them.
    """
    alike = {i: [w for w in withdrawn if _of_the_same(w, c)] for i, c in replacements.items()}
    if len(replacements) > 1 and all(alike.values()):
        return alike
    tied = {i: [w for w in withdrawn if w.measure == c.measure and c.measure] for i, c in replacements.items()}
    if any(tied.values()):
        return tied
    if len(withdrawn) == len(replacements):
        return {i: [w] for i, w in zip(replacements, withdrawn, strict=True)}
    if len(withdrawn) == 1 and replacements:
        at = withdrawn[0].mention.span.start
        gaps = {i: c.mention.span.start - at for i, c in replacements.items()}
        other = {i for i, c in replacements.items() if _counts_else(c, withdrawn[0])}
        nearest = min(gaps, key=lambda i: (i in other, gaps[i] < 0, abs(gaps[i])))  # the first behind, else the last
        tied[nearest] = list(withdrawn)
    return tied


def _of_the_same(old: Claim, new: Claim) -> bool:
    """True for "63 people" and "32 people", for "40 of them children" and "17 of them children"."""
    whom = (old.population, old.scope) == (new.population, new.scope)
    return whom and bool(old.measure) and not asks_else(new, old)


def share_questions(claims: Sequence[Claim]) -> list[Claim]:
    """The claims; each withdrawn figure and its replacement take one measure, population, scope, period and frame.

    The replacement tells them, else an equal figure elsewhere in its article, else the withdrawn figure.
    """
    by_id = {c.id: c for c in claims if c.kind is Kind.FIGURE}
    pairs = [(new, by_id[old]) for new in by_id.values() for old in new.replaces if old in by_id]
    if not pairs:
        return list(claims)
    changed: dict[str, Claim] = {}
    equal = _telling(by_id.values())
    for new, old in pairs:
        source = _of_one_event(_source(new, old, equal), new, old)
        changed[new.id] = asked_like(changed.get(new.id, new), source)
        changed[old.id] = asked_like(old, source)
    return [changed.get(c.id, c) for c in claims]


def _of_one_event(source: Claim, new: Claim, old: Claim) -> Claim:
    """ "We wrote that the flood of 2012 killed 13. It killed 11": what names no day of its own is of that flood too."""
    if old.frame.main or not new.frame.main or new.frame.days is not None:
        return source
    return evolve(source, id="", frame=old.frame)


def _telling(figures: Iterable[Claim]) -> dict[tuple[str, Decimal], list[Claim]]:
    """Figures outside of notes that tell what they measure, by article and value."""
    found: dict[tuple[str, Decimal], list[Claim]] = defaultdict(list)
    for claim in figures:
        if claim.note is None and claim.measure:
            found[claim.mention.span.article, claim.quantity.value].append(claim)
    return found


def _source(new: Claim, old: Claim, equal: Mapping[tuple[str, Decimal], Sequence[Claim]]) -> Claim:
    if new.measure in known_measures():
        return _of_same_people(new, old)
    alike = equal.get((new.mention.span.article, new.quantity.value), ())
    unit = new.quantity.unit or old.quantity.unit  # "We wrote that four children died. There were two": no two km
    same = [c for c in alike if unit is None or c.quantity.unit in (None, unit)]
    same = [c for c in same if not asks_else(c, old) and new.quantity.head in (None, c.quantity.head)]
    known = [c for c in (*same, old) if c.measure in known_measures()]
    return (known or same or [c for c in (new, old) if c.measure] or [new])[0]


def _of_same_people(new: Claim, old: Claim) -> Claim:
    """ "We said that 21 babies had died. Two died": a bare number counts whom the withdrawn one counted."""
    bare = new.quantity.counted is None and not new.population and new.scope is Scope.WHOLE
    if not bare or not old.population or new.measure != old.measure:
        return new
    return evolve(new, id="", population=old.population, scope=old.scope)


def asked_like(claim: Claim, source: Claim) -> Claim:
    """The claim as an answer to the question that `source` answers."""
    if claim.id == source.id:
        return claim
    quantity = claim.quantity
    if quantity.unit is None:
        quantity = evolve(quantity, unit=source.quantity.unit)
    past = claim.status is Status.STATED and not source.frame.main
    return evolve(
        claim,
        status=Status.BACKGROUND if past else claim.status,
        value=quantity,
        measure=source.measure,
        holder=source.holder or claim.holder,
        population=source.population,
        scope=source.scope,
        period=source.period,
        where=source.where,
        nation=source.nation or claim.nation,
        frame=source.frame,
    )
