# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who is there for a worry about one person or a crime? The doors of packs/doors, or of the municipality's own file."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import resources
from typing import Any

from houvast.domain.errors import FileRejected, Place
from houvast.domain.right_door import Door, DoorPack, WorryKind
from houvast.exchange.json_file import parse_json, read_json

OWN_PACK = "packs/doors/nl.json"
FIELDS = ("code", "name", "phone", "site", "when")
MOST_BYTES = 100_000


def read_door_pack(path: str = "") -> DoorPack:
    """The doors of this file; of the package where no path is given. FileRejected where it is not of that form."""
    if path:
        return make_door_pack(read_json(path, most_bytes=MOST_BYTES), path=path)
    return make_door_pack(
        parse_json((resources.files("houvast") / OWN_PACK).read_bytes(), name=OWN_PACK), path=OWN_PACK
    )


def make_door_pack(found: Any, *, path: str) -> DoorPack:
    """The doors that the values of a JSON file hold. Every kind of worry needs at least one door that is there."""
    if not isinstance(found, dict):
        raise _reject(path, "the file does not hold doors and worries")
    doors = {door.code: door for door in (_door(each, path) for each in _list(found.get("doors"), path, "doors"))}
    worries = found.get("worries")
    if not isinstance(worries, dict):
        raise _reject(path, '"worries" is missing')
    return DoorPack(doors, {kind: _codes(worries, kind, doors, path) for kind in WorryKind})


def _door(found: Any, path: str) -> Door:
    if not isinstance(found, dict) or not all(isinstance(found.get(name), str) for name in FIELDS):
        raise _reject(path, f"each of the doors needs {', '.join(FIELDS)}, between quotes")
    if not found["code"].strip() or not found["name"].strip() or not found["when"].strip():
        raise _reject(path, "a door has no code, no name, or does not say when it is the right one")
    if found["site"] and not found["site"].startswith(("https://", "http://")):
        raise _reject(path, f'the site of "{found["code"]}" does not begin with https://')
    return Door(*(found[name].strip() for name in FIELDS))


def _codes(worries: Mapping[str, Any], kind: WorryKind, doors: Mapping[str, Door], path: str) -> tuple[str, ...]:
    codes = _list(worries.get(kind), path, kind)
    unknown = [code for code in codes if not isinstance(code, str) or code not in doors]
    if unknown:
        raise _reject(path, f'"{kind}" names a door that is not there: {unknown[0]}')
    return tuple(codes)


def _list(found: Any, path: str, name: str) -> list[Any]:
    if not isinstance(found, list) or not found:
        raise _reject(path, f'"{name}" is missing or empty')
    return found


def _reject(path: str, what: str) -> FileRejected:
    return FileRejected(Place(path), what, "Compare it with packs/doors/nl.json, which comes with Houvast.")
