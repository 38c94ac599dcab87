# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""An uploaded file comes to the disk under a plain name, from a zip or as it is, and never without end."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from houvast.exchange import area_upload
from houvast.exchange.area_record import AreaFileRejected
from houvast.exchange.area_upload import unpack_area_file


def packed(**members: bytes) -> io.BytesIO:
    """A zip; in the names _ stands for a dot and __ for a slash."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), data)
    return content


def test_a_file_comes_as_it_is(tmp_path: Path) -> None:
    place = unpack_area_file("wijkenbuurten_2026.gpkg", io.BytesIO(b"bytes"), folder=tmp_path)
    assert (place.name, place.read_bytes()) == ("areas-wijkenbuurten_2026.gpkg", b"bytes")


@pytest.mark.parametrize("name", ["../../a.csv", "C:\\x\\a.csv", "/etc/a.csv", "", "..", "x" * 400 + ".csv"])
def test_no_name_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    place = unpack_area_file(name, io.BytesIO(b"1"), folder=inside)
    assert place.resolve().parent == inside.resolve()
    assert [path.name for path in tmp_path.iterdir()] == ["inside"]


def test_the_one_file_in_a_zip(tmp_path: Path) -> None:
    content = packed(map__buurten_GPKG=b"inside", map__leesmij_txt=b"x", _b_csv=b"x")
    with zipfile.ZipFile(content, "a") as archive:
        archive.writestr("__MACOSX/a.csv", b"x")
    assert unpack_area_file("a.zip", content, folder=tmp_path).read_bytes() == b"inside"


@pytest.mark.parametrize("members", [{}, {"a_txt": b"1"}, {"a_csv": b"1", "b_gpkg": b"2"}])
def test_none_or_more_in_a_zip_is_refused(tmp_path: Path, members: dict[str, bytes]) -> None:
    with pytest.raises(AreaFileRejected, match="files with areas"):
        unpack_area_file("a.zip", packed(**members, more_md=b"x"), folder=tmp_path)


def test_a_bomb_does_not_go_off(tmp_path: Path) -> None:
    with pytest.raises(AreaFileRejected, match="far too much"):
        unpack_area_file("a.zip", packed(a_csv=b"0" * 250_000_000), folder=tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_zip_of_very_many_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AreaFileRejected, match="files with areas"):
        unpack_area_file("a.zip", packed(**{f"n{n}_txt": b"" for n in range(1001)}, a_csv=b"1"), folder=tmp_path)


def test_a_zip_whose_list_is_endless_is_refused_before_it_is_read(tmp_path: Path) -> None:
    content = packed(**{f"n{n}_txt": b"" for n in range(20_000)}, a_csv=b"1")
    with pytest.raises(AreaFileRejected, match="cannot be read"):
        unpack_area_file("a.zip", content, folder=tmp_path)


def test_there_is_a_limit_on_what_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(area_upload, "MOST_BYTES", 100)
    with pytest.raises(AreaFileRejected, match="larger than"):
        unpack_area_file("a.csv", io.BytesIO(b"0" * 101), folder=tmp_path)


@pytest.mark.parametrize("at", range(10, 129, 7))
def test_a_broken_zip_is_refused_or_no_zip(tmp_path: Path, at: int) -> None:
    whole = packed(a_csv=b"code;naam\n" * 30).getvalue()
    broken = whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :]
    try:
        place = unpack_area_file("a.zip", io.BytesIO(broken), folder=tmp_path)
    except AreaFileRejected:
        return
    assert place.exists()
