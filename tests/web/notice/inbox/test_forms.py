# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Do the forms of the inbox offer what there is, and give the actions what they ask?"""

from __future__ import annotations

from typing import Any

import cast
import pytest
from entrance import configure
from noticed_things import a_message

from houvast.domain.inbox import MessageKind, SenderKind
from houvast.domain.observation import ObservationKind
from houvast.domain.participant_key import is_key
from houvast.domain.roles import Role
from houvast.queries.notice.inbox import message_page
from houvast.web.notice.inbox.forms import (
    HandOverForm,
    IdeaForm,
    ObservationForm,
    StatementForm,
    new_key,
    observation_of,
)

pytestmark = pytest.mark.django_db


def sent(**fields: object) -> dict[str, object]:
    return {"kind": "idea", "sender": "resident", "text": "Meer banken", "key": new_key(), **fields}


def test_every_form_has_a_key_of_its_own() -> None:
    keys = {IdeaForm(language="nl").initial["key"] for _ in range(10)}
    assert len(keys) == 10
    assert all(map(is_key, keys))


def test_an_idea_as_the_action_reads_it(settings: Any) -> None:
    configure(settings, HOUVAST_MAIL="smtp://localhost:25")
    form = IdeaForm(sent(email="dirk@voorbeeld.example", consent="on", area=cast.area().code), language="en")
    assert form.is_valid(), form.errors
    message = form.arguments()["sent"]
    assert (message.kind, message.sender, message.language) == (MessageKind.IDEA, SenderKind.RESIDENT, "en")
    assert (message.email, message.consent, message.area) == ("dirk@voorbeeld.example", True, cast.area().code)


def test_no_address_is_asked_where_no_mail_goes_out(settings: Any) -> None:
    configure(settings, HOUVAST_MAIL="")
    form = IdeaForm(sent(email="dirk@voorbeeld.example"), language="nl")
    assert "email" not in form.fields
    assert form.is_valid()
    assert form.arguments()["sent"].email == ""


def test_where_there_are_no_areas_none_is_asked() -> None:
    form = IdeaForm(sent(), language="nl")
    assert {"area", "theme"} & set(form.fields) == set()
    assert form.is_valid(), form.errors
    assert (form.arguments()["sent"].area, form.arguments()["sent"].theme) == ("", "")


def test_what_a_message_becomes() -> None:
    page = message_page(a_message(area=cast.area(), theme=cast.theme()).pk, reader=cast.staff())
    filled = observation_of(page)
    form = ObservationForm({**filled, "kind": "tension"}, language="nl")
    assert form.is_valid(), form.errors
    assert form.arguments()["kind"] is ObservationKind.TENSION
    assert form.arguments()["seen"] == page.text
    room = cast.conversation()
    assert StatementForm({"conversation": room.code, "text": "Het licht moet aan."}).is_valid()
    assert not StatementForm({"conversation": "nergens", "text": "Het licht moet aan."}).is_valid()


def test_only_who_may_answer_is_offered() -> None:
    cora, bram = cast.staff(Role.COMMUNICATION), cast.staff(Role.PROFESSIONAL)
    assert HandOverForm({"to": str(cora.pk)}).is_valid()
    assert not HandOverForm({"to": str(bram.pk)}).is_valid()
