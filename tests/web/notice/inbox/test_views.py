# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does a colleague see what is late, answer it, hand it over, and make something of it?"""

from __future__ import annotations

from datetime import timedelta

import cast
import pytest
from django.utils import timezone
from entrance import says, visitor
from noticed_things import a_message

from houvast.domain.inbox import MessageState
from houvast.domain.roles import Role
from houvast.store.models import InboxMessage, Observation, Statement

pytestmark = pytest.mark.django_db


def test_late_ones_stand_first() -> None:
    today = timezone.localdate()
    for text, days in (("Een vraag van straks", 4), ("Een vraag van lang geleden", -4)):
        a_message(text=text, due=today + timedelta(days))
    page = says(visitor().get("/beheer/inbox"))
    assert page.index("Te laat") < page.index("lang geleden") < page.index("van straks")


def test_take_up_answer_and_better_it() -> None:
    message, browser = a_message(), visitor()
    one = f"/beheer/inbox/{message.pk}"
    assert "Ik pak dit op" in says(browser.get(one))
    browser.post(f"{one}/oppakken")
    assert "Ik pak dit op" not in says(browser.get(one))
    assert browser.post(one, {"answer": "Wij zoeken het uit."})["Location"] == f"{one}?gedaan=antwoord"
    page = says(browser.get(f"{one}?gedaan=antwoord"))
    assert "De afzender kan het nu lezen." in page
    assert "Wij zoeken het uit.</textarea>" in page
    assert InboxMessage.objects.get().state == MessageState.ANSWERED


def test_a_refused_answer_stays_in_the_form() -> None:
    message = a_message()
    page = says(visitor().post(f"/beheer/inbox/{message.pk}", {"answer": "Bel Piet Jansen op 06-12345678."}))
    assert "Bel Piet Jansen op 06-12345678.</textarea>" in page
    assert InboxMessage.objects.get().answer == ""


def test_hand_over() -> None:
    message, cora, browser = a_message(), cast.staff(Role.COMMUNICATION), visitor()
    one = f"/beheer/inbox/{message.pk}"
    assert 'role="alert"' in says(browser.post(f"{one}/overdragen", {"to": ""}))
    browser.post(f"{one}/overdragen", {"to": str(cora.pk)})
    assert "van jou" in says(visitor(Role.COMMUNICATION).get("/beheer/inbox"))
    assert "Cora" in says(browser.get("/beheer/inbox"))


def test_put_aside_for_a_case_and_back() -> None:
    message, browser = a_message(), visitor()
    one = f"/beheer/inbox/{message.pk}"
    browser.post(f"{one}/casus", {"is_for_case": "on", "change": "1"})
    assert "Toch niet voor een casus" in says(browser.get(one))
    browser.post(f"{one}/casus", {"change": "1"})
    assert not InboxMessage.objects.get().is_for_case


def test_a_signal_and_a_statement() -> None:
    message, room, browser = a_message(), cast.conversation(), visitor()
    one = f"/beheer/inbox/{message.pk}"
    assert f"{message.text}</textarea>" in says(browser.get(f"{one}/signaal"))
    browser.post(f"{one}/signaal", {"kind": "tension", "seen": "Het licht gaat vroeg uit.", "area": cast.area().code})
    assert Observation.objects.get().seen == "Het licht gaat vroeg uit."
    assert f"{message.text}</textarea>" in says(browser.get(f"{one}/stelling"))
    browser.post(f"{one}/stelling", {"conversation": room.code, "text": "Het licht moet later uit."})
    assert Statement.objects.filter(text="Het licht moet later uit.").count() == 1
    page = says(browser.get(one))
    assert "Werd een signaal" in page
    assert "Maak er een" not in page
    assert "al een signaal gemaakt" in says(browser.post(f"{one}/signaal", {"kind": "tension", "seen": "Nog een."}))


def test_a_text_that_is_gone_is_said_to_be_gone() -> None:
    message = a_message(text="", text_removed_at=timezone.localdate(), state=MessageState.ANSWERED)
    page = says(visitor().get(f"/beheer/inbox/{message.pk}"))
    assert "na zijn termijn verwijderd" in page
    assert "<textarea" not in page
