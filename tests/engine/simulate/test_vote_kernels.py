# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import numpy as np

from houvast.engine.simulate.vote_kernels import mark_distinct, next_uniform


def test_stream_is_uniform_and_depends_on_the_seed_alone() -> None:
    state = np.array([5], dtype=np.uint64)
    first = np.array([next_uniform(state) for _ in range(20_000)])
    assert abs(first.mean() - 0.5) < 0.01
    assert np.abs(np.histogram(first, 10, (0, 1))[0] / 20_000 - 0.1).max() < 0.01
    again = np.array([5], dtype=np.uint64)
    assert next_uniform(again) == first[0]


def test_first_output_is_the_published_one() -> None:
    """SplitMix64 from seed 1234567 gives 6457827717110365317 first (reference implementation)."""
    assert next_uniform(np.array([1234567], dtype=np.uint64)) == (6457827717110365317 >> 11) / 2**53


def test_every_subset_is_about_equally_likely() -> None:
    state = np.array([1], dtype=np.uint64)
    counts: dict[tuple[int, ...], int] = {}
    for _ in range(6_000):
        seen, drawn = np.zeros(4, dtype=np.bool_), np.empty(4, dtype=np.int32)
        mark_distinct(state, 2, seen, drawn)
        chosen = tuple(np.flatnonzero(seen).tolist())
        assert sorted(drawn[:2].tolist()) == list(chosen)
        counts[chosen] = counts.get(chosen, 0) + 1
    assert len(counts) == 6
    assert max(counts.values()) < 1.15 * min(counts.values())
