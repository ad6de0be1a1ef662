"""The stage's tables hold what their examples say; units, times and voices."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from reconcile.claims.measuring.dynamics import SPEC as DYNAMICS
from reconcile.claims.measuring.dynamics import Moves, moves
from reconcile.comparing.all_hit import SPEC as TOTALS
from reconcile.comparing.check import check_examples
from reconcile.comparing.equivalents import REMAINDERS
from reconcile.comparing.sums import SPEC as SUMS
from reconcile.comparing.timing import moment_of
from reconcile.comparing.transfers import SPEC as TRANSFERS
from reconcile.comparing.units import conversion
from reconcile.comparing.voices import OWN_RANK, RANKS, voice
from reconcile.language.cast import ROLES
from reconcile.language.dimensions import is_money
from reconcile.language.lexicon import load
from reconcile.model.claim import Attribution, Claim
from reconcile.model.interval import Interval
from reconcile.model.text import Article
from tests.unit.comparing.story import Story


def test_the_tables_keep_what_their_examples_promise() -> None:
    assert check_examples() == []


@pytest.mark.parametrize("spec", [DYNAMICS, SUMS, TOTALS, TRANSFERS, RANKS, REMAINDERS], ids=lambda s: s.name)
def test_every_entry_has_examples_and_counter_examples(spec) -> None:  # type: ignore[no-untyped-def]
    assert all(entry.examples and entry.counter for entry in load(spec))


def test_a_broken_promise_is_reported(tmp_path: Path) -> None:
    (tmp_path / "sums.toml").write_text(
        '[[sum]]\nid = "x"\nphrases = ["x"]\nparts = ["y"]\nexamples = [["x", "z"]]\ncounter = ["x"]\n'
    )
    first, second = check_examples((tmp_path,))
    assert "'x' gives 'y', not 'z'" in first and "counter-example 'x' is caught" in second


def test_what_no_entry_names_is_fixed() -> None:
    assert moves("height") is moves("") is Moves.FIXED
    assert moves("buildings destroyed") is Moves.RISES
    assert moves("vessels-in-search") is Moves.EITHER


def test_ranks_name_classes_that_exist() -> None:
    classes = {role.id for role in load(ROLES)}
    for entry in load(RANKS):
        assert set(entry.phrases) <= classes
        assert {voice(Attribution("x", role=phrase)).rank for phrase in entry.phrases} == {entry.rank}


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        (("police", "police"), ("the Zagreb police directorate", "police"), True),
        (("firefighters", "fire service"), ("the fire brigade", "fire service"), True),
        (("the Pennine", None), ("Pennine Building Society", None), True),
        (("governor", "governor"), ("Governor Larysa Holub", "governor"), True),
        (("Governor Larysa Holub", "governor"), ("Governor Petro Koval", "governor"), False),
        (("police", "police"), ("organisers", "organisers"), False),
        (("", None), ("", None), False),
    ],
)
def test_voices(a: tuple[str, str | None], b: tuple[str, str | None], same: bool) -> None:
    one, two = voice(Attribution(a[0], role=a[1])), voice(Attribution(b[0], role=b[1]))
    assert one.same_as(two) == two.same_as(one) == same


def test_the_outlets_own_voice() -> None:
    assert not voice(None)
    assert voice(None).rank == OWN_RANK
    assert not voice(None).same_as(voice(None))


def test_conversion() -> None:
    mile, fahrenheit = conversion("mile"), conversion("fahrenheit")
    assert mile is not None and fahrenheit is not None
    assert mile.apply(Decimal(2)) == Decimal("3218.688")
    assert round(fahrenheit.apply(Decimal(212)), 6) == 100
    assert round(fahrenheit.interval(Interval(Decimal(32), Decimal(212))).low, 6) == 0
    assert conversion("JPY") is conversion("person") is conversion(None) is None
    penny, pound = conversion("GBP penny"), conversion("GBP")
    assert penny is not None and pound is not None and penny.dimension == pound.dimension
    assert penny.apply(Decimal(412)) == pound.apply(Decimal("4.12"))


def test_currencies() -> None:
    assert is_money("EUR") and is_money("money dorin")
    assert not any(map(is_money, ("day", "Eur", "€", None, "EURO")))


def moment(when: str | None, as_of: datetime | None = None):  # type: ignore[no-untyped-def]
    claim: Claim = Story().says("Herald", 1)
    object.__setattr__(claim, "as_of", as_of)
    return moment_of(claim, Article("a", "x", published=when))


def test_moments() -> None:
    hour = timedelta(hours=1)
    morning, noon = moment("2024-05-01T08:00:00Z"), moment("2024-05-01T14:00:00+02:00")
    day, next_day = moment("2024-05-01"), moment("2024-05-02")
    assert noon.after(morning, hour) and not morning.after(noon, hour)
    assert next_day.after(day, timedelta(0)) and next_day.after(noon, hour)
    assert not noon.after(day, timedelta(0)) and not day.after(morning, timedelta(0))
    assert not moment(None).after(morning, hour) and not morning.after(moment(None), hour)


def test_times_told_by_the_text_need_no_gap() -> None:
    first = moment("2024-05-01", datetime(2024, 5, 1, 9, 10))
    then = moment("2024-05-01", datetime(2024, 5, 1, 9, 25, tzinfo=UTC))
    assert then.after(first, timedelta(hours=1))
    assert then.earliest == datetime(2024, 5, 1, 9, 25, tzinfo=UTC)


@pytest.mark.parametrize("when", ["0001-01-01", "9999-12-31", "9999-12-31T23:30:00-12:00", "0001-01-01T00:30:00+12:00"])
def test_the_ends_of_the_calendar(when: str) -> None:
    assert moment(when).order.tzinfo is UTC
    assert isinstance(Article("a", "x", published=date.max).published, date)
