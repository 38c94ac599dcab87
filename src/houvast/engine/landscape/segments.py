# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who belongs where, and who stands in between? Groups of the ladder, or three stretches of a spectrum.

Groups: to the mixture of groups one broad component is added (everybody's distribution, N(m, I)), so that people who
fit no group have a place of their own: in between. Its share is estimated with the groups held fixed. Who is not at
least CERTAIN sure of one group is in between too. People with fewer than FEWEST_VOTES agree/disagree votes are left
out: nothing can be said about them.

For comparing statements between segments, memberships are computed once more per fifth of the statements without that
fifth, so that a group is never said to stand for a statement because that very statement made the group.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr

from houvast.engine.landscape.ladder import FEWEST_VOTES
from houvast.engine.landscape.mixture import Evidences, Mixture, gather_evidence, log_densities
from houvast.engine.landscape.opinion_kernels import count_opinions
from houvast.engine.landscape.result import SegmentKind, Segments
from houvast.engine.landscape.shares import Answers, gather_answers
from houvast.engine.landscape.traits import OpinionVotes, TraitFit, score_persons
from houvast.engine.landscape.vote_table import VoteTable

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

CERTAIN = 0.8
STRETCHES = ("low", "middle", "high")
STRETCH_BOUNDS = (-0.5, 0.5)
STATEMENT_FOLDS = 5
BROAD_STEPS = 50
SCORE_STEPS = 2
BLOCK_OF_PEOPLE = 50_000


@dataclass(frozen=True, eq=False)
class Splitter:
    """How positions become segments. mixture, broad_share: of groups (in the first dimensions), None on a spectrum."""

    kind: SegmentKind
    labels: tuple[str, ...]
    mixture: Mixture | None
    broad_share: float


def make_splitter(fit: TraitFit, *, mixture: Mixture | None, structured: bool, enough: NDArray[np.bool_]) -> Splitter:
    """From the outcome of the ladder. enough: (P,), people with enough votes to estimate the share in between."""
    if mixture is None:
        if not structured:
            return Splitter(SegmentKind.NONE, (), None, 0.0)
        return Splitter(SegmentKind.STRETCH, STRETCHES, None, 0.0)
    dims = mixture.centre.shape[1]
    chosen = np.flatnonzero(enough)[:BLOCK_OF_PEOPLE]
    evidence = gather_evidence(mean=fit.mean[chosen], covariance=fit.covariance[chosen], dims=dims)
    logs = np.column_stack([log_densities(evidence, mixture), _broad_log_density(evidence, mixture)])
    weight = np.exp(logs - logs.max(axis=1, keepdims=True))
    share = 0.1
    for _ in range(BROAD_STEPS):
        broad = share * weight[:, -1]
        share = float(np.mean(broad / (broad + (1 - share) * weight[:, :-1].sum(axis=1))))
        share = min(max(share, 1e-4), 0.9)
    labels = (*(str(k + 1) for k in range(len(mixture.share))), "between")
    return Splitter(SegmentKind.GROUP, labels, mixture, share)


def split_people(splitter: Splitter, *, mean: Floats, covariance: Floats, enough: NDArray[np.bool_]) -> Segments:
    """Assign everybody. mean (P, d), covariance (P, d, d) of the trait model; enough: (P,)."""
    of = np.full(len(mean), -1, dtype=np.int64)
    certainty = np.full(len(mean), np.nan)
    if splitter.kind is not SegmentKind.NONE:
        for first in range(0, len(mean), BLOCK_OF_PEOPLE):
            part = slice(first, first + BLOCK_OF_PEOPLE)
            chance = _chances(splitter, mean[part], covariance[part])
            of[part], certainty[part] = _assign(splitter, chance)
        of[~enough] = -1
        certainty[~enough] = np.nan
    sizes = np.bincount(of[of >= 0], minlength=len(splitter.labels)).astype(np.int64)
    return Segments(splitter.kind, splitter.labels, of, certainty, sizes)


def gather_crossfitted_answers(
    votes: VoteTable,
    *,
    opinion: OpinionVotes,
    fit: TraitFit,
    splitter: Splitter,
    weights: Floats | None,
    enough: NDArray[np.bool_],
) -> Answers:
    """Answers (G, S, 3) with each person's segment computed without the fifth of the statements it is used for.

    opinion: the agree/disagree votes of votes. Statements without any loading say nothing about a person.
    """
    count = len(splitter.labels)
    fold = np.arange(votes.n_statements) % STATEMENT_FOLDS
    shape = (count, votes.n_statements, 3)
    answers = Answers(np.zeros(shape, dtype=np.int64), np.zeros(shape), np.zeros(shape))
    for f in range(STATEMENT_FOLDS if count and votes.n_statements >= STATEMENT_FOLDS else 0):
        mean, covariance = fit.mean.copy(), np.empty_like(fit.covariance)
        score_persons(
            opinion,
            intercept=fit.intercept,
            loading=np.where((fold == f)[:, None], 0.0, fit.loading),
            precision=fit.prior_precision,
            mean=mean,
            covariance=covariance,
            steps=SCORE_STEPS,
        )
        of = split_people(splitter, mean=mean, covariance=covariance, enough=enough).of
        part = gather_answers(votes, weights=weights, segment=of, n_segments=count)
        answers.people[:, fold == f] = part.people[:, fold == f]
        answers.mass[:, fold == f] = part.mass[:, fold == f]
        answers.squares[:, fold == f] = part.squares[:, fold == f]
    return answers


def have_enough_votes(votes: VoteTable) -> NDArray[np.bool_]:
    """Who gave at least FEWEST_VOTES agree/disagree votes, shape (P,)."""
    return np.asarray(count_opinions(votes.indptr, votes.value) >= FEWEST_VOTES)


def _chances(splitter: Splitter, mean: Floats, covariance: Floats) -> Floats:
    """Probability of each label given the votes, (P, G)."""
    if splitter.mixture is None:
        cuts = ndtr((np.array(STRETCH_BOUNDS) - mean[:, :1]) / np.sqrt(covariance[:, 0, :1]))
        return np.column_stack([cuts[:, 0], cuts[:, 1] - cuts[:, 0], 1 - cuts[:, 1]])
    evidence = gather_evidence(mean=mean, covariance=covariance, dims=splitter.mixture.centre.shape[1])
    logs = np.column_stack(
        [
            log_densities(evidence, splitter.mixture) + np.log1p(-splitter.broad_share),
            _broad_log_density(evidence, splitter.mixture) + np.log(splitter.broad_share),
        ]
    )
    chance = np.exp(logs - logs.max(axis=1, keepdims=True))
    return np.asarray(chance / chance.sum(axis=1, keepdims=True))


def _assign(splitter: Splitter, chance: Floats) -> tuple[Ints, Floats]:
    """The label and its probability; of groups only what is certain, the rest is in between."""
    if splitter.kind is SegmentKind.STRETCH:
        best = chance.argmax(axis=1)
        return best.astype(np.int64), chance.max(axis=1)
    groups = chance[:, :-1]
    best = groups.argmax(axis=1)
    top = groups.max(axis=1)
    between = top < CERTAIN
    return np.where(between, groups.shape[1], best).astype(np.int64), np.where(between, 1 - top, top)


def _broad_log_density(evidence: Evidences, mixture: Mixture) -> Floats:
    """Log marginal likelihood under N(mean of the groups, I), (P,)."""
    dims = mixture.centre.shape[1]
    centre = (mixture.share @ mixture.centre)[None]
    return log_densities(evidence, Mixture(np.ones(1), centre, np.eye(dims), 0.0))[:, 0]
