# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How long does a CUSUM run on average before it alarms? The average run length of a Poisson chart.

S_t = max(0, S_(t-1) + y_t - k) with y_t Poisson and alarm at S_t >= h lives on a grid of steps 1/g when g k and g h are
whole, so the chain's transition matrix Q is exact and the run lengths solve (I - Q) L = 1 (Brook & Evans 1972).
"""

from __future__ import annotations

import numpy as np
from scipy import stats


def average_run_length(*, limit: float, reference: float, mean: float, steps: int = 2) -> float:
    """The average run length from S = 0. steps g: both limit h and reference k must be whole multiples of 1/g."""
    states = round(limit * steps)
    drift = round(reference * steps)
    counts = np.arange(drift // steps + states // steps + 2)
    chance = stats.poisson.pmf(counts, mean)
    stay = np.zeros((states, states))
    for state in range(states):
        arrival = np.maximum(0, state - drift + counts * steps)
        inside = arrival < states
        np.add.at(stay[state], arrival[inside], chance[inside])
    lengths = np.linalg.solve(np.eye(states) - stay, np.ones(states))
    return float(lengths[0])
