# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rounds, messages and occasions straight into the store, in tests."""

from __future__ import annotations

import uuid
from datetime import date, timedelta
from typing import Any

import cast
from django.utils import timezone

from houvast.domain.inbox import MessageKind, SenderKind
from houvast.domain.observation import SourceKind
from houvast.domain.participant_key import hash_key, new_token, personal_key
from houvast.domain.street_talk import PartOfDay
from houvast.domain.trigger import TriggerKind
from houvast.store.models import InboxMessage, Round, Trigger

ROUND_ROUTES = ("round", "change", "count", "hold", "cancel", "again", "return", "returned", "sheet")
MESSAGE_ROUTES = ("message", "take-up", "hand-over", "case", "observation", "statement")


def a_round(**fields: object) -> Round:
    """A round of today in the Havenkwartier, planned and not yet walked."""
    values: dict[str, object] = {
        "area": cast.area(),
        "place": "Het plein voor de bieb",
        "planned_on": timezone.localdate(),
        "part_of_day": PartOfDay.AFTERNOON,
        "questions": ["Wat gaat hier goed?"],
        "walkers": [SourceKind.YOUTH_WORK.value],
    }
    return Round.objects.create(**{**values, **fields})


def a_message(*, key: str = "", **fields: object) -> InboxMessage:
    """A question that came in today, behind the private link with this key."""
    today = timezone.localdate()
    values: dict[str, object] = {
        "note_key": uuid.uuid4(),
        "kind": MessageKind.QUESTION,
        "sender": SenderKind.RESIDENT,
        "text": "Waarom gaat het licht op het plein zo vroeg uit?",
        "received_on": today,
        "due": today + timedelta(days=14),
        "reply_hash": hash_key(key or personal_key(new_token(), "inbox")),
    }
    return InboxMessage.objects.create(**{**values, **fields})


def a_trigger(starts_on: date | None = None, **fields: object) -> Trigger:
    """A decision of the council, a week from now."""
    day = starts_on or timezone.localdate() + timedelta(days=7)
    values: dict[str, object] = {
        "kind": TriggerKind.DECISION, "title": "De raad beslist over de opvang", "starts_on": day, "ends_on": day,
    }  # fmt: skip
    return Trigger.objects.create(**{**values, **fields})


def noticed_routes(key: str) -> dict[str, dict[str, Any]]:
    """One of each, and what to fill in the addresses that are about them."""
    walked, message, trigger = a_round(), a_message(key=key), a_trigger()
    return {
        **{f"streets:{name}": {"number": walked.pk} for name in ROUND_ROUTES},
        **{f"inbox:{name}": {"number": message.pk} for name in MESSAGE_ROUTES},
        "inbox:answer": {"key": key},
        **{f"triggers:{name}": {"number": trigger.pk} for name in ("change", "remove")},
        "triggers:suggestions": {"year": timezone.localdate().year},
    }
