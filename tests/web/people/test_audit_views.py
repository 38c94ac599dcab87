# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Can the manager read who changed what, ask for a part of it, and take it along?"""

from __future__ import annotations

import csv
import io

import cast
import pytest
from django.test import Client
from django.utils import timezone

from houvast.actions.audit import record
from houvast.actions.people import change_colleague
from houvast.domain.roles import Role
from houvast.store.models import AuditRecord, StaffMember

pytestmark = pytest.mark.django_db


@pytest.fixture
def manager(client: Client) -> Client:
    """Maria is logged in."""
    client.force_login(cast.staff(Role.MANAGER))
    return client


def changes(number: int, action: str = "account.language") -> None:
    samira = cast.staff(Role.ADVISER)
    for _ in range(number):
        record(by=samira, action=action, subject=samira, language="en")


def test_a_change_stands_in_the_log_in_words(manager: Client) -> None:
    change_colleague(member=cast.staff(Role.ADVISER), name="Samira", role=Role.READER, by=cast.staff(Role.MANAGER))
    page = manager.get("/beheer/logboek").content.decode()
    for words in ("Maria (Beheerder)", "Veranderde de naam of rol van een collega", "rol: Meelezer", "1 regel."):
        assert words in page


def test_the_programme_and_who_is_gone(manager: Client) -> None:
    changes(1)
    record(by=None, action="conversation.close", subject=cast.conversation(title="Het plein"))
    StaffMember.objects.filter(name="Samira").delete()
    page = manager.get("/beheer/logboek").content.decode()
    for words in ("Houvast zelf", "een vroegere collega (Adviseur)", "Sloot een gesprek", "Het plein"):
        assert words in page


def test_a_question_narrows_the_log_and_the_file(manager: Client) -> None:
    changes(2)
    changes(1, "account.password")
    today = timezone.localdate().isoformat()
    samira = cast.staff(Role.ADVISER)
    for asked, number in (
        ("action=account.password", 1),
        (f"colleague={samira.pk}", 3),
        (f"colleague={cast.staff(Role.MANAGER).pk}", 0),
        (f"since={today}&until={today}&action=account.language", 2),
        ("until=2020-01-01", 0),
        ("", 3),
    ):
        answer = manager.get(f"/beheer/logboek?{asked}")
        assert answer.context["page"].total == number, asked
        file = manager.get(f"/beheer/logboek.csv{answer.context['page'].file}")
        assert len(list(csv.reader(io.StringIO(file.content.decode("utf-8-sig"))))) == number + 1


def test_what_cannot_be_asked_says_so_and_shows_everything(manager: Client) -> None:
    changes(2)
    for asked in ("action=alles", "colleague=x", "since=gisteren", "until=9999-12-31", "since=0001-01-01"):
        answer = manager.get(f"/beheer/logboek?{asked}")
        assert answer.status_code == 200
        assert "Er klopt nog iets niet" in answer.content.decode()
        assert answer.context["page"].total == 2


def test_pages_lead_to_each_other_and_keep_the_question(manager: Client) -> None:
    changes(51)
    first = manager.get("/beheer/logboek?action=account.language")
    assert "Bladzijde 1 van 2" in first.content.decode()
    page = first.context["page"]
    assert (page.newer, page.older) == ("", "?action=account.language&page=2")
    assert 'href="?action=account.language&amp;page=2"' in first.content.decode()
    second = manager.get(f"/beheer/logboek{page.older}").context["page"]
    assert (len(second.rows), second.older) == (1, "")
    assert second.newer == "?action=account.language&page=1"


@pytest.mark.parametrize("page", ["0", "-1", "x", "99999999999999999999", "²", ""])
def test_any_number_of_a_page_is_a_page(manager: Client, page: str) -> None:
    changes(1)
    assert manager.get("/beheer/logboek", {"page": page}).context["page"].number == 1


def test_the_file_is_a_file_for_a_spreadsheet(manager: Client) -> None:
    changes(1)
    answer = manager.get("/beheer/logboek.csv")
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="logboek.csv"'
    assert "no-store" in answer.headers["Cache-Control"]
    row = next(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert (row["colleague"], row["action"], row["details"]) == ("Samira", "account.language", "language=en")


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.MANAGER}))
def test_others_find_a_shut_door(client: Client, role: Role) -> None:
    client.force_login(cast.staff(role))
    assert client.get("/beheer/logboek").status_code == 403
    assert client.get("/beheer/logboek.csv").status_code == 403


def test_reading_changes_nothing(manager: Client) -> None:
    changes(1)
    manager.get("/beheer/logboek")
    manager.get("/beheer/logboek.csv")
    assert AuditRecord.objects.count() == 1
