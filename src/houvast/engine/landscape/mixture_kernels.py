# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The inner loops of the mixture (mixture.py): densities per person and group, and one step's sums over people."""

from __future__ import annotations

import math

import numpy as np
from numba import njit
from numpy.typing import NDArray

from houvast.engine.landscape.trait_kernels import invert_symmetric

Floats = NDArray[np.float64]


@njit(cache=True, nogil=True)
def weigh_person(
    own: Floats, shift: Floats, within_inverse: Floats, pull: Floats, constant: Floats,
    matrix: Floats, inverse: Floats, log_density: Floats, mean: Floats,
) -> None:  # fmt: skip
    """Of one person: log density (K,), posterior mean given each group (K, D) and its covariance `inverse` (D, D).

    own (D, D), shift (D,): what the votes say. pull (K, D): centres times within_inverse; constant (K,). All written
    but the first five; matrix (D, D) is scratch.
    """
    dims = len(shift)
    for a in range(dims):
        for b in range(dims):
            matrix[a, b] = own[a, b] + within_inverse[a, b]
    invert_symmetric(matrix, inverse)
    log_determinant = 0.0
    for a in range(dims):
        log_determinant += 2.0 * math.log(matrix[a, a])
    for k in range(len(log_density)):
        fit = 0.0
        for a in range(dims):
            mean[k, a] = 0.0
            for b in range(dims):
                mean[k, a] += inverse[a, b] * (shift[b] + pull[k, b])
            fit += mean[k, a] * (shift[a] + pull[k, a])
        log_density[k] = constant[k] + 0.5 * (fit - log_determinant)


@njit(cache=True, nogil=True)
def fill_log_densities(
    first: int, last: int, precision: Floats, shift: Floats, within_inverse: Floats, pull: Floats, constant: Floats,
    out: Floats,
) -> None:  # fmt: skip
    """Rows first..last-1 of out (P, K)."""
    dims, groups = shift.shape[1], len(constant)
    matrix, inverse = np.empty((dims, dims)), np.empty((dims, dims))
    mean = np.empty((groups, dims))
    for i in range(first, last):
        weigh_person(precision[i], shift[i], within_inverse, pull, constant, matrix, inverse, out[i], mean)


@njit(cache=True, nogil=True)
def sum_step(
    precision: Floats, shift: Floats, within_inverse: Floats, pull: Floats, constant: Floats
) -> tuple[float, Floats, Floats, Floats]:
    """Log-likelihood, mass (K,), sums of posterior means (K, D) and posterior second moments (D, D) of all people."""
    dims, groups = shift.shape[1], len(constant)
    matrix, inverse = np.empty((dims, dims)), np.empty((dims, dims))
    mean, log_density = np.empty((groups, dims)), np.empty(groups)
    log_likelihood = 0.0
    mass, first, second = np.zeros(groups), np.zeros((groups, dims)), np.zeros((dims, dims))
    for i in range(len(shift)):
        weigh_person(precision[i], shift[i], within_inverse, pull, constant, matrix, inverse, log_density, mean)
        top = log_density.max()
        total = 0.0
        for k in range(groups):
            log_density[k] = math.exp(log_density[k] - top)
            total += log_density[k]
        log_likelihood += top + math.log(total)
        second += inverse
        for k in range(groups):
            w = log_density[k] / total
            mass[k] += w
            for a in range(dims):
                first[k, a] += w * mean[k, a]
                for b in range(dims):
                    second[a, b] += w * mean[k, a] * mean[k, b]
    return log_likelihood, mass, first, second
