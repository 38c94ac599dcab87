# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does a colleague see what waits for them, and nothing that is not theirs to do?"""

from __future__ import annotations

import uuid
from datetime import timedelta

import cast
import pytest
from django.utils import timezone

from houvast.domain.attention import PointKind, PointState
from houvast.domain.inbox import MessageKind, MessageState, SenderKind
from houvast.domain.roles import Role
from houvast.domain.street_talk import PartOfDay, RoundState
from houvast.queries.start_page import Waiting, Waits, start_page
from houvast.store.models import AttentionPoint, InboxMessage, ObservationReply, Round

pytestmark = pytest.mark.django_db
TODAY, YESTERDAY = timezone.localdate, lambda: timezone.localdate() - timedelta(days=1)


def everything() -> None:
    """One thing of each kind that is too late, and one that is done."""
    late = cast.observation(wants_feedback=True, feedback_due=YESTERDAY())
    done = cast.observation(wants_feedback=True, feedback_due=YESTERDAY())
    ObservationReply.objects.create(observation=done, text="Gedaan.", at=TODAY())
    cast.observation(week=late.week)
    for number, state in enumerate((MessageState.NEW, MessageState.ANSWERED)):
        InboxMessage.objects.create(
            note_key=uuid.uuid4(),
            kind=MessageKind.IDEA,
            sender=SenderKind.RESIDENT,
            text="Een bankje.",
            received_on=TODAY(),
            due=YESTERDAY(),
            state=state,
            reply_hash=f"{number:064d}",
        )
    for mark, state in (("a", PointState.NEW), ("b", PointState.UNFOUNDED)):
        AttentionPoint.objects.create(
            mark=mark,
            kind=PointKind.COUNTS,
            state=state,
            first_week=late.week,
            last_week=late.week,
            opened_on=TODAY(),
            judge_by=TODAY(),
        )
    for returned in (None, TODAY()):
        Round.objects.create(
            area=cast.area(),
            place="plein",
            planned_on=YESTERDAY(),
            part_of_day=PartOfDay.MORNING,
            state=RoundState.HELD,
            return_on=YESTERDAY(),
            returned_on=returned,
        )


def test_the_adviser_sees_everything_that_waits() -> None:
    everything()
    assert start_page(Role.ADVISER).waiting == (
        Waiting(Waits.FEEDBACK, 1, 1),
        Waiting(Waits.POINTS, 1, 0),
        Waiting(Waits.MESSAGES, 1, 1),
        Waiting(Waits.RETURN_VISITS, 1, 1),
    )


def test_others_see_what_they_may_do() -> None:
    everything()
    assert [one.kind for one in start_page(Role.PROFESSIONAL).waiting] == [Waits.RETURN_VISITS]
    assert start_page(Role.READER).waiting == start_page(Role.MANAGER).waiting == ()


def test_nothing_waits_where_nothing_is() -> None:
    cast.conversation()
    page = start_page(Role.ADVISER)
    assert page.waiting == ()
    assert len(page.conversations) == 1
