# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who of the staff may do what? One table; every view, export and API call asks it."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What somebody does for the municipality in Houvast. One role an account."""

    MANAGER = "manager"
    ADVISER = "adviser"
    COMMUNICATION = "communication"
    PROFESSIONAL = "professional"
    READER = "reader"


class Capability(StrEnum):
    """Something staff may be allowed to do."""

    WATCH = "watch"  # see conversations inside the team: progress, results
    PREPARE = "prepare"  # make and change a conversation, rehearse, open, close
    INVITE = "invite"  # posters, ballots, invitation codes
    ENTER_ANSWERS = "enter answers"  # paper and street answers
    MODERATE = "moderate"
    PUBLISH = "publish"  # publish a result with a reading
    REPORT_BACK = "report back"  # promises, and telling people what came of it
    EXPORT = "export"  # files with one row a participant
    NOTE = "note"  # note a signal, check in with "nothing special"
    SEE_OBSERVATIONS = "see observations"  # the team that notes signals sees them, also under k
    WALK = "walk"  # plan and keep street-talk rounds
    ANSWER = "answer"  # own and answer messages in the inbox, give feedback to reporters
    WEIGH = "weigh"  # decide on attention points at the weekly table
    IMPORT_OBSERVATIONS = "import observations"
    MANAGE_AREAS = "manage areas"  # areas, themes, and the terms of noticing
    MANAGE_PEOPLE = "manage people"
    READ_AUDIT = "read audit"


CAPABILITIES: dict[Role, frozenset[Capability]] = {
    Role.MANAGER: frozenset(
        {Capability.WATCH, Capability.MANAGE_PEOPLE, Capability.READ_AUDIT, Capability.MANAGE_AREAS}
    ),
    Role.ADVISER: frozenset(Capability) - {Capability.MANAGE_PEOPLE, Capability.READ_AUDIT},
    Role.COMMUNICATION: frozenset(
        {
            Capability.WATCH,
            Capability.PREPARE,
            Capability.INVITE,
            Capability.MODERATE,
            Capability.PUBLISH,
            Capability.REPORT_BACK,
            Capability.NOTE,
            Capability.SEE_OBSERVATIONS,
            Capability.WALK,
            Capability.ANSWER,
            Capability.WEIGH,
        }
    ),
    Role.PROFESSIONAL: frozenset(
        {
            Capability.WATCH,
            Capability.INVITE,
            Capability.ENTER_ANSWERS,
            Capability.NOTE,
            Capability.SEE_OBSERVATIONS,
            Capability.WALK,
        }
    ),
    Role.READER: frozenset({Capability.WATCH}),
}


def may(role: Role, capability: Capability) -> bool:
    """Whether staff with this role may do this."""
    return capability in CAPABILITIES[role]
