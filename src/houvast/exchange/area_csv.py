# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which areas are in a table of codes and names? Without outlines, so without neighbours."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from houvast.domain.errors import FileRejected
from houvast.exchange.area_columns import AreaColumns, find_columns, read_record
from houvast.exchange.area_record import AreaFileRejected, AreaRecord, check_rows
from houvast.exchange.column_names import list_names
from houvast.exchange.delimited_text import Header, read_chunks, read_header


def read_area_csv(path: Path) -> tuple[AreaRecord, ...]:
    """All areas in the table."""
    try:
        header = read_header(str(path))
        columns = find_columns(header.names)
        if columns is None:
            raise AreaFileRejected(
                "No column holds the codes of areas. The columns are: {columns}. Name one column code and one naam.",
                columns=list_names(header.names),
            )
        return tuple(_records(header, columns))
    except FileRejected as error:
        raise AreaFileRejected("This table cannot be read. {what}. {now}", what=error.what, now=error.now) from error


def _records(header: Header, columns: AreaColumns) -> Iterator[AreaRecord]:
    number = 0
    for chunk in read_chunks(header):
        for cells in chunk.rows:
            number += 1
            check_rows(number)
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) != len(header.names):
                raise AreaFileRejected(
                    "Row {row} has {found} cells and the first row {wanted}. Mend that row.",
                    row=number,
                    found=len(cells),
                    wanted=len(header.names),
                )
            record = read_record(columns, dict(zip(header.names, cells, strict=True)), number=number)
            if record is not None:
                yield record
