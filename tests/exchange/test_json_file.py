# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is JSON read as it is, up to its limit, and is every trouble one error with its place?"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from houvast.domain.errors import FileRejected
from houvast.exchange.json_file import parse_json, read_json


def test_a_file_is_read_up_to_its_limit(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("\ufeff[1, 2]", encoding="utf-8")
    assert read_json(path, most_bytes=9) == [1, 2]
    with pytest.raises(FileRejected, match=r"too big\. Give one of at most 8 bytes"):
        read_json(path, most_bytes=8)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileRejected, match="cannot be opened"):
        read_json(tmp_path / "none.json", most_bytes=9)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'{"themes": [\n  {"code": }', r"own.json, line 2, column 12: this is not JSON"),
        (b'{"a": "\xe9"}', "own.json: the text is not UTF-8"),
        (b"", "line 1, column 1: this is not JSON"),
        (b"[" * 100_000, "nested too deeply|not JSON"),
    ],
)
def test_mistakes(content: bytes, said: str) -> None:
    with pytest.raises(FileRejected, match=said):
        parse_json(content, name="own.json")


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists, max_leaves=9))
def test_what_was_written_is_read(value: object) -> None:
    assert parse_json(json.dumps(value).encode(), name="own.json") == value
