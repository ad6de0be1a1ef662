"""HTML that is escaped by construction: whatever is not `Markup` is text."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Union

VOID = frozenset({"circle", "hr", "input", "line", "meta", "path", "rect"})
Child = Union[str, "Markup", Iterable["Child"], None]


class Markup(str):
    """Finished HTML; only `el`, `raw` and `join` make it."""

    __slots__ = ()


def el(tag: str, /, *children: Child, **attributes: str | float | bool | None) -> Markup:
    """One element. Children that are no Markup are escaped, None and False attributes left out.

    Attribute names lose a trailing underscore ("class_") and turn the others into hyphens ("aria_label").
    """
    written = "".join(_attribute(key, value) for key, value in attributes.items() if value not in (None, False))
    if tag in VOID and not children:
        return Markup(f"<{tag}{written}/>" if tag in ("circle", "line", "path", "rect") else f"<{tag}{written}>")
    return Markup(f"<{tag}{written}>{join(children)}</{tag}>")


def _attribute(key: str, value: str | float | bool | None) -> str:
    name = key.rstrip("_").replace("_", "-")
    if value is True:
        return f" {name}"
    text = f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
    return f' {name}="{escape(text, quote=True)}"'


def join(children: Child, between: str = "") -> Markup:
    """Children one after the other, text among them escaped."""
    if children is None:
        return Markup("")
    if isinstance(children, Markup):
        return children
    if isinstance(children, str):
        return Markup(escape(children, quote=False))
    return Markup(between.join(join(child) for child in children))


def raw(text: str) -> Markup:
    """Text of the project's own that is HTML already."""
    return Markup(text)
