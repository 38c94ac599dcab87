# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import numpy as np
import pytest
from planted_conversations import climb, plant, plant_canonical

from houvast.engine.landscape import climb as climb_module
from houvast.engine.landscape.climb import Climb, climb_ladder
from houvast.engine.landscape.result import LandscapeSettings


def _climb(name: str, *, settings: LandscapeSettings | None = None, weights: np.ndarray | None = None) -> Climb:
    votes = plant_canonical(name).votes
    return climb_ladder(votes, settings=settings or LandscapeSettings(), rng=np.random.default_rng(1), weights=weights)


def test_everybody_gets_a_place_on_a_map_of_at_least_two_dimensions() -> None:
    found = climb("spectrum")
    assert found.step.dimensions == 1
    assert found.traits.dimensions == 2
    assert found.traits.mean.shape == (300, 3)
    assert (found.traits.covariance[:, [0, 1], [0, 1]] > 0).all()
    assert found.opinion.n_participants == 300


def test_the_first_axis_is_the_planted_opinion() -> None:
    truth = plant("spectrum").truth.place[plant_canonical("spectrum").people, 0]
    assert abs(np.corrcoef(climb("spectrum").traits.mean[:, 0], truth)[0, 1]) > 0.9


def test_more_dimensions_can_be_asked_for() -> None:
    assert _climb("spectrum", settings=LandscapeSettings(dimensions=3)).traits.dimensions == 3


def test_a_sample_of_the_votes_places_everybody_as_all_votes_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(climb_module, "FIT_VOTES", len(climb("spectrum").opinion.agree) // 2)
    sampled, full = _climb("spectrum").traits, climb("spectrum").traits
    assert sampled.mean.shape == full.mean.shape
    assert not np.array_equal(sampled.slope, full.slope)
    assert abs(np.corrcoef(sampled.mean[:, 0], full.mean[:, 0])[0, 1]) > 0.97


def test_equal_weights_change_nothing_and_unequal_ones_do() -> None:
    plain = climb("spectrum").traits
    equal = _climb("spectrum", weights=np.ones(300)).traits
    assert np.array_equal(plain.mean, equal.mean)
    weights = np.where(np.arange(300) < 150, 1.6, 0.4)
    assert np.abs(_climb("spectrum", weights=weights).traits.slope - plain.slope).max() > 0.05


def test_the_same_seed_twice_is_the_same_to_the_last_bit() -> None:
    one, other = climb("three groups"), _climb("three groups")
    assert one.traits.mean.tobytes() == other.traits.mean.tobytes()
    assert one.groups.structure == other.groups.structure
    assert one.groups.mixture is not None
    assert other.groups.mixture is not None
    assert one.groups.mixture.centre.tobytes() == other.groups.mixture.centre.tobytes()


def test_weights_count_in_a_sample_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(climb_module, "FIT_VOTES", len(climb("spectrum").opinion.agree) // 2)
    weights = np.where(np.arange(300) < 150, 1.6, 0.4)
    plain, weighted = _climb("spectrum").traits, _climb("spectrum", weights=weights).traits
    assert np.abs(weighted.slope - plain.slope).max() > 0.05
