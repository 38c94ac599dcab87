# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does organised voting do to a landscape? Attacks on real conversations, seen and unseen ones.

    python bench/brigades.py [FOLDER]

Identical voters and mimics (who copy a real person and turn around on the targets) are added to real conversations.
Printed: who was named as a block, and what is reported about the other people beside the landscape without attack:
correlation of positions, and how many of the top ten of "what binds" stay. Figures: docs/explanation/integrity.md.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

from houvast.engine.landscape.analysis import analyse
from houvast.engine.landscape.result import Landscape
from houvast.engine.simulate.brigades import add_brigade
from houvast.exchange.vote_reader import read_votes

ATTACKS = (("15-per-hour-seattle", 13), ("scoop-hivemind.biodiversity", 21), ("brexit-consensus", 37))
COVERS = ("mixed", "agree", "disagree", "contrary")
TOP = 10
FEWEST = 20


def compare(before: Landscape, after: Landscape, people: int) -> tuple[float, int, int]:
    """r of positions of the first `people` people; how many of the ten strongest scores stay; of how many."""
    r = abs(float(np.corrcoef(before.positions.x, after.positions.x[:people])[0, 1]))
    old, new = top_connecting(before), top_connecting(after)
    return r, len(old & new), len(old)


def top_connecting(landscape: Landscape) -> set[str]:
    """Ids of the ten statements with the strongest connecting score, agreement or disagreement, from 20 answers up."""
    score = np.abs(landscape.figures.bridging.value)
    score[landscape.figures.tally.sum(axis=1) < FEWEST] = -1
    return {landscape.statements[j].id for j in np.argsort(-score, kind="stable")[:TOP]}


def main() -> None:
    """Run all attacks and print a table."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "examples/conversations")
    print("| conversation | attack | bots left out | others left out | r of positions | top ten kept |")
    print("|---|---|---|---|---|---|")
    for name, size in ATTACKS:
        table = read_votes(folder / name).table
        before = analyse(table)
        for kind, cover in [("identical", cover) for cover in COVERS] + [("mimic", "mixed")]:
            attacked = add_brigade(table, size=size, kind=kind, cover=cover, rng=np.random.default_rng(5))  # type: ignore[arg-type]
            after = analyse(attacked)
            named = np.zeros(attacked.n_participants, dtype=bool)
            for block in after.integrity.blocks:
                if block.left_out:
                    named[block.members] = True
            r, kept, shown = compare(before, after, table.n_participants)
            label = kind if kind == "mimic" else f"{kind}, cover {cover}"
            bots, others = int(named[table.n_participants :].sum()), int(named[: table.n_participants].sum())
            print(
                f"| {name} | {size} {label} | {bots}/{size} | {others} | {r:.4f} | {kept}/{shown} |",
                flush=True,
            )


if __name__ == "__main__":
    main()
