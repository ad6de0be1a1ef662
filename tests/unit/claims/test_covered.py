"""Whether a place stands inside one of many regions."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reconcile.claims.covered import Covered
from reconcile.model.text import Region

RANGES = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 9)))


@given(RANGES, st.integers(0, 40))
def test_a_place_is_covered_where_any_region_holds_it(ranges: list[tuple[int, int]], offset: int) -> None:
    regions = [Region("body", start, start + length, "caption") for start, length in ranges]
    assert (offset in Covered(regions)) == any(r.start <= offset < r.end for r in regions)
