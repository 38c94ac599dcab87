# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bounds of Wilson against scipy, and ranges that follow from what is shown."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import binomtest

from houvast.engine.disclosure.shares import bound_divisiveness, bound_share, disclose_shares
from houvast.engine.disclosure.suppression import suppress_counts


@pytest.mark.parametrize(("hits", "n"), [(0, 12), (7, 20), (20, 20), (130, 400)])
def test_wilson_agrees_with_scipy(hits: int, n: int) -> None:
    interval = binomtest(hits, n).proportion_ci(0.95, method="wilson")
    share, size = np.array([hits / n]), np.array([float(n)])
    assert bound_share(share, size, level=0.95, upper=False)[0] == pytest.approx(interval.low, abs=1e-12)
    assert bound_share(share, size, level=0.95, upper=True)[0] == pytest.approx(interval.high, abs=1e-12)


def _one_row(tally: list[int]) -> object:
    counts = np.array([tally], dtype=np.int64)
    none = np.zeros((0, 1, 3), dtype=np.int64)
    empty = np.array([], dtype=np.int64)
    return suppress_counts(tally=counts, by_segment=none, sizes=empty, people=sum(tally), k=10)


def test_a_hidden_share_is_a_range_that_holds_the_truth() -> None:
    share = disclose_shares(_one_row([200, 3, 2]), column=0, level=0.95, weighted=False).at(0, 0)  # type: ignore[arg-type]
    assert share.value is None
    assert share.n == 205
    assert share.low < 187 / 205 < 200 / 205 < share.high


def test_a_hidden_weighted_share_says_nothing() -> None:
    share = disclose_shares(_one_row([200, 3, 2]), column=0, level=0.95, weighted=True).at(0, 0)  # type: ignore[arg-type]
    assert (share.value, share.low, share.high) == (None, 0.0, 1.0)


def test_the_range_of_divisiveness_holds_the_truth() -> None:
    for tally in ([200, 3, 2], [8, 40, 20], [9, 9, 9], [50, 50, 3]):
        low, high = bound_divisiveness(_one_row(tally), level=0.95)  # type: ignore[arg-type]
        truth = 4 * tally[0] * tally[1] / (tally[0] + tally[1]) ** 2
        assert low[0] <= truth <= high[0]
