# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does every page know its municipality, its theme and who is looking, and ask the database only where it must?"""

from __future__ import annotations

from pathlib import Path

import cast
import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.test import Client, RequestFactory

from houvast.configuration.environment import Environment
from houvast.domain.roles import CAPABILITIES, Role
from houvast.web.shared import layout as layout_module
from houvast.web.shared.layout import layout, staff_may, staff_name, theme_address


def visit(user: object = None) -> HttpRequest:
    request = RequestFactory().get("/")
    if user is not None:
        request.user = user  # type: ignore[assignment]
    return request


def test_without_the_database_there_is_a_layout() -> None:
    found = layout(visit())
    assert (found["municipality"], found["language"], found["theme_address"]) == ("Gemeente Noorderhaaks", "nl", "")


@pytest.mark.parametrize("user", [None, AnonymousUser()])
def test_a_visitor_has_no_name_and_may_nothing(user: object) -> None:
    assert (staff_name(visit(user)), staff_may(visit(user))) == ("", frozenset())


@pytest.mark.django_db
@pytest.mark.parametrize("role", list(Role))
def test_a_colleague_may_what_the_role_may(role: Role) -> None:
    assert staff_may(visit(cast.staff(role))) == {capability.value for capability in CAPABILITIES[role]}
    assert staff_name(visit(cast.staff(role))) == cast.NAMES[role]


@pytest.mark.django_db
def test_a_municipality_swaps_one_file(client: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "tokens.css"
    place.write_text(".haaks-theme { --basis-heading-color: #123456 }", "utf-8")
    values = {"HOUVAST_THEME_CSS": str(place), "HOUVAST_THEME_CLASS": "haaks-theme"}
    monkeypatch.setattr(layout_module.settings, "HOUVAST", Environment(values))
    page = client.get("/privacy").content.decode()
    assert '<html lang="nl" class="haaks-theme">' in page
    assert page.index("houvast.css") < page.index("/thema.css?")  # what comes last holds
    assert theme_address().startswith("/thema.css?")
    assert b"#123456" in client.get(theme_address()).content


@pytest.mark.django_db
def test_without_a_file_no_second_style_sheet_is_fetched(client: Client) -> None:
    assert "thema.css" not in client.get("/privacy").content.decode()
