"""Years in which a thing came to be: "in houses built in 2006" says nothing of when people died in them."""

from __future__ import annotations

from reconcile.language.analysis import Analysis
from reconcile.language.dates import DateMention
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.quantities import QuantityMention

VERB_REACH = 8  # tokens between the verb and its year ("built, with planning permission, in 2006")
ARTICLE_REACH = 4  # tokens between the article of the thing and the verb


def is_of_making(analysis: Analysis, mention: DateMention, figure: QuantityMention, houses: Houses = ()) -> bool:
    """True where the date tells when the thing that is named between it and the figure was built or founded.

    "In a tower completed in 1974", not "Twelve towers were completed in 1974".
    """
    if figure.last > mention.first or _figures_between(analysis, figure, mention):
        return False
    first = max(figure.last, mention.first - VERB_REACH)
    return any(_tells_of_thing(analysis, at, figure, houses) for at in range(mention.first - 1, first, -1))


def _figures_between(analysis: Analysis, figure: QuantityMention, mention: DateMention) -> bool:
    """True where another figure stands right before the date, so that the verb may be said of it."""
    return any(q.last > mention.first - 2 for q in analysis.between(analysis.quantities, figure.last, mention.first))


def _tells_of_thing(analysis: Analysis, verb: int, figure: QuantityMention, houses: Houses) -> bool:
    """True for a verb of making that describes a noun behind the figure: by "that" and "which", or as a participle."""
    words, classes = analysis.tokens.words, word_classes(houses)
    if words[verb] not in classes["made-then"] | classes["begun-then"]:
        return False
    before = verb - 1
    while before > figure.last and words[before] in classes["passive-auxiliary"] | classes["active-auxiliary"]:
        before -= 1
    if words[before] in classes["relative-subject"] | classes["which"]:
        return True
    if before != verb - 1 or before < figure.last:
        return False  # "The houses were built in 2006"
    articles = classes["indefinite"] | (classes["definite"] if words[verb] in classes["made-then"] else frozenset())
    return not articles.isdisjoint(words[max(figure.last, verb - ARTICLE_REACH) : verb])
