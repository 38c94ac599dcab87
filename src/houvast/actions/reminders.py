# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who should be told that statements wait? Moderators, by mail, once a day, where a mail server is set."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.core.mail import send_mail
from django.db.models import Count, Q
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from houvast.domain.conversation import ConversationState
from houvast.domain.roles import CAPABILITIES, Capability
from houvast.domain.votes import Moderation
from houvast.queries.work import REMINDER
from houvast.store.models import Conversation, StaffMember, WorkClaim

EVERY = timedelta(days=1)


def remind_moderators() -> int:
    """Mail every active moderator how many statements wait in which conversation; the number of mails sent.

    At most once a day, whatever the number of workers: the claim on the reminder is the clock.
    """
    if not settings.HOUVAST.text("HOUVAST_MAIL") or not _is_time():
        return 0
    waiting = _waiting()
    roles = [role for role, capabilities in CAPABILITIES.items() if Capability.MODERATE in capabilities]
    people = StaffMember.objects.filter(is_active=True, role__in=roles).order_by("id") if waiting else ()
    return sum(_send(person, waiting) for person in people)


def _is_time() -> bool:
    """Whether a day has passed; the one who finds so takes the next day with a conditional update."""
    now = timezone.now()
    WorkClaim.objects.get_or_create(name=REMINDER, defaults={"holder": "", "until": now})
    return WorkClaim.objects.filter(name=REMINDER, until__lte=now).update(until=now + EVERY) == 1


def _waiting() -> list[tuple[str, str, int]]:
    """Code, title and number of waiting statements of the running conversations that have any."""
    open_ones = Q(statements__moderation=Moderation.OPEN, statements__is_rehearsal=False)
    found = Conversation.objects.filter(state=ConversationState.OPEN).annotate(waiting=Count("statements", open_ones))
    return list(found.filter(waiting__gt=0).order_by("id").values_list("code", "title", "waiting"))


def _send(person: StaffMember, waiting: list[tuple[str, str, int]]) -> int:
    total = sum(number for _code, _title, number in waiting)
    address = settings.HOUVAST.text("HOUVAST_ADDRESS")
    with translation.override(person.language):
        subject = ngettext("%(n)s statement waits for you", "%(n)s statements wait for you", total) % {"n": total}
        lines = [f"{title}: {number}\n{address}/beheer/gesprekken/{code}/moderatie" for code, title, number in waiting]
        close = _("You get this mail at most once a day.")
    return send_mail(subject, "\n\n".join([*lines, close]), None, [person.email], fail_silently=True)
