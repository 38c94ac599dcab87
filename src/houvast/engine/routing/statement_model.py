# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does each statement say about opinion, in the coordinates of the map as it is shown?

    logit P(agree | not pass) = a_j + b_j . (x_i, y_i) + u_i

The landscape gives every person's place (x, y), its standard error and their habit of agreeing u. With those fixed,
each statement's a_j and b_j follow from a logistic regression of its votes on the places (the statement step of the
trait model, traits.py). Because the places are those of the shown map, its sign and scale are those of the map too:
a place computed from these figures can be drawn on it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from houvast.engine.landscape.opinion_kernels import index_by_statement
from houvast.engine.landscape.result import Landscape, Verdict
from houvast.engine.landscape.trait_kernels import statement_step
from houvast.engine.landscape.traits import INTERCEPT_PRECISION, score_persons, select_opinion_votes
from houvast.engine.landscape.vote_table import VoteTable, select_participants, select_statements

Floats = NDArray[np.float64]

SLOPE_PRECISION = 0.5
STYLE_VARIANCE_LEAST = 1e-3
STYLE_UNCERTAINTY = 0.5  # of the variance of style, what stays unknown of one person
NEWTON_STEPS = 8
SCORE_STEPS = 8


@dataclass(frozen=True, eq=False)
class StatementModel:
    """statements: their ids, length S. intercept (S,), slope (S, 2) on the map's x and y, style_variance of u.

    is_structured: whether the ladder found anything beyond chance; without, places mean nothing.
    is_spectrum: whether the people are compared by three stretches of x.
    """

    statements: tuple[str, ...]
    intercept: Floats
    slope: Floats
    style_variance: float
    is_structured: bool
    is_spectrum: bool


@dataclass(frozen=True, eq=False)
class Places:
    """Places of N people on the map: x, y and their standard errors, (N,)."""

    x: Floats
    x_se: Floats
    y: Floats
    y_se: Floats


def fit_statement_model(votes: VoteTable, *, landscape: Landscape) -> StatementModel:
    """The model of the statements that take part in a landscape of these votes."""
    taking_part = {statement.id for statement in landscape.statements}
    known = np.array([s.id in taking_part for s in votes.statements], dtype=bool)
    table = select_participants(select_statements(votes, keep=known), keep=landscape.in_headline)
    opinion = select_opinion_votes(table)
    positions = landscape.positions
    mean = np.column_stack([positions.x, positions.y, positions.style])[landscape.in_headline]
    mean = np.ascontiguousarray(np.nan_to_num(mean))
    spread = float(mean[:, 2].var()) if len(mean) else 0.0
    style_variance = max(spread / (1 - STYLE_UNCERTAINTY), STYLE_VARIANCE_LEAST)
    covariance = np.zeros((len(mean), 3, 3))
    covariance[:, 0, 0] = np.nan_to_num(positions.x_se[landscape.in_headline]) ** 2
    covariance[:, 1, 1] = np.nan_to_num(positions.y_se[landscape.in_headline]) ** 2
    covariance[:, 2, 2] = STYLE_UNCERTAINTY * style_variance
    size = table.n_statements
    agreed = np.bincount(opinion.statement, weights=opinion.agree, minlength=size)
    intercept = np.log((agreed + 1) / (opinion.counts - agreed + 1))
    loading = np.column_stack([np.zeros((size, 2)), np.ones(size)])
    prior = np.array([INTERCEPT_PRECISION, SLOPE_PRECISION, SLOPE_PRECISION])
    by_statement = index_by_statement(opinion.indptr, opinion.statement, opinion.agree, opinion.counts)
    weight, spare = np.ones(len(mean)), np.empty((size, 3, 3))
    for _ in range(NEWTON_STEPS):
        statement_step(0, size, *by_statement, weight, mean, covariance, prior, intercept, loading, spare)
    return StatementModel(
        statements=tuple(s.id for s in table.statements),
        intercept=intercept,
        slope=loading[:, :2].copy(),
        style_variance=style_variance,
        is_structured=landscape.structure.verdict is not Verdict.NO_STRUCTURE,
        is_spectrum=landscape.structure.verdict is Verdict.ONE_SPECTRUM,
    )


def place_voters(model: StatementModel, *, votes: VoteTable) -> Places:
    """Where the people of a table stand, from their agree and disagree votes on statements the model knows."""
    number = {name: at for at, name in enumerate(model.statements)}
    known = np.array([s.id in number for s in votes.statements], dtype=bool)
    table = select_statements(votes, keep=known)
    at = np.array([number[s.id] for s in table.statements], dtype=np.int64)
    size = table.n_participants
    mean, covariance = np.zeros((size, 3)), np.zeros((size, 3, 3))
    score_persons(
        select_opinion_votes(table),
        intercept=model.intercept[at],
        loading=np.column_stack([model.slope[at], np.ones(len(at))]),
        precision=np.array([1.0, 1.0, 1 / model.style_variance]),
        mean=mean,
        covariance=covariance,
        steps=SCORE_STEPS,
    )
    return Places(mean[:, 0], np.sqrt(covariance[:, 0, 0]), mean[:, 1], np.sqrt(covariance[:, 1, 1]))
