# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Do words go when their time is over, all of them and nothing else, and is that recorded without a word?"""

from __future__ import annotations

import uuid
from datetime import date, timedelta
from pathlib import Path

import cast
import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone
from noticed_things import a_message, a_round

from houvast.actions.notice import retention
from houvast.actions.notice.observations import note_observation
from houvast.actions.notice.retention import remove_texts_due
from houvast.domain.inbox import MessageState
from houvast.domain.observation import ObservationKind, SourceKind
from houvast.domain.participant_key import hash_key, new_token, personal_key
from houvast.domain.week import WEEK, monday_of
from houvast.queries.notice.inbox import answer_page
from houvast.queries.notice.retention import texts_due
from houvast.store.models import (
    AuditRecord,
    Contact,
    Destruction,
    InboxMessage,
    NoticeTerms,
    Observation,
    ObservationReply,
    Round,
)

pytestmark = pytest.mark.django_db
WORD = "zonnebloemveld"  # in every text, and after the removal nowhere


def old_monday(weeks: int) -> date:
    return monday_of(timezone.localdate()) - weeks * WEEK


def observed(weeks: int, **fields: object) -> Observation:
    week = old_monday(weeks)
    return cast.observation(week=week, entered_week=week, **{"seen": f"Bij het {WORD} wordt geschreeuwd.", **fields})


def destroyed() -> dict[str, tuple[int, str]]:
    return {one.what: (one.number, one.rule) for one in Destruction.objects.all()}


def everywhere() -> str:
    """All that the tables hold, as text."""
    with connection.cursor() as cursor:
        parts = []
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT * FROM "{table}"')
            parts.append(str(cursor.fetchall()))
    return "".join(parts)


@pytest.mark.parametrize(("weeks", "is_gone"), [(25, False), (26, True), (300, True)])
def test_words_go_after_the_weeks_of_the_terms_and_codes_stay(weeks: int, is_gone: bool) -> None:
    found = observed(weeks, reporter_reading=WORD, already_done=WORD, tone="worry")
    before = Observation.objects.values().get()
    assert texts_due() is is_gone
    assert remove_texts_due() == int(is_gone)
    assert not texts_due()
    found.refresh_from_db()
    assert (found.seen == "") is is_gone
    texts = ("seen", "reporter_reading", "already_done", "text_removed_at")
    after = Observation.objects.values().get()
    assert {k: v for k, v in after.items() if k not in texts} == {k: v for k, v in before.items() if k not in texts}
    assert after["text_removed_at"] == (timezone.localdate() if is_gone else None)


def test_the_terms_say_how_long() -> None:
    NoticeTerms.objects.create(text_weeks=4)
    observed(3)
    observed(4)
    assert remove_texts_due() == 1
    assert destroyed() == {"observation text": (1, "weeks after it came in:4")}


def test_again_destroys_and_records_nothing() -> None:
    observed(30)
    assert remove_texts_due() == 1
    assert remove_texts_due() == 0
    assert Destruction.objects.count() == 1


def test_batches_end_in_one_record(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retention, "BATCH", 3)
    for _ in range(10):
        observed(30)
    assert remove_texts_due() == 10
    assert destroyed() == {"observation text": (10, "weeks after it came in:26")}


def test_a_batch_that_fails_is_not_recorded(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was done before stands, with its record; what failed is as it was."""
    monkeypatch.setattr(retention, "BATCH", 2)
    for _ in range(4):
        observed(30)
    calls: list[int] = []
    whole = retention._record

    def broken(*args: object) -> Destruction:
        calls.append(1)
        if len(calls) == 2:
            raise RuntimeError
        return whole(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(retention, "_record", broken)
    with pytest.raises(RuntimeError):
        remove_texts_due()
    assert Observation.objects.filter(seen="").count() == 2
    assert destroyed() == {"observation text": (2, "weeks after it came in:26")}


def test_a_link_stays_while_somebody_waits_for_an_answer() -> None:
    day = timezone.localdate()
    waits = observed(30, wants_feedback=True, feedback_due=day, reply_hash="a" * 64)
    for_ever = observed(52, wants_feedback=True, feedback_due=day, reply_hash="b" * 64)
    recent = observed(30, wants_feedback=True, feedback_due=day, reply_hash="c" * 64)
    long_ago = observed(30, wants_feedback=True, feedback_due=day, reply_hash="d" * 64)
    ObservationReply.objects.create(observation=recent, text=WORD, at=day - 2 * WEEK)
    ObservationReply.objects.create(observation=long_ago, text=WORD, at=day - 28 * WEEK)
    remove_texts_due()
    kept = Observation.objects.exclude(reply_hash=None).values_list("pk", flat=True)
    assert set(kept) == {waits.pk, recent.pk}
    assert {for_ever.pk, long_ago.pk} == set(Observation.objects.filter(reply_hash=None).values_list("pk", flat=True))
    assert sorted(ObservationReply.objects.values_list("text", flat=True)) == ["", WORD]


def test_messages_go_some_weeks_after_their_answer_and_not_before_it() -> None:
    key, today = personal_key(new_token(), "inbox"), timezone.localdate()
    old = a_message(
        key=key, text=WORD, answer=WORD, state=MessageState.ANSWERED, answered_on=today - 26 * WEEK,
        received_on=today - 40 * WEEK, due=today - 38 * WEEK,
    )  # fmt: skip
    recent = a_message(text=WORD, answer=WORD, state=MessageState.ANSWERED, answered_on=today - 25 * WEEK)
    waiting = a_message(text=WORD, received_on=today - 40 * WEEK, due=today - 38 * WEEK)
    assert answer_page(key).text == WORD
    assert remove_texts_due() == 1
    assert set(InboxMessage.objects.filter(text=WORD)) == {recent, waiting}
    old.refresh_from_db()
    assert (old.text, old.answer, old.text_removed_at) == ("", "", today)
    assert hash_key(key) != old.reply_hash
    assert len(old.reply_hash) < 64


def test_addresses_go_after_their_day() -> None:
    today = timezone.localdate()
    for days in (-1, 0, 1):
        Contact.objects.create(
            message=a_message(), email=f"dirk{days}@voorbeeld.example", consented_on=today,
            remove_after=today + timedelta(days),
        )  # fmt: skip
    assert remove_texts_due() == 1
    assert not Contact.objects.filter(email__startswith="dirk-1").exists()
    assert InboxMessage.objects.count() == 3
    assert destroyed() == {"contact": (1, "end of the use")}


def test_remarks_about_rounds_go() -> None:
    today = timezone.localdate()
    a_round(planned_on=today - 26 * WEEK, remark=WORD)
    a_round(planned_on=today - 25 * WEEK, remark=WORD)
    assert remove_texts_due() == 1
    assert Round.objects.exclude(remark="").count() == 1


def test_no_word_is_left_in_any_table() -> None:
    """Also not in the trail: what it says of a removed signal harms nobody."""
    noted = note_observation(
        note_key=uuid.uuid4(), week=timezone.localdate(), kind=ObservationKind.TENSION, area=cast.area(),
        theme=None, source_kind=SourceKind.POLICE, seen=f"Bij het {WORD} is ruzie.", reporter_reading=WORD,
        by=cast.staff(),
    )  # fmt: skip
    assert WORD in everywhere()
    Observation.objects.filter(pk=noted.observation.pk).update(week=old_monday(30), entered_week=old_monday(30))
    remove_texts_due()
    assert WORD not in everywhere()
    row = AuditRecord.objects.get(action="observation.note")
    assert (row.actor, row.details) == (None, {})


def test_a_code_without_words_is_not_counted() -> None:
    observed(30, seen="")
    assert not texts_due()
    assert remove_texts_due() == 0


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL clears its pages by itself (vacuum)")
@pytest.mark.django_db(transaction=True)
def test_words_that_were_destroyed_are_not_left_in_the_file() -> None:
    word = "Zilverreigerkolonie"
    old = timezone.localdate() - timedelta(weeks=40)
    signal = cast.observation(seen=f"Bij de {word} is ruzie. " * 40, week=monday_of(old), entered_week=monday_of(old))
    place = Path(str(settings.DATABASES["default"]["NAME"]))
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert word.encode() in place.read_bytes()
    remove_texts_due()
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    signal.refresh_from_db()
    assert signal.seen == ""
    assert word.encode() not in place.read_bytes()
