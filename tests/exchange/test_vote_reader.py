# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The same votes in any form give the same table; what cannot be read is one clear error."""

from __future__ import annotations

import gzip
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from exchange.vote_files import WORDS_EN, WORDS_NL, Dialect, Votes, encode, long_rows, matrix_rows, votes_of, write
from hypothesis import given, settings
from hypothesis import strategies as st

from houvast.domain.errors import FileRejected
from houvast.exchange.vote_reader import read_votes

ids = st.one_of(
    st.integers(0, 40).map(str),
    st.text("abcé ,;\"'\n-", min_size=1, max_size=6).map(str.strip).filter(bool),
)
votes_with_both = st.dictionaries(st.tuples(ids, ids), st.sampled_from([1, 0, -1]), min_size=1, max_size=30)
dialects = st.builds(
    Dialect,
    separator=st.sampled_from([",", ";", "\t"]),
    line_end=st.sampled_from(["\n", "\r\n", "\r"]),
    bom=st.booleans(),
    packed=st.booleans(),
    quote_all=st.booleans(),
    encoding=st.sampled_from(["utf-8", "utf-8", "utf-16"]),
)
says = st.sampled_from([int, float, WORDS_EN.get, WORDS_NL.get, lambda v: f"{v:+d}", lambda v: f" {v}.00 "])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("votes")


@settings(max_examples=80, deadline=None)
@given(votes=votes_with_both, dialect=dialects, say=says, seed=st.randoms(use_true_random=False))
def test_long_table_round_trips_in_any_dialect_and_order(folder, votes, dialect, say, seed):
    names = ("Deelnemer", "Stelling_ID", "stem")
    header, *rows = long_rows(votes, names, say)
    seed.shuffle(rows)
    found = read_votes(write(folder / "long.csv", [header, *rows], dialect))
    assert votes_of(found) == votes
    assert found.facts.format == "long table"
    assert found.facts.repeated_votes == found.facts.skipped_rows == 0


@settings(max_examples=80, deadline=None)
@given(votes=votes_with_both, dialect=dialects, say=says)
def test_matrix_round_trips_in_any_dialect(folder, votes, dialect, say):
    votes = {(person, f"s{item}"): value for (person, item), value in votes.items()}
    quoted = replace(dialect, quote_all=True)  # names with a bare separator of another dialect can be ambiguous
    found = read_votes(write(folder / "matrix.csv", matrix_rows(votes, say), quoted))
    assert votes_of(found) == votes
    assert found.facts.format == "vote matrix"


@settings(max_examples=60, deadline=None)
@given(
    votes=st.dictionaries(
        st.tuples(st.integers(0, 30).map(str), st.integers(0, 30).map(str)), st.sampled_from([1, 0, -1]), min_size=1
    )
)
def test_every_form_gives_the_same_table(folder, votes):
    long = read_votes(write(folder / "same-long.csv", long_rows(votes)))
    matrix = read_votes(write(folder / "same-matrix.csv", matrix_rows(votes)))
    raw = [["zid", "pid", "tid", "vote", "created"], *([9, p, s, -v, 5] for (p, s), v in votes.items())]
    database = read_votes(write(folder / "same-database.csv", raw))
    for other in (matrix, database):
        assert other.table.participants.tolist() == long.table.participants.tolist()
        assert [s.id for s in other.table.statements] == [s.id for s in long.table.statements]
        assert np.array_equal(other.table.indptr, long.table.indptr)
        assert np.array_equal(other.table.statement, long.table.statement)
        assert np.array_equal(other.table.value, long.table.value)
    assert "agree = -1" in database.facts.sign
    assert long.facts.sign == matrix.facts.sign == "agree = +1, disagree = -1, pass = 0"


def test_ids_are_numbers_only_when_all_are_whole_numbers(tmp_path):
    numbers = read_votes(write(tmp_path / "a.csv", long_rows({("10", "1"): 1, ("9", "1"): -1})))
    texts = read_votes(write(tmp_path / "b.csv", long_rows({("10", "1"): 1, ("09", "1"): -1})))
    assert numbers.table.participants.dtype == np.int64
    assert numbers.table.participants.tolist() == [9, 10]
    assert texts.table.participants.tolist() == ["09", "10"]


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "empty"),
        (b"\n\n  \n", "no text"),
        (b"participant,statement,vote\n", "no votes"),
        (b"participant,s1,s2\n", "no votes"),
        (b"participant,s1,s2\n1,,\n", "no votes"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not a text file"),
        (b"PK\x03\x04\x14\0\x06\0", "not a text file"),
        (b"\x1f\x8b\x08\0broken", "gzip"),
        (b"PAR1 and then nothing", "Parquet"),
        (b"comment-id,comment-body\n1,Hello\n", "statements and no votes"),
        (b"topic,Parks\nurl,x\n", "summary and no votes"),
        (b"participant,statement\n1,2\n", "no column is the vote"),
        (b"participant,vote\n1,1\n", "no column is the statement"),
        (b"participant,voter,statement,vote\n1,1,1,1\n", "could each be the participant"),
        (b"pid,tid,vote\n1,1,1\n", "do not say whether agree is"),
        (b"1,0\n0,1\n", "names or votes"),
        (b"1,0,1,-1\n0,1,1,1\n", "same name"),
        (b"participant,a,a\n1,1,1\n", "same name"),
        (b"participant;a,b\n1;1,1\n", "two separators"),
        (b'participant,"a\n1,1\n', "quote"),
        (b"age,a\n30,1\n40,-1\n30,1\n", "not clear whether the first column"),
    ],
)
def test_unusable_content_is_one_clear_error(tmp_path, content, what):
    path = tmp_path / "input.csv"
    path.write_bytes(content)
    for lenient in (False, True):
        with pytest.raises(FileRejected, match=what) as caught:
            read_votes(path, lenient=lenient)
        assert caught.value.place.path == str(path)
        assert caught.value.exit_code == 2
        assert caught.value.now


def test_missing_paths_and_folders(tmp_path):
    with pytest.raises(FileRejected, match="no such file"):
        read_votes(tmp_path / "absent.csv")
    with pytest.raises(FileRejected, match="no Polis export"):
        read_votes(tmp_path)
    (tmp_path / "comments.csv").write_text("comment-id,comment-body\n1,Hello\n")
    with pytest.raises(FileRejected, match="and no votes"):
        read_votes(tmp_path)


def test_latin1_names_the_line(tmp_path):
    path = tmp_path / "old.csv"
    path.write_bytes("deelnemer;stelling;stem\r\n1;a;1\r\n2;caf\u00e9;1\r\n".encode("latin-1"))
    with pytest.raises(FileRejected, match="UTF-8") as caught:
        read_votes(path)
    assert caught.value.place.line == 3


def test_cut_off_gzip(tmp_path):
    path = tmp_path / "cut.csv.gz"
    rows = long_rows({(str(p), "1"): (p * 7 % 3) - 1 for p in range(5000)})
    path.write_bytes(encode(rows, Dialect(packed=True))[:-2000])
    with pytest.raises(FileRejected, match="damaged or cut off"):
        read_votes(path)


def test_gzip_is_seen_by_its_bytes(tmp_path):
    path = tmp_path / "votes.csv"
    path.write_bytes(gzip.compress(b"participant,statement,vote\n1,1,1\n"))
    assert votes_of(read_votes(path)) == {("1", "1"): 1}


def test_notes_say_when_nobody_disagrees_and_which_columns_are_unused(tmp_path):
    path = tmp_path / "likes.csv"
    path.write_text("participant,statement,vote,age\n1,1,1,30\n2,1,0,40\n")
    notes = " ".join(read_votes(path).facts.notes)
    assert "0 is pass" in notes
    assert "age" in notes


def test_separators_inside_names_are_told_apart_by_the_first_row(tmp_path):
    path = tmp_path / "sentences.csv"
    path.write_text("deelnemer;Ik vind, kort gezegd, ja;Nee, zeg, kom, nou\n1;1;-1\n")
    assert votes_of(read_votes(path)) == {
        ("1", "Ik vind, kort gezegd, ja"): 1,
        ("1", "Nee, zeg, kom, nou"): -1,
    }


def test_excel_sep_line_and_trailing_separators(tmp_path):
    path = tmp_path / "excel.csv"
    path.write_text("sep=;\ndeelnemer;a;b;;\n1;1;-1;;\n2;;0;;\n;;;;\n")
    expected: Votes = {("1", "a"): 1, ("1", "b"): -1, ("2", "b"): 0}
    assert votes_of(read_votes(path)) == expected
