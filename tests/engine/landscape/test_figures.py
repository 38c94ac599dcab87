# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The figures agree with each other and with plain counting; alignment agrees with a dense computation."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from planted_conversations import climb, plant_canonical

from houvast.engine.landscape.figures import Findings, compute_findings, measure_alignment
from houvast.engine.landscape.result import LandscapeSettings
from houvast.engine.landscape.segments import have_enough_votes, make_splitter, split_people


@cache
def find(name: str) -> Findings:
    votes, climbed = plant_canonical(name).votes, climb(name)
    enough = have_enough_votes(votes)
    splitter = make_splitter(
        climbed.traits, mixture=climbed.groups.mixture, structured=climbed.step.found, enough=enough
    )
    segments = split_people(splitter, mean=climbed.traits.mean, covariance=climbed.traits.covariance, enough=enough)
    return compute_findings(
        votes,
        opinion=climbed.opinion,
        traits=climbed.traits,
        step=climbed.step,
        splitter=splitter,
        segments=segments,
        weights=None,
        settings=LandscapeSettings(),
    )


def test_shares_are_counts_over_all_who_answered() -> None:
    votes, found = plant_canonical("two groups").votes, find("two groups").figures
    dense = np.full((votes.n_participants, votes.n_statements), 9)
    dense[votes.rows(), votes.statement] = votes.value
    answered = (dense != 9).sum(axis=0)
    assert np.array_equal(found.tally[:, 0], (dense == 1).sum(axis=0))
    assert found.agree.value == pytest.approx((dense == 1).sum(axis=0) / answered)
    assert found.passed.value == pytest.approx((dense == 0).sum(axis=0) / answered)


def test_segments_never_add_up_to_more_than_everybody() -> None:
    figures = find("two groups").figures
    assert (figures.by_segment.sum(axis=0) <= figures.tally).all()


@pytest.mark.parametrize("name", ["noise", "spectrum", "two groups"])
def test_list_entries_carry_ranks_that_hold_their_place(name: str) -> None:
    lists = find(name).lists
    for entries in (lists.binds, lists.divides):
        for rank, entry in enumerate(entries, start=1):
            assert entry.rank_low <= rank <= entry.rank_high
    for entry in lists.binds:
        assert entry.hostile_low is not None
        assert entry.hostile_high is not None
        assert entry.hostile_low <= entry.hostile_high


def test_noise_has_no_segments_and_stands_for_nothing() -> None:
    found = find("noise")
    assert found.figures.by_segment.shape[0] == 0
    assert found.lists.stands_for == ()
    assert found.polarisation.pairs == ()


def test_groups_stand_for_statements_that_differ_between_them() -> None:
    found = find("two groups")
    shares = found.figures.segment_agree.value
    for entries in found.lists.stands_for[:2]:
        assert entries
        best = entries[0]
        assert abs(shares[0, best.statement] - shares[1, best.statement]) > 0.2


def test_alignment_is_the_first_eigenvalue_over_its_null_mean() -> None:
    step = climb("spectrum").step
    assert step.sample is not None
    assert step.test is not None
    votes = step.sample
    dense = np.zeros((votes.n_participants, votes.n_statements))
    mask = dense.copy()
    dense[votes.rows(), votes.statement] = votes.value
    mask[votes.rows(), votes.statement] = 1
    dense = (dense - dense.sum(axis=0) / mask.sum(axis=0)) * mask
    dense = (dense - (dense.sum(axis=1) / mask.sum(axis=1))[:, None]) * mask
    expected = np.linalg.eigvalsh(dense.T @ dense)[-1] / step.test.null_mean[0]
    found = measure_alignment(step, level=0.95)
    assert found is not None
    assert found.value == pytest.approx(expected, rel=1e-3)
    assert found.low < expected < found.high
