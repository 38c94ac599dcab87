# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does the worker know of an open conversation, and how does it keep up? It reads what was added since it looked.

The rows stay in memory; at a start they are read from the table. Late rows are found by looking back a minute
(engine/live/id_window.py). Who was erased is not among the people of now, so their rows do not count; the rows go too.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np

from houvast.engine.live.id_window import IdWindow
from houvast.engine.live.vote_log import VoteRows, join_rows, keep_rows, no_rows
from houvast.queries.gather.vote_rows import read_votes_after, read_votes_by_id
from houvast.queries.gather.vote_tables import GatheredVotes, newest_erasure, with_people
from houvast.store.models import Erasure, Vote

Clock = Callable[[], float]


class LiveVotes:
    """The votes of one conversation. One reader."""

    def __init__(self, conversation_id: int, *, clock: Clock = time.monotonic) -> None:
        self.conversation_id = conversation_id
        self._clock = clock
        self._rows: VoteRows = no_rows()
        self._window = IdWindow()
        self._erasure = 0

    def catch_up(self) -> GatheredVotes:
        """Everything there is now."""
        erasure = newest_erasure(self.conversation_id)
        added = [read_votes_after(self.conversation_id, after=self._window.newest), self._late()]
        self._window.see(np.concatenate([piece.id for piece in added]).tolist(), now=self._clock())
        if any(len(piece) for piece in added):
            self._rows = join_rows([self._rows, *added])
        if erasure != self._erasure:
            self._forget()
            self._erasure = erasure
        return with_people(self.conversation_id, rows=self._rows, last_erasure=erasure)

    def _late(self) -> VoteRows:
        """Rows below the newest that were not visible before."""
        window = self._window
        there = Vote.objects.filter(
            conversation_id=self.conversation_id, id__gt=window.settled, id__lte=window.newest
        ).values_list("id", flat=True)
        missing = window.missing(list(there))
        return read_votes_by_id(missing) if missing else no_rows()

    def _forget(self) -> None:
        """Let go of the rows of people who were erased; who is no participant any more is not counted anyhow."""
        gone = Erasure.objects.filter(conversation_id=self.conversation_id, id__gt=self._erasure)
        former = list(gone.values_list("former_participant", flat=True))
        self._rows = keep_rows(self._rows, ~np.isin(self._rows.participant, former))
