# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Has every screen of a round a new key for the next tap, and the sheet its forty boxes?"""

from __future__ import annotations

import cast
import pytest
from django.test import RequestFactory
from noticed_things import a_round

from houvast.domain.roles import Role
from houvast.queries.notice.effort import EffortPage, EffortRow, Presence, ShownEffort
from houvast.queries.notice.rounds import round_page
from houvast.web.notice.streets.pages import effort_screen, is_team, round_screen, sheet_screen

pytestmark = pytest.mark.django_db


def test_no_two_screens_have_the_same_key() -> None:
    found = round_page(a_round().pk)
    assert len({round_screen(found).tap for _ in range(20)}) == 20


def test_the_sheet() -> None:
    sheet = sheet_screen(round_page(a_round().pk))
    assert [box for row in sheet.rows for box in row] == list(range(1, 41))
    assert list(map(str, sheet.walkers)) == list(map(str, round_screen(sheet.round).walkers))


@pytest.mark.parametrize("role", list(Role))
def test_the_team_is_who_sees_signals(role: Role) -> None:
    request = RequestFactory().get("/beheer/inzet")
    request.user = cast.staff(role)  # type: ignore[assignment]
    assert is_team(request) is (role in {Role.ADVISER, Role.COMMUNICATION, Role.PROFESSIONAL})


def test_outside_the_team_an_area_with_nothing_but_dashes_is_left_out() -> None:
    hidden, shown = ShownEffort(None, None, None, None, None), ShownEffort(Presence.NOTED, 0, 0, None, 10)
    rows = (EffortRow("Noord", (hidden, hidden), None), EffortRow("Zuid", (hidden, shown), None))
    found = EffortPage(("2026-W47", "2026-W48"), rows, 10)
    assert [row.name for row in effort_screen(found).rows] == ["Zuid"]
    for_the_team = EffortPage(found.weeks, rows, 0)
    assert effort_screen(for_the_team) == for_the_team
