# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is fading found where it is, and nothing said where nothing can be said?"""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import nbinom

from houvast.engine.attention.fading import DISPERSION, find_fading


def weeks(past: int, n_past: int, recent: int, n_recent: int = 8) -> np.ndarray:
    return np.array([[past]] * n_past + [[recent]] * n_recent, dtype=np.int64)


def test_an_area_that_falls_silent_is_found_with_its_chance() -> None:
    (found,) = find_fading(weeks(2, 26, 0))
    assert (found.area, found.observed, found.expected) == (0, 0, 16.0)
    assert np.isclose(found.probability, nbinom.cdf(0, 16 / (DISPERSION - 1), 1 / DISPERSION))


def test_what_goes_on_as_before_is_not_found() -> None:
    assert find_fading(weeks(2, 26, 2)) == ()


def test_little_history_or_little_to_expect_says_nothing() -> None:
    assert find_fading(weeks(2, 11, 0)) == ()
    sparse = np.zeros((60, 1), dtype=np.int64)
    sparse[:40:4] = 1
    assert find_fading(sparse) == ()


def test_where_nobody_went_silence_is_no_news() -> None:
    effort = np.ones((34, 1))
    effort[-8:] = 0.0
    assert find_fading(weeks(2, 26, 0), effort=effort) == ()


@given(st.integers(1, 6), st.integers(0, 6), st.integers(0, 20))
def test_more_in_the_recent_weeks_never_makes_it_fade(past: int, recent: int, more: int) -> None:
    counts = weeks(past, 26, recent)
    richer = counts.copy()
    richer[-1, 0] += more
    assert len(find_fading(richer)) <= len(find_fading(counts))
