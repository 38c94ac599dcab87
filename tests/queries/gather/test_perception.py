# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is the perception gap that of the newest result, of people who count, about statements on offer?"""

from __future__ import annotations

import cast
import numpy as np
import pytest
from numpy.typing import NDArray
from voters import add_voters, cast_again

from houvast.actions.gather.landscapes import compute_landscape, refresh_full
from houvast.domain.conversation import ConversationState
from houvast.engine.landscape.vote_table import select_participants
from houvast.queries.gather.perception import PerceptionGap, compute_gaps, perception_gaps, read_gaps, write_gaps
from houvast.queries.gather.vote_tables import vote_table
from houvast.store.models import Conversation, PerceivedView

pytestmark = pytest.mark.django_db


def with_estimates() -> Conversation:
    """Thirty of sixty people think that two of ten agree with the first statement; six of ten do."""
    conversation = cast.conversation(statements=2, state=ConversationState.CLOSED)
    first, second = conversation.statements.order_by("number")
    for number in range(60):
        somebody = cast.participant(conversation)
        cast_again(somebody, first, 1 if number % 5 < 3 else (number % 5) - 4)
        cast_again(somebody, second, 1)
        if number >= 30:
            continue
        PerceivedView.objects.create(participant=somebody, statement=first, of_ten=2, hour=1)
        PerceivedView.objects.create(participant=somebody, statement=second, of_ten=None, hour=1)
    return conversation


def close(conversation: Conversation) -> None:
    conversation.state = ConversationState.CLOSED
    conversation.save()


def test_the_gap_is_what_people_expect_minus_what_is_answered() -> None:
    conversation = with_estimates()
    assert perception_gaps(conversation.pk) == ()
    close(conversation)
    refresh_full(conversation)
    (gap,) = perception_gaps(conversation.pk)
    assert (gap.statement_number, gap.n) == (0, 30)
    assert gap.perceived.value == pytest.approx(0.2)
    assert gap.actual.value == pytest.approx(0.6)
    assert gap.gap.value == pytest.approx(-0.4)
    assert gap.gap.high < 0


def test_it_changes_with_the_result_only() -> None:
    conversation = with_estimates()
    close(conversation)
    refresh_full(conversation)
    before = perception_gaps(conversation.pk)
    late = cast.participant(conversation)
    PerceivedView.objects.create(participant=late, statement=conversation.statements.get(number=0), of_ten=9, hour=1)
    cast_again(late, conversation.statements.get(number=0), 1)
    assert not refresh_full(conversation)
    assert perception_gaps(conversation.pk) == before


def test_a_statement_that_was_left_out_since_is_not_told() -> None:
    conversation = with_estimates()
    close(conversation)
    refresh_full(conversation)
    conversation.statements.filter(number=0).update(is_shown=False)
    assert perception_gaps(conversation.pk) == ()


def gaps_now(conversation: Conversation, *, without: int = 0, k: int = 10) -> tuple[PerceptionGap, ...]:
    """The gaps beside the landscape of the votes now; without the first few people, as where a block is left out."""
    table = vote_table(conversation.pk)
    shown, _model, counted = compute_landscape(table, k=k, title="Plein")
    keep = np.arange(counted.n_participants) >= without
    return compute_gaps(conversation.pk, votes=select_participants(counted, keep=keep), shown=shown)


def test_previews_do_not_count() -> None:
    conversation = with_estimates()
    preview = cast.participant(conversation, is_test=True)
    PerceivedView.objects.create(participant=preview, statement=conversation.statements.get(number=0), of_ten=9, hour=1)
    (gap,) = gaps_now(conversation)
    assert gap.n == 30


def test_people_whom_the_headline_leaves_out_do_not_estimate_either() -> None:
    conversation = with_estimates()
    PerceivedView.objects.filter(participant__number__in=range(4)).update(of_ten=10)
    (gap,) = gaps_now(conversation, without=4)
    assert gap.n == 26
    assert gap.perceived.value == pytest.approx(0.2)


def test_a_block_of_four_cannot_be_had_by_subtraction(monkeypatch: pytest.MonkeyPatch) -> None:
    """The share beside the estimates is the landscape's, which leaves the block out."""
    conversation = with_estimates()

    def without_four(_blocks: object, *, participants: int) -> NDArray[np.bool_]:
        return np.arange(participants) >= 4

    monkeypatch.setattr("houvast.engine.landscape.analysis.outside_blocks", without_four)
    shown, _model, counted = compute_landscape(vote_table(conversation.pk), k=10, title="Plein")
    assert counted.n_participants == 56
    (gap,) = compute_gaps(conversation.pk, votes=counted, shown=shown)
    (said,) = (s.answers for s in shown.statements if s.id == "0")
    assert gap.actual.n == said.n == 56
    assert said.agree_share.value is not None
    assert gap.actual.value == round(said.agree_share.value, 2)


def test_few_people_are_not_told() -> None:
    conversation = with_estimates()
    assert gaps_now(conversation, k=31) == ()


def test_stored_and_read_again() -> None:
    conversation = with_estimates()
    add_voters(conversation, people=20, seed=4)
    gaps = gaps_now(conversation)
    assert gaps
    assert read_gaps(write_gaps(gaps)) == read_gaps(write_gaps(read_gaps(write_gaps(gaps))))
    assert read_gaps(write_gaps(gaps))[0].text == gaps[0].text
