# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How does a result computed in canonical order and sign become one in the order and sign of the source?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from houvast.engine.landscape.canonical import CanonicalVotes
from houvast.engine.landscape.figures import Findings
from houvast.engine.landscape.result import (
    Block,
    Characteristic,
    Estimates,
    Lists,
    Positions,
    Ranked,
    StatementFigures,
)

Listed = TypeVar("Listed", Ranked, Characteristic)
SWAPPED = {"agree": "disagree", "disagree": "agree"}


@dataclass(frozen=True, eq=False)
class Order:
    """people_at (P,), statement_at (S,): the original index of each canonical one."""

    people_at: NDArray[np.int64]
    statement_at: NDArray[np.int64]

    def people(self, values: NDArray[Any]) -> NDArray[Any]:
        """Per-person values (P, ...) in the source's order."""
        out = np.empty_like(values)
        out[self.people_at] = values
        return out

    def statements(self, values: NDArray[Any], axis: int = -1) -> NDArray[Any]:
        """Per-statement values in the source's order along an axis."""
        place = np.argsort(self.statement_at)
        return np.take(values, place, axis=axis)

    def positions(self, positions: Positions, *, sign: int) -> Positions:
        """Positions in the source's order; with sign -1 who agrees readily is who disagreed readily."""
        restored = Positions(*(self.people(getattr(positions, field.name)) for field in fields(Positions)))
        return replace(restored, style=sign * restored.style)

    def block(self, block: Block) -> Block:
        """A block with the source's indices."""
        return replace(block, members=np.sort(self.people_at[block.members]))


def restore_votes_order(canonical: CanonicalVotes) -> Order:
    """The way back from canonical order."""
    return Order(canonical.people, canonical.statements)


def restore_findings(findings: Findings, *, order: Order, sign: int) -> Findings:
    """Findings about the source's statements; with sign -1 agreement and disagreement change places, nothing else."""
    return replace(
        findings,
        figures=_restore_figures(findings, order, sign),
        lists=_restore_lists(findings.lists, order, sign),
    )


def _restore_figures(findings: Findings, order: Order, sign: int) -> StatementFigures:
    flip = sign < 0
    figures = findings.figures
    columns = [1, 0, 2] if flip else [0, 1, 2]
    values: dict[str, Any] = {}
    for field in fields(StatementFigures):
        value = getattr(figures, field.name)
        if field.name in ("tally", "by_segment"):
            values[field.name] = order.statements(value, axis=-2)[..., columns]
        elif isinstance(value, Estimates):
            values[field.name] = _map_estimates(value, order.statements)
        else:
            values[field.name] = order.statements(value)
    if flip:
        values["agree"], values["disagree"] = values["disagree"], values["agree"]
        values["segment_agree"] = _map_estimates(findings.segment_disagree, order.statements)
        values["least_agree"], values["least_disagree"] = values["least_disagree"], values["least_agree"]
        values["bridging"] = _negate(values["bridging"])
        values["bridging_factor"] = -values["bridging_factor"]
    return StatementFigures(**values)


def _map_estimates(estimates: Estimates, change: Callable[[NDArray[Any]], NDArray[Any]]) -> Estimates:
    value, low, high, n = (change(getattr(estimates, name)) for name in ("value", "low", "high", "n"))
    return Estimates(value, low, high, n, estimates.level)


def _negate(estimates: Estimates) -> Estimates:
    return Estimates(-estimates.value, -estimates.high, -estimates.low, estimates.n, estimates.level)


def _restore_lists(lists: Lists, order: Order, sign: int) -> Lists:
    def back(entries: tuple[Listed, ...]) -> tuple[Listed, ...]:
        return tuple(_restore_entry(entry, order, sign) for entry in entries)

    return replace(
        lists,
        binds=back(lists.binds),
        divides=back(lists.divides),
        no_opinion=back(lists.no_opinion),
        representative=back(lists.representative),
        stands_for=tuple(back(some) for some in lists.stands_for),
    )


def _restore_entry(entry: Listed, order: Order, sign: int) -> Listed:
    statement = int(order.statement_at[entry.statement])
    direction = SWAPPED.get(entry.direction, entry.direction) if sign < 0 else entry.direction
    return replace(entry, statement=statement, direction=direction)
