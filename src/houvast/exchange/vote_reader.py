# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which input is this? Reads votes from a Polis export, a matrix or a long table, without being told which."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from houvast.domain.errors import FileRejected, Place
from houvast.exchange.column_names import TableKind, find_kind
from houvast.exchange.delimited_text import read_header, read_start
from houvast.exchange.long_table import read_long_table
from houvast.exchange.parquet_votes import PARQUET_MAGIC, read_parquet_votes
from houvast.exchange.polis_export import read_export_file, read_export_folder
from houvast.exchange.vote_input import VoteInput
from houvast.exchange.vote_matrix import read_vote_matrix

_NO_VOTES = {
    TableKind.POLIS_COMMENTS: "this file holds the statements and no votes",
    TableKind.POLIS_SUMMARY: "this file holds the summary and no votes",
}


@contextmanager
def _without_collector() -> Iterator[None]:
    """Many small lists without cycles are made at once: looking for cycles in them would take half of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def read_votes(path: str | os.PathLike[str], *, lenient: bool = False) -> VoteInput:
    """Read votes from a file or a Polis export folder.

    Strict (the default): the first broken row raises FileRejected with file, line, column and what to do.
    Lenient: broken rows are left out; `facts` says how many and which.
    """
    with _without_collector():
        return _read(os.fspath(path), lenient=lenient)


def _read(place: str, *, lenient: bool) -> VoteInput:
    if not Path(place).exists():
        raise FileRejected(Place(place), "there is no such file or folder", "Check the path.")
    if Path(place).is_dir():
        return read_export_folder(place, lenient=lenient)
    if read_start(place, len(PARQUET_MAGIC)) == PARQUET_MAGIC:
        return read_parquet_votes(place, lenient=lenient)
    return _read_text(place, lenient=lenient)


def _read_text(path: str, *, lenient: bool) -> VoteInput:
    header = read_header(path)
    kind = find_kind(header.names, header.place())
    if kind in _NO_VOTES:
        raise FileRejected(Place(path), _NO_VOTES[kind], "Give the folder it is in, or the file with the votes.")
    if kind in (TableKind.POLIS_VOTES, TableKind.POLIS_PARTICIPANTS):
        return read_export_file(header, kind, lenient=lenient)
    if kind is TableKind.MATRIX:
        return read_vote_matrix(header, kind, lenient=lenient)
    return read_long_table(header, kind, lenient=lenient)
