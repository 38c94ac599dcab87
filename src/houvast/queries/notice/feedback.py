# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does a reporter read through the private link? When and where it was, and what was done; never the words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from houvast.domain.errors import NotFound
from houvast.domain.participant_key import hash_key, is_key
from houvast.store.models import Observation


@dataclass(frozen=True, slots=True)
class Reply:
    """What an office said, on which day."""

    text: str
    at: date


@dataclass(frozen=True, slots=True)
class FeedbackPage:
    """The page behind a private link. area, theme: names, empty where not said. due: when there should be an answer."""

    week: date
    area: str
    theme: str
    due: date | None
    is_overdue: bool
    is_taken_up: bool
    replies: tuple[Reply, ...]


def feedback_page(key: str, *, today: date) -> FeedbackPage:
    """What is behind this link. NotFound where there is nothing, whatever the reason."""
    rows = Observation.objects.select_related("area", "theme").defer("seen", "reporter_reading", "already_done")
    found = rows.filter(reply_hash=hash_key(key)).first() if is_key(key) else None
    if found is None:
        raise NotFound("There is nothing at this address. Check the link, or start at the front page.")
    replies = tuple(Reply(row.text, row.at) for row in found.replies.order_by("id"))
    return FeedbackPage(
        week=found.week,
        area=found.area.name if found.area else "",
        theme=found.theme.name if found.theme else "",
        due=found.feedback_due,
        is_overdue=not replies and found.feedback_due is not None and found.feedback_due < today,
        is_taken_up=found.taken_up_at is not None,
        replies=replies,
    )
