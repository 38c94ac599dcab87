# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which rows does a table have? Those that are not blank, each with its line; one of a wrong width is refused."""

from __future__ import annotations

from collections.abc import Iterator

from houvast.domain.errors import FileRejected
from houvast.exchange.delimited_text import Header, read_chunks


def whole_rows(header: Header) -> Iterator[tuple[int, list[str]]]:
    """(line, cells) of each row; FileRejected where it is not as wide as the header."""
    for line, row in _filled_rows(header):
        if len(row) != len(header.names):
            raise FileRejected(
                header.place(line=line),
                f"the row has {len(row)} cells and the header has {len(header.names)}",
                "Check its separators and quotes.",
            )
        yield line, row


def padded_rows(header: Header) -> Iterator[tuple[int, list[str]]]:
    """(line, cells) of each row, a short one filled up with empty cells; FileRejected where cells stick out."""
    width = len(header.names)
    for line, row in _filled_rows(header):
        if any(map(str.strip, row[width:])):
            raise FileRejected(
                header.place(line=line),
                f"this row has more cells than the header ({len(row)} against {width})",
                "Put a text that holds the separator between double quotes.",
            )
        yield line, [*row[:width], *[""] * (width - len(row))]


def _filled_rows(header: Header) -> Iterator[tuple[int, list[str]]]:
    for chunk in read_chunks(header):
        yield from ((line, row) for line, row in chunk.numbered() if any(map(str.strip, row)))
