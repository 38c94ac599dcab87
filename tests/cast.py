# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The people in the tests: Samira (adviser), Bram (professional), Cora (communication), Maria (manager), Leo (reader);
Dirk is a resident."""

from __future__ import annotations

import uuid

from django.utils import timezone

from houvast.domain.area import AreaKind
from houvast.domain.conversation import ConversationState, Mode, Origin
from houvast.domain.hour import hour_of
from houvast.domain.observation import ObservationKind, SourceKind
from houvast.domain.participant_key import hash_key, new_token, personal_key
from houvast.domain.roles import Role
from houvast.domain.votes import Moderation
from houvast.domain.week import monday_of
from houvast.store.models import (
    Area,
    Conversation,
    Observation,
    Participant,
    StaffMember,
    Statement,
    Tally,
    Theme,
    Vote,
)

PASSWORD = "een lang wachtwoord voor tests"
NAMES = {
    Role.ADVISER: "Samira",
    Role.PROFESSIONAL: "Bram",
    Role.COMMUNICATION: "Cora",
    Role.MANAGER: "Maria",
    Role.READER: "Leo",
}


def staff(role: Role = Role.ADVISER) -> StaffMember:
    """The colleague with this role; made at the first call in a test."""
    name = NAMES[role]
    found = StaffMember.objects.filter(email=f"{name.lower()}@noorderhaaks.example").first()
    if found:
        return found
    made = StaffMember(email=f"{name.lower()}@noorderhaaks.example", name=name, role=role)
    made.set_password(PASSWORD)
    made.save()
    return made


def conversation(
    *, state: ConversationState = ConversationState.OPEN, statements: int = 5, **fields: object
) -> Conversation:
    """A conversation about the square, with statements by the municipality numbered from 0."""
    values: dict[str, object] = {
        "code": uuid.uuid4().hex[:8],
        "title": "Hoe willen we samenleven op het plein?",
        "purpose": "We willen weten wat er leeft.",
        "question": "Wat moet er anders op het plein?",
        "asked_by": "Team Samenleven",
        "use_of_answers": "De uitkomst gaat naar de gemeenteraad.",
        "hear_back": "Voor 1 maart, op deze pagina en in de wijkkrant.",
        "state": state,
        "next_statement_number": statements,
        "opened_at": timezone.now() if state is not ConversationState.DRAFT else None,
    }
    made = Conversation.objects.create(**{**values, **fields})
    for number in range(statements):
        statement(made, number=number, text=f"Stelling {number}: er moet iets veranderen.")
    return made


def statement(of: Conversation, *, number: int, text: str, **fields: object) -> Statement:
    """An accepted statement by the municipality, with its tally."""
    values: dict[str, object] = {
        "language": "nl",
        "origin": Origin.MUNICIPALITY,
        "moderation": Moderation.IN,
        "is_shown": True,
        "created_hour": hour_of(timezone.now()),
    }
    made = Statement.objects.create(conversation=of, number=number, text=text, **{**values, **fields})
    Tally.objects.create(statement=made)
    return made


def participant(of: Conversation, *, mode: Mode = Mode.ONLINE, **fields: object) -> Participant:
    """Somebody who takes part; the key is known only where key_hash is given."""
    newest = of.participants.order_by("-number").values_list("number", flat=True).first()
    number = 0 if newest is None else newest + 1
    return Participant.objects.create(
        conversation=of,
        number=number,
        key_hash=fields.pop("key_hash", hash_key(personal_key(new_token(), of.code))),
        mode=mode,
        joined_hour=hour_of(timezone.now()),
        **fields,
    )


def vote(by: Participant, on: Statement, value: int) -> Vote:
    """A vote straight into the store, with its tally."""
    made = Vote.objects.create(
        conversation=by.conversation, participant=by, statement=on, value=value,
        hour=hour_of(timezone.now()), request=uuid.uuid4(),
    )  # fmt: skip
    field = {1: "agree", 0: "passed", -1: "disagree"}[value]
    tally = Tally.objects.get(statement=on)
    setattr(tally, field, getattr(tally, field) + 1)
    tally.save()
    return made


def area(code: str = "BU00000101", name: str = "Havenkwartier", **fields: object) -> Area:
    """A neighbourhood; made at the first call in a test."""
    found = Area.objects.filter(code=code).first()
    return found or Area.objects.create(code=code, name=name, **{"kind": AreaKind.NEIGHBOURHOOD, **fields})


def theme(code: str = "youth", name: str = "Jongeren", **fields: object) -> Theme:
    """A theme of the municipality's list; made at the first call in a test."""
    found = Theme.objects.filter(code=code).first()
    return found or Theme.objects.create(code=code, name=name, **{"words": ["jongeren", "hangjeugd"], **fields})


def observation(**fields: object) -> Observation:
    """A signal of this week about youth in the Havenkwartier, by a reporter of its own."""
    this_week = monday_of(timezone.localdate())
    values: dict[str, object] = {
        "note_key": uuid.uuid4(),
        "week": this_week,
        "entered_week": this_week,
        "area": area(),
        "theme": theme(),
        "kind": ObservationKind.TENSION,
        "source_kind": SourceKind.YOUTH_WORK,
        "seen": "Op het plein wordt gescholden op nieuwkomers.",
        "reporter_key": uuid.uuid4().hex * 2,
    }
    return Observation.objects.create(**{**values, **fields})
