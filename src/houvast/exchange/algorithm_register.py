# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does the Dutch algorithm register ask, and what is our answer? One record an algorithm, standard 1.0.

The field names, limits and permitted values are those of the register's own configuration of standard 1.0
(Algoritmeregister, Ministry of the Interior and Kingdom Relations); the texts are ours, in packs/register.
"""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

from houvast.domain.errors import OptionRejected

LONGEST = {
    "name": 100, "description_short": 350, "organization": 100, "begin_date": 7, "contact_email": 500, "website": 500,
    "goal": 2500, "proportionality": 2500, "human_intervention": 2500, "risks": 2500, "lawful_basis": 2500,
    "impacttoetsen": 2500, "source_data": 2500, "methods_and_models": 5000, "provider": 200, "publiccode": 500,
    "tags": 2500,
}  # fmt: skip
REQUIRED = frozenset(
    {"name", "description_short", "organization", "status", "contact_email", "publication_category", "lang"}
)
PERMITTED = {
    "status": {"In ontwikkeling", "In gebruik", "Buiten gebruik"},
    "publication_category": {"Hoog-risico AI-systeem", "Impactvolle algoritmes", "Overige algoritmes"},
    "lang": {"nld"},
    "standard_version": {"1.0"},
}
MOST_CATEGORIES = 3

Record = dict[str, Any]


def algorithms() -> tuple[str, ...]:
    """The algorithms in Houvast that have a record."""
    folder = resources.files("houvast") / "packs" / "register"
    return tuple(sorted(item.name.removesuffix(".json") for item in folder.iterdir() if item.name.endswith(".json")))


def make_record(algorithm: str, *, organization: str, contact: str) -> Record:
    """The register's record of one algorithm for this organisation; OptionRejected where the register would refuse."""
    place = resources.files("houvast") / "packs" / "register" / f"{algorithm}.json"
    record: Record = {**json.loads(place.read_text("utf-8")), "organization": organization, "contact_email": contact}
    wrong = find_faults(record)
    if wrong:
        raise OptionRejected(f"The register would refuse {algorithm}: {'; '.join(wrong)}.")
    return record


def find_faults(record: Record) -> tuple[str, ...]:
    """What the register would refuse in a record."""
    faults = [f"{field} is empty" for field in sorted(REQUIRED) if not record.get(field)]
    faults += [
        f"{field} has {len(record[field])} characters, {most} is the most"
        for field, most in LONGEST.items()
        if len(record.get(field, "")) > most
    ]
    faults += [
        f"{field} may not be {record[field]}"
        for field, allowed in PERMITTED.items()
        if field in record and record[field] not in allowed
    ]
    if len(record.get("category", [])) > MOST_CATEGORIES:
        faults.append(f"category has more than {MOST_CATEGORIES} themes")
    return tuple(faults)
