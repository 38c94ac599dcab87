# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import numpy as np

from houvast.engine.landscape.quick_map import draw_quick_map
from houvast.engine.landscape.tally import count_votes
from houvast.engine.simulate.conversations import simulate_conversation


def test_quick_map_finds_planted_groups_and_counts_everybody_in_them() -> None:
    made = simulate_conversation(
        participants=1_000,
        statements=80,
        votes_per_participant=30,
        groups=3,
        separation=7,
        rng=np.random.default_rng(2),
    )
    found = draw_quick_map(made.table, rng=np.random.default_rng(1))
    assert found.grouping.groups == 3
    matched = [np.bincount(made.truth.group[found.group == g], minlength=3).max() for g in range(3)]
    assert sum(matched) > 900
    assert np.array_equal(found.tally.sum(axis=0), count_votes(made.table)[0])
    assert np.allclose(found.agree_share, (found.tally[:, :, 0] + 1) / (found.tally.sum(axis=2) + 2))


def test_people_with_few_votes_are_placed_but_not_grouped() -> None:
    made = simulate_conversation(
        participants=600, statements=60, votes_per_participant=8, exposure="heavy-tailed", rng=np.random.default_rng(3)
    )
    found = draw_quick_map(made.table, rng=np.random.default_rng(1))
    assert np.array_equal(found.group >= 0, made.table.votes_per_participant >= 7)
    assert np.isfinite(found.places).all()
