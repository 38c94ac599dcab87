# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does every number get its own, and does nothing of the order stay?"""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from houvast.domain.shuffled_number import SPACE, shuffle_number

numbers = st.integers(0, SPACE - 1)


@given(first=numbers, second=numbers, key=st.binary(min_size=1))
def test_two_numbers_never_become_one(first: int, second: int, key: bytes) -> None:
    one, other = shuffle_number(first, key=key), shuffle_number(second, key=key)
    assert (one == other) == (first == second)
    assert 0 <= one < SPACE
    assert shuffle_number(first, key=key) == one


def test_the_order_is_gone_and_another_key_gives_another_one() -> None:
    made = [shuffle_number(n, key=b"a") for n in range(2000)]
    assert len(set(made)) == 2000
    rising = sum(a < b for a, b in pairwise(made))
    assert 900 < rising < 1100
    assert made != [shuffle_number(n, key=b"b") for n in range(2000)]


@pytest.mark.parametrize("number", [-1, SPACE])
def test_other_numbers_are_refused(number: int) -> None:
    with pytest.raises(ValueError, match="is not a number"):
        shuffle_number(number, key=b"a")
