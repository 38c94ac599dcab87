# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is told of accounts, to the manager and to their owner?"""

from __future__ import annotations

import cast
import entrance
import pytest
from django_otp.plugins.otp_totp.models import TOTPDevice

from houvast.actions import people as people_actions
from houvast.domain.errors import NotFound
from houvast.domain.roles import Role
from houvast.queries import people

pytestmark = pytest.mark.django_db


def test_who_can_come_in_stands_first_then_by_name() -> None:
    for role in (Role.ADVISER, Role.PROFESSIONAL, Role.MANAGER):
        cast.staff(role)
    people_actions.deactivate(member=cast.staff(Role.PROFESSIONAL), by=cast.staff(Role.MANAGER))
    assert [(c.name, c.is_active) for c in people.list_colleagues()] == [
        ("Maria", True), ("Samira", True), ("Bram", False),
    ]  # fmt: skip


def test_the_ways_in_are_told() -> None:
    samira, maria = cast.staff(Role.ADVISER), cast.staff(Role.MANAGER)
    entrance.with_second_factor(samira)
    maria.oidc_subject = "m-1"
    maria.save()
    noor, _password = people_actions.add_colleague(email="n@n.example", name="Noor", role=Role.READER, by=maria)
    told = {c.name: (c.has_second_factor, c.uses_single_sign_on, c.one_time_password_until is not None)
            for c in people.list_colleagues()}  # fmt: skip
    assert told == {"Maria": (False, True, False), "Noor": (False, False, True), "Samira": (True, False, False)}
    assert people.describe_colleague(people.get_member(samira.pk)) in people.list_colleagues()
    assert people.describe_colleague(noor).role is Role.READER


def test_an_app_counts_once_it_is_confirmed() -> None:
    samira = cast.staff()
    entrance.with_second_factor(samira)
    TOTPDevice.objects.update(confirmed=False)
    assert not people.has_second_factor(samira)
    assert not people.list_colleagues()[0].has_second_factor


def test_the_owner_sees_how_many_backup_codes_are_left() -> None:
    samira = cast.staff()
    assert people.describe_own_account(samira).backup_codes_left == 0
    _secret, codes = entrance.with_second_factor(samira)
    own = people.describe_own_account(samira)
    assert (own.backup_codes_left, own.has_second_factor, own.language) == (len(codes), True, "nl")


def test_nobody_has_this_number() -> None:
    for number in (0, cast.staff().pk + 1, 2**70):
        with pytest.raises(NotFound):
            people.get_member(number)
