# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does reading give? The votes, the facts of reading, and the groups a Polis export published."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from houvast.domain.input_facts import InputFacts
from houvast.engine.landscape.vote_table import VoteTable


@dataclass(frozen=True, eq=False)
class VoteInput:
    """Votes as read.

    published_groups: int64, shape (P,), the `group-id` a Polis export gives each participant, -1 where it gives
    none; None where the input has no such column. For comparison only: nothing is computed from it.
    """

    table: VoteTable
    facts: InputFacts
    published_groups: NDArray[np.int64] | None = None
