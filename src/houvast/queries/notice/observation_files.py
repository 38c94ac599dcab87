# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does a file of signals look like, and how could its columns and values become ours?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from houvast.domain.errors import FieldRejected, FileRejected, NotFound
from houvast.exchange.observation_rows import CODED_FIELDS, FIELDS, guess_columns, read_names
from houvast.store.models import ImportMapping

__all__ = ["CODED_FIELDS", "FIELDS", "FileLook", "KnownMapping", "known_mappings", "look_at_file"]


@dataclass(frozen=True, slots=True)
class FileLook:
    """The columns of a file, and for each of our fields the column that it seems to be."""

    names: tuple[str, ...]
    guesses: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class KnownMapping:
    """A mapping that was saved."""

    id: int
    name: str


def look_at_file(content: bytes, *, name: str) -> FileLook:
    """What the file looks like. FieldRejected where it is no table."""
    try:
        names = read_names(content, name=name)
    except FileRejected as refused:
        raise FieldRejected("file", "The file cannot be read. {reason}", reason=str(refused)) from refused
    return FileLook(names, guess_columns(names))


def known_mappings() -> tuple[KnownMapping, ...]:
    """The saved mappings, by name."""
    return tuple(KnownMapping(row.pk, row.name) for row in ImportMapping.objects.order_by("name"))


def get_mapping(pk: int) -> ImportMapping:
    """A saved mapping. NotFound where it is gone."""
    found = ImportMapping.objects.filter(pk=pk).first()
    if found is None:
        raise NotFound("There is no such mapping. Choose one from the list.")
    return found
