# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does organised voting look like? Brigades added to real or invented votes, to test what finds them.

"identical": every member casts the same votes on the 20 most seen statements and agrees with the targets. These cover
votes are drawn by chance ("mixed"), all alike ("agree", "disagree"), or against the majority ("contrary").
"mimic": every member copies the votes of some real person and agrees with the targets. Targets are by default the
three statements that bind least: the smallest share agreeing among the statements most people saw.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from houvast.domain.votes import Moderation, Vote
from houvast.engine.landscape.vote_table import VoteTable

Ints = NDArray[np.int64]
BrigadeKind = Literal["identical", "mimic"]
Cover = Literal["mixed", "agree", "disagree", "contrary"]

COVER_STATEMENTS = 20
DEFAULT_TARGETS = 3
MINIMUM_TO_COPY = 7


@dataclass(frozen=True, slots=True)
class BrigadeDesign:
    """A planned attack: how many members, which kind, the statements to push (indices; None: the default), and the
    other votes of identical members."""

    size: int
    kind: BrigadeKind = "identical"
    targets: tuple[int, ...] | None = None
    cover: Cover = "mixed"


def add_brigade(
    votes: VoteTable,
    *,
    size: int,
    kind: BrigadeKind,
    rng: np.random.Generator,
    targets: tuple[int, ...] | None = None,
    cover: Cover = "mixed",
    hour: int | None = None,
) -> VoteTable:
    """The same votes with `size` members of a brigade after the real people.

    hour: the hour in which the brigade votes; when left out, hours are drawn from those of the real votes.
    """
    aims = choose_targets(votes, count=DEFAULT_TARGETS) if targets is None else np.asarray(targets, dtype=np.int64)
    if kind == "identical":
        rows = [_identical_row(votes, aims, cover, rng)] * size
    else:
        rows = _copied_rows(votes, size, aims, rng)
    return _append_rows(votes, rows, hour, rng)


def choose_targets(votes: VoteTable, *, count: int) -> Ints:
    """The `count` statements that bind least: lowest (A + 1) / (n + 2) among those seen at least half the median."""
    seen = np.bincount(votes.statement, minlength=votes.n_statements)
    agreed = np.bincount(votes.statement[votes.value == Vote.AGREE], minlength=votes.n_statements)
    usable = _open_statements(votes) & (seen >= np.median(seen[seen > 0]) / 2)
    share = np.where(usable, (agreed + 1) / (seen + 2), np.inf)
    return np.sort(np.argsort(share, kind="stable")[:count])


def _open_statements(votes: VoteTable) -> NDArray[np.bool_]:
    return np.array([s.moderation is not Moderation.OUT and not s.is_meta for s in votes.statements], dtype=np.bool_)


def _identical_row(votes: VoteTable, targets: Ints, cover: Cover, rng: np.random.Generator) -> dict[int, int]:
    seen = np.bincount(votes.statement, minlength=votes.n_statements) * _open_statements(votes)
    chosen = np.argsort(-seen, kind="stable")[:COVER_STATEMENTS]
    majority = np.bincount(votes.statement, weights=votes.value, minlength=votes.n_statements)[chosen]
    cast = {
        "mixed": rng.choice([-1, 1], size=len(chosen)),
        "agree": np.ones(len(chosen)),
        "disagree": -np.ones(len(chosen)),
        "contrary": np.where(majority > 0, -1, 1),
    }[cover]
    row = {int(j): int(v) for j, v in zip(chosen, cast, strict=True)}
    return row | {int(j): int(Vote.AGREE) for j in targets}


def _copied_rows(votes: VoteTable, size: int, targets: Ints, rng: np.random.Generator) -> list[dict[int, int]]:
    counts = votes.votes_per_participant
    source = np.flatnonzero(counts >= min(MINIMUM_TO_COPY, int(counts.max())))
    copied = rng.choice(source, size=size, replace=size > len(source))
    rows = []
    for i in copied:
        span = slice(votes.indptr[i], votes.indptr[i + 1])
        row = dict(zip(votes.statement[span].tolist(), votes.value[span].tolist(), strict=True))
        rows.append(row | {int(j): int(Vote.AGREE) for j in targets})
    return rows


def _append_rows(votes: VoteTable, rows: list[dict[int, int]], hour: int | None, rng: np.random.Generator) -> VoteTable:
    ordered = [sorted(row.items()) for row in rows]
    lengths = np.array([len(row) for row in ordered], dtype=np.int64)
    flat = np.array([pair for row in ordered for pair in row], dtype=np.int64).reshape(-1, 2)
    hours = votes.hour
    if hours is not None:
        added = rng.choice(hours, size=len(flat)) if hour is None else np.full(len(flat), hour)
        hours = np.concatenate((hours, added.astype(np.int32)))
    return VoteTable(
        participants=np.concatenate((votes.participants, _new_ids(votes.participants, len(rows)))),
        statements=votes.statements,
        indptr=np.concatenate((votes.indptr, votes.indptr[-1] + np.cumsum(lengths))),
        statement=np.concatenate((votes.statement, flat[:, 0].astype(np.int32))),
        value=np.concatenate((votes.value, flat[:, 1].astype(np.int8))),
        hour=hours,
    )


def _new_ids(existing: NDArray[np.generic], size: int) -> NDArray[np.generic]:
    if np.issubdtype(existing.dtype, np.integer):
        first = int(existing.max()) + 1 if len(existing) else 0
        return np.arange(first, first + size, dtype=np.int64)
    return np.array([f"added-{n}" for n in range(1, size + 1)])
