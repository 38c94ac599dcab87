# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who counts as changed since the meter was counted, and is what is stored read back the same?"""

from __future__ import annotations

import cast
import pytest

from houvast.actions.gather.background import answer_background, remove_background
from houvast.actions.gather.erasure import erase
from houvast.queries.gather.reach_meter import StoredMeter, count_changed, latest_meter, measure, write_meter
from houvast.store.models import BackgroundOption, BackgroundQuestion, Conversation, LandscapeSnapshot

pytestmark = pytest.mark.django_db


def asked() -> tuple[Conversation, list[BackgroundOption]]:
    made = cast.conversation()
    question = BackgroundQuestion.objects.create(conversation=made, text="Hoe oud bent u?")
    return made, [BackgroundOption.objects.create(question=question, order=i, text=f"{i}") for i in range(2)]


def test_who_came_answered_or_went_counts_once() -> None:
    made, (young, old) = asked()
    people = [cast.participant(made) for _ in range(12)]
    meter = measure(made)
    assert (meter.people, count_changed(made.pk, since=None), count_changed(made.pk, since=meter)) == (12, 12, 0)
    for option in (young, old):
        answer_background(participant=people[0], answers={young.question_id: option.pk})
    remove_background(participant=people[1])
    erase(participant=people[2])
    newcomer = cast.participant(made, is_test=False)
    answer_background(participant=newcomer, answers={young.question_id: young.pk})
    assert count_changed(made.pk, since=meter) == 3
    erase(participant=newcomer)  # was never in it
    assert count_changed(made.pk, since=meter) == 2
    assert count_changed(cast.conversation().pk, since=meter) == 0


def test_fewer_than_k_leave_an_empty_meter() -> None:
    made, _ = asked()
    for _ in range(9):
        cast.participant(made)
    meter = measure(made)
    assert (meter.people, meter.questions) == (0, ())


def test_what_is_stored_is_read_back() -> None:
    made, (young, old) = asked()
    for n in range(30):
        answer_background(
            participant=cast.participant(made), answers={young.question_id: (young, old)[n % 2].pk}
        )  # fmt: skip
    for _ in range(12):
        cast.participant(made)
    LandscapeSnapshot.objects.all().delete()
    assert latest_meter(made.pk) is None
    meter = measure(made)
    snapshot = LandscapeSnapshot.objects.create(
        conversation=made, kind="reach", at=made.created_at, participants=30, votes=0, content=write_meter(meter)
    )
    found = latest_meter(made.pk)
    assert found is not None
    assert isinstance(found.meter, StoredMeter)
    assert write_meter(found.meter) == snapshot.content
    assert [o.people for o in found.meter.questions[0].reach.options] == [15, 15]
