# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does logging in at the identity provider of the municipality work from end to end, and nothing that looks like it?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import cast
import entrance
import pytest
import single_sign_on
from axes.models import AccessAttempt
from django.test import Client

from houvast.actions.people import deactivate, give_one_time_password
from houvast.domain.roles import Role
from houvast.store.models import AuditRecord, StaffMember

pytestmark = pytest.mark.django_db
FAILED = "Inloggen met je organisatie is niet gelukt."
NO_ACCOUNT = "Je hebt nog geen account in Houvast."


@pytest.fixture
def issuer(settings: Any) -> Iterator[str]:
    """An identity provider that is configured; the second step is required."""
    with single_sign_on.provider(settings) as address:
        yield address


@pytest.mark.usefixtures("issuer")
class TestIn:
    def test_who_has_an_account_gets_in_without_a_step_of_our_own(self, client: Client) -> None:
        samira = cast.staff()
        answer = single_sign_on.log_in(client, "s-1", "?next=/beheer/account")
        assert (answer.status_code, answer.headers["Location"]) == (302, "/beheer/account")
        assert entrance.is_in(client)
        samira.refresh_from_db()
        assert samira.oidc_subject == "s-1"
        rows = AuditRecord.objects.order_by("id").values_list("action", "details")
        assert list(rows) == [
            ("account.link-single-sign-on", {}),
            ("account.log-in", {"way": "single sign-on"}),
        ]
        assert "Je logde in met je organisatie." in client.get("/beheer/account").content.decode()

    def test_the_second_time_nothing_is_linked(self, client: Client) -> None:
        cast.staff()
        single_sign_on.log_in(client, "s-1")
        client.post("/uitloggen")
        assert not entrance.is_in(client)
        single_sign_on.log_in(client, "s-1")
        assert entrance.is_in(client)
        assert AuditRecord.objects.filter(action="account.link-single-sign-on").count() == 1

    def test_a_one_time_password_that_was_never_used_is_not_asked_after(self, client: Client) -> None:
        give_one_time_password(member=cast.staff(), by=cast.staff(Role.MANAGER))
        single_sign_on.log_in(client, "s-1")
        assert entrance.is_in(client)

    def test_a_password_afterwards_needs_its_second_step(self, client: Client) -> None:
        samira = cast.staff()
        single_sign_on.log_in(client, "s-1")
        client.post("/uitloggen")
        entrance.log_in(client, samira)
        assert not entrance.is_in(client)

    def test_never_to_another_site(self, client: Client) -> None:
        cast.staff()
        answer = single_sign_on.log_in(client, "s-1", "?next=https://elders.example/")
        assert answer.headers["Location"] == "/beheer"

    def test_whoever_is_deactivated_is_out_at_once_and_stays_out(self, client: Client) -> None:
        samira = cast.staff()
        single_sign_on.log_in(client, "s-1")
        deactivate(member=samira, by=cast.staff(Role.MANAGER))
        assert not entrance.is_in(client)
        answer = single_sign_on.log_in(Client(), "s-1")
        assert answer.status_code == 403
        assert NO_ACCOUNT in answer.content.decode()

    def test_the_tokens_stay_out_of_the_session(self, client: Client) -> None:
        cast.staff()
        single_sign_on.log_in(client, "s-1")
        assert [key for key in client.session.keys() if key.endswith("_token")] == []  # noqa: SIM118 -- no dictionary


class TestWhatIsAsked:
    def test_a_state_a_nonce_and_a_challenge_go_along(self, client: Client, issuer: str) -> None:
        address = urlsplit(single_sign_on.leave(client))
        asked = {name: values[0] for name, values in parse_qs(address.query).items()}
        assert f"{address.scheme}://{address.netloc}" == issuer
        assert (asked["client_id"], asked["scope"]) == (single_sign_on.CLIENT, "openid email")
        assert (asked["response_type"], asked["code_challenge_method"]) == ("code", "S256")
        assert min(len(asked[name]) for name in ("state", "nonce", "code_challenge")) >= 32

    @pytest.mark.usefixtures("issuer")
    @pytest.mark.parametrize("page", ["/inloggen", "/en/inloggen"])
    def test_the_address_to_come_back_to_is_the_registered_one(self, client: Client, settings: Any, page: str) -> None:
        entrance.configure(settings, HOUVAST_ADDRESS="https://praat.noorderhaaks.example/")
        asked = parse_qs(urlsplit(client.get(f"{page}/organisatie").headers["Location"]).query)
        assert asked["redirect_uri"] == ["https://praat.noorderhaaks.example/inloggen/organisatie/terug"]

    @pytest.mark.usefixtures("issuer")
    def test_the_login_page_leads_there_and_keeps_where_to_go(self, client: Client) -> None:
        page = client.get("/inloggen?next=/beheer/account").content.decode()
        assert 'href="/inloggen/organisatie?next=%2Fbeheer%2Faccount"' in page


@pytest.mark.usefixtures("issuer")
class TestOut:
    @pytest.mark.parametrize("subject", ["v-1", "iemand@elders.example"])
    def test_without_a_verified_address_of_an_account_nobody_gets_in(self, client: Client, subject: str) -> None:
        cast.staff()
        answer = single_sign_on.log_in(client, subject)
        assert answer.status_code == 403
        assert NO_ACCOUNT in answer.content.decode()
        assert StaffMember.objects.count() == 1
        assert not entrance.is_in(client)

    def test_who_says_no_there_is_not_in_here(self, client: Client) -> None:
        answer = client.get(single_sign_on.choose(single_sign_on.leave(client), action="deny"))
        assert answer.status_code == 403
        assert FAILED in answer.content.decode()

    def test_a_return_works_once_and_in_the_same_browser_only(self, client: Client) -> None:
        cast.staff()
        back = single_sign_on.choose(single_sign_on.leave(client), sub="s-1")
        stranger = Client()
        assert stranger.get(back).status_code == 403
        assert not entrance.is_in(stranger)
        assert client.get(back).status_code == 302
        client.post("/uitloggen")
        assert client.get(back).status_code == 403
        assert not entrance.is_in(client)

    @pytest.mark.parametrize("query", ["", "?code=x", "?state=x", "?code=x&state=x", "?error=server_error"])
    def test_anything_else_says_that_it_did_not_work(self, client: Client, query: str) -> None:
        single_sign_on.leave(client)
        answer = client.get(f"/inloggen/organisatie/terug{query}")
        assert answer.status_code == 403
        assert FAILED in answer.content.decode()

    def test_a_token_for_another_login_is_refused(self, client: Client) -> None:
        cast.staff()
        back = single_sign_on.choose(single_sign_on.leave(client), sub="s-1")
        session = client.session
        for state in session["oidc_states"].values():
            state["nonce"] = "another"
        session.save()
        assert client.get(back).status_code == 403
        assert not entrance.is_in(client)

    def test_a_code_that_was_made_up_is_refused(self, client: Client) -> None:
        address = single_sign_on.leave(client)
        state = parse_qs(urlsplit(address).query)["state"][0]
        assert client.get("/inloggen/organisatie/terug", {"code": "x", "state": state}).status_code == 403

    def test_failing_there_shuts_nobody_out_here(self, client: Client) -> None:
        samira = cast.staff()
        for _ in range(7):
            single_sign_on.log_in(client, "v-1")
        assert not AccessAttempt.objects.exists()
        assert entrance.log_in(client, samira).status_code == 302


def test_where_there_is_no_identity_provider_there_is_no_page(client: Client) -> None:
    for address in ("/inloggen/organisatie", "/inloggen/organisatie/terug?code=x&state=y"):
        answer = client.get(address)
        assert answer.status_code == 404
        assert "Inloggen met je organisatie is hier niet ingesteld." in answer.content.decode()
