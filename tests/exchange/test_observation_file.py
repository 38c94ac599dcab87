# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is a file of signals read as it is meant, in any order, and refused with the place where it is wrong?"""

from __future__ import annotations

import contextlib
import tempfile
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from houvast.domain.errors import FileRejected
from houvast.exchange.observation_file import ObservationFile, read_observations

GOOD = """week;gebied;thema;melder;bron;aantal;ingevoerd
2026-W40;Haven;jeugd;m1;school;2;2026-W41
2026-10-05;Duin;wonen;;politie;1;
2026-W42;Haven;jeugd;m2;school;0;2026-W42
"""


def read(tmp_path: Path, text: str, **options: object) -> ObservationFile:
    path = tmp_path / "signals.csv"
    path.write_text(text, encoding="utf-8")
    return read_observations(path, **options)  # type: ignore[arg-type]


def test_weeks_days_counts_and_unknown_reporters(tmp_path: Path) -> None:
    found = read(tmp_path, GOOD)
    table = found.table
    assert (table.areas, table.themes, found.sources) == (("Duin", "Haven"), ("jeugd", "wonen"), ("politie", "school"))
    assert found.week_names() == ("2026-W40", "2026-W41", "2026-W42")
    assert table.week.tolist() == [0, 0, 1]
    assert table.entered_week is not None
    assert table.entered_week.tolist() == [1, 1, 1]
    assert table.reporter.tolist() == [0, 0, -1]
    assert found.first_week == date(2026, 9, 28)


def test_an_earlier_week_sees_only_what_was_known_then(tmp_path: Path) -> None:
    found = read(tmp_path, GOOD, week=date(2026, 10, 5))
    assert found.week_names()[-1] == "2026-W41"
    with pytest.raises(FileRejected, match="no signals up to week 2026-W40"):
        read(tmp_path, GOOD, week=date(2026, 9, 28))


def test_columns_that_are_not_known_are_named(tmp_path: Path) -> None:
    assert read(tmp_path, "week,area,theme,wat er stond\n2026-W40,a,t,tekst\n").unused == ("wat er stond",)


@pytest.mark.parametrize(
    ("text", "where", "what"),
    [
        ("week,area\n2026-W40,a\n", "line 1", "a column is missing for theme"),
        ("week,datum,area,theme\n", "column 2", "two columns for week"),
        ("week,area,theme\n2026-W60,a,t\n", "line 2, column 1", "is no day and no week"),
        ("week,area,theme\n2026-W40,,t\n", "line 2, column 2", "it is empty"),
        ("week,area,theme,count\n2026-W40,a,t,-1\n", "line 2, column 4", "is no count"),
        ("week,area,theme,count\n2026-W40,a,t,veel\n", "line 2, column 4", "is no count"),
        ("week,area,theme,entered\n2026-W40,a,t,2026-W39\n", "line 2, column 4", "before the week it is about"),
        ("week,area,theme\n2026-W40,a\n", "line 2", "2 cells and the header has 3"),
        ("week,area,theme\n", "signals.csv", "there are no signals"),
        ("week,area,theme\n1990-W01,a,t\n2026-W40,a,t\n", "column 1", "the weeks span"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(tmp_path: Path, text: str, where: str, what: str) -> None:
    with pytest.raises(FileRejected) as found:
        read(tmp_path, text)
    assert where in str(found.value)
    assert what in str(found.value)


def test_neighbours_go_both_ways_and_areas_without_signals_are_left_out(tmp_path: Path) -> None:
    beside = tmp_path / "neighbours.csv"
    beside.write_text("area,neighbour\nHaven,Duin\nDuin,Haven\nHaven,Elders\n")
    assert read(tmp_path, GOOD, neighbours=beside).table.neighbours == ((1,), (0,))
    beside.write_text("area,neighbour\nHaven,Haven\n")
    with pytest.raises(FileRejected, match="its own neighbour"):
        read(tmp_path, GOOD, neighbours=beside)
    beside.write_text("van,naar\nHaven,Duin\n")
    with pytest.raises(FileRejected, match="area and neighbour"):
        read(tmp_path, GOOD, neighbours=beside)


@given(st.permutations(range(6)))
def test_the_order_of_the_rows_does_not_matter(order: list[int]) -> None:
    rows = [f"2026-W4{at % 3},a{at % 2},t,m{at % 4},s" for at in range(6)]
    with tempfile.TemporaryDirectory() as folder:
        plain = read(Path(folder), "\n".join(["week,area,theme,reporter,source", *rows]))
        mixed = read(Path(folder), "\n".join(["week,area,theme,reporter,source", *(rows[at] for at in order)]))
    counts = [np.bincount(one.table.week * 10 + one.table.area).tolist() for one in (plain, mixed)]
    assert counts[0] == counts[1]
    assert plain.week_names() == mixed.week_names()


@given(st.text(max_size=200))
def test_nothing_but_a_clear_error_comes_of_a_wild_file(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "wild.csv"
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
        with contextlib.suppress(FileRejected):
            read_observations(path)
