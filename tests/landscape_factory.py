# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Plausible landscapes for the tests of what comes after the engine: made from drawn votes, so all counts add up."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from houvast.domain.estimate import Estimate
from houvast.domain.input_facts import InputFacts
from houvast.domain.votes import Statement
from houvast.engine.landscape.result import (
    Block,
    BlockKind,
    Characteristic,
    Comparison,
    Estimates,
    Evidence,
    Integrity,
    Landscape,
    LandscapeSettings,
    Lists,
    PairGap,
    Polarisation,
    Positions,
    Ranked,
    SegmentKind,
    SegmentPair,
    Segments,
    StatementFigures,
    Structure,
    Verdict,
)

FACTS = InputFacts(
    format="vote matrix",
    sign="agree = +1, disagree = -1, pass = 0",
    title="Fietsen in het centrum",
    notes=("repeated votes had no time: the last row wins",),
)
TEXTS = (
    "De fietsenstalling bij het station moet dag en nacht open zijn.",
    "Auto's horen niet in de binnenstad.",
    "Bewoners moeten eerder horen wat er gaat veranderen.",
    'Een <script>alert("1")</script> in een stelling is gewoon tekst.',
    "Parkeren voor bewoners moet gratis blijven.",
    "Er moet meer groen komen, ook als dat parkeerplekken kost.",
    "מותר לכתוב גם מימין לשמאל & met 'aanhalingstekens'.",
)
VERDICTS = {
    Verdict.NO_STRUCTURE: (SegmentKind.NONE, ()),
    Verdict.ONE_SPECTRUM: (SegmentKind.STRETCH, ("low", "middle", "high")),
    Verdict.GROUPS: (SegmentKind.GROUP, ("1", "2", "between")),
}


def make_landscape(
    verdict: Verdict = Verdict.GROUPS,
    *,
    people: int = 400,
    statements: int = 24,
    answered: float = 0.6,
    seed: int = 1,
    dimensions: int = 2,
    block: int = 0,
    left_out: int = 0,
) -> Landscape:
    """A landscape of the asked verdict; block people at the end vote alike and stand outside the headline."""
    rng = np.random.default_rng(seed)
    x, of = _people(rng, verdict, people, block, left_out)
    votes = _votes(rng, verdict, x, statements, answered)
    kind, labels = VERDICTS[verdict]
    counted = np.arange(people) < people - block
    figures = _figures(votes[counted], of[counted], len(labels))
    y = rng.normal(0, 0.8, people) if dimensions == 2 else np.zeros(people)
    se = np.clip(1.2 / np.sqrt(1 + np.abs(votes >= -1).sum(axis=1) / 4), 0.15, 1)
    sizes = np.array([(of == g).sum() for g in range(len(labels))], dtype=np.int64)
    groups = 2 if verdict is Verdict.GROUPS else 0
    return Landscape(
        participants=np.array([f"p{i:05d}" for i in range(people)]),
        votes_per_participant=(votes > -9).sum(axis=1).astype(np.int64),
        in_headline=counted,
        statements=tuple(Statement(f"s{j}", TEXTS[j % len(TEXTS)] + f" ({j})") for j in range(statements)),
        left_out_statements=(),
        structure=Structure(verdict, groups, dimensions, False, _evidence(verdict, people)),
        positions=Positions(x, se, y, se, rng.normal(0, 0.3, people), np.column_stack([x, y])),
        segments=Segments(kind, labels, of, np.clip(rng.beta(8, 2, people), 0.5, 1), sizes),
        figures=figures,
        lists=_lists(figures, len(labels)),
        polarisation=_polarisation(verdict),
        integrity=_integrity(people, block, verdict),
        settings=LandscapeSettings(),
    )


def _people(
    rng: np.random.Generator, verdict: Verdict, people: int, block: int, left_out: int
) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    if verdict is Verdict.GROUPS:
        side = rng.choice([-1.0, 1.0, 0.0], people, p=[0.5, 0.35, 0.15])
        x = side * 1.1 + rng.normal(0, 0.4, people)
        of = np.where(np.abs(x) < 0.4, 2, np.where(x < 0, 0, 1))
    else:
        x = rng.normal(0, 1, people)
        of = np.digitize(x, [-0.5, 0.5]) if verdict is Verdict.ONE_SPECTRUM else np.full(people, -1)
    of = of.astype(np.int64)
    of[people - block - left_out :] = -1
    return x, of


def _votes(
    rng: np.random.Generator, verdict: Verdict, x: NDArray[np.float64], statements: int, answered: float
) -> NDArray[np.int64]:
    """(P, S): +1, 0, -1, and -9 for not voted."""
    slope = rng.normal(0, 0.0 if verdict is Verdict.NO_STRUCTURE else 2.0, statements)
    slope[::3] *= 0.1
    intercept = rng.normal(0.5, 1.2, statements)
    agree = rng.random((len(x), statements)) < 1 / (1 + np.exp(-intercept - slope * x[:, None]))
    votes = np.where(agree, 1, -1)
    votes[rng.random(votes.shape) < rng.uniform(0.03, 0.35, statements)] = 0
    votes[rng.random(votes.shape) > answered] = -9
    return votes


def wilson(share: NDArray[np.float64], n: NDArray[np.int64]) -> Estimates:
    """Share with its Wilson interval."""
    size = np.maximum(n, 1)
    centre = (share + 1.92 / size) / (1 + 3.84 / size)
    half = 1.96 / (1 + 3.84 / size) * np.sqrt(share * (1 - share) / size + 0.96 / size**2)
    value = np.where(n > 0, share, np.nan)
    return Estimates(value, np.clip(centre - half, 0, 1), np.clip(centre + half, 0, 1), n)


def _figures(votes: NDArray[np.int64], of: NDArray[np.int64], segments: int) -> StatementFigures:
    tally = np.stack([(votes == v).sum(axis=0) for v in (1, -1, 0)], axis=1).astype(np.int64)
    by_segment = np.array(
        [np.stack([(votes[of == g] == v).sum(axis=0) for v in (1, -1, 0)], axis=1) for g in range(segments)],
        dtype=np.int64,
    ).reshape(segments, votes.shape[1], 3)
    return figures_from_counts(tally, by_segment)


def figures_from_counts(tally: NDArray[np.int64], by_segment: NDArray[np.int64]) -> StatementFigures:
    """All figures that follow from counts; the connecting score is a stand-in."""
    n = tally.sum(axis=1)
    size = np.maximum(n, 1)
    shares = [wilson(tally[:, c] / size, n) for c in range(3)]
    opinions = np.maximum(tally[:, 0] + tally[:, 1], 1)
    p = tally[:, 0] / opinions
    divisive = 4 * p * (1 - p)
    spread = 1.5 / np.sqrt(size)
    segment_n = by_segment.sum(axis=2)
    segment_agree = wilson(by_segment[:, :, 0] / np.maximum(segment_n, 1), segment_n)
    bridge = np.where(n > 0, p - 0.5, np.nan)
    least = np.nanmin(segment_agree.low, axis=0) if len(by_segment) else np.full(len(tally), np.nan)
    return StatementFigures(
        tally, by_segment, *shares, segment_agree,
        Estimates(divisive, np.clip(divisive - spread, 0, 1), np.clip(divisive + spread, 0, 1), n),
        Estimates(bridge, bridge - spread, bridge + spread, n),
        p - 0.3, least, np.full(len(tally), np.nan), n.astype(float),
    )  # fmt: skip


def _ranked(score: Estimates, order: NDArray[np.int64], direction: str) -> tuple[Ranked, ...]:
    places = enumerate(order[:10].tolist(), start=1)
    return tuple(Ranked(j, direction, _at(score, j), max(1, r - 2), r + 3, max(1, r - 4), r + 6) for r, j in places)


def _at(score: Estimates, j: int) -> Estimate:
    estimate = score.at(j)
    return estimate if estimate is not None else Estimate(0.0, 0.0, 1.0, 0.95, 0)


def _lists(figures: StatementFigures, segments: int) -> Lists:
    down = {name: np.argsort(-getattr(figures, name).value) for name in ("bridging", "divisiveness", "passed")}
    stands_for = tuple(
        tuple(
            Characteristic(int(j), "agree", Estimate(0.4, 0.25, 0.55, 0.95, int(figures.segment_agree.n[g, j])), 0.001)
            for j in down["divisiveness"][g : g + 4]
        )
        for g in range(segments)
    )
    return Lists(
        binds=_ranked(figures.bridging, down["bridging"], "agree"),
        divides=_ranked(figures.divisiveness, down["divisiveness"], "agree"),
        no_opinion=_ranked(figures.passed, down["passed"], "agree"),
        stands_for=stands_for,
        representative=_ranked(figures.agree, np.argsort(-figures.agree.value)[:4], "agree"),
        representative_covered=Estimate(0.93, 0.88, 0.96, 0.95, int(figures.agree.n.max())),
    )


def _evidence(verdict: Verdict, people: int) -> Evidence:
    structured = verdict is not Verdict.NO_STRUCTURE
    return Evidence(
        structure_p=0.005 if structured else 0.44, structure_draws=199, raw_structure_p=0.005,
        heldout_gain=0.12 if structured else None, heldout_z=4.1 if structured else None,
        pair_gaps=(PairGap(0, 1, 9.2, 3.0),) if verdict is Verdict.GROUPS else (),
        split_half_r=0.81 if structured else None, split_half_ari=0.7 if structured else None,
        expected_split_half_ari=0.68 if structured else None, resample_ari=0.95 if structured else None,
        reliability=0.88 if structured else None, people_used=people, style_confounded=False, reason="decided",
    )  # fmt: skip


def _polarisation(verdict: Verdict) -> Polarisation:
    mean = Estimate(0.61, 0.57, 0.65, 0.95, 380)
    if verdict is Verdict.NO_STRUCTURE:
        return Polarisation(mean, None, ())
    pair = SegmentPair(0, 1, Estimate(2.4, 2.1, 2.7, 0.95, 380), Estimate(0.23, 0.18, 0.29, 0.95, 380))
    return Polarisation(mean, Estimate(3.2, 2.8, 3.7, 0.95, 380), (pair,) if verdict is Verdict.GROUPS else ())


def _integrity(people: int, block: int, verdict: Verdict) -> Integrity:
    if not block:
        return Integrity((), None)
    members = np.arange(people - block, people, dtype=np.int64)
    groups = 2 if verdict is Verdict.GROUPS else 0
    return Integrity(
        (Block(BlockKind.NEAR_IDENTICAL, members, True, 48.0, 14),), Comparison(verdict, groups, 0.998, 9, 10)
    )
