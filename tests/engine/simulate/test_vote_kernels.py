# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import numpy as np

from houvast.engine.simulate.vote_kernels import mark_distinct


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
