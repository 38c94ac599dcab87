# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How far a hidden count can move, worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest

from houvast.engine.disclosure.table_flow import fill_room, reach

VALUE = np.array([[30, 12, 8, 50], [20, 4, 6, 30], [10, 8, 2, 20]], dtype=np.int64)
HIDDEN = np.array([[0, 0, 0, 0], [0, 1, 1, 0], [0, 1, 1, 0]], dtype=np.bool_)


@pytest.mark.parametrize(("cell", "down", "up"), [((1, 1), 2, 6), ((1, 2), 6, 2), ((2, 1), 6, 2), ((2, 2), 2, 6)])
def test_a_square_of_hidden_counts(cell: tuple[int, int], down: int, up: int) -> None:
    """4 + 6 and 8 + 2 hidden: one step up needs a step down of both neighbours."""
    room = np.zeros((8, 8), dtype=np.int64)
    fill_room(VALUE, np.zeros_like(VALUE), np.full_like(VALUE, 100), HIDDEN, room)
    before = room.copy()
    scratch = np.zeros_like(room)
    assert (reach(room, *cell, False, scratch), reach(room, *cell, True, scratch)) == (down, up)
    assert np.array_equal(room, before)


def test_a_lonely_hidden_count_cannot_move() -> None:
    hidden = np.zeros_like(HIDDEN)
    hidden[1, 1] = True
    room = np.zeros((8, 8), dtype=np.int64)
    fill_room(VALUE, np.zeros_like(VALUE), np.full_like(VALUE, 100), hidden, room)
    assert reach(room, 1, 1, True, np.zeros_like(room)) == 0
