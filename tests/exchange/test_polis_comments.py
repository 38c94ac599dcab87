# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import pytest

from houvast.domain.errors import FileRejected
from houvast.domain.votes import Moderation, Statement
from houvast.exchange.polis_comments import read_comments, read_title
from houvast.exchange.row_faults import RowFaults

HEAD = "timestamp,comment-id,agrees,moderated,comment-body,is-seed\n"


def save(tmp_path, text, name="comments.csv"):
    path = tmp_path / name
    path.write_text(text, newline="")
    return str(path)


def test_comments(tmp_path):
    text = HEAD + '1,4,99,-1,"Yes, ""really""",true\n1,2,0,,No,\n,,,,,\n1,3,0,1.0,Maybe,0\n'
    found = read_comments(save(tmp_path, text), RowFaults(lenient=False))
    assert found.statements == (
        Statement("4", 'Yes, "really"', Moderation.OUT, is_seed=True),
        Statement("2", "No", Moderation.OPEN),
        Statement("3", "Maybe", Moderation.IN),
    )
    assert found.notes == ()


def test_without_moderation_that_is_said(tmp_path):
    found = read_comments(save(tmp_path, "comment-id,comment-body\n1,A\n"), RowFaults(lenient=False))
    assert "moderated" in found.notes[0]


@pytest.mark.parametrize(
    ("row", "column", "what"),
    [
        ("1,,0,0,A,", 2, "empty"),
        ("1,4,0,0,A,", 2, "second row"),
        ("1,5,0,yes,A,", 4, "not a moderation"),
        ("1,5,0,0,A,perhaps", 6, "neither true nor false"),
        ("1,5,0,0,A", None, "5 cells"),
    ],
)
def test_broken_rows(tmp_path, row, column, what):
    path = save(tmp_path, HEAD + f'1,4,0,0,"a\nb",\n{row}\n')
    with pytest.raises(FileRejected, match=what) as caught:
        read_comments(path, RowFaults(lenient=False))
    assert (caught.value.place.line, caught.value.place.column) == (4, column)
    faults = RowFaults(lenient=True)
    assert len(read_comments(path, faults).statements) == 1
    assert faults.count == 1


@pytest.mark.parametrize("head", ["comment-id,text\n", "comment-body\n", "comment-id,comment-body,comment-body\n"])
def test_broken_headers(tmp_path, head):
    with pytest.raises(FileRejected):
        read_comments(save(tmp_path, head), RowFaults(lenient=False))


def test_title(tmp_path):
    assert read_title(save(tmp_path, 'topic,"Parks\nand roads"\nurl,x\n', "summary.csv")) == "Parks\nand roads"
    assert read_title(save(tmp_path, "url,x\ntopic,Parks\n", "summary.csv")) == "Parks"
    assert read_title(save(tmp_path, "url,x\n", "summary.csv")) == ""
