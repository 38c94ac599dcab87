# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which themes are there, and how often is each used? Also the list as the engine reads it."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count

from houvast.domain.errors import NotFound
from houvast.engine.language import theme_list as engine
from houvast.store.models import Theme


@dataclass(frozen=True, slots=True)
class ThemeLine:
    """A theme with the number of signals that have it."""

    id: int
    code: str
    name: str
    description: str
    words: tuple[str, ...]
    is_active: bool
    used: int


@dataclass(frozen=True, slots=True)
class ThemesPage:
    """Themes in use and those that ended."""

    active: tuple[ThemeLine, ...]
    ended: tuple[ThemeLine, ...]


def themes_page(*, language: str) -> ThemesPage:
    """All themes, in the order of the list."""
    rows = Theme.objects.annotate(used=Count("observations")).order_by("place", "id")
    lines = [
        ThemeLine(row.pk, row.code, name_in(row, language), row.description, tuple(row.words), row.is_active, row.used)
        for row in rows
    ]
    return ThemesPage(
        tuple(line for line in lines if line.is_active), tuple(line for line in lines if not line.is_active)
    )


def get_theme(pk: int) -> Theme:
    """A theme. NotFound where there is none."""
    found = Theme.objects.filter(pk=pk).first()
    if found is None:
        raise NotFound("There is no such theme. Choose one from the list.")
    return found


def name_in(theme: Theme, language: str) -> str:
    """The name of a theme in this language, else in Dutch."""
    return theme.name_en if language == "en" and theme.name_en else theme.name


def theme_list() -> engine.ThemeList:
    """The themes in use, as the engine reads them."""
    rows = Theme.objects.filter(is_active=True).order_by("place", "id")
    themes = tuple(
        engine.Theme(
            code=row.code,
            names={"nl": row.name, "en": row.name_en or row.name},
            description=row.description,
            words=tuple(row.words),
            examples=tuple(row.examples),
        )
        for row in rows
    )
    return engine.ThemeList(themes, version="1")
