# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from example_conversations import read_example

from houvast.engine.landscape.integrity import find_blocks, outside_blocks
from houvast.engine.landscape.result import BlockKind
from houvast.engine.simulate.brigades import add_brigade


@pytest.mark.parametrize("kind", ["identical", "mimic"])
def test_what_an_hour_of_organised_voting_shows(kind: str) -> None:
    votes, _ = read_example("brexit-consensus")
    timed = replace(votes, hour=np.repeat((np.arange(204) // 2).astype(np.int32), votes.votes_per_participant))
    attacked = add_brigade(timed, size=37, kind=kind, hour=50, rng=np.random.default_rng(1))  # type: ignore[arg-type]
    (block,) = find_blocks(attacked, rng=np.random.default_rng(1))
    assert set(range(204, 241)) <= set(block.members.tolist())
    assert block.left_out == (kind == "identical")
    assert block.kind is (BlockKind.NEAR_IDENTICAL if kind == "identical" else BlockKind.BURST)
    stays = outside_blocks((block,), participants=241)
    assert stays.sum() == (204 if kind == "identical" else 241)


def test_copies_without_times_cannot_be_seen() -> None:
    votes, _ = read_example("brexit-consensus")
    attacked = add_brigade(votes, size=37, kind="mimic", rng=np.random.default_rng(1))
    assert find_blocks(attacked, rng=np.random.default_rng(1)) == ()


def test_straight_lines_are_named_and_stay() -> None:
    votes, _ = read_example("scoop-hivemind.biodiversity")
    (block,) = find_blocks(votes, rng=np.random.default_rng(1))
    assert (block.kind, block.left_out) == (BlockKind.STRAIGHT_LINE, False)
    assert outside_blocks((block,), participants=votes.n_participants).all()
