# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who works with Houvast here, and how do they get in?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from houvast.domain.errors import NotFound, OptionRejected
from houvast.domain.roles import Role
from houvast.store.models import StaffMember

__all__ = [
    "Colleague",
    "OwnAccount",
    "StaffMember",  # screens know the type by this name
    "describe_colleague",
    "describe_own_account",
    "find_member",
    "get_member",
    "has_second_factor",
    "list_colleagues",
]


@dataclass(frozen=True, slots=True)
class Colleague:
    """An account as the manager sees it."""

    id: int
    name: str
    email: str
    role: Role
    is_active: bool
    has_second_factor: bool
    uses_single_sign_on: bool
    one_time_password_until: datetime | None
    last_login: datetime | None


@dataclass(frozen=True, slots=True)
class OwnAccount:
    """An account as its owner sees it."""

    name: str
    email: str
    role: Role
    language: str
    has_second_factor: bool
    backup_codes_left: int


def list_colleagues() -> tuple[Colleague, ...]:
    """Everybody, who can come in first, then by name."""
    with_device = set(TOTPDevice.objects.filter(confirmed=True).values_list("user_id", flat=True))
    members = StaffMember.objects.order_by("-is_active", "name", "id")
    return tuple(_describe(member, has_second_factor=member.pk in with_device) for member in members)


def get_member(identity: int) -> StaffMember:
    """The account with this number."""
    member = StaffMember.objects.filter(pk=identity).first()
    if member is None:
        raise NotFound("There is no colleague with this number.")
    return member


def find_member(email: str) -> StaffMember:
    """The account with this address that can come in."""
    member = StaffMember.objects.filter(email=email.strip().lower(), is_active=True).first()
    if member is None:
        raise OptionRejected(f"There is no colleague with the address {email} who can log in. See: houvast colleague.")
    return member


def describe_colleague(member: StaffMember) -> Colleague:
    """The account as the manager sees it."""
    return _describe(member, has_second_factor=has_second_factor(member))


def describe_own_account(member: StaffMember) -> OwnAccount:
    """The account as its owner sees it."""
    return OwnAccount(
        name=member.name,
        email=member.email,
        role=Role(member.role),
        language=member.language,
        has_second_factor=has_second_factor(member),
        backup_codes_left=StaticToken.objects.filter(device__user=member).count(),
    )


def has_second_factor(member: StaffMember) -> bool:
    """Whether an app on a telephone is tied to the account."""
    return bool(TOTPDevice.objects.filter(user=member, confirmed=True).exists())


def _describe(member: StaffMember, *, has_second_factor: bool) -> Colleague:
    return Colleague(
        id=member.pk,
        name=member.name,
        email=member.email,
        role=Role(member.role),
        is_active=member.is_active,
        has_second_factor=has_second_factor,
        uses_single_sign_on=member.oidc_subject is not None,
        one_time_password_until=member.one_time_password_until,
        last_login=member.last_login,
    )
