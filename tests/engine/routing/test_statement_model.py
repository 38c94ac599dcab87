# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Do the statements' figures put people where the map has them?"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from houvast.engine.landscape.analysis import analyse
from houvast.engine.landscape.result import Landscape
from houvast.engine.landscape.vote_table import VoteTable, select_statements
from houvast.engine.routing.statement_model import fit_statement_model, place_voters
from houvast.engine.simulate.conversations import simulate_conversation


@pytest.fixture(scope="module")
def votes() -> VoteTable:
    return simulate_conversation(
        participants=400, statements=40, votes_per_participant=20, groups=2, rng=np.random.default_rng(3)
    ).table


@pytest.fixture(scope="module")
def landscape(votes: VoteTable) -> Landscape:
    return analyse(votes)


def test_people_are_placed_where_the_map_has_them(votes: VoteTable, landscape: Landscape) -> None:
    places = place_voters(fit_statement_model(votes, landscape=landscape), votes=votes)
    assert np.corrcoef(places.x, landscape.positions.x)[0, 1] > 0.99
    assert np.abs(places.x - landscape.positions.x).mean() < 0.12
    assert np.median(places.x_se) == pytest.approx(np.median(landscape.positions.x_se), rel=0.2)


def test_turning_the_map_round_turns_the_places_round(votes: VoteTable, landscape: Landscape) -> None:
    turned = replace(landscape, positions=replace(landscape.positions, x=-landscape.positions.x))
    model, mirror = (fit_statement_model(votes, landscape=seen) for seen in (landscape, turned))
    assert mirror.slope[:, 0] == pytest.approx(-model.slope[:, 0], abs=0.02)


def test_more_votes_make_a_place_surer(votes: VoteTable, landscape: Landscape) -> None:
    model = fit_statement_model(votes, landscape=landscape)
    half = select_statements(votes, keep=np.arange(votes.n_statements) % 2 == 0)
    surer, less_sure = (place_voters(model, votes=table).x_se for table in (votes, half))
    assert surer.mean() < 0.9 * less_sure.mean()


def test_a_statement_that_is_not_in_the_landscape_is_not_in_the_model(votes: VoteTable, landscape: Landscape) -> None:
    model = fit_statement_model(votes, landscape=replace(landscape, statements=landscape.statements[1:]))
    assert landscape.statements[0].id not in model.statements
    assert np.isfinite(model.intercept).all()
    assert np.isfinite(place_voters(model, votes=votes).x).all()
