# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Signals whose reporter waits, and the forms that note one, in tests."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

import cast
from django.utils import timezone

from houvast.domain.participant_key import hash_key, new_token, personal_key
from houvast.domain.week import write_week
from houvast.store.models import Observation

SEEN = "Op het plein wordt gescholden op nieuwkomers."


def new_key() -> str:
    """The key of a private link."""
    return personal_key(new_token(), "note")


def a_waiting_observation(*, key: str = "", days: int = 14, **fields: object) -> Observation:
    """A signal whose reporter hears back in so many days, behind the private link with this key."""
    due = timezone.localdate() + timedelta(days=days)
    return cast.observation(
        **{"wants_feedback": True, "feedback_due": due, "reply_hash": hash_key(key or new_key()), **fields}
    )


def note_fields(**more: str) -> dict[str, str]:
    """The form of a signal with the least that it needs."""
    return {
        "note_key": str(uuid.uuid4()), "kind": "tension", "theme": cast.theme().code, "area": cast.area().code,
        "seen": SEEN, "week": write_week(timezone.localdate()), "source_kind": "youth work", "reply_key": new_key(),
        **more,
    }  # fmt: skip


def calm_fields(**more: str) -> dict[str, str]:
    """The form for nothing special."""
    return {
        "note_key": str(uuid.uuid4()), "area": cast.area().code, "week": write_week(timezone.localdate()),
        "source_kind": "police", **more,
    }  # fmt: skip


def observed_routes() -> dict[str, dict[str, Any]]:
    """A signal, and what to fill in the addresses that are about it."""
    key = new_key()
    found = a_waiting_observation(key=key)
    about = {f"observations:{name}": {"identity": found.pk} for name in ("one", "answer", "pick-up", "correct")}
    return {**about, "observations:feedback": {"key": key}}
