# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does the classic map look like, at once? Positions, groups and shares without any uncertainty.

This is the work that existing tools do (principal components, k-means with the best silhouette, shares per group);
it is what the speed comparison measures and a first picture while the landscape is being computed. It always
shows groups, also in pure noise: conclusions come from the landscape, not from here.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from houvast.engine.landscape.components import Components, find_components
from houvast.engine.landscape.grouping import Grouping, best_grouping
from houvast.engine.landscape.tally import count_votes
from houvast.engine.landscape.vote_table import VoteTable

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

ENOUGH_VOTES = 7


@dataclass(frozen=True, eq=False)
class QuickMap:
    """places (P, 2); group int64 (P,), -1 for people with too few votes; tally (K, S, 3); agree_share (K, S), the
    smoothed share (A + 1) / (n + 2) per group."""

    components: Components
    places: Floats
    group: Ints
    grouping: Grouping
    tally: Ints
    agree_share: Floats


def draw_quick_map(votes: VoteTable, *, rng: np.random.Generator, groups: range = range(2, 6)) -> QuickMap:
    """Components, stretched by sqrt(S / n_i), the best of 2 to 5 groups, and the votes of each group."""
    components = find_components(votes)
    given = votes.votes_per_participant
    places = components.scores * np.sqrt(votes.n_statements / np.maximum(given, 1))[:, None]
    counted = given >= min(ENOUGH_VOTES, votes.n_statements)
    grouping = best_grouping(places[counted], rng=rng, groups=groups)
    group = np.full(votes.n_participants, -1, dtype=np.int64)
    group[counted] = grouping.labels
    tally = count_votes(votes, segment=group, n_segments=grouping.groups)
    share = (tally[:, :, 0] + 1) / (tally.sum(axis=2) + 2)
    return QuickMap(components, places, group, grouping, tally, share)
