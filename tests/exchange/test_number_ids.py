# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from houvast.exchange.number_ids import NumberIds


@given(
    st.lists(
        st.one_of(st.integers(-5, 50), st.integers(-(2**31), 2**31 - 1), st.integers(-(2**62), 2**62)), max_size=50
    )
)
def test_places_are_those_of_unique(values):
    room = NumberIds(len(values) + 3)
    for start in range(0, len(values), 7):
        room.put(start, np.array(values[start : start + 7], dtype=np.int64))
    ids, codes = room.finish(len(values))
    expected, places = np.unique(np.array(values, dtype=np.int64), return_inverse=True)
    assert ids.tolist() == expected.tolist()
    assert codes.tolist() == places.tolist()
    assert codes.dtype == np.int32
