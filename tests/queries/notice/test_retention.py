# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is it known what is due, and can what was destroyed be read page by page?"""

from __future__ import annotations

import cast
import pytest
from django.utils import timezone

from houvast.domain.week import WEEK, monday_of
from houvast.queries.notice.retention import PER_PAGE, destruction_page, observation_texts, texts_due
from houvast.store.models import Destruction, NoticeTerms

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


def test_nothing_is_due_in_an_empty_house() -> None:
    assert not texts_due()


@pytest.mark.parametrize("weeks", [1, 26, 52])
def test_due_to_the_week(weeks: int) -> None:
    NoticeTerms.objects.create(text_weeks=weeks)
    made = []
    for age in (weeks - 1, weeks):
        week = monday_of(TODAY) - age * WEEK
        made.append(cast.observation(week=week, entered_week=week))
    assert list(observation_texts(TODAY, weeks)) == [made[1]]
    assert texts_due()


def test_the_week_it_came_in_counts_not_the_week_it_is_about() -> None:
    cast.observation(week=monday_of(TODAY) - 60 * WEEK)
    assert not texts_due()


def test_pages_of_destructions() -> None:
    for number in range(PER_PAGE + 1):
        Destruction.objects.create(at=timezone.now(), what="contact", number=number, rule="end of the use")
    Destruction.objects.create(at=timezone.now(), what="observation text", number=7, rule="weeks after it came in:26")
    first, last = destruction_page(), destruction_page(page=99)
    assert (first.total, first.pages, len(first.lines), last.number, len(last.lines)) == (
        PER_PAGE + 2,
        2,
        PER_PAGE,
        2,
        2,
    )
    newest = first.lines[0]
    assert (newest.what, newest.number, newest.rule, newest.weeks) == (
        "observation text",
        7,
        "weeks after it came in",
        26,
    )
    assert first.lines[1].weeks == 0
