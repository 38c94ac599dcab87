# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""From which score is something a point here? The newest calibration of this municipality, and what people judged."""

from __future__ import annotations

from dataclasses import dataclass

from houvast.engine.attention.calibration import LOWEST_LINE, Calibration, from_plain
from houvast.store.models import AttentionSnapshot

KIND = "calibration"


@dataclass(frozen=True, slots=True)
class Line:
    """The calibration, None before the first night; threshold: after feedback, None: that of the calibration."""

    calibration: Calibration | None
    threshold: float | None
    raised: float = 0.0


def newest_calibration() -> AttentionSnapshot | None:
    """The newest one as it was kept."""
    return AttentionSnapshot.objects.filter(kind=KIND).order_by("-id").first()


def current_line() -> Line:
    """The line in force."""
    newest = newest_calibration()
    if newest is None or newest.content["calibration"] is None:
        return Line(None, None)
    calibration, raised = from_plain(newest.content["calibration"]), float(newest.content.get("raised", 0.0))
    return Line(calibration, max(calibration.threshold + raised, LOWEST_LINE), raised)
