# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How does an error look? The one place that makes pages, and statuses, of the tree in domain/errors.py."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from houvast.domain.errors import ActionRefused, HouvastError, InputRejected, NotFound, PermissionRefused, Spoken

HEADINGS = {
    400: gettext_noop("That did not work"),
    403: gettext_noop("This page is not open to you"),
    404: gettext_noop("This page is not here"),
    409: gettext_noop("This cannot be done now"),
    500: gettext_noop("Something went wrong on our side"),
}
RESIDENT_LAYOUT, STAFF_LAYOUT = "shared/resident.html", "shared/staff.html"


@dataclass(frozen=True, slots=True)
class ErrorPage:
    """What went wrong, in the reader's language, and the layout it stands in."""

    heading: str
    message: str
    layout: str


def status_of(error: HouvastError) -> int:
    """The HTTP status of an error."""
    if isinstance(error, PermissionRefused):
        return 403
    if isinstance(error, NotFound):
        return 404
    if isinstance(error, ActionRefused):
        return 409
    return 400 if isinstance(error, InputRejected) else 500


def say_error(error: HouvastError) -> str:
    """The message in the reader's language."""
    return _(error.message).format(**error.values) if isinstance(error, Spoken) else str(error)


def show_error(request: HttpRequest, error: HouvastError) -> HttpResponse:
    """A page that says what is wrong and what to do."""
    return _show(request, status_of(error), say_error(error))


def _show(request: HttpRequest, status: int, message: str) -> HttpResponse:
    """Staff keep their own navigation, but not where something broke: that page asks nothing of the database."""
    for_staff = getattr(request, "is_for_staff", False) and status < 500
    page = ErrorPage(_(HEADINGS[status]), message, STAFF_LAYOUT if for_staff else RESIDENT_LAYOUT)
    return render(request, "shared/error.html", {"page": page}, status=status)


class ErrorPagesMiddleware:
    """Catches every HouvastError that a view lets through."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Nothing before or after."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """A page for our own errors; others go on to be logged."""
        return show_error(request, error) if isinstance(error, HouvastError) else None


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 -- as Django calls it
    """What was sent cannot be read."""
    message = _("What your browser sent could not be read. Go back, load the page again and try once more.")
    return _show(request, 400, message)


def not_allowed(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 -- as Django calls it
    """Not for this visitor."""
    return show_error(request, PermissionRefused("This page is not open to anybody."))


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 -- as Django calls it
    """There is nothing at this address."""
    return show_error(
        request, NotFound("There is nothing at this address. Check the link, or start at the front page.")
    )


def server_error(request: HttpRequest) -> HttpResponse:
    """Something broke; it was logged."""
    return _show(request, 500, _("What you had already sent is kept. Try again in a moment."))


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 -- as Django calls it
    """The form came without its token, or too late."""
    return show_error(
        request, PermissionRefused("This form has expired. Go back, load the page again and send it once more.")
    )
