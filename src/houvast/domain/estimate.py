# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""A number that never travels without its uncertainty."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Estimate:
    """A value with the interval [low, high] that covers the truth in `level` of repetitions, from n people.

    `value` is None where the figure itself may not be shown; the interval then holds all that may be said.
    """

    value: float | None
    low: float
    high: float
    level: float
    n: int | None
