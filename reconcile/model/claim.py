"""Claims: where something is said, what it says, and how."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from attrs import frozen

from reconcile.model.quantity import Quantity
from reconcile.model.text import Mention
from reconcile.model.when import DayRange, When


class Kind(StrEnum):
    """What kind of statement a claim is."""

    FIGURE = "figure"
    DATE = "date"
    QUOTE = "quote"
    NAME = "name"


class Status(StrEnum):
    """How far the text stands behind a claim."""

    STATED = "stated"
    WITHDRAWN = "withdrawn"
    DENIED = "denied"
    FORECAST = "forecast"
    BACKGROUND = "background"


UNNAMED = "part"  # the population of "43 of them" and "including seven", of whom the text says no more
INCREMENT = "increment"  # population of those whom a figure puts to a count told before


class Scope(StrEnum):
    """Whether a figure speaks of all of its event or of a part."""

    WHOLE = "whole"
    PART = "part"


class Moved(StrEnum):
    """How the text says that a figure has changed."""

    UP = "up"
    DOWN = "down"
    REVISED = "revised"


@frozen
class Attribution:
    """Who says it, as the text names them, and the words that say so ("according to", "said")."""

    speaker: str
    cue: str = ""
    role: str | None = None


@frozen
class Incident:
    """When the sudden event of a figure happened: `day`, None where the article does not tell.

    `told` holds the days of all such events that the article tells of, `others` those that are known to be of another
    one; `written` is the day it was published. `scenes` are the sites at which the article says that it happened.
    """

    day: DayRange | None = None
    told: frozenset[DayRange] = frozenset()
    written: date | None = None
    others: frozenset[DayRange] = frozenset()
    scenes: frozenset[str] = frozenset()


@frozen
class Frame:
    """What a claim is about, as far as its surroundings tell.

    `main` says that it is the article's own story; `key` tells frames of one article apart ("main", "2012", ...).
    `kinds` are the canonical kinds of event its words name ("strike", "earthquake"), the most frequent first.
    `days` is the time of the event where it is told; for a claim only where its own sentence tells it.
    `other_days` are further days that headline and lead name; for a claim, all of the story's.
    `month_day` is the month and day of a date that lacks its year.
    `names` and `words` are folded names and content words that tell this event from others, `places` the places
    that headline and opening name as the scene. `incident` tells one attack, crash or quake from another of its kind.
    `written` is the day of publication.
    """

    key: str = "main"
    kinds: tuple[str, ...] = ()
    days: DayRange | None = None
    other_days: tuple[DayRange, ...] = ()
    month_day: tuple[int, int] | None = None
    names: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    main: bool = True
    incident: Incident = Incident()
    written: date | None = None

    @property
    def kind(self) -> str | None:
        """The kind of event named most often, None where no word tells."""
        return self.kinds[0] if self.kinds else None


@frozen
class Utterance:
    """A direct quotation: the words as quoted, and who spoke them as far as the text says.

    `canonical` is the speaker's folded name, None where an office alone is given; `certain` is false where it was
    concluded from a pronoun.
    """

    words: str
    speaker: str | None = None
    canonical: str | None = None
    certain: bool = True


@frozen
class Name:
    """A name as written, its folded canonical form, and what it names ("person", "place", "organisation").

    `detail` is what a claim says of a person beyond the name: an age in years ("37"), an office ("deputy minister").
    """

    surface: str
    canonical: str
    category: str
    detail: str = ""


Value = Quantity | When | Utterance | Name


@frozen
class Claim:
    """One checkable statement.

    `measure` is the question a figure answers: a canonical id ("killed") or a normalised head phrase.
    `population` names the part or restriction counted ("children", "passengers"), folded; empty for all.
    `period` tells readings of a moving quantity apart ("24h", "2024", "year"); empty for the whole event.
    `span` is the stretch of a year that a sum is of ("quarter", "year"), empty where the sentence tells none.
    `as_of` is the time the figure speaks of, where text or publication tell.
    `context` holds the folded content words around a figure, which tell like figures apart, `where` the
    places to which its own sentence restricts it ("8,000 in Split"), `said_in` the one place beside which it stands,
    of the scene or not, `nation` the country whose people it counts.
    `told_as` is the measure as worded, where the article as a whole told another one ("shot", of which nobody died).
    `restates` is the id of the figure that this one repeats in another unit ("19 miles (30 km)").
    `holder` is the name of whoever has it (a candidate's votes), folded; empty where nobody is told.
    `stage` says how far a count had come, in percent ("with 62 percent of precincts reporting").
    `utterance` is shared by figures at one place of the same words as several articles quote them.
    `replaces` holds ids of claims that this one takes the place of, `former` says that its text calls it what was given
    before another ("an earlier toll of 245"), `note` the id of the note it stands in; `own_slip`
    says of a withdrawn figure that the outlet owns up to a mistake of its own.
    `moved` tells how the text says that the figure has changed ("raised its estimate to 5 million"), `so_far` that the
    text calls it unfinished ("the bill so far"), `local` that its article tells another one
    that is not of `where` alone.
    """

    id: str
    kind: Kind
    mention: Mention
    value: Value
    measure: str = ""
    status: Status = Status.STATED
    scope: Scope = Scope.WHOLE
    population: str = ""
    period: str = ""
    span: str = ""
    attribution: Attribution | None = None
    frame: Frame = Frame()
    event: str | None = None
    as_of: datetime | None = None
    context: frozenset[str] = frozenset()
    where: frozenset[str] = frozenset()
    said_in: frozenset[str] = frozenset()
    nation: str = ""
    told_as: str = ""
    restates: str | None = None
    replaces: tuple[str, ...] = ()
    former: bool = False
    utterance: str = ""
    holder: str = ""
    stage: Decimal | None = None
    note: str | None = None
    own_slip: bool = False
    moved: Moved | None = None
    so_far: bool = False
    local: bool = False

    @property
    def quantity(self) -> Quantity:
        """The value of a figure; raises TypeError for other kinds."""
        if not isinstance(self.value, Quantity):
            raise TypeError(f"claim {self.id} is a {self.kind}, not a figure")
        return self.value
