# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How long does the whole command take, with all uncertainty? From a file to landscape.json, each in its own process.

    python bench/whole_landscape.py [--quick]          --quick stops at 5 million votes

The first run of a size is not counted (it may compile). Figures: docs/explanation/speed.md.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

CASES = (
    ("an export of 50,000 votes, report and all", 1_000, 500, 0.1, "polis"),
    ("5 million votes", 100_000, 1_000, 0.05, "parquet"),
    ("20 million votes", 400_000, 1_000, 0.05, "parquet"),
    ("50 million votes", 1_000_000, 1_000, 0.05, "parquet"),
)
REPEATS = 3
HOUVAST = str(Path(sys.executable).with_name("houvast"))


def run_landscape(source: Path, out: Path | None) -> tuple[float, float]:
    """Wall seconds and peak MB of one whole process."""
    command = [HOUVAST, "landscape", str(source)]
    command += ["--json"] if out is None else ["--out", str(out)]
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"houvast ended with status {status} on {source}")
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def main() -> None:
    """Print a table: median and range of the wall time, peak memory."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true")
    cases = CASES[:2] if parser.parse_args().quick else CASES
    print("| what | seconds: median (range) | peak MB |\n|---|---|---|")
    for name, people, statements, density, form in cases:
        with tempfile.TemporaryDirectory() as folder:
            made = Path(folder) / "made"
            simulate = ["simulate", str(made), "--participants", str(people), "--statements", str(statements)]
            simulate += ["--density", str(density), "--groups", "3", "--format", form]
            subprocess.run([HOUVAST, *simulate], check=True, stdout=subprocess.DEVNULL)
            source = made if form == "polis" else made / "votes.parquet"
            out = Path(folder) / "out" if form == "polis" else None
            runs = [run_landscape(source, out) for _ in range(REPEATS + 1)][1:]
        seconds = sorted(run[0] for run in runs)
        peak = max(run[1] for run in runs)
        print(
            f"| {name} | {seconds[len(seconds) // 2]:.1f} ({seconds[0]:.1f}–{seconds[-1]:.1f}) | {peak:,.0f} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
