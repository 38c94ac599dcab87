# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The real conversations under examples/, read in the plainest way (the matrix), apart from the product's reader."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from houvast.domain.votes import Moderation, Statement
from houvast.engine.landscape.vote_table import VoteTable, build_vote_table

FOLDER = Path(__file__).parents[1] / "examples" / "conversations"
MODERATION = {"-1": Moderation.OUT, "0": Moderation.OPEN, "1": Moderation.IN}


def read_example(name: str) -> tuple[VoteTable, NDArray[np.int64]]:
    """The votes, and the published group of each participant, numbered from 0, -1 where there is none."""
    comments = {row["comment-id"]: row for row in _rows(FOLDER / name / "comments.csv")}
    people = _rows(FOLDER / name / "participants-votes.csv")
    ids = [column for column in people[0] if column.isdigit()]
    statements = tuple(
        Statement(id=i, text=comments[i]["comment-body"], moderation=MODERATION[comments[i]["moderated"]]) for i in ids
    )
    cells = [(p, s, int(float(row[i]))) for p, row in enumerate(people) for s, i in enumerate(ids) if row[i]]
    person, statement, value = np.array(cells).T
    votes = build_vote_table(
        participants=np.array([int(row["participant"]) for row in people]),
        statements=statements,
        participant=person,
        statement=statement,
        value=value,
    )
    published = np.array([float(row["group-id"] or "nan") for row in people])
    named = np.unique(published[~np.isnan(published)])
    groups = np.full(len(people), -1, dtype=np.int64)
    groups[~np.isnan(published)] = np.searchsorted(named, published[~np.isnan(published)])
    return votes, groups


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
