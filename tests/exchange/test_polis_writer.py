# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import csv
import io
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from houvast.domain.votes import Moderation, Statement
from houvast.engine.landscape.vote_table import VoteTable, build_vote_table
from houvast.exchange.polis_writer import PolisConversation, PolisTable, polis_tables, write_lines
from houvast.exchange.vote_reader import read_votes

STATEMENTS = (
    Statement("0", "More trees, please", Moderation.IN, is_seed=True),
    Statement("2", 'He said "no",\nand left', Moderation.OUT),
    Statement("5", "", Moderation.OPEN, is_meta=True),
)


def conversation(votes: list[tuple[int, int, int]]) -> PolisConversation:
    """Votes (participant 0-3, statement 0-2, value) of people with the numbers 1, 4, 6 and 9."""
    cells = np.array(votes, dtype=np.int32).reshape(-1, 3)
    table = build_vote_table(
        participants=np.array([1, 4, 6, 9]),
        statements=STATEMENTS,
        participant=np.ascontiguousarray(cells[:, 0]),
        statement=np.ascontiguousarray(cells[:, 1]),
        value=cells[:, 2],
    )
    hour = np.arange(table.n_votes, dtype=np.int64) * 3_600_000 + 1_700_000_000_000
    return PolisConversation(table, np.full(3, 1_699_999_200_000), hour, topic="Trees", description="Why, and when")


def save(folder: Path, tables: tuple[PolisTable, ...]) -> Path:
    for table in tables:
        (folder / table.name).write_text("".join(write_lines(table.head, table.rows)), "utf-8")
    return folder


def read(table: PolisTable) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(write_lines(table.head, table.rows)))))


def test_the_columns_are_those_of_polis(conversations: Path) -> None:
    tables = {table.name: table for table in polis_tables(conversation([(0, 0, 1)]))}
    for name, table in tables.items():
        if name == "summary.csv":
            continue
        with (conversations / "15-per-hour-seattle" / name).open(encoding="utf-8", newline="") as file:
            theirs = next(csv.reader(file))
        plain = [column for column in theirs if not column.isdigit()]
        assert [column for column in table.head if not str(column).isdigit()][: len(plain)] == plain
    with (conversations / "15-per-hour-seattle" / "summary.csv").open(encoding="utf-8", newline="") as file:
        keys = [row[0] for row in csv.reader(file)]
    assert [tables["summary.csv"].head[0], *(row[0] for row in tables["summary.csv"].rows)] == keys


def test_signs_moderation_and_flags() -> None:
    comments, votes, people, _ = polis_tables(conversation([(0, 0, 1), (0, 1, -1), (1, 0, 0)]))
    found = read(comments)
    assert [(r["comment-id"], r["moderated"], r["is-seed"], r["is-meta"]) for r in found] == [
        ("0", "1", "true", "false"), ("2", "-1", "false", "false"), ("5", "0", "false", "true"),
    ]  # fmt: skip
    assert [(r["agrees"], r["disagrees"]) for r in found] == [("1", "0"), ("0", "1"), ("0", "0")]
    assert [(r["voter-id"], r["comment-id"], r["vote"]) for r in read(votes)] == [
        ("1", "0", "1"), ("1", "2", "-1"), ("4", "0", "0"),
    ]  # fmt: skip
    assert [(r["participant"], r["n-votes"], r["0"], r["2"]) for r in read(people)][:2] == [
        ("1", "2", "1", "-1"), ("4", "1", "0", ""),
    ]  # fmt: skip


cells = st.sets(st.tuples(st.integers(0, 3), st.integers(0, 2)), min_size=1)


@given(chosen=cells, seed=st.integers(0, 10))
def test_what_is_written_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, chosen: set[tuple[int, int]], seed: int
) -> None:
    values = np.random.default_rng(seed).integers(-1, 2, len(chosen)).tolist()
    made = conversation([(i, j, v) for (i, j), v in zip(sorted(chosen), values, strict=True)])
    again = read_votes(save(tmp_path_factory.mktemp("export"), polis_tables(made)))
    assert again.facts.title == "Trees"
    assert votes_of(again.table) == votes_of(made.table)
    assert [(s.id, s.moderation, s.is_seed, s.is_meta) for s in again.table.statements] == [
        (s.id, s.moderation, s.is_seed, s.is_meta) for s in STATEMENTS
    ]


def votes_of(table: VoteTable) -> dict[tuple[int, str], int]:
    people = table.participants[table.rows()].tolist()
    return {
        (i, table.statements[j].id): v
        for i, j, v in zip(people, table.statement.tolist(), table.value.tolist(), strict=True)
    }


def test_long_tables_come_in_pieces() -> None:
    pieces = list(write_lines(("a", "b"), ((i, "x" * 50) for i in range(5000))))
    assert len(pieces) > 1
    assert "".join(pieces).count("\n") == 5001
