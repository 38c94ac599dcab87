# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Do machines get the answers they ask: security.txt as RFC 9116 has it, and whether the app lives and is ready?"""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.test import Client

from houvast.configuration.environment import Environment
from houvast.queries.health import Health
from houvast.web.shared import machine_views
from houvast.web.shared.machine_views import security_text

NOW = datetime(2026, 11, 24, 15, 30, tzinfo=UTC)


def contact(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    values = {"HOUVAST_CONTACT": value, "HOUVAST_ADDRESS": "https://praat.noorderhaaks.example/"}
    monkeypatch.setattr(machine_views.settings, "HOUVAST", Environment(values))


def test_security_txt_has_what_the_standard_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    contact(monkeypatch, "mailto:cert@noorderhaaks.example")
    assert security_text("mailto:cert@noorderhaaks.example", NOW).splitlines() == [
        "Contact: mailto:cert@noorderhaaks.example",
        "Expires: 2027-02-22T00:00:00Z",
        "Preferred-Languages: nl, en",
        "Canonical: https://praat.noorderhaaks.example/.well-known/security.txt",
    ]


def test_it_is_plain_text_at_its_place(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    contact(monkeypatch, "https://noorderhaaks.example/meld")
    answer = client.get("/.well-known/security.txt")
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "text/plain; charset=utf-8")
    assert answer.content.startswith(b"Contact: https://noorderhaaks.example/meld\n")


@pytest.mark.parametrize("value", ["", "cert@noorderhaaks.example", "http://plain.example"])
def test_without_a_usable_contact_it_says_what_to_set(
    client: Client, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    contact(monkeypatch, value)
    answer = client.get("/.well-known/security.txt")
    assert answer.status_code == 404
    assert "HOUVAST_CONTACT" in answer.content.decode()


def test_alive_asks_nothing_of_the_database(client: Client) -> None:
    answer = client.get("/gezond/leeft")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("health", "status", "said"),
    [(Health(ready=True, worker_reported=True), 200, {"status": "ok", "database": True, "worker": True}),
     (Health(ready=True, worker_reported=False), 200, {"status": "ok", "database": True, "worker": False}),
     (Health(ready=False, worker_reported=None), 503, {"status": "unavailable", "database": False, "worker": None})],
)  # fmt: skip
def test_ready_says_what_it_found(
    client: Client, monkeypatch: pytest.MonkeyPatch, health: Health, status: int, said: object
) -> None:
    monkeypatch.setattr(machine_views, "look_at_health", lambda: health)
    answer = client.get("/gezond/klaar")
    assert (answer.status_code, answer.json()) == (status, said)


@pytest.mark.django_db
def test_a_running_app_is_ready(client: Client) -> None:
    assert client.get("/gezond/klaar").status_code == 200
