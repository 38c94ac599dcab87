# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How long does the attention list take for a large region, and how long the nightly calibration?

    python bench/attention_scale.py [--worlds 40]

100,000 observations over 500 areas (a grid of 20 × 25, up to eight neighbours each), 30 themes and 260 weeks; areas,
themes and reporters of very unequal size; delays, effort and a calendar. Printed: the first list (with compiled code
read from disk), the list after that (median of five), and the calibration. Figures: docs/explanation/attention.md.
"""

from __future__ import annotations

import argparse
import statistics
import time

import numpy as np

from houvast.engine.attention.attention_list import attention_list
from houvast.engine.attention.calibration import calibrate
from houvast.engine.attention.observations import ObservationTable

N, AREAS, THEMES, WEEKS, REPORTERS = 100_000, 500, 30, 260, 2_500
ROWS, COLUMNS = 20, 25


def region(rng: np.random.Generator) -> ObservationTable:
    weight = rng.lognormal(0, 0.7, AREAS)
    area = rng.choice(AREAS, N, p=weight / weight.sum())
    shares = rng.dirichlet(np.full(THEMES, 2.0))
    week = rng.integers(0, WEEKS, N)
    return ObservationTable(
        areas=tuple(str(a) for a in range(AREAS)),
        themes=tuple(str(h) for h in range(THEMES)),
        n_weeks=WEEKS,
        area=area,
        theme=rng.choice(THEMES, N, p=shares),
        week=week,
        reporter=area * (REPORTERS // AREAS) + np.minimum(rng.geometric(0.4, N) - 1, REPORTERS // AREAS - 1),
        source=rng.integers(0, 6, N),
        entered_week=np.minimum(week + rng.geometric(0.8, N) - 1, WEEKS - 1),
        neighbours=neighbours(),
        calendar=np.where(np.arange(WEEKS) % 52 == 0, 3.0, 1.0),
        effort=rng.uniform(0.8, 1.2, (WEEKS, AREAS)),
    )


def neighbours() -> tuple[tuple[int, ...], ...]:
    steps = [(r, c) for r in (-1, 0, 1) for c in (-1, 0, 1) if (r, c) != (0, 0)]
    steps.sort(key=lambda s: abs(s[0]) + abs(s[1]))
    return tuple(
        tuple((r + dr) * COLUMNS + c + dc for dr, dc in steps if 0 <= r + dr < ROWS and 0 <= c + dc < COLUMNS)
        for r in range(ROWS)
        for c in range(COLUMNS)
    )


def timed(work):
    start = time.perf_counter()
    return work(), time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--worlds", type=int, default=40)
    worlds = parser.parse_args().worlds
    table = region(np.random.default_rng(2026))
    calibration, nightly = timed(lambda: calibrate(table, rng=np.random.default_rng(1), n_worlds=worlds))
    print(f"{N:,} observations, {AREAS} areas × {THEMES} themes × {WEEKS} weeks")
    print(f"nightly calibration, {worlds} worlds of 13 weeks: {nightly:.1f} s, threshold {calibration.threshold:.2f}")
    result, first = timed(lambda: attention_list(table, calibration))
    again = [timed(lambda: attention_list(table, calibration))[1] for _ in range(5)]
    print(f"the list: first {first:.2f} s, then {statistics.median(again):.2f} s")
    print(f"points {len(result.points)}, watch {len(result.watch)}, silent {len(result.silent)}")


if __name__ == "__main__":
    main()
