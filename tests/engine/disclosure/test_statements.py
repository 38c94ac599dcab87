# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Figures and lists follow the shown counts."""

from __future__ import annotations

import pytest
from landscape_factory import FACTS, make_landscape

from houvast.engine.disclosure import disclose
from houvast.engine.landscape.result import Verdict


def test_shown_shares_are_the_landscape_s_own_estimates() -> None:
    landscape = make_landscape(Verdict.GROUPS)
    shown = disclose(landscape, facts=FACTS, k=10, public=True)
    for j, statement in enumerate(shown.statements):
        if statement.answers.agree_share.value is not None:
            assert statement.answers.agree_share == landscape.figures.agree.at(j)
        for g, row in enumerate(statement.by_segment):
            if row.agree_share.value is not None:
                assert row.agree_share == landscape.figures.segment_agree.at(g, j)


@pytest.mark.parametrize("people", [80, 400])
def test_a_group_stands_for_only_what_its_counts_show(people: int) -> None:
    shown = disclose(make_landscape(Verdict.GROUPS, people=people), facts=FACTS, k=10, public=True)
    for g, characteristics in enumerate(shown.lists.stands_for):
        for found in characteristics:
            row = shown.statements[found.statement].by_segment[g]
            assert None not in (row.agree, row.n)


def test_with_k_1_nothing_but_empty_cells_is_hidden() -> None:
    landscape = make_landscape(Verdict.GROUPS, people=2000)
    shown = disclose(landscape, facts=FACTS, k=1, public=False)
    assert [s.answers.agree for s in shown.statements] == landscape.figures.tally[:, 0].tolist()
    assert len(shown.lists.divides) == len(landscape.lists.divides)


def test_a_hidden_share_is_not_told_by_the_representative_set() -> None:
    shown = disclose(make_landscape(Verdict.GROUPS, people=60), facts=FACTS, k=10, public=True)
    for place in shown.lists.representative:
        share = shown.statements[place.statement].answers.agree_share
        assert share.value is not None or place.score.value is None
