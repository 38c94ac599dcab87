# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does the attention list find what happens in a municipality, and keep its promise of points for nothing?

    python bench/attention_municipality.py found  [--history 26] [--per-kind 150] [--quiet 200] [--newcomers 0.5]
                                                  [--only WORD ...]
    python bench/attention_municipality.py budget [--history 26] [--floods 2] [--years 200]
    python bench/attention_municipality.py own    [--history 26] [--per-kind 150]
    python bench/attention_municipality.py feedback [--history 26] [--years 100]

found: every method's line is set to one announced point a month on quiet worlds, checked on fresh ones; then the share
of planted rises that is found (right theme and place, up to one week after the end), and the paired gain over each
reference method that has enough with so much history, with its 95 % interval; --only: those whose name has a word.
budget: no oracle; the list calibrates itself on what it knew, four times a year; realised points a month of quiet
years. own: the share found when the list calibrates itself the night before. feedback: two quiet years in a row in
which every point is dismissed in its week and the line follows (feedback.py).
Figures: docs/explanation/attention.md.
"""

from __future__ import annotations

import argparse
from concurrent.futures import ProcessPoolExecutor
from functools import partial

import attention_institute_scores
import attention_reference_scores
import numpy as np

from houvast.engine.attention.alarms import find_alarms
from houvast.engine.attention.attention_list import look_at, read_table
from houvast.engine.attention.calibration import MERGE_WEEKS, WEEKS_A_MONTH, calibrate, calibrate_on, count_points
from houvast.engine.attention.detectors import weekly_maxima
from houvast.engine.attention.evidence import Evidence
from houvast.engine.attention.feedback import JudgedPoint, threshold_after
from houvast.engine.attention.points import Detector, Verdict
from houvast.engine.attention.replay import CALIBRATE_EVERY, known_in, replay
from houvast.engine.simulate.municipality import N_THEMES, MunicipalityDesign, quiet_municipality
from houvast.engine.simulate.municipality_plants import KINDS, planted_municipality

JUDGED = 26
LATEST_START = 12
LOW_LINE = 2.5
RESAMPLES = 2000


def quiet(design, seed):
    return quiet_municipality(design, rng=np.random.default_rng(seed))


def planted(design, kind, history, seed):
    rng = np.random.default_rng(seed)
    return planted_municipality(design, kind, first_week=history + int(rng.integers(2, LATEST_START)), rng=rng)


def announced(table, first, last, calibration, line):
    """(week, theme, score, areas; none: everywhere) of every announced alarm, week by week without looking ahead."""
    found = []
    for week in range(first, min(last, table.n_weeks - 1) + 1):
        known = known_in(table, week)
        reading = read_table(known)
        evidence = Evidence(known, reading.baseline)
        alarms = find_alarms(look_at(reading, week), near=reading.near, calibration=calibration, threshold=line)
        found += [(week, a.theme, a.score, a.areas) for a in alarms if evidence.is_announced(a)]
    return found


def quiet_scores(calibration, history, design, seed):
    """(26, H) highest announced score of each theme and week in a quiet world."""
    best = np.zeros((JUDGED, N_THEMES))
    table = quiet(design, seed)
    for week, theme, score, _ in announced(table, history, table.n_weeks - 1, calibration, LOW_LINE):
        best[week - history, theme] = max(best[week - history, theme], score)
    return best


def reference_methods(history, only):
    """{name: score} of the methods that can judge with so much history."""
    timed = {name: score for name, least, score in attention_institute_scores.METHODS if history >= least}
    methods = attention_reference_scores.METHODS | timed
    return {name: score for name, score in methods.items() if not only or any(word in name for word in only)}


def quiet_reference(only, history, design, seed):
    table = quiet(design, seed)
    return {name: score(table, history).max(axis=1) for name, score in reference_methods(history, only).items()}


def hit_by_default(calibration, line, history, design, kind, seed):
    """Weeks from the start of the rise until it is announced; −1: not found."""
    table, plant = planted(design, kind, history, seed)
    for week, theme, score, areas in announced(table, plant.first_week, plant.last_week + 1, calibration, LOW_LINE):
        if theme == plant.theme and score >= line and (not areas or set(areas) & set(plant.areas)):
            return week - plant.first_week
    return -1


def hit_by_reference(only, lines, history, design, kind, seed):
    table, plant = planted(design, kind, history, seed)
    weeks = slice(plant.first_week - history, plant.last_week + 2 - history)
    return {
        name: bool((score(table, history)[weeks][:, list(plant.areas), plant.theme] >= lines[name]).any())
        for name, score in reference_methods(history, only).items()
    }


def own_hit(history, design, kind, seed):
    table, plant = planted(design, kind, history, seed)
    before = known_in(table, plant.first_week - 1)
    calibration = calibrate(before, rng=np.random.default_rng(seed), n_worlds=100)
    for week, theme, score, areas in announced(table, plant.first_week, plant.last_week + 1, calibration, LOW_LINE):
        right = theme == plant.theme and (not areas or set(areas) & set(plant.areas))
        if right and score >= calibration.threshold:
            return week - plant.first_week
    return -1


def quiet_year(history, design, seed):
    return replay(quiet(design, seed), first_week=history, budget=1.0, rng=np.random.default_rng(seed), n_worlds=100)


def maxima(history, design, seed):
    return weekly_maxima(look_at(read_table(quiet(design, seed)), history))


def points_a_month(scores, line):
    return count_points(scores >= line) / (scores.shape[0] * scores.shape[1] / WEEKS_A_MONTH)


def line_for_budget(scores):
    """The lowest line with at most one point a month."""
    values = np.unique(scores[scores > 0])
    low, high = 0, len(values) - 1
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if points_a_month(scores, values[middle]) <= 1 else (middle + 1, high)
    return float(values[low])


def seeds(part, history, n, kind=0):
    return [[2026, part, history, kind, i] for i in range(n)]


def found(pool, history, design, per_kind, n_quiet, only):
    names = list(reference_methods(history, only))
    run = partial(pool.map, chunksize=4)
    calibration = calibrate_on(
        np.stack(list(run(partial(maxima, history, design), seeds(1, history, n_quiet)))),
        budget=1.0,
        history_weeks=history,
    )
    own = partial(quiet_scores, calibration, history, design)
    first, second = (np.stack(list(run(own, seeds(part, history, n_quiet)))) for part in (1, 2))
    line = line_for_budget(first)
    by_reference = partial(quiet_reference, only, history, design)
    references = [list(run(by_reference, seeds(part, history, n_quiet))) for part in (1, 2)]
    stacked = [{name: np.stack([r[name] for r in part]) for name in names} for part in references]
    lines = {name: line_for_budget(stacked[0][name]) for name in names}
    hits, delays = {name: [] for name in ("default", *names)}, {}
    for k, kind in enumerate(KINDS):
        plants = seeds(3, history, per_kind, k)
        weeks = np.array(list(run(partial(hit_by_default, calibration, line, history, design, kind), plants)))
        delays[kind] = np.median(weeks[weeks >= 0])
        hits["default"].append(weeks >= 0)
        answers = list(run(partial(hit_by_reference, only, lines, history, design, kind), plants))
        for name in names:
            hits[name].append(np.array([a[name] for a in answers]))
    fresh = {"default": points_a_month(second, line)} | {n: points_a_month(stacked[1][n], lines[n]) for n in names}
    print(f"history {history} weeks, {design.per_area_week} a week and area, {per_kind} a kind, {n_quiet} quiet worlds")
    print("| method | " + " | ".join(KINDS) + " | mean (95 %) | gain of the default (95 %) | fresh quiet worlds |")
    for name, hit in hits.items():
        table_row(name, np.array(hit), np.array(hits["default"]), fresh[name])
    print("median weeks until found:", {k: float(v) for k, v in delays.items()})


def table_row(name, hit, default, fresh):
    shares = " | ".join(f"{x:.2f}" for x in hit.mean(axis=1))
    low, high = interval(hit)
    gain = (default.astype(float) - hit).mean()
    edges = interval(default.astype(float) - hit)
    said = "" if name == "default" else f"{gain:.2f} ({edges[0]:.2f} to {edges[1]:.2f})"
    print(f"| {name} | {shares} | {hit.mean():.3f} ({low:.2f}–{high:.2f}) | {said} | {fresh:.2f} |", flush=True)


def interval(values):
    """95 % of the mean over kinds when worlds are drawn anew within each kind; values (kinds, worlds)."""
    rng = np.random.default_rng(1)
    drawn = rng.integers(0, values.shape[1], (RESAMPLES, *values.shape))
    means = np.take_along_axis(values[None].astype(float), drawn, axis=2).mean(axis=(1, 2))
    return np.quantile(means, [0.025, 0.975])


def budget(pool, history, design, years):
    runs = list(pool.map(partial(quiet_year, history, design), seeds(4, history, years), chunksize=2))
    rates = np.array([r.points_a_month for r in runs])
    error = 1.96 * rates.std(ddof=1) / np.sqrt(years)
    watch = np.mean([len(r.watch) / (r.n_weeks / WEEKS_A_MONTH) for r in runs])
    kinds = {d.value: sum(d in p.detectors for r in runs for p in r.points) for d in Detector}
    print(
        f"history {history}, floods {design.floods_a_year}, {design.per_area_week} a week and area, {years} years: "
        f"{rates.mean():.3f} ± {error:.3f} points a month, nine in ten years below {np.quantile(rates, 0.9):.2f}, "
        f"watch list {watch:.2f} a month, by detector {kinds}",
        flush=True,
    )


def two_years(history, design, seed):
    """(first year, second year) points a month when each is dismissed and the line follows."""
    table, rng = quiet(design, seed), np.random.default_rng(seed)
    dismissed, latest, calibration = [], {}, None
    for week in range(history, table.n_weeks):
        if (week - history) % CALIBRATE_EVERY == 0:
            calibration = calibrate(known_in(table, week - 1), rng=rng, n_worlds=100)
        line = threshold_after(
            calibration.threshold, dismissed, first_week=history, last_week=week - 1, budget=calibration.budget
        )
        over = {theme: score for _, theme, score, _ in announced(table, week, week, calibration, line)}
        for theme, score in over.items():
            if week - latest.get(theme, -99) > MERGE_WEEKS:
                dismissed.append(JudgedPoint(week, score, Verdict.DISMISSED))
            latest[theme] = week
    first = sum(p.week < history + 52 for p in dismissed)
    return first / 12, (len(dismissed) - first) / 12


def feedback(pool, history, design, years):
    rates = np.array(list(pool.map(partial(two_years, history, design), seeds(6, history, years), chunksize=2)))
    error = 1.96 * rates.std(axis=0, ddof=1) / np.sqrt(years)
    print(
        f"history {history}, {years} municipalities, with feedback: first year {rates[:, 0].mean():.3f} ± "
        f"{error[0]:.3f}, second year {rates[:, 1].mean():.3f} ± {error[1]:.3f} points a month, "
        f"nine in ten below {np.quantile(rates.mean(axis=1), 0.9):.2f} over both",
        flush=True,
    )


def own(pool, history, design, per_kind):
    all_hits = []
    for k, kind in enumerate(KINDS):
        weeks = list(pool.map(partial(own_hit, history, design, kind), seeds(5, history, per_kind, k), chunksize=2))
        all_hits.append(np.array(weeks) >= 0)
    hits = np.array(all_hits)
    low, high = interval(hits)
    shares = ", ".join(f"{kind} {x:.2f}" for kind, x in zip(KINDS, hits.mean(axis=1), strict=True))
    print(
        f"history {history}, calibrated by itself: {shares}; mean {hits.mean():.3f} ({low:.2f}–{high:.2f})", flush=True
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("part", choices=("found", "budget", "own", "feedback"))
    parser.add_argument("--history", type=int, default=26)
    parser.add_argument("--per-area-week", type=float, default=4.0)
    parser.add_argument("--floods", type=float, default=2.0)
    parser.add_argument("--newcomers", type=float, default=0.5)
    parser.add_argument("--per-kind", type=int, default=150)
    parser.add_argument("--quiet", type=int, default=200)
    parser.add_argument("--years", type=int, default=200)
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--workers", type=int, default=2)
    said = parser.parse_args()
    weeks = said.history + {"budget": 52, "feedback": 104}.get(said.part, JUDGED)
    design = MunicipalityDesign(weeks, said.per_area_week, said.floods, said.newcomers)
    with ProcessPoolExecutor(said.workers) as pool:
        if said.part == "found":
            found(pool, said.history, design, said.per_kind, said.quiet, said.only)
        elif said.part == "budget":
            budget(pool, said.history, design, said.years)
        elif said.part == "feedback":
            feedback(pool, said.history, design, said.years)
        else:
            own(pool, said.history, design, said.per_kind)


if __name__ == "__main__":
    main()
