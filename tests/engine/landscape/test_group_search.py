# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from oracles import ladder_oracle as oracle
from planted_conversations import climb, plant, plant_canonical

from houvast.engine.landscape.group_search import (
    CHAIN_NEEDED,
    MERGE_MARGIN,
    PAIR_NEEDED,
    GroupSearch,
    _weakest_chain,
    search_groups,
)
from houvast.engine.landscape.mixture import Evidences, gather_evidence, log_densities
from houvast.engine.landscape.stability import adjusted_rand


def _evidence(name: str) -> Evidences:
    found = climb(name)
    dims = found.step.dimensions
    return gather_evidence(mean=found.traits.mean, covariance=found.traits.covariance, dims=dims)


def _search(name: str, *, smallest: int = 10, seed: int = 1) -> GroupSearch:
    found = climb(name)
    rng = np.random.default_rng(seed)
    return search_groups(_evidence(name), opinion=found.opinion, fit=found.traits, smallest=smallest, rng=rng)


@pytest.mark.parametrize(("name", "groups"), [("two groups", 2), ("three groups", 3)])
def test_planted_groups_stand_and_hold_the_planted_people(name: str, groups: int) -> None:
    found = _search(name)
    assert found.mixture is not None
    assert len(found.mixture.share) == groups
    label = log_densities(_evidence(name), found.mixture).argmax(axis=1)
    assert adjusted_rand(label, plant(name).truth.group[plant_canonical(name).people]) > 0.85


@pytest.mark.parametrize("name", ["spectrum", "plane"])
def test_a_spectrum_has_no_groups_but_says_how_far_it_was_from_two(name: str) -> None:
    found = _search(name)
    assert found.mixture is None
    assert found.chain_needed == CHAIN_NEEDED[2]
    assert len(found.pairs) == 1
    assert found.pairs[0].needed == PAIR_NEEDED


def test_what_stands_passes_all_three_conditions() -> None:
    found = _search("three groups")
    assert None not in (found.chain_evidence, found.chain_needed, found.merge_loss, found.merge_needed)
    assert found.chain_needed == CHAIN_NEEDED[3]
    assert found.chain_evidence >= found.chain_needed  # type: ignore[operator]
    assert found.merge_needed == pytest.approx(MERGE_MARGIN + 1.5 * math.log(300))
    assert found.merge_loss >= found.merge_needed  # type: ignore[operator]
    assert [(pair.first, pair.second) for pair in found.pairs] == [(0, 1), (0, 2), (1, 2)]
    assert all(pair.log_evidence >= PAIR_NEEDED for pair in found.pairs)


def test_groups_smaller_than_allowed_do_not_stand() -> None:
    assert _search("three groups", smallest=130).mixture is None
    few = _search("two groups", smallest=151)
    assert (few.mixture, few.pairs, few.chain_evidence) == (None, (), None)


def test_the_same_seed_gives_the_same_outcome() -> None:
    one, other = _search("two groups", seed=3), _search("two groups", seed=3)
    assert one.pairs == other.pairs
    assert one.merge_loss == other.merge_loss


@given(st.integers(2, 5), st.integers(0, 10_000))
def test_the_weakest_chain_is_the_smallest_mean_over_all_trees(groups: int, seed: int) -> None:
    gaps = np.random.default_rng(seed).normal(0, 5, (groups, groups))
    gaps = gaps + gaps.T
    np.fill_diagonal(gaps, np.inf)
    assert _weakest_chain(gaps) == pytest.approx(oracle.weakest_chain(gaps))
