"""Which of two events a figure tells of by where it happened, where its sentence tells no day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from reconcile.claims.happenings.scenes import headed_by, named_scenes, scenes, site_of
from reconcile.claims.happenings.stretches import Stretch, Words
from reconcile.model.change import evolve
from reconcile.model.claim import Incident
from reconcile.model.when import DayRange, Granularity


@frozen
class Sites:
    """Of one article: the sites of one day's event each, those of the story's own, and whether it tells of more."""

    days: Mapping[str, DayRange] = {}
    own: frozenset[str] = frozenset()
    several: bool = False

    def placed(self, incident: Incident, story: Incident, stretch: Stretch | None, where: Where) -> Incident:
        """The incident of a figure, told by its day, else by its site.

        `stretch` is that of its own sentence, as far as that tells a day.
        """
        if stretch is not None:
            return evolve(incident, scenes=where.sites)
        days = {self.days[s] for s in where.sites if s in self.days}
        if len(days) == 1:
            return evolve(story, day=days.pop(), scenes=where.sites)
        if days:
            return evolve(story, day=None)
        if incident is not story:
            return incident
        if where.named and self.own and self.several and where.sites.isdisjoint(self.own):
            others = story.others | ({story.day} if story.day else set())
            return evolve(story, day=None, others=others, scenes=where.sites)
        if story.day is None:
            return evolve(story, scenes=where.sites if where.named else self.own)
        return evolve(story, scenes=self.own)


@frozen
class Where:
    """The sites at which a figure's words put its event; `named` says that they name the event by its site."""

    sites: frozenset[str] = frozenset()
    named: bool = False


def places_told(words: Words, figures: Sequence[int]) -> Iterator[Where]:
    """Where the event of each figure happened, as its sentence tells; `figures` are their tokens, in order."""
    everywhere, named = scenes(words), named_scenes(words)
    first, last = words.span
    bounds = [first, *(token + 1 for token in figures)], [*figures[1:], last]
    for token, before, after in zip(figures, *bounds, strict=False):
        sites = site_of(words, token, (before, after)) if len(everywhere) > 1 else everywhere
        yield Where(sites, bool(sites and sites <= named))


def sites_of(told: Iterable[tuple[Words, Stretch | None]], story: DayRange | None, several: bool) -> Sites:
    """What the sentences of an article tell of sites and days.

    `told` has its sentences in order, headline first, each with a stretch that tells a day, or None.
    """
    days: dict[str, set[DayRange]] = defaultdict(set)
    own: frozenset[str] = frozenset()
    heading: frozenset[str] = frozenset()
    for words, stretch in told:
        sites, heading = scenes(words) | heading, headed_by(words)
        if not own and (stretch is None or not stretch.other):
            own = sites
            if story is not None and stretch is None:
                for site in sites:
                    days[site].add(story)
        if stretch is not None and stretch.day and stretch.day.granularity is Granularity.DAY:
            for site in sites:
                days[site].add(stretch.day)
    certain = {site: next(iter(each)) for site, each in days.items() if len(each) == 1}
    others = {site: day for site, day in certain.items() if site not in own or day == story}
    return Sites(others, own, several)
