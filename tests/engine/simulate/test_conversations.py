# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from houvast.domain.errors import OptionRejected
from houvast.engine.simulate.brigades import BrigadeDesign
from houvast.engine.simulate.conversations import (
    Distribution,
    oracle_labels,
    oracle_membership,
    simulate_conversation,
)


def test_same_seed_same_conversation() -> None:
    first, second = (
        simulate_conversation(participants=900, statements=50, density=0.3, groups=3, rng=np.random.default_rng(1))
        for _ in range(2)
    )
    assert np.array_equal(first.table.value, second.table.value)
    assert np.array_equal(first.table.statement, second.table.statement)
    assert np.array_equal(first.truth.group, second.truth.group)


@pytest.mark.parametrize("each", [1, 12, 29, 40])
def test_everybody_votes_once_on_so_many_statements_evenly_spread(each: int) -> None:
    table = simulate_conversation(
        participants=4_000, statements=40, votes_per_participant=each, rng=np.random.default_rng(2)
    ).table
    assert np.all(table.votes_per_participant == each)
    rows = table.statement.reshape(-1, each)
    assert np.all(np.diff(rows, axis=1) > 0)
    seen = np.bincount(table.statement, minlength=40) / 4_000
    assert np.abs(seen - each / 40).max() < 5 * np.sqrt(0.25 / 4_000)


def test_density_and_pass_rate_come_true() -> None:
    table = simulate_conversation(
        participants=5_000, statements=100, density=0.1, pass_rate=0.25, style_sd=0.5, rng=np.random.default_rng(3)
    ).table
    assert table.n_votes / 500_000 == pytest.approx(0.1, abs=0.003)
    assert np.mean(table.value == 0) == pytest.approx(0.25, abs=0.02)


def test_heavy_tailed_exposure_has_the_mean_asked_for_and_a_tail() -> None:
    counts = simulate_conversation(
        participants=20_000, statements=1_000, votes_per_participant=20, exposure="heavy-tailed",
        rng=np.random.default_rng(4),
    ).table.votes_per_participant  # fmt: skip
    assert counts.mean() == pytest.approx(20, rel=0.05)
    assert np.median(counts) < 14
    assert counts.max() > 200


@pytest.mark.parametrize("groups", [2, 3, 5])
def test_groups_stand_equally_far_apart_in_units_of_their_spread(groups: int) -> None:
    truth = simulate_conversation(
        participants=50, statements=5, density=1, groups=groups, separation=4, rng=np.random.default_rng(5)
    ).truth
    apart = (truth.centre[:, None] - truth.centre[None]) / truth.spread
    gaps = np.sqrt((apart**2).sum(axis=2))[np.triu_indices(groups, 1)]
    assert gaps == pytest.approx(np.full(len(gaps), 4.0))


@pytest.mark.parametrize("groups", [1, 2, 4])
def test_opinion_has_the_same_variance_with_and_without_groups(groups: int) -> None:
    place = simulate_conversation(
        participants=40_000, statements=5, density=1, groups=groups, dimensions=3, rng=np.random.default_rng(6)
    ).truth.place
    assert place.shape[1] == 3
    assert place.var(axis=0).mean() == pytest.approx(1, abs=0.02)


@pytest.mark.parametrize(("distribution", "skew"), [("normal", 0.0), ("uniform", 0.0), ("skewed", np.sqrt(2))])
def test_continua_have_their_shape(distribution: Distribution, skew: float) -> None:
    place = simulate_conversation(
        participants=60_000, statements=2, density=1, distribution=distribution, rng=np.random.default_rng(7)
    ).truth.place[:, 0]
    assert place.mean() == pytest.approx(0, abs=0.02)
    assert place.std() == pytest.approx(1, abs=0.02)
    assert np.mean(place**3) == pytest.approx(skew, abs=0.1)


def test_noise_holds_no_shared_opinion() -> None:
    made = simulate_conversation(
        participants=20_000, statements=6, density=1, distribution="none", rng=np.random.default_rng(8)
    )
    related = np.corrcoef(made.table.value.reshape(-1, 6), rowvar=False)[np.triu_indices(6, 1)]
    assert np.all(made.truth.slope == 0)
    assert np.abs(related).max() < 0.03


def test_votes_follow_the_stated_chances() -> None:
    made = simulate_conversation(
        participants=200_000, statements=2, density=1, distribution="none", rng=np.random.default_rng(9)
    )
    a, c = made.truth.intercept[0], made.truth.passing[0]
    agree, disagree, neither = np.exp(a), np.exp(-a), np.exp(c)
    cast = made.table.value.reshape(-1, 2)[:, 0]
    assert np.mean(cast == 1) == pytest.approx(agree / (agree + disagree + neither), abs=0.005)
    assert np.mean(cast == 0) == pytest.approx(neither / (agree + disagree + neither), abs=0.005)


def test_the_oracle_knows_most_when_groups_are_far_apart_and_is_calibrated() -> None:
    right = []
    for separation in (2, 8):
        made = simulate_conversation(
            participants=3_000, statements=60, votes_per_participant=30, groups=3, separation=separation, style_sd=0.4,
            group_shares=(0.6, 0.3, 0.1), rng=np.random.default_rng(10),
        )  # fmt: skip
        chance = oracle_membership(made.truth, votes=made.table)
        assert chance.sum(axis=1) == pytest.approx(np.ones(3_000))
        hit = oracle_labels(made.truth, votes=made.table) == made.truth.group
        assert hit.mean() == pytest.approx(chance.max(axis=1).mean(), abs=0.03)
        right.append(hit.mean())
    assert right[0] < 0.9 < right[1]


def test_brigade_comes_last_and_is_marked() -> None:
    made = simulate_conversation(
        participants=100, statements=30, density=0.5, brigade=BrigadeDesign(size=9), rng=np.random.default_rng(11)
    )
    assert made.truth.in_brigade.tolist() == [False] * 100 + [True] * 9
    assert made.table.n_participants == 109
    assert np.isnan(made.truth.place[100:]).all()
    assert np.all(made.truth.group[100:] == -1)


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ({"density": 1, "groups": 2, "distribution": "none"}, "Noise has no groups"),
        ({}, "either the votes per participant or the density"),
        ({"density": 0.0}, "between 1 and all 9"),
        ({"votes_per_participant": 10}, "between 1 and all 9"),
        ({"density": 1, "groups": 2, "group_shares": (1.0,)}, "one positive share per group"),
        ({"density": 1, "pass_rate": 1.0}, "share of passes"),
        ({"density": 1, "groups": 0}, "at least one"),
    ],
)
def test_what_makes_no_sense_is_refused(options: dict[str, Any], reason: str) -> None:
    with pytest.raises(OptionRejected, match=reason):
        simulate_conversation(participants=9, statements=9, rng=np.random.default_rng(1), **options)
