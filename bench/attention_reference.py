# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How often do the reference methods cry wolf, what do they find, how fast are they, and do they agree with R?

    OMP_NUM_THREADS=1 python bench/attention_reference.py [--replicates 40] [--seed 1] [--only NAME ...]

Series of the Noufaily protocol, 28 scenarios, 49 judged weeks (engine/simulate/outbreak_series.py). FPR: alarms per
week without a current outbreak, over all and in the worst scenario. POD: an alarm between its first and last case.
Delay: weeks from the first case among those found. Beside each stands what R (or an earlier port) reached on series of
the same protocol, drawn by another generator. The tables are in docs/explanation/attention-reference-methods.md.
"""

from __future__ import annotations

import argparse
import sys
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from houvast.engine.attention.reference.ears import Baseline, judge_c1, judge_c2, judge_c3_as_r
from houvast.engine.attention.reference.farrington import FARRINGTON_FLEXIBLE, measure_dispersion_as_r
from houvast.engine.attention.reference.farrington_judgement import judge_farrington
from houvast.engine.attention.reference.judgement import Judgement
from houvast.engine.attention.reference.methods import REFERENCE_METHODS, ReferenceMethod
from houvast.engine.attention.reference.threshold_rules import bound_by_plug_in
from houvast.engine.simulate.outbreak_series import CURRENT, SCENARIOS, OutbreakSeries, simulate_outbreak_series

sys.path[:0] = [str(Path(__file__).parents[1] / "tests")]

from oracles.answers_of_r import (  # noqa: E402 - found through the line above
    EARS_STARTS,
    FARRINGTON_ANSWERS,
    FIRST_JUDGED,
    FarringtonAnswer,
    read_counts,
    read_ears,
    read_farrington,
)

FIRST = CURRENT[0]
BLOCK = 280
# FPR %, worst scenario %, POD, POD in the first week, mean delay of earlier runs on 1,120 series.
EARLIER = {
    "farrington_1996": "2.5 / 7.3 / .579 / .472 / 0.20",
    "farrington_flexible_delta": "0.9 / 1.8 / .495 / .397 / 0.21",
    "farrington_flexible_plug_in": "0.6 / 1.0 / .449 / .366 / 0.20",
    "farrington_flexible_plug_in, R's dispersion": "0.6 / 1.2 / .442 / .359 / 0.20",
    "farrington_flexible_upper_mean": "0.1 / 0.4 / .265 / .206 / 0.23",
    "lr_cusum_on_farrington": "0.6 / 1.2 / .486 / .265 / 0.51",
    "ears_c1, no least sd": "3.5 / 7.1 / .522 / .474 / 0.10",
    "ears_c2, no least sd": "4.0 / 7.7 / .556 / .474 / 0.16",
    "ears_c3, R's bound": "7.3 / 18.6 / .585 / .092 / 1.03",
    "bayes_1": "4.1 / 14.1 / .625 / .546 / 0.14",
    "bayes_3": "5.0 / 13.3 / .716 / .598 / 0.18",
    "rki_3": "7.1 / 20.3 / .717 / .607 / 0.17",
    "cusum_rossi": "37.6 / 99.2 / .803 / .696 / 0.14",
    "glr_on_season": "1.8 / 6.7 / .617 / .432 / 0.33",
}
# Milliseconds a point that R was measured to take, one core.
MILLISECONDS_OF_R = {"farrington_1996": 3.9, "farrington_flexible_plug_in": 7.0, "ears_c1": 0.047}
COMPARED = (
    ReferenceMethod("ears_c1, no least sd", 7, partial(judge_c1, baseline=Baseline(minimum_sd=0.0))),
    ReferenceMethod("ears_c2, no least sd", 9, partial(judge_c2, baseline=Baseline(minimum_sd=0.0))),
    ReferenceMethod("ears_c3, R's bound", 11, partial(judge_c3_as_r, baseline=Baseline(minimum_sd=0.0))),
    ReferenceMethod(
        "farrington_flexible_plug_in, R's dispersion",
        FARRINGTON_FLEXIBLE.minimum_weeks,
        partial(
            judge_farrington, design=FARRINGTON_FLEXIBLE, rule=bound_by_plug_in, dispersion_of=measure_dispersion_as_r
        ),
    ),
    ReferenceMethod(
        "farrington_flexible_plug_in, alpha 0.01",
        FARRINGTON_FLEXIBLE.minimum_weeks,
        partial(judge_farrington, design=FARRINGTON_FLEXIBLE, rule=bound_by_plug_in, alpha=0.01),
    ),
)


@dataclass(frozen=True)
class Found:
    """What a method did: false alarms (49, S), whether and with how many weeks' delay it found each outbreak (S,)."""

    false: NDArray[np.bool_]
    found: NDArray[np.bool_]
    delay: NDArray[np.int64]
    seconds: float


def judge_in_blocks(method: ReferenceMethod, counts: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Alarms (49, S), a block of series at a time."""
    blocks = [method.judge(counts[:, at : at + BLOCK], first=FIRST).alarm for at in range(0, counts.shape[1], BLOCK)]
    return np.hstack(blocks)


def measure(method: ReferenceMethod, series: OutbreakSeries) -> Found:
    """Run a method on all series without and with the current outbreak."""
    begin = time.process_time()
    false, alarm = judge_in_blocks(method, series.quiet), judge_in_blocks(method, series.loud)
    seconds = time.process_time() - begin
    week = np.arange(FIRST, len(series.quiet))[:, None]
    hit = alarm & (week >= series.first) & (week <= series.last)
    return Found(false, hit.any(axis=0), hit.argmax(axis=0) + FIRST - series.first, seconds)


def describe(method: ReferenceMethod, series: OutbreakSeries) -> str:
    """One line of the table."""
    result = measure(method, series)
    found, delay = result.found, result.delay
    worst = max(result.false[:, series.scenario == index].mean() for index in range(len(SCENARIOS)))
    by_size = [found[(series.size >= low) & (series.size <= high)].mean() for low, high in ((1, 3), (4, 6), (7, 10))]
    cells = [
        method.name,
        f"{100 * result.false.mean():.1f}",
        f"{100 * worst:.1f}",
        f"{found.mean():.3f}",
        f"{(found & (delay == 0)).mean():.3f}",
        *(f"{share:.2f}" for share in by_size),
        f"{np.median(delay[found]):.0f} / {delay[found].mean():.2f}",
        EARLIER.get(method.name, ""),
        f"{result.seconds:.0f}",
    ]
    return "| " + " | ".join(cells) + " |"


def print_detection(replicates: int, seed: int, only: list[str]) -> None:
    """The table of all methods."""
    series = simulate_outbreak_series(replicates=replicates, rng=np.random.default_rng(seed))
    count = series.quiet.shape[1]
    print(f"\n{count} series, {49 * count} judged weeks without an outbreak, seed {seed}\n")
    print("| method | FPR % | worst % | POD | first week | k 1-3 | 4-6 | 7-10 | delay | earlier | s |")
    print("|---|---|---|---|---|---|---|---|---|---|---|")
    for method in (*REFERENCE_METHODS, *COMPARED):
        if not only or method.name in only:
            print(describe(method, series), flush=True)


def print_speed() -> None:
    """1,000 series and one new week, the best and the median of seven runs, against what R was measured to take."""
    counts = np.random.default_rng(1).negative_binomial(5.0, 0.5, (300, 1000))
    print("\n| method | ms for 1,000 series x 1 week: best, median | R, ms | factor: best, median |\n|---|---|---|---|")
    for method in REFERENCE_METHODS:
        if method.name not in MILLISECONDS_OF_R:
            continue
        method.judge(counts, first=299)
        taken = sorted(clock(method, counts) for _ in range(7))
        best, middle, of_r = taken[0], taken[3], 1000 * MILLISECONDS_OF_R[method.name]
        print(
            f"| {method.name} | {best:.1f}, {middle:.1f} | {of_r:.0f} | {of_r / best:.0f}, {of_r / middle:.0f} |",
            flush=True,
        )


def clock(method: ReferenceMethod, counts: NDArray[np.int64]) -> float:
    """Milliseconds of processor time for the last week: other work on the machine counts as little as it can."""
    begin = time.process_time()
    method.judge(counts, first=len(counts) - 1)
    return 1000 * (time.process_time() - begin)


def print_agreement() -> None:
    """The largest relative difference of bounds, and differing alarms, from R's on its own series."""
    print(
        "\n| answers of R | points | bounds compared | largest difference | alarms that differ |\n|---|---|---|---|---|"
    )
    for answer in FARRINGTON_ANSWERS:
        of_r = read_farrington(answer.file)
        print(compare(answer.file, judge_as(answer), of_r, below=1e7))
    for method, judge in (("C1", judge_c1), ("C2", judge_c2)):
        of_r = read_ears(method=method, baseline="7", minimum_sd="0.5")
        first = int(of_r["k"][0, 0]) - 1
        print(compare(f"EARS {method}", judge(read_counts()[EARS_STARTS:, ::8], first=first), of_r, below=np.inf))


def judge_as(answer: FarringtonAnswer) -> Judgement:
    """Farrington with the settings of a file of answers."""
    call = partial(judge_farrington, read_counts(), first=FIRST_JUDGED, design=answer.design, rule=answer.rule)
    return call(alpha=answer.alpha, at_least=answer.at_least, dispersion_of=answer.dispersion_of)


def compare(name: str, ours: Judgement, of_r: dict[str, NDArray[np.float64]], *, below: float) -> str:
    """One line: R's printed bounds below a cap."""
    bound = of_r["upperbound"]
    printed = bound < below
    off = np.abs(ours.bound[printed] - bound[printed]) / np.maximum(np.abs(bound[printed]), 1)
    differ = int((ours.alarm != (of_r["alarm"] == 1)).sum())
    return f"| {name} | {bound.size} | {printed.sum()} | {off.max():.1e} | {differ} |"


def main() -> None:
    """Agreement, speed, detection."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--replicates", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", nargs="*", default=[])
    options = parser.parse_args()
    print_agreement()
    print_speed()
    print_detection(options.replicates, options.seed, options.only)


if __name__ == "__main__":
    main()
