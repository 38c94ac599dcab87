# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How does what people think that others answer differ from what others answer?

Read from what was kept with the newest whole result, so that two pages never differ by one person's answer.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from houvast.engine.disclosure import DisclosedLandscape
from houvast.engine.disclosure.perception import PerceptionGap, disclose_gap
from houvast.engine.landscape.vote_table import VoteTable
from houvast.engine.perception import StatementViews
from houvast.exchange.typed_json import read_typed, write_typed
from houvast.store.models import LandscapeSnapshot, PerceivedView, Statement

__all__ = ["PerceptionGap", "compute_gaps", "perception_gaps", "read_gaps", "write_gaps"]
FULL = "full"
Gaps = tuple[PerceptionGap, ...]


def perception_gaps(conversation_id: int) -> Gaps:
    """The gap of each statement with enough estimates and votes, by number; statements on offer only."""
    found = LandscapeSnapshot.objects.filter(conversation_id=conversation_id, kind=FULL).order_by("-id")
    content = found.values_list("perception", flat=True).first()
    if not content:
        return ()
    offered = Statement.objects.filter(conversation_id=conversation_id, is_shown=True)
    shown = set(offered.values_list("number", flat=True))
    return tuple(gap for gap in read_gaps(content) if gap.statement_number in shown)


def compute_gaps(conversation_id: int, *, votes: VoteTable, shown: DisclosedLandscape) -> Gaps:
    """The gaps beside this landscape. votes: of the people whom its headline counts; only their estimates count too."""
    return tuple(_each_gap(conversation_id, votes, shown))


def read_gaps(content: str) -> Gaps:
    """Gaps from what was stored."""
    return read_typed(tuple[PerceptionGap, ...], content)


def write_gaps(gaps: Gaps) -> str:
    """Gaps as they are stored."""
    return write_typed(gaps)


def _each_gap(conversation_id: int, votes: VoteTable, shown: DisclosedLandscape) -> Iterator[PerceptionGap]:
    answers = {said.id: said.answers for said in shown.statements}
    voter, at = votes.participants[votes.rows()], votes.statement
    asked = _estimates(conversation_id)
    counted = np.isin(asked[:, 1], votes.participants)
    asked = asked[counted]
    for j, statement in enumerate(votes.statements):
        if statement.id not in answers:
            continue
        chosen, own = at == j, asked[asked[:, 0] == int(statement.id)]
        views = StatementViews(
            estimators=own[:, 1],
            estimated=own[:, 2] / 10,
            voters=voter[chosen].astype(np.int64),
            agreed=(votes.value[chosen] > 0).astype(np.float64),
        )
        gap = disclose_gap(views, answers[statement.id], number=int(statement.id), text=statement.text, k=shown.k)
        if gap is not None:
            yield gap


def _estimates(conversation_id: int) -> np.ndarray:
    """Statement's number, participant's number and the answer of ten, (N, 3)."""
    found = PerceivedView.objects.filter(
        participant__conversation_id=conversation_id, statement__is_shown=True, of_ten__isnull=False
    ).order_by("id")
    rows = list(found.values_list("statement__number", "participant__number", "of_ten"))
    return np.array(rows, dtype=np.int64).reshape(len(rows), 3)
