# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Given groups, what does each stand for and what do all agree on, in the published Polis formulas?

With A agrees, D disagrees and S votes (passes included) of group g on a statement, "rest" being all other groups:

    pa  = (A + 1) / (S + 2)                      pat = 2 sqrt(S + 1) ((A + 1) / (S + 1) - 1/2)
    ra  = pa / ((A_rest + 1) / (S_rest + 2))     rat = two-proportion z of A, A_rest, S, S_rest, each raised by one
    group-aware consensus = product over groups of pa

and pd, pdt, rd, rdt likewise with D. Small et al. 2021, "Polis: Scaling Deliberation by Mapping High Dimensional
Opinion Spaces", Recerca 26(2); the details follow the published behaviour of the Polis server. No correction for
the number of tests, and a pass weighs as much as a disagreement: that is why the landscape uses other measures.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from houvast.domain.votes import Moderation
from houvast.engine.landscape.tally import AGREE, DISAGREE, count_votes
from houvast.engine.landscape.vote_table import VoteTable

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

Z90 = 1.2816
SHOWN = 5


@dataclass(frozen=True, eq=False)
class Proportions:
    """One direction (agree or disagree), all (K, S): p = pa, p_test = pat, repness = ra, repness_test = rat."""

    p: Floats
    p_test: Floats
    repness: Floats
    repness_test: Floats

    @property
    def metric(self) -> Floats:
        """repness x repness-test x p-success x p-test, shape (K, S)."""
        return self.repness * self.repness_test * self.p * self.p_test


@dataclass(frozen=True, slots=True)
class Representative:
    """A statement that a group stands for. n_success of n_trials people of the group voted in this direction."""

    statement: int
    direction: str
    n_success: int
    n_trials: int
    p_success: float
    p_test: float
    repness: float
    repness_test: float
    best_agree: bool


@dataclass(frozen=True, slots=True)
class ConsensusStatement:
    """A statement that most of all participants agree (or disagree) with."""

    statement: int
    direction: str
    n_success: int
    n_trials: int
    p_success: float
    p_test: float


@dataclass(frozen=True, eq=False)
class PolisStatistics:
    """K groups, S statements. agreed, disagreed, voted: int64 (K, S), moderated statements included.

    group_aware_consensus (S,). agree, disagree: Proportions in which moderated statements count as passed by all.
    representative: per group, at most five. consensus: of the whole population, at most five per direction.
    """

    agreed: Ints
    disagreed: Ints
    voted: Ints
    group_aware_consensus: Floats
    agree: Proportions
    disagree: Proportions
    representative: tuple[tuple[Representative, ...], ...]
    consensus: tuple[ConsensusStatement, ...]


def polis_statistics(votes: VoteTable, *, groups: Ints) -> PolisStatistics:
    """The published statistics for given groups. groups: int64 (P,), 0..K-1, -1 for people in no group."""
    n_groups = int(groups.max(initial=-1)) + 1
    tally = count_votes(votes, segment=groups, n_segments=n_groups)
    voted = tally.sum(axis=2)
    moderated = moderated_out(votes)
    sizes = np.bincount(groups[groups >= 0], minlength=n_groups)
    zeroed = np.where(moderated[None, :, None], 0, tally)
    trials = np.where(moderated, sizes[:, None], voted)
    agree = _compare_groups(zeroed[:, :, AGREE], trials)
    disagree = _compare_groups(zeroed[:, :, DISAGREE], trials)
    return PolisStatistics(
        agreed=tally[:, :, AGREE],
        disagreed=tally[:, :, DISAGREE],
        voted=voted,
        group_aware_consensus=np.prod((tally[:, :, AGREE] + 1) / (voted + 2), axis=0),
        agree=agree,
        disagree=disagree,
        representative=tuple(
            _choose_representative(g, zeroed[g], trials[g], agree, disagree, moderated) for g in range(n_groups)
        ),
        consensus=_choose_consensus(count_votes(votes)[0], moderated),
    )


def moderated_out(votes: VoteTable) -> Flags:
    """Statements that Polis sets to zero for everybody, shape (S,): moderated out, or about the conversation itself."""
    return np.array([s.moderation is Moderation.OUT or s.is_meta for s in votes.statements], dtype=np.bool_)


def proportion_z(successes: NDArray[np.integer], trials: NDArray[np.integer]) -> Floats:
    """z of a proportion against one half, both counts raised by one: 2 sqrt(n + 1) ((a + 1) / (n + 1) - 1/2)."""
    return np.asarray(2 * np.sqrt(trials + 1) * ((successes + 1) / (trials + 1) - 0.5))


def difference_z(first: NDArray[np.integer], second: NDArray[np.integer], *, trials: tuple[Ints, Ints]) -> Floats:
    """z of the difference of two proportions, all counts raised by one; 0 where both proportions are one."""
    a, b = first + 1, second + 1
    n, m = trials[0] + 1, trials[1] + 1
    pooled = (a + b) / (n + m)
    spread = np.sqrt(np.maximum(pooled * (1 - pooled), 0) * (1 / n + 1 / m))
    return np.asarray(np.divide(a / n - b / m, spread, out=np.zeros(pooled.shape), where=pooled != 1))


def _compare_groups(successes: Ints, trials: Ints) -> Proportions:
    others = successes.sum(axis=0) - successes
    other_trials = trials.sum(axis=0) - trials
    p = (successes + 1) / (trials + 2)
    return Proportions(
        p=p,
        p_test=proportion_z(successes, trials),
        repness=p / ((others + 1) / (other_trials + 2)),
        repness_test=difference_z(successes, others, trials=(trials, other_trials)),
    )


def _choose_representative(
    g: int, tally: Ints, trials: Ints, agree: Proportions, disagree: Proportions, moderated: Flags
) -> tuple[Representative, ...]:
    open_to_choice = np.flatnonzero(~moderated)
    if not len(open_to_choice):
        return ()
    stands_out = ((agree.repness_test[g] > Z90) & (agree.p_test[g] > Z90)) | (
        (disagree.repness_test[g] > Z90) & (disagree.p_test[g] > Z90)
    )
    best = _best_agree(g, tally, agree, open_to_choice)
    towards_agree = agree.repness_test[g] > disagree.repness_test[g]
    metric = np.where(towards_agree, agree.metric[g], disagree.metric[g])
    enough = [int(j) for j in open_to_choice if stands_out[j]]
    if enough:
        chosen = ([] if best is None else [best]) + sorted((j for j in enough if j != best), key=lambda j: -metric[j])
    elif best is not None:
        chosen = [best]
    else:
        strongest = np.maximum(agree.repness_test[g], disagree.repness_test[g])[open_to_choice]
        chosen = [int(open_to_choice[np.argmax(strongest)])]
    chosen = sorted(chosen[:SHOWN], key=lambda j: not towards_agree[j])
    return tuple(
        _describe(g, j, tally, trials, agree if towards_agree[j] else disagree, bool(towards_agree[j]), j == best)
        for j in chosen
    )


def _best_agree(g: int, tally: Ints, agree: Proportions, candidates: NDArray[np.integer]) -> int | None:
    """The statement a group agrees with most tellingly, in the order in which Polis compares them."""
    p, test, rep = agree.p[g], agree.p_test[g], agree.repness[g]
    metric = agree.metric[g]
    best: int | None = None
    for j in map(int, candidates):
        if tally[j, AGREE] == 0 and tally[j, DISAGREE] == 0:
            continue
        if best is None:
            better = bool(test[j] > Z90 or (rep[j] > 1 and p[j] > 0.5))
        elif rep[best] > 1:
            better = bool(metric[j] > metric[best])
        else:
            better = bool(p[j] * test[j] > p[best] * test[best])
        best = j if better else best
    return best


def _describe(
    g: int, j: int, tally: Ints, trials: Ints, figures: Proportions, agrees: bool, best: bool
) -> Representative:
    return Representative(
        statement=j,
        direction="agree" if agrees else "disagree",
        n_success=int(tally[j, AGREE if agrees else DISAGREE]),
        n_trials=int(trials[j]),
        p_success=float(figures.p[g, j]),
        p_test=float(figures.p_test[g, j]),
        repness=float(figures.repness[g, j]),
        repness_test=float(figures.repness_test[g, j]),
        best_agree=best,
    )


def _choose_consensus(tally: Ints, moderated: Flags) -> tuple[ConsensusStatement, ...]:
    trials = tally.sum(axis=1)
    found: list[ConsensusStatement] = []
    for direction, column in (("agree", AGREE), ("disagree", DISAGREE)):
        p = (tally[:, column] + 1) / (trials + 2)
        test = proportion_z(tally[:, column], trials)
        usable = np.flatnonzero((p > 0.5) & (test > Z90) & ~moderated)
        ordered = usable[np.argsort(-(p * test)[usable], kind="stable")][:SHOWN]
        found += [
            ConsensusStatement(int(j), direction, int(tally[j, column]), int(trials[j]), float(p[j]), float(test[j]))
            for j in ordered
        ]
    return tuple(found)
