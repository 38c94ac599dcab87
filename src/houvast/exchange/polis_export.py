# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How is a Polis export read? comments.csv with votes.csv, or with participants-votes.csv when there is no votes.csv.

Newer exports put the report's name before these names ("…-votes.csv") and write participant-votes.csv; all of them
may be gzipped.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from houvast.domain.errors import FileRejected, Place
from houvast.domain.input_facts import InputFacts
from houvast.engine.landscape.vote_table import VoteTable
from houvast.exchange.column_names import TableKind, find_kind, normalise
from houvast.exchange.delimited_text import Header, read_chunks, read_header
from houvast.exchange.long_table import finish_long_table, read_long_rows, report_faults, usable_rows
from houvast.exchange.polis_comments import Comments, read_comments, read_title
from houvast.exchange.row_faults import Fault, RowFaults
from houvast.exchange.vote_input import VoteInput
from houvast.exchange.vote_matrix import NO_GROUP, explain_group, finish_matrix, read_group, read_matrix_rows

_NAMES = {
    "comments": ("comments.csv",),
    "matrix": ("participants-votes.csv", "participant-votes.csv"),
    "votes": ("votes.csv",),
    "summary": ("summary.csv",),
}
_KINDS = {
    "comments": (TableKind.POLIS_COMMENTS,),
    "matrix": (TableKind.POLIS_PARTICIPANTS,),
    "votes": (TableKind.POLIS_VOTES, TableKind.POLIS_DATABASE),
}


@dataclass(frozen=True, slots=True)
class ExportFiles:
    """The paths of the files of one export, None where it has no such file."""

    comments: str | None = None
    votes: str | None = None
    matrix: str | None = None
    summary: str | None = None


def find_export_files(folder: str) -> ExportFiles:
    """The files of an export in a folder. FileRejected when two files could each be the same one."""
    found: dict[str, str] = {}
    try:
        names = sorted(entry.name for entry in Path(folder).iterdir() if entry.is_file())
    except OSError as error:
        raise FileRejected(
            Place(folder), f"the folder cannot be read ({error.strerror})", "Check its rights."
        ) from error
    for name in names:
        role = _role_of(name)
        if role is None:
            continue
        if role in found:
            raise FileRejected(
                Place(folder),
                f"the folder holds {Path(found[role]).name} and {name}, which could each be the {role}",
                "Keep the files of one conversation in a folder, or give the path of one file.",
            )
        found[role] = str(Path(folder) / name)
    return ExportFiles(**found)


def _role_of(name: str) -> str | None:
    plain = name.lower().removesuffix(".gz")
    for role, endings in _NAMES.items():
        if any(plain == ending or plain.endswith(f"-{ending}") for ending in endings):
            return role
    return None


def read_export_folder(folder: str, *, lenient: bool) -> VoteInput:
    """The votes of an export folder."""
    files = find_export_files(folder)
    if files.votes is None and files.matrix is None:
        what = "the folder has comments.csv and no votes" if files.comments else "the folder holds no Polis export"
        raise FileRejected(
            Place(folder),
            what,
            "Give a folder with comments.csv and votes.csv (or participants-votes.csv), or one file.",
        )
    return read_export(files, lenient=lenient)


def read_export(files: ExportFiles, *, lenient: bool) -> VoteInput:
    """The votes of these files; votes.csv goes before the matrix, which then only gives the published groups."""
    faults = RowFaults(lenient)
    comments = Comments(()) if files.comments is None else read_comments(_checked(files.comments, "comments"), faults)
    title = "" if files.summary is None else read_title(files.summary)
    if files.votes is not None:
        return _read_votes(files.votes, files.matrix, comments, title, faults)
    header = read_header(_checked(files.matrix or "", "matrix"))
    reader = read_matrix_rows(header, TableKind.POLIS_PARTICIPANTS, faults)
    found = finish_matrix(reader, TableKind.POLIS_PARTICIPANTS, comments.statements, title)
    return replace(found, facts=replace(found.facts, notes=(*comments.notes, *found.facts.notes)))


def _checked(path: str, role: str) -> str:
    header = read_header(path)
    if find_kind(header.names, header.place()) not in _KINDS[role]:
        raise FileRejected(
            header.place(), f"by its columns this is not the {role} of a Polis export", "Download the export again."
        )
    return path


def _read_votes(path: str, matrix: str | None, comments: Comments, title: str, faults: RowFaults) -> VoteInput:
    header = read_header(_checked(path, "votes"))
    is_database = find_kind(header.names, header.place()) is TableKind.POLIS_DATABASE
    reader = read_long_rows(header, faults, agree_is_minus=is_database)
    groups = {} if matrix is None else read_groups(_checked(matrix, "matrix"), faults)
    unused = reader.columns.unused
    notes = (*comments.notes, *((f"Columns not used: {', '.join(unused)}.",) if unused else ()))
    facts = InputFacts(format="polis export", sign=reader.votes.sign(), title=title, notes=notes)
    found = finish_long_table(reader, facts, comments.statements)
    return replace(found, published_groups=None if matrix is None else _align_groups(found.table, groups))


def _align_groups(table: VoteTable, groups: dict[str, int]) -> NDArray[np.int64]:
    ids: Iterable[object] = table.participants.tolist()
    return np.array([groups.get(str(name), NO_GROUP) for name in ids], dtype=np.int64)


def read_groups(path: str, faults: RowFaults) -> dict[str, int]:
    """The published group of each participant in a participants-votes.csv."""
    header = read_header(path)
    plain = [normalise(name) for name in header.names]
    person, group = plain.index("participant"), plain.index("group-id")
    groups: dict[str, int] = {}
    for chunk in read_chunks(header):
        broken: list[Fault] = []
        rows, at = usable_rows(chunk, len(header.names), broken)
        for i, row in enumerate(rows):
            value = read_group(row[group])
            if value < NO_GROUP:
                broken.append(Fault(i if at is None else at[i], group, *explain_group(row[group])))
            else:
                groups[row[person].strip()] = value
        report_faults(broken, chunk, header, faults)
    return groups


def read_export_file(header: Header, kind: TableKind, *, lenient: bool) -> VoteInput:
    """One file of an export, with the comments and summary beside it when they are there."""
    beside = find_export_files(str(Path(header.path).parent)) if _role_of(Path(header.path).name) else ExportFiles()
    if kind is TableKind.POLIS_PARTICIPANTS:
        return read_export(replace(beside, votes=None, matrix=header.path), lenient=lenient)
    return read_export(replace(beside, votes=header.path), lenient=lenient)
