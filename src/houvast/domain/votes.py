# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The one sign convention: agree = +1, pass = 0, disagree = -1; not voted is absence, never a number."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Vote(IntEnum):
    """A participant's answer to one statement."""

    AGREE = 1
    PASS = 0
    DISAGREE = -1


class Moderation(StrEnum):
    """What a moderator decided about a statement."""

    OUT = "out"
    OPEN = "open"
    IN = "in"


@dataclass(frozen=True, slots=True)
class Statement:
    """A short sentence people vote on. `text` is empty where the source holds only ids."""

    id: str
    text: str = ""
    moderation: Moderation = Moderation.OPEN
    is_meta: bool = False
    is_seed: bool = False
