# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import numpy as np
import pytest
from oracles.answers_of_r import (
    FARRINGTON_ANSWERS,
    FIRST_JUDGED,
    FarringtonAnswer,
    read_counts,
    read_farrington,
)

from houvast.engine.attention.reference.count_quantile import LARGEST_MEAN
from houvast.engine.attention.reference.farrington import FARRINGTON_FLEXIBLE
from houvast.engine.attention.reference.farrington_judgement import count_recent, judge_farrington
from houvast.engine.attention.reference.judgement import Judgement
from houvast.engine.attention.reference.threshold_rules import bound_by_plug_in


def judge_as(answer: FarringtonAnswer) -> Judgement:
    return judge_farrington(
        read_counts(),
        first=FIRST_JUDGED,
        design=answer.design,
        rule=answer.rule,
        alpha=answer.alpha,
        at_least=answer.at_least,
        dispersion_of=answer.dispersion_of,
    )


@pytest.mark.parametrize("answer", FARRINGTON_ANSWERS, ids=lambda answer: answer.file)
def test_bounds_and_alarms_equal_those_of_r_on_every_series(answer: FarringtonAnswer) -> None:
    of_r, ours = read_farrington(answer.file), judge_as(answer)
    printed = of_r["upperbound"] < LARGEST_MEAN
    assert ours.judged.all()
    np.testing.assert_array_equal(ours.alarm, of_r["alarm"] == 1)
    np.testing.assert_allclose(ours.bound[printed], of_r["upperbound"][printed], rtol=1e-9)


@pytest.mark.parametrize(
    ("file", "unprinted", "held_back"),
    [
        ("ff_sim56_orig", 0, 0),
        ("ff_sim56_nouf", 0, 0),
        ("ff_sim56_nbplugin", 0, 0),
        ("ff_sim56_muan", 20, 0),
        ("ff_sim56_short2y", 392, 392),
        ("ff_sim56_notrend", 392, 392),
    ],
)
def test_what_r_does_not_print_is_held_back_for_few_reports_or_astronomical(
    file: str, unprinted: int, held_back: int
) -> None:
    answer = next(a for a in FARRINGTON_ANSWERS if a.file == file)
    ours, absent = judge_as(answer), ~(read_farrington(file)["upperbound"] < LARGEST_MEAN)
    few = count_recent(read_counts().astype(float), first=FIRST_JUDGED) < answer.at_least
    assert (int(absent.sum()), int((absent & few).sum())) == (unprinted, held_back)
    assert np.all(ours.bound[absent & ~few] > LARGEST_MEAN)


def test_fewer_than_five_reports_in_four_weeks_never_alarm() -> None:
    counts = np.zeros((300, 2), dtype=np.int64)
    counts[299] = (4, 5)
    judged = judge_farrington(counts, first=299, design=FARRINGTON_FLEXIBLE, rule=bound_by_plug_in)
    assert judged.bound.tolist() == [[0, 0]]
    assert judged.alarm.tolist() == [[False, True]]


def test_recent_reports_are_those_of_four_weeks() -> None:
    counts = np.array([[1.0], [2.0], [4.0], [8.0], [16.0], [32.0]])
    assert count_recent(counts, first=0)[:, 0].tolist() == [1, 3, 7, 15, 30, 60]
    assert count_recent(counts, first=4)[:, 0].tolist() == [30, 60]
