# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The one tree of errors that people see.

HouvastError                 anything shown without a traceback
├── InputRejected            what came in cannot be used; nothing was written
│   ├── FileRejected         a file, with the place in it
│   ├── OptionRejected       an option or argument
│   └── FieldRejected        a field of a form or of an API call
├── NotFound                 there is nothing here, or it is not for you
└── ActionRefused            the input is fine, but this may not happen now
    ├── PermissionRefused    not by this person
    └── StateRefused         not in the state it is in

Spoken, mixed into the last four kinds, keeps message and values apart so that the edge can translate.
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


class Spoken(HouvastError):
    """An error whose English message is translated at the edge: `message` with {names}, `values` to fill them in."""

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message.format(**values))
        self.message = message
        self.values = values


class FieldRejected(Spoken, InputRejected):
    """A field of a form or of an API call; `field` is its name in the code."""

    code = "field-rejected"

    def __init__(self, field: str, message: str, **values: object) -> None:
        super().__init__(message, **values)
        self.field = field


class NotFound(Spoken):
    """There is nothing here, or it is not for this visitor: the two look the same from outside."""

    code = "not-found"


class ActionRefused(Spoken):
    """The input is fine, but this may not happen now."""

    code = "action-refused"
    exit_code = 3


class PermissionRefused(ActionRefused):
    """This person may not do this."""

    code = "permission-refused"


class StateRefused(ActionRefused):
    """This may not happen in the state that the thing is in."""

    code = "state-refused"
