# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How do the votes become positions and a verdict? Test for structure, fit the traits, then climb the ladder."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from houvast.engine.landscape.ladder import GroupStep, StructureStep, decide_groups, find_structure
from houvast.engine.landscape.result import LandscapeSettings
from houvast.engine.landscape.starting_positions import find_starting_positions
from houvast.engine.landscape.traits import (
    OpinionVotes,
    TraitFit,
    fit_traits,
    score_persons,
    select_opinion_votes,
)
from houvast.engine.landscape.vote_table import VoteTable, select_participants

Floats = NDArray[np.float64]

FIT_VOTES = 1_000_000
SCORE_STEPS = 6
SHOWN_DIMENSIONS = 2


@dataclass(frozen=True, eq=False)
class Climb:
    """opinion: agree/disagree votes; traits for everybody; the two steps of the ladder."""

    opinion: OpinionVotes
    traits: TraitFit
    step: StructureStep
    groups: GroupStep


def climb_ladder(
    votes: VoteTable, *, settings: LandscapeSettings, rng: np.random.Generator, weights: Floats | None = None
) -> Climb:
    """Positions and verdict of votes in canonical order. weights: (P,), mean 1, or None."""
    step = find_structure(votes, rng=rng)
    dims = max(step.dimensions, SHOWN_DIMENSIONS, settings.dimensions or 0)
    opinion = select_opinion_votes(votes)
    traits = _fit_everybody(votes, opinion, dims=dims, weights=weights, rng=rng)
    groups = decide_groups(votes, opinion=opinion, fit=traits, step=step, settings=settings, rng=rng)
    return Climb(opinion, traits, step, groups)


def _fit_everybody(
    votes: VoteTable, opinion: OpinionVotes, *, dims: int, weights: Floats | None, rng: np.random.Generator
) -> TraitFit:
    """Fit on all, or on a random subsample of FIT_VOTES votes after which everybody is scored."""
    if len(opinion.agree) <= FIT_VOTES:
        return fit_traits(opinion, start=_start(votes, dims), weights=weights)
    size = int(votes.n_participants * FIT_VOTES / len(opinion.agree))
    chosen = np.zeros(votes.n_participants, dtype=bool)
    chosen[rng.permutation(votes.n_participants)[:size]] = True
    sample = select_participants(votes, keep=chosen)
    fit = fit_traits(
        select_opinion_votes(sample),
        start=_start(sample, dims),
        weights=None if weights is None else weights[chosen],
    )
    mean = np.zeros((votes.n_participants, dims + 1))
    covariance = np.zeros((votes.n_participants, dims + 1, dims + 1))
    score_persons(
        opinion,
        intercept=fit.intercept,
        loading=fit.loading,
        precision=fit.prior_precision,
        mean=mean,
        covariance=covariance,
        steps=SCORE_STEPS,
    )
    return replace(fit, mean=mean, covariance=covariance)


def _start(votes: VoteTable, dims: int) -> Floats:
    return find_starting_positions(
        indptr=votes.indptr,
        statement=votes.statement,
        value=votes.value,
        n_statements=votes.n_statements,
        dims=dims,
    )
