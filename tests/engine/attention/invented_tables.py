# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Small tables of observations for the tests of early warning."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from houvast.engine.attention.observations import ObservationTable

Row = tuple[int, int, int, int, int]
"""area, theme, week, reporter, source"""

LINE = ((1,), (0, 2), (1, 3), (2,))


def table_of(
    rows: Sequence[Row], *, n_weeks: int = 30, n_areas: int = 4, n_themes: int = 2, **more: Any
) -> ObservationTable:
    """A table of these rows; areas lie in a line."""
    columns = np.array(rows, dtype=np.int64).reshape(-1, 5).T
    return ObservationTable(
        tuple(f"area {a}" for a in range(n_areas)),
        tuple(f"theme {h}" for h in range(n_themes)),
        n_weeks,
        *columns,
        **{"neighbours": LINE if n_areas == 4 else ()} | more,
    )


def steady_rows(*, n_weeks: int = 30, n_areas: int = 4, n_themes: int = 2, each: int = 1) -> list[Row]:
    """`each` observations a cell and week, every one by a reporter of its own place in the area."""
    return [
        (a, h, w, 10 * a + n, n % 2)
        for w in range(n_weeks)
        for a in range(n_areas)
        for h in range(n_themes)
        for n in range(each)
    ]


def chance_rows(rng: np.random.Generator, *, n_weeks: int = 40, mean: float = 0.8, reporters: int = 6) -> list[Row]:
    """Poisson counts in four areas and two themes, by six reporters an area."""
    counts = rng.poisson(mean, (n_weeks, 4, 2))
    return [
        (int(a), int(h), int(w), int(100 * a + rng.integers(reporters)), int(rng.integers(3)))
        for w, a, h in np.argwhere(counts)
        for _ in range(counts[w, a, h])
    ]
