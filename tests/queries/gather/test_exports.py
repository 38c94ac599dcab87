# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import cast
import numpy as np
import pytest
from django.utils import timezone

from houvast.domain.conversation import ConversationState, Mode, Origin
from houvast.domain.votes import Moderation
from houvast.queries.gather.exports import conversation_document, count_voters, export_table, read_export_page
from houvast.store.models import BackgroundOption, BackgroundQuestion

pytestmark = pytest.mark.django_db


def test_everything_that_was_voted_on_and_nothing_invented() -> None:
    conversation = cast.conversation(statements=2)
    out = cast.statement(conversation, number=4, text="Weg.", moderation=Moderation.OUT, is_shown=False)
    fake = cast.statement(conversation, number=5, text="Verzonnen.", is_rehearsal=True, origin=Origin.RESIDENT)
    first = cast.participant(conversation)
    cast.participant(conversation)  # took part and did not vote
    invented = cast.participant(conversation, mode=Mode.REHEARSAL, is_test=True)
    for person, statement, value in ((first, out, 1), (first, out, -1), (first, fake, 1), (invented, out, 1)):
        cast.vote(person, statement, value)
    table = export_table(conversation)
    assert len(table.participants) == 1
    assert [(s.id, s.moderation, s.is_seed) for s in table.statements] == [
        ("0", Moderation.IN, True), ("1", Moderation.IN, True), ("4", Moderation.OUT, True),
    ]  # fmt: skip
    assert np.array_equal(table.value, [-1])
    assert count_voters(conversation) == 1


@pytest.mark.parametrize(
    ("voters", "fields", "has_votes"),
    [
        (10, {}, True),
        (9, {}, False),
        (10, {"votes_removed_at": timezone.now()}, False),
        (10, {"state": ConversationState.REHEARSAL}, False),
    ],
)
def test_when_there_are_votes_to_take(voters: int, fields: dict[str, object], has_votes: bool) -> None:
    conversation = cast.conversation(**fields)  # type: ignore[arg-type]
    for _ in range(voters):
        cast.vote(cast.participant(conversation), conversation.statements.get(number=0), 1)
    assert read_export_page(conversation.code).has_votes is has_votes


def test_the_document_holds_questions_and_no_answers() -> None:
    conversation = cast.conversation(languages=["en"])
    question = BackgroundQuestion.objects.create(conversation=conversation, text="Hoe oud bent u?", source="CBS")
    BackgroundOption.objects.create(question=question, text="Jong", known_share=0.3)
    document = conversation_document(conversation)
    assert document["background"] == [
        {"text": "Hoe oud bent u?", "source": "CBS", "options": [{"text": "Jong", "known_share": 0.3}]}
    ]
    assert not {"votes", "participants", "tallies"} & set(document)
