"""Expressions of time in news text as closed ranges of days."""

from reconcile.language.dates.examples import check_examples
from reconcile.language.dates.find import DateMention, find_dates

__all__ = ["DateMention", "check_examples", "find_dates"]
