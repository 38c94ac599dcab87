# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which votes are opinions? Loops that count, keep and index the agree/disagree votes (traits.py)."""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Statements = NDArray[np.int32]
Answers = NDArray[np.int8]


@njit(cache=True, nogil=True)
def count_opinions(indptr: Ints, value: Answers) -> Ints:
    """Number of agree/disagree votes of each person, (P,)."""
    counts = np.zeros(len(indptr) - 1, dtype=np.int64)
    for i in range(len(counts)):
        for v in range(indptr[i], indptr[i + 1]):
            counts[i] += value[v] != 0
    return counts


@njit(cache=True, nogil=True)
def keep_opinions(statement: Statements, value: Answers, n_statements: int, kept: Statements, agree: Answers) -> Ints:
    """Write the statements and answers (1 agree, 0 disagree) of the votes that are not passes; counts (S,)."""
    counts = np.zeros(n_statements, dtype=np.int64)
    at = 0
    for v in range(len(value)):
        if value[v] != 0:
            kept[at] = statement[v]
            agree[at] = value[v] > 0
            counts[statement[v]] += 1
            at += 1
    return counts


@njit(cache=True, nogil=True)
def index_by_statement(
    indptr: Ints, statement: Statements, agree: Answers, counts: Ints
) -> tuple[Ints, Statements, Answers]:
    """The same votes by statement: start (S + 1,), person (V,) ascending within a statement, agree (V,)."""
    start = np.zeros(len(counts) + 1, dtype=np.int64)
    for j in range(len(counts)):
        start[j + 1] = start[j] + counts[j]
    at = start[:-1].copy()
    person = np.empty(len(statement), dtype=np.int32)
    answer = np.empty(len(statement), dtype=np.int8)
    for i in range(len(indptr) - 1):
        for v in range(indptr[i], indptr[i + 1]):
            j = statement[v]
            person[at[j]] = i
            answer[at[j]] = agree[v]
            at[j] += 1
    return start, person, answer
