# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What did staff change, and when? A page at a time, or all of it; asked by an allow-list of questions only.

Lines about signals know a week, no moment. So they stand at the beginning of their week, not between the lines in whose
company they were written (somebody logged in, then a signal came), and only once that week is over.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice

from django.db.models import QuerySet
from django.utils import timezone

from houvast.domain.roles import Role
from houvast.domain.week import monday_of
from houvast.exchange.csv_text import write_csv_text
from houvast.store.models import AuditRecord, Conversation, StaffMember, Statement

PER_PAGE = 50
CHUNK = 500
SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class AuditQuestion:
    """Which rows are asked for; what is None or empty is not asked. Both days are included."""

    action: str = ""
    since: date | None = None
    until: date | None = None
    colleague: int | None = None


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One change. `subject` names the thing where it still exists; `actor` is empty for the system itself."""

    at: datetime
    actor: str
    role: Role | None
    action: str
    kind: str
    subject_id: str
    subject: str
    details: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class AuditPage:
    """Lines, newest first, with the number of all lines that answer the question."""

    lines: tuple[AuditLine, ...]
    number: int
    pages: int
    total: int


@dataclass(frozen=True, slots=True)
class AuditChoices:
    """What can be asked for: the actions that occurred, and the colleagues with their names."""

    actions: tuple[str, ...]
    colleagues: tuple[tuple[int, str], ...]


def list_choices() -> AuditChoices:
    """What occurs in the trail, for the form of the question."""
    actions = AuditRecord.objects.order_by("action").values_list("action", flat=True).distinct()
    members = StaffMember.objects.order_by("name", "id").values_list("id", "name")
    return AuditChoices(actions=tuple(actions), colleagues=tuple(members))


def read_audit(question: AuditQuestion, *, page: int) -> AuditPage:
    """The page with this number, from 1; the last one where there are fewer."""
    rows = _asked(question)
    total = rows.count()
    pages = max(1, -(-total // PER_PAGE))
    number = min(max(page, 1), pages)
    return AuditPage(
        lines=tuple(_describe(rows[(number - 1) * PER_PAGE : number * PER_PAGE])),
        number=number,
        pages=pages,
        total=total,
    )


def read_whole_audit(question: AuditQuestion) -> Iterator[AuditLine]:
    """Every line that answers the question, newest first, for a file."""
    rows = _asked(question).iterator(chunk_size=CHUNK)
    while chunk := list(islice(rows, CHUNK)):
        yield from _describe(chunk)


def write_audit_file(question: AuditQuestion) -> str:
    """The lines as CSV, with the codes of the programme: what is kept, unchanged."""
    head = ("at", "colleague", "role", "action", "kind", "id", "subject", "details")
    rows = (
        (
            line.at.isoformat(timespec="seconds"),
            line.actor,
            line.role or SYSTEM,
            line.action,
            line.kind,
            line.subject_id,
            line.subject,
            "; ".join(f"{key}={value}" for key, value in line.details),
        )
        for line in read_whole_audit(question)
    )
    return write_csv_text(head=head, rows=rows)


def _asked(question: AuditQuestion) -> QuerySet[AuditRecord]:
    this_week = datetime.combine(monday_of(timezone.localdate()), time(), tzinfo=UTC)
    rows = AuditRecord.objects.select_related("actor").exclude(actor=None, at=this_week).order_by("-at", "-id")
    if question.action:
        rows = rows.filter(action=question.action)
    if question.colleague is not None:
        rows = rows.filter(actor_id=question.colleague)
    if question.since:
        rows = rows.filter(at__gte=_midnight(question.since))
    if question.until:
        rows = rows.filter(at__lt=_midnight(question.until + timedelta(days=1)))
    return rows


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def _describe(rows: Iterable[AuditRecord]) -> Iterator[AuditLine]:
    found = list(rows)
    names = _name_subjects(found)
    for row in found:
        yield AuditLine(
            at=row.at,
            actor=row.actor.name if row.actor else "",
            role=None if row.actor_role == SYSTEM else Role(row.actor_role),
            action=row.action,
            kind=row.subject_kind,
            subject_id=row.subject_id,
            subject=names.get((row.subject_kind, row.subject_id), ""),
            details=tuple((key, str(value)) for key, value in row.details.items()),
        )


def _name_subjects(rows: list[AuditRecord]) -> dict[tuple[str, str], str]:
    """Names of the conversations, statements and colleagues that the rows are about; never a resident's words."""
    ids = {kind: {row.subject_id for row in rows if row.subject_kind == kind} for kind in SUBJECTS}
    return {
        (kind, str(identity)): name for kind, ask in SUBJECTS.items() if ids[kind] for identity, name in ask(ids[kind])
    }


def _name_conversations(ids: set[str]) -> Iterator[tuple[int, str]]:
    yield from Conversation.objects.filter(id__in=ids).values_list("id", "title")


def _name_statements(ids: set[str]) -> Iterator[tuple[int, str]]:
    rows = Statement.objects.filter(id__in=ids).values_list("id", "conversation__title", "number")
    yield from ((identity, f"{title}, {number}") for identity, title, number in rows)


def _name_colleagues(ids: set[str]) -> Iterator[tuple[int, str]]:
    yield from StaffMember.objects.filter(id__in=ids).values_list("id", "name")


SUBJECTS = {
    "conversation": _name_conversations,
    "statement": _name_statements,
    "staffmember": _name_colleagues,
}
