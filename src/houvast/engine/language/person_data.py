# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does a text hold personal data, where, and of what kind?

Numbers and addresses first (identifiers.py); then, in what is left, names (person_names.py). No list of names is used:
what counts is how a name is written, so that names of every origin are found alike.
"""

from __future__ import annotations

from houvast.engine.language.identifiers import find_identifiers
from houvast.engine.language.person_data_kinds import PersonDataFound, PersonDataKind
from houvast.engine.language.person_names import find_names

BLANK = "·"

__all__ = ["PersonDataFound", "PersonDataKind", "find_person_data"]


def find_person_data(text: str, *, language: str, allowed: frozenset[str] = frozenset()) -> tuple[PersonDataFound, ...]:
    """What was found, in the order of the text. allowed: capitalised words, in lower case, that are nobody's here."""
    certain = find_identifiers(text)
    rest = text
    for found in certain:
        rest = rest[: found.start] + BLANK * (found.end - found.start) + rest[found.end :]
    names = tuple(
        PersonDataFound(PersonDataKind.NAME, start, end, text[start:end])
        for start, end in find_names(rest, language=language, allowed=allowed)
    )
    return tuple(sorted(certain + names, key=lambda found: found.start))
