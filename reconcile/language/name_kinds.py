"""What a name names, by the tables and by the words around it."""

from __future__ import annotations

from attrs import frozen

from reconcile.language.capitals import Scene, is_organisation
from reconcile.language.gazetteer import Category, Gazetteer
from reconcile.language.tokens import Tokens

_PLACE = 2  # words of a place between a rank and its office
_DIGITS = 3  # a number of so many digits is no age


def is_shouted(scene: Scene, a: int, b: int) -> bool:
    """True for words in capitals among other words in capitals: emphasis, not a name."""
    tokens = scene.tokens
    if not all(tokens.raw(i).isupper() for i in range(a, b)):
        return False
    around = [i for i in (a - 1, b) if 0 <= i < len(tokens) and tokens.raw(i).isalpha()]
    return any(tokens.raw(i).isupper() and len(tokens.raw(i)) > 1 for i in around)


def category_of(scene: Scene, a: int, b: int, titled: bool) -> Category | None:
    """What the capitalised words `[a, b)` name; None where they are no name by themselves."""
    tokens, table = scene.tokens, scene.table
    listed = scene.known.get(a)
    whole = listed[1] if listed and listed[0] == b else None
    if whole and whole.category != "name" and not (titled and whole.category == "place" and b - a == 1):
        return whole.category
    ending = table.organisation_words.before(tokens, b, a)
    if b - a == 1 and ending:
        return None
    if titled:
        return "person"
    if is_organisation(scene, a, b):
        return "place" if ending is None and _is_place(scene, a, b) else "organisation"
    if b - a > 1 and table.cues["place-word"].before(tokens, b, a):
        return "place"
    if b - a > 1 and (tokens.words[a] in table.given or (tokens.words[a + 1] == "." and len(tokens.words[a]) == 1)):
        return "person"
    if _is_described(tokens, a, b, table):
        return "person"
    return "place" if _is_place(scene, a, b) else "name"


def _is_described(tokens: Tokens, a: int, b: int, table: Gazetteer) -> bool:
    """True where an age, an office or "who" beside the name shows that it is a person's."""
    if _aged_before(tokens, a, table) or _person_after(tokens, b, table):
        return True
    return age_after(tokens, b, table) is not None or office_after(tokens, b, table) is not None


@frozen
class Age:
    """An age in years as written, and the token after it."""

    years: str
    end: int


def age_after(tokens: Tokens, at: int, table: Gazetteer) -> Age | None:
    """The age that follows a name at token `at`: ", 58,", "(58)", ", aged 58", ", a 58-year-old teacher"."""
    words = tokens.words
    if at + 2 >= len(words) or words[at] not in ",(" or (words[at] == "," and tokens.glued(at)):
        return None
    first = at + 1
    led = table.cues["age-lead"].at(tokens, first) or table.cues["article"].at(tokens, first)
    number = led.end if led else first
    if not _is_age(tokens, number):
        return None
    after = number + 1
    if led is None or words[first] not in table.cues["article"]:
        return Age(words[number], after) if words[after : after + 1] and words[after] in ",.);" else None
    old = table.cues["age-before"].at(tokens, after + (words[after : after + 1] == ["-"]))
    return Age(words[number], old.end) if old else None


def _aged_before(tokens: Tokens, at: int, table: Gazetteer) -> bool:
    """True for "37-year-old Ana Ruiz"; "the 37-year-old Kolb plant" is a thing."""
    old = table.cues["age-before"].before(tokens, at)
    if old is None or old.start < 2 or not _is_age(tokens, old.start - 2):
        return False
    return old.start == 2 or tokens.words[old.start - 3] not in table.cues["article"]


def _person_after(tokens: Tokens, at: int, table: Gazetteer) -> bool:
    return tokens.words[at : at + 1] == [","] and table.cues["person-after"].at(tokens, at + 1) is not None


@frozen
class Office:
    """An office in tokens `[first, last)`, and its words with what ranks it."""

    first: int
    last: int
    words: str


def office_before(tokens: Tokens, end: int, table: Gazetteer) -> Office | None:
    """ "Deputy Mayor" before a name at token `end`; "Deputy Oster Mayor" is that too, "former mayor" is no office."""
    title = table.titles.before(tokens, end)
    if title is None or title.entry.form != "office":
        return None
    first, ranks = title.start, table.cues["rank"]
    reach = range(title.start - 1, max(title.start - _PLACE - 2, -1), -1)
    for at in reach:
        if tokens.words[at] in table.cues["once"]:
            return None
        if tokens.words[at] in ranks:
            first = at
        elif not tokens.raw(at)[0].isupper() and tokens.words[at] != "-":
            break
    if first and tokens.words[first - 1] in table.cues["joiner"]:
        return None  # "interior and justice minister"
    said = [w for i, w in enumerate(tokens.words[first : title.end], first) if i >= title.start or w in ranks]
    return Office(first, title.end, " ".join(w for w in said if w.isalpha()))


def office_after(tokens: Tokens, at: int, table: Gazetteer) -> Office | None:
    """ ", the deputy mayor," after a name that ends at token `at`; in "the mayor's son" there is none."""
    words = tokens.words
    if words[at : at + 1] != [","] or at + 2 >= len(words) or words[at + 1] not in table.cues["article"]:
        return None
    first = at + 2
    while first < len(words) and words[first] in table.cues["rank"]:
        first += 1
    title = table.titles.at(tokens, first)
    if title is None or title.entry.form != "office" or (title.end < len(words) and words[title.end] not in ",.;)"):
        return None
    return Office(at + 2, title.end, " ".join(w for w in words[at + 2 : title.end] if w.isalpha()))


def _is_age(tokens: Tokens, at: int) -> bool:
    return at < len(tokens) and tokens.words[at].isdigit() and len(tokens.words[at]) < _DIGITS


def _is_place(scene: Scene, a: int, b: int) -> bool:
    """True where the words around an unknown name show that it is a place."""
    tokens, table = scene.tokens, scene.table
    if table.cues["short"].at(tokens, a, b):
        return True
    if table.cues["place-after"].at(tokens, b):
        return True
    raw = tokens.text[tokens.starts[a] : tokens.ends[b - 1]]
    if b + 1 < len(tokens) and tokens.words[b] == "," and not tokens.glued(b):
        listed = scene.known.get(b + 1)
        if listed and listed[1].category == "place" and not raw.isupper():
            return True
    before = table.cues["place-before"].before(tokens, a)
    return before is not None and not (raw.isupper() and len(raw) < 6) and b - a <= 4
