# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The two inner loops of the trait model (traits.py): one Newton step per person and one per statement.

A person's latent vector is z = (theta, u), of length d = D + 1; a statement's loading on it is (b, 1).
"""

from __future__ import annotations

import math

import numpy as np
from numba import njit
from numpy.typing import NDArray

Floats = NDArray[np.float64]

SETTLED = 1e-6


@njit(cache=True, nogil=True)
def factor_symmetric(matrix: Floats) -> None:
    """Cholesky: write the lower factor of a small positive definite matrix (d, d) over its lower half."""
    for i in range(matrix.shape[0]):
        for j in range(i + 1):
            total = matrix[i, j]
            for k in range(j):
                total -= matrix[i, k] * matrix[j, k]
            matrix[i, j] = math.sqrt(max(total, 1e-12)) if i == j else total / matrix[j, j]


@njit(cache=True, nogil=True)
def invert_symmetric(matrix: Floats, inverse: Floats) -> None:
    """Write the inverse of a small positive definite matrix (d, d) into inverse; matrix becomes its Cholesky factor."""
    d = matrix.shape[0]
    factor_symmetric(matrix)
    for column in range(d):
        for i in range(d):
            total = 1.0 if i == column else 0.0
            for k in range(i):
                total -= matrix[i, k] * inverse[k, column]
            inverse[i, column] = total / matrix[i, i]
        for i in range(d - 1, -1, -1):
            total = inverse[i, column]
            for k in range(i + 1, d):
                total -= matrix[k, i] * inverse[k, column]
            inverse[i, column] = total / matrix[i, i]


@njit(cache=True, nogil=True)
def begin_at_prior(precision: Floats, at: Floats, gradient: Floats, hessian: Floats) -> None:
    """Gradient (d,) and minus the Hessian (d, d), lower half, of a centred normal prior at a point (d,); written."""
    for a in range(len(at)):
        gradient[a] = -precision[a] * at[a]
        for b in range(a + 1):
            hessian[a, b] = precision[a] if a == b else 0.0


@njit(cache=True, nogil=True)
def move_along(inverse: Floats, gradient: Floats, most: float, at: Floats) -> float:
    """One Newton step of the point (d,), in place; no coordinate moves by more than `most`. The largest move."""
    largest = 0.0
    for a in range(len(at)):
        step = 0.0
        for b in range(len(at)):
            step += inverse[a, b] * gradient[b]
        step = min(max(step, -most), most)
        at[a] += step
        largest = max(largest, abs(step))
    return largest


@njit(cache=True, nogil=True)
def person_step(
    first: int,
    last: int,
    indptr: NDArray[np.int64],
    statement: NDArray[np.int32],
    agree: NDArray[np.int8],
    intercept: Floats,
    loading: Floats,
    precision: Floats,
    steps: int,
    mean: Floats,
    covariance: Floats,
) -> None:
    """Newton steps for persons first..last-1: mean (P, d) and covariance (P, d, d) are updated in place.

    agree: int8 (V,), 1 agree, 0 disagree. loading: (S, d), last column 1. precision: (d,), prior precisions.
    """
    d = loading.shape[1]
    hessian = np.empty((d, d))
    gradient = np.empty(d)
    inverse = np.empty((d, d))
    for i in range(first, last):
        for _ in range(steps):
            begin_at_prior(precision, mean[i], gradient, hessian)
            for v in range(indptr[i], indptr[i + 1]):
                j = statement[v]
                eta = intercept[j]
                for a in range(d):
                    eta += loading[j, a] * mean[i, a]
                p = 1.0 / (1.0 + math.exp(-eta))
                residual = agree[v] - p
                weight = p * (1.0 - p)
                for a in range(d):
                    gradient[a] += residual * loading[j, a]
                    scaled = weight * loading[j, a]
                    for b in range(a + 1):
                        hessian[a, b] += scaled * loading[j, b]
            invert_symmetric(hessian, inverse)
            if move_along(inverse, gradient, 2.0, mean[i]) < SETTLED:
                break
        covariance[i] = inverse


@njit(cache=True, nogil=True)
def statement_step(
    first: int,
    last: int,
    start: NDArray[np.int64],
    person: NDArray[np.int32],
    agree: NDArray[np.int8],
    weight: Floats,
    mean: Floats,
    covariance: Floats,
    prior: Floats,
    intercept: Floats,
    loading: Floats,
    parameter_covariance: Floats,
) -> None:
    """One Newton step for statements first..last-1; intercept (S,) and loading (S, d) are updated in place.

    start, person, agree: votes by statement. weight: (P,). prior: (d,), prior precisions of intercept and slopes.
    parameter_covariance: (S, d, d) of (intercept, slopes), written.
    """
    d = loading.shape[1]
    hessian = np.empty((d, d))
    gradient = np.empty(d)
    inverse = np.empty((d, d))
    parameter = np.empty(d)
    for j in range(first, last):
        parameter[0] = intercept[j]
        parameter[1:] = loading[j, : d - 1]
        begin_at_prior(prior, parameter, gradient, hessian)
        votes = slice(start[j], start[j + 1])
        add_votes(person[votes], agree[votes], weight, mean, covariance, intercept[j], loading[j], gradient, hessian)
        invert_symmetric(hessian, inverse)
        move_along(inverse, gradient, 1.5, parameter)
        parameter_covariance[j] = inverse
        intercept[j] = parameter[0]
        loading[j, : d - 1] = parameter[1:]


@njit(cache=True, nogil=True)
def add_votes(
    person: NDArray[np.int32],
    agree: NDArray[np.int8],
    weight: Floats,
    mean: Floats,
    covariance: Floats,
    intercept: float,
    loading: Floats,
    gradient: Floats,
    hessian: Floats,
) -> None:
    """Add what the votes on one statement say about its intercept and slopes to gradient (d,) and hessian (d, d).

    person, agree: of these votes only; loading: (d,). Places are uncertain: expectations over N(mean, covariance).
    """
    d = len(loading)
    spread = np.empty(d)
    for v in range(len(person)):
        i = person[v]
        eta = intercept
        variance = 0.0
        for a in range(d):
            eta += loading[a] * mean[i, a]
            spread[a] = 0.0
            for b in range(d):
                spread[a] += covariance[i, a, b] * loading[b]
        for a in range(d):
            variance += loading[a] * spread[a]
        kappa = 1.0 / math.sqrt(1.0 + 0.39269908169872414 * variance)
        p = 1.0 / (1.0 + math.exp(-kappa * eta))
        curve = weight[i] * kappa * p * (1.0 - p)
        residual = weight[i] * (agree[v] - p)
        gradient[0] += residual
        hessian[0, 0] += curve
        for a in range(d - 1):
            gradient[a + 1] += residual * mean[i, a] - curve * spread[a]
            hessian[a + 1, 0] += curve * mean[i, a]
            for b in range(a + 1):
                hessian[a + 1, b + 1] += curve * (mean[i, a] * mean[i, b] + covariance[i, a, b])
