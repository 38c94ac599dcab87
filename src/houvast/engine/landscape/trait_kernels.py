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


@njit(cache=True, nogil=True)
def invert_symmetric(matrix: Floats, inverse: Floats) -> None:
    """Write the inverse of a small positive definite matrix (d, d) into inverse, by Cholesky; matrix is overwritten."""
    d = matrix.shape[0]
    for i in range(d):
        for j in range(i + 1):
            total = matrix[i, j]
            for k in range(j):
                total -= matrix[i, k] * matrix[j, k]
            matrix[i, j] = math.sqrt(max(total, 1e-12)) if i == j else total / matrix[j, j]
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
            for a in range(d):
                gradient[a] = -precision[a] * mean[i, a]
                for b in range(a + 1):
                    hessian[a, b] = precision[a] if a == b else 0.0
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
            for a in range(d):
                step = 0.0
                for b in range(d):
                    step += inverse[a, b] * gradient[b]
                mean[i, a] += min(max(step, -2.0), 2.0)
        for a in range(d):
            for b in range(d):
                covariance[i, a, b] = inverse[a, b]


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
    dims = d - 1
    hessian = np.empty((d, d))
    gradient = np.empty(d)
    inverse = np.empty((d, d))
    spread = np.empty(d)
    for j in range(first, last):
        gradient[0] = -prior[0] * intercept[j]
        for a in range(dims):
            gradient[a + 1] = -prior[a + 1] * loading[j, a]
        for a in range(d):
            for b in range(a + 1):
                hessian[a, b] = prior[a] if a == b else 0.0
        for v in range(start[j], start[j + 1]):
            i = person[v]
            eta = intercept[j]
            variance = 0.0
            for a in range(d):
                eta += loading[j, a] * mean[i, a]
                spread[a] = 0.0
                for b in range(d):
                    spread[a] += covariance[i, a, b] * loading[j, b]
            for a in range(d):
                variance += loading[j, a] * spread[a]
            kappa = 1.0 / math.sqrt(1.0 + 0.39269908169872414 * variance)
            p = 1.0 / (1.0 + math.exp(-kappa * eta))
            curve = weight[i] * kappa * p * (1.0 - p)
            residual = weight[i] * (agree[v] - p)
            gradient[0] += residual
            hessian[0, 0] += curve
            for a in range(dims):
                gradient[a + 1] += residual * mean[i, a] - curve * spread[a]
                hessian[a + 1, 0] += curve * mean[i, a]
                for b in range(a + 1):
                    hessian[a + 1, b + 1] += curve * (mean[i, a] * mean[i, b] + covariance[i, a, b])
        invert_symmetric(hessian, inverse)
        for a in range(d):
            step = 0.0
            for b in range(d):
                step += inverse[a, b] * gradient[b]
                parameter_covariance[j, a, b] = inverse[a, b]
            step = min(max(step, -1.5), 1.5)
            if a == 0:
                intercept[j] += step
            else:
                loading[j, a - 1] += step
