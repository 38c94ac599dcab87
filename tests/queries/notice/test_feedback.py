# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does the private link tell what was done, and nothing else?"""

from __future__ import annotations

from dataclasses import asdict
from datetime import date

import cast
import pytest

from houvast.domain.errors import NotFound
from houvast.domain.participant_key import hash_key
from houvast.queries.notice.feedback import Reply, feedback_page
from houvast.store.models import ObservationReply

pytestmark = pytest.mark.django_db
KEY, DUE = "abcdefghijklmnopqrstuvwxyz234567", date(2026, 12, 1)


def test_the_page_holds_neither_words_nor_reporter() -> None:
    found = cast.observation(
        wants_feedback=True,
        feedback_due=DUE,
        reply_hash=hash_key(KEY),
        seen="geheimwoord",
        reporter_reading="duidwoord",
    )
    ObservationReply.objects.create(observation=found, text="Wij gaan erheen.", at=date(2026, 11, 30))
    page = feedback_page(KEY, today=date(2026, 12, 5))
    assert page.replies == (Reply("Wij gaan erheen.", date(2026, 11, 30)),)
    assert (page.area, page.theme, page.week, page.is_overdue) == ("Havenkwartier", "Jongeren", found.week, False)
    said = str(asdict(page))
    for hidden in ("geheimwoord", "duidwoord", found.reporter_key, hash_key(KEY)):
        assert hidden not in said


@pytest.mark.parametrize(("today", "late"), [(date(2026, 12, 1), False), (date(2026, 12, 2), True)])
def test_an_answer_is_late_after_its_day(today: date, late: bool) -> None:
    cast.observation(wants_feedback=True, feedback_due=DUE, reply_hash=hash_key(KEY), area=None, theme=None)
    page = feedback_page(KEY, today=today)
    assert (page.is_overdue, page.area, page.theme, page.replies) == (late, "", "", ())


@pytest.mark.parametrize("key", ["", "kort", "z" * 32, KEY.upper()])
def test_any_other_link_finds_nothing(key: str) -> None:
    cast.observation(wants_feedback=True, feedback_due=DUE, reply_hash=hash_key(KEY))
    with pytest.raises(NotFound):
        feedback_page(key, today=DUE)
