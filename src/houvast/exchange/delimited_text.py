# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How is separated text read? In chunks of rows, each with the line it starts on; never the whole file at once.

A file is read from the disk, or from bytes in memory where it may not touch the disk (those are never unpacked).
Handled: gzip (by its first bytes), UTF-8 with or without BOM, UTF-16 with BOM, line ends LF, CRLF and CR, separators
comma, semicolon and tab, quoted line breaks, Excel's "sep=;" line and blank lines. Anything else is one clear error.
"""

from __future__ import annotations

import csv
import gzip
import io
import re
import zlib
from codecs import getincrementaldecoder
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import BinaryIO, cast

from houvast.domain.errors import FileRejected, Place
from houvast.exchange.row_faults import shorten

SEPARATORS = (",", ";", "\t")
CELLS_PER_CHUNK = 32_000
MIN_ROWS_PER_CHUNK = 64
MAX_HEADER = 1 << 24
_LINE_END = re.compile(r"\r\n|\r|\n")
_EXCEL_HINT = re.compile(r"sep=(.)[\r\n]*\Z", re.IGNORECASE)
_BLOCK = 1 << 16


@dataclass(frozen=True, slots=True)
class Header:
    """The first row of a file: names per column, the lines it takes up to and including last_line, and the dialect.

    content: the bytes of a file that is in memory only; path is then its name.
    """

    path: str
    names: tuple[str, ...]
    line: int
    last_line: int
    separator: str
    encoding: str
    content: bytes | None = field(default=None, repr=False)

    def place(self, column: int | None = None, line: int | None = None) -> Place:
        """The place of a 0-based column on a line (default: the header itself)."""
        at = self.line if line is None else line
        if column is None:
            return Place(self.path, at)
        name = self.names[column] if column < len(self.names) else ""
        return Place(self.path, at, column + 1, name[:60] or None)


@dataclass(frozen=True, slots=True)
class Chunk:
    """Consecutive rows; first_line is the 1-based line on which the first one starts."""

    rows: list[list[str]]
    first_line: int

    def line_of(self, index: int) -> int:
        """The line on which row `index` starts, counting line breaks inside quoted cells."""
        return self.first_line + index + sum(_line_breaks(row) for row in self.rows[:index])

    def numbered(self) -> Iterator[tuple[int, list[str]]]:
        """Each row with the line on which it starts."""
        line = self.first_line
        for row in self.rows:
            yield line, row
            line += 1 + _line_breaks(row)


def _line_breaks(row: list[str]) -> int:
    return sum(len(_LINE_END.findall(cell)) for cell in row if "\n" in cell or "\r" in cell)


def read_start(path: str, size: int) -> bytes:
    """The first bytes as they stand on the disk."""
    try:
        with Path(path).open("rb") as stream:
            return stream.read(size)
    except OSError as error:
        raise FileRejected(
            Place(path), f"the file cannot be opened ({error.strerror})", "Check its name and rights."
        ) from error


def _open(path: str, content: bytes | None) -> BinaryIO:
    """The bytes of a file; on the disk it may be gzip."""
    if content is not None:
        return io.BytesIO(content)
    packed = read_start(path, 2) == b"\x1f\x8b"
    return cast(BinaryIO, gzip.open(path, "rb")) if packed else Path(path).open("rb")


@contextmanager
def _reading(path: str, content: bytes | None) -> Iterator[None]:
    """Turns what can go wrong with bytes into one clear error."""
    try:
        yield
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise FileRejected(
            Place(path), f"the gzip file is damaged or cut off ({error})", "Make or download it again."
        ) from error
    except UnicodeError as error:
        line = find_undecodable_line(path, content=content)
        raise FileRejected(
            Place(path, line),
            "the text is not UTF-8 (often it is Windows-1252, from an older Excel)",
            'Save the file again as "CSV UTF-8".',
        ) from error
    except OSError as error:
        raise FileRejected(
            Place(path), f"the file cannot be read ({error.strerror})", "Check the disk and its rights."
        ) from error


def find_undecodable_line(path: str, *, content: bytes | None = None) -> int:
    """The 1-based line that holds the first byte that does not decode."""
    lines, last = 1, ""
    with _open(path, content) as stream:
        decoder = getincrementaldecoder(_encoding_of(stream.read(4)))()
        stream.seek(0)
        while block := stream.read(_BLOCK):
            try:
                text = decoder.decode(block)
            except UnicodeDecodeError as error:
                text = error.object[: error.start].decode(error.encoding, errors="ignore")
                block = b""
            lines += len(_LINE_END.findall(text)) - (last == "\r" and text.startswith("\n"))
            last = text[-1:] or last
            if not block:
                break
    return lines


def _encoding_of(start: bytes) -> str:
    return "utf-16" if start[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"


def read_header(path: str, *, content: bytes | None = None) -> Header:
    """The names in the first row, and how the file is written. FileRejected when there is no readable header.

    content: the bytes of a file that is in memory only; path is then its name.
    """
    with _reading(path, content), _open(path, content) as stream:
        start = stream.read(_BLOCK)
        _refuse_binary(path, start)
        stream.seek(0)
        encoding = _encoding_of(start)
        with io.TextIOWrapper(stream, encoding=encoding, newline="") as text:
            separator, line, record, last_line = _header_record(path, text)
            row = text.readline(MAX_HEADER)
    separator = separator or _find_separator(path, record, row, line)
    names = tuple(name.strip() for name in _split(path, record, separator, line))
    return Header(path, names, line, last_line, separator, encoding, content)


def _refuse_binary(path: str, start: bytes) -> None:
    if not start:
        raise FileRejected(Place(path), "the file is empty", "Give a file with a header row and rows.")
    if b"\0" in start and _encoding_of(start) != "utf-16":
        raise FileRejected(
            Place(path),
            "this is not a text file (it holds bytes that text never has)",
            "Give a CSV file, or another kind of file that is read here; save a spreadsheet as CSV first.",
        )


def _header_record(path: str, text: io.TextIOWrapper) -> tuple[str, int, str, int]:
    """(separator told by a sep= line, first line of the header, its text, its last line)."""
    number, told, record, first = 0, "", "", 0
    while piece := text.readline(MAX_HEADER):
        number += 1
        if not record and (hint := _EXCEL_HINT.match(piece)) and not told:
            told = hint.group(1)
            continue
        if not record and not piece.strip():
            continue
        first = first or number
        record += piece
        if len(record) >= MAX_HEADER:
            raise FileRejected(Place(path, first), "the header row does not end", "Check the line ends and quotes.")
        if record.count('"') % 2 == 0:
            return told, first, record, number
    if record:
        raise FileRejected(Place(path, first), "a quote opened in the header is never closed", "Close the quote.")
    raise FileRejected(Place(path), "the file holds no text", "Give a file with a header row and rows.")


def _find_separator(path: str, record: str, row: str, line: int) -> str:
    """The separator that gives the first row as many cells as the header, and of those the one with most cells."""
    counts = {separator: len(_split(path, record, separator, line, strict=False)) for separator in SEPARATORS}
    fits = {
        separator: count
        for separator, count in counts.items()
        if count > 1 and len(_split(path, row, separator, line, strict=False)) == count
    }
    counts = fits or counts
    best = max(counts.values())
    leaders = [separator for separator, count in counts.items() if count == best]
    if best > 1 and len(leaders) > 1:
        raise FileRejected(
            Place(path, line),
            "two separators fit the header equally well",
            "Put column names that hold a comma or semicolon between double quotes.",
        )
    return leaders[0]


def _split(path: str, record: str, separator: str, line: int, *, strict: bool = True) -> list[str]:
    try:
        return next(csv.reader(io.StringIO(record, newline=""), delimiter=separator, strict=strict), [])
    except (csv.Error, TypeError) as error:
        raise FileRejected(Place(path, line), f"the header cannot be read ({error})", "Check its quotes.") from error


def read_chunks(header: Header) -> Iterator[Chunk]:
    """The rows under the header, in chunks. A broken quote is an error at the row it starts in, also when lenient."""
    size = max(MIN_ROWS_PER_CHUNK, CELLS_PER_CHUNK // max(len(header.names), 1))
    with (
        _reading(header.path, header.content),
        _open(header.path, header.content) as stream,
        io.TextIOWrapper(stream, encoding=header.encoding, newline="") as text,
    ):
        for _ in range(header.last_line):
            text.readline()
        reader = csv.reader(text, delimiter=header.separator, strict=True)
        done = 0
        while rows := _next_rows(reader, size, header, done):
            yield Chunk(rows, header.last_line + done + 1)
            done = reader.line_num


def _next_rows(reader: Iterator[list[str]], size: int, header: Header, done: int) -> list[list[str]]:
    rows: list[list[str]] = []
    try:
        rows.extend(islice(reader, size))
    except csv.Error as error:
        line = Chunk(rows, header.last_line + done + 1).line_of(len(rows))
        raise FileRejected(
            header.place(line=line),
            f"the row that starts here cannot be split into cells ({_explain(error)})",
            "Close every quote, and write a quote inside a quoted cell twice.",
        ) from error
    return rows


def _explain(error: csv.Error) -> str:
    text = str(error)
    if "unexpected end" in text or "field larger" in text:
        return "a quote is opened and never closed"
    if "expected after" in text:
        return "text follows a closing quote"
    return shorten(text, 80)
