# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is a signal kept once and without persons, whatever is sent, however often, and by how many at a time?"""

from __future__ import annotations

import uuid
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import cast
import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from threads import at_once

from houvast.actions.notice.observations import (
    OLDEST_WEEKS,
    NotedCodes,
    check_in,
    check_week,
    correct_codes,
    note_observation,
    take_up,
)
from houvast.actions.notice.reporter import reporter_key
from houvast.actions.person_data_gate import PersonDataRejected
from houvast.domain.errors import FieldRejected, PermissionRefused
from houvast.domain.observation import ObservationKind, SourceKind, Tone
from houvast.domain.participant_key import hash_key
from houvast.domain.roles import Role
from houvast.domain.week import WEEK, monday_of
from houvast.store.models import AuditRecord, CheckIn, NoticeTerms, Observation

SEEN = "Op het plein wordt gescholden op nieuwkomers."
NOBODY = frozenset({"not_a_person"})
KEY = "abcdefghijklmnopqrstuvwxyz234567"


def fields(**more: Any) -> dict[str, Any]:
    return {
        "note_key": uuid.uuid4(), "week": timezone.localdate(), "kind": ObservationKind.TENSION, "area": cast.area(),
        "theme": cast.theme(), "source_kind": SourceKind.YOUTH_WORK, "seen": SEEN,
        "by": cast.staff(Role.PROFESSIONAL), **more,
    }  # fmt: skip


@pytest.mark.django_db
def test_a_signal_is_kept_with_its_codes_and_without_its_reporter() -> None:
    codes = NotedCodes(tone=Tone.WORRY, is_gut_feeling=True)
    noted = note_observation(**fields(codes=codes, reporter_reading="Ik denk dat het door de verhuizing komt."))
    kept = Observation.objects.get()
    this_week = monday_of(timezone.localdate())
    assert noted.is_new
    assert (kept.week, kept.entered_week, kept.tone, kept.is_gut_feeling) == (this_week, this_week, "worry", True)
    assert (kept.seen, kept.reporter_reading) == (SEEN, "Ik denk dat het door de verhuizing komt.")
    bram = cast.staff(Role.PROFESSIONAL)
    assert kept.reporter_key == reporter_key(bram)
    assert bram.email not in kept.reporter_key
    row = AuditRecord.objects.get()
    assert (row.action, row.actor, row.actor_role, row.details) == ("observation.note", None, "professional", {})
    assert row.at.date() == this_week


@pytest.mark.django_db
def test_the_same_note_again_is_what_is_stored() -> None:
    first = fields(wants_feedback=True, reply_key=KEY)
    made = note_observation(**first)
    again = note_observation(**{**first, "seen": "Iets heel anders."})
    assert (made.is_new, again.is_new, again.observation.pk) == (True, False, made.observation.pk)
    assert (made.reply_key, again.reply_key) == (KEY, KEY)
    assert note_observation(**{**first, "reply_key": "z" * 32}).reply_key == ""
    assert Observation.objects.get().seen == SEEN
    assert AuditRecord.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_the_same_note_eight_times_at_once_is_kept_once() -> None:
    sent = fields(wants_feedback=True, reply_key=KEY)
    kept: list[tuple[bool, str]] = []

    def send() -> None:
        noted = note_observation(**sent)
        kept.append((noted.is_new, noted.reply_key))

    assert at_once([send] * 8) == []
    assert sorted(kept) == [*[(False, KEY)] * 7, (True, KEY)]
    assert (Observation.objects.count(), AuditRecord.objects.count()) == (1, 1)


@pytest.mark.django_db
@pytest.mark.parametrize("field", ["seen", "reporter_reading", "already_done"])
@pytest.mark.parametrize("secret", ["06-12345678", "kees@voorbeeld.nl", "1234 AB 12", "@keesje"])
def test_no_text_with_personal_data_is_stored_anywhere(field: str, secret: str) -> None:
    with pytest.raises(PersonDataRejected) as refused:
        note_observation(**fields(**{field: f"Bel {secret} even."}))
    assert refused.value.field == field
    assert not Observation.objects.exists()
    assert not AuditRecord.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_what_is_refused_is_not_in_the_file_of_the_database() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("the file is SQLite's")
    with pytest.raises(PersonDataRejected):
        note_observation(**fields(seen="Zwartjesgedoe, bel 06-12345678."))
    note_observation(**fields(seen="Groentjesgedoe op het plein."))
    place = Path(str(settings.DATABASES["default"]["NAME"]))
    content = b"".join(one.read_bytes() for one in place.parent.glob(f"{place.name}*"))
    assert b"Groentjesgedoe" in content
    assert b"Zwartjesgedoe" not in content


@pytest.mark.django_db
def test_a_possible_name_can_be_said_to_be_nobodys_and_a_number_cannot() -> None:
    with pytest.raises(PersonDataRejected) as refused:
        note_observation(**fields(seen="Bij Pietersen is het onrustig."))
    assert refused.value.can_confirm
    assert note_observation(**fields(seen="Bij Pietersen is het onrustig.", confirmed=NOBODY)).is_new
    with pytest.raises(PersonDataRejected):
        note_observation(**fields(seen="Bel 06-12345678.", confirmed=NOBODY))


@pytest.mark.django_db
def test_who_wants_to_hear_back_gets_a_date_and_only_a_hash_is_kept() -> None:
    NoticeTerms.objects.create(feedback_days=10)
    noted = note_observation(**fields(wants_feedback=True))
    assert noted.observation.feedback_due == monday_of(timezone.localdate()) + timedelta(days=10)
    assert noted.observation.reply_hash == hash_key(noted.reply_key)
    assert noted.reply_key not in str(Observation.objects.values())
    quiet = note_observation(**fields(reply_key=KEY)).observation
    assert (quiet.wants_feedback, quiet.feedback_due, quiet.reply_hash) == (False, None, None)


@pytest.mark.django_db
@pytest.mark.parametrize("days", [1, 7, 14])
def test_the_date_does_not_tell_on_which_day_the_signal_was_noted(days: int, monkeypatch: pytest.MonkeyPatch) -> None:
    NoticeTerms.objects.create(feedback_days=days)
    monday, dues = monday_of(timezone.localdate()), set()
    for day in range(7):
        monkeypatch.setattr(timezone, "localdate", lambda day=day: monday + timedelta(days=day))
        due = note_observation(**fields(wants_feedback=True)).observation.feedback_due
        assert due is not None
        assert due > timezone.localdate()
        dues.add(due)
    assert len(dues) == 1


@pytest.mark.django_db
@pytest.mark.parametrize("key", ["kort", KEY])
def test_a_broken_or_used_private_key_is_refused(key: str) -> None:
    note_observation(**fields(wants_feedback=True, reply_key=KEY))
    with pytest.raises(FieldRejected) as refused:
        note_observation(**fields(wants_feedback=True, reply_key=key))
    assert refused.value.field == "wants_feedback"
    assert Observation.objects.count() == 1


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(-400, 60))
def test_a_week_is_noted_until_half_a_year_later_and_never_before_it_comes(today: date, days: int) -> None:
    day = today + timedelta(days=days)
    may = monday_of(today) - OLDEST_WEEKS * WEEK <= monday_of(day) <= monday_of(today)
    if may:
        assert check_week(day, today=today) == monday_of(day)
        return
    with pytest.raises(FieldRejected) as refused:
        check_week(day, today=today)
    assert refused.value.field == "week"


@pytest.mark.django_db
def test_who_may_not_note_notes_nothing() -> None:
    for role in (Role.READER, Role.MANAGER):
        with pytest.raises(PermissionRefused):
            note_observation(**fields(by=cast.staff(role)))
        with pytest.raises(PermissionRefused):
            check_in(note_key=uuid.uuid4(), week=timezone.localdate(), area=cast.area(),
                     source_kind=SourceKind.POLICE, by=cast.staff(role))  # fmt: skip
    assert not Observation.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_nothing_special_counts_once_a_week_area_and_reporter() -> None:
    bram, area, key = cast.staff(Role.PROFESSIONAL), cast.area(), uuid.uuid4()
    given = {"week": timezone.localdate(), "area": area, "source_kind": SourceKind.POLICE, "by": bram}
    jobs = [lambda: check_in(note_key=key, **given)] * 4 + [lambda: check_in(note_key=uuid.uuid4(), **given)] * 4
    assert at_once(jobs) == []
    assert CheckIn.objects.count() == 1
    check_in(note_key=uuid.uuid4(), **{**given, "by": cast.staff()})
    check_in(note_key=uuid.uuid4(), **{**given, "week": timezone.localdate() - WEEK})
    assert CheckIn.objects.count() == 3
    assert set(AuditRecord.objects.values_list("action", "actor")) == {("check-in.make", None)}


@pytest.mark.django_db
def test_taking_up_is_marked_once_and_another_may_take_over() -> None:
    found = cast.observation()
    take_up(observation=found, by=cast.staff())
    take_up(observation=found, by=cast.staff())
    found.refresh_from_db()
    assert (found.taken_up_at, found.feedback_owner) == (timezone.localdate(), cast.staff())
    assert list(AuditRecord.objects.values_list("action", "actor_role")) == [("observation.take up", "adviser")]
    take_up(observation=found, by=cast.staff(Role.COMMUNICATION))
    found.refresh_from_db()
    assert found.feedback_owner == cast.staff(Role.COMMUNICATION)
    with pytest.raises(PermissionRefused):
        take_up(observation=found, by=cast.staff(Role.PROFESSIONAL))


@pytest.mark.django_db
def test_a_correction_changes_codes_and_is_in_the_trail() -> None:
    found, other = cast.observation(), cast.area(code="BU00000102", name="Dijk")
    given = {"observation": found, "area": other, "theme": None, "kind": ObservationKind.RESILIENCE}
    correct_codes(**given, by=cast.staff())
    correct_codes(**given, by=cast.staff())
    found.refresh_from_db()
    assert (found.area, found.theme, found.kind) == (other, None, "resilience")
    row = AuditRecord.objects.get()
    assert row.details == {"changed": "area, theme, kind"}  # not which: who reads the trail may not see signals
    assert row.actor is None
