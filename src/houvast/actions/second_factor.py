# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does somebody have besides a password? A code from an app on the telephone (TOTP), or a backup code, once.

django-otp keeps the devices, refuses a code that was used before, and makes guessing slower after every failure.
"""

from __future__ import annotations

import math
import time
from base64 import b32encode

from django.db import transaction
from django.utils import timezone
from django_otp import verify_token
from django_otp.models import Device
from django_otp.oath import TOTP
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice, default_key

from houvast.actions.audit import record
from houvast.domain.errors import FieldRejected, StateRefused
from houvast.store.models import StaffMember

BACKUP_CODES = 10
CODE_DIGITS = 6


def new_secret() -> str:
    """A fresh secret, hexadecimal; nothing is kept yet."""
    return str(default_key())


def spell_secret(secret: str) -> str:
    """The secret as an app wants it typed, in groups of four."""
    text = b32encode(bytes.fromhex(secret)).decode("ascii")
    return " ".join(text[i : i + 4] for i in range(0, len(text), 4))


def address_of_secret(*, member: StaffMember, secret: str) -> str:
    """What the QR code holds: the otpauth address of the secret."""
    return str(TOTPDevice(user=member, key=secret).config_url)


@transaction.atomic
def set_up_second_factor(*, member: StaffMember, secret: str, code: str) -> tuple[Device, tuple[str, ...]]:
    """Keep the secret once the app shows the right code, in the place of a former one; with new backup codes."""
    totp = TOTP(bytes.fromhex(secret))
    totp.time = time.time()
    if not totp.verify(_digits(code), tolerance=1):
        raise FieldRejected("code", "This code is not right. Look at the newest code in the app and try again.")
    remove_second_factor(member)
    device = TOTPDevice.objects.create(user=member, key=secret, name="app", last_t=totp.t())
    codes = _make_backup_codes(member)
    record(by=member, action="account.second-factor", subject=member)
    return device, codes


def pass_second_factor(*, member: StaffMember, code: str) -> Device:
    """The device that this code, of the app or a backup code, belongs to; FieldRejected: wrong, or too soon."""
    kept = "".join(code.split()).replace("-", "").lower()
    of_app = len(kept) == CODE_DIGITS and kept.isdecimal()
    kind = TOTPDevice if of_app else StaticDevice
    device = kind.objects.filter(user=member, confirmed=True).order_by("id").first()
    if device is None:
        raise FieldRejected("code", "This code is not right.")
    with transaction.atomic():
        passed = verify_token(member, device.persistent_id, kept)
        if passed is not None and not of_app:
            record(by=member, action="account.backup-code-used", subject=member)
    if passed is None:  # after the transaction, so that the failure is counted
        raise _refusal(kind.objects.get(pk=device.pk))
    return passed


@transaction.atomic
def renew_backup_codes(*, member: StaffMember) -> tuple[str, ...]:
    """New backup codes; the former ones no longer work. StateRefused without an app: they stand in for one."""
    if not TOTPDevice.objects.filter(user=member, confirmed=True).exists():
        raise StateRefused("Set up the second step first.")
    codes = _make_backup_codes(member)
    record(by=member, action="account.backup-codes", subject=member)
    return codes


def remove_second_factor(member: StaffMember) -> None:
    """Forget every device of this colleague."""
    TOTPDevice.objects.filter(user=member).delete()
    StaticDevice.objects.filter(user=member).delete()


def _make_backup_codes(member: StaffMember) -> tuple[str, ...]:
    StaticDevice.objects.filter(user=member).delete()
    device = StaticDevice.objects.create(user=member, name="backup")
    codes = tuple(StaticToken.random_token() for _ in range(BACKUP_CODES))
    StaticToken.objects.bulk_create(StaticToken(device=device, token=code) for code in codes)
    return codes


def _digits(code: str) -> int:
    kept = "".join(code.split())
    return int(kept) if len(kept) == CODE_DIGITS and kept.isdecimal() else -1


def _refusal(device: TOTPDevice | StaticDevice) -> FieldRejected:
    allowed, why = device.verify_is_allowed()
    if allowed or device.throttling_failure_count <= 1:
        return FieldRejected("code", "This code is not right. Look at the newest code in the app and try again.")
    seconds = math.ceil((why["locked_until"] - timezone.now()).total_seconds())
    return FieldRejected(
        "code", "Too many codes that were not right. Wait {seconds} seconds, then use the newest code.", seconds=seconds
    )
