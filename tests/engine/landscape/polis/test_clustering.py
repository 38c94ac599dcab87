# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import numpy as np
import pytest
from oracles import polis_oracle as oracle

from houvast.engine.landscape.polis.clustering import choose_participants, cluster_people, lloyd_from_first


def as_places(array: np.ndarray) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in array]


@pytest.mark.parametrize("votes_each", [[9, 2, 7, 0], [3] * 20 + [8], list(range(40)), [0, 0], [7] * 16 + [1]])
def test_who_is_in_the_conversation(votes_each: list[int]) -> None:
    rows = [dict.fromkeys(range(n), 1) for n in votes_each]
    for statements in (3, 60):
        found = choose_participants(np.array(votes_each), n_statements=statements)
        assert found.tolist() == oracle.in_conversation(rows, statements)


@pytest.mark.parametrize("seed", range(6))
def test_groups_are_those_of_the_slow_oracle(seed: int) -> None:
    rng = np.random.default_rng(seed)
    places = np.array([[0, 0], [6, 0], [0, 6]])[rng.integers(0, 3, 160)] + rng.standard_normal((160, 2))
    inside = rng.random(160) < 0.9
    found = cluster_people(places, inside=inside)
    assert found.group.tolist() == oracle.group_people(as_places(places), inside.tolist())


@pytest.mark.parametrize("groups", [1, 2, 7, 100])
def test_k_means_is_that_of_the_slow_oracle(groups: int) -> None:
    rng = np.random.default_rng(3)
    places, weights = np.round(rng.standard_normal((90, 2)), 1), rng.integers(1, 5, 90).astype(float)
    labels, centres = lloyd_from_first(places, weights=weights, groups=groups, steps=20)
    slow_labels, slow_centres = oracle.lloyd(as_places(places), weights.tolist(), groups, 20)
    assert labels.tolist() == slow_labels
    assert centres == pytest.approx(np.array(slow_centres))


def test_nobody_and_everybody_in_one_place() -> None:
    nobody = cluster_people(np.zeros((3, 2)), inside=np.zeros(3, dtype=bool))
    assert nobody.group.tolist() == [-1, -1, -1]
    same = cluster_people(np.ones((20, 2)), inside=np.ones(20, dtype=bool))
    assert same.group.tolist() == [0] * 20
    assert len(same.base_centres) == 1


def test_a_small_conversation_gets_few_groups() -> None:
    places = np.random.default_rng(1).standard_normal((11, 2))
    tried = cluster_people(places, inside=np.ones(11, dtype=bool)).silhouette_by_groups
    assert [k for k, _ in tried] == [2]
