# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is a person told where they stand only where that can be told?"""

from __future__ import annotations

import numpy as np
import pytest

from houvast.domain.votes import Statement
from houvast.engine.landscape.vote_table import VoteTable, build_vote_table
from houvast.engine.own_place import FEWEST_OPINIONS, find_own_place, likely_stretch
from houvast.engine.routing.statement_model import StatementModel

SIZE = 8


def model(*, structured: bool = True, spectrum: bool = True) -> StatementModel:
    slope = np.column_stack([np.full(SIZE, 2.0), np.zeros(SIZE)])
    names = tuple(map(str, range(SIZE)))
    return StatementModel(names, np.zeros(SIZE), slope, 0.2, is_structured=structured, is_spectrum=spectrum)


def one_person(values: list[int], *, first: int = 0) -> VoteTable:
    count = len(values)
    return build_vote_table(
        participants=np.array([7]),
        statements=tuple(Statement(str(first + j)) for j in range(count)),
        participant=np.zeros(count, dtype=np.int64),
        statement=np.arange(count),
        value=np.array(values),
    )


def test_agreement_with_one_side_lies_on_that_side() -> None:
    right, left = (find_own_place(model(), votes=one_person([v] * SIZE)) for v in (1, -1))
    assert right is not None
    assert left is not None
    assert right.x > 0.5
    assert left.x == pytest.approx(-right.x)
    assert (right.stretch, left.stretch) == ("high", "low")


def test_five_opinions_are_needed_and_passes_are_none() -> None:
    assert find_own_place(model(), votes=one_person([1] * (FEWEST_OPINIONS - 1) + [0] * 3)) is None
    assert find_own_place(model(), votes=one_person([1] * FEWEST_OPINIONS)) is not None


def test_votes_on_statements_that_the_model_does_not_know_say_nothing() -> None:
    assert find_own_place(model(), votes=one_person([1] * SIZE, first=SIZE - 4)) is None


def test_without_structure_there_is_nothing_to_stand_on() -> None:
    assert find_own_place(model(structured=False), votes=one_person([1] * SIZE)) is None


def test_with_groups_no_stretch_is_named() -> None:
    place = find_own_place(model(spectrum=False), votes=one_person([1] * SIZE))
    assert place is not None
    assert place.stretch == ""


@pytest.mark.parametrize(("x", "se", "expected"), [(-2, 0.3, "low"), (0, 0.3, "middle"), (0.7, 0.2, "high")])
def test_the_likeliest_stretch(x: float, se: float, expected: str) -> None:
    assert likely_stretch(x, se) == expected
