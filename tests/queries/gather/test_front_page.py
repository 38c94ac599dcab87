# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands on the front pages: only what is listed and public, in the reader's language, in a useful order?"""

from __future__ import annotations

from datetime import UTC, datetime

import cast
import pytest

from houvast.domain.conversation import ConversationState, Origin
from houvast.domain.votes import Moderation
from houvast.queries.gather.front_page import front_page, staff_home
from houvast.store.models import ConversationText

pytestmark = pytest.mark.django_db

STATES = list(ConversationState)


def test_each_public_state_has_its_list_and_drafts_are_not_told() -> None:
    for state in STATES:
        cast.conversation(code=state.value, state=state, statements=0)
    page = front_page(language="nl")
    assert [c.code for c in page.open] == ["open"]
    assert [c.code for c in page.closed] == ["closed"]
    assert [c.code for c in page.published] == ["published"]


@pytest.mark.parametrize("state", STATES)
def test_what_is_not_listed_is_not_there(state: ConversationState) -> None:
    cast.conversation(state=state, is_listed=False, statements=0)
    page = front_page(language="nl")
    assert (page.open, page.closed, page.published) == ((), (), ())


def test_open_ones_that_close_first_come_first_and_those_without_end_last() -> None:
    cast.conversation(code="ever", statements=0)
    cast.conversation(code="late", closes_at=datetime(2027, 3, 1, tzinfo=UTC), statements=0)
    cast.conversation(code="soon", closes_at=datetime(2027, 1, 1, tzinfo=UTC), statements=0)
    cast.conversation(code="also", statements=0)
    assert [c.code for c in front_page(language="nl").open][:2] == ["soon", "late"]
    assert {c.code for c in front_page(language="nl").open[2:]} == {"ever", "also"}


def test_closed_ones_are_newest_first() -> None:
    for code, year in (("old", 2024), ("new", 2026)):
        opened = datetime(year, 5, 1, tzinfo=UTC)
        cast.conversation(code=code, state=ConversationState.CLOSED, opened_at=opened, statements=0)
    assert [c.code for c in front_page(language="nl").closed] == ["new", "old"]


def test_a_text_in_the_readers_language_is_used_and_says_so() -> None:
    one = cast.conversation(title="Het plein", question="Wat moet anders?", statements=0)
    ConversationText.objects.create(conversation=one, language="en", title="The square", question="")
    (english,) = front_page(language="en").open
    assert (english.title, english.question, english.language) == ("The square", "Wat moet anders?", "en")
    (dutch,) = front_page(language="nl").open
    assert (dutch.title, dutch.language) == ("Het plein", "nl")


def test_colleagues_see_every_state_those_that_go_on_first() -> None:
    for state in reversed(STATES):
        cast.conversation(code=state.value, state=state, is_listed=False, statements=0)
    assert [c.code for c in staff_home().conversations] == ["open", "rehearsal", "draft", "closed", "published"]


def test_statements_without_a_decision_wait() -> None:
    one = cast.conversation(code="one", statements=2)
    cast.conversation(code="two", statements=1)
    waits = {"origin": Origin.RESIDENT, "moderation": Moderation.OPEN, "is_shown": False}
    cast.statement(one, number=10, text="Wacht.", **waits)
    cast.statement(one, number=11, text="Wacht ook.", **waits)
    cast.statement(one, number=12, text="Geoefend.", **{**waits, "is_rehearsal": True})
    cast.statement(one, number=13, text="Beslist.", **{**waits, "moderation": Moderation.OUT})
    cast.statement(one, number=14, text="", **waits)
    page = staff_home()
    assert {c.code: c.waiting for c in page.conversations} == {"one": 2, "two": 0}
    assert page.waiting == 2
