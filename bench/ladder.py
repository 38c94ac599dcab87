# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How often is the ladder right? Over a thousand simulated conversations: noise, continua and two to five groups.

    python bench/ladder.py [--repeats N] [--first N] [--part noise|continua|groups] [--out FILE.csv]

Writes one row a simulation and prints the shares with Wilson bounds. The figures are in docs/explanation/ladder.md.
"""

from __future__ import annotations

import argparse
import csv
import itertools
import sys
import zlib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from scipy.special import ndtri

from houvast.engine.landscape.canonical import canonicalise
from houvast.engine.landscape.climb import climb_ladder
from houvast.engine.landscape.result import LandscapeSettings
from houvast.engine.landscape.stability import adjusted_rand
from houvast.engine.simulate.conversations import oracle_labels, simulate_conversation

Case = dict[str, object]
SIZES = ((60, 30, 15), (200, 40, 12), (200, 60, 25), (500, 60, 10), (500, 120, 40), (1500, 100, 30))


def list_cases(part: str) -> Iterator[Case]:
    """Every setting once."""
    if part in ("all", "noise"):
        for size, style, passing, exposure in itertools.product(
            SIZES, (0.0, 0.5, 1.0), (0.0, 0.7), ("even", "heavy-tailed")
        ):
            yield _case("noise", size, distribution="none", style_sd=style, pass_sd=passing, exposure=exposure)
    if part in ("all", "continua"):
        for size, shape, style, dims, slope in itertools.product(
            SIZES, ("normal", "uniform", "skewed"), (0.0, 0.5), (1, 2), (0.7, 1.5)
        ):
            yield _case(
                "continuum", size, distribution=shape, style_sd=style, dimensions=dims, slope_sd=slope,
                exposure="even" if slope < 1 else "heavy-tailed",
            )  # fmt: skip
    if part in ("all", "groups"):
        sizes = ((200, 60, 25), (200, 60, 40), (500, 60, 25), (500, 120, 40), (1500, 100, 30))
        for size, groups, separation in itertools.product(sizes, (2, 3, 4, 5), (2.0, 3.0, 4.0, 5.0, 7.0)):
            yield _case("groups", size, groups=groups, separation=separation, style_sd=0.3, slope_sd=1.0)


def _case(kind: str, size: tuple[int, int, int], **design: object) -> Case:
    people, statements, each = size
    return {"kind": kind, "participants": people, "statements": statements, "votes_per_participant": each, **design}


def run_case(case: Case, repeat: int) -> Case:
    """One simulation: what the ladder says, beside what an oracle with the true parameters could know."""
    design = {key: value for key, value in case.items() if key != "kind"}
    seed = zlib.crc32(repr((sorted(case.items(), key=str), repeat)).encode())
    made = simulate_conversation(rng=np.random.default_rng(seed), **design)  # type: ignore[arg-type]
    votes = canonicalise(made.table)
    climb = climb_ladder(votes.votes, settings=LandscapeSettings(), rng=np.random.default_rng(1))
    structure = climb.groups.structure
    oracle = np.nan
    if case["kind"] == "groups":
        oracle = adjusted_rand(made.truth.group, oracle_labels(made.truth, votes=made.table))
    return {
        **case, "repeat": repeat, "verdict": str(structure.verdict.value), "found": structure.groups,
        "oracle": round(float(oracle), 3), "p": structure.evidence.structure_p,
        "chain": structure.evidence.chain_evidence, "loss": structure.evidence.merge_loss,
        "loss_needed": structure.evidence.merge_needed, "reason": structure.evidence.reason,
    }  # fmt: skip


def wilson(hits: int, n: int) -> str:
    """Share with its 95 % Wilson bounds."""
    z = float(ndtri(0.975))
    p = hits / n
    centre = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z * np.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return f"{hits}/{n} = {100 * p:.1f} % [{100 * (centre - half):.1f}, {100 * (centre + half):.1f}]"


def print_summary(rows: list[Case]) -> None:
    """Shares per kind, and the power curve of groups."""
    noise = [r for r in rows if r["kind"] == "noise"]
    continua = [r for r in rows if r["kind"] == "continuum"]
    groups = [r for r in rows if r["kind"] == "groups"]
    if noise:
        print("noise called no structure:", wilson(sum(r["verdict"] == "no structure" for r in noise), len(noise)))
        print("noise called groups:", wilson(sum(r["verdict"] == "groups" for r in noise), len(noise)))
    if continua:
        print("continua called groups:", wilson(sum(r["verdict"] == "groups" for r in continua), len(continua)))
        print(
            "continua called one spectrum:",
            wilson(sum(r["verdict"] == "one spectrum" for r in continua), len(continua)),
        )
    clear = [r for r in groups if float(r["oracle"]) >= 0.9]  # type: ignore[arg-type]
    if clear:
        print("clear groups, true number:", wilson(sum(r["found"] == r["groups"] for r in clear), len(clear)))
    curve: dict[tuple[object, ...], list[Case]] = defaultdict(list)
    for row in groups:
        curve[(row["participants"], row["votes_per_participant"], row["groups"], row["separation"])].append(row)
    for key, some in curve.items():
        right = sum(r["found"] == r["groups"] for r in some)
        more = sum(int(r["found"]) > int(r["groups"]) for r in some)  # type: ignore[call-overload]
        oracle = np.mean([float(r["oracle"]) for r in some])  # type: ignore[arg-type]
        print(*key, f"right {right}/{len(some)}", f"too many {more}", f"oracle ARI {oracle:.2f}", sep="\t")


def main() -> None:
    """Run all cases."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--first", type=int, default=0, help="number of the first repeat; other numbers, other seeds")
    parser.add_argument("--part", choices=("all", "noise", "continua", "groups"), default="all")
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    rows = []
    for number, (case, repeat) in enumerate(
        itertools.product(list_cases(options.part), range(options.first, options.first + options.repeats))
    ):
        rows.append(run_case(case, repeat))
        if sys.stderr.isatty():
            print(f"\r{number + 1}", end="", file=sys.stderr)
    print_summary(rows)
    if options.out:
        fields = sorted({key for row in rows for key in row})
        with options.out.open("w", newline="") as file:
            writer = csv.DictWriter(file, fields)
            writer.writeheader()
            writer.writerows(rows)


if __name__ == "__main__":
    main()
