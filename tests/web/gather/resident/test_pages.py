# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is what was found in a text marked at its place, whatever overlaps?"""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from houvast.web.gather.resident.pages import Piece, mark


@dataclass(frozen=True)
class Found:
    """A stretch."""

    start: int
    end: int


def test_what_was_found_stands_apart() -> None:
    assert mark("bel Piet nu", [Found(4, 8)]) == (Piece("bel ", False), Piece("Piet", True), Piece(" nu", False))
    assert mark("niets", []) == (Piece("niets", False),)


@given(st.text(max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=4))
def test_no_letter_is_lost_or_said_twice(text: str, pairs: list[tuple[int, int]]) -> None:
    stretches = [Found(min(pair), max(pair)) for pair in pairs]
    assert "".join(piece.text for piece in mark(text, stretches)) == text
