# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does a colleague see their own account, and only that?"""

from __future__ import annotations

import cast
import entrance
import pytest
from django.test import Client

from houvast.domain.roles import Role

pytestmark = pytest.mark.django_db


def test_the_account_says_what_its_role_may(client: Client) -> None:
    client.force_login(cast.staff(Role.READER))
    page = client.get("/beheer/account").content.decode()
    assert "Leo" in page
    assert "Meelezer. Kijkt mee binnen het team en verandert niets." in page
    assert "Je hebt nog geen tweede stap bij je wachtwoord." in page


def test_the_language_holds_on_all_pages_of_staff_and_sets_no_cookie(client: Client) -> None:
    client.force_login(cast.staff())
    answer = client.post("/beheer/account", {"language": "en"})
    assert answer.headers["Location"] == "/beheer/account"
    assert not answer.cookies
    assert "Your account" in client.get("/beheer/account").content.decode()
    assert cast.staff().language == "en"
    client.post("/beheer/account", {"language": "nl"})
    assert "Je account" in client.get("/beheer/account").content.decode()


def test_another_language_is_not_there(client: Client) -> None:
    client.force_login(cast.staff())
    assert client.post("/beheer/account", {"language": "fr"}).status_code == 200
    assert cast.staff().language == "nl"


def test_nobody_changes_their_own_role(client: Client) -> None:
    client.force_login(cast.staff(Role.READER))
    client.post("/beheer/account", {"language": "nl", "role": "manager", "is_active": "on", "email": "x@x.example"})
    leo = cast.staff(Role.READER)
    assert (leo.role, leo.email) == ("reader", "leo@noorderhaaks.example")


def test_new_backup_codes_are_shown_once(client: Client) -> None:
    _secret, former = entrance.with_second_factor(cast.staff())
    client.force_login(cast.staff())
    assert "Je hebt nog 10 reservecodes." in client.get("/beheer/account").content.decode()
    answer = client.post("/beheer/account/reservecodes")
    page = answer.content.decode()
    assert page.count("<li><code>") == 10
    assert not [code for code in former if f"<code>{code}</code>" in page]
    assert "no-store" in answer.headers["Cache-Control"]
    assert client.get("/beheer/account/reservecodes").status_code == 405


def test_without_a_second_step_there_are_no_backup_codes(client: Client) -> None:
    client.force_login(cast.staff())
    answer = client.post("/beheer/account/reservecodes")
    assert answer.status_code == 409
    assert "Stel eerst de tweede stap in." in answer.content.decode()


def test_one_backup_code_left_is_one(client: Client) -> None:
    samira = cast.staff()
    entrance.with_second_factor(samira)
    kept = samira.staticdevice_set.get().token_set.order_by("id")[0]
    samira.staticdevice_set.get().token_set.exclude(pk=kept.pk).delete()
    client.force_login(samira)
    assert "Je hebt nog 1 reservecode." in client.get("/beheer/account").content.decode()
