# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is what somebody sends kept once and safely, answered by whom it may, and is the sender told without a word of it?"""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import Any

import cast
import pytest
from django.core import mail
from django.utils import timezone
from entrance import configure
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from noticed_things import a_message
from threads import at_once

from houvast.actions.notice import inbox
from houvast.actions.notice.inbox import Sent, answer_message, hand_over, mark_for_case, send_message, take_up
from houvast.actions.notice.observation_gate import Confirmation, RightDoor, SpecialCategoryWarning
from houvast.domain.errors import FieldRejected, HouvastError, NotFound, PermissionRefused, StateRefused
from houvast.domain.inbox import MessageKind, MessageState, SenderKind
from houvast.domain.participant_key import hash_key, new_token, personal_key
from houvast.domain.roles import Role
from houvast.store.models import AuditRecord, Contact, InboxMessage

pytestmark = pytest.mark.django_db
TEXT = "Waarom gaat het licht op het plein zo vroeg uit?"
MAIL = {"HOUVAST_MAIL": "smtp://localhost:25", "HOUVAST_MAIL_FROM": "houvast@noorderhaaks.example"}


def sent(**fields: object) -> Sent:
    values: dict[str, object] = {
        "key": personal_key(new_token(), "inbox"),
        "kind": MessageKind.QUESTION,
        "sender": SenderKind.RESIDENT,
        "text": TEXT,
        "language": "nl",
    }
    return Sent(**{**values, **fields})  # type: ignore[arg-type]


def test_a_message_is_kept_with_the_hash_of_its_link() -> None:
    given_key = personal_key(new_token(), "inbox")
    made = send_message(sent=sent(key=given_key, area=cast.area().code, theme=cast.theme().code))
    found = InboxMessage.objects.get()
    assert (found.text, found.area, found.theme, found.state) == (TEXT, cast.area(), cast.theme(), MessageState.NEW)
    assert found.reply_hash == hash_key(given_key)
    assert given_key not in str(InboxMessage.objects.values().get())
    assert found.due == made.received_on + timedelta(days=14)
    assert not Contact.objects.exists()
    assert not AuditRecord.objects.exists()


def test_sending_twice_is_sending_once() -> None:
    same = sent(email="dirk@voorbeeld.example", consent=True)
    assert send_message(sent=same) == send_message(sent=same)
    assert (InboxMessage.objects.count(), Contact.objects.count()) == (1, 1)


@pytest.mark.django_db(transaction=True)
def test_a_double_press_is_sending_once() -> None:
    same = sent(email="dirk@voorbeeld.example", consent=True)
    assert at_once([partial(send_message, sent=same)] * 4) == []
    assert (InboxMessage.objects.count(), Contact.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    ("field", "fields"),
    [
        ("key", {"key": "kort"}),
        ("text", {"text": "  "}),
        ("text", {"text": "x" * 2001}),
        ("text", {"text": "Bel mij: 06-12345678"}),
        ("text", {"text": "Mijn buurvrouw Fatima El Amrani maakt ruzie."}),
        ("area", {"area": "BU99999999"}),
        ("theme", {"theme": "nothing"}),
        ("email", {"email": "geen adres", "consent": True}),
        ("consent", {"email": "dirk@voorbeeld.example"}),
    ],
)
def test_what_is_refused_is_kept_nowhere(field: str, fields: dict[str, object]) -> None:
    with pytest.raises(FieldRejected) as refused:
        send_message(sent=sent(**fields))
    assert refused.value.field == field
    assert (InboxMessage.objects.count(), Contact.objects.count(), AuditRecord.objects.count()) == (0, 0, 0)


def test_a_flood_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inbox, "MOST_A_DAY", 2)
    kept = [send_message(sent=sent()) for _ in range(2)]
    with pytest.raises(StateRefused):
        send_message(sent=sent())
    assert set(InboxMessage.objects.all()) == set(kept)


def test_an_owner_takes_up_and_hands_over() -> None:
    found, samira, cora = a_message(), cast.staff(Role.ADVISER), cast.staff(Role.COMMUNICATION)
    take_up(number=found.pk, by=samira)
    take_up(number=found.pk, by=samira)
    found.refresh_from_db()
    assert (found.owner, found.state) == (samira, MessageState.TAKEN_UP)
    hand_over(number=found.pk, to=cora.pk, by=samira)
    found.refresh_from_db()
    assert found.owner == cora
    assert sorted(AuditRecord.objects.values_list("action", flat=True)) == ["message.hand over", "message.take up"]


@pytest.mark.parametrize("role", [Role.READER, Role.PROFESSIONAL, Role.MANAGER])
def test_nobody_gets_a_message_who_cannot_answer(role: Role) -> None:
    found = a_message()
    with pytest.raises(FieldRejected):
        hand_over(number=found.pk, to=cast.staff(role).pk, by=cast.staff())
    for act in (
        lambda: take_up(number=found.pk, by=cast.staff(role)),
        lambda: hand_over(number=found.pk, to=cast.staff().pk, by=cast.staff(role)),
        lambda: answer_message(number=found.pk, answer="Ja.", by=cast.staff(role)),
        lambda: mark_for_case(number=found.pk, is_for_case=True, by=cast.staff(role)),
    ):
        with pytest.raises(PermissionRefused):
            act()
    assert InboxMessage.objects.get().state == MessageState.NEW


def test_somebody_who_left_gets_nothing() -> None:
    found, cora = a_message(), cast.staff(Role.COMMUNICATION)
    cora.is_active = False
    cora.save()
    with pytest.raises(FieldRejected):
        hand_over(number=found.pk, to=cora.pk, by=cast.staff())


def test_an_answer_can_be_bettered_and_its_words_stay_out_of_the_trail() -> None:
    found = a_message()
    answer_message(number=found.pk, answer="Wij zoeken het uit.", by=cast.staff())
    answer_message(number=found.pk, answer="Het licht brandt nu tot elf uur.", by=cast.staff(Role.COMMUNICATION))
    found.refresh_from_db()
    assert (found.answer, found.owner) == ("Het licht brandt nu tot elf uur.", cast.staff())
    assert (found.state, found.answered_on) == (MessageState.ANSWERED, timezone.localdate())
    assert "licht" not in str(list(AuditRecord.objects.values()))


def test_an_answer_goes_through_the_gate_and_not_to_a_text_that_is_gone() -> None:
    found = a_message()
    with pytest.raises(FieldRejected):
        answer_message(number=found.pk, answer="Bel Piet Jansen op 06-12345678.", by=cast.staff())
    found.refresh_from_db()
    assert (found.answer, found.state) == ("", MessageState.NEW)
    gone = a_message(text="", text_removed_at=timezone.localdate(), state=MessageState.ANSWERED)
    with pytest.raises(StateRefused):
        answer_message(number=gone.pk, answer="Ja.", by=cast.staff())


def told(settings: Any, callbacks: Any, **fields: object) -> InboxMessage:
    configure(settings, **MAIL)
    made = send_message(sent=sent(email="dirk@voorbeeld.example", consent=True, **fields))
    with callbacks(execute=True):
        answer_message(number=made.pk, answer="Het licht brandt nu tot elf uur.", by=cast.staff())
    return made


def test_the_mail_says_only_that_there_is_an_answer(settings: Any, django_capture_on_commit_callbacks: Any) -> None:
    key = personal_key(new_token(), "inbox")
    made = told(settings, django_capture_on_commit_callbacks, key=key)
    (letter,) = mail.outbox
    assert letter.to == ["dirk@voorbeeld.example"]
    assert "eigen link" in letter.body
    for secret in ("licht", key, made.reply_hash, "http"):
        assert secret not in f"{letter.subject} {letter.body}"
    contact = Contact.objects.get()
    today = timezone.localdate()
    assert (contact.told_on, contact.remove_after) == (today, today + timedelta(days=14))


def test_the_mail_is_in_the_language_of_the_sender(settings: Any, django_capture_on_commit_callbacks: Any) -> None:
    told(settings, django_capture_on_commit_callbacks, language="en", text="Why does the light go out so early?")
    assert mail.outbox[0].subject == "There is an answer to what you sent us"


def test_without_a_mail_server_nobody_is_told(settings: Any, django_capture_on_commit_callbacks: Any) -> None:
    made = send_message(sent=sent(email="dirk@voorbeeld.example", consent=True))
    configure(settings, HOUVAST_MAIL="")
    with django_capture_on_commit_callbacks(execute=True):
        answer_message(number=made.pk, answer="Ja.", by=cast.staff())
    assert mail.outbox == []
    assert Contact.objects.get().told_on is None


def test_put_aside_for_a_case_and_back() -> None:
    found = a_message()
    for wanted in (True, True, False):
        mark_for_case(number=found.pk, is_for_case=wanted, by=cast.staff())
        found.refresh_from_db()
        assert found.is_for_case is wanted
    assert AuditRecord.objects.count() == 2
    with pytest.raises(NotFound):
        mark_for_case(number=10**30, is_for_case=True, by=cast.staff())


class TestFuzz(TestCase):
    """Whatever is sent: kept as it is shown, or a clear error and nothing kept."""

    @given(st.text(max_size=400), st.text(max_size=40), st.text(max_size=12), st.booleans())
    def test_nothing_half_written(self, text: str, email: str, area: str, consent: bool) -> None:
        try:
            send_message(sent=sent(text=text, email=email, area=area, consent=consent))
        except HouvastError:
            assert not InboxMessage.objects.exists()
            assert not Contact.objects.exists()
        else:
            assert InboxMessage.objects.get().text


def test_a_worry_about_one_person_is_shown_its_door_and_kept_nowhere() -> None:
    with pytest.raises(RightDoor) as refused:
        send_message(sent=sent(text="Mijn buurman slaat zijn vrouw en zegt dat hij haar gaat doden."))
    assert refused.value.doors
    assert not InboxMessage.objects.exists()


def test_the_sender_may_say_that_a_word_is_needed() -> None:
    about = sent(text="Mijn buurman is moslim en wordt op straat uitgescholden.")
    with pytest.raises(SpecialCategoryWarning) as refused:
        send_message(sent=about)
    assert refused.value.can_confirm
    assert send_message(sent=about, confirmed=frozenset({Confirmation.IS_NEEDED})).text == about.text
