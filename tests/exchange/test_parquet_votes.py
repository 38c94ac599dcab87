# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import builtins
from datetime import UTC, datetime

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from exchange.vote_files import votes_of
from hypothesis import given
from hypothesis import strategies as st

from houvast.domain.errors import FileRejected, OptionRejected
from houvast.exchange.vote_reader import read_votes

FORMS = ("int8", "int32", "int64", "uint16", "string", "large_string", "dictionary", "double")


def column(values, form):
    if form in ("string", "large_string", "dictionary"):
        made = pa.array([str(value) for value in values], pa.large_string() if form == "large_string" else pa.string())
        return made.dictionary_encode() if form == "dictionary" else made
    return pa.array(values, getattr(pa, form if form != "double" else "float64")())


def save(path, **columns):
    pq.write_table(pa.table(columns), path, row_group_size=7)
    return path


@given(
    votes=st.dictionaries(
        st.tuples(st.integers(0, 90), st.integers(0, 90)), st.sampled_from([1, 0, -1]), min_size=1, max_size=40
    ),
    people=st.sampled_from(FORMS),
    items=st.sampled_from(FORMS),
    vote=st.sampled_from(["int8", "int64", "double", "string"]),
)
def test_every_type_of_column_gives_the_same(tmp_path_factory, votes, people, items, vote):
    path = save(
        tmp_path_factory.getbasetemp() / "v.parquet",
        participant=column([p for p, _ in votes], people),
        statement=column([s for _, s in votes], items),
        vote=column(list(votes.values()), vote),
    )
    found = read_votes(path)
    assert votes_of(found) == {(str(p), str(s)): value for (p, s), value in votes.items()}
    assert found.table.participants.tolist() == sorted({p for p, _ in votes})
    assert [int(s.id) for s in found.table.statements] == sorted({s for _, s in votes})


def test_huge_and_negative_ids(tmp_path):
    ids = [2**62, -(2**62), 5]
    path = save(tmp_path / "v.parquet", participant=ids, statement=[1, 1, 1], vote=[1, 0, -1])
    assert read_votes(path).table.participants.tolist() == sorted(ids)


@pytest.mark.parametrize("kind", ["ms", "us", "ns", "int", "text"])
def test_last_by_time(tmp_path, kind):
    moments = [datetime(2026, 5, 31, 14, tzinfo=UTC), datetime(2026, 5, 31, 13, tzinfo=UTC)]
    times = {
        "int": pa.array([int(m.timestamp() * 1000) for m in moments]),
        "text": pa.array([m.isoformat() for m in moments]),
    }.get(kind) or pa.array(moments, pa.timestamp(kind, "UTC"))
    path = save(tmp_path / "v.parquet", participant=[1, 1], statement=[1, 1], vote=[1, -1], time=times)
    found = read_votes(path)
    assert votes_of(found) == {("1", "1"): 1}
    assert found.table.hour.tolist() == [moments[0].timestamp() // 3600]
    assert [note.split(".")[0] for note in found.facts.notes] == ["Nobody disagrees with anything"]


@pytest.mark.parametrize(
    ("columns", "place"),
    [
        ({"participant": [1, 2], "statement": [1, 1], "vote": [1, 5]}, (2, 3)),
        ({"participant": [1, 2], "statement": [1, 1], "vote": [1, None]}, (2, 3)),
        ({"participant": [1, None], "statement": [1, 1], "vote": [1, 0]}, (2, 1)),
        ({"participant": ["a", ""], "statement": [1, 1], "vote": [1, 0]}, (2, 1)),
        ({"participant": [1, 2], "statement": ["x", None], "vote": [1, 0]}, (2, 2)),
        ({"participant": [1.0, 2.5], "statement": [1, 1], "vote": [1, 0]}, (2, 1)),
        ({"participant": [1, 2], "statement": [1, 1], "vote": ["agree", "meh"]}, (2, 3)),
        ({"participant": [1, 2], "statement": [1, 1], "vote": [1, 0], "time": ["2026-01-01", "x"]}, (2, 4)),
    ],
)
def test_broken_rows_have_their_place_and_lenient_leaves_them_out(tmp_path, columns, place):
    path = save(tmp_path / "v.parquet", **columns)
    with pytest.raises(FileRejected) as caught:
        read_votes(path)
    assert (caught.value.place.line, caught.value.place.column) == place
    found = read_votes(path, lenient=True)
    assert found.facts.skipped_rows == 1
    assert found.table.n_votes == found.table.n_participants == 1


def test_columns_that_cannot_be_votes(tmp_path):
    with pytest.raises(FileRejected, match="one row a vote"):
        read_votes(save(tmp_path / "a.parquet", person=[1], s1=[1], s2=[0]))
    with pytest.raises(FileRejected, match="bool is not a type of votes"):
        read_votes(save(tmp_path / "b.parquet", person=[1], statement=[1], vote=[True]))
    with pytest.raises(FileRejected, match="cannot be read"):
        read_votes(save(tmp_path / "c.parquet", person=[[1]], statement=[1], vote=[1]))


def test_text_of_statements_and_database_rows(tmp_path):
    path = save(tmp_path / "v.parquet", pid=[1, 2], tid=[7, 7], vote=[1, -1], created=[1, 2], text=["", "More trees"])
    found = read_votes(path)
    assert votes_of(found) == {("1", "7"): -1, ("2", "7"): 1}
    assert found.table.statements[0].text == "More trees"


def test_without_pyarrow_the_extra_is_named(tmp_path, monkeypatch):
    path = save(tmp_path / "v.parquet", participant=[1], statement=[1], vote=[1])
    real = builtins.__import__

    def without(name, *rest):
        if name.startswith("pyarrow"):
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(OptionRejected, match=r"houvast\[parquet\]"):
        read_votes(path)
