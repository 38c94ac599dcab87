# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""May this person do this? Asked by every action, whatever door was used to reach it."""

from __future__ import annotations

from houvast.domain.errors import PermissionRefused
from houvast.domain.roles import Capability, Role, may
from houvast.store.models import StaffMember


def require(by: StaffMember, capability: Capability) -> None:
    """PermissionRefused unless the account is active and its role has the capability."""
    if not by.is_active or not may(Role(by.role), capability):
        raise PermissionRefused("Your role does not allow this. Ask the manager of Houvast in your municipality.")
