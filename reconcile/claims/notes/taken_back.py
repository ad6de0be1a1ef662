"""Which figures of one sentence a text takes back: "said 14 people died", "12, not 14", "to 12 from 14"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from attrs import frozen

from reconcile.language.analysis import Analysis
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Entry, Houses, TableSpec, load
from reconcile.language.phrases import Match, PhraseTable
from reconcile.language.quantity_values import PERSON

CONTRAST_REACH = 4  # tokens between "not" and the figure it denies
NEVER = -CONTRAST_REACH - 1  # so far before any token that nothing is denied
TOLD_REACH = 3  # tokens between "figure" and its number ("a figure of about")
SAID_REACH = 8  # tokens between "initially said" or "revised" and its figure
ADOPTED_REACH = 4  # tokens between "accepted" and "the ministry's list"
DISOWNED_GAP = 1  # tokens between "a figure of" and the figure
DISOWNED_REACH = 6  # tokens between "took back" and "figure"
GIVES_REACH = 6  # tokens between "published" and "as"
GIVEN_REACH = 2  # tokens between "published as" and its figure


@frozen(kw_only=True)
class NoteCue(Entry):
    """A wording of corrections and its role; see the head of notes.toml."""

    role: str


SPEC = TableSpec("notes", "cue", NoteCue, shared_phrases=True)


SWAPPED = 2  # figures that may have been given one for the other


@lru_cache(maxsize=64)
def cues(houses: Houses, *roles: str) -> PhraseTable[NoteCue]:
    """The phrases of `notes.toml` that play one of these roles."""
    return PhraseTable((p, e) for e in load(SPEC, houses) if e.role in roles for p in e.phrases)


@frozen
class TakenBack:
    """The figures of a sentence (quantity indices) that it takes back; `weak` where only a later figure proves it.

    `names` are numbers that only name what the figures are of ("the 41 level").
    """

    figures: tuple[int, ...] = ()
    weak: bool = False
    names: tuple[int, ...] = ()


def taken_back(analysis: Analysis, start: int, stop: int, inside: Sequence[int], houses: Houses) -> TakenBack:
    """Read a sentence `[start, stop)` of an editor's note; `inside` are its figures."""
    changed = from_to(analysis, inside) or given_before(analysis, start, stop, inside, houses)
    changed = changed or _read_for(analysis, start, inside, houses)
    if changed:
        return TakenBack(tuple(changed))
    strong = _Reader(analysis, inside, houses, ("withdraws",)).read(start, stop)
    if strong:
        return _given_as(analysis, TakenBack(strong), houses)
    weak = _Reader(analysis, inside, houses, ("withdraws", "weak")).read(start, stop)
    return _given_as(analysis, TakenBack(weak, weak=True), houses)


def _read_for(analysis: Analysis, start: int, inside: Sequence[int], houses: Houses) -> list[int]:
    """ "For 212 in the post above read 221.": the first of the two."""
    words, classes = analysis.tokens.words, word_classes(houses)
    if len(inside) != 2 or words[start] not in classes["erratum-for"]:
        return []
    between = words[analysis.quantities[inside[0]].last : analysis.quantities[inside[1]].first]
    return list(inside[:1]) if between and between[-1] in classes["erratum-read"] else []


def from_to(analysis: Analysis, inside: Sequence[int]) -> list[int]:
    """ "from 212 to 198", "to 198 from 212": the figure after "from" is the old one."""
    return [old for old, _ in changed_pairs(analysis, inside)[:1]]


def changed_pairs(analysis: Analysis, inside: Sequence[int]) -> list[tuple[int, int]]:
    """The old and the new figure of each "from 212 to 198" or "to 198 from 212"."""
    found: list[tuple[int, int]] = []
    words, quantities, classes = analysis.tokens.words, analysis.quantities, word_classes()
    for a, b in pairwise(inside):
        between = [w for w in words[quantities[a].last : quantities[b].first] if w != ","]
        before = words[max(0, quantities[a].first - 1)]
        if len(between) != 1:
            continue
        if before in classes["change-from"] and between[0] in classes["change-to"]:
            found.append((a, b))
        if before in classes["change-to"] and between[0] in classes["change-from"]:
            found.append((b, a))
    return found


def given_before(analysis: Analysis, start: int, stop: int, inside: Sequence[int], houses: Houses) -> list[int]:
    """ "published on 4 April as 1,846, is corrected to 1,515": what was given before the word of revision."""
    tokens, quantities = analysis.tokens, analysis.quantities
    revision = first_cue(analysis, "revises", start, stop, houses)
    if revision is None or not any(quantities[i].first >= revision.end for i in inside):
        return []
    ends = [m.end for m in cues(houses, "given-as").find(tokens, start, revision.start)]
    gives = first_cue(analysis, "gives", start, revision.start, houses)
    if gives is not None:
        reach = min(revision.start, gives.end + GIVES_REACH)
        ends += [m.end for m in cues(houses, "gives-as").find(tokens, gives.end, reach)]
    return [i for i in inside if any(0 <= quantities[i].first - end <= GIVEN_REACH for end in ends)][:1]


def swapped(analysis: Analysis, start: int, stop: int, inside: Sequence[int], houses: Houses) -> tuple[int, ...]:
    """The two figures of a sentence that gave each for the other; none where it does not say that it gave them."""
    units = {analysis.quantities[i].quantity.unit for i in inside} - {None}
    gave = any(first_cue(analysis, role, start, stop, houses) for role in ("withdraws", "weak", "gives"))
    return tuple(inside) if gave and len(inside) == SWAPPED and len(units) < SWAPPED else ()


def _given_as(analysis: Analysis, old: TakenBack, houses: Houses) -> TakenBack:
    """ "we gave the depth of the 41 level as 1,810 metres": the bare number before it names the level."""
    quantities, given = analysis.quantities, cues(houses, "gives-as")
    if not any(given.at(analysis.tokens, quantities[i].first - 1) for i in old.figures):
        return old
    names = tuple(
        i
        for i in old.figures
        if not (given.at(analysis.tokens, quantities[i].first - 1) or quantities[i].quantity.unit)
        and quantities[i].quantity.counted is None
    )
    return TakenBack(tuple(i for i in old.figures if i not in names), old.weak, names)


def retracted(analysis: Analysis, start: int, stop: int, inside: Sequence[int], houses: Houses) -> list[int]:
    """ "withdrew its figure of 21", "initially said 21 but later corrected the figure to 12", "first said 21 and
    had to take it back": the 21."""
    if count := disowned(analysis, start, stop, houses):
        return _next_figure(analysis, count.end, inside, DISOWNED_GAP)
    if given := _given_before_by(analysis, start, stop, inside, houses):
        return given
    if printed := _printed_over(analysis, start, stop, inside, houses):
        return printed
    takes = first_cue(analysis, "takes-back", start, stop, houses)
    if takes is not None:
        return _next_figure(analysis, takes.end, inside, 0)
    if theirs := _taken_over(analysis, start, stop, inside, houses):
        return theirs
    gone = first_cue(analysis, "takes-it-back", start, stop, houses)
    if gone is not None and (told := _figure_told(analysis, gone.start, inside, houses)):
        return told
    revision = gone or first_cue(analysis, "revises", start, stop, houses)
    said = revision and first_cue(analysis, "said-before", start, revision.start, houses)
    if revision is None or said is None or (gone is None and not _next_figure(analysis, revision.end, inside)):
        return []
    return [i for i in _next_figure(analysis, said.end, inside) if analysis.quantities[i].last <= revision.start]


def _taken_over(analysis: Analysis, start: int, stop: int, inside: Sequence[int], houses: Houses) -> list[int]:
    """ "The union, which had spoken of 23 dead, accepted the ministry's list": the 23."""
    tokens, told = analysis.tokens, word_classes(houses)["taken-over"]
    for match in cues(houses, "accepts").find(tokens, start, stop):
        said = first_cue(analysis, "said-till-then", start, match.start, houses)
        if said is not None and tokens.holds(told, match.end, min(stop, match.end + ADOPTED_REACH)):
            return [
                i for i in _next_figure(analysis, said.end, inside, 0) if analysis.quantities[i].last <= match.start
            ]
    return []


def accepts(analysis: Analysis, start: int, stop: int, houses: Houses) -> bool:
    """ "The bank bowed to that on Friday and withdrew its own figure": it now says what the sentence before says."""
    words, told = analysis.tokens.words, word_classes(houses)["figure-before"]
    ends = (
        match.end + n
        for match in cues(houses, "accepts").find(analysis.tokens, start, stop)
        for n in (1, 2, 3)
        if " ".join(words[match.end : match.end + n]) in told
    )
    return any(_phrase_ends(analysis, end, houses) for end in ends)


def _phrase_ends(analysis: Analysis, token: int, houses: Houses) -> bool:
    """True for "that on Friday" and "that and", not for "that it was late"."""
    word = "".join(analysis.tokens.words[token : token + 1])
    joined = not word[:1].isalnum() or word in word_classes(houses)["coordination"]
    return joined or any(d.first <= token + 1 for d in analysis.between(analysis.dates, token, token + 2))


def _figure_told(analysis: Analysis, token: int, inside: Sequence[int], houses: Houses) -> list[int]:
    """ "A figure of 7.2 …, which withdrew it": the last number before this token that is told as a number."""
    named = (i for i in inside if told_as_number(analysis, i, houses) and analysis.quantities[i].last <= token)
    return list(named)[-1:]


def told_as_number(analysis: Analysis, index: int, houses: Houses) -> bool:
    """ "A figure of 7.2", "a death toll of about 40"."""
    return not word_classes(houses)["told-number"].isdisjoint(_opening(analysis, index))


def _opening(analysis: Analysis, index: int) -> list[str]:
    """The words of a figure up to its number ("magnitude of 7.2"), and a few before it."""
    figure = analysis.quantities[index]
    return analysis.tokens.words[max(0, figure.first - TOLD_REACH) : figure.number_first]


def disowned(analysis: Analysis, start: int, stop: int, houses: Houses) -> Match[NoteCue] | None:
    """ "took back its own figure of", "withdrew an earlier toll of", "retracted the figure of": a verb and a count."""
    verb = first_cue(analysis, "disowns", start, stop, houses)
    if verb is None:
        return None
    noun = first_cue(analysis, "disowned", verb.end, min(stop, verb.end + DISOWNED_REACH), houses)
    if noun is None or "," in analysis.tokens.words[verb.end : noun.start]:
        return None
    if first_cue(analysis, "whose-count", verb.end, noun.start, houses) is None:
        itself = cues(houses, "that-count").at(analysis.tokens, noun.start - 1)
        if itself is None or itself.start < verb.end or itself.end <= noun.start:
            return None
    return cues(houses, "of-count").at(analysis.tokens, noun.end)


def _given_before_by(analysis: Analysis, start: int, stop: int, inside: Sequence[int], houses: Houses) -> list[int]:
    """ "15,300 acres, withdrawing the 15,900 it had announced": a number without a noun, and who gave it before."""
    tokens, articles = analysis.tokens, word_classes(houses)["definite"]
    for verb in cues(houses, "disowns").find(tokens, start, stop):
        for index in _next_figure(analysis, verb.end, inside[1:], DISOWNED_GAP):
            figure = analysis.quantities[index]
            whose = figure.first > verb.end and tokens.words[verb.end] in articles
            counts = figure.quantity.head is not None or figure.quantity.unit == PERSON
            by = cues(houses, "who-gave").at(tokens, figure.last)
            if whose and not counts and cues(houses, "gives").at(tokens, by.end if by else figure.last):
                return [index]
    return []


def _printed_over(analysis: Analysis, start: int, stop: int, inside: Sequence[int], houses: Houses) -> list[int]:
    """ "The paper replaced the 340 dead of its first report with 34": the 340."""
    tokens, quantities = analysis.tokens, analysis.quantities
    for verb in cues(houses, "prints-over").find(tokens, start, stop):
        for old, new in pairwise(inside):
            gone, first = quantities[old], quantities[new].first
            right_behind = 0 <= gone.first - verb.end <= DISOWNED_GAP
            if not (right_behind and tokens.words[first - 1] in word_classes(houses)["put-in-place"]):
                continue
            if first_cue(analysis, "in-print", gone.last, first, houses) is not None:
                return [old]
    return []


def _next_figure(analysis: Analysis, token: int, inside: Sequence[int], reach: int = SAID_REACH) -> list[int]:
    """The first figure within a few tokens behind this one, if there is any."""
    return [i for i in inside if 0 <= analysis.quantities[i].first - token <= reach][:1]


@frozen
class _Reader:
    """Walks along a sentence; a cue of one of `roles` makes the figures after it old ones."""

    analysis: Analysis
    inside: Sequence[int]
    houses: Houses
    roles: tuple[str, ...]

    def read(self, start: int, stop: int) -> tuple[int, ...]:
        old: list[int] = []
        seen: list[int] = []
        state, denied, right = "", NEVER, NEVER
        for at, what in self._events(start, stop):
            if isinstance(what, int):
                if at - right <= 1 and not old:
                    continue  # "The right figure is 158; digits were mixed up", "the number, which is 320, not 3,200"
                if state == "old" or at - denied <= CONTRAST_REACH:
                    old.append(what)
                seen.append(what)
                denied = NEVER
            elif what == "was-wrong":
                old, state = old or seen[:1], "new"
            elif what == "is-told":
                right = at
            elif what == "replaces":
                state, right = "new" if old else state, at
            elif what == "contrast":
                state, denied = ("new", denied) if state == "old" and old else (state, at)
            else:
                state = "old"
        return tuple(old)

    def _events(self, start: int, stop: int) -> Iterator[tuple[int, int | str]]:
        """Figures and cues in order; a cue stands where it ends."""
        tokens, quantities = self.analysis.tokens, self.analysis.quantities
        events: list[tuple[int, int, int | str]] = [(quantities[i].first, 1, i) for i in self.inside]
        anew = {m.end for m in cues(self.houses, "replaces").find(tokens, start, stop)}  # "had in fact spoken of 90"
        for role in (*self.roles, "replaces", "is-told", "contrast", "was-wrong"):
            found = cues(self.houses, role).find(tokens, start, stop)
            events += [(m.end, 0, role) for m in found if role not in self.roles or m.start not in anew]
        events += [(i + 1, 0, "replaces") for i in range(start, stop) if tokens.words[i] == ";"]
        yield from ((at, what) for at, _, what in sorted(events, key=lambda e: e[:2]))


def first_cue(analysis: Analysis, role: str, start: int, stop: int, houses: Houses) -> Match[NoteCue] | None:
    """The first phrase of a role between two tokens."""
    return next(iter(cues(houses, role).find(analysis.tokens, start, stop)), None)
