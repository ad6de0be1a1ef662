"""Names as claims: each spelling of a name, a person's age, a person's office."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reconcile.language.analysis import Analysis
from reconcile.language.gazetteer import gazetteer
from reconcile.language.lexicon import Houses
from reconcile.language.name_kinds import age_after, office_after, office_before
from reconcile.language.names import NameMention
from reconcile.language.tokens import Tokens
from reconcile.model.claim import Claim, Frame, Kind, Name, Status
from reconcile.model.text import Article, Part

NAME, AGE, OFFICE = "name", "age", "office"  # measures of claims about names
_NICKNAME_ENDS = frozenset("\"')")
_SHORT = 3  # letters: shorter names are initials or too common to compare


def name_claims(article: Article, parts: Mapping[Part, Analysis], houses: Houses = ()) -> list[Claim]:
    """One claim for each spelling an article uses of a name, each age and each office it gives a person, in order."""
    claims: list[Claim] = []
    seen: set[tuple[str, str, str]] = set()
    for part, analysis in parts.items():
        for mention in analysis.names:
            for measure, detail, start, end in _told(analysis.tokens, mention, houses):
                key = (measure, mention.text.casefold(), detail)
                if key not in seen:
                    seen.add(key)
                    claims.append(_claim(article, part, mention, measure, detail, start, end))
    return claims


def _told(tokens: Tokens, mention: NameMention, houses: Houses) -> Iterator[tuple[str, str, int, int]]:
    """What one mention says: measure, detail and code points of each claim."""
    if mention.category == "demonym" or len(mention.text) < _SHORT:
        return
    yield NAME, "", mention.start, mention.end
    if mention.category != "person" or _nicknamed(tokens, mention):
        return
    table = gazetteer(houses)
    old = table.cues["age-before"].before(tokens, mention.first)
    if age := age_after(tokens, mention.last, table):
        yield AGE, age.years, mention.start, tokens.ends[age.end - 1]
    elif old is not None and old.start > 1 and tokens.words[old.start - 2].isdigit():
        yield AGE, tokens.words[old.start - 2], tokens.starts[old.start - 2], mention.end
    if office := office_before(tokens, mention.first, table):
        yield OFFICE, office.words, tokens.starts[office.first], mention.end
    elif office := office_after(tokens, mention.last, table):
        yield OFFICE, office.words, mention.start, tokens.ends[office.last - 1]


def _nicknamed(tokens: Tokens, mention: NameMention) -> bool:
    """True for a surname cut off its given name by a nickname: 'Dana "Dee" Holm' may be any Holm."""
    alone = mention.last - mention.first == 1
    return alone and mention.first > 0 and tokens.words[mention.first - 1] in _NICKNAME_ENDS


def _claim(
    article: Article, part: Part, mention: NameMention, measure: str, detail: str, start: int, end: int
) -> Claim:
    return Claim(
        id=f"{article.id}#{part[0]}{measure[0]}{start}",
        kind=Kind.NAME,
        mention=article.mention(part, start, end),
        value=Name(mention.text, mention.canonical, mention.category, detail),
        measure=measure,
        status=Status.WITHDRAWN if article.withdrawn else Status.STATED,
        frame=Frame(names=frozenset({mention.canonical})),
    )
