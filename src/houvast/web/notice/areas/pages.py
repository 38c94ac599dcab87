# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands on the screens of areas?"""

from __future__ import annotations

from dataclasses import dataclass

from houvast.domain.roles import Capability, Role, may
from houvast.queries.notice.areas import AreaLine, AreasPage

JUST_READ = "ingelezen"  # in the address, right after a file was read in


@dataclass(frozen=True, slots=True)
class AreasScreen:
    """The areas; may_change: whether this colleague may. is_empty: there is nothing yet. just_read: a file came in."""

    about: AreasPage
    may_change: bool
    is_empty: bool
    has_outlines: bool
    just_read: bool


@dataclass(frozen=True, slots=True)
class OwnAreaScreen:
    """An area of one's own."""

    area: AreaLine


def areas_screen(about: AreasPage, *, role: str, just_read: bool) -> AreasScreen:
    """The list of areas for a colleague with this role."""
    parts = [part for block in about.blocks for part in block.parts]
    drawn = [*about.municipalities, *(block.whole for block in about.blocks), *parts]
    return AreasScreen(
        about=about,
        may_change=may(Role(role), Capability.MANAGE_AREAS),
        is_empty=not (drawn or about.loose or about.own or about.ended),
        has_outlines=any(line.has_outline for line in drawn),
        just_read=just_read and about.last is not None,
    )
