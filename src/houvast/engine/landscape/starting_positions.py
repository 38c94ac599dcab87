# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where to start? Leading directions of the votes once what each statement and each person do on average is removed.

Residual z_ij = x_ij - m_j - r_i on the votes cast (0 elsewhere), m_j the statement's mean, r_i the person's mean
residual: what is left is opinion beyond "agrees with everything". The leading singular vectors come from subspace
iteration (Halko, Martinsson & Tropp 2011) on the sparse matrix, from a fixed start, so without randomness.
"""

from __future__ import annotations

import math

import numpy as np
from numba import njit
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@njit(cache=True, nogil=True)
def remove_margins(
    indptr: NDArray[np.int64],
    statement: NDArray[np.int32],
    value: NDArray[np.int8],
    n_statements: int,
    persons_too: bool,
) -> Floats:
    """Residuals (V,) of the votes after removing statement means and, where asked, then person means."""
    total = np.zeros(n_statements)
    count = np.zeros(n_statements)
    for v in range(len(value)):
        total[statement[v]] += value[v]
        count[statement[v]] += 1.0
    residual = np.empty(len(value))
    for i in range(len(indptr) - 1):
        own = 0.0
        n = indptr[i + 1] - indptr[i]
        for v in range(indptr[i], indptr[i + 1]):
            residual[v] = value[v] - total[statement[v]] / count[statement[v]]
            own += residual[v]
        own = own / n if n > 0 and persons_too else 0.0
        for v in range(indptr[i], indptr[i + 1]):
            residual[v] -= own
    return residual


@njit(cache=True, nogil=True)
def gram_times(
    indptr: NDArray[np.int64], statement: NDArray[np.int32], residual: Floats, block: Floats
) -> tuple[Floats, Floats]:
    """Z'Z B for B (S, m), and Z B (P, m)."""
    m = block.shape[1]
    people = np.zeros((len(indptr) - 1, m))
    out = np.zeros(block.shape)
    for i in range(len(indptr) - 1):
        for v in range(indptr[i], indptr[i + 1]):
            for a in range(m):
                people[i, a] += residual[v] * block[statement[v], a]
        for v in range(indptr[i], indptr[i + 1]):
            for a in range(m):
                out[statement[v], a] += residual[v] * people[i, a]
    return out, people


@njit(cache=True, nogil=True)
def orthonormalise(block: Floats) -> None:
    """Gram-Schmidt on the columns of block (S, m), in place."""
    for a in range(block.shape[1]):
        for _ in range(2):
            for b in range(a):
                dot = 0.0
                for j in range(block.shape[0]):
                    dot += block[j, a] * block[j, b]
                for j in range(block.shape[0]):
                    block[j, a] -= dot * block[j, b]
        norm = 0.0
        for j in range(block.shape[0]):
            norm += block[j, a] ** 2
        norm = math.sqrt(norm) if norm > 1e-300 else 1.0
        for j in range(block.shape[0]):
            block[j, a] /= norm


@njit(cache=True, nogil=True)
def leading_eigenvalues(
    indptr: NDArray[np.int64], statement: NDArray[np.int32], residual: Floats, block: Floats, iterations: int
) -> Floats:
    """Approximate leading eigenvalues of Z'Z, descending, from subspace iteration on block (S, m), updated in place."""
    orthonormalise(block)
    for _ in range(iterations):
        image, _people = gram_times(indptr, statement, residual, block)
        block[:] = image
        orthonormalise(block)
    image, _people = gram_times(indptr, statement, residual, block)
    small = block.T @ image
    values = np.linalg.eigvalsh((small + small.T) / 2)
    descending = np.empty(len(values))
    descending[:] = values[::-1]
    return descending


def start_block(n_statements: int, width: int) -> Floats:
    """A fixed, generic block (S, width) to start subspace iteration from."""
    grid = np.arange(1, n_statements + 1)[:, None] * np.arange(1, width + 1)[None, :]
    return np.asarray(np.cos(grid * (1 + math.sqrt(2))) + 0.1 * np.sin(grid * math.sqrt(3)), dtype=np.float64)


def find_starting_positions(
    *, indptr: NDArray[np.int64], statement: NDArray[np.int32], value: NDArray[np.int8], n_statements: int, dims: int
) -> Floats:
    """Rough positions (P, dims), each column with mean square 1, people with few votes near the middle."""
    residual = remove_margins(indptr, statement, value, n_statements, True)
    width = min(dims + 3, n_statements)
    block = start_block(n_statements, width)
    leading_eigenvalues(indptr, statement, residual, block, 12)
    _, people = gram_times(indptr, statement, residual, block)
    image, _ = gram_times(indptr, statement, residual, block)
    small = block.T @ image
    _, vectors = np.linalg.eigh((small + small.T) / 2)
    scores = people @ vectors[:, ::-1][:, :dims]
    scores /= np.sqrt(np.diff(indptr) + 4.0)[:, None]
    scale = np.sqrt((scores**2).mean(axis=0))
    positions: Floats = scores / np.where(scale > 0, scale, 1.0)
    if dims > width:
        positions = np.column_stack([positions, np.zeros((len(positions), dims - width))])
    return positions
