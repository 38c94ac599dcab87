# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where do I stand? A person's place on the shown map, from their own votes, and how sure that is.

The place is the posterior mean of x in the model of the statements (routing/statement_model.py), whose coordinates are
the map's. Nothing is said with fewer than FEWEST_OPINIONS agree or disagree votes, nor where no structure was found.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import ndtr

from houvast.engine.landscape.segments import STRETCH_BOUNDS, STRETCHES
from houvast.engine.landscape.vote_table import VoteTable
from houvast.engine.routing.statement_model import StatementModel, place_voters

FEWEST_OPINIONS = 5


@dataclass(frozen=True, slots=True)
class OwnPlace:
    """x and its standard error, for nobody but the person. stretch: "low", "middle" or "high", empty with groups."""

    x: float
    x_se: float
    stretch: str


def find_own_place(model: StatementModel, *, votes: VoteTable) -> OwnPlace | None:
    """The place of the one person in a table, or None where it cannot be told."""
    known = set(model.statements)
    telling = np.array([s.id in known for s in votes.statements], dtype=bool)[votes.statement] & (votes.value != 0)
    if not model.is_structured or int(telling.sum()) < FEWEST_OPINIONS:
        return None
    places = place_voters(model, votes=votes)
    x, se = float(places.x[0]), float(places.x_se[0])
    return OwnPlace(x, se, likely_stretch(x, se) if model.is_spectrum else "")


def likely_stretch(x: float, se: float) -> str:
    """The stretch of the spectrum that most likely holds the place."""
    low, high = (float(ndtr((bound - x) / se)) for bound in STRETCH_BOUNDS)
    return STRETCHES[int(np.argmax([low, high - low, 1 - high]))]
