# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does the door open for who may come in, send on who misses a step, and stay shut for the rest?

Every address and every role together are in tests/architecture/test_access.py.
"""

from __future__ import annotations

from datetime import timedelta

import cast
import pytest
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.utils import timezone
from django.views import View

from houvast.configuration.environment import Environment
from houvast.domain.errors import PermissionRefused
from houvast.domain.roles import CAPABILITIES, Capability, Role
from houvast.store.models import StaffMember
from houvast.web.shared.access import (
    EVERYBODY,
    STAFF,
    STAFF_BEFORE_OWN_PASSWORD,
    STAFF_BEFORE_SECOND_FACTOR,
    Access,
    AccessMiddleware,
    Door,
    access_of,
    admit_staff,
    look_at_door,
    open_to,
)

WATCH = Access(staff=True, capability=Capability.WATCH)
PAGE = "/beheer/gesprekken?toon=alles"


@pytest.fixture
def second_factor_required(monkeypatch: pytest.MonkeyPatch) -> None:
    """As it is at work; the tests leave it optional."""
    values = {**dict(settings.HOUVAST.values), "HOUVAST_SECOND_FACTOR": "required"}
    monkeypatch.setattr(settings, "HOUVAST", Environment(values))


def somebody(role: Role | None, *, verified: bool = False, **headers: str) -> HttpRequest:
    """A request by a colleague with this role, or by nobody known."""
    request = RequestFactory().get(PAGE, headers=headers)
    request.user = cast.staff(role) if role else AnonymousUser()
    request.user.is_verified = lambda: verified  # type: ignore[union-attr]
    request.session = SessionStore()
    return request


@open_to(Capability.WATCH)
def watch(request: HttpRequest) -> HttpResponse:
    return HttpResponse("kijk")


def undeclared(request: HttpRequest) -> HttpResponse:
    return HttpResponse("vergeten")


def test_a_view_carries_its_own_declaration() -> None:
    assert access_of(watch) == WATCH
    assert access_of(open_to(EVERYBODY)(lambda request: None)) is EVERYBODY
    assert access_of(undeclared) is None


def test_a_view_class_declares_for_its_views() -> None:
    class Shown(View):
        access = STAFF

    assert access_of(Shown.as_view()) is STAFF
    assert access_of(open_to(EVERYBODY)(Shown.as_view())) is EVERYBODY


@pytest.mark.parametrize("role", [None, *Role])
def test_who_is_admitted(role: Role | None) -> None:
    assert EVERYBODY.admits(role)
    assert STAFF.admits(role) is (role is not None)
    for capability in Capability:
        may = role is not None and capability in CAPABILITIES[role]
        assert Access(staff=True, capability=capability).admits(role) is may


@pytest.mark.django_db
def test_the_door_of_a_page_for_everybody_asks_nobody() -> None:
    request = RequestFactory().get(PAGE)  # without an account or a session: nothing is looked at
    assert look_at_door(request, EVERYBODY) is Door.OPEN


@pytest.mark.django_db
@pytest.mark.parametrize("access", [STAFF, WATCH, STAFF_BEFORE_SECOND_FACTOR, STAFF_BEFORE_OWN_PASSWORD])
def test_without_an_account_one_logs_in_first(access: Access) -> None:
    assert look_at_door(somebody(None), access) is Door.LOG_IN


@pytest.mark.django_db
def test_with_an_account_the_role_decides() -> None:
    audit = Access(staff=True, capability=Capability.READ_AUDIT)
    assert look_at_door(somebody(Role.MANAGER), audit) is Door.OPEN
    assert look_at_door(somebody(Role.ADVISER), audit) is Door.SHUT
    with pytest.raises(PermissionRefused, match="Ask the manager"):
        admit_staff(somebody(Role.ADVISER), audit)


@pytest.mark.django_db
@pytest.mark.usefixtures("second_factor_required")
def test_without_a_second_factor_nothing_opens_but_the_way_to_it() -> None:
    assert look_at_door(somebody(Role.ADVISER), WATCH) is Door.SECOND_FACTOR
    assert look_at_door(somebody(Role.ADVISER), STAFF) is Door.SECOND_FACTOR
    assert look_at_door(somebody(Role.ADVISER), STAFF_BEFORE_OWN_PASSWORD) is Door.SECOND_FACTOR
    assert look_at_door(somebody(Role.ADVISER), STAFF_BEFORE_SECOND_FACTOR) is Door.OPEN
    assert look_at_door(somebody(Role.ADVISER, verified=True), WATCH) is Door.OPEN


@pytest.mark.django_db
@pytest.mark.usefixtures("second_factor_required")
def test_single_sign_on_brings_its_own_second_factor() -> None:
    request = somebody(Role.ADVISER)
    request.session["single_sign_on"] = True
    assert look_at_door(request, WATCH) is Door.OPEN


@pytest.mark.django_db
@pytest.mark.usefixtures("second_factor_required")
def test_a_second_factor_gives_no_other_role() -> None:
    people = Access(staff=True, capability=Capability.MANAGE_PEOPLE)
    assert look_at_door(somebody(Role.READER, verified=True), people) is Door.SHUT


@pytest.mark.django_db
def test_who_has_a_password_from_a_manager_chooses_their_own_first() -> None:
    request = somebody(Role.ADVISER)
    request.user.one_time_password_until = timezone.now() + timedelta(days=1)  # type: ignore[union-attr]
    assert look_at_door(request, WATCH) is Door.OWN_PASSWORD
    assert look_at_door(request, STAFF_BEFORE_OWN_PASSWORD) is Door.OPEN
    assert look_at_door(request, STAFF_BEFORE_SECOND_FACTOR) is Door.OPEN


@pytest.mark.django_db
def test_after_logging_in_one_comes_back_to_the_page() -> None:
    answer = admit_staff(somebody(None), WATCH)
    assert answer is not None
    assert answer["Location"] == "/inloggen?next=%2Fbeheer%2Fgesprekken%3Ftoon%3Dalles"


@pytest.mark.django_db
def test_a_form_is_not_sent_again_after_logging_in() -> None:
    answer = Client().post("/beheer/gesprekken/nieuw", {"title": "Plein"})
    assert (answer.status_code, answer["Location"]) == (302, "/inloggen")


@pytest.mark.django_db
def test_a_part_of_a_page_leaves_the_page_for_the_step() -> None:
    """A redirect would put the log in screen inside the page."""
    answer = admit_staff(somebody(None, **{"HX-Request": "true"}), WATCH)
    assert answer is not None
    assert (answer.status_code, answer["HX-Redirect"]) == (401, "/inloggen")


@pytest.mark.django_db
def test_a_view_that_declares_nothing_is_shut_for_everybody() -> None:
    for role in (None, *Role):
        answer = AccessMiddleware(undeclared).process_view(somebody(role), undeclared, (), {})
        assert answer is not None
        assert answer.status_code == 403


@pytest.mark.django_db
def test_the_middleware_lets_in_and_refuses_with_a_page() -> None:
    door = AccessMiddleware(watch)
    assert door.process_view(somebody(Role.READER), watch, (), {}) is None
    people = open_to(Capability.MANAGE_PEOPLE)(lambda request: HttpResponse())
    refused = door.process_view(somebody(Role.READER), people, (), {})
    assert refused is not None
    assert refused.status_code == 403
    assert b"<h1" in refused.content


@pytest.mark.django_db
def test_what_staff_see_is_kept_in_no_cache_and_what_residents_see_may_be() -> None:
    reader = Client()
    reader.force_login(cast.staff(Role.READER))
    assert reader.get("/beheer/gesprekken")["Cache-Control"] == "private, no-store"
    assert reader.get("/beheer/collegas")["Cache-Control"] == "private, no-store"  # the refusal too
    assert Client().get("/beheer/gesprekken")["Cache-Control"] == "private, no-store"
    assert "no-store" not in Client().get("/privacy").headers.get("Cache-Control", "")


@pytest.mark.django_db
def test_an_account_that_was_shut_is_out_at_once() -> None:
    client = Client()
    client.force_login(cast.staff(Role.READER))
    StaffMember.objects.update(is_active=False)
    answer = client.get("/beheer/gesprekken")
    assert answer.status_code == 302
    assert answer["Location"].startswith("/inloggen")
