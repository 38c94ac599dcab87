# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is an estimate of the others kept once a statement, also when somebody does not know?"""

from __future__ import annotations

import cast
import pytest

from houvast.actions.gather.perceived_views import estimate
from houvast.domain.conversation import ConversationState
from houvast.domain.errors import FieldRejected, StateRefused
from houvast.store.models import PerceivedView

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("of_ten", [0, 4, 10, None])
def test_an_estimate_is_kept(of_ten: int | None) -> None:
    conversation = cast.conversation()
    dirk, statement = cast.participant(conversation), conversation.statements.get(number=0)
    estimate(participant=dirk, statement_id=statement.pk, of_ten=7)
    estimate(participant=dirk, statement_id=statement.pk, of_ten=of_ten)
    assert PerceivedView.objects.get(participant=dirk, statement=statement).of_ten == of_ten


@pytest.mark.parametrize("of_ten", [-1, 11])
def test_only_what_can_be_of_ten(of_ten: int) -> None:
    conversation = cast.conversation()
    with pytest.raises(FieldRejected):
        estimate(
            participant=cast.participant(conversation),
            statement_id=conversation.statements.get(number=0).pk,
            of_ten=of_ten,
        )


def test_only_here_and_now() -> None:
    conversation, other = cast.conversation(), cast.conversation()
    dirk = cast.participant(conversation)
    with pytest.raises(StateRefused):
        estimate(participant=dirk, statement_id=other.statements.get(number=0).pk, of_ten=3)
    conversation.state = ConversationState.CLOSED
    conversation.save()
    with pytest.raises(StateRefused):
        estimate(participant=dirk, statement_id=conversation.statements.get(number=0).pk, of_ten=3)
    assert not PerceivedView.objects.exists()
