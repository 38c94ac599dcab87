# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""No structure, one spectrum, or groups? A ladder that is climbed only as far as the votes carry.

Step 1, structure: beyond statements and response style, at p <= 0.01 (structure.py).
Step 2, groups: valleys between all of them and a loss if two were merged (group_search.py), and labels that come back
from other people and from the other half of the statements as well as real groups would (stability.py).
What fails step 1 is "no structure", what fails step 2 is "one spectrum"; both are normal outcomes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from houvast.domain.errors import OptionRejected
from houvast.engine.landscape.group_search import GroupSearch, search_groups
from houvast.engine.landscape.mixture import Mixture, fit_mixture, gather_evidence
from houvast.engine.landscape.result import Evidence, LandscapeSettings, Structure, Verdict
from houvast.engine.landscape.stability import (
    compare_halves,
    compare_resamples,
    expected_agreement,
    measure_heldout_gain,
)
from houvast.engine.landscape.structure import StructureTest, run_raw_test, run_structure_test
from houvast.engine.landscape.traits import OpinionVotes, TraitFit, select_opinion_votes
from houvast.engine.landscape.vote_table import VoteTable, select_participants

Floats = NDArray[np.float64]

STRUCTURE_LEVEL = 0.01
STRUCTURE_VOTES = 20_000
LADDER_PEOPLE = 1_500
FEWEST_VOTES = 5
FEWEST_PEOPLE = 20
MOST_DIMENSIONS = 4
SMALLEST_GROUP = 5
STYLE_CONFOUNDED = 0.8
RESAMPLE_AGREEMENT = 0.5
SPLIT_HALF_SHARE = 0.4


@dataclass(frozen=True, eq=False)
class StructureStep:
    """Outcome of step 1; raw is only run when the first test finds nothing. people: participants used (sample)."""

    test: StructureTest | None
    raw: StructureTest | None
    people: int
    sample: VoteTable | None = None

    @property
    def found(self) -> bool:
        """There is structure beyond response style."""
        return self.test is not None and self.test.p <= STRUCTURE_LEVEL

    @property
    def dimensions(self) -> int:
        """Dimensions of opinion beyond chance, 1 to 4."""
        return min(max(self.test.significant, 1), MOST_DIMENSIONS) if self.test is not None else 1


@dataclass(frozen=True, eq=False)
class GroupStep:
    """Outcome of step 2: the mixture in the first `dims` dimensions, None without groups."""

    structure: Structure
    mixture: Mixture | None


def find_structure(votes: VoteTable, *, rng: np.random.Generator) -> StructureStep:
    """Step 1, on a random subsample of people of at most STRUCTURE_VOTES votes."""
    voted = np.flatnonzero(votes.votes_per_participant > 1)
    if len(voted) < FEWEST_PEOPLE or votes.n_statements < 3:
        return StructureStep(None, None, len(voted))
    mean_votes = votes.n_votes / len(voted)
    size = min(len(voted), max(int(STRUCTURE_VOTES / mean_votes), 200))
    chosen = np.zeros(votes.n_participants, dtype=bool)
    chosen[rng.permutation(voted)[:size]] = True
    sample = select_participants(votes, keep=chosen)
    test = run_structure_test(sample, rng=rng, threshold=STRUCTURE_LEVEL)
    raw = run_raw_test(sample, rng=rng, threshold=STRUCTURE_LEVEL) if test.p > STRUCTURE_LEVEL else None
    return StructureStep(test, raw, size, sample)


def decide_groups(
    votes: VoteTable,
    *,
    opinion: OpinionVotes,
    fit: TraitFit,
    step: StructureStep,
    settings: LandscapeSettings,
    rng: np.random.Generator,
) -> GroupStep:
    """Step 2, on a random subsample of at most LADDER_PEOPLE people with at least FEWEST_VOTES votes."""
    dims = step.dimensions
    able = np.flatnonzero(np.diff(opinion.indptr) >= FEWEST_VOTES)
    chosen = np.sort(rng.permutation(able)[:LADDER_PEOPLE])
    evidence = _start_evidence(fit, step, people=len(chosen))
    if settings.groups is not None:
        return _force_groups(fit, chosen, settings.groups, evidence, dims, step, rng)
    if not step.found or len(chosen) < FEWEST_PEOPLE:
        verdict = Verdict.ONE_SPECTRUM if step.found else Verdict.NO_STRUCTURE
        return GroupStep(Structure(verdict, 0, dims if step.found else 0, False, evidence), None)
    mask = np.zeros(votes.n_participants, dtype=bool)
    mask[chosen] = True
    sample = select_participants(votes, keep=mask)
    local = replace(fit, mean=fit.mean[chosen], covariance=fit.covariance[chosen])
    seen = gather_evidence(mean=local.mean, covariance=local.covariance, dims=dims)
    search = search_groups(
        seen,
        opinion=select_opinion_votes(sample),
        fit=local,
        smallest=max(settings.k, SMALLEST_GROUP),
        rng=rng,
    )
    halves = compare_halves(sample, fit=local, mixture=search.mixture, dims=dims, rng=rng)
    evidence = replace(_add_search(evidence, search), split_half_r=halves.r, split_half_ari=halves.agreement)
    if search.mixture is None:
        return GroupStep(Structure(Verdict.ONE_SPECTRUM, 0, dims, False, evidence), None)
    gain, z = measure_heldout_gain(seen, mixture=search.mixture, rng=rng)
    evidence = replace(
        evidence,
        heldout_gain=gain,
        heldout_z=z,
        expected_split_half_ari=expected_agreement(seen, mixture=search.mixture, rng=rng),
        resample_ari=compare_resamples(seen, mixture=search.mixture, rng=rng),
    )
    return _judge_stability(search.mixture, evidence, dims)


def _judge_stability(mixture: Mixture, evidence: Evidence, dims: int) -> GroupStep:
    """Groups only if the labels come back from other people and other statements."""
    halves = (evidence.split_half_ari or 0.0) >= SPLIT_HALF_SHARE * (evidence.expected_split_half_ari or 0.0)
    people = (evidence.resample_ari or 0.0) >= RESAMPLE_AGREEMENT
    if halves and people and (evidence.heldout_z or 0.0) > 0:
        found = replace(evidence, reason="groups-stand-apart")
        return GroupStep(Structure(Verdict.GROUPS, len(mixture.share), dims, False, found), mixture)
    unstable = replace(evidence, reason="groups-not-stable")
    return GroupStep(Structure(Verdict.ONE_SPECTRUM, 0, dims, False, unstable), None)


def _force_groups(
    fit: TraitFit,
    chosen: NDArray[np.integer],
    groups: int,
    evidence: Evidence,
    dims: int,
    step: StructureStep,
    rng: np.random.Generator,
) -> GroupStep:
    """As many groups as asked, with the verdict of step 1 left as it is."""
    verdict = Verdict.ONE_SPECTRUM if step.found else Verdict.NO_STRUCTURE
    if len(chosen) < groups * SMALLEST_GROUP:
        raise OptionRejected(
            f"{groups} groups cannot be made: {len(chosen)} people gave at least {FEWEST_VOTES} agree/disagree votes, "
            f"enough for at most {len(chosen) // SMALLEST_GROUP} groups of {SMALLEST_GROUP}. Ask for fewer groups."
        )
    seen = gather_evidence(mean=fit.mean[chosen], covariance=fit.covariance[chosen], dims=dims)
    mixture = fit_mixture(seen, groups=groups, rng=rng)
    forced = replace(evidence, reason="groups-forced")
    return GroupStep(Structure(verdict, groups, dims, True, forced), mixture)


def _start_evidence(fit: TraitFit, step: StructureStep, *, people: int) -> Evidence:
    """What is known before groups are looked for."""
    variance = fit.covariance[:, 0, 0]
    spread = float(np.var(fit.mean[:, 0]))
    reliability = spread / (spread + float(variance.mean())) if len(variance) else None
    mean_slope = float(fit.slope[:, 0].mean())
    same_sign = abs(mean_slope) / max(float(np.sqrt((fit.slope[:, 0] ** 2).mean())), 1e-12)
    raw_found = step.raw is not None and step.raw.p <= STRUCTURE_LEVEL
    if step.test is None:
        reason = "too-few"
    elif step.found:
        reason = "no-valleys"
    else:
        reason = "style-or-shared-opinion" if raw_found else "nothing-beyond-chance"
    return Evidence(
        structure_p=None if step.test is None else step.test.p,
        structure_draws=0 if step.test is None else step.test.draws,
        raw_structure_p=None if step.raw is None else step.raw.p,
        heldout_gain=None,
        heldout_z=None,
        pair_gaps=(),
        split_half_r=None,
        split_half_ari=None,
        expected_split_half_ari=None,
        resample_ari=None,
        reliability=reliability,
        people_used=people,
        style_confounded=raw_found or (step.found and same_sign > STYLE_CONFOUNDED),
        reason=reason,
    )


def _add_search(evidence: Evidence, search: GroupSearch) -> Evidence:
    """The figures of the group search."""
    return replace(
        evidence,
        pair_gaps=search.pairs,
        chain_evidence=search.chain_evidence,
        chain_needed=search.chain_needed,
        merge_loss=search.merge_loss,
        merge_needed=search.merge_needed,
    )
