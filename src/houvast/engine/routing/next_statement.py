# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which statement comes next for this person? A lottery in which every statement not yet seen takes part.

Half of the chance goes by information: with f(x) the posterior of this person's place x from their votes so far,

    I_j = integral of b_j^2 p_j(x) (1 - p_j(x)) f(x) dx,    p_j(x) = 1 / (1 + exp(-a_j - b_j x))

(expected Fisher information; Lord 1980), chance proportional to I_j. The other half is the same for all, so that no
statement starves. Statements shown fewer than MINIMUM_VIEWS times get a share of the draws before that, the more the
fewer people saw them: a new statement is tried out at once, and counts as average in information until it is known.
While nothing is known about opinion (no fitted model, or no structure) the half of information goes to what was shown
least. Mixing half and half places people best among the rules that starve no statement (docs/explanation/
statement-order.md).

The chance of the statement drawn is known exactly. It is written down, because it is needed to weigh later what was
asked of whom (Horvitz & Thompson 1952).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from houvast.engine.routing.statement_model import StatementModel

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

INFORMATION_SHARE = 0.5
NEW_SHARE = 0.2
MINIMUM_VIEWS = 30
NODES = np.linspace(-3.5, 3.5, 29)


@dataclass(frozen=True, eq=False)
class ItemTable:
    """Per statement and node of x, (S, Q): log chance to agree, log chance to disagree, information. In any order that
    the caller keeps; statements that the model does not know have log chances of 0 and average information."""

    log_agree: Floats
    log_disagree: Floats
    information: Floats


def tabulate_items(model: StatementModel | None, *, statements: tuple[str, ...]) -> ItemTable | None:
    """The table for statements in the order given; None where the model says nothing about opinion."""
    if model is None or not model.is_structured or not model.statements:
        return None
    number = {name: at for at, name in enumerate(model.statements)}
    at = np.array([number.get(name, -1) for name in statements], dtype=np.int64)
    slope, unknown = model.slope[:, 0], at < 0
    eta = model.intercept[:, None] + slope[:, None] * NODES
    log_agree, log_disagree = -np.logaddexp(0.0, -eta), -np.logaddexp(0.0, eta)
    information = slope[:, None] ** 2 * np.exp(log_agree + log_disagree)
    table = [log_agree[at], log_disagree[at], information[at]]
    table[0][unknown], table[1][unknown], table[2][unknown] = 0.0, 0.0, information.mean(axis=0)
    return ItemTable(*table)


def expect_information(items: ItemTable, *, agreed: Ints, disagreed: Ints) -> Floats:
    """Expected information (S,) about a person who agreed and disagreed with these statements (rows of the table)."""
    log_posterior = items.log_agree[agreed].sum(axis=0) + items.log_disagree[disagreed].sum(axis=0) - NODES**2 / 2
    posterior = np.exp(log_posterior - log_posterior.max())
    return np.asarray(items.information @ (posterior / posterior.sum()))


def weigh_statements(*, views: Ints, information: Floats | None) -> Floats:
    """Chances (C,), all above 0 and together 1, of C statements that this person did not see.

    views: (C,), people to whom each was shown. information: (C,), or None where nothing is known.
    """
    fair = np.full(len(views), 1 / len(views))
    chance = INFORMATION_SHARE * _pull(views, information) + (1 - INFORMATION_SHARE) * fair
    lacking = np.maximum(MINIMUM_VIEWS - views, 0).astype(float)
    if lacking.any():
        chance = (1 - NEW_SHARE) * chance + NEW_SHARE * lacking / lacking.sum()
    return np.asarray(chance / chance.sum())


def _pull(views: Ints, information: Floats | None) -> Floats:
    """The half that is not the same for all: by information or, where there is none, by what was shown least."""
    pull = 1 / (1.0 + views) if information is None or not information.sum() > 0 else information
    return np.asarray(pull / pull.sum())


def draw_statement(chance: Floats, *, rng: np.random.Generator) -> int:
    """The index that is drawn."""
    edges = np.cumsum(chance)
    return min(int(np.searchsorted(edges, rng.random() * edges[-1], side="right")), len(chance) - 1)
