# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from houvast.engine.random_stream import next_below, next_uniform, scramble


def test_stream_is_uniform_and_depends_on_the_seed_alone() -> None:
    state = np.array([5], dtype=np.uint64)
    first = np.array([next_uniform(state) for _ in range(20_000)])
    assert abs(first.mean() - 0.5) < 0.01
    assert np.abs(np.histogram(first, 10, (0, 1))[0] / 20_000 - 0.1).max() < 0.01
    again = np.array([5], dtype=np.uint64)
    assert next_uniform(again) == first[0]


def test_first_outputs_are_the_published_ones() -> None:
    """SplitMix64 from seed 1234567: the first three numbers of the reference implementation."""
    published = (6457827717110365317, 3203168211198807973, 9817491932198370423)
    state = np.array([1234567], dtype=np.uint64)
    assert [next_uniform(state) for _ in published] == [(word >> 11) / 2**53 for word in published]
    assert scramble(np.uint64(1234567)) == published[0]


def test_whole_numbers_are_equally_likely_and_stay_below() -> None:
    state = np.array([9], dtype=np.uint64)
    counts = np.bincount([next_below(state, 7) for _ in range(14_000)])
    assert len(counts) == 7
    assert np.abs(counts - 2_000).max() < 4 * np.sqrt(2_000)


@given(st.integers(0, 2**64 - 1), st.integers(1, 2**40))
def test_no_seed_reaches_the_bound(seed: int, n: int) -> None:
    assert 0 <= next_below(np.array([seed], dtype=np.uint64), n) < n
