# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Can a colleague go from figures to a published answer, and can nobody else?"""

from __future__ import annotations

from html import unescape

import cast
import pytest
from django.test import Client
from django.utils import timezone
from snapshots import full_snapshot, live_result, live_snapshot

from houvast.domain.conversation import ConversationState
from houvast.domain.roles import Role
from houvast.engine.landscape.result import Verdict
from houvast.queries.gather.landscapes import FoundSoFar, write_result
from houvast.store.models import Conversation, Erasure, LandscapeSnapshot, Promise, Publication, ReportBack

pytestmark = pytest.mark.django_db
CLOSED = ConversationState.CLOSED
READING = {"binds": "Het groen.", "divides": "De auto.", "unknown": "Jongeren deden weinig mee."}


def staff(role: Role = Role.ADVISER) -> Client:
    client = Client()
    client.force_login(cast.staff(role))
    return client


def at(conversation: Conversation, page: str) -> str:
    return f"/beheer/gesprekken/{conversation.code}/{page}"


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def counted(verdict: Verdict = Verdict.GROUPS, **made: int) -> Conversation:
    conversation = cast.conversation(state=CLOSED)
    full_snapshot(conversation, verdict, **made)
    return conversation


@pytest.mark.parametrize("verdict", list(Verdict))
def test_the_team_reads_every_verdict(verdict: Verdict) -> None:
    html = text(staff(), at(counted(verdict), "landschap"))
    for wanted in ("Opinielandschap", "Wat bindt", "Elke stem telt mee.", "Een duiding schrijven en publiceren"):
        assert wanted in html


def test_without_a_landscape_or_people_the_page_says_why() -> None:
    assert "Nog niet berekend" in text(staff(), at(cast.conversation(state=CLOSED), "landschap"))
    assert "Te weinig mensen" in text(staff(), at(counted(Verdict.NO_STRUCTURE, people=5), "landschap"))


def test_while_people_take_part_the_team_sees_rounded_answers_and_says_why() -> None:
    conversation = cast.conversation()
    html = text(staff(), at(conversation, "landschap"))
    assert "Er doen nu mensen mee" in html
    assert "Nog te vroeg" in html
    full_snapshot(conversation)
    live_snapshot(conversation, live_result(conversation))
    content = write_result(FoundSoFar(Verdict.GROUPS, is_too_few=False))
    LandscapeSnapshot.objects.create(
        conversation=conversation, kind="working", at=timezone.now(), participants=9, votes=9, content=content
    )
    html = text(staff(), at(conversation, "landschap"))
    assert "Tot nu toe lijken er groepen te zijn" in html
    assert "Er deden minstens 50 mensen mee." in html
    assert "Alle stellingen" not in html  # the table with counts
    assert "De cijfers in het kort" not in text(staff(), at(conversation, "publiceren"))


def test_figures_that_stay_as_they_were_say_so() -> None:
    conversation = counted()
    Erasure.objects.create(conversation=conversation, former_participant=1, votes=3, hour=1)
    assert "Deze cijfers blijven zoals ze op dat moment zijn geteld." in text(staff(), at(conversation, "landschap"))
    assert staff().post(at(conversation, "publiceren"), READING).status_code == 302


def test_publishing_with_a_reading() -> None:
    conversation = counted()
    client = staff()
    assert "De cijfers in het kort" in text(client, at(conversation, "publiceren"))
    answer = client.post(at(conversation, "publiceren"), READING)
    assert answer.status_code == 302
    assert Publication.objects.get().reading.startswith("Wat bindt\nHet groen.\n\nWat verdeelt\n")
    assert "Dit is gepubliceerd." in text(client, at(conversation, "landschap"))
    assert "Het groen." in text(client, at(conversation, "publiceren"))  # to write on


def test_a_reading_that_names_somebody_comes_back() -> None:
    conversation = counted()
    html = staff().post(at(conversation, "publiceren"), {**READING, "divides": "Bel 06-12345678."}).content.decode()
    assert "06-12345678" in html
    assert not Publication.objects.exists()


def test_publishing_is_not_offered_while_people_take_part() -> None:
    conversation = cast.conversation()
    assert "Sluit eerst het gesprek." in text(staff(), at(conversation, "publiceren"))
    full_snapshot(conversation)
    assert "Sluit het gesprek" in staff().post(at(conversation, "publiceren"), READING).content.decode()
    assert not Publication.objects.exists()


def test_promising_and_saying_what_came_of_it() -> None:
    conversation, client = cast.conversation(state=CLOSED), staff(Role.COMMUNICATION)
    due = timezone.localdate().isoformat()
    sent = {"text": "Er komen bomen.", "owner": "Team Groen", "due": due}
    assert client.post(at(conversation, "afspraken"), sent).status_code == 302
    made = Promise.objects.get()
    assert "Er komen bomen." in text(client, at(conversation, "afspraken"))
    address = at(conversation, f"afspraken/{made.pk}")
    assert "Hoe staat het met deze afspraak?" in text(client, address)
    assert client.post(address, {"state": "kept", "outcome": "De bomen staan er."}).status_code == 302
    assert "De bomen staan er." in text(client, at(conversation, "afspraken"))
    assert "Deze afspraak is gedaan." in text(client, address)


def test_late_promises_are_named() -> None:
    conversation = cast.conversation(state=CLOSED)
    Promise.objects.create(conversation=conversation, text="x", owner="y", due=timezone.localdate().replace(year=2020))
    assert "De datum van 1 afspraak is voorbij." in text(staff(), at(conversation, "afspraken"))


def test_a_promise_of_another_conversation_is_not_found() -> None:
    made = Promise.objects.create(
        conversation=cast.conversation(state=CLOSED), text="x", owner="y", due=timezone.localdate()
    )
    assert staff().get(at(cast.conversation(), f"afspraken/{made.pk}")).status_code == 404


def test_reporting_back_says_that_nobody_gets_a_message() -> None:
    conversation, client = cast.conversation(state=CLOSED), staff()
    html = text(client, at(conversation, "terugkoppeling"))
    assert "Niemand krijgt een bericht" in html
    assert f"/g/{conversation.code}/terugkoppeling" in html
    assert client.post(at(conversation, "terugkoppeling"), {"text": "De raad heeft besloten."}).status_code == 302
    assert ReportBack.objects.get().text == "De raad heeft besloten."
    assert "De raad heeft besloten." in text(client, at(conversation, "terugkoppeling"))


@pytest.mark.parametrize("page", ["publiceren", "afspraken", "terugkoppeling"])
@pytest.mark.parametrize("role", [Role.READER, Role.PROFESSIONAL, Role.MANAGER])
def test_others_may_not_come_in(page: str, role: Role) -> None:
    assert staff(role).get(at(counted(), page)).status_code == 403


@pytest.mark.parametrize("page", ["landschap", "publiceren", "afspraken", "terugkoppeling"])
def test_visitors_are_sent_to_log_in(page: str) -> None:
    assert Client().get(at(cast.conversation(), page)).status_code == 302
