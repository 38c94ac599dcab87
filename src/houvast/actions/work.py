# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How does the background work get done? Find what is due, claim it, do it. What fails is tried again later.

Whole landscapes take seconds and coarse results must not wait for them: given a `background`, whole ones run there,
one at a time, while the steps go on.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from django.db import DatabaseError, connections

from houvast.actions.gather.conversations import close_due, open_due, remove_votes_due
from houvast.actions.gather.landscapes import refresh_full, refresh_live
from houvast.actions.notice.attention import refresh_attention, refresh_emerging
from houvast.actions.notice.calibration import calibrate_attention
from houvast.actions.notice.retention import remove_texts_due
from houvast.actions.reminders import remind_moderators
from houvast.actions.work_claims import beat, claim, release
from houvast.domain.conversation import ConversationState
from houvast.queries.gather.live_votes import LiveVotes
from houvast.queries.gather.vote_tables import GatheredVotes, gather_votes
from houvast.queries.work import Task, Work, due
from houvast.store.models import Conversation

Start = Callable[[Callable[[], None]], None]
Clock = Callable[[], float]

LEASE = 30.0
RENEW_BEFORE = 15.0
BEAT_EVERY = 20.0
REST_AFTER = {Work.FULL: 20.0}  # times as long as the work itself took; 1 for all others
REST = {
    Work.DATES: 10.0,
    Work.LIVE: 2.0,
    Work.FULL: 5.0,
    Work.RETENTION: 600.0,
    Work.REMIND: 600.0,
    Work.ATTENTION: 120.0,
    Work.CALIBRATION: 600.0,
    Work.TEXTS: 600.0,
}
ASIDE = frozenset({Work.FULL, Work.CALIBRATION, Work.ATTENTION})
FIRST_RETRY, LONGEST_RETRY = 5.0, 600.0
log = logging.getLogger("houvast.work")


@dataclass(slots=True)
class _Memory:
    """What a worker knows of a task: until when it holds the claim, when to look again, failures, what it took in."""

    held_until: float = float("-inf")
    not_before: float = float("-inf")
    failures: int = 0
    taken_in: tuple[int, int] | None = None


@dataclass(slots=True)
class Worker:
    """One worker. holder: its name on claims. background: starts a function beside the steps; None: whole landscapes
    are computed in the step itself."""

    holder: str
    background: Start | None = None
    clock: Clock = time.monotonic
    _known: dict[str, _Memory] = field(default_factory=dict)
    _votes: dict[int, LiveVotes] = field(default_factory=dict)
    _gathered: dict[int, GatheredVotes] = field(default_factory=dict)
    _running: str = ""
    _beaten: float = float("-inf")

    def step(self) -> int:
        """Do what is due; how many things were done. Never raises because of one of them, or of the database."""
        try:
            self._beat()
            self._renew_running()
            tasks = due()
            self._forget_ended({task.conversation_id for task in tasks})
            return sum(self._try(task) for task in tasks)
        except DatabaseError:
            log.exception("The database cannot be reached; trying again.")
            connections.close_all()
            return 0

    def stop(self) -> None:
        """Let go of all claims, so that another worker need not wait."""
        try:
            release(list(self._known), holder=self.holder)
        except DatabaseError:
            log.warning("The claims could not be released; they end by themselves.")

    def _beat(self) -> None:
        if self._beaten <= self.clock() - BEAT_EVERY:
            beat(holder=self.holder)
            self._beaten = self.clock()

    def _renew_running(self) -> None:
        if self._running:
            self._hold(self._running)

    def _try(self, task: Task) -> bool:
        """Do it unless it rests, is running or is another worker's; whether it was done or begun."""
        memory = self._known.setdefault(task.name, _Memory())
        if self._rests(task, memory) or self._is_known(task, memory) or not self._has_room(task):
            return False
        if not self._hold(task.name):
            memory.not_before = self.clock() + REST[task.kind]
            return False
        if task.kind in ASIDE and self.background is not None:
            self._running = task.name
            self.background(lambda: self._do_aside(task, memory))
            return True
        return self._do(task, memory)

    def _rests(self, task: Task, memory: _Memory) -> bool:
        """Whether it is too early. The last result does not wait because there was one a moment ago."""
        if task.kind is Work.FULL and task.is_final and memory.failures == 0:
            return False
        return memory.not_before > self.clock()

    def _is_known(self, task: Task, memory: _Memory) -> bool:
        """Whether nothing was added since this was looked at."""
        return not task.is_final and memory.failures == 0 and memory.taken_in == task.mark

    def _has_room(self, task: Task) -> bool:
        return task.kind not in ASIDE or not self._running

    def _hold(self, name: str) -> bool:
        memory = self._known.setdefault(name, _Memory())
        if memory.held_until - RENEW_BEFORE > self.clock():
            return True
        held = claim(name, holder=self.holder, seconds=LEASE)
        memory.held_until = self.clock() + LEASE if held else float("-inf")
        return held

    def _do_aside(self, task: Task, memory: _Memory) -> None:
        try:
            self._do(task, memory)
        finally:
            self._running = ""
            connections.close_all()

    def _do(self, task: Task, memory: _Memory) -> bool:
        """Whether it went well. What went wrong is logged and tried again, each time later."""
        started = self.clock()
        try:
            taken_in = self._run(task)
        except Exception:
            memory.failures += 1
            wait = min(FIRST_RETRY * 2 ** (memory.failures - 1), LONGEST_RETRY)
            memory.not_before = self.clock() + wait
            log.exception("%s failed, %d in a row; again in %.0f s.", task.name, memory.failures, wait)
            return False
        memory.failures, memory.taken_in = 0, taken_in
        memory.not_before = self.clock() + max(
            REST[task.kind], REST_AFTER.get(task.kind, 1.0) * (self.clock() - started)
        )
        return True

    def _run(self, task: Task) -> tuple[int, int]:
        """Do it; what it took in."""
        if task.conversation_id is None:
            RUN[task.kind]()
            return task.mark
        conversation = Conversation.objects.get(pk=task.conversation_id)
        if task.kind is Work.LIVE:
            votes = self._votes.setdefault(conversation.pk, LiveVotes(conversation.pk)).catch_up()
            self._gathered[conversation.pk] = votes
            refresh_live(conversation, gathered=votes)
        else:
            # What is in memory will do while people vote; the last result rests on the table itself.
            kept = None if task.is_final else self._gathered.get(conversation.pk)
            votes = kept or gather_votes(conversation.pk)
            refresh_full(conversation, gathered=votes)
        return votes.last_vote, votes.last_erasure

    def _forget_ended(self, wanted: set[int | None]) -> None:
        """Votes of conversations that ended need not stay in memory."""
        for conversation_id in [known for known in self._votes if known not in wanted]:
            if not Conversation.objects.filter(pk=conversation_id, state=ConversationState.OPEN).exists():
                del self._votes[conversation_id]
                self._gathered.pop(conversation_id, None)


def _dates() -> None:
    open_due()
    close_due()


def _set_list() -> None:
    calibrate_attention()
    refresh_emerging()


RUN: dict[Work, Callable[[], object]] = {
    Work.DATES: _dates,
    Work.RETENTION: remove_votes_due,
    Work.REMIND: remind_moderators,
    Work.ATTENTION: refresh_attention,
    Work.CALIBRATION: _set_list,
    Work.TEXTS: remove_texts_due,
}
