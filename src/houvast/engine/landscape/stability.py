# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Would another half of the statements, or other people, give the same picture?

Split halves: positions and groups from two random halves of the statements. Resampling: groups refound from 80 % of the
people (Hennig 2007). Agreement of labels is the adjusted Rand index (Hubert & Arabie 1985). What two halves of even
perfectly real groups would show is computed from how much each person's votes say (expected_agreement), so that few
votes are not mistaken for unreal groups.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from houvast.engine.landscape.mixture import (
    Evidences,
    Mixture,
    fit_mixture,
    gather_evidence,
    log_densities,
    refine_mixture,
)
from houvast.engine.landscape.traits import TraitFit, fit_traits, select_opinion_votes
from houvast.engine.landscape.vote_table import VoteTable, select_statements

Floats = NDArray[np.float64]
Labels = NDArray[np.integer]

RESAMPLES = 5
RESAMPLE_SHARE = 0.8
HALF_ITERATIONS = 15


@dataclass(frozen=True, slots=True)
class SplitHalf:
    """r: correlation of the first dimension; agreement: adjusted Rand index of group labels, None without groups."""

    r: float
    agreement: float | None


def adjusted_rand(one: Labels, two: Labels) -> float:
    """Adjusted Rand index of two labelings of the same people; 1 when both are a single group."""
    table = np.zeros((int(one.max()) + 1, int(two.max()) + 1))
    np.add.at(table, (one, two), 1)

    def pairs(counts: Floats) -> float:
        return float((counts * (counts - 1) / 2).sum())

    together, rows, columns = pairs(table), pairs(table.sum(axis=1)), pairs(table.sum(axis=0))
    expected = rows * columns / max(pairs(np.array([float(len(one))])), 1.0)
    most = (rows + columns) / 2
    return 1.0 if most == expected else (together - expected) / (most - expected)


def compare_halves(
    votes: VoteTable, *, fit: TraitFit, mixture: Mixture | None, dims: int, rng: np.random.Generator
) -> SplitHalf:
    """Refit on two random halves of the statements, people as in votes; both start from the full solution."""
    chosen = rng.permutation(votes.n_statements) < votes.n_statements // 2
    positions, labels = [], []
    for keep in (chosen, ~chosen):
        half = select_opinion_votes(select_statements(votes, keep=keep))
        refit = fit_traits(half, start=fit.mean[:, : fit.dimensions], iterations=HALF_ITERATIONS)
        evidence = gather_evidence(mean=refit.mean, covariance=refit.covariance, dims=refit.dimensions)
        aligned = _align(fit.mean[:, : fit.dimensions], refit.mean[:, : fit.dimensions])
        positions.append(refit.mean[:, : fit.dimensions] @ aligned[:, 0])
        if mixture is not None:
            centre = mixture.centre @ aligned[: fit.dimensions, :dims].T
            labels.append(log_densities(evidence, refine_mixture(evidence, centre=centre)).argmax(axis=1))
    r = float(np.corrcoef(positions[0], positions[1])[0, 1])
    return SplitHalf(r, adjusted_rand(labels[0], labels[1]) if labels else None)


def _align(target: Floats, moved: Floats) -> Floats:
    """Orthogonal matrix R (D, D) with moved @ R closest to target (Schoenemann 1966)."""
    left, _, right = np.linalg.svd(moved.T @ target)
    return np.asarray(left @ right)


def expected_agreement(evidence: Evidences, *, mixture: Mixture, rng: np.random.Generator) -> float:
    """Adjusted Rand index between halves if the groups were exactly real: simulated from the mixture."""
    people, dims = evidence.shift.shape
    label = rng.choice(len(mixture.share), size=people, p=mixture.share)
    theta = mixture.centre[label] + rng.normal(size=(people, dims)) @ np.linalg.cholesky(mixture.within).T
    half = evidence.precision / 2
    values, vectors = np.linalg.eigh(half)
    root = vectors * np.sqrt(np.maximum(values, 0))[:, None, :]
    labels = []
    for _ in range(2):
        noise = np.einsum("iab,ib->ia", root, rng.normal(size=(people, dims)))
        seen = Evidences(half, np.einsum("iab,ib->ia", half, theta) + noise)
        labels.append(log_densities(seen, mixture).argmax(axis=1))
    return adjusted_rand(labels[0], labels[1])


def compare_resamples(evidence: Evidences, *, mixture: Mixture, rng: np.random.Generator) -> float:
    """Mean adjusted Rand index between the groups and those refound from 80 % of the people."""
    label = log_densities(evidence, mixture).argmax(axis=1)
    groups = len(mixture.share)
    agreements = []
    for _ in range(RESAMPLES):
        keep = rng.permutation(len(label))[: int(RESAMPLE_SHARE * len(label))]
        refound = fit_mixture(evidence.take(keep), groups=groups, rng=rng, starts=3)
        agreements.append(adjusted_rand(label[keep], log_densities(evidence.take(keep), refound).argmax(axis=1)))
    return float(np.mean(agreements))


def measure_heldout_gain(
    evidence: Evidences, *, mixture: Mixture, rng: np.random.Generator, folds: int = 5
) -> tuple[float, float]:
    """Gain of K groups over one normal spectrum in log-likelihood a held-out person, and its z over people."""
    fold = rng.permutation(len(evidence.shift)) % folds
    gain = np.zeros(len(fold))
    for f in range(folds):
        train, test = evidence.take(fold != f), evidence.take(fold == f)
        groups = refine_mixture(train, centre=mixture.centre, share=mixture.share, within=mixture.within)
        single = refine_mixture(train, centre=np.zeros((1, mixture.centre.shape[1])))
        gain[fold == f] = _log_likelihoods(test, groups) - _log_likelihoods(test, single)
    error = gain.std(ddof=1) / np.sqrt(len(gain))
    return float(gain.mean()), float(gain.mean() / error) if error > 0 else 0.0


def _log_likelihoods(evidence: Evidences, mixture: Mixture) -> Floats:
    """Per person (P,), up to a constant that is the same for every mixture."""
    logs = log_densities(evidence, mixture)
    top = logs.max(axis=1)
    return np.asarray(top + np.log(np.exp(logs - top[:, None]).sum(axis=1)))
