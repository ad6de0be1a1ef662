"""Of whom a turnout is a share: of all who were called out or might have come, or of one kind of them."""

from __future__ import annotations

from reconcile.claims.measuring.clause import Measured
from reconcile.language.analysis import Analysis
from reconcile.language.grammar import word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.quantities import QuantityMention

KIND_REACH = 6  # tokens between a share of the staff and which kind of staff it is of


def called_out(measured: Measured | None, houses: Houses = ()) -> bool:
    """True for turnout: a share of all who might have come."""
    return measured is not None and measured.measure in word_classes(houses)["of-all-called-out"]


def kind_called(analysis: Analysis, figure: QuantityMention, sentence: tuple[int, int], houses: Houses = ()) -> str:
    """ "35 percent of secondary teachers", "in the primary schools it was 86 percent": of which kind of them alone.

    "" where nothing beside the share restricts it.
    """
    first, last = sentence
    beside = analysis.between(analysis.quantities, first, last)
    start = max((q.last for q in beside if q.last <= figure.first), default=max(first, figure.first - KIND_REACH))
    stop = min((q.first for q in beside if q.first >= figure.last), default=last)
    words, kinds = analysis.tokens.words, word_classes(houses)["kind-of-staff"]
    places = *range(figure.last, min(stop, figure.last + KIND_REACH)), *reversed(range(start, figure.first))
    return next((words[i] for i in places if words[i] in kinds), "")
