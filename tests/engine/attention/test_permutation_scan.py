# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does the permutation scan give SaTScan's answers? Six sets of ours, run through SaTScan 10.3.2 as a black box."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from houvast.engine.attention.permutation_scan import (
    ScanCluster,
    areas_by_distance,
    gumbel_p,
    permutation_ratio,
    scan_permutations,
)

DATA = Path(__file__).parent / "satscan"
SETS = ("d0", "d1", "d2", "d3", "d4", "d5")
DRAWS = 999


@dataclass(frozen=True)
class Answer:
    """One cluster as SaTScan prints it."""

    areas: frozenset[str]
    first_week: int
    cases: int
    expected: str
    ratio: str
    p: float


def answers(name: str) -> list[Answer]:
    text = (DATA / f"{name}.txt").read_text()
    found = re.findall(
        r"included\.+: (.+)\n[\s\S]*?Time frame\.+: (\d+) to 26\n\s+Number of cases\.+: (\d+)\n\s+Expected cases\.+: "
        r"(\S+)\n[\s\S]*?Test statistic\.+: (\S+)\n\s+P-value\.+: (\S+)\n",
        text,
    )
    return [Answer(frozenset(a.split(", ")), int(w), int(n), e, r, float(p)) for a, w, n, e, r, p in found]


def scanned(name: str) -> tuple[list[str], tuple[ScanCluster, ...]]:
    places = [line.split() for line in (DATA / f"{name}.geo").read_text().splitlines()]
    names = [place[0] for place in places]
    x, y = np.array([[float(v) for v in place[1:3]] for place in places]).T
    cases = [line.split() for line in (DATA / f"{name}.cas").read_text().splitlines()]
    times = [int(case[1]) for case in cases]
    area = np.repeat([names.index(case[0]) for case in cases], times)
    week = np.repeat([int(case[2]) - 1 for case in cases], times)
    rng = np.random.default_rng(20260101)
    order = areas_by_distance(x, y)
    return names, scan_permutations(area, week, n_weeks=26, order=order, longest=4, draws=DRAWS, rng=rng)


@pytest.mark.parametrize("name", SETS)
def test_every_cluster_satscan_prints_is_found_alike(name: str) -> None:
    names, clusters = scanned(name)
    printed = answers(name)
    assert len(printed) >= 1
    for cluster, answer in zip(clusters, printed, strict=False):
        assert frozenset(names[a] for a in cluster.areas) == answer.areas
        assert (cluster.first_week + 1, cluster.cases) == (answer.first_week, answer.cases)
        assert f"{cluster.likelihood_ratio:.6f}" == answer.ratio
        assert f"{cluster.expected:.2f}" == answer.expected


@pytest.mark.parametrize("name", SETS)
def test_p_agrees_within_the_error_of_both_draws(name: str) -> None:
    for cluster, answer in zip(scanned(name)[1], answers(name), strict=False):
        error = np.sqrt(2 * max(answer.p * (1 - answer.p), 0.001) / DRAWS)
        assert abs(cluster.p - answer.p) < 4 * error
        assert answer.p > 0.2 or abs(cluster.gumbel_p - cluster.p) < 0.03  # it is meant for the tail
        assert cluster.recurrence_weeks == pytest.approx(1 / cluster.p)


def test_the_ratio_is_zero_at_or_below_what_is_expected() -> None:
    assert permutation_ratio(3.0, 3.0, 100.0) == 0.0
    assert permutation_ratio(2.0, 3.0, 100.0) == 0.0
    assert permutation_ratio(100.0, 50.0, 100.0) == pytest.approx(100 * np.log(2))


def test_a_rise_everywhere_is_not_seen() -> None:
    week = np.concatenate((np.tile(np.arange(26), 12), np.full(24, 25)))
    area = np.concatenate((np.repeat(np.arange(12), 26), np.tile(np.arange(12), 2)))
    order = areas_by_distance(np.arange(12.0), np.zeros(12))
    clusters = scan_permutations(area, week, n_weeks=26, order=order, longest=4, draws=19, rng=np.random.default_rng(1))
    assert all(cluster.likelihood_ratio < 1e-9 for cluster in clusters)


def test_no_cases_give_no_cluster() -> None:
    nothing = np.zeros(0, dtype=np.int64)
    order = areas_by_distance(np.arange(3.0), np.zeros(3))
    rng = np.random.default_rng(1)
    assert scan_permutations(nothing, nothing, n_weeks=9, order=order, longest=4, draws=9, rng=rng) == ()


def test_draws_without_spread_give_no_small_p() -> None:
    assert gumbel_p(3.0, np.ones(10)) == 1.0
