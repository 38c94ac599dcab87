# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does the oldest come first, stand what is alike together, and does a writer learn the reason?"""

from __future__ import annotations

import cast
import pytest

from houvast.actions.gather.erasure import erase
from houvast.actions.gather.moderation import moderate
from houvast.domain.conversation import ModerationReason, Origin
from houvast.domain.errors import NotFound
from houvast.domain.moderation_policy import POLICY
from houvast.domain.votes import Moderation
from houvast.queries.gather.moderation import (
    PER_PAGE,
    QueueCounts,
    QueueList,
    decisions_for_authors,
    find_statement,
    queue_page,
    statement_page,
    waiting_counts,
)
from houvast.store.models import Conversation, Statement

pytestmark = pytest.mark.django_db
OPEN, OUT, IN = Moderation.OPEN, Moderation.OUT, Moderation.IN
WAITING, ACCEPTED, LEFT_OUT = QueueList
# Each about something of its own, so that none is like another.
APART = (
    "Honden horen los te lopen in de duinen.",
    "De bibliotheek verdient ruimere openingstijden.",
    "Parkeren kost bewoners veel geld.",
    "Jongeren willen een overdekte hangplek.",
)


def added(of: Conversation, number: int, text: str, *, hour: int = 1, **fields: object) -> Statement:
    values = {"origin": Origin.RESIDENT, "moderation": OPEN, "is_shown": False, "created_hour": hour, **fields}
    return cast.statement(of, number=number, text=text, **values)


def numbers(conversation: Conversation, shows: QueueList = WAITING, page: int = 1) -> list[int]:
    return [one.number for one in queue_page(conversation.code, shows=shows, page=page).statements]


def test_the_oldest_first() -> None:
    conversation = cast.conversation(statements=0)
    for number, hour in ((5, 30), (6, 10), (7, 20), (8, 10)):
        added(conversation, number, APART[number - 5], hour=hour)
    assert numbers(conversation) == [6, 8, 7, 5]


def test_what_is_alike_stands_together() -> None:
    conversation = cast.conversation(statements=0)
    added(conversation, 1, "Er is te weinig licht op het plein.")
    added(conversation, 2, APART[0])
    added(conversation, 3, "Op het plein is te weinig licht.")
    page = queue_page(conversation.code, shows=WAITING)
    assert [(one.number, one.beside) for one in page.statements] == [(1, None), (3, 1), (2, None)]


def test_what_is_on_offer_and_alike_is_told_but_never_itself() -> None:
    conversation = cast.conversation(statements=0)
    cast.statement(conversation, number=0, text="Er is te weinig licht op het plein.")
    added(conversation, 1, "Op het plein is te weinig licht.", is_shown=True)
    (one,) = queue_page(conversation.code, shows=WAITING).statements
    assert [(near.number, near.is_same) for near in one.like] == [(0, True)]


def test_a_careful_reader_points_at_what_may_be_a_name() -> None:
    conversation = cast.conversation(statements=0)
    added(conversation, 1, "Meneer Pietersen maakt elke avond lawaai.")
    (one,) = queue_page(conversation.code, shows=WAITING).statements
    assert "name" in {found.code for found in one.says}


def test_three_lists_and_their_numbers() -> None:
    conversation = cast.conversation(statements=2)
    for number in (10, 11, 12):
        added(conversation, number, APART[number - 10])
    moderate(statement=find_statement(conversation.code, 10), decision=IN, by=cast.staff())
    reason = ModerationReason.OFF_SUBJECT
    moderate(
        statement=find_statement(conversation.code, 11), decision=OUT, reason=reason, note_to_author="Jammer.",
        by=cast.staff(),
    )  # fmt: skip
    assert queue_page(conversation.code, shows=WAITING).counts == QueueCounts(waiting=1, accepted=3, left_out=1)
    assert numbers(conversation, ACCEPTED) == [10, 1, 0]
    (out,) = queue_page(conversation.code, shows=LEFT_OUT).statements
    assert out.last is not None
    assert (out.last.rule, out.last.note, out.last.by) == (POLICY[reason], "Jammer.", "Samira")
    assert not out.is_withdrawn


def test_pages_and_a_page_that_is_not_there() -> None:
    conversation = cast.conversation(statements=PER_PAGE + 3)
    page = queue_page(conversation.code, shows=ACCEPTED, page=99)
    assert (page.number, page.pages, len(page.statements)) == (2, 2, 3)
    every = numbers(conversation, ACCEPTED, 1) + numbers(conversation, ACCEPTED, 2)
    assert every == sorted(range(PER_PAGE + 3), reverse=True)
    assert numbers(conversation, WAITING, 4) == []


def test_what_its_writer_took_back_is_told_without_its_text() -> None:
    conversation = cast.conversation(statements=0)
    writer = cast.participant(conversation)
    added(conversation, 3, APART[0], author=writer)
    erase(participant=writer)
    one = statement_page(conversation.code, 3).statement
    assert (one.is_withdrawn, one.text, one.moderation) == (True, "", OUT)


def test_a_number_that_is_not_there() -> None:
    conversation = cast.conversation(statements=1)
    with pytest.raises(NotFound):
        statement_page(conversation.code, 9)
    with pytest.raises(NotFound):
        find_statement("geen", 0)


def test_what_waits_everywhere_without_rehearsals() -> None:
    one, two, none = (cast.conversation(statements=1) for _n in range(3))
    added(one, 5, APART[0])
    added(one, 6, APART[1])
    added(one, 7, APART[2], is_rehearsal=True)
    added(one, 8, "")
    added(two, 5, APART[0])
    added(two, 6, APART[1], moderation=OUT)
    assert waiting_counts() == {one.pk: 2, two.pk: 1}
    assert none.pk not in waiting_counts()


def test_a_writer_learns_the_decision_that_holds() -> None:
    conversation = cast.conversation(statements=0)
    statement, other = added(conversation, 1, APART[0]), added(conversation, 2, APART[1])
    assert decisions_for_authors([statement.pk, other.pk]) == {}
    moderate(statement=statement, decision=IN, by=cast.staff())
    moderate(
        statement=statement, decision=OUT, reason=ModerationReason.NOT_CLEAR, note_to_author="Wat bedoelt u?",
        by=cast.staff(),
    )  # fmt: skip
    found = decisions_for_authors([statement.pk, other.pk])
    assert set(found) == {statement.pk}
    told, rule = found[statement.pk], POLICY[ModerationReason.NOT_CLEAR]
    assert (told.decision, told.reason, told.explanation, told.note) == (
        OUT, rule.label, rule.explanation, "Wat bedoelt u?",
    )  # fmt: skip
