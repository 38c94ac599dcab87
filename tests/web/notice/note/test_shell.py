# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does the list of kept files hold every script and style of the noting page, and change when one of them does?"""

from __future__ import annotations

import re

import cast
import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from houvast.domain.roles import Role
from houvast.web.notice.note.shell import MODULES, icons, kept_files, worker_settings


@pytest.mark.django_db
def test_every_file_that_the_kept_form_asks_for_is_kept() -> None:
    client = Client()
    client.force_login(cast.staff(Role.PROFESSIONAL))
    said = client.get("/beheer/signalen/nieuw/zonder-verbinding").content.decode()
    asked = set(re.findall(r'(?:src|href)="(/static/[^"]+)"', said))
    assert asked <= set(kept_files())
    assert asked


def test_every_module_that_the_script_imports_is_kept() -> None:
    seen, todo = set[str](), ["note/note.js"]
    while todo:
        name = todo.pop()
        place = finders.find(name)
        assert isinstance(place, str)
        with open(place, encoding="utf-8") as file:  # noqa: PTH123 -- what the finder gives
            imported = {f"note/{one}" for one in re.findall(r'from "\./([^"]+)"', file.read())}
        todo += imported - seen
        seen |= imported
    assert seen == set(MODULES)


def test_every_file_and_icon_is_there() -> None:
    plain = [one for one in kept_files() if one.startswith("/static/")] + [one["src"] for one in icons()]
    assert [one for one in plain if not finders.find(one.removeprefix("/static/"))] == []


def test_the_version_changes_with_the_list(monkeypatch: pytest.MonkeyPatch) -> None:
    before = worker_settings()["version"]
    assert worker_settings()["version"] == before
    monkeypatch.setattr("houvast.web.notice.note.shell.theme_address", lambda: "/thema.css?abc")
    assert worker_settings()["version"] != before
    assert "/thema.css?abc" in kept_files()
