# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Typing over a pile: choose it, ballot after ballot, one back, a file whole or not at all."""

from __future__ import annotations

from html import unescape
from uuid import uuid4

import cast
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from houvast.domain.conversation import ConversationState, Mode
from houvast.domain.roles import Role
from houvast.queries.gather.paper_entry import ballot_number
from houvast.store.models import Conversation, Participant, Statement, Vote

pytestmark = pytest.mark.django_db
PILE = "?mode=paper&batch=bibliotheek&language=nl"


def staff(role: Role = Role.PROFESSIONAL) -> Client:
    client = Client()
    client.force_login(cast.staff(role))
    return client


def at(made: Conversation, rest: str = "") -> str:
    return f"/beheer/gesprekken/{made.code}/invoer{rest}"


def read(answer: HttpResponse) -> str:
    assert answer.status_code == 200
    return " ".join(unescape(answer.content.decode()).split())


def send(made: Conversation, client: Client | None = None, **ballot: str) -> HttpResponse:
    sent = {"request": str(uuid4()), "consent": "on", "answer_0": "1", "answer_2": "-1", **ballot}
    return (client or staff()).post(at(made, PILE), sent)


def upload(made: Conversation, content: bytes, client: Client | None = None) -> HttpResponse:
    file = SimpleUploadedFile("stapel.csv", content)
    sent = {"request": str(uuid4()), "consent": "on", "file": file}
    return (client or staff()).post(at(made, f"/bestand{PILE}"), sent)


def test_first_the_pile() -> None:
    made = cast.conversation()
    html = read(staff().get(at(made)))
    assert "Kies eerst de stapel of de ronde." in html
    assert "Dit stembiljet bewaren" not in html
    refused = read(staff().get(at(made, "?mode=paper&batch=bij+Kerkstraat+12&language=nl")))
    assert "Kerkstraat 12" in refused
    assert "Dit stembiljet bewaren" not in refused
    assert "Dit stembiljet bewaren" in read(staff().get(at(made, PILE)))


def test_ballot_after_ballot() -> None:
    made, client = cast.conversation(), staff()
    answer = send(made, client, own_0="Er moeten meer bankjes komen.")
    assert answer["Location"] == at(made, PILE)
    person = Participant.objects.get()
    assert (person.mode, person.batch, person.entered_by) == (Mode.PAPER, "bibliotheek", cast.staff(Role.PROFESSIONAL))
    assert list(Vote.objects.order_by("statement__number").values_list("value", flat=True)) == [1, -1]
    html = read(client.get(answer["Location"]))
    for wanted in (
        "Het stembiljet is bewaard, met 2 antwoorden.",
        "1 eigen stelling wacht",
        "(1 stembiljet)",
    ):
        assert wanted in html
    assert "(1 stembiljet)" in read(client.get(at(made)))  # to go on with


@pytest.mark.parametrize(
    ("ballot", "wanted"),
    [
        ({"consent": ""}, "Zonder toestemming op het papier"),
        ({"answer_0": "", "answer_2": ""}, "Vul minstens één antwoord in."),
        ({"own_1": "Bel 06-12345678 voor meer."}, "06-12345678"),
    ],
)
def test_a_ballot_that_is_refused_comes_back_filled_in(ballot: dict[str, str], wanted: str) -> None:
    html = read(send(cast.conversation(), **ballot))
    assert wanted in html
    assert not Participant.objects.exists()


def test_the_same_ballot_again_asks_whether_it_is_another() -> None:
    made = cast.conversation()
    send(made)
    html = read(send(made))
    assert "Is dit een ander?" in html
    assert 'type="checkbox" name="is_another"' in html
    assert send(made, is_another="on").status_code == 302
    assert Participant.objects.count() == 2


def test_the_last_ballot_goes_back() -> None:
    made, client = cast.conversation(), staff()
    send(made, client)
    number = str(ballot_number(Participant.objects.get()))
    answer = client.post(at(made, f"/terug{PILE}"), {"number": number})
    assert answer["Location"] == at(made, PILE)
    assert not Participant.objects.exists()
    assert client.post(at(made, f"/terug{PILE}"), {"number": number}).status_code == 409
    assert client.post(at(made, f"/terug{PILE}"), {"number": "²"}).status_code == 409


def test_a_file_comes_in_whole() -> None:
    made, client = cast.conversation(), staff()
    answer = upload(made, b"stembiljet;stelling;stem\n1;0;e\n1;1;o\n2;0;w\n", client)
    assert answer["Location"] == at(made, f"{PILE}&kept=2")
    assert "2 stembiljetten uit het bestand zijn bewaard." in read(client.get(answer["Location"]))
    assert Participant.objects.count() == 2


def test_of_a_file_with_faults_nothing_is_kept() -> None:
    html = read(upload(cast.conversation(), b"stembiljet,stelling,stem\n1,0,e\n2,77,e\n"))
    assert "Van dit bestand is niets bewaard." in html
    assert "Rij 3: Er staat geen stelling 77 op het stembiljet." in html
    assert not Participant.objects.exists()


def test_without_a_pile_nothing_is_kept() -> None:
    made = cast.conversation()
    sent = {"request": str(uuid4()), "consent": "on", "answer_0": "1"}
    assert "Kies eerst de stapel" in read(staff().post(at(made), sent))
    file = {
        "request": str(uuid4()),
        "consent": "on",
        "file": SimpleUploadedFile("b.csv", b"ballot,statement,vote\n1,0,e\n"),
    }
    assert "Kies eerst de stapel" in read(staff().post(at(made, "/bestand"), file))
    assert not Participant.objects.exists()


def test_only_while_open_and_by_those_who_may() -> None:
    closed = cast.conversation(state=ConversationState.CLOSED)
    assert "zolang het gesprek open is" in read(staff().get(at(closed, PILE)))
    send(closed)
    assert not Participant.objects.exists()
    for rest in ("", "/bestand", "/terug"):
        assert staff(Role.COMMUNICATION).post(at(cast.conversation(), rest)).status_code == 403


def test_a_ballot_where_nobody_may_add_has_no_lines() -> None:
    made = cast.conversation(residents_add_statements=False)
    assert "Eigen stelling" not in read(staff().get(at(made, PILE)))
    send(made, own_0="Er moeten meer bankjes komen.")
    assert Statement.objects.count() == 5
