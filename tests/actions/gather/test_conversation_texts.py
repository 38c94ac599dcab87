# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from datetime import timedelta

import cast
import pytest
from django.utils import timezone

from houvast.actions.gather.conversation_texts import (
    Dates,
    Rules,
    Texts,
    change_preparation,
    change_texts,
    read_language,
    set_dates,
    set_rules,
)
from houvast.actions.person_data_gate import PersonDataRejected
from houvast.domain.conversation import ConversationState, ModerationTiming
from houvast.domain.errors import FieldRejected, PermissionRefused, StateRefused
from houvast.domain.roles import Role
from houvast.store.models import AuditRecord, Conversation

pytestmark = pytest.mark.django_db
TEXTS = Texts(
    title="Hoe houden we het park fijn?",
    purpose="We willen weten wat er leeft.\n\nEn daarna doen we er iets mee.",
    question="Wat moet er anders?",
    asked_by="Team Groen",
    use_of_answers="De uitkomst gaat naar de raad.",
    hear_back="In maart op deze pagina.",
)


def test_texts_are_kept_and_the_audit_names_the_fields_and_not_the_words() -> None:
    conversation = cast.conversation(state=ConversationState.OPEN)
    code = conversation.code
    change_texts(conversation=conversation, texts=TEXTS, by=cast.staff())
    again = Conversation.objects.get()
    assert (again.title, again.purpose, again.code) == (TEXTS.title, TEXTS.purpose, code)
    record = AuditRecord.objects.get()
    assert record.details["fields"] == "asked_by, hear_back, purpose, question, title, use_of_answers"
    change_texts(conversation=again, texts=TEXTS, by=cast.staff())
    assert AuditRecord.objects.count() == 1


def test_every_text_goes_through_the_gate() -> None:
    conversation = cast.conversation(state=ConversationState.DRAFT)
    for field in ("title", "purpose", "question", "use_of_answers", "hear_back", "asked_by"):
        values = {"title": TEXTS.title, field: "Bel 06-12345678 voor meer uitleg."}
        with pytest.raises(PersonDataRejected) as refused:
            change_texts(conversation=conversation, texts=Texts(**values), by=cast.staff())
        assert (refused.value.field, refused.value.can_confirm) == (field, False)
    assert AuditRecord.objects.count() == 0


def test_texts_may_be_empty_in_draft_but_the_title_may_not() -> None:
    conversation = cast.conversation(state=ConversationState.DRAFT)
    change_texts(conversation=conversation, texts=Texts(title="Een park"), by=cast.staff())
    assert Conversation.objects.get().purpose == ""
    with pytest.raises(FieldRejected):
        change_texts(conversation=conversation, texts=Texts(title=" "), by=cast.staff())


def test_dates_follow_each_other() -> None:
    by, now = cast.staff(), timezone.now()
    conversation = cast.conversation(state=ConversationState.DRAFT)
    day = timedelta(days=1)
    for field, dates in {
        "closes_at": Dates(opens_at=now + 2 * day, closes_at=now + day),
        "hear_back_by": Dates(closes_at=now + 5 * day, hear_back_by=(now + day).date()),
        "retention_until": Dates(closes_at=now + 5 * day, retention_until=(now + day).date()),
    }.items():
        with pytest.raises(FieldRejected) as refused:
            set_dates(conversation=conversation, dates=dates, by=by)
        assert refused.value.field == field
    with pytest.raises(FieldRejected) as refused:
        set_dates(conversation=conversation, dates=Dates(closes_at=now - day), by=by)
    assert refused.value.field == "closes_at"
    set_dates(conversation=conversation, dates=Dates(closes_at=now + day), by=by)
    assert Conversation.objects.get().retention_until == (now + day + timedelta(days=365)).date()


def test_k_is_at_least_three_and_does_not_fall_once_people_were_let_in() -> None:
    by = cast.staff()
    draft, running = cast.conversation(state=ConversationState.DRAFT), cast.conversation()
    set_rules(conversation=draft, rules=Rules(k=3, policy_read=True), by=by)
    assert (draft.k, draft.policy_read_at is not None) == (3, True)
    with pytest.raises(FieldRejected):
        set_rules(conversation=draft, rules=Rules(k=2), by=by)
    with pytest.raises(FieldRejected):
        set_rules(conversation=running, rules=Rules(k=9), by=by)
    set_rules(conversation=running, rules=Rules(k=12, moderation_timing=ModerationTiming.AFTER), by=by)
    assert Conversation.objects.get(pk=running.pk).k == 12


def test_all_or_nothing() -> None:
    conversation = cast.conversation(state=ConversationState.DRAFT)
    with pytest.raises(FieldRejected):
        change_preparation(conversation=conversation, texts=TEXTS, dates=Dates(), rules=Rules(k=1), by=cast.staff())
    assert Conversation.objects.get().title != TEXTS.title


def test_a_published_conversation_stays_as_it_was_and_readers_change_nothing() -> None:
    published = cast.conversation(state=ConversationState.PUBLISHED)
    with pytest.raises(StateRefused):
        change_texts(conversation=published, texts=TEXTS, by=cast.staff())
    with pytest.raises(PermissionRefused):
        change_texts(conversation=cast.conversation(), texts=TEXTS, by=cast.staff(Role.READER))


@pytest.mark.parametrize(("given", "kept"), [("nl", "nl"), (" AR ", "ar"), ("pt-BR", "pt-BR"), ("zh-Hant", "zh-Hant")])
def test_languages_by_their_code(given: str, kept: str) -> None:
    assert read_language("language", given) == kept


@pytest.mark.parametrize("given", ["", "n", "nederlands", "nl_BE", "nl-", "../x", "zh-Hant-Taiwan-x"])
def test_what_is_no_language(given: str) -> None:
    with pytest.raises(FieldRejected):
        read_language("language", given)
