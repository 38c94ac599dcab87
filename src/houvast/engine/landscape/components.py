# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Along which lines do votes differ most? Exact principal components of the mean-imputed votes, without a dense matrix.

A vote that was not cast is filled in with the mean of its statement; after centring that is exactly 0. So the
components are eigenvectors of the S x S Gram matrix of moments.py, and a person's score is a sum over the votes cast:

    score_i = sum over voted j of (x_ij - mu_j) v_j

The published Polis map stretches scores by sqrt(S / n_i) so that people with few votes do not all land in the middle.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numba import njit
from numpy.typing import NDArray

from houvast.engine.landscape.chunks import run_chunks
from houvast.engine.landscape.eigenvectors import leading_eigenvectors
from houvast.engine.landscape.moments import Moments, finish_gram, partial_moments
from houvast.engine.landscape.vote_table import VoteTable

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Components:
    """D components of S statements over P people.

    loadings (S, D), columns of unit length; variances (D,), eigenvalues of the Gram matrix (sums of squares);
    total_variance its trace; means mu (S,); scores (P, D). Signs are fixed by orient_components.
    """

    loadings: Floats
    variances: Floats
    total_variance: float
    means: Floats
    scores: Floats


def find_components(votes: VoteTable, *, count: int = 2, weights: Floats | None = None) -> Components:
    """The `count` main components of a table. weights: float64 shape (P,), how often each person counts."""
    if weights is None:
        moments = partial_moments(votes)
        return place_on_components(votes, gram=finish_gram(moments), means=moments.means, count=count)
    means = weighted_means(votes, weights=weights)
    return place_on_components(votes, gram=weighted_gram(votes, means=means, weights=weights), means=means, count=count)


def read_components(moments: Moments, *, votes: VoteTable, count: int = 2) -> Components:
    """The same from moments kept up to date by a worker; votes give the people to place."""
    return place_on_components(votes, gram=finish_gram(moments), means=moments.means, count=count)


def place_on_components(votes: VoteTable, *, gram: Floats, means: Floats, count: int) -> Components:
    """Components of a Gram matrix (S, S) and the scores of these people on them, signs fixed."""
    variances, loadings = leading_eigenvectors(gram, count=count)
    scores = project_votes(votes, means=means, loadings=loadings)
    signs = orient_components(scores)
    return Components(loadings * signs, variances, float(np.trace(gram)), means, scores * signs)


def orient_components(scores: Floats) -> Floats:
    """The sign, +1 or -1 shape (D,), that puts the longer tail of people on the positive side (third moment >= 0).

    It depends on the people's places only: renaming, reordering or flipping the sign of all votes leaves the map as
    it is.
    """
    return np.where(np.sum(scores**3, axis=0) < 0, -1.0, 1.0)


def project_votes(votes: VoteTable, *, means: Floats, loadings: Floats) -> Floats:
    """Scores (P, D) of the people of a table on given loadings (S, D), after subtracting means (S,)."""
    scores = np.zeros((votes.n_participants, loadings.shape[1]))
    loadings = np.ascontiguousarray(loadings)
    run_chunks(votes.n_participants, _project, votes.indptr, votes.statement, votes.value, means, loadings, scores)
    return scores


def weighted_means(votes: VoteTable, *, weights: Floats) -> Floats:
    """Weighted mean vote per statement, shape (S,), 0 where nobody voted."""
    per_vote = np.repeat(weights, votes.votes_per_participant)
    total = np.bincount(votes.statement, weights=per_vote * votes.value, minlength=votes.n_statements)
    weight = np.bincount(votes.statement, weights=per_vote, minlength=votes.n_statements)
    return np.asarray(np.divide(total, weight, out=np.zeros(votes.n_statements), where=weight > 0))


def weighted_gram(votes: VoteTable, *, means: Floats, weights: Floats) -> Floats:
    """sum_i w_i z_i z_i' of the mean-imputed, centred votes, float64 (S, S); one thread, so always the same."""
    gram = np.zeros((votes.n_statements, votes.n_statements))
    longest = int(votes.votes_per_participant.max(initial=0))
    _weigh_pairs(votes.indptr, votes.statement, votes.value, means, weights, np.empty(longest), gram)
    return np.triu(gram) + np.triu(gram, 1).T


@njit(cache=True, nogil=True)
def _project(
    first: int,
    last: int,
    indptr: Ints,
    statement: NDArray[np.int32],
    value: NDArray[np.int8],
    means: Floats,
    loadings: Floats,
    scores: Floats,
) -> None:
    for i in range(first, last):
        for v in range(indptr[i], indptr[i + 1]):
            j = statement[v]
            z = value[v] - means[j]
            for d in range(loadings.shape[1]):
                scores[i, d] += z * loadings[j, d]


@njit(cache=True, nogil=True)
def _weigh_pairs(
    indptr: Ints,
    statement: NDArray[np.int32],
    value: NDArray[np.int8],
    means: Floats,
    weights: Floats,
    row: Floats,
    gram: Floats,
) -> None:
    for i in range(len(indptr) - 1):
        start = indptr[i]
        size = indptr[i + 1] - start
        for p in range(size):
            j = statement[start + p]
            row[p] = value[start + p] - means[j]
        for p in range(size):
            z = row[p] * weights[i]
            line = gram[statement[start + p]]
            for q in range(p, size):
                line[statement[start + q]] += z * row[q]
