# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""After how many wrong passwords is the door shut, for whom, and for how long?"""

from __future__ import annotations

from datetime import timedelta

import cast
import entrance
import pytest
from axes.models import AccessAttempt
from django.conf import settings
from django.test import Client

from houvast.domain.roles import Role

pytestmark = pytest.mark.django_db


def wrong(client: Client, member: object, times: int = 1) -> list[int]:
    return [entrance.log_in(client, member, password="fout").status_code for _ in range(times)]  # type: ignore[arg-type]


def test_six_wrong_passwords_shut_the_door_also_for_the_right_one(client: Client) -> None:
    samira = cast.staff()
    assert wrong(client, samira, 6) == [200] * 5 + [429]
    answer = entrance.log_in(client, samira)
    assert answer.status_code == 429
    assert "Over 15 minuten kun je het weer proberen." in answer.content.decode()
    assert not entrance.is_in(client)


def test_five_are_forgiven_by_the_right_one(client: Client) -> None:
    samira = cast.staff()
    wrong(client, samira, 5)
    assert entrance.log_in(client, samira).status_code == 302
    client.logout()
    assert wrong(client, samira, 5) == [200] * 5


def test_capitals_in_the_address_are_the_same_address(client: Client) -> None:
    samira = cast.staff()
    for _ in range(6):
        samira.email = samira.email.swapcase()
        wrong(client, samira)
    assert entrance.log_in(client, samira).status_code == 429


def test_nobody_else_is_shut_out(client: Client) -> None:
    wrong(client, cast.staff(), 6)
    assert entrance.log_in(client, cast.staff(Role.MANAGER)).status_code == 302
    assert entrance.log_in(Client(REMOTE_ADDR="192.0.2.7"), cast.staff()).status_code == 302


def test_after_a_while_the_door_opens_again(client: Client) -> None:
    samira = cast.staff()
    wrong(client, samira, 6)
    for attempt in AccessAttempt.objects.all():
        AccessAttempt.objects.filter(pk=attempt.pk).update(
            attempt_time=attempt.attempt_time - timedelta(hours=settings.AXES_COOLOFF_TIME, minutes=1)
        )
    assert entrance.log_in(client, samira).status_code == 302


def test_trying_on_does_not_make_it_longer(client: Client) -> None:
    samira = cast.staff()
    wrong(client, samira, 6)
    first = AccessAttempt.objects.get().attempt_time
    wrong(client, samira, 2)
    assert AccessAttempt.objects.get().attempt_time == first


def test_an_address_without_an_account_looks_the_same(client: Client) -> None:
    samira = cast.staff()
    known = entrance.log_in(client, samira, password="fout").content.decode()
    samira.email = "niemand@noorderhaaks.example"
    unknown = entrance.log_in(client, samira, password="fout").content.decode()
    message = "Dit e-mailadres en dit wachtwoord horen niet bij elkaar."
    assert message in known
    assert message in unknown
    assert wrong(client, samira, 5)[-1] == 429


def test_no_password_is_kept_of_an_attempt(client: Client) -> None:
    entrance.log_in(client, cast.staff(), password="bijna-mijn-wachtwoord")
    assert "bijna-mijn-wachtwoord" not in str(list(AccessAttempt.objects.values()))


def test_the_page_of_the_login_form_stays_there(client: Client) -> None:
    wrong(client, cast.staff(), 6)
    assert client.get("/inloggen").status_code == 200
