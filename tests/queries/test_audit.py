# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does the trail answer what is asked, with names where there are names, and never with a resident's words?"""

from __future__ import annotations

import csv
import io
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import cast
import pytest
from django.utils import timezone

from houvast.actions.audit import record, record_in_week
from houvast.domain.conversation import Origin
from houvast.domain.roles import Role
from houvast.domain.week import WEEK, monday_of
from houvast.queries import audit
from houvast.queries.audit import AuditQuestion, read_audit
from houvast.store.models import AuditRecord, StaffMember

pytestmark = pytest.mark.django_db
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def add(action: str = "account.log-in", *, role: Role = Role.ADVISER, at: datetime | None = None) -> AuditRecord:
    member = cast.staff(role)
    record(by=member, action=action, subject=member, way="password")
    row = AuditRecord.objects.order_by("-id")[0]
    if at:
        row.at = at
        row.save()
    return row


def asked(**question: object) -> list[str]:
    return [line.action for line in read_audit(AuditQuestion(**question), page=1).lines]  # type: ignore[arg-type]


def rows_of(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))


def test_the_newest_stands_first_and_pages_hold_everything_once() -> None:
    member = cast.staff()
    row = {
        "at": timezone.now(),
        "actor": member,
        "actor_role": "adviser",
        "subject_kind": "staffmember",
        "subject_id": "1",
    }
    AuditRecord.objects.bulk_create(AuditRecord(action=f"a.{n}", **row) for n in range(2 * audit.PER_PAGE + 1))
    pages = [read_audit(AuditQuestion(), page=number) for number in (1, 2, 3)]
    assert [len(page.lines) for page in pages] == [audit.PER_PAGE, audit.PER_PAGE, 1]
    seen = [line.action for page in pages for line in page.lines]
    assert seen == [f"a.{n}" for n in reversed(range(2 * audit.PER_PAGE + 1))]
    assert {(page.pages, page.total) for page in pages} == {(3, 2 * audit.PER_PAGE + 1)}
    assert read_audit(AuditQuestion(), page=99) == pages[2]
    assert read_audit(AuditQuestion(), page=0) == pages[0]


def test_an_empty_trail_is_one_empty_page() -> None:
    assert read_audit(AuditQuestion(), page=1) == audit.AuditPage(lines=(), number=1, pages=1, total=0)
    assert len(rows_of(audit.write_audit_file(AuditQuestion()))) == 1


def test_a_line_about_a_signal_does_not_tell_in_whose_company_it_was_written() -> None:
    week, last_week = monday_of(timezone.localdate()), monday_of(timezone.localdate()) - WEEK
    tuesday = datetime.combine(last_week + timedelta(days=1), time(9), tzinfo=AMSTERDAM)
    add("account.log-in", at=tuesday)
    record_in_week(role=Role.PROFESSIONAL, action="observation.note", subject=cast.observation())
    add("account.log-out", at=tuesday + timedelta(hours=1))
    assert asked() == ["account.log-out", "account.log-in"]  # it shows when the week is over, not when it is noted
    assert read_audit(AuditQuestion(action="observation.note"), page=1).total == 0
    assert "observation.note" not in audit.write_audit_file(AuditQuestion())
    noted = AuditRecord.objects.get(action="observation.note")
    assert noted.at.date() == week
    AuditRecord.objects.filter(pk=noted.pk).update(at=noted.at - WEEK)
    assert asked() == ["account.log-out", "account.log-in", "observation.note"]


def test_by_action_and_by_colleague() -> None:
    add("account.log-in")
    add("account.password")
    add("account.language", role=Role.MANAGER)
    assert asked(action="account.password") == ["account.password"]
    assert asked(colleague=cast.staff(Role.MANAGER).pk) == ["account.language"]
    assert asked(colleague=cast.staff(Role.MANAGER).pk, action="account.log-in") == []
    assert asked() == ["account.language", "account.password", "account.log-in"]


def test_both_days_count_from_midnight_to_midnight_here() -> None:
    add("a.before", at=datetime(2026, 7, 1, 23, 59, tzinfo=AMSTERDAM))
    add("a.first", at=datetime(2026, 7, 2, 0, 0, tzinfo=AMSTERDAM))
    add("a.last", at=datetime(2026, 7, 3, 23, 59, 59, tzinfo=AMSTERDAM))
    add("a.after", at=datetime(2026, 7, 4, 0, 0, tzinfo=AMSTERDAM))
    assert asked(since=date(2026, 7, 2), until=date(2026, 7, 3)) == ["a.last", "a.first"]
    assert asked(since=date(2026, 7, 4)) == ["a.after"]
    assert asked(until=date(2026, 7, 1)) == ["a.before"]
    assert asked(since=date(2026, 7, 3), until=date(2026, 7, 2)) == []


def test_things_have_names_and_a_statement_only_its_number() -> None:
    conversation = cast.conversation(title="Het plein", statements=0)
    statement = cast.statement(conversation, number=7, text="Mijn eigen woorden.", origin=Origin.RESIDENT)
    samira = cast.staff()
    for subject in (conversation, statement, samira, cast.participant(conversation)):
        record(by=samira, action="a.b", subject=subject)
    lines = read_audit(AuditQuestion(), page=1).lines
    assert [line.subject for line in lines] == ["", "Samira", "Het plein, 7", "Het plein"]
    assert "woorden" not in str(lines)
    assert lines[0].kind == "participant"


def test_who_is_gone_is_nobody_but_the_role_stays() -> None:
    add()
    StaffMember.objects.all().delete()
    [line] = read_audit(AuditQuestion(), page=1).lines
    assert (line.actor, line.role, line.subject) == ("", Role.ADVISER, "")


def test_the_programme_itself_has_no_role() -> None:
    record(by=None, action="conversation.close", subject=cast.conversation())
    [line] = read_audit(AuditQuestion(), page=1).lines
    assert (line.actor, line.role) == ("", None)
    assert rows_of(audit.write_audit_file(AuditQuestion()))[1][2] == "system"


def test_the_choices_are_what_occurs() -> None:
    add("b.b")
    add("a.a", role=Role.MANAGER)
    add("b.b")
    choices = audit.list_choices()
    assert choices.actions == ("a.a", "b.b")
    assert [name for _id, name in choices.colleagues] == ["Maria", "Samira"]


def test_the_file_holds_all_that_was_asked_and_no_formula() -> None:
    row = {"at": timezone.now(), "actor_role": "system", "subject_kind": "conversation", "subject_id": "1"}
    total = audit.CHUNK + 3
    AuditRecord.objects.bulk_create(AuditRecord(action="a.b", **row) for _ in range(total))
    samira = cast.staff()
    samira.name = "=HYPERLINK(1)"
    samira.save()
    record(by=samira, action="a.b", subject=samira, way="+1")
    record(by=samira, action="c.d", subject=samira)
    head, *rows = rows_of(audit.write_audit_file(AuditQuestion(action="a.b")))
    assert head == ["at", "colleague", "role", "action", "kind", "id", "subject", "details"]
    assert len(rows) == total + 1
    assert rows[0][1:] == [
        "'=HYPERLINK(1)",
        "adviser",
        "a.b",
        "staffmember",
        str(samira.pk),
        "'=HYPERLINK(1)",
        "way=+1",
    ]
    assert datetime.fromisoformat(rows[0][0]) > timezone.now() - timedelta(minutes=5)
