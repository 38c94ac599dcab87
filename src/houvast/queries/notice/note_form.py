# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What can somebody who notes a signal choose from? Areas by the area they are part of, and themes in their order."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import get_language

from houvast.domain.errors import NotFound
from houvast.engine.language.plain_text import tidy
from houvast.queries.notice.choices import theme_choices
from houvast.queries.notice.terms import notice_terms
from houvast.store.models import Area, Round, Theme


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose: its code and its name."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class AreaGroup:
    """The areas that are part of one area; name is empty for those that are part of none."""

    name: str
    areas: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class NoteChoices:
    """What the form offers, and on what terms: days that a note may wait on a device, and until there is an answer."""

    areas: tuple[AreaGroup, ...]
    themes: tuple[Choice, ...]
    offline_days: int
    feedback_days: int


def note_choices() -> NoteChoices:
    """Areas and themes in use now."""
    terms = notice_terms()
    return NoteChoices(area_groups(), themes_in_use(), terms.offline_days, terms.feedback_days)


def area_groups() -> tuple[AreaGroup, ...]:
    """The areas in use, in the order of their names within the area they are part of; those of no area first."""
    rows = Area.objects.filter(ended_at=None).values_list("parent__name", "name", "code")
    ordered = sorted(((parent or "", name, code) for parent, name, code in rows), key=lambda row: row)
    return tuple(
        AreaGroup(parent, tuple(Choice(code, name) for _, name, code in found))
        for parent, found in groupby(ordered, key=lambda row: row[0])
    )


def themes_in_use() -> tuple[Choice, ...]:
    """The themes in use, in the order of the list, in the reader's language where there is a name in it."""
    return tuple(Choice(code, name) for code, name in theme_choices(language=get_language() or "nl"))


def walked_round(number: int | None) -> Round | None:
    """The round that a note is made on; None where it is gone, for a note that waited must not be lost with it."""
    return Round.objects.select_related("area").filter(pk=number).first() if number else None


def find_area(code: str) -> Area:
    """The area with this code. NotFound where there is none."""
    found = Area.objects.filter(code=code).first()
    if found is None:
        raise NotFound("There is no area with this code.")
    return found


def find_theme(code: str) -> Theme:
    """The theme with this code. NotFound where there is none."""
    found = Theme.objects.filter(code=code).first()
    if found is None:
        raise NotFound("There is no theme with this code.")
    return found


def as_read(text: str) -> str:
    """A text as the gate reads it: places that it names are places in this one."""
    return tidy(text, lines=True)
