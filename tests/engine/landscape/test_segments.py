# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from planted_conversations import climb, plant, plant_canonical
from scipy.stats import norm
from vote_strategies import table_of

from houvast.engine.landscape.ladder import FEWEST_VOTES
from houvast.engine.landscape.mixture import Mixture
from houvast.engine.landscape.result import SegmentKind, Segments
from houvast.engine.landscape.segments import (
    CERTAIN,
    STATEMENT_FOLDS,
    STRETCHES,
    Splitter,
    gather_crossfitted_answers,
    have_enough_votes,
    make_splitter,
    split_people,
)
from houvast.engine.landscape.stability import adjusted_rand
from houvast.engine.landscape.tally import count_votes
from houvast.engine.landscape.traits import select_opinion_votes

STRETCH = Splitter(SegmentKind.STRETCH, STRETCHES, None, 0.0)
APART = Mixture(np.array([0.5, 0.5]), np.array([[-1.0], [1.0]]), np.array([[0.05]]), 0.0)


@cache
def _splitter(name: str) -> Splitter:
    found = climb(name)
    enough = have_enough_votes(plant_canonical(name).votes)
    return make_splitter(found.traits, mixture=found.groups.mixture, structured=found.step.found, enough=enough)


@cache
def _segments(name: str) -> Segments:
    found = climb(name)
    enough = have_enough_votes(plant_canonical(name).votes)
    return split_people(_splitter(name), mean=found.traits.mean, covariance=found.traits.covariance, enough=enough)


def _split(splitter: Splitter, x: list[float], se: list[float]) -> Segments:
    """People at these places with these standard errors, all with enough votes."""
    mean = np.column_stack([x, np.zeros(len(x))])
    covariance = np.zeros((len(x), 2, 2))
    covariance[:, 0, 0], covariance[:, 1, 1] = np.square(se), 0.1
    return split_people(splitter, mean=mean, covariance=covariance, enough=np.ones(len(x), dtype=bool))


@pytest.mark.parametrize(
    ("name", "kind", "labels"),
    [
        ("noise", SegmentKind.NONE, ()),
        ("spectrum", SegmentKind.STRETCH, ("low", "middle", "high")),
        ("two groups", SegmentKind.GROUP, ("1", "2", "between")),
        ("three groups", SegmentKind.GROUP, ("1", "2", "3", "between")),
    ],
)
def test_the_verdict_decides_what_people_are_split_into(name: str, kind: SegmentKind, labels: tuple[str, ...]) -> None:
    found = _segments(name)
    assert (found.kind, found.labels) == (kind, labels)
    assert found.sizes.tolist() == [(found.of == g).sum() for g in range(len(labels))]


def test_without_structure_nobody_is_placed_anywhere() -> None:
    assert (_segments("noise").of == -1).all()
    assert np.isnan(_segments("noise").certainty).all()


def test_stretches_have_the_chances_of_a_normal_distribution() -> None:
    found = _split(STRETCH, [-1.0, 0.1, 0.6], [0.4, 0.2, 0.5])
    assert found.of.tolist() == [0, 1, 2]
    chance = [norm.cdf(-0.5, -1, 0.4), norm.cdf(0.5, 0.1, 0.2) - norm.cdf(-0.5, 0.1, 0.2), norm.sf(0.5, 0.6, 0.5)]
    assert found.certainty == pytest.approx(chance)


def test_planted_groups_are_found_again_and_few_stand_in_between() -> None:
    found = _segments("three groups")
    truth = plant("three groups").truth.group[plant_canonical("three groups").people]
    sure = (found.of >= 0) & (found.of < 3)
    assert adjusted_rand(found.of[sure], truth[sure]) > 0.9
    assert sure.mean() > 0.8
    assert (found.certainty[sure] >= CERTAIN).all()


def test_who_is_not_sure_of_one_group_stands_in_between() -> None:
    groups = Splitter(SegmentKind.GROUP, ("1", "2", "between"), APART, 0.1)
    found = _split(groups, [-0.9, 0.9, 0.0, 0.0], [0.2, 0.2, 0.2, 0.95])
    assert found.of.tolist() == [0, 1, 2, 2]
    assert found.certainty[2] > CERTAIN, "surely at neither centre"
    assert found.sizes.tolist() == [1, 1, 2]


def test_the_larger_the_share_in_between_the_less_sure_a_group() -> None:
    few, many = (
        _split(Splitter(SegmentKind.GROUP, ("1", "2", "between"), APART, share), [-0.7], [0.3]) for share in (0.01, 0.5)
    )
    assert few.of[0] == 0
    assert many.of[0] == 2 or many.certainty[0] < few.certainty[0]


def test_the_share_in_between_is_estimated() -> None:
    mean, covariance = np.zeros((400, 2)), np.zeros((400, 2, 2))
    covariance[:, 0, 0], covariance[:, 1, 1] = 0.02, 0.1
    rng = np.random.default_rng(1)
    fit = climb("two groups").traits
    shares = []
    for lost in (0, 120):
        mean[:, 0] = rng.choice([-1.0, 1.0], 400) + rng.normal(0, 0.2, 400)
        mean[:lost, 0] = rng.normal(0, 0.3, lost)
        known = type(fit)(fit.intercept, fit.slope, fit.parameter_covariance, mean.copy(), covariance, 0.1, np.ones(2))
        enough = np.ones(400, dtype=bool)
        shares.append(make_splitter(known, mixture=APART, structured=True, enough=enough).broad_share)
    assert shares[0] < 0.05
    assert shares[1] > 0.2


def test_five_opinions_are_needed_and_passes_are_none() -> None:
    rows = [[1] * FEWEST_VOTES + [0], [1] * (FEWEST_VOTES - 1) + [0, 0], [9] * (FEWEST_VOTES + 1)]
    votes = table_of(np.array(rows, dtype=np.int8))
    assert have_enough_votes(votes).tolist() == [True, False, False]
    found = split_people(STRETCH, mean=np.zeros((3, 2)), covariance=np.ones((3, 2, 2)), enough=have_enough_votes(votes))
    assert found.of.tolist() == [1, -1, -1]
    assert np.isnan(found.certainty).tolist() == [False, True, True]


def test_crossfitted_answers_are_everybodys_answers_divided_otherwise() -> None:
    votes, found = plant_canonical("two groups").votes, climb("two groups")
    enough = have_enough_votes(votes)
    answers = gather_crossfitted_answers(
        votes, opinion=found.opinion, fit=found.traits, splitter=_splitter("two groups"), weights=None, enough=enough
    )
    assert np.array_equal(answers.people.sum(axis=0), count_votes(votes)[0])
    assert np.array_equal(answers.mass, answers.people)
    direct = count_votes(votes, segment=_segments("two groups").of, n_segments=3)
    moved = np.abs(answers.people - direct).sum() / 2 / votes.n_votes
    assert 0 < moved < 0.2


def test_a_statement_of_which_nobody_has_a_view_is_not_said_to_mark_a_stretch() -> None:
    """Votes that are pure chance help to place people, so plain counting shows a difference; cross-fitting does not."""
    votes, found = plant_canonical("noise").votes, climb("noise")
    everybody = np.ones(votes.n_participants, dtype=bool)
    plain = split_people(STRETCH, mean=found.traits.mean, covariance=found.traits.covariance, enough=everybody)
    naive = count_votes(votes, segment=plain.of, n_segments=3)
    crossed = gather_crossfitted_answers(
        votes, opinion=found.opinion, fit=found.traits, splitter=STRETCH, weights=None, enough=everybody
    ).people

    def lean(people: np.ndarray) -> float:
        share = people[..., 0] / np.maximum(people[..., :2].sum(axis=2), 1)
        weight = found.traits.slope[:, 0]
        return float((share[2] - share[0]) @ weight / np.abs(weight).sum())

    assert lean(naive) > 0.15
    assert lean(crossed) < 0.6 * lean(naive)


def test_seven_in_ten_is_not_sure_enough_and_nine_in_ten_is() -> None:
    groups = Splitter(SegmentKind.GROUP, ("1", "2", "between"), APART, 1e-9)
    # The votes alone, without the prior N(0, 1), say m with variance v; log odds between -1 and 1: 2 m / (0.05 + v).
    se = 0.3
    v = 1 / (1 / se**2 - 1)
    m = [0.5 * (0.05 + v) * np.log(p / (1 - p)) for p in (0.7, 0.9)]
    found = _split(groups, [own * se**2 / v for own in m], [se, se])
    assert found.of.tolist() == [2, 1]
    assert found.certainty == pytest.approx([0.3, 0.9], abs=1e-6)


def test_a_statement_does_not_place_people_for_itself_nor_for_its_fold() -> None:
    """With the model as it is, all votes on a statement are turned round: only other folds notice."""
    votes, found = plant_canonical("two groups").votes, climb("two groups")
    enough = have_enough_votes(votes)
    j = int(np.argmax(np.abs(found.traits.slope[:, 0])))
    turned = replace(votes, value=np.where(votes.statement == j, -votes.value, votes.value).astype(np.int8))
    one, other = (
        gather_crossfitted_answers(
            v, opinion=select_opinion_votes(v), fit=found.traits, splitter=_splitter("two groups"), weights=None,
            enough=enough,
        ).people
        for v in (votes, turned)
    )  # fmt: skip
    same_fold = np.arange(votes.n_statements) % STATEMENT_FOLDS == j % STATEMENT_FOLDS
    assert np.array_equal(other[:, j], one[:, j][:, [1, 0, 2]])
    same_fold[j] = False
    assert np.array_equal(other[:, same_fold], one[:, same_fold])
    same_fold[j] = True
    assert not np.array_equal(other[:, ~same_fold], one[:, ~same_fold])


def test_crossfitted_answers_carry_the_weights() -> None:
    votes, found = plant_canonical("two groups").votes, climb("two groups")
    weights = np.linspace(0.5, 1.5, votes.n_participants)
    answers = gather_crossfitted_answers(
        votes, opinion=found.opinion, fit=found.traits, splitter=_splitter("two groups"), weights=weights,
        enough=have_enough_votes(votes),
    )  # fmt: skip
    given = np.bincount(votes.statement, weights=weights[votes.rows()], minlength=votes.n_statements)
    assert answers.mass.sum(axis=(0, 2)) == pytest.approx(given)
