# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who is drawn, and who is not."""

from __future__ import annotations

from dataclasses import replace

from disclosed_landscapes import disclosed

from houvast.charts.opinion_map import draw_opinion_map, place_on_map
from houvast.charts.wording import PlainEnglish
from houvast.engine.landscape.result import SegmentKind, Verdict

WORDS = PlainEnglish()


def test_everybody_is_a_point_when_points_may_be_shown() -> None:
    svg = draw_opinion_map(disclosed(), WORDS).svg
    squares = svg.count('fill="#b3400a" fill-opacity="0.7"')
    assert svg.count("<circle") + squares == 400


def test_in_public_there_is_no_point_only_bands() -> None:
    for shown in (disclosed(public=True), disclosed(Verdict.ONE_SPECTRUM, dimensions=1, public=True)):
        svg = draw_opinion_map(shown, WORDS).svg
        assert "<circle" not in svg
        assert "<path" in svg


def test_people_in_between_are_drawn_last_as_open_rings() -> None:
    svg = draw_opinion_map(disclosed(), WORDS).svg
    assert svg.index('fill="#fff" stroke="#4a4a4a"') > svg.index('fill="#0b5c9e"')


def test_with_one_dimension_people_are_stacked() -> None:
    chart = draw_opinion_map(disclosed(Verdict.ONE_SPECTRUM, dimensions=1), WORDS)
    assert chart.svg.count("<circle") + chart.svg.count('fill="#b3400a" fill-opacity="0.7"') == 400


def test_the_edge_of_the_map_holds_outliers() -> None:
    view = disclosed().map
    assert place_on_map(view, 99, -99) == place_on_map(view, view.x[-1], view.grid_y[0])


def test_the_table_names_groups_and_sizes() -> None:
    shown = disclosed()
    rows = draw_opinion_map(shown, WORDS).table.rows
    assert [row[0] for row in rows] == ["Everybody", "Group 1", "Group 2", "In between"]
    assert [row[1] for row in rows[1:]] == [str(s.size) for s in shown.segments]


def test_groups_that_may_not_be_drawn_are_not_denied() -> None:
    folded = replace(disclosed(), segments=(), segment_kind=SegmentKind.NONE, map=disclosed(public=True).map)
    assert "the groups are not drawn apart" in draw_opinion_map(folded, PlainEnglish()).sentence
