# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How many groups are really apart? Start with five candidates and merge the least separate pair until all stand.

A number K stands when three things hold together: along the weakest chain that links all groups (minimum spanning
tree) the mean evidence for a valley (valley.py) passes a calibrated threshold; no single pair speaks clearly against
it; and merging the least separate pair would lose more log-likelihood than its parameters are worth (Schwarz 1978) plus
a margin. Thresholds: docs/explanation/ladder.md, measured with bench/ladder.py.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from houvast.engine.landscape.chunks import map_threads
from houvast.engine.landscape.line import GRID, likelihood_on_line
from houvast.engine.landscape.mixture import Evidences, Mixture, fit_mixture, log_densities, refine_mixture
from houvast.engine.landscape.result import PairGap
from houvast.engine.landscape.traits import OpinionVotes, TraitFit
from houvast.engine.landscape.valley import FOLDS, NO_EVIDENCE, measure_valley

Floats = NDArray[np.float64]

MOST_GROUPS = 5
CHAIN_NEEDED = {2: -1.0, 3: -2.5, 4: -3.0, 5: -4.0}
CROWDED_NEEDED = -1.0  # more groups than dimensions + 1 lie in each other's way
PAIR_NEEDED = -8.0
EVIDENCE_PER_PERSON = 0.004
MERGE_MARGIN = 5.0


@dataclass(frozen=True, eq=False)
class GroupSearch:
    """The outcome: mixture (None when no number stands), pair gaps, and the figures of the last K judged."""

    mixture: Mixture | None
    pairs: tuple[PairGap, ...]
    chain_evidence: float | None
    chain_needed: float | None
    merge_loss: float | None
    merge_needed: float | None


def search_groups(
    evidence: Evidences, *, opinion: OpinionVotes, fit: TraitFit, smallest: int, rng: np.random.Generator
) -> GroupSearch:
    """Find the largest number of groups that stands, at most five.

    evidence, opinion and fit are about the same people; smallest: people a group must at least have.
    """
    fold = rng.permutation(len(evidence.shift)) % FOLDS
    most = min(MOST_GROUPS, len(evidence.shift) // max(smallest, 1))
    if most < 2:
        return GroupSearch(None, (), None, None, None, None)
    mixture = fit_mixture(evidence, groups=most, rng=rng)
    while True:
        groups = len(mixture.share)
        gaps = _measure_pairs(evidence, mixture, opinion=opinion, fit=fit, fold=fold, smallest=smallest)
        merged = _merge(evidence, mixture, *np.unravel_index(int(np.argmin(gaps)), gaps.shape))
        dims = mixture.centre.shape[1]
        loss = mixture.log_likelihood - merged.log_likelihood
        needed = MERGE_MARGIN + (dims + 1) / 2 * math.log(len(evidence.shift))
        chain = _weakest_chain(gaps)
        asked = CHAIN_NEEDED[groups] if groups <= dims + 1 else CROWDED_NEEDED
        stands = chain >= asked and float(gaps.min()) >= PAIR_NEEDED and loss >= needed
        if stands or groups == 2:
            known = chain if chain > NO_EVIDENCE / 2 else None
            return GroupSearch(mixture if stands else None, _pair_gaps(gaps), known, asked, loss, needed)
        mixture = merged


def _measure_pairs(
    evidence: Evidences,
    mixture: Mixture,
    *,
    opinion: OpinionVotes,
    fit: TraitFit,
    fold: NDArray[np.integer],
    smallest: int,
) -> Floats:
    """Evidence for a valley per pair, less a minimum gain a person, (K, K); infinite on the diagonal."""
    groups = len(mixture.share)
    label = log_densities(evidence, mixture).argmax(axis=1)
    pairs = [(one, two) for one in range(groups) for two in range(one)]

    def measure(one: int, two: int) -> float:
        members = np.flatnonzero((label == one) | (label == two))
        second = label[members] == two
        if min(second.sum(), (~second).sum()) < smallest:
            return NO_EVIDENCE
        likelihood = likelihood_on_line(opinion, fit=fit, mixture=mixture, first=one, second=two, members=members)
        test = measure_valley(likelihood=likelihood, grid=GRID, second=second, fold=fold[members])
        return test.log_evidence - EVIDENCE_PER_PERSON * test.n

    gaps = np.full((groups, groups), np.inf)
    for (one, two), gap in zip(pairs, map_threads(measure, pairs), strict=True):
        gaps[one, two] = gaps[two, one] = gap
    return gaps


def _weakest_chain(gaps: Floats) -> float:
    """Mean of the edges of the minimum spanning tree (Prim 1957)."""
    linked = [0]
    total = 0.0
    while len(linked) < len(gaps):
        rest = [k for k in range(len(gaps)) if k not in linked]
        edges = gaps[np.ix_(linked, rest)]
        total += float(edges.min())
        linked.append(rest[int(np.argmin(edges.min(axis=0)))])
    return total / (len(gaps) - 1)


def _merge(evidence: Evidences, mixture: Mixture, one: np.intp, two: np.intp) -> Mixture:
    """The mixture refitted with two of its groups as one."""
    share = mixture.share[[one, two]]
    joined = (share @ mixture.centre[[one, two]]) / share.sum()
    centre = np.vstack([np.delete(mixture.centre, [one, two], axis=0), joined])
    shares = np.append(np.delete(mixture.share, [one, two]), share.sum())
    return refine_mixture(evidence, centre=centre, share=shares / shares.sum(), within=mixture.within)


def _pair_gaps(gaps: Floats) -> tuple[PairGap, ...]:
    """The pairs as records."""
    return tuple(
        PairGap(first=two, second=one, log_evidence=float(gaps[one, two]), needed=PAIR_NEEDED)
        for one in range(len(gaps))
        for two in range(one)
        if gaps[one, two] > NO_EVIDENCE / 2
    )
