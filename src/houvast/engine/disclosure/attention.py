# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What of a point may be told outside the team? Nothing under k reporters or signals, and no exact number.

Counts are told as "at least", in steps of k: two looks at a point that grew by one signal read the same. The course
over the weeks is not told: single weeks hold few. Nor is how many are usual, for that is as small as the weeks are.
"""

from __future__ import annotations

from dataclasses import dataclass

from houvast.engine.attention.kept_evidence import PointEvidence


@dataclass(frozen=True, slots=True)
class CoarsePoint:
    """A point for readers: codes of the theme and areas, the weeks, and at least how many signals and reporters."""

    theme: str
    areas: tuple[str, ...]
    first_week: str
    last_week: str
    n_weeks: int
    observations_at_least: int
    reporters_at_least: int


def disclose_point(evidence: PointEvidence, *, k: int) -> CoarsePoint | None:
    """The point as it may be told; None where it may not be told at all, not even that it is there."""
    if evidence.observed < k or evidence.n_reporters < k:
        return None
    return CoarsePoint(
        theme=evidence.theme,
        areas=evidence.areas,
        first_week=evidence.first_week,
        last_week=evidence.last_week,
        n_weeks=evidence.n_weeks,
        observations_at_least=evidence.observed // k * k,
        reporters_at_least=evidence.n_reporters // k * k,
    )
