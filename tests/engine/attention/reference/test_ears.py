# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import numpy as np
import pytest
from oracles.answers_of_r import EARS_STARTS, read_counts, read_ears

from houvast.engine.attention.reference.ears import Baseline, judge_c1, judge_c2, judge_c3, judge_c3_as_r
from houvast.engine.attention.reference.judgement import Judgement

JUDGES = {"C1": judge_c1, "C2": judge_c2, "C3": judge_c3_as_r}
PATTERN = np.array([4, 6, 5, 3, 7, 5, 5, 4, 6])


def judge_as_r(method: str, *, baseline: str, minimum_sd: str) -> tuple[Judgement, dict[str, np.ndarray]]:
    counts = read_counts()[EARS_STARTS:, ::8]
    of_r = read_ears(method=method, baseline=baseline, minimum_sd=minimum_sd)
    first = int(of_r["k"][0, 0]) - 1
    return JUDGES[method](counts, first=first, baseline=Baseline(int(baseline), float(minimum_sd))), of_r


@pytest.mark.parametrize("minimum_sd", ["0", "0.5"])
@pytest.mark.parametrize("baseline", ["7", "8"])
@pytest.mark.parametrize("method", ["C1", "C2", "C3"])
def test_bounds_and_alarms_equal_those_of_r_on_every_series(method: str, baseline: str, minimum_sd: str) -> None:
    ours, of_r = judge_as_r(method, baseline=baseline, minimum_sd=minimum_sd)
    printed = ~np.isnan(of_r["upperbound"])
    assert ours.judged.all()
    np.testing.assert_allclose(ours.bound[printed], of_r["upperbound"][printed], rtol=1e-9, atol=1e-12)
    np.testing.assert_array_equal(ours.alarm[printed], of_r["alarm"][printed] == 1)


@pytest.mark.parametrize(("baseline", "absent"), [("7", 101), ("8", 94)])
def test_where_r_says_nothing_a_baseline_had_no_spread_and_we_give_a_number(baseline: str, absent: int) -> None:
    ours, of_r = judge_as_r("C3", baseline=baseline, minimum_sd="0")
    unprinted = np.isnan(of_r["upperbound"])
    length, counts = int(baseline), read_counts()[EARS_STARTS:, ::8]
    flat = np.zeros_like(unprinted)
    for row, column in zip(*np.nonzero(unprinted), strict=True):
        week = int(of_r["k"][row, column]) - 1
        ends = [week - back - 2 for back in range(3)]
        flat[row, column] = any(np.ptp(counts[end - length : end, column]) == 0 for end in ends)
    assert int(unprinted.sum()) == absent
    assert flat[unprinted].all()
    assert np.isfinite(ours.bound).all()


def test_c1_is_mean_and_standard_deviations_of_seven_weeks() -> None:
    counts = np.append(PATTERN, 99)[:, None]
    bound = judge_c1(counts, first=9).bound[0, 0]
    assert bound == pytest.approx(PATTERN[-7:].mean() + 3.090232306 * PATTERN[-7:].std(ddof=1))


def test_c2_leaves_the_last_two_weeks_out() -> None:
    calm, rising = np.append(PATTERN, 99), np.append(PATTERN, 99)
    rising[7:9] = 50
    assert judge_c2(calm[:, None], first=9).bound == judge_c2(rising[:, None], first=9).bound
    assert judge_c1(calm[:, None], first=9).bound < judge_c1(rising[:, None], first=9).bound


def test_c3_adds_up_three_weeks_as_the_cdc_states_it() -> None:
    counts = np.random.default_rng(1).poisson(4, (80, 30))
    counts[40:43] += 5
    judged = judge_c3(counts, first=11)
    score = np.full(counts.shape, np.nan)
    for week in range(9, 80):
        past = counts[week - 9 : week - 2]
        score[week] = (counts[week] - past.mean(axis=0)) / np.maximum(past.std(axis=0, ddof=1), 0.5)
    total = sum(np.maximum(0, score[11 - back : 80 - back] - 1) for back in range(3))
    np.testing.assert_array_equal(judged.alarm, total > 2)
    assert judged.alarm.sum() > 50


def test_two_weeks_that_suffice_for_c3_make_any_count_an_alarm() -> None:
    counts = np.concatenate([PATTERN, [5, 5, 40, 40, 0]])[:, None]
    judged = judge_c3(counts, first=13)
    assert (judged.bound[0, 0], bool(judged.alarm[0, 0])) == (-1, True)


def test_seven_silent_weeks_and_one_report_are_no_alarm() -> None:
    counts = np.array([0, 0, 0, 0, 0, 0, 0, 1, 2])[:, None]
    assert judge_c1(counts[:8], first=7).alarm.tolist() == [[False]]
    assert judge_c1(np.delete(counts, 7, axis=0), first=7).alarm.tolist() == [[True]]
