# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import numpy as np
import pytest
from example_conversations import read_example

from houvast.engine.landscape import bridging_interval as interval_module
from houvast.engine.landscape.bridging import fit_bridging
from houvast.engine.landscape.bridging_interval import bridging_spread, estimate_bridging
from houvast.engine.landscape.components import find_components
from houvast.engine.landscape.vote_table import VoteTable, select_participants
from houvast.engine.simulate.conversations import simulate_conversation


def start_of(votes: VoteTable) -> np.ndarray:
    return find_components(votes, count=1).loadings[:, 0]


@pytest.mark.parametrize("groups", [1, 2])
def test_the_interval_covers_the_expectation_of_the_estimator(groups: int) -> None:
    rng = np.random.default_rng(5)
    crowd = simulate_conversation(
        participants=12_000, statements=30, votes_per_participant=12, groups=groups, style_sd=0.5, rng=rng
    ).table
    found = []
    for part in np.array_split(rng.permutation(12_000), 60):
        keep = np.zeros(12_000, dtype=bool)
        keep[part] = True
        votes = select_participants(crowd, keep=keep)
        found.append(estimate_bridging(votes, fit=fit_bridging(votes, start=start_of(votes))))
    value, low, high = (np.array([getattr(f, name) for f in found]) for name in ("value", "low", "high"))
    expected = value.mean(axis=0)
    assert 0.93 <= np.mean((low <= expected) & (expected <= high)) <= 0.97


def test_the_spread_is_that_of_a_bootstrap_of_people() -> None:
    votes, _ = read_example("brexit-consensus")
    start, rng = start_of(votes), np.random.default_rng(1)
    spread = bridging_spread(votes, fit=fit_bridging(votes, start=start))
    draws = []
    for _ in range(150):
        weights = rng.multinomial(votes.n_participants, np.full(votes.n_participants, 1 / votes.n_participants))
        draws.append(fit_bridging(votes, start=start, weights=weights + 1e-9).statement_intercept)
    assert np.median(spread / np.std(draws, axis=0)) == pytest.approx(1, abs=0.12)


def test_a_statement_without_votes_has_no_score() -> None:
    votes, _ = read_example("london.youth.policing")
    wider = VoteTable(
        votes.participants, (*votes.statements, votes.statements[0]), votes.indptr, votes.statement, votes.value
    )
    fit = fit_bridging(wider, start=np.append(start_of(votes), 0.0))
    found = estimate_bridging(wider, fit=fit)
    assert found.at(votes.n_statements) is None
    assert found.n[-1] == 0
    assert np.isfinite(found.value[:-1]).all()


def test_more_people_make_the_score_surer() -> None:
    rng = np.random.default_rng(6)
    spreads = []
    for people in (200, 800):
        votes = simulate_conversation(participants=people, statements=20, votes_per_participant=10, rng=rng).table
        spreads.append(np.median(bridging_spread(votes, fit=fit_bridging(votes, start=start_of(votes)))))
    assert spreads[0] / spreads[1] == pytest.approx(2, rel=0.2)


def test_the_spread_is_that_of_refits_with_a_little_more_and_less_of_each_person() -> None:
    """The infinitesimal jackknife by refitting, penalties and weights included."""
    votes = simulate_conversation(
        participants=60, statements=8, votes_per_participant=5, rng=np.random.default_rng(7)
    ).table
    weights = np.random.default_rng(8).uniform(0.5, 2.0, 60)
    fit = fit_bridging(votes, start=start_of(votes), weights=weights)
    influence = np.zeros((60, 8))
    for i in range(60):
        for step in (0.1, -0.1):
            moved = weights * np.where(np.arange(60) == i, 1 + step, 1.0)
            refit = fit_bridging(votes, start=fit.statement_factor, weights=moved)
            influence[i] += refit.statement_intercept / (2 * step)
    expected = np.sqrt((influence**2).sum(axis=0) * 60 / 59)
    assert bridging_spread(votes, fit=fit, weights=weights) == pytest.approx(expected, rel=0.01)


def test_a_part_of_the_people_shows_the_spread_of_all(monkeypatch: pytest.MonkeyPatch) -> None:
    votes, _ = read_example("scoop-hivemind.biodiversity")
    fit = fit_bridging(votes, start=start_of(votes))
    full = bridging_spread(votes, fit=fit)
    monkeypatch.setattr(interval_module, "PEOPLE", votes.n_participants // 2)
    assert np.median(bridging_spread(votes, fit=fit) / full) == pytest.approx(1, abs=0.1)
