# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How do uploaded files become a folder that can be read? Flat names, a few known ends, and limits on everything."""

from __future__ import annotations

import gzip
import zipfile
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from houvast.domain.errors import FileRejected, Place

MOST_BYTES = 400_000_000  # unpacked, all files together
MOST_FILES = 50
MOST_RATIO = 200  # a real export packs ten to thirty times
CHUNK = 1 << 20
PACKED = ".gz"
ENDS = (".csv", f".csv{PACKED}")


@dataclass(frozen=True, slots=True)
class UploadedFile:
    """A file as it came in: the name it claims and its bytes."""

    name: str
    content: IO[bytes]


@dataclass(slots=True)
class _Room:
    """How many bytes may still be written."""

    left: int

    def take(self, size: int, name: str) -> None:
        self.left -= size
        if self.left < 0:
            raise FileRejected(
                Place(name), f"the files are more than {MOST_BYTES // 1_000_000} MB together", "Give a smaller export."
            )


def fill_folder(folder: Path, files: Sequence[UploadedFile]) -> None:
    """Write the CSV files among these, and those inside zip files, into an empty folder. FileRejected at trouble."""
    room = _Room(left=MOST_BYTES)
    if len(files) > MOST_FILES:
        raise FileRejected(Place(files[0].name), f"more than {MOST_FILES} files", "Give one conversation at a time.")
    for file in files:
        if zipfile.is_zipfile(file.content):
            file.content.seek(0)
            _unpack(folder, file, room)
        else:
            file.content.seek(0)
            _write(folder, file.name, file.content, room)


def _unpack(folder: Path, file: UploadedFile, room: _Room) -> None:
    try:
        with zipfile.ZipFile(file.content) as archive:
            members = [member for member in archive.infolist() if _is_wanted(member)]
            if len(members) > MOST_FILES:
                raise FileRejected(
                    Place(file.name), f"more than {MOST_FILES} files", "Give one conversation at a time."
                )
            for member in members:
                _check_member(file.name, member)
                with archive.open(member) as content:
                    _write(folder, member.filename, content, room)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, RuntimeError, OSError, ValueError, zlib.error) as broken:
        raise FileRejected(Place(file.name), "the zip file cannot be read", "Make or download it again.") from broken


def _is_wanted(member: zipfile.ZipInfo) -> bool:
    """A CSV file that no program of a Mac put there."""
    path = PurePosixPath(member.filename.replace("\\", "/"))
    hidden = any(part.startswith((".", "__")) for part in path.parts if part not in {".", ".."})
    return not member.is_dir() and not hidden and path.name.lower().endswith(ENDS)


def _check_member(archive: str, member: zipfile.ZipInfo) -> None:
    if member.flag_bits & 1:
        raise FileRejected(Place(archive), "the zip file has a password", "Give one without.")
    if member.file_size > MOST_BYTES or member.file_size > MOST_RATIO * max(member.compress_size, CHUNK):
        raise FileRejected(
            Place(archive), f"{flat_name(member.filename)} unpacks to far too much", "Make the zip again."
        )


def flat_name(name: str) -> str:
    """The last part of a name, whatever folders it claims."""
    return PurePosixPath(name.replace("\\", "/").replace("\0", "")).name


def _write(folder: Path, name: str, content: IO[bytes], room: _Room) -> None:
    """Packed files are unpacked here, so that what they hold is counted and not what they weigh."""
    plain = flat_name(name)
    if not plain.lower().endswith(ENDS):
        raise FileRejected(Place(plain), "this is neither a CSV file nor a zip file", "Give the files of an export.")
    is_packed = plain.lower().endswith(PACKED)
    place = folder / (plain[: -len(PACKED)] if is_packed else plain)
    if place.exists():
        raise FileRejected(Place(place.name), "two files have this name", "Give the files of one conversation.")
    with place.open("wb") as file:
        for chunk in _unpacked(plain, content) if is_packed else _chunks(content):
            room.take(len(chunk), plain)
            file.write(chunk)


def _unpacked(name: str, content: IO[bytes]) -> Iterable[bytes]:
    try:
        with gzip.GzipFile(fileobj=content) as unpacked:
            yield from _chunks(unpacked)
    except (OSError, EOFError, zlib.error) as broken:
        raise FileRejected(Place(name), "the packed file cannot be read", "Make or download it again.") from broken


def _chunks(content: IO[bytes] | gzip.GzipFile) -> Iterable[bytes]:
    while chunk := content.read(CHUNK):
        yield chunk
