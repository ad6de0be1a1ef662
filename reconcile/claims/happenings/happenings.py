"""What the words of a sentence say that happened: by the table of happenings, or by a verb that stands in none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import compress

from reconcile.claims.happenings.frames import HEADLINE_WEIGHT, LEAD_TOKENS
from reconcile.claims.happenings.happening_table import SPEC, Happening, words_of
from reconcile.language.analysis import Analysis
from reconcile.language.dates.words import TENSE, date_words, past_endings
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses, load, phrase_table
from reconcile.language.phrases import Match, PhraseTable
from reconcile.language.stopwords import content_words
from reconcile.language.tokens import Tokens
from reconcile.language.word_senses import root
from reconcile.model.text import Part

_AHEAD_RANK, _LAST_RANK = 3, 4  # of verbs that stand in no table: announced, and past


def story_kinds(parts: Mapping[Part, Analysis], houses: Houses = ()) -> tuple[str, ...]:
    """What happens in headline and lead, the happening told most often first; generic words tell nothing."""
    counts: Counter[str] = Counter()
    for part, analysis in parts.items():
        headline = part == "headline"
        stop = len(analysis.tokens) if headline else min(LEAD_TOKENS, len(analysis.tokens))
        for match in happenings(analysis.tokens, (0, stop), houses):
            if match.entry.own:
                counts[match.entry.id] += HEADLINE_WEIGHT if headline else 1
    return tuple(k for k, _ in counts.most_common())


@lru_cache(maxsize=16)
def _table(houses: Houses) -> PhraseTable[Happening]:
    return PhraseTable((p, e) for e in load(SPEC, houses) if e.role in ("event", "said", "none") for p in e.phrases)


def happenings(tokens: Tokens, sentence: tuple[int, int], houses: Houses = ()) -> list[Match[Happening]]:
    """Every word of the table in a sentence, in order; what only might happen ("a feared attack") is passed over."""
    idle = words_of(houses, "idle")
    found = _table(houses).find(tokens, *sentence)
    happened = [m for m in found if m.start == 0 or tokens.words[m.start - 1] not in idle]
    return [m for m in happened if m.entry.role != "none" and not _is_month(tokens, m, houses)]


def _is_month(tokens: Tokens, match: Match[Happening], houses: Houses) -> bool:
    """ "4 March", "last March": a capital where the word before has none, or a number beside it."""
    at = match.start
    if match.end - at > 1 or tokens.raw(at).islower():
        return False
    word = date_words(houses).at(tokens, at)
    if word is None or word.entry.role != "month":
        return False
    beside = [tokens.raw(i) for i in (at - 1, at + 1) if 0 <= i < len(tokens)]
    return any(raw[0].isdigit() for raw in beside) or (at > 0 and tokens.raw(at - 1).islower())


def other_verbs(
    tokens: Tokens, sentence: tuple[int, int], found: Sequence[Match[Happening]], houses: Houses = ()
) -> list[Match[Happening]]:
    """The sentence's verbs beside those `found`, of the past or after "will", each a happening of its own."""
    taken = {i for match in found for i in range(match.start, match.end)}
    words, linking, (first, last) = tokens.words, words_of(houses, "linking"), sentence
    verbal = compress(range(first, last), map(_verbal(houses), words[first:last]))
    told = [i for i in verbal if i not in taken and words[i] not in linking and is_verb(tokens, i, houses)]
    past = [Match(i, i + 1, _verb(words[i])) for i in told]
    announced = [i for i in _announced(tokens, sentence, houses) if i not in taken and words[i] not in linking]
    return [*past, *(Match(i, i + 1, _ahead(words[i], houses)) for i in announced)]


def _announced(tokens: Tokens, sentence: tuple[int, int], houses: Houses) -> Iterator[int]:
    """The plain verbs after "will" and its like, an adverb between or not."""
    words, start, stop = tokens.words, max(0, sentence[0] - 1), sentence[1] - 1
    announcing, adverbs = phrase_table(TENSE, houses).last, word_classes(houses)["between-verbs"]
    for i in tokens.where(_leading(houses), start, stop):
        mark = i - 1 if words[i] in adverbs else i
        if words[mark] in announcing and _is_ahead(tokens, i + 1, mark, houses):
            yield i + 1


@lru_cache(maxsize=16)
def _leading(houses: Houses) -> frozenset[str]:
    """Words before a verb that is announced."""
    return word_classes(houses)["between-verbs"].union(phrase_table(TENSE, houses).last)


def is_announced(tokens: Tokens, i: int, houses: Houses) -> bool:
    """True right after "will" and its like of one word, which have a subject of their own before them."""
    mark = phrase_table(TENSE, houses).before(tokens, i)
    return mark is not None and mark.entry.verb and mark.end - mark.start == 1


def _ahead(verb: str, houses: Houses) -> Happening:
    """What "will close" announces is what "closed" tells."""
    return _by_root(houses).get(root(verb, houses)) or _verb(verb, _AHEAD_RANK)


@lru_cache(maxsize=16)
def _by_root(houses: Houses) -> dict[str, Happening]:
    events = (e for e in load(SPEC, houses) if e.role == "event" and not e.generic)
    return {root(p, houses): e for e in events for p in e.phrases if p.endswith(past_endings(houses))}


@lru_cache(maxsize=16)
def _verbal(houses: Houses) -> Callable[[str], bool]:
    """Tells of a folded word whether it may be, or begin, a form of the past."""
    endings, tenses, others = past_endings(houses), phrase_table(TENSE, houses), word_classes(houses)["no-past"]

    @lru_cache(maxsize=65536)
    def verbal(word: str) -> bool:
        return word in tenses or (len(word) > 4 and word.endswith(endings) and word not in others)

    return verbal


@lru_cache(maxsize=4096)
def _verb(word: str, rank: int = _LAST_RANK) -> Happening:
    return Happening(id=word, phrases=(word,), role="event", rank=rank)


def has_verb(tokens: Tokens, start: int, stop: int, houses: Houses) -> bool:
    """True where a verb stands between that may take the date; "occurred" and its like do not count."""
    tenses = phrase_table(TENSE, houses)
    linking = _linking(houses)
    at = start
    while at < stop:
        if link := linking.at(tokens, at):
            at = link.end
            continue
        found = tenses.at(tokens, at)
        befell = tokens.words[at] in word_classes(houses)["befell"]
        if not befell and ((found and found.entry.role not in ("bound", "after")) or is_verb(tokens, at, houses)):
            return True
        at += 1
    return False


def _is_ahead(tokens: Tokens, i: int, last: int, houses: Houses) -> bool:
    """True for the plain verb after "will", "is to" and their like, which end with token `last`."""
    mark = phrase_table(TENSE, houses).before(tokens, last + 1)
    if mark is None or not mark.entry.verb or i == last or tokens.words[i] in word_classes(houses)["between-verbs"]:
        return False
    return tokens.raw(i).islower() and bool(content_words(tokens, i, i + 1, houses))


def is_verb(tokens: Tokens, i: int, houses: Houses) -> bool:
    """True for a form of the past, by the tables of tenses or by its ending; "a crowded market" has none."""
    word, tenses = tokens.words[i], phrase_table(TENSE, houses)
    if word in tenses.first and (found := tenses.at(tokens, i)) and found.entry.role == "past":
        return True
    ending = len(word) > 4 and word.endswith(past_endings(houses)) and not tokens.raw(i)[0].isupper()
    ending = ending and word not in word_classes(houses)["no-past"]
    return ending and not (i and tokens.words[i - 1] in word_classes(houses)["article"])


@lru_cache(maxsize=16)
def _linking(houses: Houses) -> PhraseTable[Happening]:
    return PhraseTable((p, e) for e in load(SPEC, houses) if e.role == "linking" for p in e.phrases)
