# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which signals stand where in the list, and does nothing about a few ever leave the team?"""

from __future__ import annotations

import csv
import io
from collections import Counter
from dataclasses import asdict
from datetime import date, timedelta
from itertools import pairwise

import cast
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from houvast.domain.errors import NotFound
from houvast.domain.week import WEEK, monday_of
from houvast.queries.notice.observations import (
    COLUMNS,
    PER_PAGE,
    Answered,
    ObservationFilter,
    find_observation,
    observation_list,
    observation_page,
    overdue_count,
    write_counts_file,
)
from houvast.store.models import NoticeTerms, Observation, ObservationReply

TODAY = date(2026, 11, 25)
MONDAY = monday_of(TODAY)
BOM = "\ufeff"


def waiting(days: int, **more: object) -> Observation:
    return cast.observation(wants_feedback=True, feedback_due=TODAY + timedelta(days=days), **more)


def answer(to: Observation) -> None:
    ObservationReply.objects.create(observation=to, text="Gedaan.", at=TODAY)


def identities(wanted: ObservationFilter | None = None, page: int = 1) -> list[int]:
    found = observation_list(wanted or ObservationFilter(), today=TODAY, page=page)
    return [one.identity for one in found.observations]


@pytest.mark.django_db
def test_overdue_ones_stand_first_then_the_newest() -> None:
    old = cast.observation(week=MONDAY - 3 * WEEK, entered_week=MONDAY)
    late, later = waiting(-2, week=MONDAY - 5 * WEEK, entered_week=MONDAY), waiting(-9)
    answered, coming = waiting(-20, week=MONDAY, entered_week=MONDAY), waiting(0, week=MONDAY, entered_week=MONDAY)
    answer(answered)
    assert identities() == [later.pk, late.pk, coming.pk, answered.pk, old.pk]
    page = observation_list(ObservationFilter(), today=TODAY)
    assert (page.total, page.overdue, overdue_count(today=TODAY)) == (5, 2, 2)
    assert [(one.is_overdue, one.due is None) for one in page.observations] == [
        (True, False), (True, False), (False, False), (False, True), (False, True),
    ]  # fmt: skip


@pytest.mark.django_db
def test_pages_together_hold_every_signal_once() -> None:
    kept = [cast.observation().pk for _ in range(PER_PAGE)]
    kept += [waiting(-1 - n % 3).pk for n in range(PER_PAGE + 7)]
    pages = [identities(page=number) for number in (1, 2, 3)]
    assert [len(one) for one in pages] == [PER_PAGE, PER_PAGE, 7]
    assert Counter(pages[0] + pages[1] + pages[2]) == Counter(kept)
    assert identities(page=99) == pages[2]
    assert identities(page=0) == pages[0]


@pytest.mark.django_db
def test_every_filter_leaves_what_belongs_to_it() -> None:
    dike, traffic = cast.area(code="BU00000102", name="Dijk"), cast.theme(code="traffic", name="Verkeer")
    one = cast.observation(area=dike, week=MONDAY - WEEK, entered_week=MONDAY)
    two = cast.observation(theme=traffic, kind="resilience", week=MONDAY - 4 * WEEK, entered_week=MONDAY)
    three, four = waiting(3, week=MONDAY, entered_week=MONDAY), waiting(3, week=MONDAY, entered_week=MONDAY)
    answer(four)
    assert identities(ObservationFilter(area="BU00000102")) == [one.pk]
    assert identities(ObservationFilter(theme="traffic")) == [two.pk]
    assert identities(ObservationFilter(kind="resilience")) == [two.pk]
    assert identities(ObservationFilter(first_week=MONDAY - WEEK)) == [four.pk, three.pk, one.pk]
    assert identities(ObservationFilter(last_week=MONDAY - WEEK)) == [one.pk, two.pk]
    assert identities(ObservationFilter(answered=Answered.OPEN)) == [three.pk]
    assert identities(ObservationFilter(answered=Answered.DONE)) == [four.pk]


@pytest.mark.django_db
def test_a_signal_shows_everything_but_its_reporter() -> None:
    found = waiting(-1, tone="worry", is_gut_feeling=True, reporter_reading="Ik denk dit.", reply_hash="ab" * 32)
    answer(found)
    page = observation_page(found.pk, today=TODAY)
    assert (page.codes, page.marks) == ((("tone", "worry"),), ("is_gut_feeling",))
    assert (page.seen, page.reporter_reading, page.is_overdue) == (found.seen, "Ik denk dit.", False)
    said = str(asdict(page)) + str(asdict(observation_list(ObservationFilter(), today=TODAY)))
    for hidden in (found.reporter_key, "ab" * 32, str(found.note_key)):
        assert hidden not in said


@pytest.mark.django_db
@pytest.mark.parametrize("identity", [0, 999, 10**30])
def test_another_number_is_not_found(identity: int) -> None:
    with pytest.raises(NotFound):
        find_observation(identity)


@pytest.mark.django_db
def test_a_long_text_begins_and_an_erased_one_is_empty() -> None:
    cast.observation(seen="woord " * 60)
    cast.observation(seen="", text_removed_at=TODAY)
    assert [(len(one.begin) <= 162, one.begin[-1:]) for one in observation_list(
        ObservationFilter(), today=TODAY).observations] == [(True, ""), (True, "…")]  # fmt: skip


class TestCountsFile(TestCase):
    """The file of counts, on signals of any make."""

    @settings(max_examples=15)
    @given(
        st.lists(st.tuples(st.integers(0, 2), st.integers(0, 1), st.integers(0, 1), st.integers(0, 6)), max_size=60),
        st.integers(3, 5),
    )
    def test_it_holds_only_cells_with_k_signals_by_k_reporters(
        self, signals: list[tuple[int, int, int, int]], k: int
    ) -> None:
        NoticeTerms.objects.create(k=k)
        areas = [cast.area(code=f"BU0000010{n}", name=f"Buurt {n}") for n in (1, 2)]
        themes = [cast.theme(code=code, name=code) for code in ("jong", "oud")]
        for week, area, theme, reporter in signals:
            cast.observation(
                week=MONDAY - week * WEEK, entered_week=MONDAY, area=areas[area], theme=themes[theme],
                reporter_key=f"r{reporter}", seen="geheimwoord",
            )  # fmt: skip
        said = write_counts_file()
        assert "geheimwoord" not in said
        assert len(said.splitlines()) == 1 + sum(
            len(found) >= k and len({one[3] for one in found}) >= k
            for cell in {one[:3] for one in signals}
            for found in [[one for one in signals if one[:3] == cell]]
        )
        for row in csv.DictReader(io.StringIO(said.removeprefix(BOM))):
            assert tuple(row) == COLUMNS
            least, most = int(row["signals_at_least"]), int(row["signals_at_most"])
            assert least >= k
            assert (least % k, most) == (0, least + k - 1)

    def test_one_signal_more_is_seen_only_where_a_whole_range_begins(self) -> None:
        """Two files, before and after one signal, are the same unless the cell becomes one that may be shown."""
        NoticeTerms.objects.create(k=3)
        files = []
        for number in range(7):
            cast.observation(reporter_key=f"r{number}")
            files.append(write_counts_file())
        same = [before == after for before, after in pairwise(files)]
        assert same == [True, False, True, True, False, True]
