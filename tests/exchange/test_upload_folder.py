# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import gzip
import io
import struct
import zipfile
from pathlib import Path

import pytest

from houvast.domain.errors import FileRejected
from houvast.exchange import upload_folder
from houvast.exchange.upload_folder import UploadedFile, fill_folder


def packed(**members: bytes) -> io.BytesIO:
    """A zip; in the names __ stands for a slash and _ for a dot."""
    return packed_names({name.replace("__", "/").replace("_", "."): data for name, data in members.items()})


def packed_names(members: dict[str, bytes]) -> io.BytesIO:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return content


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*"))


def test_folders_inside_are_left_behind(tmp_path: Path) -> None:
    fill_folder(tmp_path, [UploadedFile("a.zip", packed(export__votes_csv=b"1", export__notes_txt=b"2"))])
    assert names(tmp_path) == ["votes.csv"]


@pytest.mark.parametrize("name", ["../../votes.csv", "/etc/votes.csv", "..\\..\\votes.csv", "C:\\votes.csv"])
def test_no_name_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    fill_folder(inside, [UploadedFile("a.zip", packed_names({name: b"1"}))])
    assert names(tmp_path) == ["inside", "votes.csv"]
    assert (inside / "votes.csv").exists()
    (inside / "votes.csv").unlink()
    fill_folder(inside, [UploadedFile(name, io.BytesIO(b"1"))])
    assert (inside / "votes.csv").exists()


def test_hidden_files_and_those_of_a_mac_are_left_out(tmp_path: Path) -> None:
    members = {"__MACOSX/votes.csv": b"1", ".hidden.csv": b"2", "comments.csv": b"3"}
    fill_folder(tmp_path, [UploadedFile("a.zip", packed_names(members))])
    assert names(tmp_path) == ["comments.csv"]


def test_a_bomb_does_not_go_off(tmp_path: Path) -> None:
    bomb = packed_names({"votes.csv": b"0" * 250_000_000})
    with pytest.raises(FileRejected, match="far too much"):
        fill_folder(tmp_path, [UploadedFile("a.zip", bomb)])
    assert names(tmp_path) == []


def test_what_is_written_is_counted_whatever_the_zip_claims(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upload_folder, "MOST_BYTES", 1000)
    with pytest.raises(FileRejected, match="MB together"):
        fill_folder(tmp_path, [UploadedFile(f"{n}.csv", io.BytesIO(b"0" * 600)) for n in range(2)])


def test_packed_files_are_unpacked_and_counted_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = gzip.compress(b"0" * 5_000)
    fill_folder(tmp_path, [UploadedFile("votes.csv.gz", io.BytesIO(content))])
    fill_folder(tmp_path, [UploadedFile("a.zip", packed_names({"comments.csv.gz": content}))])
    assert names(tmp_path) == ["comments.csv", "votes.csv"]
    assert (tmp_path / "votes.csv").read_bytes() == b"0" * 5_000
    with pytest.raises(FileRejected, match="two files"):
        fill_folder(tmp_path, [UploadedFile("votes.csv", io.BytesIO(b"1"))])
    monkeypatch.setattr(upload_folder, "MOST_BYTES", 4_000)
    assert len(content) < 4_000
    for name, bomb in (("b.csv.gz", io.BytesIO(content)), ("b.zip", packed_names({"c.csv.gz": content}))):
        with pytest.raises(FileRejected, match="MB together"):
            fill_folder(tmp_path, [UploadedFile(name, bomb)])


@pytest.mark.parametrize("broken", ["another kind", "cut off"])
def test_what_is_not_packed_well_is_refused(tmp_path: Path, broken: str) -> None:
    content = b"not packed at all" if broken == "another kind" else gzip.compress(b"0" * 99)[:-9]
    with pytest.raises(FileRejected, match="packed file"):
        fill_folder(tmp_path, [UploadedFile("votes.csv.gz", io.BytesIO(content))])


@pytest.mark.parametrize("damage", ["truncated", "garbage", "method"])
def test_a_broken_zip_is_said_to_be_broken(tmp_path: Path, damage: str) -> None:
    data = packed_names({"votes.csv": bytes(range(256)) * 50}).getvalue()
    if damage == "truncated":
        data = data[:40] + data[-200:]
    elif damage == "garbage":
        data = data[:45] + b"\xff" * 60 + data[105:]
    else:
        at = data.index(b"PK\x01\x02") + 10
        data = data[:at] + struct.pack("<H", 99) + data[at + 2 :]
    with pytest.raises(FileRejected):
        fill_folder(tmp_path, [UploadedFile("a.zip", io.BytesIO(data))])


def test_a_password_a_double_name_another_kind_and_too_many_are_refused(tmp_path: Path) -> None:
    data = bytearray(packed_names({"votes.csv": b"1"}).getvalue())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    twice = packed_names({"a/votes.csv": b"1", "b/votes.csv": b"2"})
    many = packed_names({f"{n}.csv": b"1" for n in range(60)})
    for at, (name, content, message) in enumerate(
        [
            ("a.zip", io.BytesIO(bytes(data)), "password"),
            ("a.zip", twice, "two files"),
            ("a.exe", io.BytesIO(b"MZ"), "neither"),
            ("a.zip", many, "more than 50"),
        ]
    ):
        folder = tmp_path / str(at)
        folder.mkdir()
        with pytest.raises(FileRejected, match=message):
            fill_folder(folder, [UploadedFile(name, content)])
    with pytest.raises(FileRejected, match="more than 50"):
        fill_folder(tmp_path, [UploadedFile("a.csv", io.BytesIO(b"1"))] * 51)
