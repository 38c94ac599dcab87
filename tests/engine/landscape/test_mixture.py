# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import numpy as np
import pytest
from scipy.integrate import trapezoid

from houvast.engine.landscape.mixture import (
    Evidences,
    Mixture,
    fit_mixture,
    gather_evidence,
    log_densities,
    refine_mixture,
)


def _measure(theta: np.ndarray, *, error: float, rng: np.random.Generator) -> Evidences:
    """Evidence of people at theta (P, D) who are each measured once with a normal error."""
    seen = theta + rng.normal(0, error, theta.shape)
    precision = np.broadcast_to(np.eye(theta.shape[1]) / error**2, (*theta.shape, theta.shape[1])).copy()
    return Evidences(precision, seen / error**2)


def _two_groups(*, error: float = 0.4, seed: int = 1) -> tuple[np.ndarray, Evidences]:
    rng = np.random.default_rng(seed)
    group = (rng.random(800) < 0.7).astype(int)
    theta = np.where(group, 0.6, -1.4)[:, None] + rng.normal(0, 0.3, (800, 1))
    return group, _measure(theta, error=error, rng=rng)


def test_evidence_and_prior_together_give_the_posterior_back() -> None:
    rng = np.random.default_rng(2)
    root = rng.normal(size=(5, 3, 3)) * 0.3
    covariance = np.linalg.inv(root @ root.transpose(0, 2, 1) + np.eye(3))
    mean = rng.normal(size=(5, 3))
    found = gather_evidence(mean=mean, covariance=covariance, dims=2)
    posterior = np.linalg.inv(found.precision + np.eye(2))
    assert np.allclose(posterior, covariance[:, :2, :2])
    assert np.allclose(np.einsum("iab,ib->ia", posterior, found.shift), mean[:, :2])


def test_densities_are_integrals_over_all_places() -> None:
    rng = np.random.default_rng(3)
    evidence = Evidences(rng.uniform(0, 8, (6, 1, 1)), rng.normal(0, 3, (6, 1)))
    mixture = Mixture(np.array([0.3, 0.7]), np.array([[-1.0], [0.5]]), np.array([[0.2]]), 0.0)
    theta = np.linspace(-12, 12, 24_001)
    expected = np.empty((6, 2))
    for k in range(2):
        prior = np.exp(-0.5 * (theta - mixture.centre[k, 0]) ** 2 / 0.2) / np.sqrt(2 * np.pi * 0.2)
        for i in range(6):
            votes = np.exp(evidence.shift[i, 0] * theta - 0.5 * evidence.precision[i, 0, 0] * theta**2)
            expected[i, k] = np.log(mixture.share[k] * trapezoid(prior * votes, theta))
    assert np.allclose(log_densities(evidence, mixture), expected, atol=1e-6)


def test_who_said_nothing_belongs_to_a_group_by_its_share_alone() -> None:
    silent = Evidences(np.zeros((1, 2, 2)), np.zeros((1, 2)))
    mixture = Mixture(np.array([0.25, 0.75]), np.array([[-1.0, 0.0], [2.0, 3.0]]), np.eye(2) * 0.3, 0.0)
    assert np.allclose(np.exp(log_densities(silent, mixture)), [[0.25, 0.75]])


def test_planted_groups_are_found_with_their_shares_places_and_width() -> None:
    group, evidence = _two_groups()
    found = fit_mixture(evidence, groups=2, rng=np.random.default_rng(1))
    order = np.argsort(found.centre[:, 0])
    assert found.centre[order, 0] == pytest.approx([-1.4, 0.6], abs=0.08)
    assert found.share[order] == pytest.approx([0.3, 0.7], abs=0.05)
    assert found.within[0, 0] == pytest.approx(0.09, abs=0.03)
    label = order[0] != log_densities(evidence, found).argmax(axis=1)
    assert np.mean(label == group) > 0.95


def test_measurement_error_is_not_taken_for_width() -> None:
    _, evidence = _two_groups(error=0.7)
    found = fit_mixture(evidence, groups=2, rng=np.random.default_rng(1))
    assert found.within[0, 0] < 0.25 < 0.3**2 + 0.7**2


def test_log_likelihood_is_that_of_the_votes_and_rises() -> None:
    _, evidence = _two_groups()
    centre = np.array([[-0.3], [0.1]])
    one = refine_mixture(evidence, centre=centre, steps=1)
    start = Mixture(np.full(2, 0.5), centre, np.eye(1) * 0.15, 0.0)
    assert one.log_likelihood == pytest.approx(np.log(np.exp(log_densities(evidence, start)).sum(axis=1)).sum())
    more = refine_mixture(evidence, centre=centre, steps=40)
    assert more.log_likelihood > one.log_likelihood + 50


def test_one_group_is_the_mean_and_spread_of_everybody() -> None:
    _, evidence = _two_groups()
    found = refine_mixture(evidence, centre=np.zeros((1, 1)), steps=200)
    seen = evidence.shift / evidence.precision[:, 0]
    assert found.share.tolist() == [1.0]
    assert found.centre[0, 0] == pytest.approx(seen.mean(), abs=0.02)
    assert found.within[0, 0] == pytest.approx(seen.var() - 0.16, rel=0.05)


def test_more_groups_than_different_people_still_fit() -> None:
    alike = Evidences(np.ones((8, 1, 1)), np.ones((8, 1)))
    found = fit_mixture(alike, groups=3, rng=np.random.default_rng(1))
    assert np.isfinite(found.centre).all()
    assert found.share.sum() == pytest.approx(1.0)


def test_the_same_seed_gives_the_same_groups_and_the_evidence_stays() -> None:
    _, evidence = _two_groups()
    before = evidence.shift.copy()
    found = [fit_mixture(evidence, groups=3, rng=np.random.default_rng(4)).centre.tolist() for _ in range(2)]
    assert found[0] == found[1]
    assert np.array_equal(evidence.shift, before)


def test_some_people_keep_their_evidence() -> None:
    _, evidence = _two_groups()
    some = evidence.take(np.array([5, 2]))
    assert np.array_equal(some.shift, evidence.shift[[5, 2]])
    assert np.array_equal(some.precision, evidence.precision[[5, 2]])
