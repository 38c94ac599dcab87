# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How do words go when their time is over? In batches; each batch and the record of it stand or fall together.

What is recorded is what kind, how many and under which rule. Codes, weeks and counts stay.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import CharField, F, QuerySet, Value
from django.db.models.functions import Cast, Concat
from django.utils import timezone

from houvast.queries.notice import retention as due
from houvast.queries.notice.terms import notice_terms
from houvast.store.models import Destruction

BATCH = 2000


@dataclass(frozen=True, slots=True)
class Rule:
    """What goes: its code, the code of the rule, what is due, and how it goes. has_weeks: the terms say how long."""

    what: str
    rule: str
    due: Callable[[date, int], QuerySet[Any]]
    remove: Callable[[QuerySet[Any], date], int]
    has_weeks: bool = True


def remove_texts_due() -> int:
    """Destroy everything whose time is over; how many things. Again the same day: none."""
    today, weeks = timezone.localdate(), notice_terms().text_weeks
    return sum(_carry_out(rule, today, weeks) for rule in RULES)


def _carry_out(rule: Rule, today: date, weeks: int) -> int:
    done, record = 0, None
    while ids := list(rule.due(today, weeks).order_by("pk").values_list("pk", flat=True)[:BATCH]):
        with transaction.atomic():
            number = rule.remove(rule.due(today, weeks).filter(pk__in=ids), today)
            record = _record(rule, weeks, number, record)
        done += number
    return done


def _record(rule: Rule, weeks: int, number: int, before: Destruction | None) -> Destruction:
    """One row for all batches of a run."""
    if before is not None:
        Destruction.objects.filter(pk=before.pk).update(number=F("number") + number)
        return before
    says = f"{rule.rule}:{weeks}" if rule.has_weeks else rule.rule
    return Destruction.objects.create(at=timezone.now(), what=rule.what, number=number, rule=says)


def _empty_observations(found: QuerySet[Any], today: date) -> int:
    return found.update(seen="", reporter_reading="", already_done="", text_removed_at=today)


def _empty_replies(found: QuerySet[Any], today: date) -> int:  # noqa: ARG001 -- as the others are called
    return found.update(text="")


def _forget_links(found: QuerySet[Any], today: date) -> int:  # noqa: ARG001 -- as the others are called
    return found.update(reply_hash=None)


def _empty_messages(found: QuerySet[Any], today: date) -> int:
    unusable = Concat(Value(due.REMOVED_HASH), Cast("pk", CharField()))
    return found.update(text="", answer="", text_removed_at=today, reply_hash=unusable)


def _delete(found: QuerySet[Any], today: date) -> int:  # noqa: ARG001 -- as the others are called
    return found.delete()[0]


def _empty_remarks(found: QuerySet[Any], today: date) -> int:  # noqa: ARG001 -- as the others are called
    return found.update(remark="")


RULES = (
    Rule("observation text", "weeks after it came in", due.observation_texts, _empty_observations),
    Rule("reply text", "weeks after the answer", due.reply_texts, _empty_replies),
    Rule("observation link", "weeks after it came in", due.observation_links, _forget_links),
    Rule("message text", "weeks after the answer", due.message_texts, _empty_messages),
    Rule("contact", "end of the use", due.contacts, _delete, has_weeks=False),
    Rule("round remark", "weeks after the round", due.round_remarks, _empty_remarks),
)
