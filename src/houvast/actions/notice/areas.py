# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How do areas come in and change? From a file of the CBS, whole or not at all; or one of one's own, by hand.

Nothing that signals may be about is ever deleted: an area that is gone from a newer file has ended, and stays.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from django.db import transaction
from django.utils import timezone

from houvast.actions.audit import record
from houvast.actions.permission import require
from houvast.actions.person_data_gate import PersonDataRejected, pass_gate
from houvast.domain.area import MOST_OF_NAME, AreaKind, municipality_code, own_code
from houvast.domain.errors import FieldRejected, NotFound, StateRefused
from houvast.domain.roles import Capability
from houvast.exchange.area_reader import ReadArea, ReadAreas, read_area_file
from houvast.exchange.area_upload import unpack_area_file
from houvast.store.models import Area, StaffMember

FEW = 3  # so many areas of a kind may always end
LANGUAGE = "nl"  # of the names of areas
WHOLES = (AreaKind.MUNICIPALITY, AreaKind.DISTRICT)


@dataclass(frozen=True, slots=True)
class AreaChange:
    """An area that a file changed; was: its name before, empty where that stayed."""

    code: str
    name: str
    was: str = ""


@dataclass(frozen=True, slots=True)
class AreaImport:
    """What a file did. municipality: its code, empty where all areas are one's own. same: how many did not change."""

    municipality: str
    year: int | None
    new: tuple[AreaChange, ...]
    changed: tuple[AreaChange, ...]
    ended: tuple[AreaChange, ...]
    same: int


def import_areas(
    *, name: str, content: IO[bytes], municipality: str = "", may_end_many: bool = False, by: StaffMember | None
) -> AreaImport:
    """Take over the areas of one municipality from a file. by=None: from the command line.

    municipality: its code; empty where the file is about one. may_end_many: also where more than half of what there is
    would end, which is mostly the wrong file.
    """
    _may_manage(by)
    with tempfile.TemporaryDirectory(prefix="houvast-areas-") as folder:
        path = unpack_area_file(name, content, folder=Path(folder))
        return _take_over(read_area_file(path, municipality=municipality), may_end_many, by)


@transaction.atomic
def add_own_area(*, name: str, parent: str = "", not_a_person: bool = False, by: StaffMember | None) -> Area:
    """A new area of one's own. parent: the code of the municipality or district that it is part of, if any."""
    _may_manage(by)
    kept = _keep_name(name, not_a_person=not_a_person, without=None)
    whole = _find_whole(parent)
    taken = set(Area.objects.filter(kind=AreaKind.OWN).select_for_update().values_list("code", flat=True))
    code = next(own_code(number) for number in range(1, len(taken) + 2) if own_code(number) not in taken)
    made = Area.objects.create(code=code, name=kept, kind=AreaKind.OWN, parent=whole)
    record(by=by, action="area.add", subject=made, code=code, name=kept)
    return made


@transaction.atomic
def change_own_area(
    *, area: Area, name: str, parent: str = "", not_a_person: bool = False, by: StaffMember | None
) -> None:
    """Another name for an area of one's own, or another whole that it is part of."""
    _may_manage(by)
    found = _lock_own(area)
    kept = _keep_name(name, not_a_person=not_a_person, without=found)
    was, found.name, found.parent = found.name, kept, _find_whole(parent)
    found.save(update_fields=["name", "parent"])
    record(by=by, action="area.change", subject=found, code=found.code, was=was, name=kept)


@transaction.atomic
def end_own_area(*, area: Area, by: StaffMember | None) -> None:
    """Nothing new is noted in this area from now on. What was noted stays."""
    _may_manage(by)
    found = _lock_own(area)
    if found.ended_at is None:
        _set_end(found, ended=True)
        record(by=by, action="area.end", subject=found, code=found.code, name=found.name)


@transaction.atomic
def resume_own_area(*, area: Area, by: StaffMember | None) -> None:
    """Use an ended area of one's own again."""
    _may_manage(by)
    found = _lock_own(area)
    if found.ended_at is not None:
        _refuse_same_name(found.name, without=found)
        _set_end(found, ended=False)
        record(by=by, action="area.resume", subject=found, code=found.code, name=found.name)


def _may_manage(by: StaffMember | None) -> None:
    if by is not None:
        require(by, Capability.MANAGE_AREAS)


@transaction.atomic
def _take_over(read: ReadAreas, may_end_many: bool, by: StaffMember | None) -> AreaImport:
    there = {area.code: area for area in Area.objects.select_for_update()}
    _refuse_older(read, there)
    for area in read.areas:
        _check_name(area)
    gone = list(_gone(read, there))
    if not may_end_many:
        _refuse_many(read, there, gone)
    new, changed = _write(read, there)
    for old in gone:
        _set_end(old, ended=True)
    done = AreaImport(
        municipality=read.municipality or "",
        year=read.year,
        new=new,
        changed=changed,
        ended=tuple(AreaChange(area.code, area.name) for area in gone),
        same=len(read.areas) - len(new) - len(changed),
    )
    record(
        by=by, action="area.import", subject=Area.objects.get(code=read.areas[0].code), municipality=done.municipality,
        year=done.year, new=len(new), changed=len(changed), ended=len(gone), same=done.same,
    )  # fmt: skip
    return done


def _refuse_older(read: ReadAreas, there: Mapping[str, Area]) -> None:
    """Codes of an older year would bring back what has ended."""
    years = [a.year for a in there.values() if a.year and municipality_code(a.code) == read.municipality]
    if read.year is not None and years and max(years) > read.year:
        raise FieldRejected(
            "file",
            "This file is of {year}, and the areas here are of {newest}. Give a file of {newest} or later.",
            year=read.year,
            newest=max(years),
        )


def _check_name(area: ReadArea) -> None:
    """Names come from a public register or from ourselves: they may sound like somebody's, but lead to nobody."""
    try:
        pass_gate(
            field="file", text=area.name, language=LANGUAGE, most=MOST_OF_NAME, not_a_person=area.kind != AreaKind.OWN
        )
    except PersonDataRejected as found:
        raise FieldRejected(
            "file",
            "The name of {code} leads to a person or an address: {excerpts}. Change it in the file.",
            code=area.code,
            excerpts=found.values["excerpts"],
        ) from found


def _gone(read: ReadAreas, there: Mapping[str, Area]) -> Iterator[Area]:
    """The areas of this municipality that are of a kind in the file, but not in the file."""
    kinds = {area.kind for area in read.areas} - {AreaKind.OWN}
    codes = {area.code for area in read.areas}
    for code, area in there.items():
        is_ours = area.kind in kinds and municipality_code(code) == read.municipality
        if is_ours and area.ended_at is None and code not in codes:
            yield area


def _refuse_many(read: ReadAreas, there: Mapping[str, Area], gone: list[Area]) -> None:
    for kind in {area.kind for area in gone}:
        ending = sum(area.kind == kind for area in gone)
        ours = (area for code, area in there.items() if municipality_code(code) == read.municipality)
        living = sum(area.kind == kind and area.ended_at is None for area in ours)
        if ending > FEW and 2 * ending > living:
            raise FieldRejected(
                "may_end_many",
                "{ending} of the {living} areas would end, because they are not in this file. Is it the right file? "
                "Then choose it again and confirm that.",
                ending=ending,
                living=living,
            )


def _write(read: ReadAreas, there: Mapping[str, Area]) -> tuple[tuple[AreaChange, ...], tuple[AreaChange, ...]]:
    """The new areas and the changed ones, wholes before parts."""
    new: list[AreaChange] = []
    changed: list[AreaChange] = []
    known = dict(there)
    for area in read.areas:
        values = _values(area, read.year, known)
        found = known.get(area.code)
        if found is None:
            known[area.code] = Area.objects.create(code=area.code, **values)
            new.append(AreaChange(area.code, area.name))
            continue
        differs = {name for name, value in values.items() if getattr(found, name) != value}
        if differs - {"year"}:
            changed.append(AreaChange(area.code, area.name, was=found.name if "name" in differs else ""))
        if differs:
            Area.objects.filter(pk=found.pk).update(**values)
    return tuple(new), tuple(changed)


def _values(area: ReadArea, year: int | None, known: Mapping[str, Area]) -> dict[str, Any]:
    """The fields of an area; without outlines in the file, those that there are stay."""
    whole = known.get(area.parent or "")
    values: dict[str, Any] = {"name": area.name, "kind": area.kind.value, "ended_at": None}
    if area.kind != AreaKind.OWN:
        values |= {"parent_id": whole.pk if whole else None, "year": year}
    if area.inhabitants is not None:
        values["inhabitants"] = area.inhabitants
    if area.outline is not None and area.centre is not None:
        values |= {"outline": area.outline, "neighbours": list(area.neighbours)}
        values |= {"centre_x": area.centre[0], "centre_y": area.centre[1]}
    return values


def _keep_name(name: str, *, not_a_person: bool, without: Area | None) -> str:
    kept = pass_gate(field="name", text=name, language=LANGUAGE, not_a_person=not_a_person, most=MOST_OF_NAME)
    _refuse_same_name(kept, without=without)
    return kept


def _refuse_same_name(name: str, *, without: Area | None) -> None:
    same = Area.objects.filter(name__iexact=name, ended_at=None)
    if (same.exclude(pk=without.pk) if without else same).exists():
        raise FieldRejected("name", "There is an area with this name already. Choose another name.")


def _find_whole(code: str) -> Area | None:
    if not code:
        return None
    found = Area.objects.filter(code=code, kind__in=WHOLES, ended_at=None).first()
    if found is None:
        raise FieldRejected("parent", "Choose a district or the municipality from the list.")
    return found


def _lock_own(area: Area) -> Area:
    found = Area.objects.select_for_update().filter(pk=area.pk).first()
    if found is None:
        raise NotFound("There is no area here. Choose one from the list of areas.")
    if found.kind != AreaKind.OWN:
        raise StateRefused("This area comes from the CBS. It changes when you read in a newer file.")
    return found


def _set_end(area: Area, *, ended: bool) -> None:
    area.ended_at = timezone.localdate() if ended else None
    area.save(update_fields=["ended_at"])
