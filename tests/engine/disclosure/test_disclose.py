# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The door: nothing about fewer than k people passes, in no field of the result."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace

import numpy as np
import pytest
from landscape_factory import FACTS, make_landscape

from houvast.domain.errors import OptionRejected, Place
from houvast.domain.estimate import Estimate
from houvast.domain.input_facts import SkippedRow
from houvast.domain.votes import Statement
from houvast.engine.disclosure import DisclosedLandscape, disclose
from houvast.engine.disclosure.disclose import _mean_divisiveness
from houvast.engine.landscape.analysis import analyse
from houvast.engine.landscape.result import Verdict
from houvast.engine.landscape.vote_table import build_vote_table

SMALL = {"people": 60, "statements": 12, "block": 12, "left_out": 4}


def show(verdict: Verdict = Verdict.GROUPS, *, public: bool = True, k: int = 10, **sizes: int) -> DisclosedLandscape:
    return disclose(make_landscape(verdict, **sizes), facts=FACTS, k=k, public=public)


@pytest.mark.parametrize("verdict", list(Verdict))
@pytest.mark.parametrize("sizes", [{}, SMALL, {"people": 12}])
def test_no_count_below_k_is_shown(verdict: Verdict, sizes: dict[str, int]) -> None:
    shown = show(verdict, **sizes)
    for statement in shown.statements:
        for row in (statement.answers, *statement.by_segment):
            assert all(count is None or count >= 10 for count in (row.agree, row.disagree, row.passed, row.n))
            assert (row.agree_share.value is None) == (row.agree is None or row.n is None)
    assert all(segment.size >= 10 for segment in shown.segments)


def test_a_share_holds_its_range_when_hidden() -> None:
    landscape = make_landscape(Verdict.GROUPS)
    shown = disclose(landscape, facts=FACTS, k=10, public=True)
    n = landscape.figures.tally.sum(axis=1)
    for j, statement in enumerate(shown.statements):
        share = statement.answers.agree_share
        assert share.low <= landscape.figures.tally[j, 0] / n[j] <= share.high


def test_divisiveness_is_hidden_with_its_counts() -> None:
    shown = show(people=90)
    hidden = [s for s in shown.statements if s.answers.agree is None or s.answers.disagree is None]
    assert hidden
    assert all(s.divisiveness.value is None for s in hidden)
    listed = {place.statement for place in shown.lists.divides}
    assert not listed & {shown.statements.index(s) for s in hidden}


def test_public_holds_nothing_about_single_people() -> None:
    shown = show(block=12)
    assert (shown.map.points, shown.people) == (None, None)
    assert [(b.participants_hash, b.members, b.size) for b in shown.blocks] == [(None, None, 12)]


def test_participants_only_when_named_and_never_in_public() -> None:
    landscape = make_landscape(block=12)
    named = disclose(landscape, facts=FACTS, k=10, public=False, participants=True)
    assert named.people is not None
    assert len(named.people) == 400
    assert named.blocks[0].members == tuple(f"p{i:05d}" for i in range(388, 400))
    assert disclose(landscape, facts=FACTS, k=10, public=False).people is None
    with pytest.raises(OptionRejected, match="--participants and --public"):
        disclose(landscape, facts=FACTS, k=10, public=True, participants=True)


def test_a_small_block_does_not_follow_from_the_sizes() -> None:
    shown = show(block=7)
    assert shown.blocks[0].size is None
    assert shown.participants_counted is None
    assert shown.sizes_rounded
    assert all(segment.size % 10 == 0 for segment in shown.segments)
    step = shown.map.x[1] - shown.map.x[0]
    assert sum(shown.map.curve) * step == pytest.approx(390, abs=2)
    assert shown.polarisation.alignment is not None
    assert shown.polarisation.alignment.n is None
    assert shown.structure.evidence.people_used % 10 == 0
    assert show(block=7, public=False).map.points is None


def test_what_stood_in_a_skipped_row_does_not_pass() -> None:
    facts = replace(FACTS, skipped=(SkippedRow(Place("votes.csv", 3, 2), "participant 'Jan' voted maybe"),))
    shown = disclose(make_landscape(), facts=facts, k=10, public=False)
    assert shown.facts.skipped == (SkippedRow(Place("votes.csv", 3, 2), ""),)


def test_only_plain_python_values_come_out() -> None:
    _walk(show(Verdict.GROUPS, public=False, block=12))


def _walk(thing: object) -> None:
    assert not isinstance(thing, np.generic | np.ndarray), type(thing)
    if is_dataclass(thing):
        for each in fields(thing):
            _walk(getattr(thing, each.name))
    elif isinstance(thing, tuple):
        for each_item in thing:
            _walk(each_item)


def test_the_mean_of_divisiveness_is_no_way_round_a_few_hidden_statements() -> None:
    estimate = Estimate(0.612345, 0.58, 0.6432, 0.95, 300)
    shown = np.ones((12, 1, 4), dtype=bool)
    assert _mean_divisiveness(estimate, shown) == estimate
    shown[:4, 0, 1] = False
    assert _mean_divisiveness(estimate, shown) is None
    shown[:5, 0, 1] = False
    assert _mean_divisiveness(estimate, shown) == Estimate(0.61, 0.58, 0.64, 0.95, 300)
    shown[:, 0, 1] = False
    assert _mean_divisiveness(estimate, shown) is None


@pytest.mark.parametrize("disagree", [0, 3, 9])
def test_without_segments_the_least_share_is_as_hidden_as_everybodys(disagree: int) -> None:
    votes = build_vote_table(
        participants=np.arange(60),
        statements=tuple(Statement(str(j)) for j in range(4)),
        participant=np.repeat(np.arange(60), 4),
        statement=np.tile(np.arange(4), 60),
        value=np.where(np.arange(240) % 4 == 0, np.where(np.arange(240) // 4 < disagree, -1, 1), 1),
    )
    shown = disclose(analyse(votes), facts=FACTS, k=10, public=True)
    assert [s.least_agree for s in shown.statements] == [None] * 4
    assert shown.polarisation.mean_divisiveness is None
    assert shown.lists.representative_covered is None
