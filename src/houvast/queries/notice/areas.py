# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which areas are there, which lie in which, and when did they last come in from a file?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from houvast.domain.area import AreaKind
from houvast.domain.errors import NotFound
from houvast.store.models import Area, AuditRecord


@dataclass(frozen=True, slots=True)
class AreaLine:
    """An area in a list. parent: a code. neighbours: names. year, inhabitants: None where unknown."""

    identity: int
    code: str
    name: str
    kind: AreaKind
    parent: str
    parent_name: str
    year: int | None
    inhabitants: int | None
    neighbours: tuple[str, ...]
    has_outline: bool
    ended_at: date | None


@dataclass(frozen=True, slots=True)
class DistrictBlock:
    """A whole with its parts: a district with its neighbourhoods, or a municipality with what lies in no district."""

    whole: AreaLine
    parts: tuple[AreaLine, ...]


@dataclass(frozen=True, slots=True)
class LastImport:
    """When areas last came in from a file, and what came of it. year: 0 where unknown."""

    at: datetime
    year: int
    new: int
    changed: int
    ended: int
    same: int


@dataclass(frozen=True, slots=True)
class AreasPage:
    """All areas: those of the CBS by whole, those whose whole is not known, one's own, and those that have ended."""

    municipalities: tuple[AreaLine, ...]
    blocks: tuple[DistrictBlock, ...]
    loose: tuple[AreaLine, ...]
    own: tuple[AreaLine, ...]
    ended: tuple[AreaLine, ...]
    last: LastImport | None


def areas_page() -> AreasPage:
    """What there is to see about areas."""
    everything = list_areas()
    living = [line for line in everything if line.ended_at is None]
    return AreasPage(
        municipalities=tuple(line for line in living if line.kind is AreaKind.MUNICIPALITY),
        blocks=tuple(_blocks(living)),
        loose=tuple(line for line in living if line.kind is AreaKind.NEIGHBOURHOOD and not line.parent),
        own=tuple(line for line in living if line.kind is AreaKind.OWN),
        ended=tuple(line for line in everything if line.ended_at is not None),
        last=_last_import(),
    )


def list_areas() -> tuple[AreaLine, ...]:
    """All areas in the order of their codes, ended ones too."""
    rows = list(Area.objects.select_related("parent").defer("outline", "parent__outline").order_by("code"))
    drawn = set(Area.objects.exclude(outline=None).values_list("pk", flat=True))
    names = {row.code: row.name for row in rows}
    return tuple(_line(row, names, row.pk in drawn) for row in rows)


def wholes() -> tuple[tuple[str, str], ...]:
    """(code, name) of the municipality and districts that another area can be part of."""
    kinds = (AreaKind.MUNICIPALITY, AreaKind.DISTRICT)
    return tuple(Area.objects.filter(kind__in=kinds, ended_at=None).order_by("code").values_list("code", "name"))


def find_own_area(identity: int) -> Area:
    """The area of one's own with this number, or NotFound."""
    found = Area.objects.select_related("parent").filter(pk=identity, kind=AreaKind.OWN).first()
    if found is None:
        raise NotFound("There is no area here. Choose one from the list of areas.")
    return found


def describe_own_area(area: Area) -> AreaLine:
    """An area of one's own, for a page."""
    return _line(area, {}, area.outline is not None)


def _line(row: Area, names: Mapping[str, str], has_outline: bool) -> AreaLine:
    return AreaLine(
        identity=row.pk,
        code=row.code,
        name=row.name,
        kind=AreaKind(row.kind),
        parent=row.parent.code if row.parent else "",
        parent_name=row.parent.name if row.parent else "",
        year=row.year,
        inhabitants=row.inhabitants,
        neighbours=tuple(names[code] for code in row.neighbours if code in names),
        has_outline=has_outline,
        ended_at=row.ended_at,
    )


def _blocks(living: Iterable[AreaLine]) -> Iterable[DistrictBlock]:
    parts: dict[str, list[AreaLine]] = defaultdict(list)
    wholes_of: dict[str, AreaLine] = {}
    for line in living:
        if line.kind is AreaKind.NEIGHBOURHOOD:
            parts[line.parent].append(line)
        elif line.kind is not AreaKind.OWN:
            wholes_of[line.code] = line
    for code, whole in wholes_of.items():
        if whole.kind is AreaKind.DISTRICT or parts[code]:
            yield DistrictBlock(whole, tuple(parts[code]))


def _last_import() -> LastImport | None:
    row = AuditRecord.objects.filter(action="area.import").order_by("-id").first()
    if row is None:
        return None
    told = {name: int(row.details.get(name) or 0) for name in ("year", "new", "changed", "ended", "same")}
    return LastImport(at=row.at, **told)
