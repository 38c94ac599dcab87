# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the list of areas says of itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from houvast.domain.area import AreaKind
from houvast.domain.roles import Role
from houvast.queries.notice.areas import AreaLine, AreasPage, DistrictBlock, LastImport
from houvast.web.notice.areas.pages import areas_screen

NOTHING = AreasPage((), (), (), (), (), None)
LINE = AreaLine(1, "WK000001", "Centrum", AreaKind.DISTRICT, "", "", 2026, 9, (), False, None)
LAST = LastImport(datetime(2026, 5, 3, tzinfo=UTC), 2026, 1, 0, 0, 0)


def test_nothing_is_nothing() -> None:
    screen = areas_screen(NOTHING, role=Role.READER, just_read=True)
    assert (screen.is_empty, screen.has_outlines, screen.may_change, screen.just_read) == (True, False, False, False)


def test_anything_is_something() -> None:
    block = DistrictBlock(LINE, (replace(LINE, has_outline=True),))
    for page in (replace(NOTHING, own=(LINE,)), replace(NOTHING, ended=(LINE,)), replace(NOTHING, loose=(LINE,))):
        assert not areas_screen(page, role=Role.ADVISER, just_read=False).is_empty
    screen = areas_screen(replace(NOTHING, blocks=(block,), last=LAST), role=Role.ADVISER, just_read=True)
    assert (screen.is_empty, screen.has_outlines, screen.may_change, screen.just_read) == (False, True, True, True)
