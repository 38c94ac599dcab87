# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from houvast.domain.estimate import Estimate
from houvast.engine.landscape.canonical import CanonicalVotes
from houvast.engine.landscape.figures import Findings
from houvast.engine.landscape.original_order import Order, restore_findings, restore_votes_order
from houvast.engine.landscape.result import (
    Block,
    BlockKind,
    Characteristic,
    Estimates,
    Lists,
    Polarisation,
    Positions,
    Ranked,
    StatementFigures,
)

PLACE = Estimate(0.4, 0.2, 0.6, 0.95, 30)


def _estimates(*shape: int, shift: float = 0.0) -> Estimates:
    value = np.arange(np.prod(shape), dtype=np.float64).reshape(shape) + shift
    return Estimates(value, value - 0.1, value + 0.3, value.astype(np.int64), 0.9)


def _findings(statements: int = 3, segments: int = 2) -> Findings:
    """Numbers that all differ, so that whatever is mixed up shows."""
    s, g = statements, segments
    figures = StatementFigures(
        tally=np.arange(3 * s).reshape(s, 3),
        by_segment=np.arange(g * s * 3).reshape(g, s, 3),
        agree=_estimates(s, shift=100),
        disagree=_estimates(s, shift=200),
        passed=_estimates(s, shift=300),
        segment_agree=_estimates(g, s, shift=400),
        divisiveness=_estimates(s, shift=500),
        bridging=_estimates(s, shift=600),
        bridging_factor=np.arange(s) + 700.0,
        least_agree=np.arange(s) + 800.0,
        least_disagree=np.arange(s) + 900.0,
        n_eff=np.arange(s) + 1000.0,
    )
    ranked = (Ranked(0, "agree", PLACE, 1, 2), Ranked(2, "disagree", PLACE, 2, 3))
    lists = Lists(ranked, ranked, ranked, ((Characteristic(1, "agree", PLACE, 0.01),), ()), ranked, PLACE)
    return Findings(figures, _estimates(g, s, shift=450), lists, Polarisation(PLACE, PLACE, ()))


ORDER = Order(people_at=np.array([2, 0, 1]), statement_at=np.array([1, 2, 0]))
BACK = [2, 0, 1]  # canonical index of each original statement


@given(st.permutations(range(6)), st.permutations(range(4)))
def test_what_stood_at_a_canonical_place_stands_at_its_original_one(people: list[int], statements: list[int]) -> None:
    order = Order(np.array(people), np.array(statements))
    by_person, by_statement = np.arange(12).reshape(6, 2), np.arange(8).reshape(2, 4)
    assert np.array_equal(order.people(by_person)[people], by_person)
    assert np.array_equal(order.statements(by_statement)[:, statements], by_statement)
    assert np.array_equal(order.statements(by_statement.T, axis=0)[statements], by_statement.T)


def test_the_order_is_that_of_the_canonical_votes() -> None:
    canonical = CanonicalVotes(None, np.array([1, 0]), np.array([0, 2, 1]), 1)  # type: ignore[arg-type]
    order = restore_votes_order(canonical)
    assert (order.people_at.tolist(), order.statement_at.tolist()) == ([1, 0], [0, 2, 1])


def test_positions_and_blocks_follow_the_people() -> None:
    columns = [np.array([1.0, 2.0, 3.0]) + 10 * c for c in range(5)]
    positions = Positions(*columns, components=np.arange(6.0).reshape(3, 2))
    same, flipped = (ORDER.positions(positions, sign=sign) for sign in (1, -1))
    assert same.x.tolist() == [2.0, 3.0, 1.0]
    assert same.components.tolist() == [[2.0, 3.0], [4.0, 5.0], [0.0, 1.0]]
    assert np.array_equal(flipped.x, same.x)
    assert np.array_equal(flipped.style, -same.style)
    block = Block(BlockKind.BURST, np.array([0, 2]), False, 1.0, 5)
    assert ORDER.block(block).members.tolist() == [1, 2]


def test_with_the_same_sign_only_the_order_changes() -> None:
    before, after = _findings(), restore_findings(_findings(), order=ORDER, sign=1)
    assert np.array_equal(after.figures.tally, before.figures.tally[BACK])
    assert np.array_equal(after.figures.by_segment, before.figures.by_segment[:, BACK])
    for name in ("agree", "disagree", "passed", "segment_agree", "divisiveness", "bridging"):
        old, new = getattr(before.figures, name), getattr(after.figures, name)
        for part in ("value", "low", "high", "n"):
            assert np.array_equal(getattr(new, part), getattr(old, part)[..., BACK]), name
        assert new.level == 0.9
    for name in ("bridging_factor", "least_agree", "least_disagree", "n_eff"):
        assert np.array_equal(getattr(after.figures, name), getattr(before.figures, name)[BACK]), name
    for name in ("binds", "divides", "no_opinion", "representative"):
        assert [(r.statement, r.direction) for r in getattr(after.lists, name)] == [(1, "agree"), (0, "disagree")]
    assert [[c.statement for c in some] for some in after.lists.stands_for] == [[2], []]


def test_with_the_other_sign_agreement_and_disagreement_change_places_and_nothing_else() -> None:
    plain = restore_findings(_findings(), order=ORDER, sign=1)
    flipped = restore_findings(_findings(), order=ORDER, sign=-1)
    one, other = plain.figures, flipped.figures
    assert np.array_equal(other.tally, one.tally[:, [1, 0, 2]])
    assert np.array_equal(other.by_segment, one.by_segment[..., [1, 0, 2]])
    assert np.array_equal(other.agree.value, one.disagree.value)
    assert np.array_equal(other.disagree.high, one.agree.high)
    assert np.array_equal(other.passed.value, one.passed.value)
    assert np.array_equal(other.segment_agree.value, _findings().segment_disagree.value[:, BACK])
    assert np.array_equal(other.divisiveness.value, one.divisiveness.value)
    assert np.array_equal(other.bridging.value, -one.bridging.value)
    assert np.array_equal(other.bridging.low, -one.bridging.high)
    assert np.array_equal(other.bridging.high, -one.bridging.low)
    assert np.array_equal(other.bridging_factor, -one.bridging_factor)
    assert np.array_equal(other.least_agree, one.least_disagree)
    assert np.array_equal(other.least_disagree, one.least_agree)
    assert np.array_equal(other.n_eff, one.n_eff)
    assert [(r.statement, r.direction) for r in flipped.lists.binds] == [(1, "disagree"), (0, "agree")]
    assert flipped.lists.stands_for[0][0].direction == "disagree"
    assert flipped.lists.binds[0].score == plain.lists.binds[0].score
    assert flipped.polarisation == plain.polarisation
