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


# What a text seems to be, told to its writer; English msgids.
SEEMS: dict[WorryKind, str] = {
    WorryKind.DANGER_NOW: "This seems to be about somebody who is a danger now.",
    WorryKind.SELF_HARM: "This seems to be about somebody who may not want to live on.",
    WorryKind.VIOLENCE_AT_HOME: "This seems to be about somebody who is being hurt, or who hurts others.",
    WorryKind.THREAT: "This seems to be about one person who threatens somebody.",
    WorryKind.EXTREMISM: "This seems to be about one person who may be drifting into extremism.",
    WorryKind.EXPLOITATION: "This seems to be about somebody who is being used by others.",
    WorryKind.CRIME: "This seems to be about a crime, or about who did it.",
    WorryKind.CARE: "This seems to be about one person who needs care.",
}


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
