"""A changed copy is the one that attrs itself would make."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from reconcile.model.change import evolve


@attrs.frozen
class Plain:
    first: int
    second: str = ""
    _hidden: tuple[int, ...] = ()
    made: str = attrs.field(init=False, default="made")
    number: float = attrs.field(default=0, converter=float)


@attrs.frozen(kw_only=True)
class Named:
    id: str
    phrases: tuple[str, ...] = ()


@attrs.frozen
class Single:
    only: int


@attrs.frozen
class Valued:
    kind: str
    value: int


@pytest.mark.parametrize(
    ("value", "changes"),
    [
        (Plain(1, "a", (2,)), {"second": "b"}),
        (Plain(1, "a", (2,)), {"hidden": (3,), "number": "4"}),
        (Plain(1), {}),
        (Named(id="x"), {"phrases": ("y",)}),
        (Single(1), {"only": 2}),
        (Valued("a", 1), {"kind": "b", "value": 2}),
    ],
)
def test_a_copy_is_changed_as_attrs_would(value: Any, changes: dict[str, Any]) -> None:
    before = repr(value)
    assert evolve(value, **changes) == attrs.evolve(value, **changes)
    assert repr(value) == before


def test_a_field_that_there_is_not_is_refused() -> None:
    with pytest.raises((KeyError, TypeError)):
        evolve(Plain(1), third=3)  # type: ignore[call-arg]
