# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Do rows come with their lines, and is a row of another width refused with its line?"""

from __future__ import annotations

from pathlib import Path

import pytest

from houvast.domain.errors import FileRejected
from houvast.exchange.delimited_text import read_header
from houvast.exchange.whole_rows import whole_rows


def rows(tmp_path: Path, text: str) -> list[tuple[int, list[str]]]:
    path = tmp_path / "a.csv"
    path.write_text(text)
    return list(whole_rows(read_header(str(path))))


def test_blank_rows_do_not_count_but_their_lines_do(tmp_path: Path) -> None:
    assert rows(tmp_path, 'a,b\n1,2\n\n"3\n4",5\n6,7\n') == [(2, ["1", "2"]), (4, ["3\n4", "5"]), (6, ["6", "7"])]


def test_another_width_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileRejected, match="line 3: the row has 1 cells and the header has 2"):
        rows(tmp_path, "a,b\n1,2\n3\n")
