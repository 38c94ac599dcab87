# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import numpy as np
import pytest
from example_conversations import read_example

from houvast.domain.estimate import Estimate
from houvast.engine.landscape.bridging import BridgingFit, fit_bridging
from houvast.engine.landscape.components import find_components
from houvast.engine.landscape.hostile import add_hostile_ranks, hostile_scores
from houvast.engine.landscape.result import Ranked
from houvast.engine.landscape.vote_table import VoteTable
from houvast.engine.simulate.brigades import add_brigade


def fit_from_component(votes: VoteTable) -> BridgingFit:
    return fit_bridging(votes, start=find_components(votes, count=1).loadings[:, 0])


@pytest.mark.parametrize("name", ["brexit-consensus", "scoop-hivemind.biodiversity"])
def test_real_attacks_by_one_in_a_hundred_stay_within_the_bounds(name: str) -> None:
    votes, _ = read_example(name)
    low, high = hostile_scores(votes, fit=fit_from_component(votes))
    seen = np.bincount(votes.statement, minlength=votes.n_statements)
    usual = np.flatnonzero(seen >= np.median(seen) / 2)
    inside = 0
    for attack in range(20):
        rng = np.random.default_rng(attack)
        target = int(rng.choice(usual))
        size = int(np.ceil(0.01 * votes.n_participants))
        attacked = add_brigade(votes, size=size, kind="identical", targets=(target,), rng=rng)
        inside += low[target] <= fit_from_component(attacked).statement_intercept[target] <= high[target]
    assert inside >= 19


def test_bounds_hold_the_score_and_widen_with_the_share() -> None:
    votes, _ = read_example("15-per-hour-seattle")
    fit = fit_from_component(votes)
    narrow, wide = hostile_scores(votes, fit=fit), hostile_scores(votes, fit=fit, share=0.05)
    assert ((narrow[0] <= fit.statement_intercept) & (fit.statement_intercept <= narrow[1])).all()
    assert ((wide[0] <= narrow[0]) & (narrow[1] <= wide[1])).all()


def test_ranks_follow_from_pushing_one_statement_among_the_others() -> None:
    scores = np.array([0.5, 0.4, 0.3, 0.2])
    place = lambda j, score, direction: Ranked(j, direction, Estimate(score, 0, 1, 0.95, 9), 1, 4)  # noqa: E731
    ranked = (place(0, 0.5, "agree"), place(1, 0.4, "disagree"), place(2, 0.3, "agree"), place(3, 0.2, "agree"))
    low, high = np.array([0.35, -0.6, 0.25, 0.2]), np.array([0.6, -0.1, 0.35, 0.2])
    found = add_hostile_ranks(ranked, scores=scores, low=low, high=high)
    assert [(r.hostile_low, r.hostile_high) for r in found] == [(1, 2), (1, 4), (3, 3), (4, 4)]


def test_a_part_of_a_person_counts_as_one_person() -> None:
    votes, _ = read_example("london.youth.policing")
    fit = fit_from_component(votes)
    people = int(np.count_nonzero(votes.votes_per_participant))
    small, large = (hostile_scores(votes, fit=fit, share=part / people) for part in (0.1, 0.9))
    assert np.array_equal(small, large)
    assert (small[0] < fit.statement_intercept).all()
    assert (small[1] > fit.statement_intercept).all()
