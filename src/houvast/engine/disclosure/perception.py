# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What of the perception gap may be shown? Statements with at least k estimates and k votes, to whole per cents.

Where fewer than k of the voters agree, or fewer than k do not, only the range of the share and of the gap is told.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from houvast.domain.estimate import Estimate
from houvast.engine.disclosure.shares import bound_share
from houvast.engine.perception import ComparedViews, StatementViews, compare_views

DECIMALS = 2


@dataclass(frozen=True, slots=True)
class PerceptionGap:
    """One statement: the share that people expect to agree, the share that does, and expected minus actual.

    n: people who estimated. A value is None where it would tell about fewer than k people.
    """

    statement_number: int
    text: str
    perceived: Estimate
    actual: Estimate
    gap: Estimate
    n: int


def disclose_gap(views: StatementViews, *, number: int, text: str, k: int) -> PerceptionGap | None:
    """The gap of one statement, or None with too few people."""
    if min(len(views.estimated), len(views.agreed)) < max(k, 2):
        return None
    compared = compare_views(views)
    hidden = min(compared.agreed, len(views.agreed) - compared.agreed) < k
    actual = _only_range(compared, len(views.agreed), k) if hidden else compared.actual
    return PerceptionGap(
        statement_number=number,
        text=text,
        perceived=_round(compared.perceived),
        actual=_round(actual),
        gap=_round(_only_gap_range(compared, actual) if hidden else compared.gap),
        n=len(views.estimated),
    )


def _only_range(compared: ComparedViews, n: int, k: int) -> Estimate:
    """All shares that the hidden count may stand for, with their intervals."""
    few = min(k - 1, n)
    counts = (0, few) if compared.agreed < k else (n - few, n)
    low, high = (
        float(bound_share(np.array(count / n), np.array(n), level=compared.actual.level, upper=upper))
        for count, upper in zip(counts, (False, True), strict=True)
    )
    return Estimate(None, low, high, compared.actual.level, n)


def _only_gap_range(compared: ComparedViews, actual: Estimate) -> Estimate:
    perceived = compared.perceived
    return Estimate(None, perceived.low - actual.high, perceived.high - actual.low, perceived.level, perceived.n)


def _round(estimate: Estimate) -> Estimate:
    value = None if estimate.value is None else round(estimate.value, DECIMALS)
    return Estimate(value, round(estimate.low, DECIMALS), round(estimate.high, DECIMALS), estimate.level, estimate.n)
