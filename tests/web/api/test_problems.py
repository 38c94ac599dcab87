# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does every kind of error become problem details, with the field and without what should stay inside?"""

from __future__ import annotations

import json

import pytest
from django.test import RequestFactory
from ninja.errors import AuthenticationError, HttpError, ValidationError

from houvast.actions.person_data_gate import PersonDataRejected
from houvast.domain.errors import FieldRejected, HouvastError, NotFound, PermissionRefused, StateRefused
from houvast.engine.language.person_data import find_person_data
from houvast.web.api import problems

REQUEST = RequestFactory().get("/")


@pytest.mark.parametrize(
    ("error", "status"),
    [(NotFound("Gone."), 404), (PermissionRefused("No."), 403), (StateRefused("Not {when}.", when="now"), 409)],
)
def test_our_errors(error: HouvastError, status: int) -> None:
    response = problems.from_our_error(REQUEST, error)
    told = json.loads(response.content)
    assert (response.status_code, told["status"], told["code"]) == (status, status, error.code)
    assert response["Content-Type"] == "application/problem+json"
    assert {"type", "title", "detail"} <= set(told)


def test_the_field_under_its_name_in_the_api() -> None:
    told = json.loads(problems.from_our_error(REQUEST, FieldRejected("of_ten", "Not {that}.", that=11)).content)
    assert told["fouten"] == [{"veld": "vanTien", "melding": "Not 11."}]
    assert "teBevestigen" not in told


def test_personal_data_is_told_back_to_its_writer_only() -> None:
    error = PersonDataRejected("text", find_person_data("Volgens Fatima Yilmaz", language="nl"))
    told = json.loads(problems.from_our_error(REQUEST, error).content)
    assert told["fouten"][0]["fragmenten"] == ["Fatima Yilmaz"]
    assert told["teBevestigen"] is True


def test_what_does_not_fit() -> None:
    error = ValidationError(
        [{"type": "missing", "loc": ("body", "payload", "stelling")}, {"type": "x", "loc": ("body",)}]
    )
    told = json.loads(problems.from_wrong_input(REQUEST, error).content)
    assert [one["veld"] for one in told["fouten"]] == ["stelling", "body"]
    assert told["status"] == 400


def test_nobody_and_unreadable() -> None:
    assert problems.from_no_bearer(REQUEST, AuthenticationError(401))["WWW-Authenticate"] == "Bearer"
    assert problems.from_http_error(REQUEST, HttpError(400, "Cannot parse")).status_code == 400


def test_a_fault_of_ours_tells_nothing_of_itself() -> None:
    response = problems.from_fault(REQUEST, RuntimeError("secret"))
    assert response.status_code == 500
    assert b"secret" not in response.content
