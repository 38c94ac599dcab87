# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads mutated input files and counts: results, clear errors, tracebacks, wrong silent results.

python bench/fuzz_input.py [how many, default 10000] [first seed]
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from exchange.mutated_files import judge, make_case


def main(how_many: int = 10_000, first: int = 1_000_000) -> int:
    """Print the counts; 1 when anything but a result or a clear error came up."""
    start, counts = time.perf_counter(), Counter[str]()
    examples: dict[str, int] = {}
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(first, first + how_many):
            verdict = judge(make_case(seed, Path(folder) / "case"))
            kind = verdict.partition(":")[0]
            counts[kind] += 1
            if kind not in ("result", "clear error"):
                examples.setdefault(verdict[:160], seed)
    for kind, count in sorted(counts.items()):
        print(f"{kind:24s} {count:7d}")
    print(f"{how_many} mutated files in {time.perf_counter() - start:.0f} s")
    for verdict, seed in list(examples.items())[:20]:
        print(f"seed {seed}: {verdict}")
    return int(bool(examples))


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
