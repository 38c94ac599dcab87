# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from oracles import ladder_oracle as oracle
from planted_conversations import climb, plant_canonical

from houvast.engine.landscape.mixture import Evidences, Mixture, fit_mixture, gather_evidence
from houvast.engine.landscape.stability import (
    SplitHalf,
    adjusted_rand,
    compare_halves,
    compare_resamples,
    expected_agreement,
    measure_heldout_gain,
)

LABELS = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=30)
APART = Mixture(np.array([0.5, 0.5]), np.array([[-1.0], [1.0]]), np.array([[0.05]]), 0.0)


def _rng() -> np.random.Generator:
    return np.random.default_rng(7)


@cache
def _evidence(name: str) -> Evidences:
    traits = climb(name).traits
    return gather_evidence(mean=traits.mean, covariance=traits.covariance, dims=climb(name).step.dimensions)


@cache
def _halves(name: str) -> SplitHalf:
    found = climb(name)
    return compare_halves(
        plant_canonical(name).votes, fit=found.traits, mixture=found.groups.mixture, dims=found.step.dimensions,
        rng=_rng(),
    )  # fmt: skip


@given(LABELS)
def test_agreement_of_labels_is_what_counting_pairs_gives(pairs: list[tuple[int, int]]) -> None:
    one, two = np.array(pairs).T
    assert adjusted_rand(one, two) == pytest.approx(oracle.adjusted_rand(one, two))
    assert adjusted_rand(one, two) == pytest.approx(adjusted_rand(two, one))


@given(LABELS, st.permutations(range(5)))
def test_names_of_labels_do_not_matter(pairs: list[tuple[int, int]], names: list[int]) -> None:
    one, two = np.array(pairs).T
    assert adjusted_rand(one, np.array(names)[two]) == pytest.approx(adjusted_rand(one, two))
    assert adjusted_rand(one, np.array(names)[one]) == pytest.approx(1.0)


def test_unrelated_labels_agree_as_chance_does() -> None:
    one, two = _rng().integers(0, 3, (2, 5_000))
    assert abs(adjusted_rand(one, two)) < 0.01


def test_real_opinion_and_real_groups_come_back_from_the_other_statements() -> None:
    assert _halves("spectrum").r > 0.7
    assert _halves("spectrum").agreement is None
    groups = _halves("three groups").agreement
    assert groups is not None
    assert groups > 0.8


def test_noise_does_not_come_back_from_the_other_statements() -> None:
    assert abs(_halves("noise").r) < 0.35


def test_expected_agreement_falls_with_what_votes_say() -> None:
    agreement = [
        expected_agreement(Evidences(np.full((600, 1, 1), precision), np.zeros((600, 1))), mixture=APART, rng=_rng())
        for precision in (200.0, 4.0, 1.0, 0.05)
    ]
    assert agreement == sorted(agreement, reverse=True)
    assert agreement[0] > 0.98
    assert agreement[-1] < 0.1


def test_halves_of_true_groups_agree_at_least_as_much_as_is_expected_of_them() -> None:
    found = climb("three groups")
    assert found.groups.mixture is not None
    expected = expected_agreement(_evidence("three groups"), mixture=found.groups.mixture, rng=_rng())
    assert 0.5 < expected <= (_halves("three groups").agreement or 0)


def test_clear_groups_come_back_from_other_people_and_cuts_through_a_cloud_do_not() -> None:
    mixture = climb("three groups").groups.mixture
    assert mixture is not None
    assert compare_resamples(_evidence("three groups"), mixture=mixture, rng=_rng()) > 0.95
    cloud = _evidence("plane")
    cut = fit_mixture(cloud, groups=5, rng=_rng())
    assert compare_resamples(cloud, mixture=cut, rng=_rng()) < 0.9


@pytest.mark.parametrize(("name", "sign"), [("two groups", 1), ("three groups", 1), ("spectrum", -1)])
def test_groups_foresee_unseen_people_better_only_where_there_are_groups(name: str, sign: int) -> None:
    evidence = _evidence(name)
    mixture = fit_mixture(evidence, groups=3 if name == "three groups" else 2, rng=_rng())
    gain, z = measure_heldout_gain(evidence, mixture=mixture, rng=_rng())
    if sign > 0:
        assert gain > 0.02
        assert z > 2
    else:
        assert gain < 0.02
        assert z < 2
    assert np.sign(gain) == np.sign(z)
