# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The published method's figures obey the small cell rule, and with k = 1 they are exactly the published formulas."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from example_conversations import read_example

from houvast.engine.disclosure.polis import DisclosedPolis, _tell_sizes, disclose_polis
from houvast.engine.landscape.polis.landscape import landscape_polis


def disclose_example(name: str, k: int) -> DisclosedPolis:
    table, published = read_example(name)
    return disclose_polis(landscape_polis(table, seed=1), table=table, published_groups=published, k=k)


def cells(shown: DisclosedPolis) -> list[dict[str, Any]]:
    return [cell for statement in shown.statements for cell in statement["by_group"]]


def test_with_k_1_everything_is_shown_and_consensus_is_the_product_of_smoothed_shares() -> None:
    shown = disclose_example("brexit-consensus", 1)
    assert shown.hidden == 0
    for statement in shown.statements:
        product = np.prod([(cell["agree"] + 1) / (cell["votes"] + 2) for cell in statement["by_group"]])
        assert statement["group_aware_consensus"] == pytest.approx(product, abs=1e-12)


def test_the_published_groups_give_their_own_figures() -> None:
    shown = disclose_example("brexit-consensus", 1)
    assert shown.published is not None
    _, published = read_example("brexit-consensus")
    sizes = [group["size"] for group in shown.published["groups"]]
    assert sizes == np.bincount(published[published >= 0]).tolist()


@pytest.mark.parametrize("k", [3, 10])
def test_no_visible_count_is_below_k(k: int) -> None:
    shown = disclose_example("scoop-hivemind.biodiversity", k)
    visible = [cell for cell in cells(shown) if "votes" in cell]
    assert shown.hidden > 0
    assert all(
        min(cell["agree"], cell["disagree"], cell["votes"] - cell["agree"] - cell["disagree"]) >= k for cell in visible
    )
    assert all(group["size"] is None or group["size"] >= k for group in shown.groups)


def test_consensus_is_hidden_where_a_group_is_hidden() -> None:
    shown = disclose_example("scoop-hivemind.biodiversity", 10)
    for statement in shown.statements:
        if any("votes" not in cell for cell in statement["by_group"]):
            assert statement["group_aware_consensus"] is None


@pytest.mark.parametrize(
    ("sizes", "told"),
    [
        ([80, 60, 20], [True, True, True]),
        ([80, 60, 4], [True, False, False]),
        ([80, 7, 8], [True, False, False]),
        ([5, 3], [False, False]),
    ],
)
def test_a_small_group_does_not_follow_from_the_other_sizes(sizes: list[int], told: list[bool]) -> None:
    assert _tell_sizes(np.array(sizes), 10).tolist() == told
    assert _tell_sizes(np.array(sizes), 1).all()


def test_how_many_are_in_no_group_is_told_only_when_they_are_many() -> None:
    assert disclose_example("brexit-consensus", 10).in_conversation == 189
    assert disclose_example("brexit-consensus", 20).in_conversation is None
