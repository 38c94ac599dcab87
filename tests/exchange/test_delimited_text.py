# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import pytest

from houvast.domain.errors import FileRejected
from houvast.exchange import delimited_text
from houvast.exchange.delimited_text import Chunk, find_undecodable_line, read_chunks, read_header


def save(tmp_path, text, encoding="utf-8"):
    path = tmp_path / "f.csv"
    path.write_bytes(text.encode(encoding))
    return str(path)


def test_header_with_quoted_line_breaks_and_blank_lines_before_it(tmp_path):
    header = read_header(save(tmp_path, '\r\n\r\n"a\r\nb"; c\r\n1;2\r\n'))
    assert (header.names, header.line, header.last_line, header.separator) == (("a\r\nb", "c"), 3, 4, ";")
    (chunk,) = read_chunks(header)
    assert chunk == Chunk([["1", "2"]], 5)


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_lines_of_rows_in_small_chunks(tmp_path, monkeypatch, end):
    monkeypatch.setattr(delimited_text, "CELLS_PER_CHUNK", 4)
    monkeypatch.setattr(delimited_text, "MIN_ROWS_PER_CHUNK", 2)
    text = end.join(["a,b", "1,2", f'"x{end}{end}y",2', "", "3,4", "5,6", ""])
    lines = [
        (chunk.line_of(at), row[0])
        for chunk in read_chunks(read_header(save(tmp_path, text)))
        for at, row in enumerate(chunk.rows)
        if row
    ]
    assert lines == [(2, "1"), (3, f"x{end}{end}y"), (7, "3"), (8, "5")]


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_the_line_that_does_not_decode(tmp_path, monkeypatch, end):
    monkeypatch.setattr(delimited_text, "_BLOCK", 5)
    path = tmp_path / "f.csv"
    path.write_bytes(end.join(["a,b", "é,2", "", "3,4", "5,"]).encode() + b"\xe9" + end.encode())
    assert find_undecodable_line(str(path)) == 5


def test_utf16(tmp_path):
    assert read_header(save(tmp_path, "a\tb\n", "utf-16")).names == ("a", "b")
    path = tmp_path / "cut.csv"
    path.write_bytes(b"\xff\xfea\0,\0b")
    with pytest.raises(FileRejected, match="UTF-8"):
        read_header(str(path))


def test_text_after_a_quote_is_placed_where_the_row_starts(tmp_path):
    header = read_header(save(tmp_path, 'a,b\n1,2\n"x\ny"z,3\n'))
    with pytest.raises(FileRejected, match="closing quote") as caught:
        list(read_chunks(header))
    assert caught.value.place.line == 3
