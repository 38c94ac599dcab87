# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import csv
import json
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest

from houvast.domain.errors import OptionRejected
from houvast.engine.simulate.brigades import BrigadeDesign
from houvast.engine.simulate.conversations import SimulatedConversation, simulate_conversation
from houvast.exchange.conversation_writer import Format, invent_times, write_conversation
from houvast.exchange.vote_reader import read_votes


@pytest.fixture(scope="module")
def made() -> SimulatedConversation:
    return simulate_conversation(
        participants=30, statements=12, votes_per_participant=8, groups=2, brigade=BrigadeDesign(4),
        rng=np.random.default_rng(1),
    )  # fmt: skip


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def votes_of(made: SimulatedConversation) -> dict[tuple[str, str], str]:
    table = made.table
    return {
        (str(table.participants[i]), table.statements[j].id): str(v)
        for i, j, v in zip(table.rows().tolist(), table.statement.tolist(), table.value.tolist(), strict=True)
    }


def test_polis_export_holds_the_votes_twice(tmp_path: Path, made: SimulatedConversation) -> None:
    write_conversation(tmp_path / "out", conversation=made, form="polis", settings={})
    long = {(r["voter-id"], r["comment-id"]): r["vote"] for r in rows(tmp_path / "out" / "votes.csv")}
    people = rows(tmp_path / "out" / "participants-votes.csv")
    wide = {(r["participant"], s.id): r[s.id] for r in people for s in made.table.statements if r[s.id]}
    assert long == wide == votes_of(made)
    assert sum(int(r["n-agree"]) for r in people) == int(np.sum(made.table.value == 1))
    comments = rows(tmp_path / "out" / "comments.csv")
    assert [r["comment-body"] for r in comments] == [s.text for s in made.table.statements]


def test_long_csv_and_parquet_hold_the_same(tmp_path: Path, made: SimulatedConversation) -> None:
    forms: tuple[Format, ...] = ("csv", "parquet")
    for form in forms:
        write_conversation(tmp_path / form, conversation=made, form=form, settings={})
    text = {(r["participant"], r["statement"]): r["vote"] for r in rows(tmp_path / "csv" / "votes.csv")}
    table = pq.read_table(tmp_path / "parquet" / "votes.parquet").to_pydict()
    columns = zip(table["participant"], table["statement"], table["vote"], strict=True)
    assert text == {(str(i), str(j)): str(v) for i, j, v in columns} == votes_of(made)


@pytest.mark.parametrize(("form", "name"), [("polis", "."), ("csv", "votes.csv"), ("parquet", "votes.parquet")])
def test_the_reader_takes_every_form(tmp_path: Path, made: SimulatedConversation, form: Format, name: str) -> None:
    write_conversation(tmp_path / "out", conversation=made, form=form, settings={})
    table = read_votes(tmp_path / "out" / name).table
    assert table.participants.tolist() == made.table.participants.tolist()
    assert [s.id for s in table.statements] == [s.id for s in made.table.statements]
    for part in ("indptr", "statement", "value"):
        assert np.array_equal(getattr(table, part), getattr(made.table, part))


def test_truth_says_that_it_is_invented(tmp_path: Path, made: SimulatedConversation) -> None:
    write_conversation(tmp_path / "out", conversation=made, form="csv", settings={"seed": 1})
    about = json.loads((tmp_path / "out" / "truth.json").read_text())
    assert about["invented"] is True
    assert about["settings"] == {"seed": 1}
    assert [s["intercept"] for s in about["statements"]] == made.truth.intercept.tolist()
    people = rows(tmp_path / "out" / "truth.csv")
    assert [int(r["group"]) for r in people] == made.truth.group.tolist()
    assert [r["in_brigade"] for r in people] == ["False"] * 30 + ["True"] * 4
    assert people[-1]["place_1"] == ""


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path, made: SimulatedConversation) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(OptionRejected, match="not empty"):
        write_conversation(tmp_path, conversation=made, form="csv", settings={})
    assert [p.name for p in tmp_path.iterdir()] == ["mine.txt"]


def test_times_order_each_persons_votes_and_spread_people(made: SimulatedConversation) -> None:
    times = invent_times(made.table)
    per_hour = np.unique(times // 3_600_000, return_counts=True)[1]
    assert len(times) == made.table.n_votes
    assert np.all(np.diff(times)[np.diff(made.table.rows()) == 0] == 5_000)
    assert per_hour.max() <= 60
