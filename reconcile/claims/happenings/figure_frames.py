"""Of which event a figure is: the article's own, or another one that its sentence dates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from reconcile.claims.happenings.frames import RUN_OF_EVENTS, is_dateline, is_day, is_of_a_text, of_saying
from reconcile.claims.happenings.happening_table import words_of
from reconcile.claims.happenings.made_then import is_of_making
from reconcile.claims.happenings.other_times import is_of_comparison, is_of_what_was
from reconcile.claims.measuring.compared import is_baseline
from reconcile.language.analysis import Analysis
from reconcile.language.dates import DateMention
from reconcile.language.grammar import stands_among, word_classes
from reconcile.language.lexicon import Houses
from reconcile.language.quantities import QuantityMention
from reconcile.model.change import evolve
from reconcile.model.claim import Frame
from reconcile.model.when import DayRange, Granularity

SEASON_BEFORE = timedelta(days=130)  # a month or quarter that ended this long before is still what is reported on
AFTER_COSTS = 1.5
SAID_REACH = 5  # tokens between a verb of saying and its day ("told reporters late on")
PERCENT = "percent"
YEAR_REACH = 8  # tokens of a figure before "of 2023"
MIDDLING = (Granularity.MONTH, Granularity.QUARTER, Granularity.SEASON)
TERMS = (Granularity.MONTH, Granularity.QUARTER, Granularity.YEAR)  # what sums and rates are stated for
COARSE = (Granularity.YEAR, Granularity.DECADE, Granularity.CENTURY)
_LABEL_OPENS = frozenset("([;")
_LABEL_ENDS = frozenset(")];")
THEN_REACH = 4  # tokens of a sentence in which "that time" opens it


def figure_frame(
    analysis: Analysis,
    figure: QuantityMention,
    sentence: tuple[int, int],
    story: Frame,
    anchor: date | None,
    houses: Houses = (),
) -> Frame:
    """The story's frame with the day the sentence tells, or a frame of its own where the figure is of another time.

    `story` is the undated frame, `anchor` the day of the story's event, else of publication.
    """
    dates = [d for d in analysis.between(analysis.dates, *sentence) if _may_date(analysis, d, figure, houses)]
    nearest = _nearest_time(analysis, dates, figure, houses) if dates else _back_then(analysis, sentence, houses)
    if nearest is None or anchor is None or not _of_another_time(nearest, anchor):
        days = _told_day(analysis, dates, houses) or (nearest if nearest and nearest.granularity in TERMS else None)
        return evolve(story, days=days) if days else story
    names = frozenset(n.canonical for n in analysis.between(analysis.names, *sentence))
    return Frame(str(nearest), story.kinds, nearest, names=names, main=False, written=story.written)


def _back_then(analysis: Analysis, sentence: tuple[int, int], houses: Houses) -> DayRange | None:
    """ "In 1987 she lost her husband. That time 2,000 died": the last time of the sentence before."""
    at, words = analysis.sentence_of(sentence[0]), analysis.tokens.words
    opening = words[sentence[0] : min(sentence[1], sentence[0] + THEN_REACH)]
    if not at or not stands_among(opening, word_classes(houses)["back-then"]):
        return None
    told = [d.when.days for d in analysis.between(analysis.dates, *analysis.sentences[at - 1]) if d.when.days]
    return told[-1] if told else None


def _may_date(analysis: Analysis, mention: DateMention, figure: QuantityMention, houses: Houses) -> bool:
    """True where the date may tell the figure's time, and does not belong to another one."""
    others = (
        _of_baseline,
        _of_one_before,
        _compared_with,
        _of_next_clause,
        is_of_making,
        _of_aside,
        is_of_comparison,
        is_of_what_was,
    )
    if any(belongs(analysis, mention, figure, houses) for belongs in others):
        return False
    return not _labels_another(analysis, mention, figure)


def _of_one_before(analysis: Analysis, mention: DateMention, figure: QuantityMention, houses: Houses) -> bool:
    """ "half the 187 million of 2023, on revenue of 5.3 billion": the year is that of the 187 million alone."""
    at = mention.first - 1
    if figure.last == at or analysis.tokens.words[max(0, at)] not in word_classes(houses)["of"]:
        return False
    return any(q.last == at for q in analysis.between(analysis.quantities, max(0, at - YEAR_REACH), at))


def _compared_with(analysis: Analysis, mention: DateMention, figure: QuantityMention, houses: Houses) -> bool:
    """ "12% higher than in 2019", "rose 12% from 2019", "9% on August 2023": what the figure is held against."""
    words, classes = analysis.tokens.words, word_classes(houses)
    if not classes["than"].isdisjoint(words[max(0, mention.first - 2) : mention.first]):
        return not _told_of(analysis, mention, figure, houses)
    gap, days = words[figure.last : mention.first], mention.when.days
    coarse = days is not None and days.granularity in TERMS
    return coarse and len(gap) == 1 and gap[0] in classes["held-against"] and figure.quantity.unit == PERCENT


def _of_next_clause(analysis: Analysis, mention: DateMention, figure: QuantityMention, houses: Houses) -> bool:
    """ "In 2015 it counted 164 such cases; already this year it has seen 76": each clause has a time of its own."""
    if not _parted(analysis, mention, figure, houses):
        return False
    first, last = analysis.sentences[analysis.sentence_of(figure.first)]
    dates = analysis.between(analysis.dates, first, last)
    return _counts_on(analysis, mention, figure, last) or any(
        d is not mention and not _parted(analysis, d, figure, houses) for d in dates
    )


def _counts_on(analysis: Analysis, mention: DateMention, figure: QuantityMention, last: int) -> bool:
    """ "By nightfall there were 21; by Monday evening 45": the day behind the semicolon has a figure of its own."""
    if mention.first < figure.last or ";" not in analysis.tokens.words[figure.last : mention.first]:
        return False
    return bool(analysis.between(analysis.quantities, mention.last, last))


def _of_aside(analysis: Analysis, mention: DateMention, figure: QuantityMention, houses: Houses) -> bool:
    """ "Osk, where a storm killed 320 last year, ordered 40 pumps": the time is that of the clause between commas."""
    words, classes = analysis.tokens.words, word_classes(houses)
    first, last = analysis.sentences[analysis.sentence_of(mention.first)]
    opens = next((i for i in range(mention.first - 1, first, -1) if words[i] == ","), None)
    ends = next((i for i in range(mention.last, last) if words[i] == ","), None)
    if opens is None or ends is None or words[opens + 1] not in classes["narrowing"] | classes["relative-clause"]:
        return False
    own = analysis.between(analysis.quantities, opens, ends)  # "the storm, which struck in 2019, killed 12": no figure
    return bool(own) and not opens < figure.first < ends


def _parted(analysis: Analysis, mention: DateMention, figure: QuantityMention, houses: Houses) -> bool:
    """True where a semicolon, or a further clause of what is said, lies between: "and that 40 are at work now"."""
    one, two = sorted(((mention.first, mention.last), (figure.first, figure.last)))
    gap, classes = analysis.tokens.words[one[1] : two[0]], word_classes(houses)
    return ";" in gap or any(a in classes["joining"] and b in classes["clause-opening"] for a, b in pairwise(gap))


def _labels_another(analysis: Analysis, mention: DateMention, figure: QuantityMention) -> bool:
    """ "94 million (2023: 187 million)": a year with a colon in a bracket dates only what follows it there."""
    words = analysis.tokens.words
    if words[mention.last : mention.last + 1] != [":"] or words[max(0, mention.first - 1)] not in _LABEL_OPENS:
        return False
    return figure.first < mention.last or not _LABEL_ENDS.isdisjoint(words[mention.last : figure.first])


def _of_baseline(analysis: Analysis, date: DateMention, figure: QuantityMention, houses: Houses) -> bool:
    """ "71 percent, up from 66 percent four years ago": the years tell the time of what the figure is compared with."""
    between = analysis.between(analysis.quantities, figure.last, date.first)
    return any(is_baseline(analysis, q, houses) for q in between)


def _of_report(analysis: Analysis, mention: DateMention, houses: Houses) -> bool:
    """True for the day on which somebody said so, or the count came out: "the list published on Friday"."""
    words, classes = analysis.tokens.words, word_classes(houses)
    at = mention.first
    led = any(" ".join(words[max(0, at - n) : at]) in classes["came-out"] for n in (1, 2, 3))
    said = of_saying(analysis, mention) or _behind_said(words, at, houses)
    return led or said or is_of_a_text(words, mention, houses)


def _of_count(analysis: Analysis, mention: DateMention, houses: Houses) -> bool:
    """ "By Monday evening 45 had died": how far the count had come then, not when they died."""
    words, until = analysis.tokens.words, word_classes(houses)["as-of-past"]
    return words[mention.first] in until or (mention.first > 0 and words[mention.first - 1] in until)


def _behind_said(words: Sequence[str], at: int, houses: Houses) -> bool:
    """ "Told reporters on Tuesday", "said Tuesday": a verb of saying, whoever it was who said so."""
    between, said = word_classes(houses)["said-to"], words_of(houses, "said")
    start = next((i for i in range(at - 1, max(-1, at - SAID_REACH), -1) if words[i] not in between), at)
    return start < at and words[start] in said


def _told_day(analysis: Analysis, dates: Sequence[DateMention], houses: Houses) -> DayRange | None:
    """The one day on which the sentence says it happened; the day on which somebody said so does not count.

    That of a dateline tells it only where no other day is told.
    """
    told = [d for d in dates if is_day(d) and d.clock is None and not _of_count(analysis, d, houses)]
    told = [d for d in told if not _of_report(analysis, d, houses)]
    apart = [d for d in told if not is_dateline(analysis.tokens, d, "body")] or told
    days = {d.when.days for d in apart}
    return days.pop() if len(days) == 1 else None


def _nearest_time(
    analysis: Analysis, dates: Sequence[DateMention], figure: QuantityMention, houses: Houses
) -> DayRange | None:
    """The time named nearest to the figure in its sentence; "since 1987, when …" speaks of 1987."""
    timed: list[tuple[float, DayRange]] = []
    for mention in dates:
        days = mention.when.days
        if days is None:
            continue
        if mention.when.open_start or mention.when.open_end:
            if not _told_of(analysis, mention, figure, houses):
                continue
            days = _beginning(days)
        timed.append((_distance(mention, figure), days))
    return min(timed, key=lambda t: t[0])[1] if timed else None


def _told_of(analysis: Analysis, mention: DateMention, figure: QuantityMention, houses: Houses) -> bool:
    """ "…, when a tremor killed 212": the figure stands in a clause that tells of the time named before it."""
    words = analysis.tokens.words[mention.last : mention.last + 2]
    return mention.last <= figure.first and any(w in word_classes(houses)["relative-time"] for w in words)


def _beginning(days: DayRange) -> DayRange:
    """The year in which an open range begins."""
    return DayRange(days.first, date(days.first.year, 12, 31), Granularity.YEAR)


def _of_another_time(days: DayRange, anchor: date) -> bool:
    """True where these days lie too long before the story to be its own."""
    before = SEASON_BEFORE if days.granularity in MIDDLING else RUN_OF_EVENTS
    return anchor - days.last > before or (days.granularity in COARSE and days.last < anchor)


def _distance(mention: DateMention, figure: QuantityMention) -> float:
    """Tokens between a time and a figure; a time named before it is more often its own."""
    if mention.last <= figure.first:
        return figure.first - mention.last
    return AFTER_COSTS * (mention.first - figure.last)
