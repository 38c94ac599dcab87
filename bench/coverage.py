# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Do the stated 95 % intervals cover the truth in 95 % of the cases?

    python bench/coverage.py [--repeats N] [--people N]

A population of 40,000 invented people votes; samples of people are drawn from it again and again. Truth per estimand:
shares and divisiveness: of the population; positions: the places the votes were drawn from; connecting score,
alignment, distance and overlap: the mean of the estimator over all samples. Figures: docs/explanation/coverage.md.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Callable

import numpy as np

from houvast.engine.landscape.bridging import fit_bridging
from houvast.engine.landscape.bridging_interval import estimate_bridging
from houvast.engine.landscape.climb import climb_ladder
from houvast.engine.landscape.divisiveness import estimate_divisiveness, mean_divisiveness
from houvast.engine.landscape.figures import compare_pairs, measure_alignment
from houvast.engine.landscape.result import LandscapeSettings
from houvast.engine.landscape.shares import estimate_shares, gather_answers
from houvast.engine.landscape.vote_table import VoteTable, select_participants
from houvast.engine.simulate.conversations import Truth, simulate_conversation

POPULATION = 40_000
DESIGNS: dict[str, dict[str, object]] = {
    "spectrum, style": {"votes_per_participant": 25, "style_sd": 0.4},
    "spectrum, few votes": {"votes_per_participant": 12, "exposure": "heavy-tailed"},
    "two groups": {"votes_per_participant": 25, "groups": 2, "separation": 7.0, "style_sd": 0.3},
}
Counts = dict[str, list[float]]


def measure_design(design: dict[str, object], *, people: int, repeats: int) -> Counts:
    """Share of intervals that cover, one number an estimand and sample; resampled estimands over all samples."""
    made = simulate_conversation(
        participants=POPULATION, statements=60, rng=np.random.default_rng(7), **design  # type: ignore[arg-type]
    )  # fmt: skip
    population = gather_answers(made.table)
    shares, divisive = estimate_shares(population), estimate_divisiveness(population)
    covered: Counts = defaultdict(list)
    resampled: dict[str, list[np.ndarray]] = defaultdict(list)
    for repeat in range(repeats):
        rng = np.random.default_rng(repeat)
        chosen = np.zeros(POPULATION, dtype=bool)
        chosen[rng.permutation(POPULATION)[:people]] = True
        sample = select_participants(made.table, keep=chosen)
        answers = gather_answers(sample)
        _cover_statements(covered, answers, shares, divisive)
        _measure_model(covered, resampled, sample, made.truth, chosen, rng)
    for name, rows in resampled.items():
        figures = np.array(rows)
        truth = figures[:, 0].mean(axis=0)
        covered[name] = list(((figures[:, 1] <= truth) & (truth <= figures[:, 2])).mean(axis=-1))
    return covered


def _cover_statements(covered: Counts, answers: object, shares: object, divisive: object) -> None:
    """Shares with n >= 20; divisiveness with n >= 20 and its truth away from its maximum."""
    own, own_divisive = estimate_shares(answers), estimate_divisiveness(answers)  # type: ignore[arg-type]
    for name in ("agree", "disagree", "passed"):
        estimate, truth = getattr(own, name), getattr(shares, name).value[0]
        some = estimate.n[0] >= 20
        hit = (estimate.low[0] <= truth) & (truth <= estimate.high[0])
        covered[f"share {name}"].append(float(hit[some].mean()))
    truth = divisive.value[0]  # type: ignore[attr-defined]
    some = (own_divisive.n[0] >= 20) & (truth < 0.97)
    hit = (own_divisive.low[0] <= truth) & (truth <= own_divisive.high[0])
    covered["divisiveness"].append(float(hit[some].mean()))


def _measure_model(
    covered: Counts,
    resampled: dict[str, list[np.ndarray]],
    sample: VoteTable,
    truth: Truth,
    chosen: np.ndarray,
    rng: np.random.Generator,
) -> None:
    settings = LandscapeSettings(groups=2 if truth.groups == 2 else None)
    climb = climb_ladder(sample, settings=settings, rng=rng)
    x, se = climb.traits.mean[:, 0], np.sqrt(climb.traits.covariance[:, 0, 0])
    place = truth.place[chosen, 0]
    sign = np.sign(np.corrcoef(x, place)[0, 1])
    covered["position"].append(float(np.mean(np.abs(sign * x - place) <= 1.96 * se)))
    score = estimate_bridging(sample, fit=fit_bridging(sample, start=climb.traits.slope[:, 0]))
    resampled["connecting score"].append(np.array([score.value, score.low, score.high]))
    alignment = measure_alignment(climb.step, level=0.95)
    mean = mean_divisiveness(sample, answers=gather_answers(sample))
    for name, figure in (("alignment", alignment), ("mean divisiveness", mean)):
        if figure is not None:
            resampled[name].append(np.array([[figure.value], [figure.low], [figure.high]]))
    mixture = climb.groups.mixture
    if truth.groups == 2 and mixture is not None:
        pair = compare_pairs(climb.opinion, traits=climb.traits, mixture=mixture, rng=rng, level=0.95)[0]
        for name, figure in (("distance", pair.distance), ("overlap", pair.overlap)):
            resampled[name].append(np.array([[figure.value], [figure.low], [figure.high]]))


def main() -> None:
    """Print a table of coverage."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeats", type=int, default=200)
    parser.add_argument("--people", type=int, default=300)
    options = parser.parse_args()
    show: Callable[..., None] = print
    show("| design | estimand | coverage |\n|---|---|---|")
    for name, design in DESIGNS.items():
        for estimand, hits in measure_design(design, people=options.people, repeats=options.repeats).items():
            show(f"| {name} | {estimand} | {100 * float(np.mean(hits)):.1f} % |", flush=True)


if __name__ == "__main__":
    main()
