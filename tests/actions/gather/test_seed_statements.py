# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import cast
import pytest

from houvast.actions.gather.seed_statements import add_seed, add_seeds, edit_seed, leave_out_seed
from houvast.actions.person_data_gate import PersonDataRejected
from houvast.domain.conversation import ConversationState, Origin
from houvast.domain.errors import FieldRejected, PermissionRefused, StateRefused
from houvast.domain.roles import Role
from houvast.domain.votes import Moderation
from houvast.store.models import AuditRecord, Conversation, Statement, Tally

pytestmark = pytest.mark.django_db
TEXT = "Er moeten meer bankjes in het park."


def draft(**fields: object) -> Conversation:
    return cast.conversation(state=ConversationState.DRAFT, **fields)  # type: ignore[arg-type]


def test_a_seed_is_the_municipality_s_accepted_and_counted_from_the_next_number() -> None:
    conversation = draft(statements=2)
    made = add_seed(conversation=conversation, text=f"  {TEXT} ", language="nl", by=cast.staff())
    assert (made.number, made.text, made.origin, made.moderation, made.is_shown) == (
        2, TEXT, Origin.MUNICIPALITY, Moderation.IN, True,
    )  # fmt: skip
    assert Tally.objects.filter(statement=made).exists()
    assert Conversation.objects.get().next_statement_number == 3
    assert AuditRecord.objects.get().details == {"number": 2, "code": conversation.code}


def test_many_at_once_one_a_line_all_or_none() -> None:
    conversation = draft(statements=0)
    lines = "Het park is veilig genoeg.\n\n  Er is te weinig groen. \r\nDe speeltuin kan beter.\n"
    made = add_seeds(conversation=conversation, lines=lines, language="nl", by=cast.staff())
    assert [(s.number, s.text) for s in made] == [
        (0, "Het park is veilig genoeg."), (1, "Er is te weinig groen."), (2, "De speeltuin kan beter."),
    ]  # fmt: skip
    with pytest.raises(FieldRejected, match="Statement 2 is there already"):
        add_seeds(
            conversation=conversation, lines="Iets nieuws hier.\nEr is te weinig groen.", language="nl", by=cast.staff()
        )
    with pytest.raises(FieldRejected, match="Statement 1 is too long"):
        add_seeds(conversation=conversation, lines="lang " * 60, language="nl", by=cast.staff())
    assert Statement.objects.count() == 3


def test_the_gate_stands_before_seeds_too() -> None:
    conversation = draft()
    with pytest.raises(PersonDataRejected) as refused:
        add_seeds(
            conversation=conversation, lines="Mail naar jan@voorbeeld.nl voor hulp.", language="nl", by=cast.staff()
        )
    assert (refused.value.field, refused.value.can_confirm) == ("lines", False)


def test_the_same_twice_is_refused() -> None:
    conversation = draft()
    add_seed(conversation=conversation, text=TEXT, language="nl", by=cast.staff())
    with pytest.raises(FieldRejected):
        add_seed(conversation=conversation, text=TEXT.upper(), language="nl", by=cast.staff())


def test_words_change_until_somebody_voted() -> None:
    conversation = cast.conversation()
    statement = conversation.statements.get(number=1)
    edit_seed(statement=statement, text=TEXT, by=cast.staff())
    assert Statement.objects.get(pk=statement.pk).text == TEXT
    cast.vote(cast.participant(conversation), statement, 1)
    with pytest.raises(StateRefused):
        edit_seed(statement=statement, text="Iets anders nu.", by=cast.staff())


def test_the_words_of_a_resident_are_not_changed() -> None:
    conversation = cast.conversation()
    statement = cast.statement(conversation, number=9, text="Van een bewoner.", origin=Origin.RESIDENT)
    with pytest.raises(StateRefused):
        edit_seed(statement=statement, text=TEXT, by=cast.staff())


def test_left_out_before_the_opening_and_moderated_after_it() -> None:
    conversation, running = draft(), cast.conversation()
    leave_out_seed(statement=conversation.statements.get(number=1), by=cast.staff())
    assert conversation.statements.count() == 4
    assert AuditRecord.objects.get().action == "statement.leave out seed"
    with pytest.raises(StateRefused):
        leave_out_seed(statement=running.statements.get(number=1), by=cast.staff())


def test_not_when_it_is_over_and_not_by_a_reader() -> None:
    with pytest.raises(StateRefused):
        add_seed(
            conversation=cast.conversation(state=ConversationState.CLOSED), text=TEXT, language="nl", by=cast.staff()
        )
    with pytest.raises(PermissionRefused):
        add_seed(conversation=draft(), text=TEXT, language="nl", by=cast.staff(Role.READER))
