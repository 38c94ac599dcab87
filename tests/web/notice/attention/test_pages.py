# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Are codes words on the screens, and do empty parts stay away?"""

from __future__ import annotations

import cast
import pytest
from attention_evidence import MONDAY, kept_point
from django.utils.translation import override

from houvast.domain.attention import PointKind
from houvast.queries.notice.attention_list import attention_list
from houvast.queries.notice.attention_point import attention_point_page
from houvast.store.models import AttentionPoint
from houvast.web.notice.attention.pages import ListScreen, decision_start, list_screen, point_screen

pytestmark = pytest.mark.django_db


def screen() -> ListScreen:
    with override("nl"):
        return list_screen(attention_list(by=cast.staff(), language="nl"))


def other(kind: PointKind, **evidence: object) -> AttentionPoint:
    return AttentionPoint.objects.create(
        mark=kind.value, kind=kind, first_week=MONDAY, last_week=MONDAY, opened_on=MONDAY, judge_by=MONDAY,
        evidence=evidence,
    )  # fmt: skip


def test_parts_come_in_the_order_of_the_meeting_and_empty_ones_stay_away() -> None:
    assert screen().sections == ()
    kept_point(is_announced=False)
    kept_point()
    other(PointKind.SILENCE, weeks=6, expected=9.0, source="school")
    other(PointKind.FEEDBACK, of="messages", number=1, longest_days=2)
    found = screen().sections
    assert [one.name for one in found] == ["waiting", "announced", "silent", "watch"]
    assert [one.cards[0].kind for one in found][2] == "stil"
    assert found[2].cards[0].source == "School"


def test_a_point_in_words_with_its_form_where_it_can_be_weighed() -> None:
    cast.observation(week=MONDAY, entered_week=MONDAY)
    with override("nl"):
        found = attention_point_page(kept_point().pk, by=cast.staff(), language="nl")
        page = point_screen(found, None)
        waiting = other(PointKind.FEEDBACK, of="messages", number=1, longest_days=2)
        answers = attention_point_page(waiting.pk, by=cast.staff(), language="nl")
        assert point_screen(answers, object()).form is None  # type: ignore[arg-type]
    assert page.sources == ("Jongerenwerk: 1",)
    assert (page.card.state, page.card.kind) == ("nieuw", "meer signalen dan gewoon")
    assert page.signals[0].kind == "Iets dat schuurt"
    assert decision_start(found) == {"return_on": None}
