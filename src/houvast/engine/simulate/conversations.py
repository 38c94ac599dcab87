# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What would the votes look like if we knew the truth? Invented conversations from a stated model.

    P(x_ij = x) proportional to exp(x (a_j + b_j . theta_i + u_i) + [x = 0] (c_j + s_i)),  x in {-1, 0, +1}

(the partial credit model of Muraki 1992 with a response style u_i and a readiness to pass s_i). People form a
continuum of opinion, two or more groups, or hold no shared opinion at all (b = 0: pure noise). Because the truth is
known, a claim such as "there are three groups" can be checked, and an oracle can say how much could be known at best.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from houvast.domain.errors import OptionRejected
from houvast.domain.votes import Statement
from houvast.engine.landscape.chunks import run_chunks
from houvast.engine.landscape.vote_table import VoteTable
from houvast.engine.simulate.brigades import BrigadeDesign, add_brigade
from houvast.engine.simulate.vote_kernels import choose_statements, draw_votes, group_evidence

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Distribution = Literal["normal", "uniform", "skewed", "none"]
Exposure = Literal["even", "heavy-tailed"]

INTERCEPT_MEAN, INTERCEPT_SD, PASSING_SD = 0.2, 0.8, 0.5


@dataclass(frozen=True, eq=False)
class Truth:
    """What the votes were drawn from. Q dimensions, K groups; brigade members have NaN places and group -1.

    place (P, Q), group (P,), style u (P,), pass_style s (P,), in_brigade (P,); intercept a (S,), slope b (S, Q),
    passing c (S,). Within group k places are N(centre[k], spread^2), centre (K, Q), spread (Q,), shares (K,).
    """

    place: Floats
    group: Ints
    style: Floats
    pass_style: Floats
    in_brigade: NDArray[np.bool_]
    intercept: Floats
    slope: Floats
    passing: Floats
    centre: Floats
    spread: Floats
    shares: Floats
    style_sd: float

    @property
    def groups(self) -> int:
        """K, 1 for a continuum or noise."""
        return len(self.shares)


@dataclass(frozen=True, eq=False)
class SimulatedConversation:
    """Invented votes and the truth behind them."""

    table: VoteTable
    truth: Truth


@dataclass(frozen=True, eq=False)
class _People:
    place: Floats
    group: Ints
    centre: Floats
    spread: Floats
    shares: Floats


def simulate_conversation(
    *,
    participants: int,
    statements: int,
    rng: np.random.Generator,
    votes_per_participant: float | None = None,
    density: float | None = None,
    groups: int = 1,
    separation: float = 4.0,
    distribution: Distribution = "normal",
    dimensions: int = 1,
    style_sd: float = 0.0,
    pass_sd: float = 0.0,
    pass_rate: float = 0.15,
    slope_sd: float = 1.2,
    group_shares: tuple[float, ...] | None = None,
    exposure: Exposure = "even",
    brigade: BrigadeDesign | None = None,
) -> SimulatedConversation:
    """Invent a conversation.

    votes_per_participant: exactly so many each (a mean under "heavy-tailed"); or density, the share of the
    statements each person sees, independently per statement. Which statements is random.
    groups, separation: K >= 2 groups with centres on a simplex in max(dimensions, K - 1) dimensions, every two
    `separation` apart in units of the standard deviation within a group. distribution shapes a continuum (groups = 1).
    Each dimension is scaled to mean variance 1, so separation changes the shape of opinion and slope_sd, the standard
    deviation of b per dimension, its strength. style_sd, pass_sd: standard deviations of u and s.
    pass_rate: share of passes among the votes. group_shares: K shares, equal when left out.
    """
    _check(participants, statements, groups, distribution, pass_rate)
    people = _draw_people(participants, groups, separation, distribution, dimensions, group_shares, rng)
    q = people.place.shape[1]
    style = style_sd * rng.standard_normal(participants)
    pass_style = pass_sd * rng.standard_normal(participants)
    intercept = INTERCEPT_MEAN + INTERCEPT_SD * rng.standard_normal(statements)
    slope = slope_sd * rng.standard_normal((statements, q)) * (0.0 if distribution == "none" else 1.0)
    offset = PASSING_SD * rng.standard_normal(statements)
    passing = offset + _pass_level(intercept, slope, offset, people.place, style, pass_style, pass_rate, rng)
    counts = _vote_counts(participants, statements, votes_per_participant, density, exposure, rng)
    model = (intercept, slope, passing, people.place, style, pass_style)
    table = _draw_table(counts, statements, model, rng)
    truth = Truth(
        place=people.place,
        group=people.group,
        style=style,
        pass_style=pass_style,
        in_brigade=np.zeros(participants, dtype=np.bool_),
        intercept=intercept,
        slope=slope,
        passing=passing,
        centre=people.centre,
        spread=people.spread,
        shares=people.shares,
        style_sd=style_sd,
    )
    conversation = SimulatedConversation(table, truth)
    return conversation if brigade is None else _with_brigade(conversation, brigade, rng)


def _draw_table(counts: Ints, statements: int, model: tuple[Floats, ...], rng: np.random.Generator) -> VoteTable:
    """Which statements each person sees (counts (P,) of them), and the votes on them."""
    people = len(counts)
    indptr = np.concatenate(([0], np.cumsum(counts)))
    statement = np.empty(indptr[-1], dtype=np.int32)
    value = np.empty(indptr[-1], dtype=np.int8)
    seeds = rng.integers(0, 2**64, size=people, dtype=np.uint64)
    run_chunks(people, choose_statements, seeds, indptr, statements, statement)
    run_chunks(people, draw_votes, seeds, indptr, statement, *model, value)
    named = tuple(Statement(id=str(j), text=f"Invented statement {j}") for j in range(statements))
    return VoteTable(np.arange(people), named, indptr, statement, value)


def oracle_membership(truth: Truth, *, votes: VoteTable) -> Floats:
    """How sure could anybody be of each person's group, given the true parameters and these votes? (P, K).

    Places and styles are integrated out (Laplace); s_i, which says nothing about the group, is given.
    """
    spread = np.append(truth.spread, max(truth.style_sd, 1e-3))
    centre = np.column_stack((truth.centre, np.zeros(truth.groups)))
    slope = np.column_stack((truth.slope, np.ones(len(truth.slope))))
    evidence = np.empty((votes.n_participants, truth.groups))
    rows = (votes.indptr, votes.statement, votes.value)
    model = (truth.intercept, slope, truth.passing, truth.pass_style, centre, spread**-2.0)
    run_chunks(votes.n_participants, group_evidence, *rows, *model, evidence)
    evidence += np.log(truth.shares)
    chance = np.exp(evidence - evidence.max(axis=1, keepdims=True))
    return np.asarray(chance / chance.sum(axis=1, keepdims=True))


def oracle_labels(truth: Truth, *, votes: VoteTable) -> Ints:
    """The most likely group of each person given the true parameters, shape (P,): the best anybody could do."""
    return np.asarray(oracle_membership(truth, votes=votes).argmax(axis=1), dtype=np.int64)


def _check(participants: int, statements: int, groups: int, distribution: Distribution, pass_rate: float) -> None:
    if min(participants, statements, groups) < 1:
        raise OptionRejected("A conversation needs at least one participant, one statement and one group.")
    if not 0 <= pass_rate < 1:
        raise OptionRejected("The share of passes must be at least 0 and less than 1.")
    if distribution == "none" and groups > 1:
        raise OptionRejected("Noise has no groups: ask for one group, or for another distribution.")


def _draw_people(
    n: int, groups: int, separation: float, distribution: Distribution, dimensions: int,
    group_shares: tuple[float, ...] | None, rng: np.random.Generator,
) -> _People:  # fmt: skip
    if groups == 1:
        place = _draw_continuum(n, dimensions, distribution, rng)
        one = np.ones(1)
        return _People(place, np.zeros(n, dtype=np.int64), np.zeros((1, dimensions)), np.ones(dimensions), one)
    shares = np.full(groups, 1 / groups) if group_shares is None else np.asarray(group_shares, dtype=np.float64)
    if len(shares) != groups or not (np.all(shares > 0) and np.all(np.isfinite(shares))):
        raise OptionRejected("Give one positive share per group.")
    shares = shares / shares.sum()
    q = max(dimensions, groups - 1)
    centre = np.zeros((groups, q))
    centre[:, : groups - 1] = _simplex(groups) * separation
    centre -= shares @ centre
    between = (shares @ centre**2)[: groups - 1].mean()
    scale = np.ones(q)
    scale[: groups - 1] = 1 / np.sqrt(1 + between)
    group = rng.choice(groups, size=n, p=shares).astype(np.int64)
    place = (centre[group] + rng.standard_normal((n, q))) * scale
    return _People(place, group, centre * scale, scale, shares)


def _simplex(groups: int) -> Floats:
    """K points in K - 1 dimensions, every two at distance 1."""
    corners = np.eye(groups) / np.sqrt(2)
    corners -= corners.mean(axis=0)
    axes = np.linalg.qr(corners.T[:, : groups - 1])[0]
    return np.asarray(corners @ axes)


def _draw_continuum(n: int, dimensions: int, distribution: Distribution, rng: np.random.Generator) -> Floats:
    shape = (n, dimensions)
    if distribution == "uniform":
        return np.asarray(rng.uniform(-np.sqrt(3), np.sqrt(3), shape))
    if distribution == "skewed":
        return np.asarray((rng.gamma(2.0, size=shape) - 2.0) / np.sqrt(2))
    return rng.standard_normal(shape)


def _vote_counts(
    n: int, statements: int, each: float | None, density: float | None, exposure: Exposure, rng: np.random.Generator
) -> Ints:
    if (each is None) == (density is None):
        raise OptionRejected("Give either the votes per participant or the density, not both.")
    if not 0 < (each if each is not None else (density or 0) * statements) <= statements:
        raise OptionRejected(f"Everybody must see between 1 and all {statements} statements.")
    if exposure == "heavy-tailed":
        mean = each if each is not None else (density or 0) * statements
        counts = np.rint(mean * rng.lognormal(-0.5, 1.0, n))
    elif each is not None:
        counts = np.full(n, each) if float(each).is_integer() else np.floor(each + rng.random(n))
    else:
        counts = rng.binomial(statements, density or 0.0, n)
    return np.asarray(np.clip(counts, 1, statements), dtype=np.int64)


def _pass_level(
    intercept: Floats, slope: Floats, offset: Floats, place: Floats, style: Floats, pass_style: Floats, rate: float,
    rng: np.random.Generator,
) -> float:  # fmt: skip
    """The level of c at which a share `rate` of the votes is a pass, by bisection on a sample of pairs."""
    if rate <= 0:
        return -60.0
    i = rng.integers(0, len(place), 20_000)
    j = rng.integers(0, len(intercept), 20_000)
    lean = intercept[j] + np.einsum("vd,vd->v", slope[j], place[i]) + style[i]
    opinion = 2 * np.cosh(np.clip(lean, -30, 30))
    own = offset[j] + pass_style[i]
    low, high = -20.0, 30.0
    for _ in range(60):
        middle = (low + high) / 2
        neither = np.exp(own + middle)
        low, high = (middle, high) if float(np.mean(neither / (neither + opinion))) < rate else (low, middle)
    return (low + high) / 2


def _with_brigade(
    conversation: SimulatedConversation, design: BrigadeDesign, rng: np.random.Generator
) -> SimulatedConversation:
    truth, n = conversation.truth, design.size
    table = add_brigade(
        conversation.table, size=n, kind=design.kind, targets=design.targets, cover=design.cover, rng=rng
    )
    extended = replace(
        truth,
        place=np.vstack((truth.place, np.full((n, truth.place.shape[1]), np.nan))),
        group=np.concatenate((truth.group, np.full(n, -1))),
        style=np.concatenate((truth.style, np.zeros(n))),
        pass_style=np.concatenate((truth.pass_style, np.zeros(n))),
        in_brigade=np.concatenate((truth.in_brigade, np.ones(n, dtype=np.bool_))),
    )
    return SimulatedConversation(table, extended)
