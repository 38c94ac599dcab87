# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How likely are a person's votes at every point of the line between two groups?

The logistic likelihood itself, not a normal approximation of it, on a grid of the line through both centres. What lies
across the line (other dimensions, response style) follows its conditional mode given the place on the line, taken from
the normal approximation, and is held by the groups' own spread, the prior of other dimensions and of response style.
"""

from __future__ import annotations

import math

import numpy as np
from numba import njit
from numpy.typing import NDArray

from houvast.engine.landscape.mixture import Mixture
from houvast.engine.landscape.traits import OpinionVotes, TraitFit

Floats = NDArray[np.float64]

GRID = np.linspace(-1.5, 1.5, 41)
FLAT_VARIANCE = 100.0


def likelihood_on_line(
    opinion: OpinionVotes, *, fit: TraitFit, mixture: Mixture, first: int, second: int, members: NDArray[np.int64]
) -> Floats:
    """Likelihoods (n, 41) of the members' votes at GRID, each row scaled to a maximum of 1.

    opinion, fit: of the same people; members: indices into them. -1/2 is the first centre, +1/2 the second.
    """
    direction, middle, precision = _line_and_prior(fit, mixture, first, second)
    length = float(np.linalg.norm(direction))
    unit = direction / length
    covariance = fit.covariance[members]
    own = np.linalg.inv(covariance)
    shift = np.einsum("iab,ib->ia", own, fit.mean[members]) + precision @ middle
    across = np.linalg.inv(own - np.diag(fit.prior_precision) + precision)
    mode = np.einsum("iab,ib->ia", across, shift)
    lean = across @ unit
    path = lean / (lean @ unit)[:, None]
    base = mode + path * ((middle - mode) @ unit)[:, None]
    out = np.empty((len(members), len(GRID)))
    _fill_line(
        0,
        len(members),
        opinion.indptr,
        opinion.statement,
        opinion.agree,
        members,
        fit.intercept,
        fit.loading,
        base,
        path * length,
        middle,
        precision,
        GRID,
        out,
    )
    return np.asarray(np.exp(out - out.max(axis=1, keepdims=True)))


def _line_and_prior(fit: TraitFit, mixture: Mixture, first: int, second: int) -> tuple[Floats, Floats, Floats]:
    """Direction (d,) from centre to centre, middle (d,), and prior precision (d, d), flat along the line."""
    dims, width = mixture.centre.shape[1], fit.mean.shape[1]
    direction, middle = np.zeros(width), np.zeros(width)
    direction[:dims] = mixture.centre[second] - mixture.centre[first]
    middle[:dims] = (mixture.centre[second] + mixture.centre[first]) / 2
    unit = direction[:dims] / np.linalg.norm(direction[:dims])
    precision = np.diag(fit.prior_precision)
    precision[:dims, :dims] = np.linalg.inv(mixture.within + FLAT_VARIANCE * np.outer(unit, unit))
    return direction, middle, precision


@njit(cache=True, nogil=True)
def _fill_line(  # noqa: C901 -- one compiled loop over the votes
    first: int,
    last: int,
    indptr: NDArray[np.int64],
    statement: NDArray[np.int32],
    agree: NDArray[np.int8],
    members: NDArray[np.int64],
    intercept: Floats,
    loading: Floats,
    base: Floats,
    path: Floats,
    middle: Floats,
    precision: Floats,
    grid: Floats,
    out: Floats,
) -> None:
    """Log-likelihood plus log-prior across the line, rows first..last-1 of out."""
    d = loading.shape[1]
    z = np.empty(d)
    for row in range(first, last):
        i = members[row]
        for t in range(len(grid)):
            total = 0.0
            for a in range(d):
                z[a] = base[row, a] + grid[t] * path[row, a]
            for a in range(d):
                for b in range(d):
                    total -= 0.5 * (z[a] - middle[a]) * precision[a, b] * (z[b] - middle[b])
            out[row, t] = total
        for v in range(indptr[i], indptr[i + 1]):
            j = statement[v]
            start = intercept[j]
            slope = 0.0
            for a in range(d):
                start += loading[j, a] * base[row, a]
                slope += loading[j, a] * path[row, a]
            sign = 1.0 if agree[v] == 1 else -1.0
            for t in range(len(grid)):
                eta = sign * (start + slope * grid[t])
                out[row, t] -= math.log1p(math.exp(-eta)) if eta > -30.0 else -eta
