# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which candidate groups? A mixture of normal groups in latent space, with every person's own measurement error.

theta_i ~ sum_k pi_k N(c_k, W),  votes_i | theta_i ~ exp(h_i' theta - theta' L_i theta / 2)

(L_i, h_i) is the Gaussian form of what the votes of person i say (trait model, prior divided out, response style
integrated out). Fitted by expectation-maximisation ("extreme deconvolution": Bovy, Hogg & Roweis 2011) with one common
covariance W, from k-means++ starts. Soft membership p(k | votes) is its posterior.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from houvast.engine.landscape.chunks import run_chunks
from houvast.engine.landscape.mixture_kernels import fill_log_densities, sum_step

Floats = NDArray[np.float64]

WITHIN_FLOOR = 0.01


@dataclass(frozen=True, eq=False)
class Evidences:
    """What the votes say about theta per person: precision L (P, D, D) and shift h (P, D)."""

    precision: Floats
    shift: Floats

    def take(self, index: NDArray[np.integer] | NDArray[np.bool_]) -> Evidences:
        """The same for some people."""
        return Evidences(self.precision[index], self.shift[index])


@dataclass(frozen=True, eq=False)
class Mixture:
    """share (K,), centre (K, D), within (D, D) and the log-likelihood of the fit."""

    share: Floats
    centre: Floats
    within: Floats
    log_likelihood: float


def gather_evidence(*, mean: Floats, covariance: Floats, dims: int) -> Evidences:
    """From posterior mean (P, d) and covariance (P, d, d) under a standard normal prior, for the first dims."""
    precision = np.linalg.inv(covariance[:, :dims, :dims])
    shift = np.einsum("iab,ib->ia", precision, mean[:, :dims])
    precision = precision - np.eye(dims)
    return Evidences(np.ascontiguousarray((precision + precision.transpose(0, 2, 1)) / 2), shift)


def log_densities(evidence: Evidences, mixture: Mixture) -> Floats:
    """log of pi_k times the marginal likelihood of the votes under group k, shape (P, K) (same constant a person)."""
    out = np.empty((len(evidence.shift), len(mixture.share)))
    run_chunks(len(out), fill_log_densities, evidence.precision, evidence.shift, *_terms(mixture), out)
    return out


def _terms(mixture: Mixture) -> tuple[Floats, Floats, Floats]:
    """Inverse of within (D, D), pull (K, D) and constant (K,) of the kernels."""
    within_inverse = np.asarray(np.linalg.inv(mixture.within), dtype=np.float64)
    pull = mixture.centre @ within_inverse
    _, log_within = np.linalg.slogdet(mixture.within)
    constant = np.log(mixture.share) - 0.5 * (np.einsum("ka,ka->k", pull, mixture.centre) + log_within)
    return within_inverse, np.ascontiguousarray(pull), np.asarray(constant)


def fit_mixture(evidence: Evidences, *, groups: int, rng: np.random.Generator, starts: int = 6) -> Mixture:
    """Best of several starts."""
    positions = _shrunken_positions(evidence)
    fits = []
    for _ in range(starts):
        centre = _spread_centres(positions, groups=groups, rng=rng)
        fits.append(refine_mixture(evidence, centre=centre, steps=12))
    best = max(fits, key=lambda fit: fit.log_likelihood)
    return refine_mixture(evidence, centre=best.centre, share=best.share, within=best.within, steps=40)


def refine_mixture(
    evidence: Evidences,
    *,
    centre: Floats,
    share: Floats | None = None,
    within: Floats | None = None,
    steps: int = 40,
) -> Mixture:
    """Expectation-maximisation from given centres (K, D)."""
    groups, dims = centre.shape
    start_within = np.eye(dims) * 0.15 if within is None else within
    start_share = np.full(groups, 1 / groups) if share is None else share
    mixture = Mixture(start_share, centre, start_within, -np.inf)
    for _ in range(steps):
        updated = _step(evidence, mixture)
        done = updated.log_likelihood - mixture.log_likelihood < 1e-4 * len(evidence.shift) / 100
        mixture = updated
        if done:
            break
    return mixture


def _step(evidence: Evidences, mixture: Mixture) -> Mixture:
    """One step; the returned log-likelihood is that of the mixture before the step."""
    log_likelihood, mass, first, second = sum_step(evidence.precision, evidence.shift, *_terms(mixture))
    people, dims = evidence.shift.shape
    mass = mass + 1e-9
    centre = first / mass[:, None]
    spread = second - (centre * mass[:, None]).T @ centre
    within = ((spread + spread.T) / 2 + np.eye(dims) * WITHIN_FLOOR * 5) / (people + 5)
    return Mixture((mass + 0.5) / (mass + 0.5).sum(), centre, within, log_likelihood)


def _shrunken_positions(evidence: Evidences) -> Floats:
    """Posterior mean under the standard normal prior, (P, D)."""
    dims = evidence.shift.shape[1]
    solved = np.linalg.solve(evidence.precision + np.eye(dims), evidence.shift[..., None])
    return np.asarray(solved[..., 0])


def _spread_centres(positions: Floats, *, groups: int, rng: np.random.Generator) -> Floats:
    """k-means++ (Arthur & Vassilvitskii 2007) choice of centres, then ten Lloyd steps."""
    centre = positions[[rng.integers(len(positions))]]
    for _ in range(groups - 1):
        distance = ((positions[:, None] - centre[None]) ** 2).sum(axis=2).min(axis=1)
        total = distance.sum()
        chance = distance / total if total > 0 else np.full(len(positions), 1 / len(positions))
        centre = np.vstack([centre, positions[rng.choice(len(positions), p=chance)]])
    for _ in range(10):
        nearest = ((positions[:, None] - centre[None]) ** 2).sum(axis=2).argmin(axis=1)
        for k in range(groups):
            if (nearest == k).any():
                centre[k] = positions[nearest == k].mean(axis=0)
    return np.asarray(centre)
