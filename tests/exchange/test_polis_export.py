# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Five real exports: the last vote by time is the cell of the matrix; moderation, texts and groups come along."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
from exchange.vote_files import votes_of

from houvast.domain.errors import FileRejected
from houvast.domain.votes import Moderation
from houvast.exchange.vote_reader import read_votes

EXAMPLES = Path(__file__).parents[2] / "examples" / "conversations"
SIZES = {
    "15-per-hour-seattle": (339, 54, 2872, 123),
    "austria-climate": (1503, 613, 79315, 0),
    "brexit-consensus": (204, 50, 5303, 9),
    "london.youth.policing": (26, 39, 638, 2),
    "scoop-hivemind.biodiversity": (536, 316, 29719, 83),
}


@pytest.mark.parametrize("name", SIZES)
def test_every_example_is_read_whole(name):
    found = read_votes(EXAMPLES / name)
    table = found.table
    sizes = (table.n_participants, table.n_statements, table.n_votes, found.facts.repeated_votes)
    assert sizes == SIZES[name]
    assert found.facts.format == "polis export"
    assert found.facts.sign == "agree = +1, disagree = -1, pass = 0"
    assert found.facts.title
    assert found.facts.notes == ()
    assert all(statement.text for statement in table.statements)
    assert (table.hour is None) == (name == "austria-climate")


@pytest.mark.parametrize("name", [name for name in SIZES if name != "austria-climate"])
def test_the_last_vote_by_time_is_the_cell_of_the_matrix(name):
    votes = read_votes(EXAMPLES / name)
    matrix = read_votes(EXAMPLES / name / "participants-votes.csv")
    assert votes_of(votes) == votes_of(matrix)
    assert np.array_equal(votes.table.participants, matrix.table.participants)
    assert votes.table.statements == matrix.table.statements
    assert np.array_equal(votes.published_groups, matrix.published_groups)


def test_published_groups_and_moderation():
    seattle = read_votes(EXAMPLES / "15-per-hour-seattle")
    groups = seattle.published_groups
    assert groups is not None
    assert [int((groups == g).sum()) for g in (-1, 0, 1)] == [201, 99, 39]
    hive = read_votes(EXAMPLES / "scoop-hivemind.biodiversity").table
    out = sum(statement.moderation is Moderation.OUT for statement in hive.statements)
    assert 100 < out < 250


def test_hours_are_whole_hours_of_the_timestamp(tmp_path):
    (tmp_path / "votes.csv").write_text(
        "timestamp,datetime,comment-id,voter-id,vote\n1403054214196,Wed,0,7,-1\n1403054214195,Wed,0,7,1\n"
    )
    found = read_votes(tmp_path)
    assert votes_of(found) == {("7", "0"): -1}
    assert found.table.hour.tolist() == [1403054214196 // 3_600_000]
    assert found.published_groups is None


def export(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name.replace('_', '-')}.csv").write_text(text, newline="")
    return folder


COMMENTS = 'comment-id,comment-body,moderated,is-meta,is-seed\n1,"A\nB",-1,false,true\n2,C,0,true,false\n'
VOTES = "timestamp,comment-id,voter-id,vote\n1403054214196,1,7,1\n1403054214196,3,7,-1\n"


def test_comments_give_text_moderation_and_flags_and_unknown_ids_are_noted(tmp_path):
    found = read_votes(export(tmp_path, comments=COMMENTS, votes=VOTES, summary='topic,Parks\nurl,"a\nb"\n'))
    first, second, third = found.table.statements
    assert (first.text, first.moderation, first.is_seed, first.is_meta) == ("A\nB", Moderation.OUT, True, False)
    assert (second.text, second.moderation, second.is_meta) == ("C", Moderation.OPEN, True)
    assert (third.id, third.text) == ("3", "")
    assert found.facts.title == "Parks"
    assert "not among the comments" in " ".join(found.facts.notes)


def test_broken_comments_have_the_place_behind_quoted_newlines(tmp_path):
    folder = export(tmp_path, comments=COMMENTS + "5,D,2,false,false\n1,E,0,,\n", votes=VOTES)
    with pytest.raises(FileRejected) as caught:
        read_votes(folder)
    place = caught.value.place
    assert (place.line, place.column, place.field) == (5, 3, "moderated")
    assert place.path.endswith("comments.csv")
    found = read_votes(folder, lenient=True)
    assert found.facts.skipped_rows == 2
    assert [row.place.line for row in found.facts.skipped] == [5, 6]


def test_newer_names_with_a_prefix_and_two_exports_in_one_folder(tmp_path):
    source = EXAMPLES / "london.youth.policing"
    shutil.copy(source / "votes.csv", tmp_path / "2022-r1-votes.csv")
    shutil.copy(source / "participants-votes.csv", tmp_path / "2022-r1-participant-votes.csv")
    assert votes_of(read_votes(tmp_path)) == votes_of(read_votes(source))
    shutil.copy(source / "votes.csv", tmp_path / "2023-r2-votes.csv")
    with pytest.raises(FileRejected, match="could each be the votes"):
        read_votes(tmp_path)


MATRIX = "participant,xid,group-id,n-comments,n-votes,n-agree,n-disagree,4,2\n"


def test_matrix_whose_own_counts_say_agree_is_minus_is_refused(tmp_path):
    folder = export(tmp_path, participants_votes=MATRIX + "1,x,0.0,0,2,0,2,1,1\n2,,,0,1,1,0,-1,\n")
    with pytest.raises(FileRejected, match="1 means disagree"):
        read_votes(folder)


def test_matrix_columns_and_groups(tmp_path):
    folder = export(tmp_path, participants_votes=MATRIX + "8,x,1.0,0,2,1,1,1,-1\n2,,,0,1,0,1,-1,\n")
    found = read_votes(folder)
    assert found.table.participants.tolist() == [2, 8]
    assert found.published_groups.tolist() == [-1, 1]
    assert [statement.id for statement in found.table.statements] == ["2", "4"]
    assert votes_of(found) == {("8", "4"): 1, ("8", "2"): -1, ("2", "4"): -1}
    (folder / "participants-votes.csv").write_text(MATRIX + "8,x,one,0,2,1,1,1,-1\n")
    with pytest.raises(FileRejected, match="not a group-id") as caught:
        read_votes(folder)
    assert (caught.value.place.line, caught.value.place.column) == (2, 3)
