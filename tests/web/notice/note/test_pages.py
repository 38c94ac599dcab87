# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does the page know what its script needs, and does a refusal say where in the text it is?"""

from __future__ import annotations

from functools import partial

import cast
import pytest
from django.test import RequestFactory
from observed_things import new_key, note_fields

from houvast.actions.notice.observations import note_observation
from houvast.actions.notice.sealed_notes import public_key
from houvast.domain.roles import Role
from houvast.store.models import NoticeTerms
from houvast.web.notice.note.pages import last_source, new_calm, new_form, note_page, refusal_of, remember_source

pytestmark = pytest.mark.django_db


def test_the_page_has_the_key_and_the_terms() -> None:
    NoticeTerms.objects.create(offline_days=3)
    page = note_page(source="police")
    assert (page.key, page.offline_days, page.reply_address) == (public_key(), 3, "")
    assert (page.form.initial["source_kind"], page.calm.initial["source_kind"]) == ("police", "police")
    key = new_key()
    assert note_page(reply_key=key).reply_address == f"/terugkoppeling/{key}"


def test_the_source_is_remembered_in_the_session() -> None:
    request = RequestFactory().get("/")
    request.session = {}  # type: ignore[assignment]
    assert last_source(request) == ""
    remember_source(request, "police")
    assert last_source(request) == "police"


def test_a_refusal_has_places_in_the_text_as_the_gate_read_it() -> None:
    cast.area(), cast.theme()
    fields = note_fields(seen="Kijk  eens:\r\n  06-12345678", wants_feedback="on", other="nee")
    form = new_form(data=fields)
    assert not form.carry_out(partial(note_observation, by=cast.staff(Role.PROFESSIONAL)))
    said = refusal_of(form, fields)
    ((start, end),) = said["spans"]["seen"]
    assert said["fields"]["seen"][start:end] == "06-12345678"
    assert "other" not in said["fields"]
    assert list(said["errors"]) == ["seen"]


def test_a_form_that_is_not_filled_in_has_errors_and_no_places() -> None:
    for form in (new_form(data={"seen": ""}), new_calm(data={"area": ""})):
        assert not form.is_valid()
        said = refusal_of(form, {})
        assert (said["spans"], said["confirm"], "area" in said["errors"]) == ({}, "", True)
