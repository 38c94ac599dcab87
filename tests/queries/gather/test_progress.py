# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does the progress page tell how it goes, without telling about few?"""

from __future__ import annotations

from datetime import timedelta

import cast
import pytest
from django.utils import timezone
from snapshots import full_snapshot

from houvast.domain.conversation import ConversationState, Mode
from houvast.domain.errors import NotFound
from houvast.domain.hour import hour_of
from houvast.domain.votes import Moderation
from houvast.engine.disclosure.headcounts import Headcount
from houvast.queries.gather.progress import Attention, progress_page, progress_versions
from houvast.store.models import Conversation, Participant, Promise, Tally

pytestmark = pytest.mark.django_db


def people(conversation: Conversation, n: int, **fields: object) -> list[Participant]:
    return [cast.participant(conversation, **fields) for _ in range(n)]


def kinds(conversation: Conversation) -> dict[Attention, int]:
    return {notice.kind: notice.number for notice in progress_page(conversation.code, language="en").attention}


def test_people_are_counted_by_the_way_they_came_and_few_are_not_told() -> None:
    conversation = cast.conversation()
    people(conversation, 30)
    people(conversation, 12, mode=Mode.PAPER)
    people(conversation, 4, mode=Mode.STREET)
    page = progress_page(conversation.code, language="en")
    assert page.joined == Headcount(46, False)
    shown = {one.mode: one.people for one in page.by_mode}
    assert shown == {
        Mode.ONLINE: Headcount(None, False),
        Mode.PAPER: Headcount(None, False),
        Mode.STREET: Headcount(None, True),
    }


def test_who_plays_in_a_rehearsal_counts_only_there() -> None:
    conversation = cast.conversation()
    people(conversation, 11)
    people(conversation, 20, is_test=True)
    assert progress_page(conversation.code, language="en").joined.value == 11
    conversation.state = ConversationState.REHEARSAL
    conversation.save()
    assert progress_page(conversation.code, language="en").joined.value == 20


def test_votes_and_voters_are_counted() -> None:
    conversation = cast.conversation()
    statement = conversation.statements.get(number=0)
    for somebody in people(conversation, 14)[:12]:
        cast.vote(somebody, statement, 1)
    page = progress_page(conversation.code, language="en")
    assert (page.joined.value, page.voted.value, page.votes.value) == (14, 12, 12)


def test_statements_seen_least_come_first_and_say_that_it_is_too_little() -> None:
    conversation = cast.conversation(statements=3)
    for number, shown in ((0, 80), (1, 4), (2, 25)):
        Tally.objects.filter(statement__conversation=conversation, statement__number=number).update(shown=shown)
    page = progress_page(conversation.code, language="en")
    assert [(s.number, s.shown.value, s.is_short) for s in page.statements] == [
        (1, None, True),
        (2, 25, True),
        (0, 80, False),
    ]


def test_days_are_local_days_in_a_row() -> None:
    conversation = cast.conversation()
    start = timezone.now().replace(hour=12)
    for days, n in ((4, 20), (2, 3), (0, 18)):
        people(conversation, n)
        newest = Participant.objects.order_by("-id").values_list("id", flat=True)[:n]
        Participant.objects.filter(id__in=list(newest)).update(joined_hour=hour_of(start - timedelta(days=days)))
    rows = progress_page(conversation.code, language="en").per_day.table.rows
    assert [row[1] for row in rows] == ["20", "0", "fewer than 10", "0", "hidden"]


def test_what_needs_attention_is_said_and_nothing_else() -> None:
    conversation = cast.conversation(closes_at=timezone.now() + timedelta(days=1, hours=2))
    cast.statement(conversation, number=9, text="Wacht nog.", moderation=Moderation.OPEN, is_shown=False)
    Promise.objects.create(conversation=conversation, text="x", owner="y", due=timezone.localdate() - timedelta(days=1))
    assert kinds(conversation) == {
        Attention.WAITING: 1,
        Attention.TOO_FEW_PEOPLE: 10,
        Attention.CLOSING_SOON: 2,
        Attention.OVERDUE_PROMISE: 1,
    }


def test_a_closed_conversation_does_not_ask_for_people() -> None:
    assert kinds(cast.conversation(state=ConversationState.CLOSED)) == {}


def test_an_end_that_has_passed_is_told() -> None:
    conversation = cast.conversation(closes_at=timezone.now() - timedelta(hours=1))
    assert Attention.PAST_CLOSING in kinds(conversation)
    assert progress_page(conversation.code, language="en").days_left == 0


def test_a_result_that_stays_behind_is_told() -> None:
    conversation = cast.conversation(statements=10)
    full_snapshot(conversation, at=timezone.now() - timedelta(hours=1), last_vote=0)
    statements = list(conversation.statements.all())
    for somebody in people(conversation, 12):
        for statement in statements[:5]:
            cast.vote(somebody, statement, 1)
    assert kinds(conversation)[Attention.STALE_RESULT] == 60
    assert progress_page(conversation.code, language="en").refreshed.votes_since == 60


def test_the_version_changes_with_what_the_page_shows() -> None:
    conversation, other = cast.conversation(), cast.conversation()

    def version() -> str:
        return progress_versions([conversation.pk, other.pk])[conversation.pk]

    seen = [version()]
    somebody = cast.participant(conversation)
    Conversation.objects.filter(pk=conversation.pk).update(next_participant_number=1)
    seen.append(version())
    cast.vote(somebody, conversation.statements.get(number=0), 1)
    seen.append(version())
    full_snapshot(conversation)
    seen.append(version())
    waiting = cast.statement(conversation, number=9, text="Wacht.", moderation=Moderation.OPEN, is_shown=False)
    seen.append(version())
    waiting.moderation = Moderation.IN
    waiting.save()
    seen.append(version())
    cast.vote(cast.participant(other), other.statements.get(number=0), 1)
    assert len(set(seen)) == 5  # the moderated statement brings back the number of waiting ones
    assert version() == seen[-1]


def test_few_voters_are_not_counted_by_their_votes() -> None:
    conversation = cast.conversation(statements=2)
    full_snapshot(conversation)
    for somebody in people(conversation, 12)[:3]:
        for statement in conversation.statements.all():
            cast.vote(somebody, statement, 1)
    page = progress_page(conversation.code, language="en")
    assert (page.voted, page.votes) == (Headcount(None, True), Headcount(None, True))
    assert page.refreshed is not None
    assert page.refreshed.votes_since is None


def test_few_answers_do_not_follow_from_the_sum() -> None:
    conversation = cast.conversation(statements=3)
    voters = people(conversation, 24)
    for number, n in ((0, 24), (1, 20), (2, 4)):
        for somebody in voters[:n]:
            cast.vote(somebody, conversation.statements.get(number=number), 1)
    page = progress_page(conversation.code, language="en")
    assert page.votes.value == 48
    assert {s.number: s.votes.value for s in page.statements} == {0: 24, 1: None, 2: None}


def test_the_version_tells_no_number() -> None:
    conversation = cast.conversation(next_participant_number=123456)
    version = progress_page(conversation.code, language="en").version
    assert len(version) == 20
    assert "123456" not in version


def test_an_unknown_conversation_is_not_found() -> None:
    with pytest.raises(NotFound):
        progress_page("nergens", language="nl")
    assert progress_versions([]) == {}
