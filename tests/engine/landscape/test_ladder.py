# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from planted_conversations import climb, plant, plant_canonical
from vote_strategies import table_of

from houvast.domain.errors import OptionRejected
from houvast.engine.landscape.climb import climb_ladder
from houvast.engine.landscape.ladder import (
    FEWEST_PEOPLE,
    LADDER_PEOPLE,
    MOST_DIMENSIONS,
    STRUCTURE_VOTES,
    StructureStep,
    _judge_stability,
    decide_groups,
    find_structure,
)
from houvast.engine.landscape.result import Evidence, LandscapeSettings, Structure, Verdict
from houvast.engine.landscape.structure import StructureTest
from houvast.engine.simulate.conversations import simulate_conversation


def _structure(name: str) -> Structure:
    return climb(name).groups.structure


@cache
def _forced(name: str, groups: int) -> Structure:
    found = climb(name)
    return decide_groups(
        plant_canonical(name).votes, opinion=found.opinion, fit=found.traits, step=found.step,
        settings=LandscapeSettings(groups=groups), rng=np.random.default_rng(1),
    ).structure  # fmt: skip


@pytest.mark.parametrize(
    ("name", "verdict", "groups", "dimensions", "reason"),
    [
        ("noise", Verdict.NO_STRUCTURE, 0, 0, "nothing-beyond-chance"),
        ("style", Verdict.NO_STRUCTURE, 0, 0, "style-or-shared-opinion"),
        ("spectrum", Verdict.ONE_SPECTRUM, 0, 1, "no-valleys"),
        ("plane", Verdict.ONE_SPECTRUM, 0, 2, "no-valleys"),
        ("two groups", Verdict.GROUPS, 2, 1, "groups-stand-apart"),
        ("three groups", Verdict.GROUPS, 3, 2, "groups-stand-apart"),
    ],
)
def test_each_kind_of_conversation_gets_its_own_verdict(
    name: str, verdict: Verdict, groups: int, dimensions: int, reason: str
) -> None:
    found = _structure(name)
    assert (found.verdict, found.groups, found.dimensions) == (verdict, groups, dimensions)
    assert found.evidence.reason == reason
    assert not found.forced


def test_what_an_earlier_step_decided_is_not_computed_further() -> None:
    noise, spectrum, groups = (_structure(name).evidence for name in ("noise", "spectrum", "two groups"))
    assert noise.raw_structure_p is not None
    assert (noise.chain_evidence, noise.split_half_r, noise.heldout_gain) == (None, None, None)
    assert spectrum.raw_structure_p is None
    assert spectrum.merge_loss is not None
    assert spectrum.split_half_r is not None
    assert (spectrum.split_half_ari, spectrum.heldout_gain, spectrum.resample_ari) == (None, None, None)
    assert None not in (groups.split_half_ari, groups.expected_split_half_ari, groups.resample_ari, groups.heldout_z)


def test_reliability_is_high_where_votes_tell_people_apart_and_low_in_noise() -> None:
    spectrum, noise = _structure("spectrum").evidence.reliability, _structure("noise").evidence.reliability
    assert spectrum is not None
    assert noise is not None
    assert 0 <= noise < 0.6 < spectrum <= 1


def test_style_that_cannot_be_told_from_opinion_is_said() -> None:
    assert _structure("style").evidence.style_confounded
    assert not _structure("spectrum").evidence.style_confounded


def test_with_few_people_nothing_is_tested() -> None:
    few = plant("two groups", participants=FEWEST_PEOPLE - 1).table
    step = find_structure(few, rng=np.random.default_rng(1))
    assert (step.test, step.raw, step.people, step.found) == (None, None, FEWEST_PEOPLE - 1, False)
    structure = climb_ladder(few, settings=LandscapeSettings(), rng=np.random.default_rng(1)).groups.structure
    assert (structure.verdict, structure.evidence.reason) == (Verdict.NO_STRUCTURE, "too-few")


def test_people_with_a_single_vote_do_not_make_a_crowd() -> None:
    matrix = np.full((60, 8), 9, dtype=np.int8)
    matrix[np.arange(60), np.arange(60) % 8] = 1
    step = find_structure(table_of(matrix), rng=np.random.default_rng(1))
    assert (step.test, step.people) == (None, 0)


def test_a_large_conversation_is_tested_on_a_sample_of_people() -> None:
    made = simulate_conversation(
        participants=2_600, statements=40, votes_per_participant=20, rng=np.random.default_rng(1)
    )
    step = find_structure(made.table, rng=np.random.default_rng(1))
    assert step.people == STRUCTURE_VOTES // 20
    assert step.found
    climbed = climb_ladder(made.table, settings=LandscapeSettings(), rng=np.random.default_rng(1))
    assert climbed.groups.structure.evidence.people_used == LADDER_PEOPLE


@pytest.mark.parametrize(("significant", "dimensions"), [(0, 1), (1, 1), (3, 3), (5, MOST_DIMENSIONS)])
def test_dimensions_are_those_beyond_chance_within_bounds(significant: int, dimensions: int) -> None:
    test = StructureTest(0.01, 99, np.ones(5), np.ones(5), np.ones(5), significant)
    assert StructureStep(test, None, 100).dimensions == dimensions
    assert StructureStep(None, None, 100).dimensions == 1


@pytest.mark.parametrize(("p", "found"), [(0.01, True), (0.02, False)])
def test_structure_is_found_at_one_in_a_hundred(p: float, found: bool) -> None:
    test = StructureTest(p, 99, np.ones(5), np.ones(5), np.ones(5), 1)
    assert StructureStep(test, None, 100).found is found


@pytest.mark.parametrize(("name", "verdict"), [("noise", Verdict.NO_STRUCTURE), ("spectrum", Verdict.ONE_SPECTRUM)])
def test_forced_groups_are_made_and_marked_but_do_not_change_the_verdict(name: str, verdict: Verdict) -> None:
    structure = _forced(name, 4)
    assert (structure.groups, structure.forced, structure.verdict) == (4, True, verdict)
    assert structure.evidence.reason == "groups-forced"


def test_more_groups_than_people_can_fill_are_refused() -> None:
    few = plant("spectrum", participants=30).table
    with pytest.raises(OptionRejected, match="at most 6 groups of 5"):
        climb_ladder(few, settings=LandscapeSettings(groups=12), rng=np.random.default_rng(1))


@pytest.mark.parametrize(
    "change",
    [{"split_half_ari": 0.2}, {"resample_ari": 0.3}, {"heldout_z": -0.1}, {"split_half_ari": None}],
)
def test_groups_that_do_not_come_back_are_one_spectrum(change: dict[str, float | None]) -> None:
    mixture = climb("two groups").groups.mixture
    assert mixture is not None
    good: Evidence = replace(
        _structure("two groups").evidence, split_half_ari=0.7, expected_split_half_ari=0.8, resample_ari=0.9,
        heldout_z=3.0,
    )  # fmt: skip
    assert _judge_stability(mixture, good, 1).structure.verdict is Verdict.GROUPS
    step = _judge_stability(mixture, replace(good, **change), 1)  # type: ignore[arg-type]
    assert (step.structure.verdict, step.structure.groups, step.mixture) == (Verdict.ONE_SPECTRUM, 0, None)
    assert step.structure.evidence.reason == "groups-not-stable"
