# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Invented votes as files that the reader takes: a Polis export, a long CSV or a Parquet file; the truth beside it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from houvast.domain.errors import OptionRejected
from houvast.domain.votes import Moderation
from houvast.engine.landscape.vote_table import VoteTable
from houvast.engine.simulate.conversations import SimulatedConversation, Truth
from houvast.exchange.polis_writer import PolisConversation, long_rows, polis_tables, write_lines

Ints = NDArray[np.int64]
Format = Literal["polis", "csv", "parquet"]

INVENTED = "Invented by `houvast simulate`. These people do not exist and nobody holds these opinions."
FIRST_MOMENT = 1_767_225_600_000  # 1 January 2026, in milliseconds
PERIOD = 14 * 24 * 3_600_000
BETWEEN_VOTES = 5_000
GOLDEN = 0.6180339887498949


def write_conversation(
    folder: Path, *, conversation: SimulatedConversation, form: Format, settings: dict[str, Any]
) -> list[Path]:
    """Write the votes in this form, truth.csv (people) and truth.json (all else) into a new or empty folder.

    settings: what the conversation was made with, kept in truth.json. Gives the paths written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise OptionRejected(f"{folder} exists and is not empty. Give a new folder.")
    folder.mkdir(parents=True, exist_ok=True)
    table = conversation.table
    if form == "polis":
        written = _write_polis_export(folder, table)
    elif form == "csv":
        written = [_write_rows(folder / "votes.csv", ["participant", "statement", "vote"], long_rows(table))]
    else:
        written = [_write_parquet(folder / "votes.parquet", table)]
    return [*written, *_write_truth(folder, table, conversation.truth, settings)]


def invent_times(votes: VoteTable) -> Ints:
    """A moment for every vote, milliseconds since 1970, shape (V,): people spread over two weeks, 5 s a vote."""
    start = (np.arange(votes.n_participants) * GOLDEN % 1.0 * PERIOD).astype(np.int64)
    place = np.arange(votes.n_votes) - np.repeat(votes.indptr[:-1], votes.votes_per_participant)
    return np.asarray(FIRST_MOMENT + np.repeat(start, votes.votes_per_participant) + place * BETWEEN_VOTES)


def _write_polis_export(folder: Path, table: VoteTable) -> list[Path]:
    accepted = replace(table, statements=tuple(replace(s, moderation=Moderation.IN) for s in table.statements))
    export = PolisConversation(
        table=accepted,
        created=np.full(table.n_statements, FIRST_MOMENT, dtype=np.int64),
        cast=invent_times(table),
        topic="Invented conversation",
        description=INVENTED,
    )
    return [_write_rows(folder / made.name, made.head, made.rows) for made in polis_tables(export)]


def _write_parquet(path: Path, table: VoteTable) -> Path:
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as missing:
        raise OptionRejected("Parquet needs an extra package: pip install 'houvast[parquet]'.") from missing
    number = all(s.id.isdigit() for s in table.statements)
    ids = np.array([int(s.id) if number else s.id for s in table.statements])
    columns = {
        "participant": pa.array(table.participants[table.rows()]),
        "statement": pa.array(ids[table.statement]),
        "vote": pa.array(table.value),
    }
    pq.write_table(pa.table(columns), path, compression="zstd")
    return path


def _write_truth(folder: Path, table: VoteTable, truth: Truth, settings: dict[str, Any]) -> list[Path]:
    dimensions = [f"place_{d + 1}" for d in range(truth.place.shape[1])]
    people = zip(
        table.participants.tolist(),
        truth.group.tolist(),
        truth.in_brigade.tolist(),
        truth.style.tolist(),
        truth.pass_style.tolist(),
        *(["" if np.isnan(x) else x for x in column] for column in truth.place.T.tolist()),
        strict=True,
    )
    head = ["invented_participant", "group", "in_brigade", "style", "pass_style", *dimensions]
    about = {
        "invented": True,
        "note": INVENTED,
        "settings": settings,
        "groups": {
            "centre": truth.centre.tolist(),
            "spread": truth.spread.tolist(),
            "share": truth.shares.tolist(),
            "style_sd": truth.style_sd,
        },
        "statements": [
            {
                "id": s.id,
                "intercept": float(truth.intercept[j]),
                "slope": truth.slope[j].tolist(),
                "passing": float(truth.passing[j]),
            }
            for j, s in enumerate(table.statements)
        ],
    }
    other = folder / "truth.json"
    other.write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")
    return [_write_rows(folder / "truth.csv", head, people), other]


def _write_rows(path: Path, head: Sequence[Any], rows: Iterable[Sequence[Any]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(write_lines(head, rows))
    return path
