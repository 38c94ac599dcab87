# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does the worker do what is due, once, and go on whatever happens?"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import cast
import pytest
from django.db import DatabaseError
from django.utils import timezone
from noted_years import note_quiet_weeks
from voters import add_voters, leave

from houvast.actions import work
from houvast.actions.work import FIRST_RETRY, Worker
from houvast.actions.work_claims import HEARTBEAT
from houvast.domain.conversation import ConversationState
from houvast.queries.gather.landscapes import latest_live
from houvast.store.models import AttentionSnapshot, Conversation, LandscapeSnapshot, Participant, Vote, WorkClaim

pytestmark = pytest.mark.django_db


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def worker(name: str = "a", clock: Clock | None = None) -> Worker:
    return Worker(name, clock=clock or Clock())


def counted(of: Conversation) -> int:
    found = LandscapeSnapshot.objects.filter(conversation=of, kind__in=("working", "full")).order_by("-id")
    return found.values_list("participants", flat=True).first() or 0


def test_votes_become_results() -> None:
    conversation, clock = cast.conversation(statements=8), Clock()
    add_voters(conversation, people=60)
    busy = worker(clock=clock)
    assert busy.step() == 2
    assert counted(conversation) == 60
    live = latest_live(conversation.pk)
    assert live is not None
    assert live.people == 60
    assert busy.step() == 0
    people = add_voters(conversation, people=12, seed=2)
    clock.now += 60
    assert busy.step() == 1
    assert latest_live(conversation.pk).people == 70  # type: ignore[union-attr]
    for person in people:
        leave(person)
    clock.now += 60
    busy.step()
    assert latest_live(conversation.pk).people == 60  # type: ignore[union-attr]


def test_a_few_votes_are_looked_at_once_and_wait() -> None:
    conversation, clock = cast.conversation(), Clock()
    add_voters(conversation, people=3)
    busy = worker(clock=clock)
    assert busy.step() == 2
    clock.now += 100
    assert busy.step() == 0
    assert not LandscapeSnapshot.objects.exists()


def test_dates_are_kept_and_the_end_is_counted() -> None:
    past = timezone.now() - timedelta(minutes=1)
    conversation, clock = cast.conversation(statements=8, closes_at=past), Clock()
    add_voters(conversation, people=33)
    busy = worker(clock=clock)
    for _ in range(3):
        busy.step()
        clock.now += 20
    conversation.refresh_from_db()
    assert conversation.state == ConversationState.CLOSED
    assert counted(conversation) == 33
    snapshot = LandscapeSnapshot.objects.get(conversation=conversation, kind="full")
    assert conversation.closed_at is not None
    assert snapshot.at >= conversation.closed_at


def test_votes_are_removed_after_their_term() -> None:
    conversation = cast.conversation(
        state=ConversationState.PUBLISHED, retention_until=timezone.localdate() - timedelta(days=1)
    )
    add_voters(conversation, people=5)
    worker().step()
    assert not Vote.objects.exists()
    assert not Participant.objects.exists()


def test_two_workers_share_and_do_nothing_twice() -> None:
    first, second = cast.conversation(statements=8), cast.conversation(statements=8)
    a, b = worker("a"), worker("b")
    add_voters(first, people=30)
    assert a.step() == 2
    add_voters(second, people=30)
    add_voters(first, people=30, seed=5)
    assert b.step() == 2  # the first is a's
    assert counted(first) == 30
    assert counted(second) == 30
    a.stop()
    later = Clock()
    later.now += 100
    b.clock = later
    b.step()
    assert latest_live(first.pk).people == 60  # type: ignore[union-attr]


def test_what_fails_is_tried_again_later_and_stops_nothing(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    broken, well, clock = cast.conversation(statements=8), cast.conversation(statements=8), Clock()
    for conversation in (broken, well):
        add_voters(conversation, people=30)
    really: Callable[..., bool] = work.refresh_full
    calls: list[int] = []

    def refresh(conversation: Conversation, **given: object) -> bool:
        calls.append(conversation.pk)
        if conversation.pk == broken.pk:
            raise ArithmeticError("this one cannot be computed")
        return really(conversation, **given)

    monkeypatch.setattr(work, "refresh_full", refresh)
    busy = worker(clock=clock)
    busy.step()
    assert counted(well) == 30
    assert f"full {broken.pk} failed, 1 in a row" in caplog.text
    busy.step()
    assert calls.count(broken.pk) == 1
    clock.now += FIRST_RETRY
    busy.step()
    assert calls.count(broken.pk) == 2
    clock.now += FIRST_RETRY
    busy.step()
    assert calls.count(broken.pk) == 2  # the second time it waits twice as long
    monkeypatch.setattr(work, "refresh_full", really)
    clock.now += FIRST_RETRY
    busy.step()
    assert counted(broken) == 30


def test_a_database_that_is_away_is_waited_for(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def away() -> None:
        raise DatabaseError("the server is away")

    monkeypatch.setattr(work, "due", away)
    monkeypatch.setattr(work.connections, "close_all", lambda: None)
    assert worker().step() == 0
    assert "cannot be reached" in caplog.text


def test_it_says_that_it_is_alive_and_lets_go_at_the_end() -> None:
    add_voters(cast.conversation(), people=3)
    busy = worker()
    busy.step()
    assert WorkClaim.objects.filter(name=HEARTBEAT, holder="a").exists()
    assert WorkClaim.objects.filter(name__startswith="live", holder="a").exists()
    busy.stop()
    assert not WorkClaim.objects.exclude(name=HEARTBEAT).exists()


def test_whole_results_are_computed_aside_one_at_a_time() -> None:
    first, second = cast.conversation(statements=8), cast.conversation(statements=8)
    for conversation in (first, second):
        add_voters(conversation, people=30)
    waiting: list[Callable[[], None]] = []
    clock = Clock()
    busy = Worker("a", background=waiting.append, clock=clock)
    busy.step()
    assert len(waiting) == 1
    assert latest_live(second.pk) is not None
    clock.now += 40
    busy.step()
    assert len(waiting) == 1
    assert WorkClaim.objects.filter(name=f"full {first.pk}", until__gt=timezone.now()).exists()


def test_votes_of_ended_conversations_do_not_stay_in_memory() -> None:
    conversation, clock = cast.conversation(statements=8), Clock()
    add_voters(conversation, people=30)
    busy = worker(clock=clock)
    busy.step()
    assert conversation.pk in busy._votes
    Conversation.objects.filter(pk=conversation.pk).update(state=ConversationState.PUBLISHED)
    clock.now += 10
    busy.step()
    assert busy._votes == {}
    assert busy._gathered == {}


def test_votes_that_came_while_it_computed_are_not_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    conversation, clock = cast.conversation(statements=8), Clock()
    add_voters(conversation, people=30)
    monkeypatch.setattr("houvast.queries.work.FULL_EVERY", timedelta(0))
    really, busy = work.refresh_full, worker(clock=clock)

    def refresh(of: Conversation, **given: object) -> bool:
        done = really(of, **given)  # type: ignore[arg-type]
        if counted(of) == 30:
            add_voters(conversation, people=20, seed=8)
        return done

    monkeypatch.setattr(work, "refresh_full", refresh)
    for _ in range(3):
        busy.step()
        clock.now += 20
    assert counted(conversation) == 50


def test_a_worker_that_is_started_again_goes_on_at_once() -> None:
    conversation = cast.conversation(statements=8)
    add_voters(conversation, people=30)
    worker("host-1").step()
    add_voters(conversation, people=30, seed=2)
    again = worker("host-1")
    assert again.step() >= 1
    assert latest_live(conversation.pk).people == 60  # type: ignore[union-attr]


def test_the_last_result_does_not_wait_for_the_rest_after_another(monkeypatch: pytest.MonkeyPatch) -> None:
    """While people vote a whole computation is followed by a long rest; who closes waits for the result."""
    conversation, clock = cast.conversation(statements=8), Clock()
    add_voters(conversation, people=30)
    busy = worker(clock=clock)
    monkeypatch.setitem(work.REST, work.Work.FULL, 10_000.0)
    busy.step()
    assert "working" in snapshot_kinds(conversation)
    add_voters(conversation, people=20, seed=8)
    clock.now += 1
    Conversation.objects.update(state=ConversationState.CLOSED, closed_at=timezone.now())
    busy.step()
    assert "full" in snapshot_kinds(conversation)


def snapshot_kinds(of: Conversation) -> set[str]:
    return set(LandscapeSnapshot.objects.filter(conversation=of).values_list("kind", flat=True))


def test_signals_become_a_list_of_this_municipality() -> None:
    note_quiet_weeks(weeks=40, last=timezone.localdate())
    clock = Clock()
    busy = worker(clock=clock)
    assert busy.step() == 3  # the texts of the first weeks are due to go as well
    assert set(AttentionSnapshot.objects.values_list("kind", flat=True)) == {"calibration", "back-test", "list"}
    assert AttentionSnapshot.objects.get(kind="list").content["calibrated"] is True
    clock.now += 1000
    assert busy.step() == 0


def test_the_list_is_made_beside_the_steps_where_there_is_room() -> None:
    cast.observation()
    started: list[Callable[[], None]] = []
    busy = Worker("a", background=started.append, clock=Clock())
    assert busy.step() == 1
    assert len(started) == 1
    assert not AttentionSnapshot.objects.exists()
