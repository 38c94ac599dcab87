# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is what people see while they take part coarse, present, and only about statements on offer?"""

from __future__ import annotations

import cast
import pytest
from snapshots import live_result, live_snapshot

from houvast.queries.gather.live_results import live_part
from houvast.store.models import StatementTranslation

pytestmark = pytest.mark.django_db


def test_what_binds_and_what_divides_is_told_in_rounded_shares() -> None:
    conversation = cast.conversation()
    live_snapshot(conversation, live_result(conversation))
    part = live_part(conversation.pk, language="en")
    assert (part.people, [i.number for i in part.binds], [i.number for i in part.divides]) == (50, [0], [1])
    assert part.binds[0].bar.sentence == (
        "Between 80% and 90% agree, between 5% and 15% disagree, and between 0% and 5% pass. "
        "At least 40 people answered."
    )
    assert (part.binds[0].kind, part.binds[0].language) == ("binds", "nl")


def test_a_statement_that_was_left_out_since_is_not_shown() -> None:
    conversation = cast.conversation()
    live_snapshot(conversation, live_result(conversation))
    conversation.statements.filter(number=0).update(is_shown=False)
    assert live_part(conversation.pk, language="nl").binds == ()


def test_statements_are_read_in_the_language_asked_for_and_figures_in_that_of_the_screen() -> None:
    conversation = cast.conversation()
    live_snapshot(conversation, live_result(conversation))
    StatementTranslation.objects.create(
        statement=conversation.statements.get(number=0), language="tr", text="Çok yeşil."
    )
    part = live_part(conversation.pk, language="nl", reads="tr")
    assert (part.binds[0].text, part.binds[0].language, part.divides[0].language) == ("Çok yeşil.", "tr", "nl")
    assert "mensen" in part.binds[0].bar.sentence


def test_before_there_are_enough_people_there_is_nothing() -> None:
    assert live_part(cast.conversation().pk, language="nl") is None
