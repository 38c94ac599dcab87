# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Real conversations with their published groups: formulas exact, groups at least as tight as the published ones."""

from __future__ import annotations

import numpy as np
import pytest
from example_conversations import read_example
from oracles import polis_oracle as oracle

from houvast.engine.landscape.components import find_components
from houvast.engine.landscape.grouping import group_people, measure_inertia
from houvast.engine.landscape.polis.landscape import draw_polis_map, landscape_polis
from houvast.engine.landscape.polis.statistics import moderated_out, polis_statistics
from houvast.engine.landscape.vote_table import select_statements

CONVERSATIONS = [
    "london.youth.policing",
    "15-per-hour-seattle",
    "brexit-consensus",
    "scoop-hivemind.biodiversity",
    "austria-climate",
]


@pytest.mark.parametrize("name", CONVERSATIONS[:4])
def test_statistics_of_the_published_groups_follow_the_formulas(name: str) -> None:
    votes, published = read_example(name)
    found = polis_statistics(votes, groups=published)
    spans = zip(votes.indptr[:-1], votes.indptr[1:], strict=True)
    rows = [dict(zip(votes.statement[a:b].tolist(), votes.value[a:b].tolist(), strict=True)) for a, b in spans]
    hidden = set(np.flatnonzero(moderated_out(votes)).tolist())
    slow = oracle.describe_groups(rows, votes.n_statements, hidden, published.tolist())
    gac = [oracle.group_aware_consensus(slow, j) for j in range(votes.n_statements)]
    assert found.group_aware_consensus == pytest.approx(gac, abs=1e-15)
    for g, group in enumerate(slow):
        assert [(r.statement, r.direction) for r in found.representative[g]] == group.shown
        assert found.agree.repness_test[g] == pytest.approx([f["rat"] for f in group.figures], abs=1e-12)
        assert found.disagree.metric[g] == pytest.approx(
            [f["rd"] * f["rdt"] * f["pd"] * f["pdt"] for f in group.figures], abs=1e-12
        )


@pytest.mark.parametrize("name", CONVERSATIONS)
def test_people_are_at_least_as_close_to_their_group_as_in_the_published_groups(name: str) -> None:
    votes, published = read_example(name)
    grouped = published >= 0
    places = draw_polis_map(votes).people[grouped]
    theirs = measure_inertia(places, labels=published[grouped])
    k = int(published.max()) + 1
    assert group_people(places, groups=k, rng=np.random.default_rng(1)).inertia <= theirs


@pytest.mark.parametrize("name", CONVERSATIONS)
def test_components_are_those_of_the_dense_matrix(name: str) -> None:
    votes, _ = read_example(name)
    votes = select_statements(votes, keep=~moderated_out(votes))
    dense = np.zeros((votes.n_participants, votes.n_statements))
    found = find_components(votes)
    dense[votes.rows(), votes.statement] = votes.value - found.means[votes.statement]
    axes = np.linalg.svd(dense, full_matrices=False)[2][:2]
    assert np.abs(np.sum(axes.T * found.loadings, axis=0)) == pytest.approx([1, 1], abs=1e-9)


def test_the_conversation_about_the_seattle_wage_keeps_its_138_people() -> None:
    votes, published = read_example("15-per-hour-seattle")
    found = landscape_polis(votes, seed=1)
    assert np.array_equal(found.in_conversation, published >= 0)
    assert found.groups == published.max() + 1
