# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Do rounds stand in the right list, late return visits first, with what was counted?"""

from __future__ import annotations

from datetime import timedelta

import cast
import pytest
from django.utils import timezone
from noticed_things import a_round

from houvast.domain.errors import NotFound
from houvast.domain.observation import SourceKind
from houvast.domain.street_talk import RoundState
from houvast.queries.notice.rounds import round_page, rounds_page

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
DAY = timedelta(days=1)


def test_every_round_stands_in_its_list() -> None:
    held, day = {"state": RoundState.HELD, "planned_on": TODAY - 20 * DAY}, TODAY
    soon = a_round(planned_on=day + 9 * DAY)
    now = a_round(planned_on=day)
    forgotten = a_round(planned_on=day - DAY)
    late = a_round(**held, return_on=day - DAY)
    later = a_round(**held, return_on=day + DAY)
    later_late = a_round(**held, return_on=day - 5 * DAY)
    back = a_round(**held, return_on=day - DAY, returned_on=day)
    off = a_round(state=RoundState.CANCELLED)
    page = rounds_page()
    assert [one.number for one in page.returns] == [later_late.pk, late.pk, later.pk]
    assert [one.is_late for one in page.returns] == [True, True, False]
    assert page.late == 2
    assert [one.number for one in page.coming] == [now.pk, soon.pk]
    assert [one.number for one in page.open] == [forgotten.pk]
    assert {one.number for one in page.held} == {late.pk, later.pk, later_late.pk, back.pk}
    assert [one.number for one in page.cancelled] == [off.pk]


def test_one_round() -> None:
    walked = a_round(theme=cast.theme(), conversations_held=3)
    cast.observation(round=walked)
    cast.observation(round=walked)
    page = round_page(walked.pk)
    assert (page.about.observations, page.about.conversations, page.about.theme) == (2, 3, "Jongeren")
    assert (page.area_code, page.theme_code) == (cast.area().code, "youth")
    assert page.walkers == (SourceKind.YOUTH_WORK,)
    assert page.may_hold
    assert not round_page(a_round(planned_on=TODAY + DAY).pk).may_hold


def test_no_such_round() -> None:
    for number in (0, 10**30):
        with pytest.raises(NotFound):
            round_page(number)
