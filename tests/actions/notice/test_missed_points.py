# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is what was missed kept as it was told, by the team, without persons?"""

from __future__ import annotations

from datetime import date, timedelta

import cast
import pytest
from django.utils import timezone

from houvast.actions.notice.missed_points import tell_missed
from houvast.domain.errors import FieldRejected, PermissionRefused
from houvast.domain.roles import Role
from houvast.store.models import AuditRecord, MissedPoint

pytestmark = pytest.mark.django_db


def test_it_is_kept_by_its_monday() -> None:
    told = tell_missed(
        week=date(2026, 11, 25), note="Onrust na de wedstrijd.", theme=cast.theme(), by=cast.staff(Role.PROFESSIONAL)
    )
    assert (told.week, told.theme, told.area) == (date(2026, 11, 23), cast.theme(), None)
    assert AuditRecord.objects.get().action == "attention.missed"


def test_persons_and_weeks_to_come_are_refused() -> None:
    for wrong in ({"note": "Mail piet@voorbeeld.nl"}, {"week": timezone.localdate() + timedelta(days=8)}):
        with pytest.raises(FieldRejected):
            tell_missed(**{"week": date(2026, 11, 2), "note": "Onrust.", "by": cast.staff(), **wrong})
    assert not MissedPoint.objects.exists()


def test_readers_do_not_tell() -> None:
    with pytest.raises(PermissionRefused):
        tell_missed(week=date(2026, 11, 2), note="Onrust.", by=cast.staff(Role.READER))
