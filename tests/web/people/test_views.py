# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does a colleague get in with a password, a second step and a password of their own, and nobody without?"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import cast
import entrance
import pytest
from django.conf import settings as django_settings
from django.test import Client
from django.utils import timezone
from django_otp.plugins.otp_totp.models import TOTPDevice

from houvast.actions.people import deactivate, give_one_time_password, reset_second_factor
from houvast.domain.roles import Role
from houvast.store.models import AuditRecord

pytestmark = pytest.mark.django_db
NEW = "vier nieuwe lange woorden"
SESSION = "houvast-staff"


@pytest.fixture
def required(settings: Any) -> None:
    """The second step is asked, as in a real installation."""
    entrance.configure(settings, HOUVAST_SECOND_FACTOR="required")


def set_up(client: Client) -> tuple[str, str]:
    """Follow the page that sets up the second step; the secret and the page with the backup codes."""
    page = client.get("/tweede-stap/instellen").content.decode()
    assert re.search(r"<code>((?:[A-Z2-7]{4} ?)+)</code>", page)
    secret = client.session["second_factor_secret"]
    answer = client.post("/tweede-stap/instellen", {"code": entrance.code_for(secret)})
    return secret, answer.content.decode()


class TestPassword:
    def test_the_right_password_lets_in_and_is_in_the_log(self, client: Client) -> None:
        answer = entrance.log_in(client, cast.staff())
        assert (answer.status_code, answer.headers["Location"]) == (302, "/beheer")
        assert entrance.is_in(client)
        row = AuditRecord.objects.get()
        assert (row.action, row.details) == ("account.log-in", {"way": "password"})

    def test_a_wrong_one_does_not_and_says_so(self, client: Client) -> None:
        answer = entrance.log_in(client, cast.staff(), password="fout")
        assert answer.status_code == 200
        assert "Dit e-mailadres en dit wachtwoord horen niet bij elkaar." in answer.content.decode()
        assert not entrance.is_in(client)
        assert not AuditRecord.objects.exists()

    def test_the_page_is_there_in_both_languages(self, client: Client) -> None:
        assert "Inloggen voor medewerkers" in client.get("/inloggen").content.decode()
        assert "Log in for staff" in client.get("/en/inloggen").content.decode()
        assert "organisatie" not in client.get("/inloggen").content.decode()

    @pytest.mark.parametrize(
        ("wanted", "given"),
        [
            ("/beheer/account", "/beheer/account"),
            ("https://elders.example/", "/beheer"),
            ("//elders.example", "/beheer"),
        ],
    )
    def test_afterwards_to_where_somebody_wanted_to_go_as_long_as_it_is_here(
        self, client: Client, wanted: str, given: str
    ) -> None:
        assert entrance.log_in(client, cast.staff(), after=f"?next={wanted}").headers["Location"] == given
        assert client.get(f"/inloggen?next={wanted}").headers["Location"] == given

    def test_a_page_of_staff_sends_to_the_login_and_back(self, client: Client) -> None:
        step = client.get("/beheer/account").headers["Location"]
        assert step == "/inloggen?next=%2Fbeheer%2Faccount"
        after = step.removeprefix("/inloggen")
        assert entrance.log_in(client, cast.staff(), after=after).headers["Location"] == "/beheer/account"

    def test_the_session_is_a_new_one_after_logging_in(self, client: Client) -> None:
        before = client.session.session_key
        assert client.cookies[SESSION].value == before
        entrance.log_in(client, cast.staff())
        assert client.session.session_key != before

    def test_the_cookie_of_the_session_is_closed_to_scripts_and_ends_the_same_day(self, client: Client) -> None:
        cookie = entrance.log_in(client, cast.staff()).cookies[SESSION]
        assert cookie["httponly"]
        assert cookie["samesite"] == "Lax"
        assert cookie["max-age"] == 10 * 3600

    def test_a_form_without_its_token_is_refused(self) -> None:
        client = Client(enforce_csrf_checks=True)
        assert entrance.log_in(client, cast.staff()).status_code == 403


class TestGoingOut:
    def test_logging_out_ends_the_session_for_good(self, client: Client) -> None:
        entrance.log_in(client, cast.staff())
        stolen = client.cookies[SESSION].value
        assert client.post("/uitloggen").headers["Location"] == "/"
        assert not entrance.is_in(client)
        thief = Client()
        thief.cookies[SESSION] = stolen
        assert not entrance.is_in(thief)

    def test_a_link_does_not_log_out(self, client: Client) -> None:
        entrance.log_in(client, cast.staff())
        assert client.get("/uitloggen").status_code == 405
        assert entrance.is_in(client)

    def test_whoever_is_deactivated_is_out_at_the_next_click(self, client: Client) -> None:
        samira = cast.staff()
        entrance.log_in(client, samira)
        assert entrance.is_in(client)
        deactivate(member=samira, by=cast.staff(Role.MANAGER))
        assert not entrance.is_in(client)
        assert entrance.log_in(client, samira).status_code == 200
        assert not entrance.is_in(client)

    def test_what_one_sees_is_kept_in_no_cache(self, client: Client) -> None:
        entrance.log_in(client, cast.staff())
        assert "no-store" in client.get("/beheer/account").headers["Cache-Control"]


@pytest.mark.usefixtures("required")
class TestSecondStep:
    def test_without_one_it_is_set_up_first_and_then_everything_opens(self, client: Client) -> None:
        samira = cast.staff()
        entrance.log_in(client, samira)
        step = client.get("/beheer/account")
        assert step.headers["Location"] == "/tweede-stap?next=%2Fbeheer%2Faccount"
        assert client.get(step.headers["Location"]).headers["Location"] == (
            "/tweede-stap/instellen?next=%2Fbeheer%2Faccount"
        )
        _secret, page = set_up(client)
        assert len(set(re.findall(r"<li><code>([a-z2-7]+)</code></li>", page))) == 10
        assert entrance.is_in(client)
        assert list(AuditRecord.objects.order_by("id").values_list("action", flat=True)) == [
            "account.log-in", "account.second-factor",
        ]  # fmt: skip

    def test_the_password_alone_opens_nothing(self, client: Client) -> None:
        samira = cast.staff()
        entrance.with_second_factor(samira)
        entrance.log_in(client, samira)
        for address in ("/beheer", "/beheer/account", "/beheer/account/wachtwoord", "/beheer/gesprekken"):
            assert client.get(address).headers["Location"].startswith("/tweede-stap?")
        assert client.post("/beheer/account/reservecodes").headers["Location"] == "/tweede-stap"

    def test_the_code_of_the_app_opens_the_rest(self, client: Client) -> None:
        samira = cast.staff()
        secret, _codes = entrance.with_second_factor(samira)
        entrance.log_in(client, samira)
        before = client.session.session_key
        answer = client.post("/tweede-stap?next=/beheer/account", {"code": entrance.code_for(secret)})
        assert answer.headers["Location"] == "/beheer/account"
        assert entrance.is_in(client)
        assert client.session.session_key != before
        assert client.get("/tweede-stap?next=//elders.example").headers["Location"] == "/beheer"

    def test_a_backup_code_opens_it_once(self, client: Client) -> None:
        samira = cast.staff()
        _secret, codes = entrance.with_second_factor(samira)
        for code, opens in ((codes[0], True), (codes[0], False)):
            entrance.log_in(client, samira)
            client.post("/tweede-stap", {"code": code})
            assert entrance.is_in(client) is opens
            client.post("/uitloggen")

    def test_a_wrong_code_says_what_to_do_and_soon_how_long_to_wait(self, client: Client) -> None:
        samira = cast.staff()
        secret, _codes = entrance.with_second_factor(samira)
        entrance.log_in(client, samira)
        wrong = {"code": entrance.wrong_code_for(secret)}
        assert "Deze code klopt niet." in client.post("/tweede-stap", wrong).content.decode()
        TOTPDevice.objects.update(throttling_failure_count=7)
        right = {"code": entrance.code_for(secret)}
        page = client.post("/tweede-stap", right).content.decode()
        assert re.search(r"Er waren te veel codes die niet klopten. Wacht \d+ seconden", page)
        assert not entrance.is_in(client)

    def test_a_stolen_password_cannot_set_up_another_telephone(self, client: Client) -> None:
        samira = cast.staff()
        entrance.with_second_factor(samira)
        entrance.log_in(client, samira)
        answer = client.get("/tweede-stap/instellen?next=/beheer/account")
        assert answer.headers["Location"] == "/tweede-stap"
        assert client.post("/tweede-stap/instellen", {"code": "123456"}).headers["Location"] == "/tweede-stap"
        assert TOTPDevice.objects.count() == 1

    def test_a_wrong_first_code_leaves_the_same_secret_on_the_page(self, client: Client) -> None:
        entrance.log_in(client, cast.staff())
        client.get("/tweede-stap/instellen")
        secret = client.session["second_factor_secret"]
        answer = client.post("/tweede-stap/instellen", {"code": entrance.wrong_code_for(secret)})
        assert "Deze code klopt niet." in answer.content.decode()
        assert client.session["second_factor_secret"] == secret
        assert not TOTPDevice.objects.exists()

    def test_the_secret_does_not_stay_in_the_session(self, client: Client) -> None:
        entrance.log_in(client, cast.staff())
        set_up(client)
        assert "second_factor_secret" not in client.session

    def test_another_telephone_after_the_present_one_was_passed(self, client: Client) -> None:
        samira = cast.staff()
        secret, _codes = entrance.with_second_factor(samira)
        entrance.log_in(client, samira)
        client.post("/tweede-stap", {"code": entrance.code_for(secret)})
        assert "werken je vorige telefoon" in client.get("/tweede-stap/instellen").content.decode()
        new, _page = set_up(client)
        assert new != secret
        assert TOTPDevice.objects.get().key == new
        assert entrance.is_in(client)

    def test_taken_away_by_the_manager_it_is_asked_again_at_once(self, client: Client) -> None:
        samira = cast.staff()
        secret, _codes = entrance.with_second_factor(samira)
        entrance.log_in(client, samira)
        client.post("/tweede-stap", {"code": entrance.code_for(secret)})
        assert entrance.is_in(client)
        reset_second_factor(member=samira, by=cast.staff(Role.MANAGER))
        assert client.get("/beheer/account").headers["Location"].startswith("/tweede-stap?")

    def test_it_is_nothing_for_who_is_not_logged_in(self, client: Client) -> None:
        for address in ("/tweede-stap", "/tweede-stap/instellen"):
            assert client.get(address).headers["Location"].startswith("/inloggen?")


class TestOwnPassword:
    def change(self, client: Client, **given: str) -> Any:
        return client.post("/beheer/account/wachtwoord", {"current": cast.PASSWORD, "new": NEW, "again": NEW, **given})

    def test_after_a_one_time_password_it_is_asked_before_anything_else(self, client: Client) -> None:
        samira = cast.staff()
        password = give_one_time_password(member=samira, by=cast.staff(Role.MANAGER))
        entrance.log_in(client, samira, password=password)
        step = client.get("/beheer/account")
        assert step.headers["Location"] == "/beheer/account/wachtwoord?next=%2Fbeheer%2Faccount"
        page = client.get(step.headers["Location"]).content.decode()
        assert 'name="current"' not in page
        assert "Je kwam binnen met een eenmalig wachtwoord." in page
        answer = client.post(step.headers["Location"], {"new": NEW, "again": NEW})
        assert answer.headers["Location"] == "/beheer/account"
        assert entrance.is_in(client)

    def test_the_one_time_password_itself_cannot_be_kept(self, client: Client) -> None:
        samira = cast.staff()
        password = give_one_time_password(member=samira, by=cast.staff(Role.MANAGER))
        entrance.log_in(client, samira, password=password)
        answer = client.post("/beheer/account/wachtwoord", {"new": password, "again": password})
        assert "Kies een ander wachtwoord dan je nu hebt." in answer.content.decode()
        assert not entrance.is_in(client)

    def test_after_a_week_a_one_time_password_opens_nothing(self, client: Client) -> None:
        samira = cast.staff()
        password = give_one_time_password(member=samira, by=cast.staff(Role.MANAGER))
        samira.refresh_from_db()
        samira.one_time_password_until = timezone.now() - timedelta(seconds=1)
        samira.save()
        assert entrance.log_in(client, samira, password=password).status_code == 200
        assert not entrance.is_in(client)

    def test_the_second_step_comes_before_the_own_password(self, client: Client, settings: Any) -> None:
        entrance.configure(settings, HOUVAST_SECOND_FACTOR="required")
        samira = cast.staff()
        password = give_one_time_password(member=samira, by=cast.staff(Role.MANAGER))
        entrance.log_in(client, samira, password=password)
        assert client.get("/beheer/account/wachtwoord").headers["Location"].startswith("/tweede-stap?")

    def test_changing_it_logs_out_elsewhere_and_not_here(self, client: Client) -> None:
        elsewhere = Client()
        for one in (client, elsewhere):
            entrance.log_in(one, cast.staff())
        assert self.change(client).headers["Location"] == "/beheer/account"
        assert entrance.is_in(client)
        assert not entrance.is_in(elsewhere)
        assert entrance.log_in(elsewhere, cast.staff(), password=NEW).status_code == 302

    def test_the_second_step_stays_passed(self, client: Client, settings: Any) -> None:
        entrance.configure(settings, HOUVAST_SECOND_FACTOR="required")
        samira = cast.staff()
        secret, _codes = entrance.with_second_factor(samira)
        entrance.log_in(client, samira)
        client.post("/tweede-stap", {"code": entrance.code_for(secret)})
        self.change(client)
        assert entrance.is_in(client)

    @pytest.mark.parametrize(
        ("given", "says"),
        [({"current": "fout"}, "Dit is niet je wachtwoord van nu."),
         ({"again": "iets anders dan dat"}, "Dit is niet hetzelfde als het nieuwe wachtwoord."),
         ({"new": "kort", "again": "kort"}, "12 tekens")],
    )  # fmt: skip
    def test_what_is_wrong_stands_on_the_page(self, client: Client, given: dict[str, str], says: str) -> None:
        entrance.log_in(client, cast.staff())
        answer = self.change(client, **given)
        assert answer.status_code == 200
        assert says in answer.content.decode()
        assert cast.staff().check_password(cast.PASSWORD)


def test_the_session_ends_after_a_working_day() -> None:
    assert django_settings.SESSION_COOKIE_AGE == 10 * 3600
    assert django_settings.SESSION_COOKIE_NAME == SESSION
