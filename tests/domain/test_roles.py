# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who may do what? The table, as the house agreed on it."""

from __future__ import annotations

import pytest

from houvast.domain.roles import CAPABILITIES, Capability, Role, may


def test_every_role_is_in_the_table_and_sees_conversations() -> None:
    assert set(CAPABILITIES) == set(Role)
    assert all(may(role, Capability.WATCH) for role in Role)


def test_every_capability_is_somebodys() -> None:
    assert frozenset().union(*CAPABILITIES.values()) == set(Capability)


def test_who_manages_people_does_not_touch_conversations_or_signals() -> None:
    assert CAPABILITIES[Role.MANAGER] == {
        Capability.WATCH,
        Capability.MANAGE_PEOPLE,
        Capability.READ_AUDIT,
        Capability.MANAGE_AREAS,
    }
    for role in set(Role) - {Role.MANAGER}:
        assert not may(role, Capability.MANAGE_PEOPLE)
        assert not may(role, Capability.READ_AUDIT)


@pytest.mark.parametrize("capability", [Capability.EXPORT, Capability.ENTER_ANSWERS])
def test_communication_has_what_the_adviser_has_but_rows_of_persons(capability: Capability) -> None:
    assert may(Role.ADVISER, capability)
    assert not may(Role.COMMUNICATION, capability)
    assert CAPABILITIES[Role.ADVISER] - CAPABILITIES[Role.COMMUNICATION] == {
        Capability.EXPORT,
        Capability.ENTER_ANSWERS,
        Capability.IMPORT_OBSERVATIONS,
        Capability.MANAGE_AREAS,
    }


def test_who_notices_sees_what_the_team_noticed_and_others_do_not() -> None:
    for role in Role:
        assert may(role, Capability.NOTE) == may(role, Capability.SEE_OBSERVATIONS)
    assert not may(Role.READER, Capability.SEE_OBSERVATIONS)
    assert not may(Role.MANAGER, Capability.SEE_OBSERVATIONS)
    assert not may(Role.PROFESSIONAL, Capability.WEIGH)


def test_the_reader_changes_nothing() -> None:
    assert CAPABILITIES[Role.READER] == {Capability.WATCH}
