# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How much should each person count, so that the people taking part resemble the population? Raking to margins.

One variable after the other, every weight is multiplied by target share / current share of its category, until nothing
changes: iterative proportional fitting, Deming and Stephan (1940); Deville and Särndal (1992). Effective n after Kish
(1965): (Σw)² / Σw². Voluntary margins only: a person whose background is wholly unknown keeps weight 1, and one who
gave some variables is weighted by those alone. Weights are cut at `trim` times the mean, because one person
who stands for many makes every figure shaky; after cutting the margins are met less exactly, which margin_error states.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from houvast.domain.errors import OptionRejected

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class RakedWeights:
    """weights: float64, shape (P,), mean 1. n_effective: Kish. trimmed: people whose weight was cut.

    margin_error: the largest difference left between a weighted share and its target (0 to 1).
    """

    weights: Floats
    n_effective: float
    converged: bool
    iterations: int
    trimmed: int
    margin_error: float


def count_effective(weights: Floats) -> float:
    """How many equally counting people carry as much information? Kish (Σw)² / Σw², weights of shape (P,)."""
    squares = float(np.sum(weights**2))
    return float(np.sum(weights)) ** 2 / squares if squares > 0 else 0.0


def rake(
    *,
    categories: Ints,
    targets: Sequence[Floats],
    trim: float = 5.0,
    tolerance: float = 1e-9,
    max_iterations: int = 1000,
) -> RakedWeights:
    """Weights that give the known people the target shares.

    categories: shape (P, M), category index per person and variable, -1 where unknown. targets: M arrays of shares,
    each adding up to 1. OptionRejected when a category has a share and no people, or people and no share.
    """
    shares = [_checked_shares(categories[:, at], target, at) for at, target in enumerate(targets)]
    if categories.shape[1] != len(shares):
        raise OptionRejected(
            f"{categories.shape[1]} background variables and {len(shares)} margins: give one for each."
        )
    if not trim > 1:
        raise OptionRejected(f"Weights cannot be cut at {trim} times the mean: give a number above 1.")
    weights = np.ones(len(categories))
    known: NDArray[np.bool_] = np.any(categories >= 0, axis=1)
    change, iterations = np.inf, 0
    while change > tolerance and iterations < max_iterations:
        before = weights.copy()
        for at, share in enumerate(shares):
            weights = _fit_margin(weights, categories[:, at], share)
        weights = _cut(weights, known, trim)
        change = float(np.abs(weights - before).max(initial=0.0))
        iterations += 1
    return RakedWeights(
        weights=weights,
        n_effective=count_effective(weights),
        converged=change <= tolerance,
        iterations=iterations,
        trimmed=int(np.sum(weights >= trim * (1 - 1e-12))),
        margin_error=_margin_error(weights, categories, shares),
    )


def _checked_shares(category: Ints, target: Floats, at: int) -> Floats:
    """The shares of one variable, exactly adding up to 1."""
    share = np.asarray(target, dtype=np.float64)
    if not len(share) or not np.isfinite(share).all() or (share < 0).any() or abs(share.sum() - 1) > 1e-6:
        raise OptionRejected(f"The shares of background variable {at + 1} must be positive and add up to 1.")
    if category.max(initial=-1) >= len(share):
        raise OptionRejected(f"Background variable {at + 1} has a category without a share: add it to the margins.")
    people = np.bincount(category[category >= 0], minlength=len(share))
    if not people.any():
        raise OptionRejected(f"Nobody's background variable {at + 1} is known: leave out its margins.")
    for index in np.flatnonzero((people == 0) != (share == 0)).tolist():
        lack = "nobody takes part who is in it" if people[index] == 0 else "its share in the population is 0"
        raise OptionRejected(
            f"Category {index + 1} of background variable {at + 1} cannot be weighted: {lack}. "
            "Join it with another category, in the background and in the margins."
        )
    exact: Floats = share / share.sum()
    return exact


def _fit_margin(weights: Floats, category: Ints, share: Floats) -> Floats:
    """One step: the people known on this variable get its shares and keep their total."""
    known = category >= 0
    now = np.bincount(category[known], weights=weights[known], minlength=len(share))
    factor = np.divide(share * now.sum(), now, out=np.zeros_like(share), where=now > 0)
    fitted = weights.copy()
    fitted[known] *= factor[category[known]]
    return fitted


def _cut(weights: Floats, known: NDArray[np.bool_], trim: float) -> Floats:
    """Weights of at most trim (the mean is 1); what is cut goes to the other known people in proportion."""
    cut = weights.copy()
    while (over := cut > trim).any():
        excess = float(np.sum(cut[over] - trim))
        cut[over] = trim
        room = known & (cut < trim)
        if not room.any():
            break
        cut[room] *= 1 + excess / cut[room].sum()
    return cut


def _margin_error(weights: Floats, categories: Ints, shares: Sequence[Floats]) -> float:
    errors = [0.0]
    for at, share in enumerate(shares):
        known = categories[:, at] >= 0
        now = np.bincount(categories[known, at], weights=weights[known], minlength=len(share))
        errors.append(float(np.abs(now / now.sum() - share).max()))
    return max(errors)
