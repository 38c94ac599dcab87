# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who gets an account, with which role, and how does somebody come to own its password? Accounts are never deleted."""

from __future__ import annotations

import secrets
from datetime import timedelta

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone

from houvast.actions.audit import record
from houvast.actions.permission import require
from houvast.actions.second_factor import remove_second_factor
from houvast.domain.errors import FieldRejected, PermissionRefused, StateRefused
from houvast.domain.roles import Capability, Role
from houvast.store.models import StaffMember

ONE_TIME_PASSWORD_HOLDS = timedelta(days=7)
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that look alike
LONGEST_NAME = 120


@transaction.atomic
def add_colleague(*, email: str, name: str, role: Role, by: StaffMember | None) -> tuple[StaffMember, str]:
    """A new account and its one-time password, which is kept nowhere. by=None: from the command line."""
    _may_manage(by)
    address = _read_email(email)
    if StaffMember.objects.filter(email=address).exists():
        raise FieldRejected("email", "There is an account with this e-mail address already.")
    member = StaffMember(email=address, name=_read_name(name), role=role)
    password = _set_one_time_password(member)
    record(by=by, action="colleague.add", subject=member, role=role.value)
    return member, password


@transaction.atomic
def change_colleague(*, member: StaffMember, name: str, role: Role, by: StaffMember) -> None:
    """Another name or role. The last manager stays manager."""
    require(by, Capability.MANAGE_PEOPLE)
    member = _lock(member)
    if role is not Role.MANAGER:
        _keep_a_manager(without=member)
    former = member.role
    member.name, member.role = _read_name(name), role
    member.save(update_fields=["name", "role"])
    record(by=by, action="colleague.change", subject=member, role=role.value, former_role=former)


@transaction.atomic
def deactivate(*, member: StaffMember, by: StaffMember) -> None:
    """Shut the account; whoever is logged in with it is out at the next click."""
    require(by, Capability.MANAGE_PEOPLE)
    member = _lock(member)
    _keep_a_manager(without=member)
    member.is_active = False
    member.save(update_fields=["is_active"])
    record(by=by, action="colleague.deactivate", subject=member)


@transaction.atomic
def activate(*, member: StaffMember, by: StaffMember) -> None:
    """Open the account again, as it was."""
    require(by, Capability.MANAGE_PEOPLE)
    member = _lock(member)
    member.is_active = True
    member.save(update_fields=["is_active"])
    record(by=by, action="colleague.activate", subject=member)


@transaction.atomic
def give_one_time_password(*, member: StaffMember, by: StaffMember) -> str:
    """A new one-time password for somebody who lost theirs; the former one no longer works."""
    require(by, Capability.MANAGE_PEOPLE)
    member = _lock(member)
    password = _set_one_time_password(member)
    record(by=by, action="colleague.one-time-password", subject=member)
    return password


@transaction.atomic
def reset_second_factor(*, member: StaffMember, by: StaffMember) -> None:
    """Forget the telephone and the backup codes; the next login asks to set it up again."""
    require(by, Capability.MANAGE_PEOPLE)
    remove_second_factor(member)
    record(by=by, action="colleague.reset-second-factor", subject=member)


@transaction.atomic
def choose_password(*, member: StaffMember, current: str, new: str) -> None:
    """A password of one's own. After a one-time password the current one is not asked again."""
    locked = _lock(member)
    if locked.one_time_password_until is None and not locked.check_password(current):
        raise FieldRejected("current", "This is not your present password.")
    if locked.check_password(new):
        raise FieldRejected("new", "Choose another password than the present one.")
    try:
        validate_password(new, user=locked)
    except ValidationError as wrong:
        raise FieldRejected("new", "{why}", why=" ".join(wrong.messages)) from wrong
    locked.set_password(new)
    locked.one_time_password_until = None
    locked.save(update_fields=["password", "one_time_password_until"])
    record(by=locked, action="account.password", subject=locked)
    member.password, member.one_time_password_until = locked.password, None


@transaction.atomic
def choose_language(*, member: StaffMember, language: str) -> None:
    """The language of the screens for this colleague."""
    member.language = language
    member.save(update_fields=["language"])
    record(by=member, action="account.language", subject=member, language=language)


@transaction.atomic
def note_log_in(*, member: StaffMember, way: str) -> None:
    """Write down that somebody logged in, by "password" or "single sign-on"."""
    record(by=member, action="account.log-in", subject=member, way=way)


@transaction.atomic
def admit_by_single_sign_on(*, subject: str, email: str, email_is_verified: bool) -> StaffMember:
    """The active account of this subject at the identity provider; at the first login found by the verified address."""
    linked = StaffMember.objects.select_for_update().filter(oidc_subject=subject).first()
    member = linked or _find_to_link(email if email_is_verified else "")
    if member is None or not member.is_active:
        raise PermissionRefused(
            "You have no account in Houvast yet. Ask the manager of Houvast in your municipality to add you, with the "
            "e-mail address of your work account."
        )
    if linked is None:
        member.oidc_subject = subject
        member.save(update_fields=["oidc_subject"])
        record(by=member, action="account.link-single-sign-on", subject=member)
    return member


def _find_to_link(email: str) -> StaffMember | None:
    """An account with this address that is tied to nobody at the identity provider."""
    return StaffMember.objects.select_for_update().filter(email=email.strip().lower(), oidc_subject=None).first()


def _may_manage(by: StaffMember | None) -> None:
    if by is not None:
        require(by, Capability.MANAGE_PEOPLE)


def _lock(member: StaffMember) -> StaffMember:
    return StaffMember.objects.select_for_update().get(pk=member.pk)


def _keep_a_manager(*, without: StaffMember) -> None:
    """StateRefused where no other active manager would be left. Locks the managers: two may leave at the same time."""
    managers = StaffMember.objects.select_for_update().filter(role=Role.MANAGER, is_active=True).order_by("id")
    left = [manager for manager in managers if manager.pk != without.pk]
    if without.is_active and without.role == Role.MANAGER and not left:
        raise StateRefused("This is the last manager. Make somebody else manager first.")


def _read_email(email: str) -> str:
    address = email.strip().lower()
    try:
        validate_email(address)
    except ValidationError as wrong:
        raise FieldRejected("email", "Give an e-mail address, such as name@municipality.nl.") from wrong
    return address


def _read_name(name: str) -> str:
    kept = " ".join(name.split())
    if not kept or not kept.isprintable():
        raise FieldRejected("name", "Give a name.")
    if len(kept) > LONGEST_NAME:
        raise FieldRejected("name", "Write at most {most} characters.", most=LONGEST_NAME)
    return kept


def _set_one_time_password(member: StaffMember) -> str:
    password = "-".join("".join(secrets.choice(LETTERS) for _ in range(5)) for _ in range(4))
    member.set_password(password)
    member.one_time_password_until = timezone.now() + ONE_TIME_PASSWORD_HOLDS
    member.save()
    return password
