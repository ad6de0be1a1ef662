"""What a number counts: the noun phrase behind it."""

from __future__ import annotations

from attrs import frozen

from reconcile.language.quantity_tables import Tables
from reconcile.language.view import View
from reconcile.model.change import evolve

_LONGEST = 7  # tokens of a counted phrase
_SHARED = 9  # tokens in which a list of hyphened numbers must come to its noun
_SHORTEST = 3  # letters of a plural at least
_PEOPLE = 6  # letters of a word for the people of a place at least
_JOINED = 2  # words that together name one thing
_SHORT = 3  # words of a counted phrase whose head is not marked as a plural


@frozen(eq=False)
class Counted:
    """The noun phrase in tokens `[first, last)`, with its singular head; `person` where it counts people.

    For a state ("12 dead") phrase and head are empty: it says what became of people, not what is counted.
    """

    first: int
    last: int
    phrase: str = ""
    head: str = ""
    person: bool = False


def counted_after(view: View, at: int, plural: bool) -> Counted | None:
    """The counted phrase that begins at token `at`; `plural` says that its head must be a plural."""
    if at >= len(view.tokens) or view.opens_paragraph(at) or view.opens_label(at):
        return None
    if together := view.t.together.at(view.tokens, at):
        return _phrase(view, at, together.end)
    stop = _run(view, at)
    state = _state(view, at, plural)
    if stop == at or (state and stop == at + 1):
        return Counted(at, at + 1, person=True) if state else None
    head = _plural_head(view, at, stop) if plural else _single_head(view, at, stop)
    if head is None:
        return Counted(at, at + 1, person=True) if state else None
    return _phrase(view, at, head + 1)


def _state(view: View, at: int, plural: bool) -> bool:
    """True for what became of people: "12 dead", "four shot", "one fatally,"."""
    word, nouns = view.words[at], view.t.nouns
    if word in nouns["state adverb"]:
        return not view.word(at + 1)[:1].isalpha()
    return word in nouns["state"] or (plural and word in nouns["state of many"])


def _run(view: View, at: int) -> int:
    """Where the words that may belong to the phrase end."""
    words, tokens = view.words, view.tokens
    i, seen = at, False
    while i < len(words) and i - at < _LONGEST:
        word = words[i]
        if word == "-" and i > at and tokens.glued(i - 1) and tokens.glued(i):
            i += 1
        elif word.isdecimal():
            if not _model(view, i, at):
                break
            i += 1
        elif _belongs(view, i, at):
            seen = seen or _is_plural_at(view, i)
            i += 1
        elif view.says(i, "and") and i > at and not seen and _joins(view, i + 1, words[i - 1] in view.t.nouns["state"]):
            i += 1
        else:
            break
    return i - 1 if i > at and words[i - 1] == "-" else i


def _joins(view: View, at: int, state: bool) -> bool:
    """True for a word behind "and" that may go on the phrase: no hedge of the next figure.

    Behind what became of people only more of that does ("dead and wounded", not "eleven dead and hours later").
    """
    word = view.word(at)
    return word[:1].isalpha() and word not in view.t.before and (not state or word in view.t.nouns["state"])


def _belongs(view: View, i: int, at: int) -> bool:
    """True for a word inside the phrase: no word that ends it, no number, on the same line."""
    word, nouns = view.words[i], view.t.nouns
    if not word[0].isalpha() or (i > at and view.opens_line(i)):
        return False
    if (i > at and view.words[i - 1] == "-") or (view.word(i + 1) == "-" and view.tokens.glued(i)):
        return True
    if word in view.t.anchors:
        return False
    if word not in nouns["end"] or _model_letters(view, i):
        return True
    if i == at + 1 and view.words[at] in nouns["state adverb"]:  # "12 badly burned barges"
        return _is_plural_at(view, i + 1)
    return i == at and (word in nouns["state"] or (word in nouns["adjective"] and _is_plural_at(view, i + 1)))


def _model_letters(view: View, i: int) -> bool:
    """True for letters glued to the digits of a model's name ("25 A320 jets")."""
    return view.tokens.glued(i) and view.words[i + 1].isdecimal() and view.capital(i)


def _model(view: View, i: int, at: int) -> bool:
    """True where digits inside the phrase belong to a model's name ("45 Strv 122 tanks", "M142 launchers")."""
    follows = view.word(i + 1)
    if i == at or not follows[:1].isalpha() or follows in view.t.nouns["end"]:
        return False
    name = i - 2 if view.words[i - 1] == "-" else i - 1
    return name >= at and view.capital(name) and view.words[name].isalpha()


def _plural_head(view: View, at: int, stop: int) -> int | None:
    """The first plural of the run that does not merely describe the next one ("sports cars")."""
    for i in range(at, stop):
        word = view.words[i]
        if view.words[i - 1].isdecimal() and view.says(i, "ordinal") and view.tokens.glued(i - 1) and i > at:
            return i
        describes = word in view.t.nouns["describing"] and any(_is_plural_at(view, j) for j in range(i + 1, stop))
        describes = describes or _is_name_of(view, i, stop)
        joined = view.word(i + 1) == "-" and view.tokens.glued(i)
        if not joined and _is_plural_at(view, i) and not describes:
            return i
    return None


def _is_name_of(view: View, at: int, stop: int) -> bool:
    """True for the name in "31 Abrams tanks", "40 Reuters journalists": a capital before a plural in small letters.

    "Six HIMARS launchers" are six HIMARS.
    """
    if not view.capital(at) or view.tokens.raw(at).isupper() or view.heading(at) or at + 1 >= stop:
        return False
    return is_plural(view.words[at + 1], view.t) and not view.capital(at + 1)


def _single_head(view: View, at: int, stop: int) -> int | None:
    """The head of a phrase in the singular: a person, a plural after all, or the last of a few words."""
    words, endings = view.words, view.t.verb_endings
    stop = next((i for i in range(at, stop) if view.says(i, "and")), stop)
    for i in range(at, stop):
        if words[i] in view.t.nouns["person"]:
            return i
    if is_plural(words[at], view.t) or words[at] in view.t.nouns["adverb"]:
        return None
    for i in range(at + 1, stop):
        if words[i].endswith(endings) and not words[i].endswith(view.t.no_plurals):
            stop = i
            break
    return stop - 1 if at < stop <= at + _SHORT else None


def _is_plural_at(view: View, at: int) -> bool:
    return at < len(view.words) and (is_plural(view.words[at], view.t) or _initials(view, at))


def _initials(view: View, at: int) -> bool:
    """True for the plural of an abbreviation, whatever its letters are: "RBIs"."""
    raw = view.tokens.raw(at)
    return len(raw) > 2 and raw[:-1].isupper() and raw[-1] in view.t.plurals


def is_plural(word: str, t: Tables) -> bool:
    """True for what looks like a plural noun."""
    if word in t.singulars or word in t.nouns["plural"]:
        return True
    if word in t.nouns["not_head"] or len(word) < _SHORTEST:
        return False
    return word.endswith(t.plural_endings) and not word.endswith(t.no_plurals)


def singular(word: str, t: Tables) -> str:
    """The singular of a plural noun; other words as they are."""
    if word in t.singulars:
        return t.singulars[word]
    if word in t.nouns["plural"] or not is_plural(word, t):
        return word
    ending = next(e for e in t.plural_endings if word.endswith(e))
    return word.removesuffix(ending) + t.plurals[ending]


def _phrase(view: View, first: int, last: int) -> Counted:
    tokens, head = view.tokens, view.words[last - 1]
    text = " ".join(tokens.text[tokens.starts[first] : tokens.ends[last - 1]].lower().split())
    if tokens.words[last - 2].isdecimal() and last - 2 >= first:
        head = text.split()[-1]
    joined = view.t.singulars.get(" ".join(text.split()[-_JOINED:]))  # "unmanned vehicles" are drones
    one = joined or (head[:-1] if _initials(view, last - 1) else singular(head, view.t))
    return Counted(first, last, text, one, head in view.t.nouns["person"] or _of_a_place(view, last - 1))


def _of_a_place(view: View, at: int) -> bool:
    """True for a capital word that ends as the people of a place do, whether or not it is known: "Calverans"."""
    word = view.words[at]
    if len(word) < _PEOPLE or not word.endswith(view.t.people_endings) or view.says(at, "no people"):
        return False
    return view.capital(at) and not view.heading(at)


def one_word(view: View, at: int) -> Counted:
    """The single word at token `at` as what is counted ("nine-storey") or its state ("2,000-strong")."""
    if view.words[at] in view.t.nouns["state"]:
        return Counted(at, at + 1, person=True)
    return _phrase(view, at, at + 1)


def compound_after(view: View, at: int) -> int | None:
    """The token that a hyphen at token `at` joins to the number ("nine-storey"), or that a list of such shares.

    In "four-, five- and six-storey" all three share the storey.
    """
    words, compounds = view.words, view.t.nouns["compound"]
    if view.word(at) != "-" or not view.tokens.glued(at - 1):
        return None
    for i in range(at, min(at + _SHARED, len(words) - 1)):
        if words[i] == "-" and words[i + 1] in compounds and view.tokens.glued(i):
            return i + 1
        if i == at and words[i + 1] not in {","} and not view.says(i + 1, "and") and not view.says(i + 1, "or"):
            return None
    return None


def people(view: View, first: int, last: int) -> Counted:
    """The tokens as people that are counted ("two 20-year-olds")."""
    return evolve(_phrase(view, first, last), person=True)
