# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Do people who answered on paper, in the street or online agree with different things, beyond chance?

Per statement: Fisher's exact test of agreeing or not between every two modes, the smallest p times the number of pairs;
over the statements Holm (1979): the i-th smallest p times the number of tests left, never going down.
Counts are disclosed first (disclosure/suppression.py) and only what is shown is tested, so that no p-value gives away
a small count. Modes of fewer than k people are taken together until every part has k.

A difference says that the people or the ways of asking differ; it does not say which. "No difference found" is not
"the same".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from scipy.stats import fisher_exact

from houvast.domain.estimate import Estimate
from houvast.engine.disclosure.shares import disclose_shares
from houvast.engine.disclosure.suppression import DisclosedCounts, suppress_counts
from houvast.engine.disclosure.table_flow import N

Ints = NDArray[np.int64]
AGREE = 0
RISK = 0.05


class ModeFinding(StrEnum):
    """What may be said about the modes on a statement."""

    DIFFERENCE = "difference"
    NO_DIFFERENCE = "no difference found"
    TOO_FEW = "too few"


@dataclass(frozen=True, slots=True)
class StatementByMode:
    """Shares agreeing: of everybody, then of each part. p: after Holm, None where too few."""

    everybody: Estimate
    parts: tuple[Estimate, ...]
    finding: ModeFinding
    p: float | None


@dataclass(frozen=True, slots=True)
class ModeComparison:
    """parts: indices of the modes that each part holds; sizes: people a part. Empty: there is nothing to compare."""

    parts: tuple[tuple[int, ...], ...]
    sizes: tuple[int, ...]
    statements: tuple[StatementByMode, ...]


def compare_modes(*, counts: Ints, sizes: Ints, k: int, level: float = 0.95) -> ModeComparison:
    """What may be said. counts: (M, S, 3) of agree, disagree, pass by mode; sizes: (M,) people who answered by mode."""
    parts = join_small(sizes, k=k)
    together = np.array([counts[list(part)].sum(axis=0) for part in parts], dtype=np.int64)
    held = np.array([sizes[list(part)].sum() for part in parts], dtype=np.int64)
    if len(parts) < 2:
        parts, together, held = (), np.zeros((0, *counts.shape[1:]), np.int64), np.zeros(0, np.int64)
    disclosed = suppress_counts(tally=counts.sum(axis=0), by_segment=together, sizes=held, people=int(sizes.sum()), k=k)
    shares = disclose_shares(disclosed, column=AGREE, level=level, weighted=False)
    adjusted = correct_for_many([_test(disclosed, s) for s in range(counts.shape[1])])
    statements = tuple(
        StatementByMode(shares.at(s, 0), tuple(shares.at(s, 1 + g) for g in range(len(parts))), _finding(p), p)
        for s, p in enumerate(adjusted)
    )
    return ModeComparison(parts, tuple(int(n) for n in held), statements)


def join_small(sizes: Ints, *, k: int) -> tuple[tuple[int, ...], ...]:
    """Parts of at least k people: the smallest two are taken together until all have k or one is left."""
    parts: list[tuple[tuple[int, ...], int]] = [((int(i),), int(n)) for i, n in enumerate(sizes) if n > 0]
    while len(parts) > 1 and min(n for _, n in parts) < k:
        parts.sort(key=lambda part: (part[1], part[0]))
        (first, n), (second, m), *rest = parts
        parts = [(tuple(sorted(first + second)), n + m), *rest]
    return tuple(sorted(modes for modes, _ in parts))


def correct_for_many(p_values: Sequence[float | None]) -> list[float | None]:
    """Holm's adjusted p-values, in the order given; None stays None and is no test."""
    order = sorted((p, i) for i, p in enumerate(p_values) if p is not None)
    adjusted: list[float | None] = [None] * len(p_values)
    highest = 0.0
    for rank, (p, i) in enumerate(order):
        highest = max(highest, min(1.0, p * (len(order) - rank)))
        adjusted[i] = highest
    return adjusted


def _test(counts: DisclosedCounts, statement: int) -> float | None:
    """Bonferroni over pairs of parts; None where a count that it needs is hidden or there is one part."""
    if counts.value.shape[1] < 3 or not counts.shown[statement, 1:, [AGREE, N]].all():
        return None
    table = counts.value[statement, 1:]
    rows = [(int(row[AGREE]), int(row[N] - row[AGREE])) for row in table]
    pairs = list(combinations(rows, 2))
    return min(1.0, min(float(fisher_exact(pair).pvalue) for pair in pairs) * len(pairs))


def _finding(p: float | None) -> ModeFinding:
    if p is None:
        return ModeFinding.TOO_FEW
    return ModeFinding.DIFFERENCE if p <= RISK else ModeFinding.NO_DIFFERENCE
