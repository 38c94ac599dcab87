# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is the share that was right told with its doubt, and only when enough was judged?"""

from __future__ import annotations

from datetime import date

import pytest
from attention_evidence import kept_point

from houvast.domain.attention import PointState
from houvast.engine.attention.feedback import FEWEST_JUDGED, JudgedPoint
from houvast.engine.attention.points import Verdict
from houvast.queries.notice.back_test import SharePage, back_test_page, confirmed_in_words
from houvast.store.models import AttentionPoint, MissedPoint

RIGHT = PointState.CONFIRMED


def judged(**numbers: int) -> list[JudgedPoint]:
    return [JudgedPoint(-1, 4.0, Verdict[name.upper()]) for name, number in numbers.items() for _ in range(number)]


def test_under_twenty_nothing_is_said_and_too_little_says_neither() -> None:
    assert confirmed_in_words([]) is None
    assert confirmed_in_words(judged(confirmed=FEWEST_JUDGED - 1, too_little=9)) is None


def test_the_share_has_its_doubt() -> None:
    assert confirmed_in_words(judged(confirmed=12, dismissed=6, explained=2)) == SharePage("60%", "38%", "79%", 20)


@pytest.mark.django_db
def test_months_add_up_and_hold_what_was_missed() -> None:
    for opened in (date(2026, 10, 5), date(2026, 10, 19), date(2026, 11, 2)):
        kept_point(opened=opened)
    kept_point(opened=date(2026, 11, 2), is_announced=False)
    AttentionPoint.objects.filter(opened_on=date(2026, 10, 5)).update(state=RIGHT)
    MissedPoint.objects.create(week=date(2026, 9, 7), note="Onrust.", told_on=date(2026, 9, 10))
    page = back_test_page(language="nl")
    assert [(one.first_day.month, one.announced, one.confirmed, one.missed) for one in page.months] == [
        (11, 1, 0, 0),
        (10, 2, 1, 0),
        (9, 0, 0, 1),
    ]
    assert all(
        one.announced == one.confirmed + one.explained + one.unfounded + one.too_little + one.unjudged
        for one in page.months
    )
    assert (page.judged, page.confirmed, page.missed, page.replayed) == (1, None, 1, None)
