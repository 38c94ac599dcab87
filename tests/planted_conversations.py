# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Invented conversations of which we know what the ladder should say, in canonical order; each is computed once."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np

from houvast.engine.landscape.canonical import CanonicalVotes, canonicalise
from houvast.engine.landscape.climb import Climb, climb_ladder
from houvast.engine.landscape.result import LandscapeSettings
from houvast.engine.simulate.conversations import SimulatedConversation, simulate_conversation

DESIGNS: dict[str, dict[str, Any]] = {
    "noise": {"distribution": "none"},
    "style": {"distribution": "none", "style_sd": 0.9},
    "spectrum": {"distribution": "normal", "style_sd": 0.3},
    "plane": {"distribution": "uniform", "dimensions": 2, "votes_per_participant": 40},
    "two groups": {"groups": 2, "separation": 5.0, "style_sd": 0.3},
    "clear groups": {"groups": 2, "separation": 8.0, "style_sd": 0.2, "votes_per_participant": 30, "slope_sd": 1.5},
    "three groups": {"groups": 3, "separation": 6.0, "votes_per_participant": 40},
}


@cache
def plant(name: str, *, participants: int = 300, statements: int = 60, seed: int = 1) -> SimulatedConversation:
    """The conversation and its truth."""
    design = {"votes_per_participant": 25, **DESIGNS[name]}
    rng = np.random.default_rng(seed)
    return simulate_conversation(participants=participants, statements=statements, rng=rng, **design)


@cache
def plant_canonical(name: str) -> CanonicalVotes:
    """The same in canonical order."""
    return canonicalise(plant(name).table)


@cache
def climb(name: str) -> Climb:
    """What the ladder makes of it."""
    return climb_ladder(plant_canonical(name).votes, settings=LandscapeSettings(), rng=np.random.default_rng(1))
