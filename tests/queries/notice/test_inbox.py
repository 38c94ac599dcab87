# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Are late messages first, and does a sender, and nobody else, read an answer?"""

from __future__ import annotations

from datetime import timedelta

import cast
import pytest
from django.utils import timezone
from entrance import configure
from noticed_things import a_message

from houvast.domain.conversation import ConversationState
from houvast.domain.errors import NotFound
from houvast.domain.inbox import MessageState
from houvast.domain.participant_key import new_token, personal_key
from houvast.domain.roles import Role
from houvast.queries.notice.inbox import (
    answer_page,
    answering_colleagues,
    conversation_choices,
    inbox_page,
    message_page,
    sends_mail,
)
from houvast.store.models import Contact

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
DAY = timedelta(days=1)


def test_the_longest_late_come_first() -> None:
    samira = cast.staff()
    later = a_message(due=TODAY + 3 * DAY)
    soon = a_message(due=TODAY, owner=samira, state=MessageState.TAKEN_UP)
    late = a_message(due=TODAY - DAY, owner=cast.staff(Role.COMMUNICATION))
    latest = a_message(due=TODAY - 9 * DAY)
    done = a_message(due=TODAY - 9 * DAY, state=MessageState.ANSWERED, answered_on=TODAY)
    page = inbox_page(reader=samira)
    assert [one.number for one in page.late] == [latest.pk, late.pk]
    assert [(one.number, one.is_mine) for one in page.waiting] == [(soon.pk, True), (later.pk, False)]
    assert [one.number for one in page.answered] == [done.pk]
    assert [one.owner for one in page.late] == ["", "Cora"]
    assert not page.answered[0].is_late


def test_a_long_text_is_cut_between_words() -> None:
    a_message(text="lantaarn " * 40)
    (line,) = inbox_page(reader=cast.staff()).waiting
    assert line.beginning.endswith("lantaarn …")
    assert len(line.beginning) < 170


def test_the_page_of_a_message_shows_no_address() -> None:
    message = a_message(area=cast.area(), theme=cast.theme())
    Contact.objects.create(
        message=message, email="dirk@voorbeeld.example", consented_on=TODAY, remove_after=TODAY + DAY
    )
    page = message_page(message.pk, reader=cast.staff())
    assert page.has_contact
    assert "@" not in repr(page)
    assert (page.about.area, page.area_code, page.theme_code) == ("Havenkwartier", cast.area().code, "youth")
    with pytest.raises(NotFound):
        message_page(10**30, reader=cast.staff())


def test_a_private_link_opens_one_message() -> None:
    key = personal_key(new_token(), "inbox")
    a_message(key=key, text="Mijn vraag", due=TODAY - DAY)
    a_message(text="De vraag van een ander")
    page = answer_page(key)
    assert (page.text, page.is_late) == ("Mijn vraag", True)
    for wrong in ("", "kort", personal_key(new_token(), "inbox"), "removed 1"):
        with pytest.raises(NotFound):
            answer_page(wrong)


def test_who_and_where_can_be_chosen() -> None:
    for role in Role:
        cast.staff(role)
    left = cast.staff(Role.COMMUNICATION)
    assert [name for _id, name in answering_colleagues()] == ["Cora", "Samira"]
    left.is_active = False
    left.save()
    assert [name for _id, name in answering_colleagues()] == ["Samira"]
    made = {state: cast.conversation(state=state, statements=0).code for state in ConversationState}
    takes = {ConversationState.DRAFT, ConversationState.REHEARSAL, ConversationState.OPEN}
    assert {code for code, _title in conversation_choices()} == {made[state] for state in takes}


def test_whether_mail_goes_out(settings: object) -> None:
    configure(settings, HOUVAST_MAIL="")
    assert not sends_mail()
    configure(settings, HOUVAST_MAIL="smtp://localhost:25")
    assert sends_mail()
