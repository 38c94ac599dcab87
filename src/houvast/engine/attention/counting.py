# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How many observations count? In each week, area and theme at most two of one reporter.

    y* = Σ over reporters min(y_r, 2)

One eager reporter cannot make a point alone, and notes in batches weigh less. Unknown reporters of one source count as
one reporter.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from houvast.engine.attention.observations import Ints, ObservationTable

Counts = NDArray[np.int16]
REPORTER_CAP = 2
LEFT_OUT = -1


def independent_reporters(table: ObservationTable) -> Ints:
    """(N,) a code per observation: known reporters their own, unknown ones that of their source (below 0)."""
    return np.where(table.reporter < 0, -1 - table.source, table.reporter)


def cell_index(table: ObservationTable) -> Ints:
    """(N,) the place of each observation in a flattened (W, A, H) array."""
    index: Ints = np.ravel_multi_index((table.week, table.area, table.theme), table.shape)
    return index


def counted_once_or_twice(table: ObservationTable) -> NDArray[np.bool_]:
    """(N,) whether each observation is among the first two of its reporter in its cell."""
    order = np.lexsort((independent_reporters(table), cell_index(table)))
    cell, reporter = cell_index(table)[order], independent_reporters(table)[order]
    kept = np.ones(len(order), dtype=np.bool_)
    c = REPORTER_CAP
    kept[order[c:]] = (cell[c:] != cell[:-c]) | (reporter[c:] != reporter[:-c])
    return kept


def capped_counts(table: ObservationTable) -> Counts:
    """y*, (W, A, H)."""
    cells = cell_index(table)[counted_once_or_twice(table)]
    size = int(np.prod(table.shape))
    return np.bincount(cells, minlength=size).astype(np.int16).reshape(table.shape)


def history_counts(table: ObservationTable, counts: Counts) -> Counts:
    """The counts that make up what is usual: −1 in cells that are left out because they were confirmed."""
    if not table.left_out:
        return counts
    history = counts.copy()
    history[tuple(np.array(sorted(table.left_out)).T)] = LEFT_OUT
    return history
