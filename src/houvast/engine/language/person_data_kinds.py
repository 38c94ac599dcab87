# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which kinds of personal data are looked for, and which of them are certain?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PersonDataKind(StrEnum):
    """What was found. A NAME is only possibly one: the writer may say that it is nobody's."""

    EMAIL = "email"
    PROFILE = "profile"
    HANDLE = "handle"
    PHONE = "phone"
    IBAN = "iban"
    BSN = "bsn"
    POSTCODE = "postcode"
    ADDRESS = "address"
    PLATE = "plate"
    BIRTH_DATE = "birth date"
    DOCUMENT = "document"
    IP = "ip"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class PersonDataFound:
    """A stretch of the text, half open, and what it is."""

    kind: PersonDataKind
    start: int
    end: int
    text: str

    @property
    def is_certain(self) -> bool:
        """Whether it may never be kept, whatever the writer says."""
        return self.kind is not PersonDataKind.NAME
