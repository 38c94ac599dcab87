# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands on the screen of one round, beside what is known of it?"""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace

from django.http import HttpRequest
from django.utils.functional import Promise

from houvast.domain.roles import Capability, Role, may
from houvast.queries.notice.effort import EffortPage
from houvast.queries.notice.rounds import RoundPage
from houvast.web.notice.words import SOURCE_KIND_WORDS

TALLY_BOXES = 40


@dataclass(frozen=True, slots=True)
class RoundScreen:
    """A round with a key for the next tap on its counter. walkers: in words."""

    round: RoundPage
    walkers: tuple[str | Promise, ...]
    tap: str


@dataclass(frozen=True, slots=True)
class SheetScreen:
    """The sheet to print: boxes to tick, in rows of ten."""

    round: RoundPage
    walkers: tuple[str | Promise, ...]
    rows: tuple[range, ...]


def round_screen(found: RoundPage) -> RoundScreen:
    """The screen of a round."""
    return RoundScreen(found, _in_words(found), uuid.uuid4().hex)


def sheet_screen(found: RoundPage) -> SheetScreen:
    """The sheet of a round."""
    return SheetScreen(found, _in_words(found), tuple(range(n, n + 10) for n in range(1, TALLY_BOXES + 1, 10)))


def effort_screen(found: EffortPage) -> EffortPage:
    """The page without the areas that outside the team would have nothing but dashes."""
    if not found.k:
        return found
    return replace(found, rows=tuple(row for row in found.rows if any(cell.presence is not None for cell in row.cells)))


def is_team(request: HttpRequest) -> bool:
    """Whether this colleague is of the team that notes signals, and sees what is under k."""
    return may(Role(request.user.role), Capability.SEE_OBSERVATIONS)  # type: ignore[union-attr]


def _in_words(found: RoundPage) -> tuple[str | Promise, ...]:
    return tuple(SOURCE_KIND_WORDS[one] for one in found.walkers)
