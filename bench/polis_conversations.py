# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The published Polis method on real conversations: against the slow oracle, the published groups and red-dwarf.

python bench/polis_conversations.py [FOLDER WITH EXPORTS]        default: examples/conversations
"""

from __future__ import annotations

import sys
import warnings
from pathlib import Path
from typing import Any

import numpy as np
from child import agreement
from subprocesses import table

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]

FIGURES = {"pa": "p", "pat": "p_test", "ra": "repness", "rat": "repness_test"}


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "examples" / "conversations"
    ours, theirs = [], []
    for path in sorted(p for p in folder.iterdir() if p.is_dir()):
        from houvast.exchange.vote_reader import read_votes

        read = read_votes(path)
        name = f"{path.name} ({read.table.n_participants} × {read.table.n_statements}, {read.table.n_votes:,})"
        ours.append([name, *_against_published(read.table, read.published_groups)])
        theirs.append([path.name, *_against_red_dwarf(read.table)])
    head = ["conversation (people × statements, votes)", "components", "consensus", "stands for"]
    print(table([*head, "groups: published, ours", "ARI", "inertia", "cold start"], ours))
    print()
    print(table(["conversation", "components", *FIGURES, "group-aware consensus"], theirs))


def _against_published(votes: Any, published: Any) -> list[str]:
    from oracles import polis_oracle as oracle

    from houvast.engine.landscape.grouping import group_people, measure_inertia
    from houvast.engine.landscape.polis import landscape_polis, polis_statistics
    from houvast.engine.landscape.polis.landscape import draw_polis_map
    from houvast.engine.landscape.polis.statistics import moderated_out

    statistics = polis_statistics(votes, groups=published)
    spans = zip(votes.indptr[:-1], votes.indptr[1:], strict=True)
    rows = [dict(zip(votes.statement[a:b].tolist(), votes.value[a:b].tolist(), strict=True)) for a, b in spans]
    hidden = set(np.flatnonzero(moderated_out(votes)).tolist())
    slow = oracle.describe_groups(rows, votes.n_statements, hidden, published.tolist())
    consensus = [oracle.group_aware_consensus(slow, j) for j in range(votes.n_statements)]
    same = [[(r.statement, r.direction) for r in g] for g in statistics.representative] == [g.shown for g in slow]
    drawn = draw_polis_map(votes)
    grouped = published >= 0
    k = int(published.max()) + 1
    theirs = measure_inertia(drawn.people[grouped], labels=published[grouped])
    best = group_people(drawn.people[grouped], groups=k, rng=np.random.default_rng(1)).inertia
    cold = landscape_polis(votes, seed=1)
    both = grouped & cold.in_conversation
    return [
        _components(votes, drawn.loadings, hidden),
        f"{np.abs(statistics.group_aware_consensus - consensus).max():.0e}",
        "same" if same else "differs",
        f"{k}, {cold.groups}",
        f"{agreement(cold.clusters.group[both], published[both])['ari']:.2f}",
        f"{best / theirs:.4f}",
        f"{cold.inertia / cold.best_inertia:.3f}",
    ]


def _components(votes: Any, loadings: Any, hidden: set[int]) -> str:
    """|cos| of both axes with those of a singular value decomposition of the dense matrix."""
    means = np.bincount(votes.statement, weights=votes.value, minlength=votes.n_statements)
    means /= np.maximum(np.bincount(votes.statement, minlength=votes.n_statements), 1)
    dense = np.zeros((votes.n_participants, votes.n_statements))
    dense[votes.rows(), votes.statement] = votes.value - means[votes.statement]
    dense[:, sorted(hidden)] = 0
    axes = np.linalg.svd(dense, full_matrices=False)[2][:2]
    return ", ".join(f"{c:.6f}" for c in np.abs(np.sum(axes.T * loadings, axis=0)))


def _against_red_dwarf(votes: Any) -> list[str]:
    """Largest differences given red-dwarf's own groups; its axes beside ours."""
    warnings.simplefilter("ignore")
    from reddwarf.implementations.polis import run_pipeline

    from houvast.engine.landscape.polis import polis_statistics
    from houvast.engine.landscape.polis.landscape import draw_polis_map
    from houvast.engine.landscape.polis.statistics import moderated_out
    from houvast.engine.landscape.vote_table import select_statements

    votes = select_statements(votes, keep=np.bincount(votes.statement, minlength=votes.n_statements) > 0)
    cells = zip(votes.rows().tolist(), votes.statement.tolist(), votes.value.tolist(), strict=True)
    dicts = [{"participant_id": i, "statement_id": j, "vote": v, "modified": n} for n, (i, j, v) in enumerate(cells)]
    hidden = np.flatnonzero(moderated_out(votes)).tolist()
    found = run_pipeline(votes=dicts, mod_out_statement_ids=hidden, random_state=42)
    groups = found.participants_df["cluster_id"].reindex(range(votes.n_participants)).fillna(-1).to_numpy(np.int64)
    statistics = polis_statistics(votes, groups=groups)
    axes = found.statements_df[["pc1", "pc2"]].to_numpy()
    cosines = np.abs(np.sum(axes * draw_polis_map(votes).loadings, axis=0))
    shown = ~moderated_out(votes)
    gaps = []
    for theirs, name in FIGURES.items():
        wide = found.group_comment_stats[theirs].unstack("statement_id").to_numpy()
        gaps.append(f"{np.abs(wide - getattr(statistics.agree, name))[:, shown].max():.0e}")
    consensus = found.statements_df["group-aware-consensus-agree"].to_numpy()
    gaps.append(f"{np.abs(consensus - statistics.group_aware_consensus)[shown].max():.0e}")
    return [", ".join(f"{c:.6f}" for c in cosines), *gaps]


if __name__ == "__main__":
    main()
