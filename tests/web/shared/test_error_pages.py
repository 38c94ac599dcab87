# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does every error become one page with the right status, in the reader's language, and without the database?"""

from __future__ import annotations

import cast
import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.test import Client, RequestFactory

from houvast.domain.errors import (
    ActionRefused,
    FieldRejected,
    HouvastError,
    NotFound,
    OptionRejected,
    PermissionRefused,
    StateRefused,
)
from houvast.web.shared import error_pages

STATUS = {
    FieldRejected("text", "Wrong."): 400,
    OptionRejected("Wrong."): 400,
    NotFound("Wrong."): 404,
    PermissionRefused("Wrong."): 403,
    StateRefused("Wrong."): 409,
    ActionRefused("Wrong."): 409,
    HouvastError("Wrong."): 500,
}


@pytest.mark.parametrize("error", STATUS, ids=lambda error: type(error).__name__)
def test_every_kind_has_its_status_and_its_heading(error: HouvastError) -> None:
    answer = error_pages.show_error(RequestFactory().get("/"), error)
    assert answer.status_code == STATUS[error]
    assert "Wrong." in answer.content.decode()


def test_every_heading_belongs_to_a_status() -> None:
    assert set(error_pages.HEADINGS) == set(STATUS.values())


def test_a_message_is_filled_in_after_it_is_translated() -> None:
    error = NotFound("There is nothing at this address. Check the link, or start at the front page.")
    assert error_pages.say_error(error) == "Op dit adres staat niets. Kijk de link na, of begin op de voorpagina."
    assert error_pages.say_error(FieldRejected("x", "At most {most}.", most=3)) == "At most 3."


def test_what_people_typed_is_shown_as_text() -> None:
    answer = error_pages.show_error(RequestFactory().get("/"), FieldRejected("x", "{text}", text="<script>"))
    assert "<script>" not in answer.content.decode()


def test_our_own_fault_asks_nothing_of_the_database() -> None:
    request = RequestFactory().get("/beheer")
    request.is_for_staff = True  # type: ignore[attr-defined]
    answer = error_pages.server_error(request)  # the database is shut in this test
    assert answer.status_code == 500
    assert "Er ging bij ons iets mis" in answer.content.decode()


@pytest.mark.parametrize(
    ("answer", "status"),
    [(error_pages.bad_request(RequestFactory().get("/"), SuspiciousOperation("x")), 400),
     (error_pages.not_allowed(RequestFactory().get("/"), PermissionDenied("x")), 403),
     (error_pages.csrf_failure(RequestFactory().post("/")), 403)],
)  # fmt: skip
def test_the_errors_of_django_look_the_same(answer: object, status: int) -> None:
    assert answer.status_code == status  # type: ignore[attr-defined]
    assert "<h1" in answer.content.decode()  # type: ignore[attr-defined]


@pytest.mark.django_db
def test_an_address_without_a_page_is_a_page(client: Client) -> None:
    answer = client.get("/niets")
    assert answer.status_code == 404
    assert "Deze pagina is er niet" in answer.content.decode()
    assert "This page is not here" in client.get("/en/niets").content.decode()


@pytest.mark.django_db
def test_a_form_without_its_token_says_what_to_do() -> None:
    answer = Client(enforce_csrf_checks=True).post("/inloggen")
    assert answer.status_code == 403
    assert "Dit formulier is verlopen." in answer.content.decode()


@pytest.mark.django_db
def test_colleagues_keep_their_navigation(client: Client) -> None:
    client.force_login(cast.staff())
    answer = client.get("/beheer/gesprekken/bestaat-niet/verloop")
    assert answer.status_code == 404
    assert "Samira" in answer.content.decode()
