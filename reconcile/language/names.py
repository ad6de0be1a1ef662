"""Names of people, places and organisations in running text and in headlines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import frozen

from reconcile.language.capitals import LONGEST, Scene, has_organisation_word, is_organisation, run_end, survey
from reconcile.language.datelines import Dateline, find_dateline
from reconcile.language.gazetteer import Category, gazetteer
from reconcile.language.lexicon import Houses
from reconcile.language.name_kinds import category_of, is_shouted
from reconcile.language.tokens import Tokens
from reconcile.model.change import evolve

__all__ = ["Dateline", "NameMention", "find_dateline", "find_names"]


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
    scene = survey(tokens, table, known)
    found: list[NameMention] = []
    at = scene.capital.find(1)
    while at >= 0:
        end = run_end(scene, at)
        for start, stop in _stretches(scene, at, end):
            found += _segments(scene, start, stop)
        at = scene.capital.find(1, max(end, found[-1].last) if found else end)
    dateline = find_dateline(tokens, houses)
    if dateline is not None:
        found = _with_dateline(scene, found, dateline)
    return _agree(scene, found)


def _stretches(scene: Scene, start: int, end: int) -> Sequence[tuple[int, int]]:
    """The stretches of one run that may hold names."""
    if scene.headings[start]:
        return list(_evident(scene, start, end))
    title = scene.table.titles.before(scene.tokens, start + 1)
    if title is not None and title.start < start:  # "Secretary of State": its last word is no name
        start += 1
    start = _skip_opening(scene, start, end)
    return ((start, end),) if start < end else ()


def _evident(scene: Scene, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Stretches of a heading's run that are names by other evidence than their capitals."""
    a = at = start
    while at < end:
        listed = scene.known.get(at)
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


def _given_at(scene: Scene, at: int, end: int) -> bool:
    word, table = scene.tokens.words[at], scene.table
    return at + 1 < end and word in table.given and word not in table.cues["common"] and bool(scene.capital[at + 1])


def _skip_opening(scene: Scene, start: int, end: int) -> int:
    """First token of the run that is capitalised for being a name."""
    tokens, table = scene.tokens, scene.table
    at = start
    while at < end:
        word, initial = tokens.words[at], scene.initial(at)
        if scene.known.get(at) and not (initial and _may_be_common(scene, at)):
            return at
        opens = initial or at > start or scene.behind_hour(at)
        small = table.cues["opener" if opens else "article"]
        if word.split("'")[0] in small:
            at += 1
            continue
        if not initial or table.titles.at(tokens, at):
            return at
        several = end - at > 1
        if scene.is_name_word(at) and (several or word in scene.final):
            return at
        if several and (word in table.given or (word not in scene.lower and not _known_tail(scene, at, end))):
            return at
        at += 1
    return at


def _may_be_common(scene: Scene, at: int) -> bool:
    """True for a listed name that is an ordinary word too, unless it owns something: "Turkey's president"."""
    words = scene.tokens.words
    owner = at + 1 < len(words) and words[at + 1] == "'s"
    return words[at] in scene.table.cues["common"] and not scene.is_name_word(at) and not owner


def _known_tail(scene: Scene, at: int, end: int) -> bool:
    """True where a listed name ends the run after its first word: "Battle-weary Norway"."""
    if is_organisation(scene, at, end):
        return False
    tails = (scene.known.get(i) for i in range(at + 1, min(end, at + LONGEST)))
    return any(tail is not None and tail[0] == end for tail in tails)


def _segments(scene: Scene, start: int, end: int) -> Iterator[NameMention]:
    """The names inside one stretch: titles, demonyms before names and words that are none are cut off."""
    return filter(None, (_named(scene, a, b, titled) for a, b, titled in _cut(scene, start, end)))


def _cut(scene: Scene, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Where a name may stand in the stretch, and whether a title stands before it."""
    tokens, table = scene.tokens, scene.table
    weekdays, never_names, titles = table.cues["weekday"].first, table.cues["never"], table.titles
    a = at = start
    titled = start > 0 and _title_before(scene, start)
    while at < end:
        word = tokens.words[at]
        if word in weekdays:
            yield a, at, titled
            a = at = at + 1
            continue
        never = never_names.at(tokens, at, end) if at == a and word in never_names.first else None
        if never and not scene.known.get(at):
            a = at = never.end
            continue
        title = titles.at(tokens, at, end + 1) if word in titles.first else None
        if title and title.end <= end and not has_organisation_word(scene, title.end, end):
            yield a, at, titled
            a = at = title.end
            titled = True
            continue
        if at == a and not titled and (listed := scene.known.get(at)) and listed[0] < end:
            street = table.cues["place-word"].before(tokens, end, at)
            demonym = listed[1].category == "demonym" and not street and not is_organisation(scene, a, end)
            if demonym or titles.at(tokens, listed[0], end):
                yield a, listed[0], False
                a = at = listed[0]
                continue
        at += 1
    yield a, end, titled


def _title_before(scene: Scene, start: int) -> bool:
    """True where a title in small letters stands before the name ("police chief Anna Ruiz")."""
    title = scene.table.titles.before(scene.tokens, start)
    return title is not None and title.entry.form == "office"


def _named(scene: Scene, a: int, b: int, titled: bool) -> NameMention | None:
    tokens = scene.tokens
    while a < b and not scene.capital[a] and tokens.words[a] not in scene.table.cues["particle"]:
        a += 1
    while b > a and not scene.capital[b - 1]:
        b -= 1
    if a > 1 and tokens.words[a - 1] == "-" and tokens.words[a - 2] in scene.table.cues["particle"]:
        a -= 2
    if a >= b or b - a > LONGEST:
        return None
    listed = scene.known.get(a)
    if listed and listed[0] >= b:
        b = listed[0]
    elif a > 0 and b - a == 1 and len(tokens.words[a]) == 1:
        return None
    category = category_of(scene, a, b, titled)
    if category is None or (category == "name" and not scene.headings[a] and is_shouted(scene, a, b)):
        return None
    start, end = tokens.starts[a], tokens.ends[b - 1]
    text = tokens.text[start:end]
    whole = listed is not None and listed[0] == b and category != "person"
    canonical = listed[1].canonical if listed and whole else scene.table.canonical(text)
    return NameMention(start, end, a, b, text, canonical, category, titled)


def _with_dateline(scene: Scene, found: list[NameMention], dateline: Dateline) -> list[NameMention]:
    """The dateline's place instead of whatever was read inside it."""
    tokens = scene.tokens
    start, end = tokens.starts[dateline.place_first], tokens.ends[dateline.place_last - 1]
    place = NameMention(
        start, end, dateline.place_first, dateline.place_last, tokens.text[start:end], dateline.canonical, "place"
    )
    outside = [m for m in found if m.last <= place.first or m.first >= place.last]
    at = sum(1 for m in outside if m.first < place.first)
    return [*outside[:at], place, *outside[at:]]


def _agree(scene: Scene, found: list[NameMention]) -> list[NameMention]:
    """Let a name of unknown kind be what the same name, or a person with that surname, is elsewhere in the text."""
    alone = {m.canonical for m in found if m.category in ("name", "place") and m.last - m.first == 1}
    found = [evolve(m, category="person") if _two_forms(scene, m, alone) else m for m in found]
    votes: dict[str, Counter[Category]] = {}
    surnames = {m.canonical.split()[-1] for m in found if m.category == "person"}
    for mention in found:
        if mention.category != "name":
            votes.setdefault(mention.canonical, Counter())[mention.category] += 1
    return [_settle(m, votes, surnames) for m in found]


def _two_forms(scene: Scene, mention: NameMention, alone: set[str]) -> bool:
    """True for a name of two or three words whose last word also stands alone: "Ana Ruiz … Ruiz"."""
    if mention.category != "name":
        return False
    parts = mention.canonical.split()
    if not 2 <= len(parts) <= 3 or not all(p.isalpha() and len(p) > 2 for p in parts):
        return False
    listed = scene.known.get(mention.last - 1)
    return parts[-1] in alone and listed is None and scene.tokens.words[mention.first] not in scene.table.cues["thing"]


def _settle(mention: NameMention, votes: dict[str, Counter[Category]], surnames: set[str]) -> NameMention:
    if mention.category != "name":
        return mention
    if seen := votes.get(mention.canonical):
        # Most frequent first; ties fall to the alphabet so that the order of mentions does not matter.
        return evolve(mention, category=min(seen, key=lambda c: (-seen[c], c)))
    return evolve(mention, category="person") if mention.canonical in surnames else mention
