# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which colleague or occasion was chosen at the weekly table?"""

from __future__ import annotations

from houvast.store.models import StaffMember, Trigger


def chosen_colleague(number: str) -> StaffMember | None:
    """The colleague with this number; None for nobody."""
    return StaffMember.objects.filter(pk=number).first() if number else None


def chosen_occasion(number: str) -> Trigger | None:
    """The occasion with this number; None for none."""
    return Trigger.objects.filter(pk=number).first() if number else None
