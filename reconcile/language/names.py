"""Names of people, places and organisations in running text and in headlines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from attrs import evolve, frozen

from reconcile.language.datelines import Dateline, find_dateline, line_starts
from reconcile.language.gazetteer import (
    ALIASES,
    COUNTRIES,
    CUES,
    GIVEN_NAMES,
    ORGANISATIONS,
    PLACES,
    TITLES,
    Category,
    Gazetteer,
    gazetteer,
    known_at,
    plain,
)
from reconcile.language.lexicon import Entry, Houses, load
from reconcile.language.tokens import Tokens, tokenize

__all__ = ["Dateline", "NameMention", "check_examples", "find_dateline", "find_names"]

_SENTENCE_ENDS = frozenset('.!?…:"•*—–;')
_LONGEST = 14  # tokens of one name
_TITLE_CASE = 0.7  # share of capitalised longer words that makes a line a Title Case heading


@frozen
class NameMention:
    """A name: `[start, end)` in code points, `[first, last)` in tokens, titles left out.

    `canonical` is folded, without accents, aliases resolved; a demonym's is its country.
    `category` is "name" where the text does not tell what it names.
    """

    start: int
    end: int
    first: int
    last: int
    text: str
    canonical: str
    category: Category
    titled: bool = False


def find_names(tokens: Tokens, houses: Houses = (), known: frozenset[str] = frozenset()) -> list[NameMention]:
    """All names in order, none overlapping another.

    `known` are canonical names found elsewhere in the article (in the body, for a headline): in Title Case and in
    CAPITALS, and at the beginning of a sentence, a capital alone is no evidence of a name.
    """
    table = gazetteer(houses)
    scene = _survey(tokens, table, known)
    found: list[NameMention] = []
    at, count = 0, len(tokens)
    while at < count:
        if not scene.capital[at]:
            at += 1
            continue
        end = _run(scene, at)
        found.extend(_split(scene, at, end))
        at = end
    dateline = find_dateline(tokens, houses)
    if dateline is not None:
        found = _with_dateline(scene, found, dateline)
    return _agree(found)


@frozen(eq=False)
class _Scene:
    """A text and what can be said of its capitals at a glance."""

    tokens: Tokens
    table: Gazetteer
    capital: bytearray
    line_starts: frozenset[int]
    headings: bytearray
    evidence: frozenset[str]
    final: frozenset[str]
    lower: frozenset[str]

    def initial(self, i: int) -> bool:
        """True where a capital is owed to the place of token `i`, not to its being a name."""
        words = self.tokens.words
        if i == 0 or i in self.line_starts:
            return True
        if words[i - 1] not in _SENTENCE_ENDS:
            return False
        return not (words[i - 1] == "." and self.abbreviated(i - 1))

    def abbreviated(self, stop: int) -> bool:
        """True where the full stop at this token belongs to an initial or a title before a name."""
        if stop == 0 or not self.tokens.glued(stop - 1):
            return False
        before = self.tokens.words[stop - 1]
        if len(before) == 1 and self.capital[stop - 1]:
            return True
        title = self.table.titles.before(self.tokens, stop + 1, stop - 1)
        return title is not None or before in self.table.cues["short"]

    def is_name_word(self, i: int) -> bool:
        word = self.tokens.words[i]
        return word in self.evidence and word not in self.lower


def _survey(tokens: Tokens, table: Gazetteer, known: frozenset[str]) -> _Scene:
    text, words = tokens.text, tokens.words
    capital = bytearray(text[s].isupper() for s in tokens.starts)
    for i in [i for i, word in enumerate(words) if word[0].isdigit()]:
        for j, glue in ((i - 1, i - 1), (i + 1, i)):
            if 0 <= j < len(words) and glue >= 0 and tokens.glued(glue):
                capital[j] = 0
    starts = line_starts(tokens)
    headings = _headings(tokens, capital, starts)
    scene = _Scene(tokens, table, capital, frozenset(starts), headings, frozenset(), frozenset(), frozenset())
    never, opener = table.cues["never"], table.cues["opener"]
    inside = [
        i
        for i in range(1, len(words))
        if capital[i] and not headings[i] and words[i] not in never and words[i] not in opener and not scene.initial(i)
    ]
    return evolve(
        scene,
        evidence=frozenset({w for name in known for w in name.replace("-", " ").split()} | {words[i] for i in inside}),
        final=frozenset(
            {n.split()[-1] for n in known if n} | {words[i] for i in inside if not any(capital[i + 1 : i + 2])}
        ),
        lower=frozenset(w for i, w in enumerate(words) if not capital[i]),
    )


def _headings(tokens: Tokens, capital: bytearray, starts: list[int]) -> bytearray:
    """Marks tokens of lines in Title Case or CAPITALS."""
    marks = bytearray(len(tokens))
    edges = [0, *starts, len(tokens)]
    for a, b in pairwise(edges):
        if (not capital[a] and tokens.words[a].isalpha()) or tokens.words[b - 1] == ".":
            continue
        letters = [i for i in range(a, b) if tokens.words[i].isalpha()]
        longer = [i for i in letters if tokens.ends[i] - tokens.starts[i] > 3]
        title = len(longer) >= 3 and sum(capital[i] for i in longer) >= _TITLE_CASE * len(longer)
        if title or (len(letters) >= 2 and all(tokens.raw(i).isupper() for i in letters)):
            marks[a:b] = b"\1" * (b - a)
    return marks


def _run(scene: _Scene, start: int) -> int:
    """End of the run of capitalised words, with the small words names have inside, that begins at `start`."""
    end = start + 1
    while end < min(len(scene.tokens), start + 3 * _LONGEST):
        step = _step(scene, start, end)
        if not step:
            break
        end += step
    return end


def _step(scene: _Scene, start: int, at: int) -> int:
    """How many tokens at `at` carry on the run; 0 where it ends."""
    tokens, capital = scene.tokens, scene.capital
    word = tokens.words[at]
    if at in scene.line_starts:
        return 0
    if capital[at]:
        return 1
    following = at + 1 < len(tokens) and at + 1 not in scene.line_starts and bool(capital[at + 1])
    if word == ".":
        return 2 if following and scene.abbreviated(at) else 0
    if word in "-‑" and tokens.glued(at - 1) and tokens.glued(at):
        if following:
            return 2
        return 3 if at + 2 < len(tokens) and tokens.words[at + 2] == "-" else 0
    if word in scene.table.cues["particle"]:
        return _particles(scene, at)
    if scene.headings[at]:
        return 0
    return _joiner(scene, start, at)


def _particles(scene: _Scene, at: int) -> int:
    words, end = scene.tokens.words, at
    while end < min(at + 3, len(words)) and words[end] in scene.table.cues["particle"] and not scene.capital[end]:
        end += 2 if end + 1 < len(words) and words[end + 1] == "-" else 1
    return end - at if end < len(words) and scene.capital[end] and end not in scene.line_starts else 0


def _joiner(scene: _Scene, start: int, at: int) -> int:
    """Length of "of", "of the", "and" inside an organisation's name ("Ministry of Defence")."""
    tokens = scene.tokens
    found = scene.table.cues["joiner"].at(tokens, at)
    if found is None or found.end >= len(tokens) or not scene.capital[found.end]:
        return 0
    if found.end in scene.line_starts:
        return 0
    if tokens.words[at] == "&":
        return found.end - at
    if not _has_organisation_word(scene, start, at) or scene.table.cues["never"].at(tokens, found.end):
        return 0
    inside = any(not scene.capital[i] and tokens.words[i] in scene.table.cues["joiner"] for i in range(start, at))
    if tokens.words[at] == "and" and (not inside or known_at(scene.table, tokens, found.end)):
        return 0
    return found.end - at


def _has_organisation_word(scene: _Scene, start: int, end: int) -> bool:
    table = scene.table.organisation_words
    return any(table.at(scene.tokens, i, end) for i in range(start, end))


def _split(scene: _Scene, start: int, end: int) -> Iterator[NameMention]:
    """The names inside one run: titles, demonyms before names and words that are none are cut off."""
    if scene.headings[start]:
        for a, b in _evident(scene, start, end):
            yield from _segments(scene, a, b)
        return
    yield from _segments(scene, _skip_opening(scene, start, end), end)


def _evident(scene: _Scene, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Stretches of a heading's run that are names by other evidence than their capitals."""
    a = at = start
    while at < end:
        listed = known_at(scene.table, scene.tokens, at)
        if listed and scene.tokens.words[at] not in scene.table.cues["common"]:
            at = max(at + 1, min(listed[0], end))
        elif _given_at(scene, at, end):
            at += 2
        elif scene.is_name_word(at) or (
            at > a and not scene.capital[at] and at + 1 < end and scene.is_name_word(at + 1)
        ):
            at += 1
        else:
            if at > a:
                yield a, at
            a = at = at + 1
    if at > a:
        yield a, at


def _given_at(scene: _Scene, at: int, end: int) -> bool:
    word, table = scene.tokens.words[at], scene.table
    return at + 1 < end and word in table.given and word not in table.cues["common"] and bool(scene.capital[at + 1])


def _skip_opening(scene: _Scene, start: int, end: int) -> int:
    """First token of the run that is capitalised for being a name."""
    tokens, table = scene.tokens, scene.table
    at = start
    while at < end:
        listed = known_at(table, tokens, at)
        word = tokens.words[at]
        if listed and not (scene.initial(at) and word in table.cues["common"] and not scene.is_name_word(at)):
            return at
        if word in table.cues["opener"]:
            at += 1
            continue
        if not scene.initial(at) or table.titles.at(tokens, at):
            return at
        several = end - at > 1
        if scene.is_name_word(at) and (several or word in scene.final):
            return at
        if several and (word in table.given or (word not in scene.lower and not _known_tail(scene, at, end))):
            return at
        at += 1
    return at


def _known_tail(scene: _Scene, at: int, end: int) -> bool:
    """True where a listed name ends the run after its first word: "Battle-weary Norway"."""
    if _is_organisation(scene, at, end):
        return False
    tails = (known_at(scene.table, scene.tokens, i) for i in range(at + 1, min(end, at + _LONGEST)))
    return any(tail is not None and tail[0] == end for tail in tails)


def _segments(scene: _Scene, start: int, end: int) -> Iterator[NameMention]:
    tokens, table = scene.tokens, scene.table
    a = at = start
    titled = start > 0 and _title_before(scene, start)
    while at < end:
        never = table.cues["never"].at(tokens, at, end) if at == a else None
        if never and not known_at(table, tokens, at):
            a = at = never.end
            continue
        title = table.titles.at(tokens, at, end + 1)
        if title and title.end <= end and not _is_organisation(scene, a, end):
            yield from _named(scene, a, at, titled)
            a = at = title.end
            titled = True
            continue
        if at == a and not titled and (listed := known_at(table, tokens, at)) and listed[0] < end:
            demonym = listed[1].category == "demonym" and not _is_organisation(scene, a, end)
            if demonym or table.titles.at(tokens, listed[0], end):
                yield from _named(scene, a, listed[0], False)
                a = at = listed[0]
                continue
        at += 1
    yield from _named(scene, a, end, titled)


def _is_organisation(scene: _Scene, start: int, end: int) -> bool:
    return end - start > 1 and _has_organisation_word(scene, start, end)


def _title_before(scene: _Scene, start: int) -> bool:
    """True where a title in small letters stands before the name ("police chief Anna Ruiz")."""
    title = scene.table.titles.before(scene.tokens, start)
    return title is not None and title.entry.form == "office"


def _named(scene: _Scene, a: int, b: int, titled: bool) -> Iterator[NameMention]:
    tokens = scene.tokens
    while a < b and not scene.capital[a] and tokens.words[a] not in scene.table.cues["particle"]:
        a += 1
    while b > a and not scene.capital[b - 1]:
        b -= 1
    if a > 1 and tokens.words[a - 1] == "-" and tokens.words[a - 2] in scene.table.cues["particle"]:
        a -= 2
    if a >= b or b - a > _LONGEST:
        return
    listed = known_at(scene.table, tokens, a)
    if listed and listed[0] >= b:
        b = listed[0]
    elif a > 0 and b - a == 1 and len(tokens.words[a]) == 1:
        return
    category = _category(scene, a, b, titled)
    if category is None or (category == "name" and not scene.headings[a] and _shouted(scene, a, b)):
        return
    start, end = tokens.starts[a], tokens.ends[b - 1]
    text = tokens.text[start:end]
    whole = listed is not None and listed[0] == b and category != "person"
    canonical = listed[1].canonical if listed and whole else scene.table.canonical(text)
    yield NameMention(start, end, a, b, text, canonical, category, titled)


def _shouted(scene: _Scene, a: int, b: int) -> bool:
    """True for words in capitals among other words in capitals: emphasis, not a name."""
    tokens = scene.tokens
    if not all(tokens.raw(i).isupper() for i in range(a, b)):
        return False
    around = [i for i in (a - 1, b) if 0 <= i < len(tokens) and tokens.raw(i).isalpha()]
    return any(tokens.raw(i).isupper() and len(tokens.raw(i)) > 1 for i in around)


def _category(scene: _Scene, a: int, b: int, titled: bool) -> Category | None:
    """What the capitalised words `[a, b)` name; None where they are no name by themselves."""
    tokens, table = scene.tokens, scene.table
    listed = known_at(table, tokens, a)
    whole = listed[1] if listed and listed[0] == b else None
    if whole and whole.category != "name" and not (titled and whole.category == "place" and b - a == 1):
        return whole.category
    ending = table.organisation_words.before(tokens, b, a)
    if b - a == 1 and ending:
        return None
    if titled:
        return "person"
    if _is_organisation(scene, a, b):
        return "place" if ending is None and _is_place(scene, a, b) else "organisation"
    if b - a > 1 and table.cues["place-word"].before(tokens, b, a):
        return "place"
    if b - a > 1 and (tokens.words[a] in table.given or (tokens.words[a + 1] == "." and len(tokens.words[a]) == 1)):
        return "person"
    if _age_follows(tokens, b):
        return "person"
    return "place" if _is_place(scene, a, b) else "name"


def _age_follows(tokens: Tokens, at: int) -> bool:
    """True before an age between commas or brackets: "Brandvold, 58, told"."""
    words = tokens.words
    if at + 2 >= len(words) or words[at] not in ",(" or words[at + 2] not in ",.)":
        return False
    return words[at + 1].isdigit() and len(words[at + 1]) < 3 and not (tokens.glued(at) and words[at] == ",")


def _is_place(scene: _Scene, a: int, b: int) -> bool:
    """True where the words around an unknown name show that it is a place."""
    tokens, table = scene.tokens, scene.table
    if table.cues["short"].at(tokens, a, b):
        return True
    if table.cues["place-after"].at(tokens, b):
        return True
    raw = tokens.text[tokens.starts[a] : tokens.ends[b - 1]]
    if b + 1 < len(tokens) and tokens.words[b] == "," and not tokens.glued(b):
        listed = known_at(table, tokens, b + 1)
        if listed and listed[1].category == "place" and not raw.isupper():
            return True
    before = table.cues["place-before"].before(tokens, a)
    return before is not None and not (raw.isupper() and len(raw) < 6) and b - a <= 4


def _with_dateline(scene: _Scene, found: list[NameMention], dateline: Dateline) -> list[NameMention]:
    """The dateline's place instead of whatever was read inside it."""
    tokens = scene.tokens
    start, end = tokens.starts[dateline.place_first], tokens.ends[dateline.place_last - 1]
    place = NameMention(
        start, end, dateline.place_first, dateline.place_last, tokens.text[start:end], dateline.canonical, "place"
    )
    outside = [m for m in found if m.last <= place.first or m.first >= place.last]
    at = sum(1 for m in outside if m.first < place.first)
    return [*outside[:at], place, *outside[at:]]


def _agree(found: list[NameMention]) -> list[NameMention]:
    """Let a name of unknown kind be what the same name is elsewhere in the text."""
    votes: dict[str, Counter[Category]] = {}
    surnames = {m.canonical.split()[-1] for m in found if m.category == "person"}
    for mention in found:
        if mention.category != "name":
            votes.setdefault(mention.canonical, Counter())[mention.category] += 1
    return [_settle(m, votes, surnames) for m in found]


def _settle(mention: NameMention, votes: dict[str, Counter[Category]], surnames: set[str]) -> NameMention:
    if mention.category not in ("name", "place"):
        return mention
    if mention.category == "name" and (seen := votes.get(mention.canonical)):
        # Most frequent first; ties fall to the alphabet so that the order of mentions does not matter.
        best = min(seen, key=lambda c: (-seen[c], c))
        return evolve(mention, category=best)
    if mention.category == "name" and mention.canonical in surnames:
        return evolve(mention, category="person")
    return mention


def check_examples(houses: Houses = ()) -> list[str]:
    """What is wrong with the examples of the tables of names, one message each; empty where all hold."""
    entries: list[tuple[str, Entry]] = []
    for spec in (ALIASES, COUNTRIES, CUES, GIVEN_NAMES, ORGANISATIONS, PLACES, TITLES):
        entries += [(spec.name, e) for e in load(spec, houses)]
    return [fault for name, entry in entries for fault in _faults(name, entry, houses)]


def _faults(table: str, entry: Entry, houses: Houses) -> Iterator[str]:
    for example in entry.examples:
        readings = _readings(example.text, houses)
        if example.reading not in readings:
            yield f"{table}.toml:{entry.line}: {example.text!r} is read as {sorted(readings)}, not {example.reading!r}"
    for text in entry.counter:
        claimed = _readings(text, houses) & set(_own(entry))
        if claimed:
            yield f"{table}.toml:{entry.line}: {text!r} is read as {sorted(claimed)}"


def _readings(text: str, houses: Houses) -> set[str]:
    return {f"{m.canonical} ({m.category})" for m in find_names(tokenize(text), houses)}


def _own(entry: Entry) -> Iterable[str]:
    """Readings that would show the entry at work."""
    names = {entry.id} | {plain(p) for p in entry.phrases}
    return (f"{n} ({c})" for n in names for c in ("person", "place", "organisation", "demonym", "name"))
