# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The same work (positions, groups, statement statistics) beside red-dwarf, in one run, as ratios.

python bench/against_red_dwarf.py [--quick]        --quick leaves out 100,000 x 1,000, on which red-dwarf needs minutes
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from subprocesses import measure, table

SIZES = [(10_000, 500, 0.10), (100_000, 1_000, 0.05)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    sizes = SIZES[:1] if parser.parse_args().quick else SIZES
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for participants, statements, density in sizes:
            path = Path(folder) / f"{participants}.npz"
            votes = measure("make-arrays", path, participants, statements, density).said["votes"]
            ours, theirs = measure("houvast", path), measure("red-dwarf", path)
            rows.append(
                [
                    f"{participants:,} × {statements:,}",
                    f"{votes:,}",
                    f"{ours.seconds:.3f} s, {ours.peak_mb:,.0f} MB",
                    f"{theirs.seconds:.1f} s, {theirs.peak_mb:,.0f} MB",
                    f"{theirs.seconds / ours.seconds:,.0f} ×",
                    f"{theirs.peak_mb / ours.peak_mb:.1f} ×",
                    f"{ours.said['groups']}, {ours.said['ari']:.3f}",
                    f"{theirs.said['groups']}, {theirs.said['ari']:.3f}",
                ]
            )
    head = [
        "size",
        "votes",
        "Houvast",
        "red-dwarf",
        "faster",
        "smaller",
        "Houvast: groups, ARI",
        "red-dwarf: groups, ARI",
    ]
    print(table(head, rows))
    print(f"\nImports alone: {measure('nothing').peak_mb:,.0f} MB.")


if __name__ == "__main__":
    main()
