# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Do the front pages show what there is, and does the site say what the law asks?"""

from __future__ import annotations

import cast
import pytest
from django.test import Client
from django.urls import reverse

from houvast.configuration.environment import Environment
from houvast.domain.conversation import ConversationState, Origin
from houvast.domain.roles import Role
from houvast.domain.votes import Moderation
from houvast.web.shared import views

pytestmark = pytest.mark.django_db


def page(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_an_empty_front_page_says_so(client: Client) -> None:
    assert "Er is nu geen open gesprek." in page(client, "/")


def test_the_front_page_leads_to_conversations_and_results(client: Client) -> None:
    cast.conversation(code="plein", title="Het <plein>")
    cast.conversation(code="school", state=ConversationState.PUBLISHED)
    cast.conversation(code="geheim", state=ConversationState.DRAFT)
    found = page(client, "/")
    assert "Het &lt;plein&gt;" in found
    assert reverse("resident:intro", kwargs={"code": "plein"}) in found
    assert reverse("results:result", kwargs={"code": "school"}) in found
    assert "geheim" not in found


@pytest.mark.parametrize(("role", "told"), [(Role.ADVISER, True), (Role.READER, False)])
def test_who_moderates_is_told_what_waits(client: Client, role: Role, told: bool) -> None:
    one = cast.conversation(code="plein", statements=0)
    cast.statement(one, number=1, text="Wacht.", origin=Origin.RESIDENT, moderation=Moderation.OPEN, is_shown=False)
    client.force_login(cast.staff(role))
    found = page(client, "/beheer")
    assert ("1 stelling van inwoners wacht op een oordeel" in found) is told
    assert (reverse("moderate:queue", kwargs={"code": "plein"}) in found) is told
    assert (reverse("prepare:new") in found) is told


def test_a_new_installation_says_that_there_is_nothing_yet(client: Client) -> None:
    client.force_login(cast.staff())
    assert "Er zijn nog geen gesprekken." in page(client, "/beheer")


@pytest.mark.parametrize("contact", ["", "mailto:privacy@noorderhaaks.example", "https://noorderhaaks.example/meld"])
@pytest.mark.parametrize("path", ["/privacy", "/toegankelijkheid"])
def test_the_contact_is_a_link_where_there_is_one(
    client: Client, path: str, contact: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views.settings, "HOUVAST", Environment({"HOUVAST_CONTACT": contact}))
    found = page(client, path)
    assert (f'href="{contact}"' in found) is bool(contact)
    assert 'href=""' not in found


def test_the_accessibility_statement_has_a_status_a_date_and_a_way_to_complain(client: Client) -> None:
    found = page(client, "/toegankelijkheid")
    assert "Status: eerste maatregelen genomen." in found
    assert "24 november 2026" in found
    assert "nationaleombudsman.nl" in found


def test_the_privacy_page_names_every_cookie_and_the_rights(client: Client) -> None:
    found = page(client, "/privacy")
    for word in ("houvast:", "csrftoken:", "houvast-staff:", "politieke meningen", "Wissen:", "IP-adres"):
        assert word in found


def test_the_stable_address_of_the_theme_is_empty_without_one(client: Client) -> None:
    answer = client.get("/thema.css")
    assert (answer.status_code, answer.content, answer.headers["Content-Type"]) == (200, b"", "text/css; charset=utf-8")
