# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does the form of a signal become what the action asks, with the weeks that may be noted?"""

from __future__ import annotations

import uuid
from datetime import date, timedelta

import cast
import pytest
from hypothesis import given
from hypothesis import strategies as st
from observed_things import calm_fields, note_fields

from houvast.actions.notice.observations import MOST_OF_TEXT, OLDEST_WEEKS, NotedCodes, check_week
from houvast.domain.participant_key import is_key
from houvast.domain.week import monday_of, read_week
from houvast.queries.notice.note_form import NoteChoices, note_choices
from houvast.web.notice.note.forms import CheckInForm, NoteForm, week_choices

TODAY = date(2026, 11, 25)
NONE = NoteChoices((), (), 7, 14)


@pytest.mark.django_db
def test_the_fields_become_arguments() -> None:
    cast.area(), cast.theme()
    sent = note_fields(week="2026-W48", tone="worry", is_repeated="on")
    form = NoteForm(sent, choices=note_choices(), today=TODAY)
    assert form.is_valid(), form.errors
    given = form.arguments()
    assert given["codes"] == NotedCodes(tone="worry", is_repeated=True)
    assert (given["area"], given["theme"], given["week"]) == (cast.area(), cast.theme(), date(2026, 11, 23))
    assert given["note_key"] == uuid.UUID(sent["note_key"])
    calm = CheckInForm(calm_fields(), choices=note_choices(), today=TODAY)
    assert calm.is_valid()
    assert calm.arguments()["area"] == cast.area()


@pytest.mark.django_db
def test_nothing_special_needs_an_area() -> None:
    cast.area()
    assert not CheckInForm(calm_fields(area="-"), choices=note_choices(), today=TODAY).is_valid()


def test_an_empty_form_has_a_key_and_a_link_of_its_own() -> None:
    one, two = (NoteForm(choices=NONE, today=TODAY) for _ in range(2))
    assert one.initial["note_key"] != two.initial["note_key"]
    assert is_key(str(one.initial["reply_key"]))
    assert one.initial["reply_key"] != two.initial["reply_key"]
    assert one.initial["week"] == "2026-W48"


def test_texts_are_never_filled_in_by_the_browser() -> None:
    form = NoteForm(choices=NONE, today=TODAY)
    for name, most in MOST_OF_TEXT.items():
        assert 'autocomplete="off"' in str(form[name])
        assert f'maxlength="{most}"' in str(form[name])


@given(st.dates(date(2020, 1, 1), date(2035, 12, 31)))
def test_every_week_on_offer_may_be_noted_and_no_other(today: date) -> None:
    values = [value for value, _label in week_choices(today)]
    mondays = [read_week(value) for value in values]
    assert len(set(values)) == OLDEST_WEEKS + 1
    assert mondays[0] == monday_of(today)
    assert all(check_week(one, today=today) == one for one in mondays if one)
    assert mondays[-1] == monday_of(today) - timedelta(weeks=OLDEST_WEEKS)
