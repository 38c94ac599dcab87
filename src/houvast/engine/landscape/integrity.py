# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which votes look organised? Blocks that are named to the reader; nothing is deleted by itself.

Three looks, none of which uses a model fitted to the same votes, because a model that has seen a brigade takes it for
an opinion: near-identical votes (near_identical.py; straight_cohorts.py where all of them are one answer), the same
answer to everything (straight_liners.py), and many people in one hour who vote alike (bursts.py). Only near-identical
blocks with strong evidence leave the headline, and the result with them stands beside it. What none of this can see is
in docs/explanation/integrity.md.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from houvast.engine.landscape.bursts import find_bursts
from houvast.engine.landscape.near_identical import find_near_identical
from houvast.engine.landscape.result import Block, BlockKind
from houvast.engine.landscape.straight_cohorts import find_straight_cohorts
from houvast.engine.landscape.straight_liners import find_straight_lines
from houvast.engine.landscape.vote_table import VoteTable


def find_blocks(votes: VoteTable, *, rng: np.random.Generator) -> tuple[Block, ...]:
    """All suspect blocks: near-identical ones (left out of the headline), then straight lines, then bursts.

    evidence: near-identical: log likelihood ratio against people of one opinion; straight line: mean of -log chance;
    burst: standard deviations more alike than others. Near-identical voters are named once.
    """
    near = [
        Block(BlockKind.NEAR_IDENTICAL, found.members, True, found.evidence, found.shared)
        for found in (*find_near_identical(votes, rng=rng), *find_straight_cohorts(votes))
    ]
    named = ~outside_blocks(near, participants=votes.n_participants)
    lines = [
        Block(BlockKind.STRAIGHT_LINE, line.members, False, line.evidence, line.votes)
        for line in find_straight_lines(votes, leave_out=named)
    ]
    bursts = [
        Block(BlockKind.BURST, burst.members, False, burst.alike, burst.shared)
        for burst in find_bursts(votes, rng=rng, leave_out=named)
    ]
    return (*near, *lines, *bursts)


def outside_blocks(blocks: Sequence[Block], *, participants: int) -> NDArray[np.bool_]:
    """Who stays in the headline, (P,): everybody but the members of blocks that are left out."""
    stays = np.ones(participants, dtype=np.bool_)
    for block in blocks:
        if block.left_out:
            stays[block.members] = False
    return stays
