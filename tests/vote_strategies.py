# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Small vote tables for hypothesis, and the same votes as a dense matrix (NaN where nobody voted)."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from houvast.domain.votes import Moderation, Statement
from houvast.engine.landscape.vote_table import VoteTable, build_vote_table

NOTHING = 9


def table_of(matrix: NDArray[np.int8], *, moderated: tuple[int, ...] = ()) -> VoteTable:
    """A table of a dense matrix, shape (P, S), in which 9 means not voted."""
    person, statement = np.nonzero(matrix != NOTHING)
    named = tuple(
        Statement(id=str(j), moderation=Moderation.OUT if j in moderated else Moderation.OPEN)
        for j in range(matrix.shape[1])
    )
    return build_vote_table(
        participants=np.arange(len(matrix)),
        statements=named,
        participant=person,
        statement=statement,
        value=matrix[person, statement],
    )


def dense(votes: VoteTable) -> NDArray[np.float64]:
    """The votes as a matrix (P, S), NaN where nobody voted."""
    matrix = np.full((votes.n_participants, votes.n_statements), np.nan)
    matrix[votes.rows(), votes.statement] = votes.value
    return matrix


@st.composite
def vote_matrices(draw: st.DrawFn, *, people: int = 12, statements: int = 7) -> NDArray[np.int8]:
    """A dense matrix (P, S) of -1, 0, +1 and 9."""
    shape = (draw(st.integers(1, people)), draw(st.integers(1, statements)))
    return draw(arrays(np.int8, shape, elements=st.sampled_from([-1, 0, 1, NOTHING])))
