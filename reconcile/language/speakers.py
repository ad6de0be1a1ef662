"""Who speaks: the noun phrase before or after a verb of saying, and the class of source it belongs to."""

from __future__ import annotations

from reconcile.language.cast import Cast, Speaker, Verb, VerbKind
from reconcile.language.identity import GENERIC, SPOKESPERSON, class_of, identified, with_role
from reconcile.language.phrases import Match

_CLAUSE_ENDS = frozenset('.,;:()"!?—–')
_WINDOW = 12  # tokens of one speaker's noun phrase
_APPOSITION = 40  # tokens between a speaker and the verb: "Marta Kovac, a nurse who ..., said"
_OF_REACH = 5  # tokens of "of the old town" between a speaker and the verb
_SMALL = 8  # small words between a speaker and the verb


def speaker_before(cast: Cast, end: int, floor: int) -> Speaker | None:
    """Who is the subject of a verb at token `end`, in a sentence that begins at `floor`."""
    words = cast.tokens.words
    end = _before_small_words(cast, end, floor)
    if end <= floor:
        return None
    if words[end - 1] in ",)":
        return _before_apposition(cast, end - 1, floor)
    return _phrase_ending(cast, end, floor) or _before_relative(cast, end, floor) or _before_of(cast, end, floor)


def _before_of(cast: Cast, end: int, floor: int) -> Speaker | None:
    """The mayor of "the mayor of the town said", where nothing stands before it in its clause."""
    words = cast.tokens.words
    for at in range(end - 1, max(floor, end - _OF_REACH), -1):
        if not words[at].isalpha():
            return None
        role = cast.roles.before(cast.tokens, at, floor) if words[at] in cast.verbs["of-what"] else None
        if role is not None:
            first = _leftmost(cast, role.start, floor)
            opens = first == floor or words[first - 1] in _CLAUSE_ENDS
            return identified(cast, first, role.end) if opens else None
    return None


def _in_relative(cast: Cast, at: int, floor: int) -> bool:
    """ "Those who organised it": the pronoun before the verb is what a clause of its own speaks of."""
    relatives = (cast.verbs["relative"].at(cast.tokens, i, at) for i in range(max(floor, at - _OBJECT), at - 1))
    return any(r is not None and r.end < at for r in relatives)


def _before_relative(cast: Cast, end: int, floor: int) -> Speaker | None:
    """The officer of "an officer who asked not to be named told", the doctor of "a doctor reached by phone said"."""
    for at in range(end - 1, max(floor, end - _WINDOW), -1):
        if cast.tokens.words[at] in _CLAUSE_ENDS:
            return None
        if cast.verbs["relative"].at(cast.tokens, at, end) is not None:
            return _phrase_ending(cast, at, floor)
    return None


def _before_small_words(cast: Cast, end: int, floor: int) -> int:
    """Where the words between speaker and verb begin: "police *at 7.30 on Monday later* said"."""
    words = cast.tokens.words
    for _ in range(_SMALL):
        if end in cast.ending:
            break
        small = cast.verbs["between"].before(cast.tokens, end, floor)
        if small is not None:
            end = small.start
        elif end - 1 > floor and (words[end - 1].isdigit() or (words[end - 1] in ".:" and cast.tokens.glued(end - 1))):
            end -= 1
        else:
            break
    return end


def _before_apposition(cast: Cast, comma: int, floor: int) -> Speaker | None:
    """The speaker before "…, a nurse who saw it," where the second comma stands at `comma`."""
    words = cast.tokens.words
    for at in range(comma - 1, max(floor, comma - _APPOSITION), -1):
        if words[at] in '";':
            break
        if words[at] in ",(" and _describes(cast, at + 1):
            found = _phrase_ending(cast, at, floor)
            if found is not None and not found.pronoun:
                return _named_behind(cast, found, at + 1, comma) or _with_description(cast, found, at + 1, comma)
    name = cast.ending.get(comma)
    return _phrase_ending(cast, comma, floor) if name is not None and name.category == "person" else None


def _named_behind(cast: Cast, speaker: Speaker, first: int, last: int) -> Speaker | None:
    """An office with the name that stands between commas behind it: "an analyst at Dorn Capital, Rudi Hale,"."""
    name = cast.starting.get(first)
    if speaker.surname or name is None or name.category != "person" or name.last != last:
        return None
    return identified(cast, speaker.first, last)


def _with_description(cast: Cast, speaker: Speaker, first: int, last: int) -> Speaker:
    """The speaker with the class that tokens `[first, last)` give: "Ana Ruiz, a spokeswoman for the union,"."""
    if speaker.role is not None or not speaker.surname:
        return speaker
    relative = (i for i in range(first, last) if cast.verbs["relative"].at(cast.tokens, i, last) is not None)
    best = class_of(cast, first, min(next(relative, last), first + _WINDOW))
    return with_role(speaker, best.id, best.body and best.id not in GENERIC) if best else speaker


def _describes(cast: Cast, at: int) -> bool:
    """True where the words from token `at` on describe a person named before them: an age, an office, "who"."""
    word = cast.tokens.words[at]
    if word.isdigit() or word in cast.verbs["determiner"] or word in cast.verbs["describing"]:
        return True
    return at in cast.starting or any(t.at(cast.tokens, at) for t in (cast.table.titles, cast.roles))


def _phrase_ending(cast: Cast, end: int, floor: int) -> Speaker | None:
    """The noun phrase that ends just before token `end`, where it is one that can speak."""
    words = cast.tokens.words
    pronoun = cast.verbs["pronoun"].before(cast.tokens, end, floor)
    if pronoun is not None:
        if _in_relative(cast, pronoun.start, floor):
            return None
        return Speaker(pronoun.start, end, words[end - 1], None, pronoun=True)
    name = cast.ending.get(end)
    role = cast.roles.before(cast.tokens, end, floor)
    if name is not None and name.first >= floor and name.category != "demonym":
        first = name.first
    elif role is not None:
        first = role.start
    else:
        return None
    first = _leftmost(cast, first, floor)
    linked = _linked(cast, first, floor)
    if linked is None and first > floor and words[first - 1] in cast.verbs["linking"]:
        return None
    return identified(cast, linked if linked is not None else first, end)


def _linked(cast: Cast, first: int, floor: int) -> int | None:
    """Where "a spokesman for" begins before "the ministry"; None where no such words stand there."""
    link = cast.verbs["linking"].before(cast.tokens, first, floor)
    if link is None:
        return None
    name = cast.ending.get(link.start)
    if name is not None and name.category == "person" and name.first >= floor:
        return _leftmost(cast, name.first, floor)  # "Ana Ruiz of the coast guard"
    for end in (link.start, link.start - 1):  # "analysts polled by"
        role = cast.roles.before(cast.tokens, end, floor)
        if role is not None:
            return _leftmost(cast, role.start, floor)
    return None


def _leftmost(cast: Cast, first: int, floor: int) -> int:
    """First token of the noun phrase whose head begins at `first`: modifiers, titles and article included."""
    words = cast.tokens.words
    for _ in range(5):
        if first <= floor:
            break
        before = first - 1
        word = words[before]
        name = cast.ending.get(first)
        title = cast.table.titles.before(cast.tokens, first, floor)
        if name is not None and name.first >= floor:
            first = name.first
        elif title is not None:
            first = title.start
        elif word in cast.verbs["determiner"]:
            return before
        elif _modifies(cast, before):
            first = before
        else:
            break
    return first


_OBJECT = 3  # tokens of "who had organised" before its object
_NO_MODIFIERS: tuple[VerbKind, ...] = ("between", "linking", "say", "passive", "pronoun", "as")


def _modifies(cast: Cast, at: int) -> bool:
    """True for a word that may stand before the head of a noun phrase: an adjective, a possessive, a noun."""
    word = cast.tokens.words[at]
    if word in ("'s", "'") or word in cast.verbs["modifier"] or (word == "-" and cast.tokens.glued(at)):
        return True
    if not word.isalpha() or word in cast.table.cues["opener"] or word in cast.table.cues["never"]:
        return False
    return not any(word in cast.verbs[kind] for kind in _NO_MODIFIERS)


def speaker_after(cast: Cast, start: int, stop: int, *, anyone: bool = False) -> Speaker | None:
    """Who is named from token `start` on, before the clause ends; with `anyone` also a phrase of unknown kind."""
    words, last = cast.tokens.words, None
    for kind in ("again", "pronoun"):
        stand_in = cast.verbs[kind].at(cast.tokens, start, stop)
        if stand_in is not None and not _modified(cast, stand_in):
            return Speaker(start, stand_in.end, words[stand_in.end - 1], None, pronoun=True)
    at, limit = start, min(stop, start + _WINDOW)
    while at < limit and words[at] not in _CLAUSE_ENDS:
        name = cast.starting.get(at)
        role = cast.roles.at(cast.tokens, at, stop)
        if name is not None and name.category != "demonym" and name.last <= stop:
            last = at = max(name.last, role.end if role else 0)
        elif role is not None:
            last = at = role.end
        elif not (_carries_on(cast, at) if last is not None else _begins(cast, at, anyone)):
            break
        else:
            at += 1
    if last is None:
        return _unknown(cast, start, at) if anyone else None
    if at + 1 < stop and words[at] == "," and (name := cast.starting.get(at + 1)) and name.category == "person":
        last = min(name.last, stop)
    return identified(cast, start, last)


def _modified(cast: Cast, pronoun: Match[Verb]) -> bool:
    """True for a possessive: "her lawyer" is not "her"."""
    return (
        pronoun.end < len(cast.tokens)
        and cast.tokens.words[pronoun.start] in cast.verbs["determiner"]
        and (_modifies(cast, pronoun.end) and pronoun.entry.kind == "pronoun")
    )


def _begins(cast: Cast, at: int, anyone: bool) -> bool:
    """True for words a noun phrase may have before its head; `anyone`: also "the count of" before "the stewards"."""
    if anyone and cast.tokens.words[at] in cast.verbs["linking"]:
        return True
    return cast.tokens.words[at] in cast.verbs["determiner"] or _modifies(cast, at) or at in cast.starting


def _carries_on(cast: Cast, at: int) -> bool:
    """True for small words inside a noun phrase: "police in the capital", "the council's own lawyers"."""
    word = cast.tokens.words[at]
    return word in ("'s", "'") or word in cast.verbs["linking"] or word in cast.verbs["determiner"] or word == "and"


def _unknown(cast: Cast, start: int, end: int) -> Speaker | None:
    """A source of no known class, where an article shows that it is a thing and no plan or law."""
    words = cast.tokens.words
    if not 2 <= end - start <= 7 or words[start] not in cast.verbs["determiner"]:
        return None
    if end < len(words) and words[end] not in _CLAUSE_ENDS:
        return None
    return Speaker(start, end, words[end - 1], None)


def counted_by(cast: Cast, link: int, stop: int, floor: int, before: VerbKind) -> Speaker | None:
    """The police of "the 22,000 of the police", where "of the" stands at token `link` and `before` tells what leads."""
    words = cast.tokens.words
    number = link - 1
    while number > floor and (words[number].isdigit() or words[number] in ".,") and cast.tokens.glued(number - 1):
        number -= 1
    if number <= floor or not words[number].isdigit() or words[number - 1] not in cast.verbs[before]:
        return None
    role = cast.roles.at(cast.tokens, link + 2, stop)
    return Speaker(link + 2, role.end, role.entry.id, role.entry.id) if role and role.entry.body else None


def titled_roles(cast: Cast) -> dict[str, str]:
    """The class of every person the text gives a title, by surname: "Sheriff Tom Reddick"."""
    found: dict[str, str] = {}
    for name in cast.starting.values():
        if name.category == "person" and name.titled:
            speaker = identified(cast, _leftmost(cast, name.first, 0), name.last)
            if speaker.role and speaker.role != SPOKESPERSON:
                # "NATO chief" says less than "Secretary General", wherever it stands.
                if found.get(speaker.surname) in GENERIC:
                    del found[speaker.surname]
                found.setdefault(speaker.surname, speaker.role)
    return found
