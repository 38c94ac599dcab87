# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which rows does a table have? Those that are not blank, each as wide as the header; others reject the file."""

from __future__ import annotations

from collections.abc import Iterator

from houvast.domain.errors import FileRejected
from houvast.exchange.delimited_text import Header, read_chunks


def whole_rows(header: Header) -> Iterator[tuple[int, list[str]]]:
    """(line, cells) of each row that is not blank."""
    for chunk in read_chunks(header):
        for at, row in enumerate(chunk.rows):
            if not any(map(str.strip, row)):
                continue
            if len(row) != len(header.names):
                raise FileRejected(
                    header.place(line=chunk.line_of(at)),
                    f"the row has {len(row)} cells and the header has {len(header.names)}",
                    "Check its separators and quotes.",
                )
            yield chunk.line_of(at), row
