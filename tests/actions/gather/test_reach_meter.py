# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does the meter move by k people and never by fewer, whatever they do?"""

from __future__ import annotations

import cast
import pytest

from houvast.actions.gather.background import answer_background
from houvast.actions.gather.erasure import erase
from houvast.actions.gather.participation import join
from houvast.actions.gather.reach_meter import refresh_reach
from houvast.domain.conversation import Mode
from houvast.queries.gather.reach_meter import latest_meter
from houvast.store.models import BackgroundOption, BackgroundQuestion, Conversation, LandscapeSnapshot, Participant

pytestmark = pytest.mark.django_db
K = 10


def ask(made: Conversation) -> BackgroundOption:
    question = BackgroundQuestion.objects.create(conversation=made, text="Hoe oud bent u?")
    return BackgroundOption.objects.create(question=question, text="Jong")


def people(made: Conversation) -> int:
    found = latest_meter(made.pk)
    return found.meter.people if found else 0


def come(made: Conversation, number: int) -> list[Participant]:
    return [join(conversation=made, key=None, mode=Mode.PAPER, by=cast.staff()) for _ in range(number)]


def test_joining_answering_and_erasing_move_it_in_batches() -> None:
    made = cast.conversation()
    young = ask(made)
    first = come(made, K - 1)
    assert people(made) == 0
    first += come(made, 1)
    assert people(made) == K
    for somebody in first[: K - 1]:
        answer_background(participant=somebody, answers={young.question_id: young.pk})
    assert latest_meter(made.pk).meter.questions[0].reach.options[0].people is None  # type: ignore[union-attr]
    come(made, 1)
    assert people(made) == K + 1
    later = come(made, 4)
    for somebody in (*later, *first[:5]):
        erase(participant=somebody)
    assert people(made) == K + 1
    come(made, 5)
    assert people(made) == K + 1  # the four came and went unseen; five went and five came, now due
    assert LandscapeSnapshot.objects.filter(conversation=made, kind="reach").count() == 1


def test_without_questions_nothing_is_kept() -> None:
    made = cast.conversation()
    come(made, K + 1)
    assert not refresh_reach(made)
    assert not LandscapeSnapshot.objects.exists()


def test_a_rehearsal_does_not_move_it() -> None:
    made = cast.conversation()
    ask(made)
    for _ in range(K):
        join(conversation=made, key=None, mode=Mode.REHEARSAL, is_test=True)
    assert not refresh_reach(made)
