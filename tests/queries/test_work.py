# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is what is due found, and nothing else?"""

from __future__ import annotations

from datetime import date, timedelta

import cast
import pytest
from django.utils import timezone
from noted_years import note_quiet_weeks
from voters import add_voters, leave

from houvast.actions.gather.landscapes import refresh_full, refresh_live
from houvast.actions.notice.attention import refresh_attention
from houvast.actions.notice.calibration import calibrate_attention
from houvast.actions.notice.retention import remove_texts_due
from houvast.configuration.environment import Environment
from houvast.domain.conversation import ConversationState
from houvast.queries.work import FULL_EVERY, REMINDER, Task, Work, due
from houvast.store.models import Conversation, LandscapeSnapshot, WorkClaim

pytestmark = pytest.mark.django_db

CLOSED = ConversationState.CLOSED


def kinds(of: Conversation | None = None) -> list[Work]:
    return [task.kind for task in due() if of is None or task.conversation_id == of.pk]


def age_results(by: timedelta) -> None:
    for snapshot in LandscapeSnapshot.objects.all():
        LandscapeSnapshot.objects.filter(pk=snapshot.pk).update(at=snapshot.at - by)


def test_a_quiet_installation_has_nothing_to_do() -> None:
    cast.conversation(state=ConversationState.DRAFT)
    cast.conversation()
    assert due() == ()


def test_votes_make_live_results_due_and_whole_ones_now_and_then() -> None:
    conversation = cast.conversation()
    add_voters(conversation, people=30)
    assert kinds() == [Work.LIVE, Work.FULL]
    refresh_live(conversation)
    refresh_full(conversation)
    assert kinds() == []
    people = add_voters(conversation, people=1)
    assert kinds() == [Work.LIVE]
    age_results(FULL_EVERY)
    assert kinds() == [Work.LIVE, Work.FULL]
    refresh_live(conversation)
    leave(people[0])
    assert Work.LIVE in kinds()


def test_the_mark_tells_what_is_to_be_taken_in() -> None:
    conversation = cast.conversation()
    people = add_voters(conversation, people=3)
    leave(people[0])
    live = due()[0]
    assert live.mark[0] > 0
    assert live.mark[1] > 0
    assert live.name == f"live {conversation.pk}"
    assert not live.is_final


def test_a_closed_conversation_is_counted_to_the_end_once() -> None:
    conversation = cast.conversation(state=CLOSED, closed_at=timezone.now())
    people = add_voters(conversation, people=12)
    assert kinds() == [Work.FULL]
    assert due()[0].is_final
    refresh_full(conversation)
    assert kinds() == []
    for person in people[:9]:
        leave(person)
    assert kinds() == []  # a new result would tell what these few answered
    leave(people[9])
    assert kinds() == [Work.FULL]


def test_a_closed_conversation_that_was_reopened_is_counted_again_when_k_people_differ() -> None:
    conversation = cast.conversation(state=CLOSED, closed_at=timezone.now())
    add_voters(conversation, people=12)
    refresh_full(conversation)
    Conversation.objects.filter(pk=conversation.pk).update(closed_at=timezone.now())
    add_voters(conversation, people=9, seed=2)
    assert kinds() == []
    add_voters(conversation, people=1, seed=3)
    assert kinds() == [Work.FULL]


def test_a_result_from_before_the_closing_is_not_the_last() -> None:
    conversation = cast.conversation()
    add_voters(conversation, people=30)
    refresh_full(conversation)
    Conversation.objects.filter(pk=conversation.pk).update(state=CLOSED, closed_at=timezone.now())
    assert kinds() == [Work.FULL]


def test_a_closed_conversation_without_votes_gets_its_result_too() -> None:
    assert kinds(cast.conversation(state=CLOSED)) == [Work.FULL]


def test_published_and_emptied_conversations_are_left_alone() -> None:
    published = cast.conversation(state=ConversationState.PUBLISHED)
    add_voters(published, people=12)
    cast.conversation(state=CLOSED, votes_removed_at=timezone.now())
    assert due() == ()


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"state": ConversationState.DRAFT, "opens_at": -1}, [Task(Work.DATES)]),
        ({"state": ConversationState.DRAFT, "opens_at": 1}, []),
        ({"state": ConversationState.OPEN, "closes_at": -1}, [Task(Work.DATES)]),
        ({"state": ConversationState.OPEN, "closes_at": 1}, []),
    ],
)
def test_dates(fields: dict[str, object], expected: list[Task]) -> None:
    moments = {name: timezone.now() + timedelta(hours=h) for name, h in fields.items() if isinstance(h, int)}
    cast.conversation(**{**fields, **moments})
    assert list(due()) == expected


def test_removal_is_due_after_the_last_day() -> None:
    today = timezone.localdate()
    conversation = cast.conversation(state=ConversationState.PUBLISHED, retention_until=today)
    assert kinds() == []
    Conversation.objects.filter(pk=conversation.pk).update(retention_until=today - timedelta(days=1))
    assert kinds() == [Work.RETENTION]


def test_reminders_are_due_once_a_day_where_mail_is_sent(settings: pytest.FixtureRequest) -> None:
    assert Work.REMIND not in {task.kind for task in due()}
    settings.HOUVAST = Environment({"HOUVAST_MAIL": "smtp://mail.example"})  # type: ignore[attr-defined]
    assert Work.REMIND in {task.kind for task in due()}
    WorkClaim.objects.create(name=REMINDER, holder="", until=timezone.now() + timedelta(hours=1))
    assert Work.REMIND not in {task.kind for task in due()}


def test_signals_make_the_list_due_and_enough_of_them_the_calibration() -> None:
    assert kinds() == []
    cast.observation()
    assert kinds() == [Work.ATTENTION]
    note_quiet_weeks(weeks=20, last=timezone.localdate())
    assert kinds() == [Work.CALIBRATION, Work.ATTENTION]
    calibrate_attention()
    refresh_attention()
    assert kinds() == []


def test_texts_whose_time_is_over_are_due_for_removal() -> None:
    old = cast.observation(week=date(2026, 1, 5), entered_week=date(2026, 1, 5))
    assert Work.TEXTS in kinds()
    remove_texts_due()
    assert Work.TEXTS not in kinds()
    old.refresh_from_db()
    assert old.seen == ""
