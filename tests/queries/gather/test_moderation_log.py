# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is every decision in the log and the file, safely, and does everybody see how often which rule was used?"""

from __future__ import annotations

import csv
import io

import cast
import pytest

from houvast.actions.gather.erasure import erase
from houvast.actions.gather.moderation import moderate
from houvast.domain.conversation import ConversationState, ModerationReason, ModerationTiming, Origin
from houvast.domain.moderation_policy import POLICY
from houvast.domain.votes import Moderation
from houvast.queries.gather.moderation_log import PER_PAGE, AddedCounts, log_page, policy_page, write_log_file
from houvast.store.models import Conversation, ModerationDecision, Statement

pytestmark = pytest.mark.django_db
OPEN, OUT, IN = Moderation.OPEN, Moderation.OUT, Moderation.IN
INSULT, UNCLEAR = ModerationReason.INSULT, ModerationReason.NOT_CLEAR


def added(of: Conversation, number: int, **fields: object) -> Statement:
    values = {"origin": Origin.RESIDENT, "moderation": OPEN, "is_shown": False, **fields}
    return cast.statement(of, number=number, text=f"De buurt heeft wens {number}.", **values)


def leave_out(statement: Statement, reason: ModerationReason = INSULT, note: str = "") -> None:
    moderate(statement=statement, decision=OUT, reason=reason, note_to_author=note, by=cast.staff())


def used(conversation: Conversation) -> dict[str, int | None]:
    return {one.rule.label: one.left_out for one in policy_page(conversation.code, language="nl").rules if one.left_out}


def test_the_newest_decision_first_and_only_of_this_conversation() -> None:
    conversation, other = cast.conversation(), cast.conversation()
    statement = added(conversation, 7)
    leave_out(statement, note="Zonder schelden graag.")
    moderate(statement=statement, decision=IN, by=cast.staff())
    leave_out(added(other, 7))
    page = log_page(conversation.code)
    assert [(line.number, line.decision, line.reason, line.by) for line in page.lines] == [
        (7, IN, None, "Samira"), (7, OUT, INSULT, "Samira"),
    ]  # fmt: skip
    assert page.lines[1].rule == POLICY[INSULT]
    assert page.lines[1].note == "Zonder schelden graag."
    assert (page.total, page.number, page.pages) == (2, 1, 1)


def test_pages_of_the_log() -> None:
    conversation = cast.conversation(statements=1)
    statement = conversation.statements.get()
    for _n in range(PER_PAGE + 1):
        row = ModerationDecision(statement=statement, decision=IN, at=conversation.created_at)
        row.save()
    page = log_page(conversation.code, page=7)
    assert (page.number, page.pages, len(page.lines)) == (2, 2, 1)
    assert page.lines[0].by == ""


def test_the_file_holds_every_decision_and_no_words_of_statements() -> None:
    conversation = cast.conversation()
    statement = added(conversation, 7)
    leave_out(statement)
    ModerationDecision.objects.update(note_to_author='=HYPERLINK("http://x")')
    moderate(statement=statement, decision=IN, by=cast.staff())
    text = write_log_file(conversation.code)
    assert statement.text not in text
    head, newest, oldest = csv.reader(io.StringIO(text.removeprefix("\ufeff")))
    assert head == ["at", "statement", "decision", "reason", "note_to_author", "colleague"]
    assert newest[1:] == ["7", "in", "", "", "Samira"]
    assert oldest[1:4] == ["7", "out", "insult"]
    assert not oldest[4].startswith("=")
    assert oldest[4].endswith('=HYPERLINK("http://x")')


def test_how_often_which_rule_was_used_now() -> None:
    conversation = cast.conversation(statements=1)
    one, two, three = (added(conversation, number) for number in (5, 6, 7))
    leave_out(one)
    leave_out(one, UNCLEAR)
    leave_out(two, UNCLEAR)
    leave_out(three)
    moderate(statement=three, decision=IN, by=cast.staff())
    added(conversation, 8)
    added(conversation, 9, moderation=OUT, is_rehearsal=True)
    added(conversation, 10, moderation=OUT, origin=Origin.IMPORTED)
    leave_out(conversation.statements.get(number=0))
    assert used(conversation) == {POLICY[UNCLEAR].label: 2}
    counts = policy_page(conversation.code, language="nl").counts
    assert counts == AddedCounts(accepted=1, waiting=1, left_out=3, no_reason=1)


def test_what_was_taken_back_is_counted_as_that() -> None:
    conversation = cast.conversation()
    writer = cast.participant(conversation)
    added(conversation, 7, author=writer)
    erase(participant=writer)
    assert used(conversation) == {POLICY[ModerationReason.WITHDRAWN].label: 1}


@pytest.mark.parametrize("state", [ConversationState.DRAFT, ConversationState.REHEARSAL])
def test_before_residents_may_see_it_there_are_only_the_rules(state: ConversationState) -> None:
    page = policy_page(cast.conversation(state=state).code, language="nl")
    assert (page.title, page.counts) == ("", None)
    assert [one.rule for one in page.rules] == list(POLICY.values())
    assert {one.left_out for one in page.rules} == {None}


def test_whether_statements_wait() -> None:
    for timing in ModerationTiming:
        conversation = cast.conversation(moderation_timing=timing)
        assert policy_page(conversation.code, language="nl").waits is (timing is ModerationTiming.BEFORE)
