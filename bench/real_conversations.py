# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does the ladder say about real conversations? One row a folder.

    python bench/real_conversations.py [FOLDER ...]

The table is in docs/explanation/real-conversations.md.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from houvast.engine.landscape.analysis import analyse
from houvast.engine.landscape.result import Landscape
from houvast.exchange.vote_reader import read_votes

HEAD = (
    "conversation", "people × statements, votes", "verdict", "dimensions", "structure p",
    "evidence for a valley (needed)",
    "reliability", "halves r", "alignment", "binds", "blocks", "seconds",
)  # fmt: skip


def describe(name: str, landscape: Landscape, votes: int, seconds: float) -> tuple[str, ...]:
    """The cells of one row."""
    structure, evidence = landscape.structure, landscape.structure.evidence
    alignment = landscape.polarisation.alignment
    chain = "" if evidence.chain_evidence is None else f"{evidence.chain_evidence:.1f} ({evidence.chain_needed:.1f})"
    blocks = ", ".join(f"{len(b.members)}: {b.kind.value}" for b in landscape.integrity.blocks) or "none"
    return (
        name,
        f"{len(landscape.participants):,} × {len(landscape.statements)}, {votes:,}",
        structure.verdict.value + (f": {structure.groups}" if structure.groups else ""),
        str(structure.dimensions),
        "" if evidence.structure_p is None else f"{evidence.structure_p:.2f}",
        chain,
        "" if evidence.reliability is None else f"{evidence.reliability:.2f}",
        "" if evidence.split_half_r is None else f"{evidence.split_half_r:.2f}",
        "" if alignment is None else f"{alignment.value:.1f} [{alignment.low:.1f}, {alignment.high:.1f}]",
        str(len(landscape.lists.binds)),
        blocks,
        f"{seconds:.1f}",
    )


def main() -> None:
    """Print the table."""
    folders = sys.argv[1:] or sorted(str(path) for path in Path("examples/conversations").iterdir() if path.is_dir())
    print("| " + " | ".join(HEAD) + " |\n|" + "---|" * len(HEAD))
    for folder in folders:
        table = read_votes(folder).table
        start = time.perf_counter()
        landscape = analyse(table)
        row = describe(Path(folder).name, landscape, table.n_votes, time.perf_counter() - start)
        print("| " + " | ".join(row) + " |", flush=True)


if __name__ == "__main__":
    main()
