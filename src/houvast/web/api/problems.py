# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How does an error look to a program? The one place of the API that makes problem details (RFC 9457) of errors."""

from __future__ import annotations

import json
import logging
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from ninja.errors import AuthenticationError, HttpError, ValidationError

from houvast.actions.person_data_gate import PersonDataRejected
from houvast.domain.errors import FieldRejected, HouvastError
from houvast.web.api.dutch_names import PROPERTIES
from houvast.web.shared.error_pages import say_error, status_of

PROBLEM = "application/problem+json"
TITLES = {
    400: gettext_noop("The request is not right"),
    401: gettext_noop("Who takes part is not known"),
    403: gettext_noop("This is not allowed"),
    404: gettext_noop("Nothing here"),
    405: gettext_noop("This cannot be done here"),
    409: gettext_noop("Not now"),
    500: gettext_noop("Something went wrong on our side"),
}
BROKEN = gettext_noop("Something went wrong on our side. What you had already sent is kept. Try again in a moment.")
NO_BEARER = gettext_noop(
    "Send the token of this participation as Authorization: Bearer …, or take part first (POST …/deelnemers)."
)
UNREADABLE = gettext_noop("The body is not JSON that can be read.")
NO_METHOD = gettext_noop("This method is not offered here. The Allow header says which are.")
NO_ADDRESS = gettext_noop("There is nothing at this address. The document at /api/v1/openapi.json lists all addresses.")
WRONG_FIELDS = gettext_noop("One or more fields are not right.")
MISSING = gettext_noop("This field is needed.")
UNKNOWN = gettext_noop("This field is not known.")
NOT_FITTING = gettext_noop("This value does not fit. The document at /api/v1/openapi.json says what does.")

_log = logging.getLogger("houvast.api")


def problem(status: int, *, detail: str, code: str, **further: Any) -> HttpResponse:
    """A response with problem details; `further` members are left out where they are None."""
    content = {
        "type": "about:blank",
        "title": _(TITLES.get(status, TITLES[400])),
        "status": status,
        "detail": detail,
        "code": code,
        **{name: value for name, value in further.items() if value is not None},
    }
    response = HttpResponse(json.dumps(content, ensure_ascii=False), status=status, content_type=PROBLEM)
    if status == 401:
        response["WWW-Authenticate"] = "Bearer"
    return response


def from_our_error(_request: HttpRequest, error: HouvastError) -> HttpResponse:
    """Of an error from domain/errors.py, with the field it is about."""
    detail = say_error(error)
    if not isinstance(error, FieldRejected):
        return problem(status_of(error), detail=detail, code=error.code)
    wrong: dict[str, Any] = {"veld": PROPERTIES.get(error.field, error.field), "melding": detail}
    confirm = None
    if isinstance(error, PersonDataRejected):
        wrong["fragmenten"] = [found.text for found in error.findings]
        confirm = error.can_confirm
    return problem(status_of(error), detail=detail, code=error.code, fouten=[wrong], teBevestigen=confirm)


def from_wrong_input(_request: HttpRequest, error: ValidationError) -> HttpResponse:
    """Of what does not fit the schema: 400, with each field."""
    fields = [{"veld": _place(one["loc"]), "melding": _fault(one["type"])} for one in error.errors]
    return problem(400, detail=_(WRONG_FIELDS), code="input-rejected", fouten=fields)


def from_http_error(_request: HttpRequest, error: HttpError) -> HttpResponse:
    """Of a body that cannot be read."""
    return problem(error.status_code, detail=_(UNREADABLE), code="input-rejected")


def from_no_bearer(_request: HttpRequest, _error: AuthenticationError) -> HttpResponse:
    """Of a token that is missing, or of nobody here."""
    return problem(401, detail=_(NO_BEARER), code="unknown-participant")


def from_fault(_request: HttpRequest, error: Exception) -> HttpResponse:
    """Of a fault of ours: logged, without what was sent."""
    _log.error("a call of the API failed", exc_info=error)
    return problem(500, detail=_(BROKEN), code="error")


def _place(location: tuple[str | int, ...]) -> str:
    """The field's name in the API: what the framework puts before it is left out."""
    names = [str(part) for part in location if part not in {"body", "query", "path", "payload"}]
    return ".".join(names) or "body"


def _fault(kind: str) -> str:
    if kind == "missing":
        return _(MISSING)
    return _(UNKNOWN) if kind == "extra_forbidden" else _(NOT_FITTING)
