# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is the perception gap that of the newest result, of people who count, about statements on offer?"""

from __future__ import annotations

import cast
import pytest
from voters import add_voters, cast_again

from houvast.actions.gather.landscapes import refresh_full
from houvast.queries.gather.perception import compute_gaps, perception_gaps, read_gaps, write_gaps
from houvast.queries.gather.vote_tables import vote_table
from houvast.store.models import Conversation, PerceivedView

pytestmark = pytest.mark.django_db


def with_estimates() -> Conversation:
    """Thirty people agree with the first statement; each thinks that two of ten do."""
    conversation = cast.conversation(statements=2)
    first, second = conversation.statements.order_by("number")
    for number in range(30):
        somebody = cast.participant(conversation)
        cast_again(somebody, first, 1 if number < 18 else -1)
        cast_again(somebody, second, 1)
        PerceivedView.objects.create(participant=somebody, statement=first, of_ten=2, hour=1)
        PerceivedView.objects.create(participant=somebody, statement=second, of_ten=None, hour=1)
    return conversation


def test_the_gap_is_what_people_expect_minus_what_is_answered() -> None:
    conversation = with_estimates()
    assert perception_gaps(conversation.pk) == ()
    refresh_full(conversation)
    (gap,) = perception_gaps(conversation.pk)
    assert (gap.statement_number, gap.n) == (0, 30)
    assert gap.perceived.value == pytest.approx(0.2)
    assert gap.actual.value == pytest.approx(0.6)
    assert gap.gap.value == pytest.approx(-0.4)
    assert gap.gap.high < 0


def test_it_changes_with_the_result_only() -> None:
    conversation = with_estimates()
    refresh_full(conversation)
    before = perception_gaps(conversation.pk)
    late = cast.participant(conversation)
    PerceivedView.objects.create(participant=late, statement=conversation.statements.get(number=0), of_ten=9, hour=1)
    cast_again(late, conversation.statements.get(number=0), 1)
    assert not refresh_full(conversation)
    assert perception_gaps(conversation.pk) == before


def test_a_statement_that_was_left_out_since_is_not_told() -> None:
    conversation = with_estimates()
    refresh_full(conversation)
    conversation.statements.filter(number=0).update(is_shown=False)
    assert perception_gaps(conversation.pk) == ()


def test_previews_do_not_count() -> None:
    conversation = with_estimates()
    preview = cast.participant(conversation, is_test=True)
    PerceivedView.objects.create(participant=preview, statement=conversation.statements.get(number=0), of_ten=9, hour=1)
    (gap,) = compute_gaps(conversation.pk, votes=vote_table(conversation.pk), k=10)
    assert gap.n == 30


def test_few_people_are_not_told() -> None:
    conversation = with_estimates()
    assert compute_gaps(conversation.pk, votes=vote_table(conversation.pk), k=31) == ()


def test_stored_and_read_again() -> None:
    conversation = with_estimates()
    add_voters(conversation, people=20, seed=4)
    gaps = compute_gaps(conversation.pk, votes=vote_table(conversation.pk), k=10)
    assert gaps
    assert read_gaps(write_gaps(gaps)) == read_gaps(write_gaps(read_gaps(write_gaps(gaps))))
    assert read_gaps(write_gaps(gaps))[0].text == gaps[0].text
