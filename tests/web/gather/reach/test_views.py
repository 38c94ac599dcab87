# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Can a colleague hand out, invite and see who is missing, and can nobody who may not?"""

from __future__ import annotations

import io
import zipfile
from html import unescape

import cast
import pytest
from django.test import Client
from printed_pdf import read_pdf

from houvast.actions.gather.landscapes import refresh_full
from houvast.actions.gather.reach_meter import refresh_reach
from houvast.domain.conversation import ConversationState, Mode
from houvast.domain.roles import Role
from houvast.store.models import BackgroundAnswer, BackgroundOption, BackgroundQuestion, Conversation, Invitation

pytestmark = pytest.mark.django_db


def staff(role: Role = Role.ADVISER) -> Client:
    client = Client()
    client.force_login(cast.staff(role))
    return client


def at(made: Conversation, page: str = "") -> str:
    return f"/beheer/gesprekken/{made.code}/bereik{page}"


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return " ".join(unescape(answer.content.decode()).split())


def reached() -> Conversation:
    made = cast.conversation(statements=2, k=3)
    question = BackgroundQuestion.objects.create(conversation=made, text="Hoe oud bent u?", source="CBS 2025")
    options = [
        BackgroundOption.objects.create(question=question, text=name, known_share=share)
        for name, share in (("Jong", 0.5), ("Oud", 0.5))
    ]
    for i in range(60):
        person = cast.participant(made, mode=Mode.ONLINE if i < 30 else Mode.PAPER)
        usual = 1 if i < 30 else -1
        cast.vote(person, made.statements.get(number=0), usual if i % 30 < 22 else -usual if i % 30 < 26 else 0)
        if i < 50:
            BackgroundAnswer.objects.create(participant=person, option=options[0] if i < 12 else options[1])
    refresh_reach(made)
    return made


def test_the_meter_in_words_and_numbers() -> None:
    made = reached()
    html = text(staff(Role.READER), at(made))
    for wanted in ("Er doen 60 mensen mee.", "minder dan hun aandeel"):
        assert wanted in html
    for wanted in ("Ontbreekt: ", "Jong", "24% (", "Gaf geen antwoord", "CBS 2025", "Dit komt na de sluiting"):
        assert wanted in html
    assert "Om uit te delen" not in html  # a reader hands nothing out
    Conversation.objects.update(state=ConversationState.CLOSED)
    assert "Dit wordt op de achtergrond" in text(staff(), at(made))
    refresh_full(Conversation.objects.get())
    assert "Bij 1 stelling antwoorden mensen anders" in text(staff(), at(made))


@pytest.mark.parametrize(
    ("people", "wanted"),
    [(0, "Er doet nog niemand mee."), (4, "minder dan 10 mensen mee."), (20, "geen achtergrondvragen")],
)
def test_with_few_or_nothing_asked_it_says_so(people: int, wanted: str) -> None:
    made = cast.conversation()
    for _ in range(people):
        cast.participant(made)
    assert wanted in text(staff(), at(made))


def test_what_there_is_to_hand_out() -> None:
    made = cast.conversation(by_invitation=True, languages=["en"])
    html = text(staff(Role.PROFESSIONAL), at(made))
    for wanted in (f"/g/{made.code}/qr.svg", f'/g/{made.code}/insluiten" title=', "De poster maken", "op uitnodiging"):
        assert wanted in html


def test_poster_and_ballot_are_files() -> None:
    made = cast.conversation()
    for page, title in (
        ("/poster.pdf", made.title),
        ("/stembiljet.pdf?mark=hal", f"{made.title} – Stembiljet op papier"),
    ):
        answer = staff().get(at(made, page))
        assert answer["Content-Type"] == "application/pdf"
        assert answer["Content-Disposition"].startswith("inline; filename=")
        assert read_pdf(answer.content).title == title


def test_codes_come_once_in_a_file() -> None:
    made, client = cast.conversation(), staff()
    sent = {"batch": "brief Zuid", "number": "12", "with_cards": "on"}
    answer = client.post(at(made, "/uitnodigingen"), sent)
    assert answer["Content-Disposition"] == f'attachment; filename="uitnodigingen-{made.code}.zip"'
    with zipfile.ZipFile(io.BytesIO(answer.content)) as folder:
        assert folder.namelist() == ["codes.csv", "codes.pdf"]
        codes = [line.split(",")[0] for line in folder.read("codes.csv").decode().splitlines()[1:]]
    assert (len(codes), Invitation.objects.count()) == (12, 12)
    html = text(client, at(made, "/uitnodigingen"))
    assert "brief Zuid" in html
    assert "minder dan 10" in html
    assert not any(code in html for code in codes)
    assert "Er is al een reeks met deze naam." in client.post(at(made, "/uitnodigingen"), sent).content.decode()


def test_a_batch_is_revoked() -> None:
    made, client = cast.conversation(), staff()
    client.post(at(made, "/uitnodigingen"), {"batch": "markt", "number": "3"})
    answer = client.post(at(made, "/uitnodigingen/intrekken"), {"batch": "markt"})
    assert answer["Location"] == at(made, "/uitnodigingen")
    assert "ingetrokken" in text(client, answer["Location"])
    assert client.get(at(made, "/uitnodigingen/intrekken")).status_code == 405


def test_after_the_end_no_codes_are_offered() -> None:
    made = cast.conversation(state=ConversationState.CLOSED)
    assert "kan niemand meer meedoen" in text(staff(), at(made, "/uitnodigingen"))
    answer = staff().post(at(made, "/uitnodigingen"), {"batch": "markt", "number": "3"})
    assert not Invitation.objects.exists()
    assert answer.status_code == 200


@pytest.mark.parametrize("page", ["/poster.pdf", "/stembiljet.pdf", "/uitnodigingen"])
def test_a_reader_hands_nothing_out(page: str) -> None:
    assert staff(Role.READER).get(at(cast.conversation(), page)).status_code == 403
