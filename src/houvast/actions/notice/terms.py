# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""On what terms will this municipality notice from now on?"""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction

from houvast.actions import audit
from houvast.actions.permission import require
from houvast.domain.errors import FieldRejected
from houvast.domain.roles import Capability
from houvast.queries.notice.terms import notice_terms
from houvast.store.models import NoticeTerms, StaffMember

LEAST_K, MOST_K = 3, 100
LEAST_BUDGET, MOST_BUDGET = 0.25, 10.0
LIMITS = {
    "text_weeks": (1, 104, "Keep free text at least {least} and at most {most} weeks."),
    "feedback_days": (1, 90, "Answer within at least {least} and at most {most} days."),
    "offline_days": (1, 30, "Let notes wait at least {least} and at most {most} days."),
    "k": (LEAST_K, MOST_K, "Choose a number from {least} to {most}."),
    "false_points_a_month": (LEAST_BUDGET, MOST_BUDGET, "Choose a number from {least} to {most}."),
}


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms as they are filled in."""

    text_weeks: int
    feedback_days: int
    false_points_a_month: float
    offline_days: int
    k: int


@transaction.atomic
def change_terms(*, terms: Terms, by: StaffMember) -> NoticeTerms:
    """Put the terms in force. FieldRejected where one lies outside its limits."""
    require(by, Capability.MANAGE_AREAS)
    now = notice_terms()
    changed: dict[str, str | int | bool | None] = {}
    for name, (least, most, message) in LIMITS.items():
        value = getattr(terms, name)
        if not least <= value <= most:
            raise FieldRejected(name, message, least=least, most=most)
        if getattr(now, name) != value:
            changed[name] = str(value)
        setattr(now, name, value)
    now.save()
    audit.record(by=by, action="notice.terms", subject=now, **changed)
    return now
