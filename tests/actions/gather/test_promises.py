# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is a promise made by who may, to whom can see it, and changed only with a word about what came of it?"""

from __future__ import annotations

from datetime import date

import cast
import pytest

from houvast.actions.gather.promises import change_promise, promise
from houvast.actions.person_data_gate import PersonDataRejected
from houvast.domain.conversation import ConversationState, PromiseState
from houvast.domain.errors import FieldRejected, PermissionRefused, StateRefused
from houvast.domain.roles import Role
from houvast.store.models import AuditRecord, Conversation, Promise

pytestmark = pytest.mark.django_db
DUE = date(2027, 3, 1)


def made(state: ConversationState = ConversationState.CLOSED, **changed: object) -> Promise:
    fields = {"text": "Er komen bomen.", "owner": "Afdeling Groen", "due": DUE, "by": cast.staff(), **changed}
    return promise(conversation=cast.conversation(state=state), **fields)


@pytest.mark.parametrize("role", [Role.ADVISER, Role.COMMUNICATION])
def test_a_promise_is_kept_with_its_office_and_date_and_leaves_a_trail(role: Role) -> None:
    kept = made(by=cast.staff(role))
    assert (kept.text, kept.owner, kept.due, kept.state) == ("Er komen bomen.", "Afdeling Groen", DUE, "open")
    trail = AuditRecord.objects.get()
    assert (trail.action, trail.actor, trail.details["due"]) == ("promise.make", cast.staff(role), "2027-03-01")


@pytest.mark.parametrize("role", [Role.PROFESSIONAL, Role.READER, Role.MANAGER])
def test_others_may_not_promise(role: Role) -> None:
    with pytest.raises(PermissionRefused):
        made(by=cast.staff(role))
    assert not Promise.objects.exists()


@pytest.mark.parametrize("state", [ConversationState.DRAFT, ConversationState.REHEARSAL])
def test_no_promise_where_residents_see_nothing(state: ConversationState) -> None:
    with pytest.raises(StateRefused):
        made(state)


@pytest.mark.parametrize(
    ("field", "text"), [("text", "Bel 06-12345678 voor bomen."), ("owner", "piet.bakker@noorderhaaks.example")]
)
def test_no_personal_data_in_a_promise(field: str, text: str) -> None:
    with pytest.raises(PersonDataRejected) as refused:
        made(**{field: text})
    assert (refused.value.field, Promise.objects.exists(), Conversation.objects.exists()) == (field, False, True)


def test_an_office_is_nobody_and_a_name_is_asked_about() -> None:
    assert made(owner="Team Samenleven Zuid").owner == "Team Samenleven Zuid"
    with pytest.raises(PersonDataRejected) as refused:
        made(owner="Pieter de Vries")
    assert refused.value.can_confirm
    assert made(owner="Vries en Water", not_a_person=True).owner == "Vries en Water"


def test_a_promise_changes_with_an_outcome_and_the_trail_keeps_both_states() -> None:
    kept = made()
    change_promise(promise=kept, state=PromiseState.KEPT, outcome="De bomen staan er.", by=cast.staff())
    kept.refresh_from_db()
    assert (kept.state, kept.outcome) == ("kept", "De bomen staan er.")
    trail = AuditRecord.objects.filter(action="promise.change").get()
    assert (trail.details["before"], trail.details["after"]) == ("open", "kept")


def test_no_change_without_a_word_and_none_back_to_open() -> None:
    kept = made()
    with pytest.raises(FieldRejected) as empty:
        change_promise(promise=kept, state=PromiseState.KEPT, outcome=" ", by=cast.staff())
    with pytest.raises(FieldRejected) as back:
        change_promise(promise=kept, state=PromiseState.OPEN, outcome="Toch niet.", by=cast.staff())
    assert (empty.value.field, back.value.field) == ("outcome", "state")
    kept.refresh_from_db()
    assert kept.state == "open"


def test_a_reader_may_not_change_a_promise() -> None:
    kept = made()
    with pytest.raises(PermissionRefused):
        change_promise(promise=kept, state=PromiseState.KEPT, outcome="x", by=cast.staff(Role.READER))
