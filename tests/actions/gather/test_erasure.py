# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is nothing left of somebody after erasing, do the counts follow, and does what others said stay?"""

from __future__ import annotations

import json
import uuid
from dataclasses import replace

import cast
import pytest
from disclosed_landscapes import disclosed
from django.apps import apps
from django.db.models import CharField, JSONField, TextField
from django.utils import timezone
from residents import joined
from snapshots import full_snapshot, gap, live_result, live_snapshot

from houvast.actions.gather.background import answer_background
from houvast.actions.gather.erasure import erase
from houvast.actions.gather.landscapes import refresh_full
from houvast.actions.gather.moderation import moderate
from houvast.actions.gather.statements import add_statement
from houvast.actions.gather.votes import cast_vote, show_next
from houvast.domain.conversation import ConversationState, ModerationReason, ModerationTiming
from houvast.domain.votes import Moderation, Vote
from houvast.engine.landscape.result import Verdict
from houvast.queries.gather.landscapes import write_result
from houvast.queries.gather.perception import write_gaps
from houvast.queries.gather.vote_tables import gather_votes
from houvast.store.models import (
    BackgroundAnswer,
    BackgroundOption,
    BackgroundQuestion,
    Conversation,
    Erasure,
    Exposure,
    LandscapeSnapshot,
    ModerationDecision,
    Participant,
    PerceivedView,
    Publication,
    Statement,
    StatementTranslation,
    Tally,
)
from houvast.store.models import Vote as VoteRow

pytestmark = pytest.mark.django_db


@pytest.fixture
def plaza() -> Conversation:
    return cast.conversation(moderation_timing=ModerationTiming.AFTER)


def take_part_wholly(conversation: Conversation) -> tuple[Participant, Statement]:
    """Somebody who did everything one can do, and their statement, on which another voted."""
    _, dirk = joined(conversation)
    first = conversation.statements.get(number=0)
    for value in (Vote.AGREE, Vote.DISAGREE):
        cast_vote(participant=dirk, statement_id=first.pk, value=value, request=uuid.uuid4())
    show_next(participant=dirk)
    PerceivedView.objects.create(participant=dirk, statement=first, of_ten=3, hour=1)
    question = BackgroundQuestion.objects.create(conversation=conversation, text="Hoe oud bent u?")
    option = BackgroundOption.objects.create(question=question, text="Jong")
    answer_background(participant=dirk, answers={question.pk: option.pk})
    own = add_statement(participant=dirk, text="Er moet een fontein komen.", language="nl")
    StatementTranslation.objects.create(statement=own, language="en", text="There should be a fountain.")
    _, other = joined(conversation)
    cast_vote(participant=other, statement_id=own.pk, value=Vote.AGREE, request=uuid.uuid4())
    cast_vote(participant=other, statement_id=first.pk, value=Vote.AGREE, request=uuid.uuid4())
    return dirk, own


def test_nothing_is_left_but_the_stone(plaza: Conversation) -> None:
    dirk, own = take_part_wholly(plaza)
    former = dirk.pk
    erase(participant=dirk)
    for table in (VoteRow, Exposure, PerceivedView, BackgroundAnswer):
        assert not table.objects.filter(participant_id=former).exists()
    assert not Participant.objects.filter(pk=former).exists()
    stone = Erasure.objects.get()
    assert (stone.former_participant, stone.votes) == (former, 1)
    own.refresh_from_db()
    assert (own.text, own.author, own.moderation, own.is_shown) == ("", None, Moderation.OUT, False)
    assert not StatementTranslation.objects.exists()
    decision = ModerationDecision.objects.get(statement=own)
    assert (decision.decision, decision.reason, decision.by) == (Moderation.OUT, ModerationReason.WITHDRAWN, None)


def test_the_counts_follow_and_what_others_said_stays(plaza: Conversation) -> None:
    dirk, own = take_part_wholly(plaza)
    first = plaza.statements.get(number=0)
    erase(participant=dirk)
    assert Tally.objects.filter(statement=first).values_list("agree", "disagree", "passed").get() == (1, 0, 0)
    assert Tally.objects.filter(statement=own).values_list("agree", "disagree", "passed").get() == (1, 0, 0)
    assert sum(Tally.objects.values_list("shown", flat=True)) == Exposure.objects.count()


def every_word_kept() -> dict[str, str]:
    """All that stands in columns of text or JSON, of all tables, by table and column."""
    kept = {}
    for table in apps.get_models():
        for field in table._meta.concrete_fields:
            if isinstance(field, (CharField, TextField, JSONField)):
                values = table._base_manager.values_list(field.name, flat=True)
                kept[f"{table._meta.label}.{field.name}"] = json.dumps(list(values), default=str, ensure_ascii=False)
    return kept


def test_the_words_are_nowhere_any_more(plaza: Conversation) -> None:
    dirk, own = take_part_wholly(plaza)
    moderate(
        statement=own, decision=Moderation.OUT, reason=ModerationReason.NOT_CLEAR, by=cast.staff(),
        note_to_author="Wat voor fontein bedoelt u?",
    )  # fmt: skip
    shown = disclosed(Verdict.GROUPS, public=True)
    first = replace(shown.statements[0], id=str(own.number), text=own.text)
    full = full_snapshot(plaza)
    full.content = write_result(replace(shown, statements=(first, *shown.statements[1:])))
    gaps = write_gaps((gap(own.number, own.text, perceived=0.5, actual=0.2),))
    full.perception = gaps
    full.save()
    live = live_result(plaza)
    said = replace(live.statements[0], number=own.number, text=own.text)
    live_snapshot(plaza, replace(live, statements=(said, *live.statements[1:])))
    Publication.objects.create(
        conversation=plaza, snapshot=full, perception=gaps, reading="Mensen willen groen.", at=timezone.now()
    )
    before = every_word_kept()
    assert sum("fontein" in words for words in before.values()) == 5
    assert "fountain" in before["store.StatementTranslation.text"]
    erase(participant=dirk)
    told = {place for place, words in every_word_kept().items() if "fontein" in words or "fountain" in words}
    assert told == set()
    full.refresh_from_db()
    expected = replace(shown, statements=(replace(first, text=""), *shown.statements[1:]))
    assert full.content == write_result(expected)


def test_a_result_under_way_does_not_write_them_back(plaza: Conversation) -> None:
    dirk, _ = take_part_wholly(plaza)
    people = [cast.participant(plaza) for _ in range(12)]
    for statement in plaza.statements.all():
        for somebody in people:
            cast.vote(somebody, statement, 1)
    Conversation.objects.update(state=ConversationState.CLOSED)
    plaza.refresh_from_db()
    gathered = gather_votes(plaza.pk)
    erase(participant=dirk)
    assert refresh_full(plaza, gathered=gathered)
    told = {place for place, words in every_word_kept().items() if "fontein" in words}
    assert told == set()
    assert plaza.statements.get(number=0).text in LandscapeSnapshot.objects.get(kind="full").content


def test_statements_stay_where_their_writer_wants_that(plaza: Conversation) -> None:
    dirk, own = take_part_wholly(plaza)
    erase(participant=dirk, with_statements=False)
    own.refresh_from_db()
    assert (own.text, own.author, own.is_shown) == ("Er moet een fontein komen.", None, True)
    assert not ModerationDecision.objects.exists()


def test_a_second_time_changes_nothing(plaza: Conversation) -> None:
    dirk, _ = take_part_wholly(plaza)
    again = Participant.objects.get(pk=dirk.pk)
    erase(participant=dirk)
    before = list(Tally.objects.order_by("pk").values())
    erase(participant=again)
    assert (Erasure.objects.count(), list(Tally.objects.order_by("pk").values())) == (1, before)


def test_erasing_is_possible_after_the_end(plaza: Conversation) -> None:
    dirk, _ = take_part_wholly(plaza)
    Conversation.objects.update(state=ConversationState.PUBLISHED)
    erase(participant=dirk)
    assert Erasure.objects.count() == 1
