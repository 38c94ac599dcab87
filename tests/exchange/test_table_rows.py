# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Do rows come with their lines, and is a row of a wrong width refused with its line?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from houvast.domain.errors import FileRejected
from houvast.exchange.delimited_text import Header, read_header
from houvast.exchange.table_rows import padded_rows, whole_rows

Reader = Callable[[Header], Iterator[tuple[int, list[str]]]]


@pytest.fixture
def table(tmp_path: Path) -> Callable[[str], Header]:
    """Write a table and read its header."""

    def write(text: str) -> Header:
        (tmp_path / "a.csv").write_text(text)
        return read_header(str(tmp_path / "a.csv"))

    return write


@pytest.mark.parametrize("read", [whole_rows, padded_rows])
def test_blank_rows_do_not_count_but_their_lines_do(read: Reader, table: Callable[[str], Header]) -> None:
    header = table('a,b\n1,2\n\n , \n"3\n4",5\n6,7\n')
    assert list(read(header)) == [(2, ["1", "2"]), (5, ["3\n4", "5"]), (7, ["6", "7"])]


def test_another_width_is_refused(table: Callable[[str], Header]) -> None:
    with pytest.raises(FileRejected, match="line 3: the row has 1 cells and the header has 2"):
        list(whole_rows(table("a,b\n1,2\n3\n")))


def test_a_short_row_is_filled_up_and_empty_cells_too_many_are_let_go(table: Callable[[str], Header]) -> None:
    assert list(padded_rows(table("a,b\n1\n2,3,, \n"))) == [(2, ["1", ""]), (3, ["2", "3"])]


def test_a_text_with_the_separator_in_it_is_not_cut_off(table: Callable[[str], Header]) -> None:
    with pytest.raises(FileRejected, match=r"line 3: this row has more cells than the header \(3 against 2\)"):
        list(padded_rows(table("a,b\n1,2\nGeen huis, alles duur,3\n")))
