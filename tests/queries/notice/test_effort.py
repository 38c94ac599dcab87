# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is silence told from calm, are counts right against a slow oracle, and is nothing shown outside the team under k?"""

from __future__ import annotations

import uuid
from datetime import date, timedelta

import cast
import pytest
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from noticed_things import a_round

from houvast.domain.observation import SourceKind
from houvast.domain.street_talk import RoundState
from houvast.domain.week import WEEK, monday_of
from houvast.queries.notice.effort import Presence, effort_page, effort_table
from houvast.store.models import Area, CheckIn, NoticeTerms

pytestmark = pytest.mark.django_db
MONDAY = date(2026, 11, 23)


def checked_in(area: Area, week: date = MONDAY, reporter: str = "") -> CheckIn:
    return CheckIn.objects.create(
        note_key=uuid.uuid4(), week=week, area=area, source_kind=SourceKind.POLICE,
        reporter_key=reporter or uuid.uuid4().hex,
    )  # fmt: skip


def noted(area: Area | None, week: date = MONDAY, reporter: str = "") -> None:
    cast.observation(area=area, week=week, entered_week=week, reporter_key=reporter or uuid.uuid4().hex)


def test_silence_calm_and_signals() -> None:
    silent, calm, walked, loud = (
        cast.area(f"BU0000010{n}", name) for n, name in enumerate(("Stilstad", "Kalmstad", "Loopstad", "Roerstad"))
    )
    checked_in(calm)
    a_round(area=walked, state=RoundState.HELD, planned_on=MONDAY + timedelta(days=6), conversations_held=12)
    a_round(area=silent, planned_on=MONDAY)  # planned, never held: nobody was there
    noted(loud, reporter="a")
    noted(loud, reporter="a")
    checked_in(loud, reporter="b")
    noted(None)
    found = {one.area: one for one in effort_table(MONDAY, MONDAY)}
    assert silent.code not in found
    assert [found[one.code].presence for one in (calm, walked, loud)] == [Presence.CALM, Presence.CALM, Presence.NOTED]
    assert (found[walked.code].rounds, found[walked.code].conversations) == (1, 12)
    assert (found[loud.code].observations, found[loud.code].reporters) == (2, 2)


def test_both_ends_of_the_weeks_belong_to_them() -> None:
    area = cast.area()
    for days in (-7, 0, 7, 14):
        noted(area, MONDAY + timedelta(days))
    a_round(area=area, state=RoundState.HELD, planned_on=MONDAY - timedelta(days=1))
    a_round(area=area, state=RoundState.HELD, planned_on=MONDAY + timedelta(days=14))
    found = effort_table(MONDAY + timedelta(days=3), MONDAY + timedelta(days=9))
    assert [(one.week, one.rounds, one.observations) for one in found] == [(MONDAY, 0, 1), (MONDAY + WEEK, 0, 1)]


def test_the_page_counts_silent_weeks_for_the_team() -> None:
    cast.area("BU00000102", "Nooit")
    checked_in(cast.area(), MONDAY - 2 * WEEK)
    page = effort_page(last_day=MONDAY + timedelta(days=2), weeks=4, is_team=True)
    assert page.weeks == ("2026-W45", "2026-W46", "2026-W47", "2026-W48")
    havenkwartier, never = page.rows
    assert (havenkwartier.silent_weeks, never.silent_weeks) == (2, 4)
    assert [one.presence for one in havenkwartier.cells] == ["nobody", "calm", "nobody", "nobody"]


def test_a_wider_area_stands_there_only_where_somebody_noted_about_it() -> None:
    whole, part = cast.area("WK000001", "Centrum"), cast.area("BU00000101", "Plein")
    Area.objects.filter(pk=part.pk).update(parent=whole)
    checked_in(part)
    assert [row.name for row in effort_page(last_day=MONDAY, weeks=1, is_team=True).rows] == ["Plein"]
    checked_in(whole)
    assert [row.name for row in effort_page(last_day=MONDAY, weeks=1, is_team=True).rows] == ["Centrum", "Plein"]


@pytest.mark.parametrize(("reporters", "is_shown"), [(0, False), (9, False), (10, True), (14, True)])
def test_outside_the_team_nothing_under_k(reporters: int, is_shown: bool) -> None:
    area = cast.area()
    for number in range(reporters):
        noted(area, reporter=f"reporter {number}")
        noted(area, reporter=f"reporter {number}")
    checked_in(area)
    page = effort_page(last_day=MONDAY, weeks=1, is_team=False)
    (cell,) = page.rows[0].cells
    values = (cell.presence, cell.rounds, cell.conversations, cell.check_ins, cell.observations)
    assert (page.k, page.rows[0].silent_weeks) == (10, None)
    assert values == ((Presence.NOTED, 0, 0, None, 20) if is_shown else (None,) * 5)


@pytest.mark.parametrize("signals", [0, 1, 9])
def test_many_who_saw_nothing_special_do_not_show_few_who_did(signals: int) -> None:
    for _ in range(12):
        checked_in(cast.area())
    for _ in range(signals):
        noted(cast.area())
    (cell,) = effort_page(last_day=MONDAY, weeks=1, is_team=False).rows[0].cells
    assert (cell.presence, cell.observations, cell.check_ins) == (None, None, None)


def test_k_is_that_of_the_terms() -> None:
    NoticeTerms.objects.create(k=3)
    for _ in range(3):
        noted(cast.area())
    assert effort_page(last_day=MONDAY, weeks=1, is_team=False).rows[0].cells[0].observations == 3


def test_an_ended_area_is_not_on_the_page() -> None:
    cast.area(ended_at=timezone.localdate())
    assert effort_page(last_day=MONDAY, weeks=1, is_team=True).rows == ()


EVENTS = st.lists(
    st.tuples(
        st.sampled_from(["round", "check-in", "signal"]), st.integers(0, 20), st.integers(0, 1), st.integers(0, 2)
    ),
    max_size=12,
)


class TestOracle(TestCase):
    """What happened on which day (of three weeks), in which area, by whom."""

    @settings(max_examples=40)
    @given(EVENTS)
    def test_as_one_would_count_on_fingers(self, events: list[tuple[str, int, int, int]]) -> None:
        areas = [cast.area("BU00000101"), cast.area("BU00000102", "Zuid")]
        kept = set()
        for kind, days, place, who in events:
            day, week = MONDAY + timedelta(days), monday_of(MONDAY + timedelta(days))
            if kind == "round":
                a_round(area=areas[place], state=RoundState.HELD, planned_on=day, conversations_held=who)
            elif kind == "signal":
                noted(areas[place], week, f"r{who}")
            elif (week, place, who) not in kept:
                kept.add((week, place, who))
                checked_in(areas[place], week, f"r{who}")
        table = effort_table(MONDAY, MONDAY + 2 * WEEK)
        here = [(k, monday_of(MONDAY + timedelta(d)), p, w) for k, d, p, w in events]
        for one in table:
            mine = [(k, w) for k, week, p, w in here if (week, areas[p].code) == (one.week, one.area)]
            assert one.rounds == sum(k == "round" for k, _w in mine)
            assert one.conversations == sum(w for k, w in mine if k == "round")
            assert one.observations == sum(k == "signal" for k, _w in mine)
            assert one.check_ins == len({w for k, w in mine if k == "check-in"})
            assert one.reporters == len({w for k, w in mine if k != "round"})
            assert one.noting == len({w for k, w in mine if k == "signal"})
        assert {(one.week, one.area) for one in table} == {(week, areas[p].code) for _k, week, p, _w in here}
