# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""A table of codes and names."""

from __future__ import annotations

from pathlib import Path

import pytest
from area_files import EXAMPLES, noorderhaaks
from hypothesis import given
from hypothesis import strategies as st

from houvast.exchange.area_csv import read_area_csv
from houvast.exchange.area_record import NO_OUTLINE, AreaFileRejected


def written(folder: Path, content: str | bytes) -> Path:
    path = folder / "a.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_the_example() -> None:
    found = read_area_csv(EXAMPLES / "noorderhaaks.csv")
    assert [(r.code, r.name, r.year, r.inhabitants) for r in found] == [
        (a.code, a.name, 2026, a.inhabitants) for a in noorderhaaks()
    ]
    assert {r.outline() for r in found} == {NO_OUTLINE}


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_every_separator_and_blank_lines(tmp_path: Path, separator: str) -> None:
    text = separator.join(["code", "naam"]) + "\r\n\r\n" + separator.join(["E-1", '"Plein, en meer"']) + "\r\n"
    assert [r.name for r in read_area_csv(written(tmp_path, text))] == ["Plein, en meer"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "empty"),
        ("naam;plaats\nPlein;Hier\n", "No column holds the codes"),
        ("code;naam\nE-1\n", "Row 1 has 1 cells and the first row 2"),
        ("code;naam\nE-1;Plein\nE-2;Plein;te veel\n", "Row 2 has 3 cells"),
        ("code;naam;straat\nE-1;Plein;Dorpsstraat\n", "addresses"),
        ('code;naam\nE-1;"Plein\n', "never closed"),
        (b"code;naam\nE-1;Caf\xe9\n", "UTF-8"),
        (b"\0\1\2", "not a text file"),
        ("Dit is een brief.\nMet vriendelijke groet\n", "No column holds the codes"),
    ],
)
def test_what_is_wrong_is_told(tmp_path: Path, text: str | bytes, message: str) -> None:
    with pytest.raises(AreaFileRejected, match=message):
        read_area_csv(written(tmp_path, text))


@given(st.binary(max_size=300) | st.text(alphabet="code;naam,E-1\n\"\t'x", max_size=200).map(str.encode))
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    try:
        read_area_csv(written(tmp_path_factory.mktemp("csv"), content))
    except AreaFileRejected:
        return
