"""Findings about quotations: one utterance as several articles give it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from hashlib import blake2b

from reconcile.comparing.origins import origins
from reconcile.comparing.wording import compare_aligned
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.tokens import folded_words
from reconcile.matching.quotations import Speech, UtteranceGroup, Utterances, one_speaker
from reconcile.model.claim import Claim, Kind, Utterance
from reconcile.model.finding import GRAVITY, Finding, Relation, Side, Verdict
from reconcile.model.text import Article, label_of

_SHOWN = 12  # words of a quotation in a finding's heading
_NAMED_SOURCES = 3


def quote_findings(utterances: Utterances, articles: Mapping[str, Article], houses: Houses = ()) -> list[Finding]:
    """One finding for each utterance that is quoted in several places, in the order of their first claims.

    Each side holds the claims with exactly the same words; a relation stands between two sides whose words were laid
    side by side, with what differs.
    """
    speeches, groups = utterances.speeches, utterances.groups
    keyed = sorted((min(c.id for i in g.speeches for c in speeches[i].claims), n, g) for n, g in enumerate(groups))
    seen: Counter[str] = Counter()
    out = []
    for smallest, _, group in keyed:
        seen[smallest] += 1
        mark = f"{Kind.QUOTE}|{smallest}|{seen[smallest]}"
        out.append(_finding(blake2b(mark.encode(), digest_size=4).hexdigest(), group, speeches, articles, houses))
    return out


def _finding(
    mark: str, group: UtteranceGroup, speeches: Sequence[Speech], articles: Mapping[str, Article], houses: Houses
) -> Finding:
    by_words: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i in group.speeches:
        by_words[speeches[i].words.plain].append(i)
    side_of = {i: number for number, same in enumerate(by_words.values()) for i in same}
    claims = [c for i in group.speeches for c in speeches[i].claims]
    quoting = {name: articles[name] for c in claims if (name := c.mention.span.article) in articles}
    rests_on = origins(claims, quoting)
    sides = tuple(
        _side([c for i in same for c in speeches[i].claims], articles, rests_on) for same in by_words.values()
    )
    translated = {i for i in group.speeches if _is_translated(speeches[i], quoting, houses)}
    relations = _relations(group, speeches, side_of, translated, houses)
    return Finding(
        id=mark,
        kind=Kind.QUOTE,
        measure="utterance",
        about=_about(claims),
        verdict=max((r.verdict for r in relations), key=GRAVITY.index, default=Verdict.SAME),
        sides=sides,
        relations=relations,
        notes=_two_speakers(group, speeches),
    )


def _is_translated(speech: Speech, articles: Mapping[str, Article], houses: Houses) -> bool:
    """True where every article with these words is by its own label a translation ("Le Quotidien (translated)")."""
    marks = word_classes(houses)["translation"]
    labels = [articles[i].label for c in speech.claims if (i := c.mention.span.article) in articles]
    named = [f" {' '.join(folded_words(label.lower()))} " for label in labels]
    return bool(named) and all(any(f" {mark} " in label for mark in marks) for label in named)


def _relations(
    group: UtteranceGroup,
    speeches: Sequence[Speech],
    side_of: Mapping[int, int],
    translated: Collection[int],
    houses: Houses,
) -> tuple[Relation, ...]:
    found: dict[tuple[int, int], Relation] = {}
    for match in group.matches:
        a, b = side_of[match.a], side_of[match.b]
        if a == b:
            continue
        one, two = speeches[match.a].words, speeches[match.b].words
        either = match.a in translated or match.b in translated
        wording = compare_aligned(one, two, match.alignment, houses, either)
        key = (min(a, b), max(a, b))
        if key not in found:
            found[key] = Relation(a, b, wording.verdict, wording.reasons)
    return tuple(found[key] for key in sorted(found))


def _side(claims: Sequence[Claim], articles: Mapping[str, Article], rests_on: Mapping[str, str]) -> Side:
    ordered = tuple(sorted(claims, key=lambda c: c.id))
    ids = dict.fromkeys(c.mention.span.article for c in ordered)
    names = list(dict.fromkeys(label_of(articles, i) for i in ids))
    more = len(names) - _NAMED_SOURCES
    shown = "; ".join(names[:_NAMED_SOURCES]) + (f"; {more} more" if more > 0 else "")
    return Side(ordered, f"“{_words(ordered[0])}” ({shown})", origins=len({rests_on[c.id] for c in ordered}))


def _words(claim: Claim) -> str:
    return claim.value.words if isinstance(claim.value, Utterance) else claim.mention.text


def _about(claims: Sequence[Claim]) -> str:
    """The fullest name of the speaker and the beginning of the longest version."""
    words = max((_words(c) for c in claims), key=len).split()
    shown = " ".join(words[:_SHOWN]) + (" …" if len(words) > _SHOWN else "")
    speakers = [c.attribution.speaker for c in claims if c.attribution and c.attribution.role is None]
    speaker = max(speakers, key=lambda s: (s[:1].isupper(), len(s)), default=None)
    return f"{speaker}: “{shown}”" if speaker else f"“{shown}”"


def _two_speakers(group: UtteranceGroup, speeches: Sequence[Speech]) -> tuple[str, ...]:
    """A remark where the same utterance is given to different people."""
    named = sorted({s.speaker for i in group.speeches if (s := speeches[i]).speaker is not None and s.certain})
    apart = [n for n in named if n is not None and not all(one_speaker(n, other) for other in named)]
    return (f"the words are given to different speakers: {', '.join(apart)}",) if apart else ()
