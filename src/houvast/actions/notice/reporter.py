# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Do two signals come from one reporter? A pseudonym of this installation tells that, and nothing else.

Only the attention engine uses it, to count independent reporters. It is never shown, exported or written in the trail.
"""

from __future__ import annotations

from django.conf import settings
from django.utils.crypto import salted_hmac

from houvast.store.models import StaffMember

SALT = "houvast.notice.reporter"
UNKNOWN_REPORTER = ""
"""Of somebody of whom nobody can tell whether they reported before: all of one source count as one."""


def reporter_key(by: StaffMember) -> str:
    """The pseudonym of a colleague: 64 hexadecimal characters, the same for all that this colleague reports."""
    return salted_hmac(SALT, str(by.pk), secret=settings.SECRET_KEY, algorithm="sha256").hexdigest()


def named_reporter_key(name: str) -> str:
    """The pseudonym of a reporter by the code that another system gave it; the code itself is not kept."""
    return salted_hmac(f"{SALT}.elsewhere", name, secret=settings.SECRET_KEY, algorithm="sha256").hexdigest()
