# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What are the few largest eigenvalues of a large symmetric matrix? Lanczos with full reorthogonalisation.

A few dozen products with the matrix give the leading eigenvectors to machine precision (Golub & Van Loan 2013, ch.
10), in one thread and always with the same result. The usual library routine is as fast on an idle machine, but its
threads wait for each other: on a busy machine with two cores we measured 3.4 s where 6 ms were needed. It serves
small matrices, and the rare ones on which Lanczos stops early.
"""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray
from scipy.linalg import eigh, eigh_tridiagonal

Floats = NDArray[np.float64]

SMALL = 48
ROUND = 12
MOST_STEPS = 360
PRECISION = 1e-13


def leading_eigenvectors(matrix: Floats, *, count: int) -> tuple[Floats, Floats]:
    """The `count` largest eigenvalues, descending, shape (D,), and their unit vectors (S, D).

    matrix: symmetric, not negative definite, shape (S, S). Zeros where S < count.
    """
    size = len(matrix)
    found = min(count, size)
    values, vectors = np.zeros(count), np.zeros((size, count))
    if found:
        pair = None if size <= SMALL else _iterate(np.ascontiguousarray(matrix), found)
        some, columns = eigh(matrix, subset_by_index=(size - found, size - 1)) if pair is None else pair
        values[:found] = np.maximum(some[::-1], 0.0)
        vectors[:, :found] = columns[:, ::-1]
    return values, vectors


def _iterate(matrix: Floats, count: int) -> tuple[Floats, Floats] | None:
    """Ascending eigenvalues (D,) and vectors (S, D), or None where Lanczos does not settle."""
    size = len(matrix)
    most = min(size, MOST_STEPS)
    basis = np.zeros((most + 1, size))
    basis[0] = np.cos(np.arange(size) * 0.6180339887498949 + 0.5)
    basis[0] /= np.linalg.norm(basis[0])
    diagonal, beside = np.zeros(most), np.zeros(most)
    done = 0
    while done < most:
        upto = min(done + ROUND, most)
        extend_basis(matrix, basis, diagonal, beside, done, upto)
        if beside[upto - 1] <= PRECISION * np.abs(diagonal[:upto]).max():
            return None
        values, small = eigh_tridiagonal(
            diagonal[:upto], beside[: upto - 1], select="i", select_range=(upto - count, upto - 1)
        )
        if beside[upto - 1] * np.abs(small[-1]).max() <= PRECISION * values[-1]:
            vectors = basis[:upto].T @ small
            return values, vectors / np.linalg.norm(vectors, axis=0)
        done = upto
    return None


@njit(cache=True, nogil=True)
def extend_basis(matrix: Floats, basis: Floats, diagonal: Floats, beside: Floats, done: int, upto: int) -> None:
    """Lanczos steps done..upto-1: rows of basis (M + 1, S), and the tridiagonal matrix (diagonal, beside)."""
    size = len(matrix)
    for m in range(done, upto):
        new = np.zeros(size)
        for j in range(size):
            new += basis[m, j] * matrix[j]
        diagonal[m] = np.dot(basis[m], new)
        for _ in range(2):
            for known in range(m + 1):
                new -= np.dot(basis[known], new) * basis[known]
        beside[m] = np.sqrt(np.dot(new, new))
        if beside[m] > 0:
            basis[m + 1] = new / beside[m]
