# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands on the screens of signals?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext

from houvast.domain.week import write_week
from houvast.queries.notice.feedback import FeedbackPage
from houvast.queries.notice.note_form import area_groups, themes_in_use
from houvast.queries.notice.observation_words import ObservationWords, look_at_words
from houvast.queries.notice.observations import (
    ListedObservation,
    ObservationListPage,
    ObservationPage,
    observation_list,
    observation_page,
)
from houvast.queries.notice.suggested_themes import SuggestedTheme, suggested_themes
from houvast.web.notice.observations.forms import UNKNOWN, AnswerForm, CorrectForm, FilterForm
from houvast.web.notice.words import FIELD_WORDS, MARK_WORDS, in_words

PAGE = "pagina"


@dataclass(frozen=True, slots=True)
class Row:
    """A signal in the list, with its kind in words."""

    about: ListedObservation
    week: str
    kind: str


@dataclass(frozen=True, slots=True)
class ListScreen:
    """The list with its filter. newer, older: addresses of other pages, empty where there is none."""

    rows: tuple[Row, ...]
    page: ObservationListPage
    filter: FilterForm
    newer: str
    older: str
    is_filtered: bool


@dataclass(frozen=True, slots=True)
class ObservationScreen:
    """One signal in words, with the forms for it. sent: the form that was refused, where one was."""

    about: ObservationPage
    week: str
    entered_week: str
    kind: str
    source: str
    origin: str
    codes: tuple[tuple[str, str], ...]
    marks: tuple[str, ...]
    answer: AnswerForm
    correct: CorrectForm
    suggested: tuple[SuggestedTheme, ...] = ()
    words: ObservationWords = field(default_factory=ObservationWords)
    fuel: tuple[tuple[str, str], ...] = ()
    sent: AnswerForm | CorrectForm | None = None


@dataclass(frozen=True, slots=True)
class FeedbackScreen:
    """What the reporter reads, with the week as people write it."""

    about: FeedbackPage
    week: str


def list_screen(asked: QueryDict, *, reader: int | None = None) -> ListScreen:
    """The list that was asked for. reader: the colleague whose own signals come first."""
    form = FilterForm(asked, areas=area_groups(), themes=themes_in_use())
    number = asked.get(PAGE, "1")
    wanted_page = int(number) if number.isdecimal() and len(number) < 8 else 1
    page = observation_list(form.wanted(), today=timezone.localdate(), page=wanted_page, reader=reader)
    rows = tuple(Row(one, on_one_line(one.week), in_words("kind", one.kind)) for one in page.observations)
    kept = {name: value for name, value in asked.items() if name in form.fields and value}

    def address(to: int) -> str:
        return "?" + urlencode({**kept, PAGE: to}) if 1 <= to <= page.pages else ""

    return ListScreen(rows, page, form, address(page.number - 1), address(page.number + 1), bool(kept))


def observation_screen(
    identity: int, *, answer: AnswerForm | None = None, correct: CorrectForm | None = None
) -> ObservationScreen:
    """One signal, with empty forms or with the one that was refused."""
    about = observation_page(identity, today=timezone.localdate())
    words = look_at_words(identity)
    return ObservationScreen(
        about=about,
        week=write_week(about.week),
        entered_week=write_week(about.entered_week),
        kind=in_words("kind", about.kind),
        source=in_words("source_kind", about.source_kind),
        origin=in_words("origin", about.origin),
        codes=tuple((str(FIELD_WORDS[name]), in_words(name, value)) for name, value in about.codes),
        marks=tuple(str(MARK_WORDS[name]) for name in about.marks),
        answer=answer or AnswerForm(),
        correct=correct or correct_form(about),
        suggested=() if about.theme else suggested_themes(about.seen),
        words=words,
        fuel=tuple((hint.excerpt, gettext(hint.message)) for hint in words.fuel),
        sent=answer or correct,
    )


def correct_form(about: ObservationPage, data: Mapping[str, Any] | None = None) -> CorrectForm:
    """The form that says where a signal belongs; areas and themes not in use any more stay where they are."""
    initial = {"area": about.area_code or UNKNOWN, "theme": about.theme_code or UNKNOWN, "kind": about.kind.value}
    form = CorrectForm(data, areas=area_groups(), themes=themes_in_use(), initial=initial)
    for name, label in (("area", about.area), ("theme", about.theme)):
        choice = form.fields[name]
        if not choice.valid_value(initial[name]):  # type: ignore[attr-defined]
            choice.choices = [*choice.choices, (initial[name], label)]  # type: ignore[attr-defined]
    return form


def feedback_screen(about: FeedbackPage) -> FeedbackScreen:
    """The page behind a private link."""
    return FeedbackScreen(about, write_week(about.week))


def on_one_line(week: date) -> str:
    """A week as people write it, with a hyphen that no narrow column breaks."""
    return write_week(week).replace("-", "\u2011")
