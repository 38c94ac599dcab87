# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is the table of roles asked, whatever the door, and is a shut account refused everything?"""

from __future__ import annotations

import cast
import pytest

from houvast.actions.permission import require
from houvast.domain.errors import PermissionRefused
from houvast.domain.roles import Capability, Role, may

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", Role)
def test_a_role_may_what_the_table_says(role: Role) -> None:
    member = cast.staff(role)
    for capability in Capability:
        if may(role, capability):
            require(member, capability)
        else:
            with pytest.raises(PermissionRefused):
                require(member, capability)


def test_a_shut_account_may_nothing() -> None:
    member = cast.staff(Role.ADVISER)
    member.is_active = False
    for capability in Capability:
        with pytest.raises(PermissionRefused):
            require(member, capability)
