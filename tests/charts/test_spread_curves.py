# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The overlap is said with its interval; stretches are said not to be groups."""

from __future__ import annotations

from dataclasses import replace

from disclosed_landscapes import disclosed

from houvast.charts.spread_curves import draw_spread_curves
from houvast.charts.wording import PlainEnglish
from houvast.engine.landscape.result import SegmentKind, Verdict


def test_the_sentence_says_the_overlap() -> None:
    chart = draw_spread_curves(disclosed(), PlainEnglish())
    assert chart.sentence == "Group 1 and Group 2 overlap 23% (between 18% and 29%)."


def test_stretches_are_not_groups() -> None:
    assert "not groups" in draw_spread_curves(disclosed(Verdict.ONE_SPECTRUM), PlainEnglish()).sentence


def test_every_segment_has_a_column_in_the_table() -> None:
    table = draw_spread_curves(disclosed(), PlainEnglish()).table
    assert table.head == ("Place from A to B", "Everybody", "Group 1", "Group 2", "In between")


def test_numbers_below_k_are_not_shown_and_the_others_are_whole_people() -> None:
    shown = disclosed()
    rows = draw_spread_curves(shown, PlainEnglish()).table.rows
    cells = [cell for row in rows for cell in row[1:]]
    numbers = [int(cell.replace(",", "")) for cell in cells if cell not in {"fewer than 10", "hidden"}]
    assert "fewer than 10" in cells
    assert min(numbers) >= shown.k
    everybody = sum(int(row[1]) for row in rows if row[1].isdigit())
    assert abs(everybody - shown.participants) < 3 * shown.k


def test_one_small_part_does_not_follow_by_subtraction() -> None:
    for row in draw_spread_curves(disclosed(), PlainEnglish()).table.rows:
        assert sum(not cell.isdigit() for cell in row[2:]) != 1


def test_with_nothing_to_hide_every_cell_is_a_number() -> None:
    cells = [cell for row in draw_spread_curves(disclosed(k=1), PlainEnglish()).table.rows for cell in row[1:]]
    assert all(cell.isdigit() for cell in cells)


def test_groups_are_never_said_not_to_stand_apart() -> None:
    shown = disclosed()
    alone = replace(shown, polarisation=replace(shown.polarisation, pairs=()))
    folded = replace(alone, segments=(), segment_kind=SegmentKind.NONE)
    for case in (alone, folded):
        assert "no part" not in draw_spread_curves(case, PlainEnglish()).sentence
    assert "groups are not drawn apart" in draw_spread_curves(folded, PlainEnglish()).sentence
