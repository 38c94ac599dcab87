# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What of the published Polis method's figures may be shown? The same cells as everywhere; k = 1 shows all.

The published formulas are ratios of counts, so a figure is shown only where the counts it is made of may be shown.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from houvast.engine.disclosure.suppression import suppress_counts
from houvast.engine.landscape.polis.landscape import PolisLandscape
from houvast.engine.landscape.polis.statistics import (
    ConsensusStatement,
    PolisStatistics,
    Representative,
    polis_statistics,
)
from houvast.engine.landscape.tally import count_votes
from houvast.engine.landscape.vote_table import VoteTable, select_statements

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class DisclosedPolis:
    """Plain values only. groups, consensus and statements are lists of records; published: the same figures for the
    group ids that came with the export, None when there are none. hidden: figures left out because of k.
    in_conversation: None where a group, or those in none, would follow from it and be fewer than k."""

    participants: int
    in_conversation: int | None
    groups: list[dict[str, Any]]
    consensus: list[dict[str, Any]]
    statements: list[dict[str, Any]]
    published: dict[str, Any] | None
    inertia: float
    best_inertia: float
    k: int
    seed: int
    hidden: int


def disclose_polis(
    found: PolisLandscape, *, table: VoteTable, published_groups: NDArray[np.integer] | None, k: int
) -> DisclosedPolis:
    """Apply the rule. table: the votes it was computed from; published_groups: (P,), -1 for none."""
    votes = _columns(table, found)
    own = _describe_groups(votes, found, found.statistics, found.clusters.group, k)
    published = None
    if published_groups is not None and (published_groups >= 0).any():
        ids = np.unique(published_groups[published_groups >= 0])
        renumbered = np.where(published_groups >= 0, np.searchsorted(ids, published_groups), -1).astype(np.int64)
        given = _describe_groups(votes, found, polis_statistics(votes, groups=renumbered), renumbered, k)
        published = {"groups": given.groups, "consensus": given.consensus, "statements": given.statements}
    return DisclosedPolis(
        participants=len(found.participants),
        in_conversation=int(found.in_conversation.sum()) if own.sizes_open else None,
        groups=own.groups,
        consensus=own.consensus,
        statements=own.statements,
        published=published,
        inertia=found.inertia,
        best_inertia=found.best_inertia,
        k=k,
        seed=found.seed,
        hidden=own.hidden,
    )


@dataclass(frozen=True, eq=False)
class _Described:
    groups: list[dict[str, Any]]
    consensus: list[dict[str, Any]]
    statements: list[dict[str, Any]]
    hidden: int
    sizes_open: bool


def _columns(table: VoteTable, found: PolisLandscape) -> VoteTable:
    kept = {statement.id for statement in found.statements}
    return select_statements(table, keep=np.array([s.id in kept for s in table.statements], dtype=np.bool_))


def _describe_groups(
    votes: VoteTable, found: PolisLandscape, statistics: PolisStatistics, group: Ints, k: int
) -> _Described:
    """Records of groups, consensus and statements; the people in no group are a row of their own in the audit."""
    count = len(statistics.voted)
    segment = np.where(group >= 0, group, count)
    sizes = np.bincount(segment, minlength=count + 1).astype(np.int64)
    by_segment = count_votes(votes, segment=segment, n_segments=count + 1)
    counts = suppress_counts(
        tally=by_segment.sum(axis=0), by_segment=by_segment, sizes=sizes, people=votes.n_participants, k=k
    )
    shown = np.asarray(counts.shown.all(axis=2))
    everybody, cells = shown[:, 0], shown[:, 1 : count + 1].T
    ids = [statement.id for statement in found.statements]
    told = _tell_sizes(sizes, k)
    return _Described(
        groups=[
            {
                "id": g,
                "size": int(sizes[g]) if told[g] else None,
                "representative": _list(ids, statistics.representative[g], cells[g]),
            }
            for g in range(count)
        ],
        consensus=_list(ids, statistics.consensus, everybody),
        statements=[_describe(found, statistics, j, cells[:, j]) for j in range(len(ids))],
        hidden=int((~cells).sum()),
        sizes_open=bool(told.all()),
    )


def _tell_sizes(sizes: Ints, k: int) -> Flags:
    """Which sizes may be told, the last of people in no group: those of k or more, the hidden together k or more."""
    told = np.asarray(sizes >= (k if k > 1 else 0))
    while not told.all() and told.any() and (sizes[~told].sum() < k or np.count_nonzero(~told) < 2):
        told[np.argmin(np.where(told, sizes, np.iinfo(np.int64).max))] = False
    return told


def _list(
    ids: list[str], chosen: tuple[Representative, ...] | tuple[ConsensusStatement, ...], shown: Flags
) -> list[dict[str, Any]]:
    return [{**asdict(item), "statement": ids[item.statement]} for item in chosen if shown[item.statement]]


def _describe(found: PolisLandscape, statistics: PolisStatistics, j: int, shown: Flags) -> dict[str, Any]:
    statement = found.statements[j]
    return {
        "id": statement.id,
        "text": statement.text,
        "moderated": bool(found.moderated[j]),
        "group_aware_consensus": float(statistics.group_aware_consensus[j]) if shown.all() else None,
        "extremity": float(found.map.extremity[j]) if shown.all() else None,
        "priority": float(found.priority[j]) if shown.all() else None,
        "by_group": [_describe_cell(statistics, g, j) if shown[g] else {"group": g} for g in range(len(shown))],
    }


def _describe_cell(statistics: PolisStatistics, g: int, j: int) -> dict[str, Any]:
    cell: dict[str, Any] = {
        "group": g,
        "agree": int(statistics.agreed[g, j]),
        "disagree": int(statistics.disagreed[g, j]),
        "votes": int(statistics.voted[g, j]),
    }
    for direction, figures in (("agree", statistics.agree), ("disagree", statistics.disagree)):
        cell[f"{direction}_figures"] = {
            "p_success": float(figures.p[g, j]),
            "p_test": float(figures.p_test[g, j]),
            "repness": float(figures.repness[g, j]),
            "repness_test": float(figures.repness_test[g, j]),
        }
    return cell
