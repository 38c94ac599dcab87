# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from datetime import timedelta

import cast
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from houvast.domain.conversation import ConversationState
from houvast.domain.roles import Role
from houvast.store.models import Conversation

pytestmark = pytest.mark.django_db
S = ConversationState


@pytest.fixture
def adviser(client: Client) -> Client:
    """Samira, logged in."""
    client.force_login(cast.staff())
    return client


def address(name: str, conversation: Conversation | None = None, **more: object) -> str:
    given = {"code": conversation.code, **more} if conversation else more
    return reverse(f"prepare:{name}", kwargs=given)


def ready() -> Conversation:
    now = timezone.now()
    return cast.conversation(
        state=S.DRAFT,
        closes_at=now + timedelta(days=9),
        hear_back_by=(now + timedelta(days=20)).date(),
        policy_read_at=now,
    )


def form_of(conversation: Conversation, **changes: object) -> dict[str, object]:
    """What a browser sends of the texts form as it is."""
    fields = ("title", "purpose", "question", "asked_by", "use_of_answers", "hear_back", "moderation_timing", "k")
    return {**{name: getattr(conversation, name) for name in fields}, "is_listed": "on", **changes}


def test_all_conversations_for_staff(adviser: Client) -> None:
    cast.conversation(title="Samen op het plein")
    page = adviser.get(address("list"))
    assert page.status_code == 200
    assert "Samen op het plein" in page.content.decode()
    assert reverse("prepare:new") in page.content.decode()


def test_a_reader_sees_and_does_not_begin(client: Client) -> None:
    client.force_login(cast.staff(Role.READER))
    assert reverse("prepare:new") not in client.get(address("list")).content.decode()
    assert client.get(address("new")).status_code == 403
    conversation = cast.conversation()
    page = client.get(address("overview", conversation))
    assert page.status_code == 200
    assert address("close", conversation) not in page.content.decode()


def test_begin_a_conversation(adviser: Client) -> None:
    assert adviser.get(address("new")).status_code == 200
    answer = adviser.post(address("new"), {"title": "Hoe is het in de straat?", "language": "nl"})
    made = Conversation.objects.get()
    assert answer["Location"] == address("overview", made)
    assert adviser.post(address("new"), {"title": "", "language": "nl"}).status_code == 200


def test_a_possible_name_is_asked_about_and_can_be_confirmed(adviser: Client) -> None:
    sent = {"title": "Wat vindt u van het plan van Fatima Bouzidi?", "language": "nl"}
    page = adviser.post(address("new"), sent)
    assert 'type="checkbox" name="not_a_person"' in page.content.decode()
    assert adviser.post(address("new"), {**sent, "not_a_person": "on"}).status_code == 302
    phone = {"title": "Bel 06-12345678", "language": "nl", "not_a_person": "on"}
    page = adviser.post(address("new"), phone)
    assert page.status_code == 200
    assert Conversation.objects.count() == 1


@pytest.mark.parametrize("state", list(S))
def test_the_overview_in_every_state(adviser: Client, state: ConversationState) -> None:
    conversation = cast.conversation(state=state)
    assert adviser.get(address("overview", conversation)).status_code == 200


def test_what_is_missing_links_to_where_it_is_done(adviser: Client) -> None:
    conversation = cast.conversation(state=S.DRAFT, statements=1)
    text = adviser.get(address("overview", conversation)).content.decode()
    assert address("texts", conversation) in text
    assert address("statements", conversation) in text
    assert address("open", conversation) not in text


def test_texts_are_kept_with_dates_and_rules(adviser: Client) -> None:
    conversation = cast.conversation(state=S.DRAFT)
    assert adviser.get(address("texts", conversation)).status_code == 200
    sent = form_of(
        conversation,
        purpose="Regel een.\r\n\r\nRegel twee.",
        closes_at="2099-03-01T17:00",
        hear_back_by="2099-04-01",
        policy_read="on",
        k="12",
    )
    assert adviser.post(address("texts", conversation), sent).status_code == 302
    again = Conversation.objects.get()
    assert (again.purpose, again.k, again.is_listed, again.asks_estimates) == (
        "Regel een.\n\nRegel twee.", 12, True, False,
    )  # fmt: skip
    assert timezone.localtime(again.closes_at).isoformat() == "2099-03-01T17:00:00+01:00"
    assert again.retention_until.isoformat() == "2100-03-01"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("field", "value"), [("k", "2"), ("closes_at", "2001-01-01T10:00"), ("title", ""), ("question", "Bel 06-12345678")]
)
def test_a_refusal_stands_at_its_field(adviser: Client, field: str, value: str) -> None:
    conversation = cast.conversation(state=S.DRAFT)
    page = adviser.post(address("texts", conversation), form_of(conversation, **{field: value}))
    assert page.status_code == 200
    assert list(page.context["form"].errors) == [field]
    again = Conversation.objects.get()
    assert (again.k, again.closes_at, again.question) == (conversation.k, None, conversation.question)


def test_open_close_and_reopen(adviser: Client) -> None:
    conversation = ready()
    for name, state in (("open", S.OPEN), ("close", S.CLOSED)):
        assert adviser.get(address(name, conversation)).status_code == 200
        conversation.refresh_from_db()
        assert conversation.state != state
        assert adviser.post(address(name, conversation))["Location"] == address("overview", conversation)
        conversation.refresh_from_db()
        assert conversation.state == state
    page = adviser.post(address("reopen", conversation), {"closes_at": "2001-01-01T10:00"})
    assert list(page.context["form"].errors) == ["closes_at"]
    later = timezone.localtime(timezone.now() + timedelta(days=3)).strftime("%Y-%m-%dT%H:%M")
    assert adviser.post(address("reopen", conversation), {"closes_at": later}).status_code == 302
    conversation.refresh_from_db()
    assert conversation.state == S.OPEN


def test_what_may_not_happen_now_says_so(adviser: Client) -> None:
    unready, closed = cast.conversation(state=S.DRAFT, statements=0), cast.conversation(state=S.CLOSED)
    assert adviser.post(address("open", unready)).status_code == 409
    assert adviser.post(address("close", closed)).status_code == 409
    assert adviser.get(address("reopen", cast.conversation())).status_code == 200


def test_the_preview_is_for_colleagues_alone(adviser: Client, client: Client) -> None:
    conversation = cast.conversation(state=S.DRAFT, languages=["ar"])
    page = adviser.get(address("preview", conversation), {"taal": "ar"})
    assert page.status_code == 200
    adviser.logout()
    assert client.get(address("preview", conversation))["Location"].startswith(reverse("people:log-in"))


def test_a_conversation_that_is_not_there(adviser: Client) -> None:
    for name in ("overview", "texts", "statements", "translations", "background", "rehearsal", "exports", "preview"):
        assert adviser.get(reverse(f"prepare:{name}", kwargs={"code": "is-er-niet"})).status_code == 404


def test_a_rehearsal_shows_on_every_screen(adviser: Client) -> None:
    conversation = cast.conversation(state=S.REHEARSAL)
    for name in ("overview", "texts", "statements", "rehearsal", "exports"):
        assert "utrecht-alert--error" in adviser.get(address(name, conversation)).content.decode(), name
