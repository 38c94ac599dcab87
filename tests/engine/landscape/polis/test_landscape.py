# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import json
import math
from dataclasses import replace

import numpy as np
import pytest
from oracles import polis_oracle as oracle
from vote_strategies import table_of

from houvast.domain.votes import Moderation
from houvast.engine.landscape.polis import landscape_polis
from houvast.engine.landscape.polis.landscape import PolisLandscape, draw_polis_map
from houvast.engine.landscape.vote_table import VoteTable, select_statements
from houvast.engine.simulate.conversations import simulate_conversation

HIDDEN = {2, 11}


def a_conversation() -> VoteTable:
    votes = simulate_conversation(
        participants=130,
        statements=18,
        votes_per_participant=9,
        exposure="heavy-tailed",
        groups=2,
        separation=5,
        rng=np.random.default_rng(12),
    ).table
    named = tuple(
        replace(s, moderation=Moderation.OUT) if j in HIDDEN else replace(s, is_meta=j == 5)
        for j, s in enumerate(votes.statements)
    )
    return replace(votes, statements=named)


@pytest.fixture(scope="module")
def votes() -> VoteTable:
    return a_conversation()


@pytest.fixture(scope="module")
def found(votes: VoteTable) -> PolisLandscape:
    return landscape_polis(votes, seed=1)


def rows_of(votes: VoteTable) -> list[dict[int, int]]:
    spans = zip(votes.indptr[:-1], votes.indptr[1:], strict=True)
    return [dict(zip(votes.statement[a:b].tolist(), votes.value[a:b].tolist(), strict=True)) for a, b in spans]


def test_map_and_groups_are_those_of_the_slow_oracle(votes: VoteTable, found: PolisLandscape) -> None:
    rows, n, hidden = rows_of(votes), votes.n_statements, HIDDEN | {5}
    means, axes = oracle.components(rows, n, hidden)
    for d, axis in enumerate(axes):
        if np.dot(axis, found.map.loadings[:, d]) < 0:
            axes[d] = [-a for a in axis]
    places = oracle.place_people(rows, n, hidden, means, axes)
    assert found.map.people == pytest.approx(np.array(places), abs=1e-8)
    assert found.map.means == pytest.approx(means)
    extremity = [math.sqrt(n) * (1 - means[j]) * math.hypot(axes[0][j], axes[1][j]) for j in range(n)]
    assert found.map.extremity == pytest.approx(extremity, abs=1e-8)
    inside = oracle.in_conversation(rows, n)
    assert found.in_conversation.tolist() == inside
    groups = oracle.group_people(places, inside)
    assert found.clusters.group.tolist() == groups
    slow = oracle.describe_groups(rows, n, hidden, groups)
    assert [[(r.statement, r.direction) for r in group] for group in found.statistics.representative] == [
        group.shown for group in slow
    ]


def test_routing_follows_the_formula_and_meta_statements_weigh_49(found: PolisLandscape) -> None:
    for j in range(len(found.statements)):
        given, agreed = int(found.statistics.voted[:, j].sum()), int(found.statistics.agreed[:, j].sum())
        passed = given - agreed - int(found.statistics.disagreed[:, j].sum())
        slow = 49.0 if j == 5 else oracle.priority(agreed, passed, given, float(found.map.extremity[j]))
        assert found.priority[j] == pytest.approx(slow)


def test_hidden_statements_pull_nobody_but_count_in_the_stretch(votes: VoteTable) -> None:
    kept = np.array([j not in HIDDEN | {5} for j in range(votes.n_statements)])
    all_columns, without = draw_polis_map(votes), draw_polis_map(select_statements(votes, keep=kept))
    given = select_statements(votes, keep=kept).votes_per_participant
    shrunk = np.sqrt(18 / 15) * np.sqrt(given / (given + 3))
    assert all_columns.people == pytest.approx(without.people * shrunk[:, None], abs=1e-9)
    assert np.all(all_columns.extremity[~kept] == 0)


def test_person_figures(found: PolisLandscape) -> None:
    i = int(np.flatnonzero(found.in_conversation)[3])
    middle = found.map.people[found.in_conversation].mean(axis=0)
    centre = found.clusters.group_centres[found.clusters.group[i]]
    place = found.map.people[i]
    assert found.centricness[i] == pytest.approx(1 - math.dist(place, middle))
    assert found.coreness[i] == pytest.approx(1 - math.dist(place, centre))
    outward = (centre - middle) / math.dist(centre, middle)
    assert found.extremeness[i] == pytest.approx(float((place - centre) @ outward))
    assert np.isnan(found.centricness[~found.in_conversation]).all()


def test_restarts_are_never_worse_than_the_cold_start(found: PolisLandscape) -> None:
    assert 0 < found.best_inertia <= found.inertia


def test_the_answer_is_repeatable_and_fits_in_json(votes: VoteTable, found: PolisLandscape) -> None:
    first, second = (json.dumps(x.to_dict(), allow_nan=False) for x in (found, landscape_polis(votes, seed=1)))
    assert first == second
    told = json.loads(first)
    assert sum(group["size"] for group in told["groups"]) == told["participants"]["in_conversation"]
    assert len(found.people_rows()) == 130


def test_statements_without_votes_are_no_columns(votes: VoteTable) -> None:
    padded = replace(votes, statements=(*votes.statements, replace(votes.statements[0], id="never seen")))
    assert landscape_polis(padded, seed=1).to_dict() == landscape_polis(votes, seed=1).to_dict()


@pytest.mark.parametrize("shape", [(1, 1), (2, 3), (16, 1), (20, 2)])
def test_tiny_conversations_give_a_result(shape: tuple[int, int]) -> None:
    matrix = np.random.default_rng(1).choice([-1, 0, 1], shape).astype(np.int8)
    found = landscape_polis(table_of(matrix), seed=1)
    assert found.groups >= 1
    assert np.isfinite(found.map.people).all()


def test_everything_moderated_out_still_gives_a_result() -> None:
    found = landscape_polis(table_of(np.ones((20, 2), dtype=np.int8), moderated=(0, 1)), seed=1)
    assert found.groups == 1
    assert found.statistics.representative == ((),)
