# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How is a picture written? As a few escaped elements; nothing in it can run or reach out."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape


def element(name: str, content: str = "", /, **attributes: object) -> str:
    """One element; attribute names use _ for - and a trailing _ for Python's words. content is markup already."""
    written = "".join(f' {key.rstrip("_").replace("_", "-")}="{_value(v)}"' for key, v in attributes.items())
    return f"<{name}{written}>{content}</{name}>" if content else f"<{name}{written}/>"


def text(content: str, /, **attributes: object) -> str:
    """A text element with escaped content."""
    return element("text", escape(content), **attributes)


def picture(parts: Iterable[str], *, width: float, height: float, title: str, sentence: str, kind: str) -> str:
    """A whole picture that scales with its place on the page. Its name and description are read out."""
    inside = element("title", escape(title)) + element("desc", escape(sentence)) + "".join(parts)
    return element(
        "svg",
        inside,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {_value(width)} {_value(height)}",
        class_=f"chart {kind}",
        role="img",
        aria_label=f"{title}. {sentence}",
        font_family="system-ui, sans-serif",
        font_size="14",
        fill="#1b1b1b",
    )


def path(points: Iterable[tuple[float, float]], *, close: bool = False) -> str:
    """The d of a path through points."""
    return "M" + "L".join(f"{_value(x)} {_value(y)}" for x, y in points) + ("Z" if close else "")


def _value(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.1f}".removesuffix(".0")
    return escape(str(value), quote=True)
