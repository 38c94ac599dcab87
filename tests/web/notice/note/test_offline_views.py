# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Do sealed notes come in once, is a refusal told in the answer alone, and does what a device keeps hold nobody?"""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any

import cast
import pytest
from device_seal import seal
from django.http import HttpResponse
from django.test import Client
from observed_things import SEEN, calm_fields, note_fields
from threads import at_once

from houvast.actions.notice.sealed_notes import MOST_BYTES
from houvast.domain.roles import Role
from houvast.store.models import CheckIn, Observation

NEW = "/beheer/signalen/nieuw"
pytestmark = pytest.mark.django_db


def youth_worker(**options: Any) -> Client:
    client = Client(**options)
    client.force_login(cast.staff(Role.PROFESSIONAL))
    return client


def send(client: Client, content: object, **more: Any) -> HttpResponse:
    raw = content if isinstance(content, bytes) else json.dumps(content).encode()
    return client.post(f"{NEW}/verzegeld", raw, content_type="application/json", **more)  # type: ignore[return-value]


def note(**more: str) -> dict[str, str]:
    return {"what": "observation", **note_fields(**more)}


def test_a_sealed_note_is_kept_like_a_plain_one_and_once() -> None:
    client, sent = youth_worker(), seal(note(wants_feedback="on", tone="worry"))
    for _ in range(2):
        answer = send(client, sent)
        assert (answer.status_code, answer.json()) == (200, {"state": "kept"})
    kept = Observation.objects.get()
    assert (kept.seen, kept.tone, kept.wants_feedback) == (SEEN, "worry", True)


@pytest.mark.django_db(transaction=True)
def test_the_same_sealed_note_from_many_tabs_is_kept_once() -> None:
    clients, sent, states = [youth_worker() for _ in range(5)], seal(note()), []
    assert at_once([lambda c=c: states.append(send(c, sent).json()["state"]) for c in clients]) == []  # type: ignore[misc]
    assert (states, Observation.objects.count()) == (["kept"] * 5, 1)


def test_nothing_special_comes_in_sealed_too() -> None:
    client, sent = youth_worker(), seal({"what": "check-in", **calm_fields()})
    assert [send(client, sent).json() for _ in range(2)] == [{"state": "kept"}] * 2
    assert CheckIn.objects.count() == 1


def test_a_refusal_tells_what_and_where_and_keeps_nothing() -> None:
    text = "Kijk  😀 op\r\nhet plein: bel 06-12345678 even."
    answer = send(youth_worker(), seal(note(seen=text)))
    said = answer.json()
    assert (answer.status_code, said["state"], said["confirm"]) == (422, "refused", "")
    ((start, end),) = said["spans"]["seen"]
    assert said["fields"]["seen"][start:end] == "06-12345678"
    assert "06-12345678" in said["errors"]["seen"][0]
    assert said["fields"]["area"] == cast.area().code
    assert "no-store" in answer["Cache-Control"]
    assert not Observation.objects.exists()


def test_a_possible_name_can_be_confirmed() -> None:
    client, fields = youth_worker(), note(seen="Bij Pietersen is het onrustig.")
    assert send(client, seal(fields)).json()["confirm"] == "not_a_person"
    assert send(client, seal({**fields, "not_a_person": "on"})).json() == {"state": "kept"}


def test_a_worry_about_one_person_gets_the_right_door_and_is_kept_nowhere() -> None:
    worry = note(seen="Mijn buurman slaat zijn kinderen, ik hoor het elke avond.")
    said = send(youth_worker(), seal(worry)).json()
    assert said["state"] == "refused"
    assert "Veilig Thuis" in said["errors"]["seen"][0]
    assert not Observation.objects.exists()


def test_half_a_sign_does_not_lose_the_note() -> None:
    assert send(youth_worker(), seal(note(seen=f"{SEEN} \ud83d"))).json() == {"state": "kept"}
    assert Observation.objects.get().seen == f"{SEEN} ?"


def test_where_we_fail_the_device_is_not_told_to_throw_the_note_away(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(**given: object) -> None:
        raise ValueError(given["seen"])

    monkeypatch.setattr("houvast.web.notice.note.offline_views.note_observation", breaks)
    answer = send(youth_worker(raise_request_exception=False), seal(note()))
    assert answer.status_code == 500


@pytest.mark.parametrize(
    ("content", "status"),
    [
        (b"", 400), (b"{", 400), (b"[]", 400), (b"null", 400), (b'{"form": "x"}', 400), (b"\xff\xfe", 400),
        (b"[" * 20_000, 400), (b" " * (MOST_BYTES + 1), 413),
    ],
)  # fmt: skip
def test_what_is_no_sealed_note_is_refused_in_words(content: bytes, status: int) -> None:
    answer = send(youth_worker(), content)
    assert (answer.status_code, answer.json()["state"]) == (status, "unreadable")
    assert "noteer het" in answer.json()["message"]


def test_the_door_holds_and_a_token_is_needed() -> None:
    sent = seal(note())
    assert send(Client(), sent).status_code == 302
    reader = Client()
    reader.force_login(cast.staff(Role.READER))
    assert send(reader, sent).status_code == 403
    strict = youth_worker(enforce_csrf_checks=True)
    assert send(strict, sent).status_code == 403
    token = strict.get(f"{NEW}/stand").json()["csrf"]
    assert send(strict, sent, headers={"X-CSRFToken": token}).json() == {"state": "kept"}


def test_the_kept_form_holds_nobody() -> None:
    cast.area(), cast.theme()
    client = youth_worker()
    client.post(NEW, note_fields(source_kind="police"))
    answer = client.get(f"{NEW}/zonder-verbinding")
    said = unescape(answer.content.decode())
    for hidden in ("Bram", "csrfmiddlewaretoken", "bram@", SEEN, '"police" selected'):
        assert hidden not in said
    for wanted in ("Havenkwartier", "Jongeren", "data-spki", "Er is nu geen verbinding."):
        assert wanted in said


def test_the_worker_may_keep_the_page_and_lists_files_that_are_there() -> None:
    answer = Client().get("/signaleren/werker.js")
    assert answer["Service-Worker-Allowed"] == NEW
    assert answer["Content-Type"].startswith("text/javascript")
    given = json.loads(re.search(r"self\.HOUVAST = (.*);\n", answer.content.decode())[1])  # type: ignore[index]
    assert (given["page"], given["shell"]) == (NEW, f"{NEW}/zonder-verbinding")
    assert "/static/note/note.js" in given["files"]


def test_the_app_can_be_installed() -> None:
    answer = Client().get("/signaleren/app.webmanifest")
    assert answer["Content-Type"] == "application/manifest+json"
    said = answer.json()
    assert (said["start_url"], said["scope"], said["display"]) == (NEW, NEW, "standalone")
    assert {one["purpose"] for one in said["icons"]} == {"any", "maskable"}
