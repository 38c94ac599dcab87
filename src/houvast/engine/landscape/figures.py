# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What follows from votes, positions and segments? Figures per statement, the ordered lists, polarisation."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from houvast.domain.estimate import Estimate
from houvast.engine.landscape.bridging import BridgingFit, fit_bridging
from houvast.engine.landscape.bridging_interval import estimate_bridging
from houvast.engine.landscape.characteristics import find_characteristics
from houvast.engine.landscape.divisiveness import estimate_divisiveness, mean_divisiveness
from houvast.engine.landscape.hostile import add_hostile_ranks, hostile_scores
from houvast.engine.landscape.ladder import FEWEST_VOTES, StructureStep
from houvast.engine.landscape.line import GRID, likelihood_on_line
from houvast.engine.landscape.mixture import Mixture, gather_evidence, log_densities
from houvast.engine.landscape.polarisation import compare_on_line, estimate_alignment
from houvast.engine.landscape.ranking import rank_binding, rank_statements, towards_own_side
from houvast.engine.landscape.representative_set import (
    cover_people,
    find_representative,
    list_representative,
)
from houvast.engine.landscape.result import (
    Estimates,
    LandscapeSettings,
    Lists,
    Polarisation,
    Ranked,
    SegmentPair,
    Segments,
    StatementFigures,
)
from houvast.engine.landscape.segments import Splitter, gather_crossfitted_answers, have_enough_votes
from houvast.engine.landscape.shares import (
    Answers,
    Shares,
    effective_people,
    estimate_shares,
    find_least,
    gather_answers,
)
from houvast.engine.landscape.starting_positions import (
    gram_times,
    leading_eigenvalues,
    remove_margins,
    start_block,
)
from houvast.engine.landscape.traits import OpinionVotes, TraitFit, select_opinion_votes
from houvast.engine.landscape.vote_table import VoteTable, select_participants

Floats = NDArray[np.float64]

FEWEST_FOR_LISTS = 20
NO_OPINION_SHARE = 0.2
ALIGNMENT_STEPS = 12
CROSSFIT_VOTES = 2_000_000
PAIR_PEOPLE = 3_000


@dataclass(frozen=True, eq=False)
class Findings:
    """Everything about statements and polarisation. segment_disagree: Estimates (G, S), share disagreeing."""

    figures: StatementFigures
    segment_disagree: Estimates
    lists: Lists
    polarisation: Polarisation


@dataclass(frozen=True, eq=False)
class _Parts:
    """What the lists are made from."""

    votes: VoteTable
    traits: TraitFit
    weights: Floats | None
    bridging_fit: BridgingFit
    everybody: Answers
    shares: Shares
    by_segment: Shares
    figures: StatementFigures


def compute_findings(
    votes: VoteTable,
    *,
    opinion: OpinionVotes,
    traits: TraitFit,
    step: StructureStep,
    splitter: Splitter,
    segments: Segments,
    weights: Floats | None,
    settings: LandscapeSettings,
) -> Findings:
    """All figures of one landscape. opinion: the agree/disagree votes of votes. weights: (P,) or None."""
    rng = np.random.default_rng(settings.seed)
    everybody = gather_answers(votes, weights=weights)
    parts = _compute_figures(votes, traits, segments, weights, everybody, settings)
    crossfitted = _crossfit(votes, opinion, traits, splitter, weights, rng)
    lists = _make_lists(parts, crossfitted, rng, settings)
    polarisation = Polarisation(
        mean_divisiveness=mean_divisiveness(votes, answers=everybody, weights=weights, level=settings.level),
        alignment=measure_alignment(step, level=settings.level),
        pairs=compare_pairs(opinion, traits=traits, mixture=splitter.mixture, rng=rng, level=settings.level),
    )
    return Findings(parts.figures, parts.by_segment.disagree, lists, polarisation)


def _compute_figures(
    votes: VoteTable,
    traits: TraitFit,
    segments: Segments,
    weights: Floats | None,
    everybody: Answers,
    settings: LandscapeSettings,
) -> _Parts:
    segmented = gather_answers(votes, weights=weights, segment=segments.of, n_segments=len(segments.labels))
    shares = _first(estimate_shares(everybody, level=settings.level))
    by_segment = estimate_shares(segmented, level=settings.level)
    # Without segments "everywhere" means: among all who answered.
    compared = _large_segments(by_segment, segments) or estimate_shares(everybody, level=settings.level)
    fit = fit_bridging(votes, start=traits.slope[:, 0], weights=weights)
    figures = StatementFigures(
        tally=everybody.people[0],
        by_segment=segmented.people,
        agree=shares.agree,
        disagree=shares.disagree,
        passed=shares.passed,
        segment_agree=by_segment.agree,
        divisiveness=_first_estimates(estimate_divisiveness(everybody, level=settings.level)),
        bridging=estimate_bridging(votes, fit=fit, weights=weights, level=settings.level),
        bridging_factor=fit.statement_factor,
        least_agree=find_least(compared.agree),
        least_disagree=find_least(compared.disagree),
        n_eff=effective_people(everybody)[0],
    )
    return _Parts(votes, traits, weights, fit, everybody, shares, by_segment, figures)


def _crossfit(
    votes: VoteTable,
    opinion: OpinionVotes,
    traits: TraitFit,
    splitter: Splitter,
    weights: Floats | None,
    rng: np.random.Generator,
) -> Answers:
    """Answers with memberships that do not know the statement; of a random sample of people above CROSSFIT_VOTES."""
    if votes.n_votes > CROSSFIT_VOTES:
        size = int(votes.n_participants * CROSSFIT_VOTES / votes.n_votes)
        chosen = np.zeros(votes.n_participants, dtype=bool)
        chosen[rng.permutation(votes.n_participants)[:size]] = True
        votes = select_participants(votes, keep=chosen)
        opinion = select_opinion_votes(votes)
        traits = replace(traits, mean=traits.mean[chosen], covariance=traits.covariance[chosen])
        weights = None if weights is None else weights[chosen]
    return gather_crossfitted_answers(
        votes, opinion=opinion, fit=traits, splitter=splitter, weights=weights, enough=have_enough_votes(votes)
    )


def _large_segments(shares: Shares, segments: Segments) -> Shares | None:
    """Shares of the segments in which enough people stand to ask whether a statement binds them too."""
    large = segments.sizes >= FEWEST_FOR_LISTS
    if not large.any():
        return None
    return Shares(*(_rows(part, large) for part in (shares.agree, shares.disagree, shares.passed)))


def _make_lists(parts: _Parts, crossfitted: Answers, rng: np.random.Generator, settings: LandscapeSettings) -> Lists:
    figures = parts.figures
    enough = parts.everybody.people[0].sum(axis=1) >= FEWEST_FOR_LISTS
    found = find_representative(
        parts.votes,
        intercept=parts.traits.intercept,
        slope=parts.traits.slope,
        theta=parts.traits.mean[:, :-1],
        style=parts.traits.mean[:, -1],
        rng=rng,
        weights=parts.weights,
        candidates=enough if enough.any() else None,
        level=settings.level,
    )
    return Lists(
        binds=_list_binding(parts, enough),
        divides=rank_statements(figures.divisiveness, among=enough),
        no_opinion=rank_statements(figures.passed, among=enough & (figures.passed.low >= NO_OPINION_SHARE)),
        stands_for=find_characteristics(crossfitted, level=settings.level),
        representative=list_representative(found, agree=figures.agree, disagree=figures.disagree),
        representative_covered=cover_people(parts.votes, found=found, level=settings.level),
    )


def _list_binding(parts: _Parts, enough: NDArray[np.bool_]) -> tuple[Ranked, ...]:
    """What binds, with what 1 % hostile participants could do to each rank."""
    figures = parts.figures
    binds = rank_binding(
        figures.bridging,
        least_agree=np.where(enough, figures.least_agree, np.nan),
        least_disagree=np.where(enough, figures.least_disagree, np.nan),
    )
    low, high = hostile_scores(parts.votes, fit=parts.bridging_fit, weights=parts.weights)
    scores = towards_own_side(figures.bridging).value
    listed = np.array([entry.statement for entry in binds], dtype=np.int64)
    return add_hostile_ranks(binds, scores=scores[listed], low=low, high=high)


def measure_alignment(step: StructureStep, *, level: float) -> Estimate | None:
    """How much more votes line up than by chance: first eigenvalue over its null mean, on the people of the test."""
    if step.test is None or step.sample is None or step.test.null_mean[0] <= 0:
        return None
    votes = step.sample
    residual = remove_margins(votes.indptr, votes.statement, votes.value, votes.n_statements, True)
    block = start_block(votes.n_statements, min(5, votes.n_statements))
    leading_eigenvalues(votes.indptr, votes.statement, residual, block, ALIGNMENT_STEPS)
    image, people = gram_times(votes.indptr, votes.statement, residual, block)
    small = block.T @ image
    _, vectors = np.linalg.eigh((small + small.T) / 2)
    scores = people @ vectors[:, -1]
    return estimate_alignment(
        eigenvalue=float(scores @ scores),
        null_mean=float(step.test.null_mean[0]),
        scores=scores,
        energy=np.asarray(
            np.bincount(votes.rows(), weights=residual**2, minlength=votes.n_participants), dtype=np.float64
        ),
        level=level,
    )


def compare_pairs(
    opinion: OpinionVotes, *, traits: TraitFit, mixture: Mixture | None, rng: np.random.Generator, level: float
) -> tuple[SegmentPair, ...]:
    """Distance and overlap of every two groups, from the people nearest to either (a random sample of many)."""
    if mixture is None:
        return ()
    able = np.flatnonzero(np.diff(opinion.indptr) >= FEWEST_VOTES)
    able = np.sort(rng.permutation(able)[:PAIR_PEOPLE])
    dims = mixture.centre.shape[1]
    evidence = gather_evidence(mean=traits.mean[able], covariance=traits.covariance[able], dims=dims)
    nearest = log_densities(evidence, mixture).argmax(axis=1)
    pairs = []
    for first, second in combinations(range(len(mixture.share)), 2):
        members = able[(nearest == first) | (nearest == second)]
        likelihood = likelihood_on_line(
            opinion, fit=traits, mixture=mixture, first=first, second=second, members=members
        )
        pairs.append(compare_on_line(likelihood, grid=GRID, first=first, second=second, rng=rng, level=level))
    return tuple(pairs)


def _rows(estimates: Estimates, keep: NDArray[np.bool_]) -> Estimates:
    return Estimates(
        estimates.value[keep], estimates.low[keep], estimates.high[keep], estimates.n[keep], estimates.level
    )


def _first(shares: Shares) -> Shares:
    return Shares(*(_first_estimates(part) for part in (shares.agree, shares.disagree, shares.passed)))


def _first_estimates(estimates: Estimates) -> Estimates:
    """Of the one segment that is everybody: (1, S) to (S,)."""
    return Estimates(estimates.value[0], estimates.low[0], estimates.high[0], estimates.n[0], estimates.level)
