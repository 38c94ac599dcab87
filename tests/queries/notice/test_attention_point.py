# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does the page of a point hold its own signals, and only what this colleague may see?"""

from __future__ import annotations

from datetime import date

import cast
import pytest
from attention_evidence import MONDAY, kept_point
from noticed_things import a_trigger

from houvast.domain.errors import NotFound
from houvast.domain.observation import ObservationKind, SourceKind, Witness
from houvast.domain.roles import Role
from houvast.domain.week import WEEK
from houvast.queries.notice.attention_point import (
    attention_point_page,
    find_point,
    occasion_choices,
    second_choices,
)
from houvast.store.models import AttentionPoint

pytestmark = pytest.mark.django_db


def note(week: date = MONDAY, **fields: object) -> int:
    return cast.observation(week=week, entered_week=week, **fields).pk


def shown(point: AttentionPoint) -> list[int]:
    page = attention_point_page(point.pk, by=cast.staff(), language="nl")
    return [one.identity for one in page.signals]


def test_the_signals_are_those_of_its_weeks_theme_areas_and_kind() -> None:
    point = kept_point()
    inside = [note(), note(MONDAY - 2 * WEEK)]
    for other in (
        {"week": MONDAY - 3 * WEEK},
        {"theme": cast.theme("housing", "Wonen")},
        {"area": cast.area("BU00000102", "Duinbuurt")},
        {"kind": ObservationKind.RESILIENCE},
    ):
        note(**other)
    assert shown(point) == inside
    everywhere = kept_point(areas=())
    assert len(shown(everywhere)) == 3


def test_sources_are_counted_and_the_unknown_named() -> None:
    point = kept_point()
    for source in (SourceKind.SCHOOL, SourceKind.SCHOOL, SourceKind.POLICE):
        note(source_kind=source, witness=Witness.HEARD)
    page = attention_point_page(point.pk, by=cast.staff(), language="en")
    assert page.evidence is not None
    assert page.evidence.sources == (("school", 2), ("police", 1))
    assert "What the reporter saw: 3 of 3 signals were heard from others, or it was not said." in page.evidence.unknown
    assert page.evidence.against == ("One busy reporter: 4 of the 9 signals come from the same reporter.",)


def test_readers_find_what_may_be_told_and_nothing_else() -> None:
    small, large = kept_point(), kept_point(observed=25, n_reporters=11)
    note()
    reader = cast.staff(Role.READER)
    with pytest.raises(NotFound):
        find_point(small.pk, by=reader)
    page = attention_point_page(large.pk, by=reader, language="nl")
    assert (page.evidence, page.signals, page.n_signals) == (None, (), 0)


def test_the_second_is_somebody_else_of_the_team() -> None:
    for role in Role:
        cast.staff(role)
    assert [name for _number, name in second_choices(by=cast.staff())] == ["Bram", "Cora"]


def test_occasions_near_the_point_can_be_chosen() -> None:
    near = a_trigger(MONDAY)
    a_trigger(MONDAY + 20 * WEEK)
    assert occasion_choices(kept_point()) == [(str(near.pk), near.title)]
