# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How time and memory grow from 1 to 50 million votes, from a Parquet file to positions, groups and statistics.

python bench/scale.py [--quick]                    --quick stops at 5 million votes
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from subprocesses import measure, table

PARTICIPANTS = [20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000]
STATEMENTS, DENSITY = 1_000, 0.05


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    sizes = PARTICIPANTS[:3] if parser.parse_args().quick else PARTICIPANTS
    rows = []
    for participants in sizes:
        with tempfile.TemporaryDirectory() as folder:
            made = measure("make-parquet", Path(folder) / "votes", participants, STATEMENTS, DENSITY)
            found = measure("read-and-map", made.said["path"])
        said = found.said
        rows.append(
            [
                f"{participants:,}",
                f"{said['votes']:,}",
                *(f"{said[stage]:.2f}" for stage in ("read", "map", "statistics")),
                f"{found.seconds:.2f}",
                f"{found.seconds / said['votes'] * 1e9:.0f}",
                f"{found.peak_mb:,.0f}",
            ]
        )
    print(table(["participants", "votes", "read s", "map s", "statistics s", "all s", "ns a vote", "peak MB"], rows))


if __name__ == "__main__":
    main()
