# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How does compiled code draw chance that does not depend on threads? Every job has a small stream of its own.

    state <- state + 0x9E3779B97F4A7C15,  output = mix(state)          (SplitMix64: Steele, Lea & Flood 2014)

A stream is one uint64 in an array of shape (1,), so that compiled functions can pass it on. Its seed is drawn from the
generator that the caller was given.
"""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

Words = NDArray[np.uint64]

_GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_MIX_1 = np.uint64(0xBF58476D1CE4E5B9)
_MIX_2 = np.uint64(0x94D049BB133111EB)
_TO_UNIT = 1.0 / 9007199254740992.0


@njit(cache=True, nogil=True)
def scramble(word: np.uint64) -> np.uint64:
    """What a stream at `word` gives next: a fixed, well mixed one-to-one map of 64 bits."""
    z = word + _GOLDEN
    z = (z ^ (z >> np.uint64(30))) * _MIX_1
    z = (z ^ (z >> np.uint64(27))) * _MIX_2
    return z ^ (z >> np.uint64(31))


@njit(cache=True, nogil=True)
def next_uniform(state: Words) -> float:
    """One number in [0, 1) from the stream held in state, uint64 shape (1,)."""
    z = scramble(state[0])
    state[0] += _GOLDEN
    return np.float64(z >> np.uint64(11)) * _TO_UNIT


@njit(cache=True, nogil=True)
def next_below(state: Words, n: int) -> int:
    """One whole number 0..n-1, each as likely (n far below 2^53)."""
    return int(next_uniform(state) * n)
