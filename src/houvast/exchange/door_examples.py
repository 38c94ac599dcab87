# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which invented sentences does the look-out for worries learn from? Those of packs/doors/examples.json, by sort."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib import resources

SORTS = ("person", "crime", "phenomenon")


@dataclass(frozen=True, slots=True)
class ExampleSet:
    """A set of sentences that were written together."""

    name: str
    person: tuple[str, ...]
    crime: tuple[str, ...]
    phenomenon: tuple[str, ...]


def read_door_examples() -> tuple[ExampleSet, ...]:
    """The sets in the order in which they were written."""
    place = resources.files("houvast") / "packs" / "doors" / "examples.json"
    found = json.loads(place.read_text("utf-8"))
    return tuple(ExampleSet(each["name"], *(tuple(each[sort]) for sort in SORTS)) for each in found["sets"])


def by_sort(sets: tuple[ExampleSet, ...]) -> dict[str, tuple[str, ...]]:
    """All sentences of these sets by sort."""
    return {sort: tuple(text for each in sets for text in getattr(each, sort)) for sort in SORTS}
