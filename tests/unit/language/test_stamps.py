"""Stamps of live blogs that are written with a dot."""

from __future__ import annotations

from datetime import date, time

from reconcile.language.analysis import analyse

DAY = date(2024, 9, 18)


def test_times_with_a_dot_that_open_several_lines_are_stamps_and_no_figures() -> None:
    analysis = analyse("15.10 Police say 12 people died.\n\n9.40 - The road is open.\n\n11.20 Nothing new.", DAY)
    assert [d.clock for d in analysis.dates] == [time(15, 10), time(9, 40), time(11, 20)]
    assert [q.quantity.value for q in analysis.quantities] == [12]


def test_one_line_may_begin_with_a_price() -> None:
    analysis = analyse("12.50 Euros was the price.\n\nNobody paid.\n\n31.90 in the end, or 12.75 percent more.", DAY)
    assert not [d for d in analysis.dates if d.clock]
    assert len(analysis.quantities) == 3


def test_stamps_may_stand_in_bold_or_behind_a_bullet() -> None:
    analysis = analyse(
        "**15.10** Police say 12 people died.\n\n• 9.40 - The road is open.\n\n[11.20] Nothing new.", DAY
    )
    assert [d.clock for d in analysis.dates] == [time(15, 10), time(9, 40), time(11, 20)]
    assert [q.quantity.value for q in analysis.quantities] == [12]
