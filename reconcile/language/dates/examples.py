"""A short notation for readings, and running the examples and counter-examples of the date tables in it."""

from __future__ import annotations

from datetime import date

from reconcile.language.dates.find import DateMention, find_dates
from reconcile.language.dates.words import TABLES, TENSE
from reconcile.language.lexicon import Houses, load
from reconcile.language.tokens import tokenize
from reconcile.model.when import When

ANCHOR = date(2024, 7, 10)  # a Wednesday; the tables' examples are seen from it


def notation(mention: DateMention) -> str:
    """A reading in the notation of the tables, which follows EDTF (ISO 8601-2).

    "2024-07-08", "2024-07-01/2024-07-31", "2024-02-01/.." since, "../2024-08-31" until, "XXXX-07-08" and "W-4" where
    only month and day or the weekday are known, "+2" days from an event, "T10:42" a clock time, "!" impossible.
    """
    if mention.fault:
        return "!"
    if mention.offset_days is not None:
        return f"+{mention.offset_days}"
    clock = f"T{mention.clock:%H:%M}" if mention.clock else ""
    days = _days(mention.when)
    return clock if clock and days == "?" else days + clock


def _days(when: When) -> str:
    days = when.days
    if days is not None:
        if when.open_start or when.open_end:
            return f"../{days.last}" if when.open_start else f"{days.first}/.."
        return str(days)
    if when.month is not None:
        return f"XXXX-{when.month:02d}" + (f"-{when.day:02d}" if when.day else "")
    return "?" if when.weekday is None else f"W-{when.weekday + 1}"


def check_examples(houses: Houses = ()) -> list[str]:
    """What fails among the examples and counter-examples of the date tables, one line each."""
    faults = []
    for spec in (*TABLES, TENSE):
        for entry in load(spec, houses):
            where = f"{entry.begins}: {entry.id}"
            for example in entry.examples:
                got = [notation(m) for m in find_dates(tokenize(example.text), ANCHOR, houses)]
                if got != [example.reading]:
                    said = ", ".join(got) or "nothing"
                    faults.append(f"{where}: {example.text!r} reads {said}, not {example.reading}")
            for text in entry.counter:
                if got := [m.text for m in find_dates(tokenize(text), ANCHOR, houses)]:
                    faults.append(f"{where}: {text!r} must hold no date, but {', '.join(got)} is read")
    return faults
