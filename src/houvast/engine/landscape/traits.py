# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where does each person stand, and how sure is that? A latent-trait model of agree/disagree with response style.

    logit P(agree | not pass) = a_j + b_j . theta_i + u_i,    theta_i ~ N(0, I_D),  u_i ~ N(0, s^2)

a_j is how easily statement j is agreed with, b_j what it says about opinion, u_i how readily person i agrees with
anything (acquiescence). Passes do not enter: a pass is neither half an agreement nor a disagreement. Under the
partial credit model (Muraki 1992), P(x) ~ exp(x (a + b theta) + c [x = 0]), the model above is the exact conditional
likelihood of the votes that are not passes.

Fitted by expectation-maximisation with a Gaussian (Laplace) approximation per person, parameter expansion (Liu,
Rubin & Wu 1998) and automatic relevance of dimensions (MacKay 1994); expectations of the logistic function under a
Gaussian use MacKay's (1992) approximation. Everybody gets a standard error, people with few votes a large one.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from houvast.engine.landscape.chunks import run_chunks
from houvast.engine.landscape.opinion_kernels import count_opinions, index_by_statement, keep_opinions
from houvast.engine.landscape.trait_kernels import person_step, statement_step
from houvast.engine.landscape.vote_table import VoteTable

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

INTERCEPT_PRECISION = 1 / 9.0
SLOPE_VARIANCE_FLOOR = 0.02
STYLE_VARIANCE_FLOOR = 1e-3


@dataclass(frozen=True, eq=False)
class OpinionVotes:
    """The agree/disagree votes of a table, by person and by statement (passes left out).

    indptr (P + 1,), statement (V,), agree (V,) by person; counts (S,), votes of each statement.
    """

    indptr: Ints
    statement: NDArray[np.int32]
    agree: NDArray[np.int8]
    counts: Ints

    @property
    def n_participants(self) -> int:
        """P."""
        return len(self.indptr) - 1

    @property
    def n_statements(self) -> int:
        """S."""
        return len(self.counts)


@dataclass(frozen=True, eq=False)
class TraitFit:
    """The fitted model. intercept (S,), slope (S, D), their covariance (S, D + 1, D + 1), mean (P, D + 1) and
    covariance (P, D + 1, D + 1) of (theta, u) per person, style_variance s^2, slope_variance (D,)."""

    intercept: Floats
    slope: Floats
    parameter_covariance: Floats
    mean: Floats
    covariance: Floats
    style_variance: float
    slope_variance: Floats

    @property
    def dimensions(self) -> int:
        """D."""
        return int(self.slope.shape[1])

    @property
    def loading(self) -> Floats:
        """(S, D + 1), slopes and the 1 of response style."""
        return np.column_stack([self.slope, np.ones(len(self.slope))])

    @property
    def prior_precision(self) -> Floats:
        """(D + 1,), of (theta, u)."""
        return np.append(np.ones(self.dimensions), 1 / self.style_variance)


def select_opinion_votes(votes: VoteTable) -> OpinionVotes:
    """Agree/disagree votes only."""
    indptr = np.zeros(votes.n_participants + 1, dtype=np.int64)
    np.cumsum(count_opinions(votes.indptr, votes.value), out=indptr[1:])
    statement = np.empty(indptr[-1], dtype=np.int32)
    agree = np.empty(indptr[-1], dtype=np.int8)
    counts = keep_opinions(votes.statement, votes.value, votes.n_statements, statement, agree)
    return OpinionVotes(indptr, statement, agree, counts)


def fit_traits(votes: OpinionVotes, *, start: Floats, weights: Floats | None = None, iterations: int = 30) -> TraitFit:
    """Fit the model with as many dimensions as the starting positions have.

    start: (P, D) rough positions (see starting_positions.py), any scale. weights: (P,) with mean 1, or None.
    """
    dims = start.shape[1]
    weight = np.ones(votes.n_participants) if weights is None else weights
    mean = np.column_stack([start, np.zeros(votes.n_participants)])
    covariance = np.broadcast_to(np.eye(dims + 1) * 0.2, (votes.n_participants, dims + 1, dims + 1)).copy()
    agrees = np.bincount(votes.statement, weights=votes.agree, minlength=votes.n_statements)
    totals = votes.counts
    by_statement = index_by_statement(votes.indptr, votes.statement, votes.agree, votes.counts)
    intercept = np.log((agrees + 1) / (totals - agrees + 1))
    loading = np.column_stack([np.zeros((votes.n_statements, dims)), np.ones(votes.n_statements)])
    parameter_covariance = np.zeros((votes.n_statements, dims + 1, dims + 1))
    slope_variance = np.ones(dims)
    style_variance = 0.25
    for iteration in range(iterations):
        prior = np.concatenate(([INTERCEPT_PRECISION], 1 / slope_variance))
        for _ in range(3 if iteration == 0 else 1):
            run_chunks(
                votes.n_statements,
                statement_step,
                *by_statement,
                weight,
                mean,
                covariance,
                prior,
                intercept,
                loading,
                parameter_covariance,
            )
        precision = np.append(np.ones(dims), 1 / style_variance)
        score_persons(
            votes, intercept=intercept, loading=loading, precision=precision, mean=mean, covariance=covariance
        )
        style_variance = _rescale(mean, covariance, weight, intercept, loading)
        variance = loading[:, :dims] ** 2 + parameter_covariance[:, range(1, dims + 1), range(1, dims + 1)]
        slope_variance = np.maximum(variance.mean(axis=0), SLOPE_VARIANCE_FLOOR)
    _rotate_to_principal_axes(totals, mean, covariance, loading, parameter_covariance)
    return TraitFit(
        intercept, loading[:, :dims].copy(), parameter_covariance, mean, covariance, style_variance, slope_variance
    )


def score_persons(
    votes: OpinionVotes,
    *,
    intercept: Floats,
    loading: Floats,
    precision: Floats,
    mean: Floats,
    covariance: Floats,
    steps: int = 1,
) -> None:
    """Move every person's mean (P, d) by Newton steps and write the covariance (P, d, d); both in place."""
    run_chunks(
        votes.n_participants,
        person_step,
        votes.indptr,
        votes.statement,
        votes.agree,
        intercept,
        loading,
        precision,
        steps,
        mean,
        covariance,
    )


def _rescale(mean: Floats, covariance: Floats, weight: Floats, intercept: Floats, loading: Floats) -> float:
    """Parameter expansion: make theta standard and u centred, absorb the change in the statements; returns s^2."""
    dims = loading.shape[1] - 1
    share = weight / weight.sum()
    centre = share @ mean
    mean -= centre
    intercept += loading @ centre
    second = np.einsum("i,ia,ib->ab", share, mean, mean) + np.einsum("i,iab->ab", share, covariance)
    root = np.linalg.cholesky(second[:dims, :dims])
    inverse = np.linalg.inv(root)
    transform = np.eye(dims + 1)
    transform[:dims, :dims] = inverse
    mean[:] = mean @ transform.T
    covariance[:] = transform @ covariance @ transform.T
    loading[:, :dims] = loading[:, :dims] @ root
    return max(float(second[dims, dims]), STYLE_VARIANCE_FLOOR)


def _rotate_to_principal_axes(
    totals: Ints, mean: Floats, covariance: Floats, loading: Floats, parameter_covariance: Floats
) -> None:
    """Order the dimensions by how much they explain; sign: the statement that says most has a positive slope."""
    dims = loading.shape[1] - 1
    slope = loading[:, :dims]
    _, vectors = np.linalg.eigh(slope.T @ (slope * totals[:, None]))
    vectors = vectors[:, ::-1]
    rotated = slope @ vectors
    strongest = np.argmax(np.abs(rotated) * np.sqrt(totals)[:, None], axis=0)
    vectors = vectors * np.where(rotated[strongest, range(dims)] < 0, -1.0, 1.0)
    transform = np.eye(dims + 1)
    transform[:dims, :dims] = vectors.T
    loading[:, :dims] = slope @ vectors
    mean[:] = mean @ transform.T
    covariance[:] = transform @ covariance @ transform.T
    statement_transform = np.eye(dims + 1)
    statement_transform[1:, 1:] = vectors.T
    parameter_covariance[:] = statement_transform @ parameter_covariance @ statement_transform.T
