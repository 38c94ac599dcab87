# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is the demo complete, and about nobody?"""

from __future__ import annotations

import pytest

from houvast.domain.conversation import ModerationReason, Origin, PromiseState
from houvast.domain.roles import Role
from houvast.exchange.demo_pack import TEXTS, DemoConversation, read_demo_pack

PACK = read_demo_pack()


def test_there_is_an_account_for_every_role() -> None:
    assert {role for _, _, role in PACK.accounts} == set(Role)
    assert all(email.endswith(".example") for email, _, _ in PACK.accounts)


@pytest.mark.parametrize("conversation", [PACK.open, PACK.published], ids=lambda c: c.code)
def test_a_conversation_has_all_its_texts_and_enough_statements(conversation: DemoConversation) -> None:
    assert all(conversation.texts[name] for name in TEXTS)
    assert len(conversation.statements) >= 12
    assert {statement.origin for statement in conversation.statements} == {Origin.MUNICIPALITY, Origin.RESIDENT}
    assert max(len(statement.text) for statement in conversation.statements) <= 200


def test_the_open_one_is_in_two_languages_throughout() -> None:
    assert set(PACK.open.english) == {"title", "purpose", "question", "use_of_answers", "hear_back"}
    assert all(statement.english for statement in PACK.open.statements)


def test_shares_of_background_answers_add_up() -> None:
    for question in PACK.open.background:
        assert sum(option.known_share for option in question.options) == pytest.approx(1)
        assert sum(option.taking_part for option in question.options) == pytest.approx(1)


def test_what_was_done_uses_the_words_of_the_subject() -> None:
    assert {promise["state"] for promise in PACK.published.promises} <= {state.value for state in PromiseState}
    assert {reason for _, reason, _ in PACK.open.left_out} <= {reason.value for reason in ModerationReason}
    assert "Voorbeeldgegevens" in PACK.notice
