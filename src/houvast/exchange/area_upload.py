# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How does an uploaded file of areas come to the disk? As it is, or as the one file in a zip; with limits on both."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from houvast.exchange.area_record import AreaFileRejected
from houvast.exchange.upload_folder import flat_name

MOST_BYTES = 700_000_000  # unpacked; the file of the whole country is some 300 MB
MOST_MEMBERS = 1_000
MOST_RATIO = 200
LONGEST_LIST = 1_000_000  # bytes of the list of members; reading it takes some fifteen times as much memory
END_OF_ZIP = b"PK\5\6"
CHUNK = 1 << 20
ENDS = (".gpkg", ".geojson", ".json", ".csv")
BROKEN = (zipfile.BadZipFile, NotImplementedError, EOFError, RuntimeError, OSError, ValueError, zlib.error)


def unpack_area_file(name: str, content: IO[bytes], *, folder: Path) -> Path:
    """The file with areas, written into an empty folder; the end of its name is its own."""
    if not zipfile.is_zipfile(content):
        content.seek(0)
        return _write(folder, name, content)
    _refuse_long_list(content)
    content.seek(0)
    try:
        with zipfile.ZipFile(content) as archive:
            member = _only_member(archive)
            with archive.open(member) as inside:
                return _write(folder, member.filename, inside)
    except AreaFileRejected:
        raise
    except BROKEN as error:
        raise AreaFileRejected("The zip file cannot be read. Make or download it again.") from error


def _refuse_long_list(content: IO[bytes]) -> None:
    """The end of a zip says how long its list of members is; that is read as a whole before anything can be counted."""
    content.seek(max(0, content.seek(0, 2) - 66_000))
    tail = content.read()
    end = tail[tail.rfind(END_OF_ZIP) :]
    if len(end) < 16 or int.from_bytes(end[12:16], "little") > LONGEST_LIST:
        raise AreaFileRejected("The zip file cannot be read. Make or download it again.")


def _only_member(archive: zipfile.ZipFile) -> zipfile.ZipInfo:
    everything = archive.infolist()
    found = [member for member in everything[:MOST_MEMBERS] if _is_wanted(member.filename)]
    if len(found) != 1 or len(everything) > MOST_MEMBERS:
        raise AreaFileRejected(
            "The zip file holds {n} files with areas. Give a zip with one GeoPackage, GeoJSON or CSV file.",
            n=len(found),
        )
    member = found[0]
    if member.flag_bits & 1:
        raise AreaFileRejected("The zip file has a password. Give one without.")
    if member.file_size > min(MOST_BYTES, MOST_RATIO * max(member.compress_size, CHUNK)):
        raise AreaFileRejected("The zip file unpacks to far too much. Make it again.")
    return member


def _is_wanted(name: str) -> bool:
    plain = flat_name(name)
    return plain.lower().endswith(ENDS) and not plain.startswith(".") and not name.startswith("__MACOSX")


def _write(folder: Path, name: str, content: IO[bytes]) -> Path:
    place = folder / f"areas-{flat_name(name)[-80:]}"
    left = MOST_BYTES
    with place.open("wb") as file:
        for part in _parts(content):
            left -= len(part)
            if left < 0:
                raise AreaFileRejected("The file is larger than {most} MB.", most=MOST_BYTES // 1_000_000)
            file.write(part)
    return place


def _parts(content: IO[bytes]) -> Iterator[bytes]:
    while part := content.read(CHUNK):
        yield part
