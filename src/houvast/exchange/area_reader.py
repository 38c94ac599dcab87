# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which areas does a file bring for one municipality, how do they hang together, and which of them touch?

The kind of file is seen by its first bytes, not by its name. Areas of one's own (E-…) come along whatever the
municipality. A whole that the file names but does not draw is made of its parts.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from houvast.domain.area import AreaKind, is_area_code, kind_of, municipality_code, parent_code
from houvast.exchange.area_columns import find_year
from houvast.exchange.area_csv import read_area_csv
from houvast.exchange.area_geojson import read_geojson
from houvast.exchange.area_geopackage import MAGIC, read_geopackage
from houvast.exchange.area_record import AreaFileRejected, AreaRecord, Outline

SHOWN = 12
MOST_AREAS = 3_000  # the largest municipality has some 600


@dataclass(frozen=True, slots=True)
class ReadArea:
    """An area to keep. parent: its code, None where the file knows none. centre: longitude and latitude."""

    code: str
    kind: AreaKind
    name: str
    parent: str | None
    inhabitants: int | None
    neighbours: tuple[str, ...]
    centre: tuple[float, float] | None
    outline: dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class ReadAreas:
    """What a file brings. municipality: its code, None where all areas are one's own. year: of the codes, if known."""

    municipality: str | None
    year: int | None
    areas: tuple[ReadArea, ...]


def read_area_file(path: Path, *, municipality: str = "") -> ReadAreas:
    """The areas of one municipality, wholes before parts. AreaFileRejected where the file cannot be used.

    municipality: its code, such as GM0000; empty where the file is about one.
    """
    records = _read(path)
    _refuse_twice(records)
    chosen = _choose(records, municipality.strip().upper())
    wanted = [r for r in records if kind_of(r.code) is AreaKind.OWN or municipality_code(r.code) == chosen]
    if len(wanted) > MOST_AREAS:
        raise AreaFileRejected("There are more than {most} areas of one municipality in it.", most=MOST_AREAS)
    year = _year(wanted) or find_year(path.name)
    everything = _with_wholes(wanted)
    return ReadAreas(chosen, year, tuple(_finish(everything)))


def _read(path: Path) -> tuple[AreaRecord, ...]:
    with path.open("rb") as file:
        start = file.read(64)
    text = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(MAGIC):
        records = read_geopackage(path)
    elif text.startswith((b"{", b"[")):
        records = read_geojson(path)
    elif text.startswith(b"<"):
        raise AreaFileRejected("This is a web page, not a file with areas. Download the file itself.")
    else:
        records = read_area_csv(path)
    if not records:
        raise AreaFileRejected("There are no areas in this file.")
    return records


def _refuse_twice(records: Iterable[AreaRecord]) -> None:
    seen: set[str] = set()
    for record in records:
        if record.code in seen:
            raise AreaFileRejected("{code} is in the file twice. Keep one of them.", code=record.code)
        seen.add(record.code)


def _choose(records: Sequence[AreaRecord], asked: str) -> str | None:
    """The municipality to read: the one asked for, or the only one."""
    found = _municipalities(records)
    if asked and (not is_area_code(asked) or asked not in found):
        raise AreaFileRejected(
            "{asked} is not in this file. In it are: {found}.", asked=asked[:20], found=_list(found) or "–"
        )
    if not asked and len(found) > 1:
        raise AreaFileRejected(
            "The file holds {n} municipalities. Choose yours by its code. In it are: {found}.",
            n=len(found),
            found=_list(found),
        )
    return asked or next(iter(found), None)


def _municipalities(records: Iterable[AreaRecord]) -> dict[str, str]:
    """The codes of the municipalities with their names where those are known."""
    found: dict[str, str] = {}
    for record in records:
        code = municipality_code(record.code)
        if code is not None:
            named = {record.code: record.name, **dict(record.wholes)}
            found[code] = found.get(code) or named.get(code, "")
    return dict(sorted(found.items()))


def _list(found: Mapping[str, str]) -> str:
    shown = ", ".join(f"{code} {name}".strip() for code, name in list(found.items())[:SHOWN])
    return shown + (" …" if len(found) > SHOWN else "")


def _year(records: Iterable[AreaRecord]) -> int | None:
    years = {record.year for record in records if record.year is not None}
    if len(years) > 1:
        raise AreaFileRejected(
            "The file mixes the codes of {years}. Give one year.", years=", ".join(map(str, sorted(years)))
        )
    return next(iter(years), None)


def _with_wholes(records: Sequence[AreaRecord]) -> dict[str, tuple[AreaRecord, list[AreaRecord]]]:
    """By code each area with the records that draw it: itself, or the parts of a whole that is only named."""
    found = {record.code: (record, [record]) for record in records}
    for record in records:
        for code, name in record.wholes:
            made, parts = found.setdefault(code, (AreaRecord(code, name, record.year), []))
            if made not in parts:
                parts.append(record)
    return found


def _finish(found: Mapping[str, tuple[AreaRecord, list[AreaRecord]]]) -> Iterable[ReadArea]:
    from houvast.exchange.area_outline import shape_areas

    for kind in AreaKind:
        ours = {code: pair for code, pair in sorted(found.items()) if kind_of(code) is kind}
        drawn: dict[str, list[Outline]] = {code: [p.outline() for p in parts] for code, (_r, parts) in ours.items()}
        shapes = shape_areas(drawn)
        for code, (record, _parts) in ours.items():
            shape = shapes.get(code)
            yield ReadArea(
                code=code,
                kind=kind,
                name=record.name,
                parent=_parent(code, found.keys()),
                inhabitants=record.inhabitants,
                neighbours=shape.neighbours if shape else (),
                centre=shape.centre if shape else None,
                outline=shape.outline if shape else None,
            )


def _parent(code: str, known: Container[str]) -> str | None:
    """The nearest whole that is known."""
    if kind_of(code) is AreaKind.OWN:
        return None
    wholes = (parent_code(code), municipality_code(code))
    return next((whole for whole in wholes if whole and whole != code and whole in known), None)
