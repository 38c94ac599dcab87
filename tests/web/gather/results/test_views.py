# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Do residents read the result, in words that are true of who took part, and nothing about few?"""

from __future__ import annotations

import re
from html import unescape

import cast
import pytest
from django.test import Client
from snapshots import full_snapshot, gap

from houvast.actions.gather.promises import promise
from houvast.actions.gather.publication import publish
from houvast.actions.gather.reports_back import report_back
from houvast.domain.conversation import ConversationState
from houvast.domain.participant_key import hash_key, new_token, personal_key
from houvast.domain.votes import Moderation
from houvast.engine.landscape.result import Verdict
from houvast.queries.gather.perception import write_gaps
from houvast.store.models import Conversation, ConversationText, Erasure, Publication, StatementTranslation

pytestmark = pytest.mark.django_db
# What a result of people who took part can never say.
CLAIMS = re.compile(
    r"(de|alle|onze) (inwoners|bewoners|burgers) (vinden|willen|denken|zijn het)|de bevolking (vindt|wil|denkt)|"
    r"\d+ ?% van de (inwoners|bewoners|bevolking)|(residents|the population) (think|want|agree)s?\b",
    re.IGNORECASE,
)


def published(verdict: Verdict = Verdict.GROUPS, **made: int) -> Conversation:
    conversation = cast.conversation(state=ConversationState.CLOSED)
    full_snapshot(conversation, verdict, **made)
    publish(conversation=conversation, reading="Wat bindt\nHet groen.\n\nWat verdeelt\nDe auto.", by=cast.staff())
    return conversation


def read(client: Client, conversation: Conversation, page: str = "resultaat") -> str:
    answer = client.get(f"/g/{conversation.code}/{page}")
    assert answer.status_code == 200
    return unescape(answer.content.decode())


@pytest.mark.parametrize("verdict", list(Verdict))
def test_the_whole_result_is_there_for_every_verdict(client: Client, verdict: Verdict) -> None:
    html = read(client, published(verdict))
    for wanted in ("Wie deed mee", "Wat bindt", "Wat verdeelt", "Hoe zeker is dit?", "Alle stellingen", "Het groen."):
        assert wanted in html
    assert ("De kaart van meningen" in html) == (verdict is not Verdict.NO_STRUCTURE)
    assert ("ook dat is een uitkomst" in html) == (verdict is Verdict.NO_STRUCTURE)
    assert "Het zegt niet wat alle inwoners vinden." in html


@pytest.mark.parametrize("verdict", list(Verdict))
@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_page_claims_what_residents_think(client: Client, verdict: Verdict, language: str) -> None:
    html = read(Client(headers={"accept-language": language}), published(verdict))
    said = re.sub(r"Het zegt niet wat alle inwoners vinden|It does not say what all residents think", "", html)
    assert CLAIMS.findall(said) == []


@pytest.mark.parametrize("people", [12, 25, 60])
@pytest.mark.parametrize("verdict", list(Verdict))
def test_no_small_number_stands_in_a_table(client: Client, verdict: Verdict, people: int) -> None:
    html = read(client, published(verdict, people=people, statements=8))
    cells = re.findall(r"<td[^>]*>\s*([\d.]+)\s*</td>", html)
    assert [cell for cell in cells if 0 < float(cell.replace(".", "")) < 10] == []


def test_of_few_people_no_figure_at_all_is_told(client: Client) -> None:
    html = read(client, published(Verdict.NO_STRUCTURE, people=7))
    assert "te weinig mensen mee om een uitkomst te laten zien" in html
    assert re.findall(r"\d+ ?%|\b7 mensen|\b7 deelnemers", html) == []


def test_statements_are_escaped_and_have_anchors(client: Client) -> None:
    answer = client.get(f"/g/{published().code}/resultaat").content.decode()
    assert "<script>alert" not in answer
    links = set(re.findall(r'href="#stelling-([^"]+)"', answer))
    assert links
    assert links <= set(re.findall(r'id="stelling-([^"]+)"', answer))


def test_every_link_within_the_page_leads_somewhere(client: Client) -> None:
    answer = client.get(f"/g/{published().code}/resultaat").content.decode()
    assert set(re.findall(r'href="#([\w-]+)"', answer)) <= set(re.findall(r'id="([\w-]+)"', answer))


def test_the_gap_the_promises_and_what_was_told_are_there(client: Client) -> None:
    conversation = published()
    gaps = (gap(0, "Meer groen op het plein.", perceived=0.4, actual=0.8),)
    Publication.objects.update(perception=write_gaps(gaps))
    due = conversation.created_at.date()
    promise(conversation=conversation, text="Er komen bomen.", owner="Team Groen", due=due, by=cast.staff())
    report_back(conversation=conversation, text="De raad heeft besloten.", by=cast.staff())
    html = read(client, conversation)
    for wanted in ("Wat mensen denken dat anderen antwoorden", "Er komen bomen.", "De raad heeft besloten."):
        assert wanted in html
    done = read(client, conversation, "terugkoppeling")
    for wanted in ("Er komen bomen.", "Team Groen", "De raad heeft besloten.", "geen adressen"):
        assert wanted in done


def test_withdrawals_are_explained(client: Client) -> None:
    conversation = published()
    assert "teruggetrokken" not in read(client, conversation)
    Erasure.objects.create(conversation=conversation, former_participant=1, votes=1, hour=1)
    assert "Sindsdien hebben minder dan 10 mensen zich teruggetrokken." in read(client, conversation)


def test_a_text_that_was_taken_back_is_gone(client: Client) -> None:
    conversation = published()
    text = "Auto's horen niet in de binnenstad. (1)"
    assert text in read(client, conversation)
    # The factory names its statements s0, s1, ...; here they are numbers.
    snapshot = Publication.objects.get().snapshot
    snapshot.content = snapshot.content.replace('"id":"s1"', '"id":"1"')
    snapshot.save()
    conversation.statements.filter(number=1).update(text="", moderation=Moderation.OUT)
    assert text not in read(client, conversation)


def test_words_are_read_in_the_language_asked_for(client: Client) -> None:
    conversation = published()
    Conversation.objects.update(languages=["tr"])
    ConversationText.objects.create(conversation=conversation, language="tr", title="Meydan", question="Ne istersiniz?")
    first = conversation.statements.get(number=1)
    StatementTranslation.objects.create(statement=first, language="tr", text="Araba yok.")
    snapshot = Publication.objects.get().snapshot
    snapshot.content = snapshot.content.replace('"id":"s1"', '"id":"1"')
    snapshot.save()
    assert "Araba yok." not in read(client, conversation)
    html = read(client, conversation, "resultaat?taal=tr")
    for wanted in ('lang="tr">Meydan</span>', "Ne istersiniz?", 'lang="tr">Araba yok.</span>', first.text, "Wat bindt"):
        assert wanted in html


def test_while_it_runs_a_visitor_is_asked_in(client: Client) -> None:
    conversation = cast.conversation()
    full_snapshot(conversation)
    html = read(client, conversation)
    assert "Doe mee" in html
    assert "<svg" not in html


def test_a_participants_page_is_kept_nowhere(client: Client) -> None:
    conversation = cast.conversation()
    token = new_token()
    somebody = cast.participant(conversation, key_hash=hash_key(personal_key(token, conversation.code)))
    for statement in conversation.statements.all():
        cast.vote(somebody, statement, 1)
    client.cookies["houvast"] = token
    answer = client.get(f"/g/{conversation.code}/resultaat")
    assert "no-store" in answer["Cache-Control"]
    assert "Waar sta ik" in answer.content.decode()


@pytest.mark.parametrize("page", ["resultaat", "terugkoppeling"])
def test_what_is_not_there_is_not_found(client: Client, page: str) -> None:
    draft = cast.conversation(state=ConversationState.DRAFT)
    assert client.get(f"/g/{draft.code}/{page}").status_code == 404
    assert client.get(f"/g/nergens/{page}").status_code == 404
