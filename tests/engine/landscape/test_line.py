# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import numpy as np
from planted_conversations import climb, plant
from scipy.special import log_expit

from houvast.engine.landscape.line import GRID, likelihood_on_line
from houvast.engine.landscape.mixture import Mixture
from houvast.engine.landscape.traits import OpinionVotes, TraitFit, score_persons, select_opinion_votes

CENTRES = Mixture(np.array([0.5, 0.5]), np.array([[-1.0], [0.8]]), np.array([[0.2]]), 0.0)


def _model(*, style_variance: float, dims: int = 1) -> tuple[OpinionVotes, TraitFit]:
    """The planted votes with a model that is given, not fitted."""
    votes = select_opinion_votes(plant("two groups", participants=60).table)
    rng = np.random.default_rng(1)
    intercept, slope = rng.normal(0, 0.5, votes.n_statements), rng.normal(0.8, 1.0, (votes.n_statements, dims))
    shape = (votes.n_participants, dims + 1)
    fit = TraitFit(
        intercept, slope, np.zeros((votes.n_statements, dims + 1, dims + 1)), np.zeros(shape),
        np.zeros((*shape, dims + 1)), style_variance, np.ones(dims),
    )  # fmt: skip
    score_persons(
        votes, intercept=intercept, loading=fit.loading, precision=fit.prior_precision, mean=fit.mean,
        covariance=fit.covariance, steps=20,
    )  # fmt: skip
    return votes, fit


def _log_likelihood(votes: OpinionVotes, fit: TraitFit, person: int, theta: np.ndarray, style: float) -> np.ndarray:
    """Of all votes of one person at places theta (T,), vote by vote."""
    total = np.zeros(len(theta))
    for v in range(votes.indptr[person], votes.indptr[person + 1]):
        j = votes.statement[v]
        lean = fit.intercept[j] + fit.slope[j, 0] * theta + style
        total += log_expit(lean if votes.agree[v] else -lean)
    return total


def _on_line(votes: OpinionVotes, fit: TraitFit, members: np.ndarray, mixture: Mixture = CENTRES) -> np.ndarray:
    return likelihood_on_line(votes, fit=fit, mixture=mixture, first=0, second=1, members=members)


def test_in_one_dimension_without_style_it_is_the_likelihood_itself() -> None:
    votes, fit = _model(style_variance=1e-9)
    members = np.array([3, 0, 41])
    found = _on_line(votes, fit, members)
    theta = -0.1 + 1.8 * GRID
    for row, person in enumerate(members):
        expected = _log_likelihood(votes, fit, person, theta, 0.0)
        flat = -0.5 * (theta + 0.1) ** 2 / (100 + 0.2)
        assert np.allclose(found[row], np.exp(expected + flat - (expected + flat).max()), atol=1e-5)


def test_the_ends_of_the_unit_stretch_are_the_two_centres() -> None:
    assert GRID[0] == -GRID[-1]
    votes, fit = _model(style_variance=1e-9)
    swapped = Mixture(CENTRES.share, CENTRES.centre[::-1].copy(), CENTRES.within, 0.0)
    members = np.arange(10)
    assert np.allclose(_on_line(votes, fit, members), _on_line(votes, fit, members, swapped)[:, ::-1])


def test_response_style_follows_close_to_its_best_value_at_every_place() -> None:
    votes, fit = _model(style_variance=0.5)
    members = np.arange(12)
    found = np.log(_on_line(votes, fit, members))
    theta, style = -0.1 + 1.8 * GRID, np.linspace(-4, 4, 401)
    for row, person in enumerate(members):
        flat = -0.5 * (theta + 0.1) ** 2 / 100.2
        profile = np.max([_log_likelihood(votes, fit, person, theta, u) - u * u for u in style], axis=0) + flat
        likely = profile > profile.max() - 6
        gap = found[row] - (profile - profile.max())
        assert np.abs(gap[likely]).max() < 0.5


def test_every_row_has_its_top_at_one_and_nobody_is_asked_for_more() -> None:
    found = climb("three groups")
    centre = np.array([[-1.0, 0.0], [1.0, 0.3]])
    mixture = Mixture(np.array([0.5, 0.5]), centre, np.eye(2) * 0.2, 0.0)
    rows = _on_line(found.opinion, found.traits, np.arange(40), mixture)
    assert rows.shape == (40, len(GRID))
    assert np.allclose(rows.max(axis=1), 1.0)
    assert (rows >= 0).all()


def test_who_stands_at_a_centre_is_likeliest_there() -> None:
    found = climb("three groups")
    mixture = found.groups.mixture
    assert mixture is not None
    rows = likelihood_on_line(
        found.opinion, fit=found.traits, mixture=mixture, first=0, second=1, members=np.arange(300)
    )
    top = GRID[rows.argmax(axis=1)]
    distance = np.linalg.norm(found.traits.mean[:, None, :2] - mixture.centre[None], axis=2)
    nearest = distance.argmin(axis=1)
    assert abs(np.median(top[nearest == 0]) + 0.5) < 0.2
    assert abs(np.median(top[nearest == 1]) - 0.5) < 0.2
