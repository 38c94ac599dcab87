# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import cast
import pytest

from houvast.domain.errors import NotFound
from houvast.domain.votes import Moderation
from houvast.queries.gather.translation_work import choices_of, language_name, read_languages, read_sheet
from houvast.store.models import ConversationText, StatementTranslation

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("tag", "name"), [("en", "Engels"), ("ar", "Arabisch"), ("pt-BR", "Portugees (Brazilië)"), ("xx-q", "xx-q")]
)
def test_languages_have_a_name_or_keep_their_code(tag: str, name: str) -> None:
    assert language_name(tag) == name


def test_what_is_missing_is_counted() -> None:
    conversation = cast.conversation(languages=["ar", "en"], statements=3)
    cast.statement(conversation, number=5, text="Weggelaten.", moderation=Moderation.OUT, is_shown=False)
    cast.statement(conversation, number=6, text="In English already.", language="en")
    ConversationText.objects.create(conversation=conversation, language="ar", title="عنوان")
    StatementTranslation.objects.create(statement=conversation.statements.get(number=1), language="ar", text="نعم")
    ar, en = read_languages(conversation.code).chosen
    assert (ar.total, ar.missing, ar.done, ar.direction, ar.own_name) == (9, 7, 2, "rtl", "العربية")
    assert (en.total, en.missing, en.direction) == (8, 8, "ltr")


def test_side_by_side() -> None:
    conversation = cast.conversation(languages=["en"], statements=2)
    StatementTranslation.objects.create(statement=conversation.statements.get(number=1), language="en", text="Yes.")
    sheet = read_sheet(conversation.code, "en")
    assert [pair.name for pair in sheet.texts] == ["title", "purpose", "question", "use_of_answers", "hear_back"]
    assert [(pair.number, pair.translated) for pair in sheet.statements] == [(0, ""), (1, "Yes.")]
    with pytest.raises(NotFound):
        read_sheet(conversation.code, "fr")


def test_offered_languages_leave_out_what_is_chosen() -> None:
    conversation = cast.conversation(languages=["en"])
    offered = {tag for tag, _ in read_languages(conversation.code).offered}
    assert "ar" in offered
    assert not offered & {"en", "nl"}
    assert choices_of(conversation.code) == (("nl", "Nederlands"), ("en", "Engels"))
