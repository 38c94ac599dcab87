# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How is a page on paper or in a file filled in? By a template that escapes all text, with its style in the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from importlib import resources

import jinja2
from markupsafe import Markup


def fill_page(template: str, page: object, *, styles: Sequence[str], say: Callable[..., str] | None = None) -> str:
    """templates/<template>.html about this page. styles: names of style sheets, in order; say: for its own words."""
    sheets = Markup("".join(_read(f"{name}.css") for name in styles))  # noqa: S704 -- our own files
    return _environment().get_template(f"{template}.html").render(page=page, style=sheets, say=say)


def _read(name: str) -> str:
    return (resources.files("houvast.exchange") / "templates" / name).read_text("utf-8")


@cache
def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.PackageLoader("houvast.exchange", "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
