# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The whole app, killed while notes come in: is every note there once, and what was refused in no file at all?"""

from __future__ import annotations

import base64
import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import threading
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import urlencode

import pytest
from device_seal import seal_to
from django.utils import timezone
from observed_things import new_key
from serving import COMMAND, child_of, free_port, wait_until_it_answers

from houvast.domain.week import write_week

PLANTED = "zwaluwstaartplanter"  # a word that stands nowhere else
SECRET = f"bel {PLANTED} op 06-12345678"
NEW = "/beheer/signalen/nieuw"
PREPARE = """
from houvast.configuration.start import start_app
start_app()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from django.test import Client
from houvast.domain.area import AreaKind
from houvast.store.models import Area, StaffMember, Theme
Area.objects.create(code="BU00000101", name="Havenkwartier", kind=AreaKind.NEIGHBOURHOOD)
Theme.objects.create(code="youth", name="Jongeren")
client = Client()
client.force_login(StaffMember.objects.create(email="a@b.example", name="Samira", role="adviser"))
print(client.cookies["houvast-staff"].value)
"""


@dataclass(frozen=True, slots=True)
class App:
    """The app as it runs, with the cookies of a colleague's browser."""

    port: int
    pid: int
    folder: Path
    cookies: str

    def ask(self, method: str, path: str, body: str | bytes = b"", **headers: str) -> tuple[int, str]:
        """Status and text of an answer; OSError or HTTPException where there is none."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request(method, path, body, {"Cookie": self.cookies, **headers})
            answer = connection.getresponse()
            return answer.status, answer.read().decode()
        finally:
            connection.close()

    def post(self, path: str, fields: dict[str, str]) -> tuple[int, str]:
        """Send a form."""
        form = urlencode({**fields, "csrfmiddlewaretoken": "c" * 32})
        return self.ask("POST", path, form, **{"Content-Type": "application/x-www-form-urlencoded"})

    def send(self, sealed: dict[str, str]) -> tuple[int, str]:
        """Send a sealed note."""
        headers = {"Content-Type": "application/json", "X-CSRFToken": "c" * 32}
        return self.ask("POST", f"{NEW}/verzegeld", json.dumps(sealed), **headers)

    def kill(self) -> None:
        """End the process that answers, without a warning; the web server starts it again."""
        answering = child_of(child_of(self.pid, "web"), "web")
        assert answering > 1
        os.kill(answering, signal.SIGKILL)


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    port, log = free_port(), tmp_path / "log"
    (tmp_path / "tmp").mkdir()
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("HOUVAST_", "DJANGO_"))}
    environment = kept | {
        "HOUVAST_DATA": str(tmp_path / "data"), "HOUVAST_ADDRESS": f"http://127.0.0.1:{port}",
        "HOUVAST_SECOND_FACTOR": "optional", "TMPDIR": str(tmp_path / "tmp"),
    }  # fmt: skip
    made = subprocess.run(
        [sys.executable, "-c", PREPARE], env=environment, capture_output=True, text=True, timeout=120, check=True
    )
    command = [sys.executable, "-c", COMMAND, "serve", "--port", str(port), "--workers", "1"]
    with log.open("w") as out, subprocess.Popen(command, env=environment, stdout=out, stderr=out) as serving:
        try:
            wait_until_it_answers(port)
            yield App(port, serving.pid, tmp_path, f"houvast-staff={made.stdout.strip()}; csrftoken={'c' * 32}")
        finally:
            serving.send_signal(signal.SIGTERM)
            serving.wait(40)


def note(**more: str) -> dict[str, str]:
    return {
        "what": "observation", "note_key": str(uuid.uuid4()), "kind": "tension", "theme": "youth", "area": "BU00000101",
        "seen": "Op het plein wordt gescholden.", "week": write_week(timezone.localdate()), "source_kind": "youth work",
        "reply_key": new_key(), **more,
    }  # fmt: skip


def in_files(folder: Path, word: str) -> list[str]:
    """The files that hold a word: the database with its log, what was written down, and what was put aside."""
    files = [one for one in folder.rglob("*") if one.is_file()]
    return [str(one) for one in files if word.encode() in one.read_bytes().lower()]


def test_killed_while_notes_come_in_each_is_kept_once_and_nothing_refused_is_on_the_disk(app: App) -> None:
    page = app.ask("GET", NEW)[1]
    key, spki = (re.search(rf'data-{name}="([^"]+)"', page)[1] for name in ("key", "spki"))  # type: ignore[index]
    notes = [note(wants_feedback="on") if n % 2 else note() for n in range(4)]
    sealed = [seal_to(one, name=key, spki=base64.b64decode(spki)) for one in notes]
    refused = seal_to(note(seen=SECRET), name=key, spki=base64.b64decode(spki))

    def try_to_send(one: dict[str, str]) -> None:
        try:
            app.send(one)
            app.send(refused)
        except (OSError, HTTPException):
            return

    for round_of, wait in enumerate((0.01, 0.05)):
        senders = [threading.Thread(target=try_to_send, args=[one]) for one in sealed[round_of : round_of + 3]]
        for sender in senders:
            sender.start()
        time.sleep(wait)
        app.kill()
        for sender in senders:
            sender.join(60)
        wait_until_it_answers(app.port)
    for one in sealed * 2:
        assert app.send(one) == (200, '{"state": "kept"}')
    with sqlite3.connect(app.folder / "data" / "houvast.sqlite3") as base:
        kept = base.execute("SELECT note_key, count(*) FROM store_observation GROUP BY note_key").fetchall()
    assert sorted(kept) == sorted((one["note_key"].replace("-", ""), 1) for one in notes)
    assert app.post(NEW, note(seen=SECRET))[0] == 200
    assert app.post("/idee", {"kind": "idea", "sender": "resident", "text": SECRET, "key": new_key()})[0] == 200
    assert in_files(app.folder, PLANTED) == []
    assert in_files(app.folder, "op het plein wordt gescholden") != []  # so that this search can fail
