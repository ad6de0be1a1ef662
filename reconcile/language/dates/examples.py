"""Running the examples and counter-examples of the date tables."""

from __future__ import annotations

from datetime import date

from reconcile.language.dates.find import DateMention, find_dates
from reconcile.language.dates.words import TABLES, TENSE
from reconcile.language.lexicon import Houses, load
from reconcile.language.tokens import tokenize

ANCHOR = date(2024, 7, 10)  # a Wednesday; the tables' examples are seen from it


def shown(mention: DateMention) -> str:
    """The notation of the tables: "2024-07-08", "2024-07-01/2024-07-31", "+2" from an event, "?" unresolved."""
    if mention.offset_days is not None:
        return f"+{mention.offset_days}"
    if mention.when.days is None:
        return "?"
    if mention.when.open_start:
        return f"../{mention.when.days.last}"
    return str(mention.when.days)


def check_examples(houses: Houses = ()) -> list[str]:
    """What fails among the examples and counter-examples of the date tables, one line each."""
    faults = []
    for spec in (*TABLES, TENSE):
        for entry in load(spec, houses):
            where = f"{spec.name}.toml:{entry.line}: {entry.id}"
            for example in entry.examples:
                got = [shown(m) for m in find_dates(tokenize(example.text), ANCHOR, houses)]
                if got != [example.reading]:
                    faults.append(
                        f"{where}: {example.text!r} reads {', '.join(got) or 'nothing'}, not {example.reading}"
                    )
            for text in entry.counter:
                got = [m.text for m in find_dates(tokenize(text), ANCHOR, houses)]
                if got:
                    faults.append(f"{where}: {text!r} must hold no date, but {', '.join(got)} is read")
    return faults
