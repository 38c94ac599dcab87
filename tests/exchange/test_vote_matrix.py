# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import pytest
from exchange.vote_files import votes_of

from houvast.domain.errors import FileRejected
from houvast.exchange.vote_matrix import read_group
from houvast.exchange.vote_reader import read_votes


def read(tmp_path, text, **options):
    path = tmp_path / "m.csv"
    path.write_text(text, newline="")
    return read_votes(path, **options)


@pytest.mark.parametrize(
    ("row", "column", "what"),
    [
        ("7,1,3", 3, "1 to 5"),
        ("7,x,1", 2, "not a vote"),
        (",1,1", 1, "empty"),
        ("5,1,1", 1, "second row"),
        ("id,a,b", 2, "not a vote"),
        ("7,1", None, "2 cells"),
    ],
)
def test_the_first_broken_row_has_its_place(tmp_path, row, column, what):
    text = f'id,a,b\n5,1,-1\n"6\n6",0,\n\n{row}\n8,9,9\n'
    with pytest.raises(FileRejected, match=what) as caught:
        read(tmp_path, text)
    assert (caught.value.place.line, caught.value.place.column) == (6, column)
    found = read(tmp_path, text, lenient=True)
    assert [row.place.line for row in found.facts.skipped] == [6, 7]
    assert votes_of(found) == {("5", "a"): 1, ("5", "b"): -1, ("6\n6", "a"): 0}


def test_people_and_statements_without_votes_are_kept(tmp_path):
    table = read(tmp_path, "participant,10,9\n2,,1\n1,,\n").table
    assert table.participants.tolist() == [1, 2]
    assert table.indptr.tolist() == [0, 0, 1]
    assert [statement.id for statement in table.statements] == ["9", "10"]


def test_sentences_above_columns_are_the_texts(tmp_path):
    statements = read(tmp_path, "participant,More trees,q7\n2,1,-1\n").table.statements
    assert [(s.id, s.text) for s in statements] == [("More trees", "More trees"), ("q7", "")]


def test_without_ids_people_are_numbered_and_that_is_said(tmp_path):
    found = read(tmp_path, "q1,q2\n1,-1\n,0\n")
    assert votes_of(found) == {("1", "q1"): 1, ("1", "q2"): -1, ("2", "q2"): 0}
    assert "numbered by row" in found.facts.notes[0]


def test_an_unnamed_kind_of_id_is_told_from_the_cells_and_that_is_said(tmp_path):
    found = read(tmp_path, "naam,q1,q2\nJan,1,-1\nPiet,,0\nNoor,1,1\n")
    assert found.table.participants.tolist() == ["Jan", "Noor", "Piet"]
    assert "naam" in found.facts.notes[0]


def test_a_value_under_no_name_and_a_second_header(tmp_path):
    with pytest.raises(FileRejected, match="without a name"):
        read(tmp_path, "id,a,\n5,1,\n6,1,1\n")
    with pytest.raises(FileRejected, match="second time"):
        read(tmp_path, "id,0,1\n5,1,\nid,0,1\n")


@pytest.mark.parametrize(
    ("text", "group"), [("", -1), ("0", 0), ("1.0", 1), (" 3 ", 3), ("1.5", -2), ("x", -2), ("-1", -2)]
)
def test_groups(text, group):
    assert read_group(text) == group
