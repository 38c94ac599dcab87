# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The one tree of errors that people see.

HouvastError                 anything shown without a traceback
├── InputRejected            what came in cannot be used; nothing was written
│   ├── FileRejected         a file, with the place in it
│   └── OptionRejected       an option or argument
└── ActionRefused            the input is fine, but this may not happen now

A message says what is wrong, why, and what to do now. `code` is stable and meant for programs.
"""

from __future__ import annotations

from dataclasses import dataclass


class HouvastError(Exception):
    """Base of every error shown without a traceback. `code` names the kind, str() is the message."""

    code: str = "error"
    exit_code: int = 1


class InputRejected(HouvastError):
    """What came in cannot be used. Nothing was written."""

    code = "input-rejected"
    exit_code = 2


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file: 1-based line and column (column counts fields), None where unknown."""

    path: str
    line: int | None = None
    column: int | None = None
    field: str | None = None

    def __str__(self) -> str:
        parts = [self.path]
        if self.line is not None:
            parts.append(f"line {self.line}")
        if self.column is not None:
            parts.append(f"column {self.column}" + (f" ({self.field})" if self.field else ""))
        return ", ".join(parts)


class FileRejected(InputRejected):
    """A file that cannot be read as votes: `place`, `what` is wrong, and what to do `now`."""

    code = "file-rejected"

    def __init__(self, place: Place, what: str, now: str) -> None:
        super().__init__(f"{place}: {what}. {now}")
        self.place = place
        self.what = what
        self.now = now


class OptionRejected(InputRejected):
    """An option or argument that cannot be used."""

    code = "option-rejected"


class ActionRefused(HouvastError):
    """The input is fine, but this may not happen now."""

    code = "action-refused"
    exit_code = 3
