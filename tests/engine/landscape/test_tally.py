# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from vote_strategies import NOTHING, table_of, vote_matrices

from houvast.engine.landscape.tally import count_votes, sum_weights


def test_counts_agree_disagree_pass_and_never_what_was_not_seen() -> None:
    votes = table_of(np.array([[1, -1, NOTHING], [1, 0, NOTHING], [-1, 0, 1]], dtype=np.int8))
    assert count_votes(votes).tolist() == [[[2, 1, 0], [0, 1, 2], [1, 0, 0]]]


def test_people_without_a_segment_are_left_out() -> None:
    votes = table_of(np.array([[1], [1], [-1]], dtype=np.int8))
    counts = count_votes(votes, segment=np.array([1, -1, 1]), n_segments=2)
    assert counts.tolist() == [[[0, 0, 0]], [[1, 1, 0]]]


@given(vote_matrices(), st.integers(1, 4), st.randoms(use_true_random=False))
def test_segments_add_up_to_the_whole(matrix: np.ndarray, segments: int, chance: object) -> None:
    votes = table_of(matrix)
    segment = np.array([chance.randrange(segments) for _ in matrix])  # type: ignore[attr-defined]
    counts = count_votes(votes, segment=segment, n_segments=segments)
    assert np.array_equal(counts.sum(axis=0), count_votes(votes)[0])
    assert counts.sum() == votes.n_votes


@given(vote_matrices())
def test_whole_weights_count_like_repeated_people(matrix: np.ndarray) -> None:
    weights = np.arange(len(matrix), dtype=np.float64)
    repeated = table_of(np.repeat(matrix, np.arange(len(matrix)), axis=0))
    assert np.array_equal(sum_weights(table_of(matrix), weights=weights), count_votes(repeated).astype(float))
