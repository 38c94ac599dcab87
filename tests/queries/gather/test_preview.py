# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import cast
import pytest

from houvast.domain.conversation import ConversationState
from houvast.queries.gather.preview import PreviewText, read_preview
from houvast.store.models import ConversationText, StatementTranslation

pytestmark = pytest.mark.django_db


def test_in_the_own_language_and_in_another() -> None:
    conversation = cast.conversation(state=ConversationState.DRAFT, languages=["ar"])
    ConversationText.objects.create(conversation=conversation, language="ar", title="عنوان")
    StatementTranslation.objects.create(statement=conversation.statements.get(number=0), language="ar", text="نعم")
    own, other = (read_preview(conversation.code, language=tag) for tag in ("nl", "ar"))
    assert (own.title, own.is_translated) == (PreviewText(conversation.title, "nl", "ltr"), True)
    assert (other.title, other.statement) == (PreviewText("عنوان", "ar", "rtl"), PreviewText("نعم", "ar", "rtl"))
    assert (other.purpose, other.is_translated) == (PreviewText(conversation.purpose, "nl", "ltr"), False)
    assert other.languages == (("nl", "Nederlands"), ("ar", "العربية"))


def test_a_language_that_it_does_not_speak_gives_its_own() -> None:
    assert read_preview(cast.conversation().code, language="fr").language == "nl"


def test_without_statements_there_is_no_card() -> None:
    assert read_preview(cast.conversation(statements=0).code, language="nl").statement is None
