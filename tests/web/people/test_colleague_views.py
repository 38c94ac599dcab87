# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Can the manager look after the accounts of colleagues, and nobody else?"""

from __future__ import annotations

import re

import cast
import entrance
import pytest
from django.test import Client

from houvast.domain.roles import Role
from houvast.store.models import AuditRecord, StaffMember

pytestmark = pytest.mark.django_db
NOOR = {"name": "Noor", "email": "noor@noorderhaaks.example", "role": "adviser"}


@pytest.fixture
def manager(client: Client) -> Client:
    """Maria is logged in."""
    client.force_login(cast.staff(Role.MANAGER))
    return client


def address(member: StaffMember) -> str:
    return f"/beheer/collegas/{member.pk}"


def test_everybody_stands_in_the_list(manager: Client) -> None:
    cast.staff(Role.ADVISER)
    page = manager.get("/beheer/collegas").content.decode()
    for words in ("Maria", "Samira", "samira@noorderhaaks.example", "Adviseur", "alleen een wachtwoord", "nooit"):
        assert words in page


def test_a_new_colleague_gets_in_with_the_password_that_is_shown_once(manager: Client) -> None:
    answer = manager.post("/beheer/collegas/nieuw", NOOR)
    page = answer.content.decode()
    password = re.search(r"<code>([a-z0-9-]{23})</code>", page)
    assert password
    assert "no-store" in answer.headers["Cache-Control"]
    noor = StaffMember.objects.get(email=NOOR["email"])
    assert password[1] not in manager.get(address(noor)).content.decode()
    own = Client()
    assert entrance.log_in(own, noor, password=password[1]).status_code == 302
    assert own.get("/beheer").headers["Location"].startswith("/beheer/account/wachtwoord?")


def test_what_is_wrong_stands_at_its_field(manager: Client) -> None:
    cast.staff(Role.ADVISER)
    answer = manager.post("/beheer/collegas/nieuw", {**NOOR, "email": "samira@noorderhaaks.example"})
    assert answer.status_code == 200
    assert "Er is al een account met dit e-mailadres." in answer.content.decode()
    assert "email" in answer.context["form"].errors


def test_another_name_and_role(manager: Client) -> None:
    samira = cast.staff(Role.ADVISER)
    given = {"change": "role", "name": "Samira B.", "role": "communication"}
    assert manager.post(address(samira), given).headers["Location"] == address(samira)
    samira.refresh_from_db()
    assert (samira.name, samira.role) == ("Samira B.", "communication")
    assert "Samira B." in manager.get(address(samira)).content.decode()


def test_a_role_that_is_taken_away_holds_at_the_next_click(manager: Client) -> None:
    samira, own = cast.staff(Role.ADVISER), Client()
    own.force_login(samira)
    assert own.get("/beheer/gesprekken/nieuw").status_code == 200
    manager.post(address(samira), {"change": "role", "name": "Samira", "role": "reader"})
    assert own.get("/beheer/gesprekken/nieuw").status_code == 403


def test_shutting_and_opening_an_account(manager: Client) -> None:
    samira, own = cast.staff(Role.ADVISER), Client()
    own.force_login(samira)
    manager.post(address(samira), {"change": "deactivate"})
    assert not entrance.is_in(own)
    page = manager.get(address(samira)).content.decode()
    assert "Dit account weer openen" in page
    assert "gesloten" in page
    manager.post(address(samira), {"change": "activate"})
    assert entrance.log_in(own, samira).status_code == 302


def test_the_last_manager_stays_manager(manager: Client) -> None:
    maria = cast.staff(Role.MANAGER)
    answer = manager.post(address(maria), {"change": "role", "name": "Maria", "role": "reader"})
    assert "Dit is de laatste beheerder." in answer.content.decode()
    answer = manager.post(address(maria), {"change": "deactivate"})
    assert answer.status_code == 409
    assert "Dit is de laatste beheerder." in answer.content.decode()
    assert "Dit is je eigen account." in manager.get(address(maria)).content.decode()


def test_a_lost_password_and_a_lost_telephone(manager: Client) -> None:
    samira = cast.staff(Role.ADVISER)
    entrance.with_second_factor(samira)
    page = manager.post(address(samira), {"change": "password"}).content.decode()
    password = re.search(r"<code>([a-z0-9-]{23})</code>", page)
    assert password
    assert entrance.log_in(Client(), samira).status_code == 200
    assert entrance.log_in(Client(), samira, password=password[1]).status_code == 302
    assert "De tweede stap weghalen" in manager.get(address(samira)).content.decode()
    manager.post(address(samira), {"change": "second-factor"})
    assert "De tweede stap weghalen" not in manager.get(address(samira)).content.decode()


def test_nothing_happens_by_looking_or_by_another_word(manager: Client) -> None:
    samira = cast.staff(Role.ADVISER)
    manager.get(address(samira), {"change": "deactivate"})
    for given in ({}, {"change": "delete"}, {"change": "__class__"}):
        answer = manager.post(address(samira), given)
        assert answer.status_code == 400
        assert "Kies wat je wilt veranderen." in answer.content.decode()
    assert cast.staff(Role.ADVISER).is_active
    assert not AuditRecord.objects.exists()


def test_nobody_has_this_number(manager: Client) -> None:
    for number in ("0", "999999", str(2**70)):
        answer = manager.get(f"/beheer/collegas/{number}")
        assert answer.status_code == 404
        assert "Er is geen collega met dit nummer." in answer.content.decode()


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.MANAGER}))
def test_others_find_a_shut_door(client: Client, role: Role) -> None:
    maria = cast.staff(Role.MANAGER)
    client.force_login(cast.staff(role))
    assert client.get("/beheer/collegas").status_code == 403
    assert client.get(address(maria)).status_code == 403
    assert client.post("/beheer/collegas/nieuw", NOOR).status_code == 403
    assert client.post(address(maria), {"change": "password"}).status_code == 403
    assert not AuditRecord.objects.exists()


def test_a_name_is_text(manager: Client) -> None:
    samira = cast.staff(Role.ADVISER)
    manager.post(address(samira), {"change": "role", "name": "<b>Sam</b>", "role": "adviser"})
    for page in (manager.get("/beheer/collegas"), manager.get(address(samira))):
        assert "<b>Sam</b>" not in page.content.decode()
        assert "&lt;b&gt;Sam" in page.content.decode()
