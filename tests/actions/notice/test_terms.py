# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Do the terms hold within their limits, and does the trail say what was changed?"""

from __future__ import annotations

from dataclasses import replace

import cast
import pytest

from houvast.actions.notice.terms import LIMITS, Terms, change_terms
from houvast.domain.errors import FieldRejected, PermissionRefused
from houvast.domain.roles import Role
from houvast.queries.notice.terms import notice_terms
from houvast.store.models import AuditRecord, NoticeTerms

pytestmark = pytest.mark.django_db
TERMS = Terms(text_weeks=26, feedback_days=14, false_points_a_month=0.5, offline_days=7, k=10)


def test_there_is_one_row_and_the_trail_tells_the_difference() -> None:
    change_terms(terms=TERMS, by=cast.staff())
    change_terms(terms=replace(TERMS, k=15), by=cast.staff(Role.MANAGER))
    assert NoticeTerms.objects.count() == 1
    assert notice_terms().k == 15
    assert [one.details for one in AuditRecord.objects.order_by("id")] == [{"false_points_a_month": "0.5"}, {"k": "15"}]


@pytest.mark.parametrize("name", LIMITS)
def test_what_lies_outside_the_limits_is_refused(name: str) -> None:
    least, most, _message = LIMITS[name]
    for wrong in (least - 1, most + 1):
        with pytest.raises(FieldRejected) as found:
            change_terms(terms=replace(TERMS, **{name: wrong}), by=cast.staff())
        assert found.value.field == name
    assert not NoticeTerms.objects.exists()


def test_only_who_manages_areas_sets_them() -> None:
    with pytest.raises(PermissionRefused):
        change_terms(terms=TERMS, by=cast.staff(Role.COMMUNICATION))
