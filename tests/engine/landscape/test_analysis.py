# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""From votes to a landscape, on real conversations and on what must not matter: order, ids, sign, threads, copies."""

from __future__ import annotations

import os
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any

import numpy as np
import pytest
from example_conversations import read_example
from planted_conversations import plant
from vote_strategies import dense, table_of

from houvast.domain.errors import InputRejected
from houvast.domain.votes import Moderation, Statement
from houvast.engine.landscape.analysis import analyse
from houvast.engine.landscape.result import BlockKind, Landscape, LandscapeSettings, SegmentKind, Verdict
from houvast.engine.landscape.vote_table import VoteTable, build_vote_table
from houvast.engine.simulate.brigades import add_brigade

EXAMPLES = (
    "15-per-hour-seattle",
    "austria-climate",
    "brexit-consensus",
    "london.youth.policing",
    "scoop-hivemind.biodiversity",
)
CHANCE = np.random.default_rng(8)
PEOPLE, STATEMENTS = 200, 40
SHUFFLED_PEOPLE, SHUFFLED_STATEMENTS = CHANCE.permutation(PEOPLE), CHANCE.permutation(STATEMENTS)
SWAPPED = {"agree": "disagree", "disagree": "agree"}


def _planted() -> VoteTable:
    return plant("clear groups", participants=PEOPLE, statements=STATEMENTS).table


@cache
def _landscape() -> Landscape:
    return analyse(_planted())


def _rebuilt(matrix: np.ndarray, *, people: np.ndarray, statements: list[str]) -> VoteTable:
    person, statement = np.nonzero(~np.isnan(matrix))
    return build_vote_table(
        participants=people,
        statements=tuple(Statement(id=name) for name in statements),
        participant=person,
        statement=statement,
        value=matrix[person, statement].astype(np.int8),
    )


def _numbers(part: Any, name: str = "") -> dict[str, Any]:
    """Every number, code and flag of a result by its path; ids left out."""
    if is_dataclass(part):
        skipped = ("participants", "statements", "left_out_statements", "settings")
        inner = [(f"{name}.{f.name}", getattr(part, f.name)) for f in fields(part) if f.name not in skipped]
    elif isinstance(part, tuple):
        inner = [(f"{name}[{i}]", value) for i, value in enumerate(part)]
    else:
        return {name: part.tobytes() if isinstance(part, np.ndarray) else part}
    return {path: value for n, p in inner for path, value in _numbers(p, n).items()}


def _order_of(landscape: Landscape) -> dict[str, list[tuple[str, str]]]:
    """Lists by the ids of their statements."""
    ids = [s.id for s in landscape.statements]
    names = ("binds", "divides", "no_opinion", "representative")
    return {
        name: [(ids[entry.statement], entry.direction) for entry in getattr(landscape.lists, name)] for name in names
    }


def test_the_same_votes_and_seed_give_the_same_result_to_the_last_bit() -> None:
    assert _numbers(analyse(_planted())) == _numbers(_landscape())


def test_another_number_of_threads_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 5)
    several = _numbers(analyse(_planted()))
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    assert _numbers(analyse(_planted())) == several == _numbers(_landscape())


def test_other_ids_change_nothing_but_the_ids() -> None:
    table = _planted()
    named = replace(
        table,
        participants=np.array([f"z{PEOPLE - i}" for i in range(PEOPLE)]),
        statements=tuple(Statement(id=f"x{STATEMENTS - j}") for j in range(STATEMENTS)),
    )
    found = analyse(named)
    assert _numbers(found) == _numbers(_landscape())
    assert found.participants.tolist() == named.participants.tolist()
    assert found.statements == named.statements


def test_shuffled_people_and_statements_change_nothing_but_the_order() -> None:
    matrix = dense(_planted())[SHUFFLED_PEOPLE][:, SHUFFLED_STATEMENTS]
    found = analyse(_rebuilt(matrix, people=SHUFFLED_PEOPLE, statements=[str(j) for j in SHUFFLED_STATEMENTS]))
    plain = _landscape()
    assert found.structure == plain.structure
    assert found.polarisation == plain.polarisation
    for field in fields(plain.positions):
        moved = getattr(plain.positions, field.name)[SHUFFLED_PEOPLE]
        assert np.array_equal(getattr(found.positions, field.name), moved), field.name
    assert np.array_equal(found.segments.of, plain.segments.of[SHUFFLED_PEOPLE])
    assert np.array_equal(found.figures.tally, plain.figures.tally[SHUFFLED_STATEMENTS])
    assert np.array_equal(found.figures.bridging.value, plain.figures.bridging.value[SHUFFLED_STATEMENTS])
    assert np.array_equal(found.figures.bridging.low, plain.figures.bridging.low[SHUFFLED_STATEMENTS])
    assert _order_of(found) == _order_of(plain)


def test_flipped_signs_swap_agree_and_disagree_and_nothing_else() -> None:
    plain, flipped = _landscape(), analyse(replace(_planted(), value=(-_planted().value).astype(np.int8)))
    one, other = plain.figures, flipped.figures
    assert flipped.structure == plain.structure
    assert flipped.polarisation == plain.polarisation
    for name in ("x", "x_se", "y", "y_se", "components"):
        assert np.array_equal(getattr(flipped.positions, name), getattr(plain.positions, name)), name
    assert np.array_equal(flipped.positions.style, -plain.positions.style)
    assert _numbers(flipped.segments) == _numbers(plain.segments)
    assert np.array_equal(other.tally, one.tally[:, [1, 0, 2]])
    assert np.array_equal(other.by_segment, one.by_segment[..., [1, 0, 2]])
    for mine, yours in (("agree", "disagree"), ("disagree", "agree"), ("passed", "passed")):
        assert _numbers(getattr(other, mine)) == _numbers(getattr(one, yours))
    assert _numbers(other.divisiveness) == _numbers(one.divisiveness)
    assert np.array_equal(other.bridging.value, -one.bridging.value)
    assert np.array_equal(other.least_agree, one.least_disagree, equal_nan=True)
    swapped = {name: [(j, SWAPPED[way]) for j, way in some] for name, some in _order_of(plain).items()}
    assert _order_of(flipped) == swapped


def test_flipped_shares_of_segments_are_those_of_the_swapped_counts() -> None:
    flipped = analyse(replace(_planted(), value=(-_planted().value).astype(np.int8))).figures
    counts = flipped.by_segment
    share = counts[..., 0] / np.maximum(counts.sum(axis=2), 1)
    known = counts.sum(axis=2) > 0
    assert np.allclose(flipped.segment_agree.value[known], share[known])


def test_everybody_twice_keeps_all_shares_and_doubles_the_counts() -> None:
    matrix = dense(_planted())
    names = [s.id for s in _planted().statements]
    twice = analyse(_rebuilt(np.vstack([matrix, matrix]), people=np.arange(2 * PEOPLE), statements=names))
    assert twice.in_headline.all()
    assert np.array_equal(twice.figures.tally, 2 * _landscape().figures.tally)
    for name in ("agree", "disagree", "passed"):
        old, new = getattr(_landscape().figures, name), getattr(twice.figures, name)
        assert np.allclose(new.value, old.value, equal_nan=True)
        known = old.n > 0
        assert (new.high - new.low < old.high - old.low)[known].all()
    assert np.corrcoef(twice.positions.x[:PEOPLE], _landscape().positions.x)[0, 1] ** 2 > 0.99


def test_the_votes_of_the_caller_are_not_changed() -> None:
    table = _planted()
    before = (table.value.tobytes(), table.statement.tobytes(), table.indptr.tobytes())
    analyse(table)
    assert (table.value.tobytes(), table.statement.tobytes(), table.indptr.tobytes()) == before


def test_planted_groups_are_told_with_their_segments() -> None:
    found = _landscape()
    assert (found.structure.verdict, found.structure.groups) == (Verdict.GROUPS, 2)
    assert found.segments.labels == ("1", "2", "between")
    assert found.figures.by_segment.shape == (3, STATEMENTS, 3)
    assert len(found.polarisation.pairs) == 1
    assert found.weighting is None
    assert found.integrity.with_blocks is None


def test_statements_that_do_not_take_part_are_set_aside() -> None:
    table = _planted()
    statements = list(table.statements)
    statements[3] = Statement(id="3", moderation=Moderation.OUT)
    statements[7] = Statement(id="7", is_meta=True)
    found = analyse(replace(table, statements=(*statements, Statement(id="never seen"))))
    assert [s.id for s in found.left_out_statements] == ["3", "7", "never seen"]
    assert len(found.statements) == len(found.figures.tally) == STATEMENTS - 2
    assert found.votes_per_participant.sum() == found.figures.tally.sum() == table.n_votes - np.isin(
        table.statement, [3, 7]
    ).sum()  # fmt: skip


def test_nothing_to_compute_from_is_said() -> None:
    with pytest.raises(InputRejected):
        analyse(table_of(np.full((3, 2), 9, dtype=np.int8)))
    with pytest.raises(InputRejected):
        analyse(table_of(np.ones((3, 1), dtype=np.int8), moderated=(0,)))


@pytest.mark.parametrize("matrix", [[[1]], [[1, -1, 0]], [[1], [-1], [0]], [[0, 0], [0, 0]], [[1, 9], [9, -1]]])
def test_the_smallest_conversations_get_a_landscape_without_structure(matrix: list[list[int]]) -> None:
    found = analyse(table_of(np.array(matrix, dtype=np.int8)))
    assert found.structure.verdict is Verdict.NO_STRUCTURE
    assert found.segments.kind is SegmentKind.NONE
    assert np.isfinite(found.positions.x).all()
    assert found.figures.tally.sum() == (np.array(matrix) != 9).sum()


def test_a_brigade_is_named_left_out_and_shown_beside_the_result() -> None:
    attacked = add_brigade(_planted(), size=14, kind="identical", rng=np.random.default_rng(2))
    found = analyse(attacked)
    assert [block.kind for block in found.integrity.blocks if block.left_out] == [BlockKind.NEAR_IDENTICAL]
    members = found.integrity.blocks[0].members
    assert set(range(PEOPLE, PEOPLE + 14)) <= set(members.tolist())
    assert np.array_equal(np.flatnonzero(~found.in_headline), members)
    assert (found.segments.of[members] == -1).all()
    assert np.isfinite(found.positions.x).all()
    assert found.integrity.with_blocks is not None
    clean = analyse(_planted())
    assert abs(np.corrcoef(found.positions.x[:PEOPLE], clean.positions.x)[0, 1]) > 0.99


def test_weights_are_used_and_described() -> None:
    weights = np.where(np.arange(PEOPLE) % 2, 1.5, 0.5)
    found = analyse(_planted(), weights=weights, margins=("age",))
    assert found.weighting is not None
    assert found.weighting.n_effective == pytest.approx(PEOPLE / 1.25)
    assert (found.weighting.largest, found.weighting.margins) == (1.5, ("age",))
    assert not np.allclose(found.figures.agree.value, _landscape().figures.agree.value)
    assert np.array_equal(found.figures.tally, _landscape().figures.tally)


def test_progress_is_told_and_only_goes_forward() -> None:
    told: list[tuple[str, float]] = []
    analyse(_planted(), progress=lambda step, share: told.append((step, share)))
    shares = [share for _, share in told]
    assert shares == sorted(shares)
    assert shares[0] > 0
    assert shares[-1] < 1


def test_groups_can_be_forced() -> None:
    found = analyse(_planted(), settings=LandscapeSettings(groups=3))
    assert (found.structure.groups, found.structure.forced) == (3, True)
    assert found.segments.labels == ("1", "2", "3", "between")


@pytest.mark.parametrize("name", EXAMPLES)
def test_real_conversations_get_a_landscape_whose_numbers_add_up(name: str) -> None:
    table, _ = read_example(name)
    found = analyse(table)
    figures = found.figures
    assert len(found.statements) + len(found.left_out_statements) == table.n_statements
    assert len(found.positions.x) == table.n_participants
    assert np.isfinite(found.positions.x).all()
    assert (found.positions.x_se > 0).all()
    assert found.structure.verdict is not Verdict.NO_STRUCTURE
    counted = found.votes_per_participant[found.in_headline].sum()
    assert figures.tally.sum() == counted
    assert (figures.by_segment.sum(axis=0) <= figures.tally).all()
    total = figures.agree.value + figures.disagree.value + figures.passed.value
    assert np.allclose(total[figures.agree.n > 0], 1.0)
    assert len(found.lists.divides) > 0
    assert found.structure.evidence.split_half_r is None or found.structure.evidence.split_half_r > 0.2
