# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who may come in? Every view declares it; a view that declares nothing is shut. The only check at the door.

path("beheer/gesprekken", open_to(Capability.WATCH)(views.conversations), name="conversations")
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from houvast.domain.errors import PermissionRefused
from houvast.domain.roles import Capability, Role, may
from houvast.web.shared.error_pages import show_error

View = TypeVar("View", bound=Callable[..., Any])
NOT_YOURS = "Your role does not allow this. Ask the manager of Houvast in your municipality."


@dataclass(frozen=True, slots=True)
class Access:
    """Who a view is for: everybody, any staff (no capability needed), or staff with a capability.

    needs_second_factor and needs_own_password are False only where somebody is on the way in.
    """

    staff: bool
    capability: Capability | None = None
    needs_second_factor: bool = True
    needs_own_password: bool = True

    def admits(self, role: Role | None) -> bool:
        """Whether somebody with this role, None for no account, may come in."""
        if not self.staff:
            return True
        return role is not None and (self.capability is None or may(role, self.capability))


class Door(StrEnum):
    """What somebody finds at the door."""

    OPEN = "open"
    LOG_IN = "log in"
    SECOND_FACTOR = "second factor"
    OWN_PASSWORD = "own password"  # noqa: S105 -- a state, not a password
    SHUT = "shut"


EVERYBODY = Access(staff=False)
STAFF = Access(staff=True)
STAFF_BEFORE_OWN_PASSWORD = Access(staff=True, needs_own_password=False)
STAFF_BEFORE_SECOND_FACTOR = Access(staff=True, needs_second_factor=False, needs_own_password=False)

STEPS = {
    Door.LOG_IN: settings.LOGIN_URL,
    Door.SECOND_FACTOR: "people:second-factor",
    Door.OWN_PASSWORD: "people:password",
}


def open_to(access: Access | Capability) -> Callable[[View], View]:
    """Declare who a view is for."""
    declared = Access(staff=True, capability=access) if isinstance(access, Capability) else access

    def declare(view: View) -> View:
        view.access = declared  # type: ignore[attr-defined]
        return view

    return declare


def access_of(view: Callable[..., Any]) -> Access | None:
    """What a view declared, or None."""
    return getattr(view, "access", None) or getattr(getattr(view, "view_class", None), "access", None)


def look_at_door(request: HttpRequest, access: Access) -> Door:
    """What this visitor finds at a view with this access. The API asks it too, and answers 401 or 403."""
    if not access.staff:
        return Door.OPEN
    user = request.user
    if not user.is_authenticated:
        return Door.LOG_IN
    if access.needs_second_factor and second_factor_missing(request):
        return Door.SECOND_FACTOR
    if access.needs_own_password and user.one_time_password_until and not request.session.get("single_sign_on"):
        return Door.OWN_PASSWORD
    return Door.OPEN if access.admits(Role(user.role)) else Door.SHUT


def admit_staff(request: HttpRequest, access: Access) -> HttpResponse | None:
    """None where staff may come in; a redirect to the step that is still missing; PermissionRefused otherwise."""
    door = look_at_door(request, access)
    if door is Door.SHUT:
        raise PermissionRefused(NOT_YOURS)
    return None if door is Door.OPEN else _send_to(request, STEPS[door])


def second_factor_missing(request: HttpRequest) -> bool:
    """Whether this login still needs its second factor. Single sign-on brings its own."""
    if settings.HOUVAST.text("HOUVAST_SECOND_FACTOR") == "optional" or request.session.get("single_sign_on"):
        return False
    return not request.user.is_verified()  # type: ignore[union-attr]


class AccessMiddleware:
    """Checks the declaration of every view before it runs, and keeps staff pages out of every cache."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """What came of a staff page is for this person alone."""
        response = self.get_response(request)
        if getattr(request, "is_for_staff", False):
            response.headers.setdefault("Cache-Control", "private, no-store")
        return response

    def process_view(
        self,
        request: HttpRequest,
        view: Callable[..., Any],
        args: object,  # noqa: ARG002
        kwargs: object,  # noqa: ARG002 -- as Django calls it
    ) -> HttpResponse | None:
        """Let in, send to the step that is missing, or refuse with a page: what is raised here nobody else catches."""
        access = access_of(view)
        if access is None:
            return show_error(request, PermissionRefused("This page is not open to anybody."))
        if not access.staff:
            return None
        request.is_for_staff = True  # type: ignore[attr-defined]
        try:
            return admit_staff(request, access)
        except PermissionRefused as refusal:
            return show_error(request, refusal)


def _send_to(request: HttpRequest, step: str) -> HttpResponse:
    """To a step on the way in, and back here afterwards where that is a page. htmx is told, not redirected."""
    is_page = request.method in {"GET", "HEAD"} and not request.headers.get("HX-Request")
    address = reverse(step) + (f"?{urlencode({'next': request.get_full_path()})}" if is_page else "")
    if request.headers.get("HX-Request"):
        return HttpResponse(status=401, headers={"HX-Redirect": address})
    return redirect(address)
