# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is the demo whole, once, the same for the same seed, and never among real data?"""

from __future__ import annotations

from collections import Counter

import cast
import numpy as np
import pytest

from houvast.actions.demo import import_example, make_demo
from houvast.configuration.environment import Environment
from houvast.domain.conversation import ConversationState
from houvast.domain.errors import ActionRefused
from houvast.queries.gather.publications import current_publication
from houvast.store.models import Conversation, Exposure, PerceivedView, StaffMember, Tally, Vote

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _a_demo(settings: pytest.FixtureRequest) -> None:
    settings.HOUVAST = Environment({**settings.HOUVAST.values, "HOUVAST_DEMO": "1"})  # type: ignore[attr-defined]


def test_the_demo_has_an_open_and_a_published_conversation() -> None:
    demo = make_demo(rng=np.random.default_rng(1))
    states = dict(Conversation.objects.values_list("code", "state"))
    assert states == {demo.open_code: ConversationState.OPEN, demo.published_code: ConversationState.PUBLISHED}
    assert StaffMember.objects.count() == len(demo.accounts) == 5
    published = current_publication(Conversation.objects.get(code=demo.published_code).pk)
    assert published is not None


def test_the_tallies_are_those_of_the_votes() -> None:
    make_demo(rng=np.random.default_rng(1))
    cast_votes = Counter(Vote.objects.values_list("statement_id", "value"))
    shown = Counter(Exposure.objects.values_list("statement_id", flat=True))
    for tally in Tally.objects.all():
        counted = (cast_votes[tally.pk, 1], cast_votes[tally.pk, -1], cast_votes[tally.pk, 0], shown[tally.pk])
        assert counted == (tally.agree, tally.disagree, tally.passed, tally.shown)
    assert PerceivedView.objects.exists()


def test_a_second_time_changes_nothing() -> None:
    make_demo(rng=np.random.default_rng(1))
    before = (Vote.objects.count(), StaffMember.objects.count())
    make_demo(rng=np.random.default_rng(2))
    assert (Vote.objects.count(), StaffMember.objects.count()) == before


def test_never_among_real_data() -> None:
    cast.conversation()
    with pytest.raises(ActionRefused, match="empty HOUVAST_DATA"):
        make_demo(rng=np.random.default_rng(1))
    assert Conversation.objects.count() == 1


def test_a_real_conversation_is_imported_once(conversations: object) -> None:
    make_demo(rng=np.random.default_rng(1))
    folder = conversations / "london.youth.policing"  # type: ignore[operator]
    code = import_example(folder)
    assert import_example(folder) == code
    imported = Conversation.objects.get(code=code)
    assert "CC BY 4.0" in imported.source
    assert Vote.objects.filter(conversation=imported).count() == 638
