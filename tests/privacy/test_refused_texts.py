# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is a text that the gate refuses nowhere afterwards: not in the database file, the session, the trail or the log?"""

from __future__ import annotations

import io
from collections.abc import Iterator

import cast
import pytest
from django import forms
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path
from observed_things import note_fields
from residents import joined
from traces import PLANTED, is_nowhere, widest_log

from houvast.actions.notice.observation_gate import Confirmation, pass_observation_gate
from houvast.domain.roles import Role
from houvast.store.models import Observation
from houvast.web import urls
from houvast.web.shared.access import EVERYBODY, open_to
from houvast.web.shared.acting_form import ObservationTextForm

pytestmark = pytest.mark.django_db
PERSON = f"bel {PLANTED.lower()} op 06-12345678"
DOOR = f"mijn buurman slaat zijn vrouw achter de {PLANTED.lower()}"
SPECIAL = f"de marokkaanse vader wilde niet mee naar de {PLANTED.lower()}"
CRASH = "/test/kapot"
GATE = "/test/poort"


class NoteOfATest(ObservationTextForm):
    """A form with one text."""

    seen = forms.CharField(required=False)


def gate(request: HttpRequest) -> HttpResponse:
    """What every form of signals does: the refusal goes back to the writer."""
    form = NoteOfATest(request.POST)
    form.carry_out(keep)
    asked = [name for name in Confirmation if name in form.fields and not form[name].is_hidden]
    return HttpResponse(str(form.errors) + " asked: " + " ".join(asked))


def keep(seen: str, confirmed: frozenset[str]) -> dict[str, str]:
    return pass_observation_gate(fields={"seen": seen}, language="nl", confirmed=confirmed)


def crash(request: HttpRequest) -> HttpResponse:
    """A refusal that nobody catches, and then an error of the program while the text is in hand."""
    try:
        pass_observation_gate(fields={"seen": request.POST["seen"]}, language="nl")
    finally:
        raise RuntimeError(request.POST["seen"])


def uncaught(request: HttpRequest) -> HttpResponse:
    """A refusal that nobody catches."""
    pass_observation_gate(fields={"seen": request.POST["seen"]}, language="nl")
    return HttpResponse("")


urlpatterns = [
    *urls.urlpatterns,
    path("test/poort", open_to(EVERYBODY)(gate)),
    path("test/kapot", open_to(EVERYBODY)(crash)),
    path("test/los", open_to(EVERYBODY)(uncaught)),
]


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    with widest_log() as stream:
        yield stream


def test_what_is_kept_is_found_so_that_this_search_can_fail(log: io.StringIO) -> None:
    client = Client()
    client.force_login(cast.staff(Role.PROFESSIONAL))
    client.post("/beheer/signalen/nieuw", note_fields(seen=f"drukte bij de {PLANTED.lower()}"))
    assert Observation.objects.count() == 1
    assert not is_nowhere(log)


def test_a_signal_with_a_person_leaves_no_trace(log: io.StringIO) -> None:
    client = Client()
    client.force_login(cast.staff(Role.PROFESSIONAL))
    answer = client.post("/beheer/signalen/nieuw", note_fields(seen=PERSON, wants_feedback="on"))
    assert "06-12345678" in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
    assert Observation.objects.count() == 0
    assert is_nowhere(log)


def test_a_statement_of_a_resident_with_a_person_leaves_no_trace(log: io.StringIO) -> None:
    conversation = cast.conversation()
    browser, _ = joined(conversation)
    browser.post(f"/g/{conversation.code}/stelling", {"text": PERSON})
    assert is_nowhere(log)


@pytest.mark.parametrize(("text", "asked"), [(PERSON, ""), (DOOR, ""), (SPECIAL, "is_needed")])
def test_each_refusal_of_the_gate_leaves_no_trace(text: str, asked: str, log: io.StringIO, settings: object) -> None:
    settings.ROOT_URLCONF = __name__  # type: ignore[attr-defined]
    browser = Client()
    answer = browser.post(GATE, {"seen": text}).content.decode()
    assert "errorlist" in answer
    assert answer.endswith(f"asked: {asked}")
    assert PLANTED not in str(dict(browser.session))
    assert is_nowhere(log)


def test_what_can_be_confirmed_passes_once_it_is(settings: object) -> None:
    settings.ROOT_URLCONF = __name__  # type: ignore[attr-defined]
    answer = Client().post(GATE, {"seen": SPECIAL, "is_needed": "on"}).content.decode()
    assert "errorlist" not in answer


@pytest.mark.parametrize(("address", "status"), [(CRASH, 500), ("/test/los", 400)])
def test_not_even_an_error_report_holds_it(address: str, status: int, log: io.StringIO, settings: object) -> None:
    settings.ROOT_URLCONF = __name__  # type: ignore[attr-defined]
    browser = Client(raise_request_exception=False)
    answer = browser.post(address, {"seen": DOOR})
    assert answer.status_code == status
    if status == 500:
        assert PLANTED.lower() not in answer.content.decode().lower()
        assert "RuntimeError" in log.getvalue()
    assert is_nowhere(log)
