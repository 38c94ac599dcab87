# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which worries do not belong in Houvast, and who is there for them? Words only; who they are differs by municipality.

Houvast keeps what happens between groups. A worry about one person, or somebody who may have done something wrong,
needs a person who may and can act. Nobody reads a signal in time for that, and it would be a file on somebody.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class WorryKind(StrEnum):
    """What a text is about that belongs behind another door."""

    DANGER_NOW = "danger now"
    SELF_HARM = "self harm"
    VIOLENCE_AT_HOME = "violence at home"
    THREAT = "threat"
    EXTREMISM = "extremism"
    EXPLOITATION = "exploitation"
    CRIME = "crime"
    CARE = "care"


@dataclass(frozen=True, slots=True)
class Door:
    """Somebody who is there for it: a name, how to reach them (phone or site may be empty), and when to choose them."""

    code: str
    name: str
    phone: str
    site: str
    when: str

    @property
    def spoken(self) -> str:
        """The name with the telephone number, where there is one."""
        return f"{self.name} ({self.phone})" if self.phone not in {"", self.name} else self.name


@dataclass(frozen=True, slots=True)
class DoorPack:
    """The doors of a municipality, and which of them each kind of worry is sent to, the first one first."""

    doors: Mapping[str, Door]
    by_worry: Mapping[WorryKind, tuple[str, ...]]

    def for_worry(self, kind: WorryKind) -> tuple[Door, ...]:
        """The doors for a kind of worry, in order."""
        return tuple(self.doors[code] for code in self.by_worry[kind])
