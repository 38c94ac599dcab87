# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Can a moderator work through the queue with plain forms, and can everybody read the rules?"""

from __future__ import annotations

from html import unescape

import cast
import pytest
from django.test import Client

from houvast.domain.conversation import ConversationState, ModerationReason, Origin
from houvast.domain.moderation_policy import POLICY
from houvast.domain.roles import Role
from houvast.domain.votes import Moderation
from houvast.store.models import Conversation, ModerationDecision, Statement

pytestmark = pytest.mark.django_db
OPEN, OUT, IN = Moderation.OPEN, Moderation.OUT, Moderation.IN


def moderator(role: Role = Role.ADVISER) -> Client:
    client = Client()
    client.force_login(cast.staff(role))
    return client


def waiting(*texts: str) -> Conversation:
    conversation = cast.conversation(statements=0)
    for number, text in enumerate(texts or ("Er is te weinig licht.", "Honden horen los in de duinen."), start=1):
        cast.statement(conversation, number=number, text=text, origin=Origin.RESIDENT, moderation=OPEN, is_shown=False)
    return conversation


def at(conversation: Conversation, rest: str = "") -> str:
    return f"/beheer/gesprekken/{conversation.code}/moderatie{rest}"


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def test_the_queue_with_everything_for_a_decision() -> None:
    html = text(moderator(), at(waiting()))
    for wanted in (
        "Er is te weinig licht.",
        "Toelaten",
        "Weglaten, met een reden",
        "In de wachtrij (2)",
        "van een inwoner",
    ):
        assert wanted in html
    assert html.count("Kies een reden") == 2


def test_accepting_leads_to_the_next() -> None:
    conversation, client = waiting(), moderator()
    answer = client.post(
        at(conversation, "/1"), {"decision": "in", "seen": "open", "lijst": "", "pagina": "1", "volgende": "2"}
    )
    assert answer.status_code == 302
    assert answer["Location"] == at(conversation, "?gedaan=1&volgende=2#stelling-2")
    assert Statement.objects.get(number=1).moderation == IN
    html = text(client, answer["Location"])
    assert "Stelling 1 is toegelaten." in html
    assert "Er is te weinig licht." not in html
    assert "Er is te weinig licht." in text(client, at(conversation, "?lijst=toegelaten"))


def test_leaving_out_with_a_reason_that_the_team_sees() -> None:
    conversation, client = waiting(), moderator()
    refused = client.post(
        at(conversation, "/1"), {"decision": "out", "seen": "open", "note_to_author": "Korter graag."}
    )
    assert refused.status_code == 200
    html = unescape(refused.content.decode())
    assert "Korter graag." in html
    assert Statement.objects.get(number=1).moderation == OPEN
    sent = {"decision": "out", "seen": "open", "reason": "not clear", "note_to_author": "Korter graag."}
    assert client.post(at(conversation, "/1"), sent).status_code == 302
    html = text(client, at(conversation, "?lijst=weggelaten"))
    assert "Het is niet duidelijk genoeg om op te stemmen" in html
    assert "Korter graag." in html


def test_a_possible_name_in_the_note_is_asked_about() -> None:
    conversation, client = waiting(), moderator()
    sent = {"decision": "out", "seen": "open", "reason": "insult", "note_to_author": "Dit gaat over mevrouw Jansen."}
    html = unescape(client.post(at(conversation, "/1"), sent).content.decode())
    assert "Jansen" in html
    assert "Wat gevonden is, is niet de naam van een persoon" in html or 'type="checkbox" name="not_a_person"' in html
    assert client.post(at(conversation, "/1"), {**sent, "not_a_person": "on"}).status_code == 302


def test_a_colleague_was_first() -> None:
    conversation, client = waiting(), moderator()
    client.post(at(conversation, "/1"), {"decision": "in", "seen": "open"})
    sent = {"decision": "out", "seen": "open", "reason": "insult"}
    html = unescape(client.post(at(conversation, "/1"), sent).content.decode())
    assert "Een collega heeft intussen over deze stelling besloten." in html
    assert 'name="seen" value="in"' in html
    assert Statement.objects.get(number=1).moderation == IN


def test_many_at_once() -> None:
    conversation, client = waiting(), moderator()
    assert "Kies ten minste één stelling." in unescape(client.post(at(conversation, "/toelaten")).content.decode())
    answer = client.post(at(conversation, "/toelaten"), {"numbers": ["1", "2"], "pagina": "1"})
    assert answer["Location"] == at(conversation, "?samen=2")
    html = text(client, answer["Location"])
    assert "2 stellingen zijn toegelaten." in html
    assert "Er wacht niets." in html


def test_undoing_on_the_page_of_one_statement() -> None:
    conversation, client = waiting(), moderator()
    client.post(at(conversation, "/1"), {"decision": "in", "seen": "open"})
    assert "Terug in de wachtrij" in text(client, at(conversation, "/1"))
    client.post(at(conversation, "/1"), {"decision": "open", "seen": "in"})
    assert "Stelling 1 staat weer in de wachtrij." in text(client, at(conversation, "?gedaan=1"))
    assert ModerationDecision.objects.count() == 2


def test_mending_a_typing_error() -> None:
    conversation, client = waiting("Er is te wenig licht."), moderator()
    answer = client.post(at(conversation, "/1/spelling"), {"text": "Er is te weinig licht."})
    assert answer["Location"] == at(conversation, "/1")
    refused = client.post(at(conversation, "/1/spelling"), {"text": "Er is te veel licht."})
    assert "Alleen typefouten worden verbeterd" in unescape(refused.content.decode())
    assert Statement.objects.get(number=1).text == "Er is te weinig licht."


def test_what_its_writer_took_back_has_no_forms() -> None:
    conversation = waiting("weg")
    statement = Statement.objects.get()
    Statement.objects.update(text="", moderation=OUT)
    ModerationDecision.objects.create(
        statement=statement, decision=OUT, reason=ModerationReason.WITHDRAWN, at=conversation.created_at
    )
    for address in (at(conversation, "/1"), at(conversation, "?lijst=weggelaten")):
        html = text(moderator(), address)
        assert "De schrijver heeft deze stelling teruggetrokken." in html
        assert 'name="decision"' not in html
    assert "de schrijver" in text(moderator(), at(conversation, "/logboek"))


def test_the_log_and_its_file() -> None:
    conversation, client = waiting(), moderator()
    assert "0 besluiten" in text(client, at(conversation, "/logboek"))
    client.post(at(conversation, "/1"), {"decision": "out", "seen": "open", "reason": "insult"})
    html = text(client, at(conversation, "/logboek"))
    for wanted in ("1 besluit.", "weggelaten", "Samira", "Het beledigt, bedreigt of zet aan tegen een groep"):
        assert wanted in html
    answer = client.get(at(conversation, "/logboek.csv"))
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"] == f'attachment; filename="moderatie-{conversation.code}.csv"'
    assert "insult" in answer.content.decode()


def test_everybody_reads_the_rules_and_how_often_they_were_used() -> None:
    conversation = waiting()
    moderator().post(at(conversation, "/1"), {"decision": "out", "seen": "open", "reason": "insult"})
    html = text(Client(), f"/g/{conversation.code}/spelregels")
    for wanted in (
        conversation.title,
        "binnen twee werkdagen",
        "1 stelling in dit gesprek",
        "Bent u het er niet mee eens?",
    ):
        assert wanted in html
    assert html.count("<dt>") == len(POLICY) + 3


def test_the_rules_of_a_draft_tell_nothing_of_it() -> None:
    draft = cast.conversation(state=ConversationState.DRAFT)
    html = text(Client(), f"/g/{draft.code}/spelregels")
    assert draft.title not in html
    assert "in dit gesprek</span>" not in html


@pytest.mark.parametrize("rest", ["", "/1", "/logboek", "/logboek.csv"])
def test_only_moderators_come_in(rest: str) -> None:
    conversation = waiting()
    assert Client().get(at(conversation, rest)).status_code == 302
    for role in Role:
        expected = 200 if role in {Role.ADVISER, Role.COMMUNICATION} else 403
        assert moderator(role).get(at(conversation, rest)).status_code == expected


@pytest.mark.parametrize("rest", ["/99", "?gedaan=99"])
def test_a_statement_that_is_not_there(rest: str) -> None:
    assert moderator().get(at(waiting(), rest)).status_code == 404
