# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who sees what, and when?"""

from __future__ import annotations

import cast
import pytest
from django.utils import timezone
from snapshots import full_snapshot, live_result, live_snapshot
from voters import add_voters

from houvast.actions.gather.landscapes import refresh_full
from houvast.actions.gather.publication import publish
from houvast.domain.conversation import ConversationState
from houvast.domain.errors import NotFound
from houvast.domain.participant_key import hash_key, new_token, personal_key
from houvast.domain.votes import Moderation
from houvast.engine.disclosure.headcounts import Headcount
from houvast.engine.landscape.result import Verdict
from houvast.queries.gather.landscapes import FoundSoFar, write_result
from houvast.queries.gather.result_pages import FEWEST_VOTES, Stage, landscape_page, publish_page, result_page
from houvast.store.models import Conversation, Erasure, LandscapeSnapshot

pytestmark = pytest.mark.django_db


def voter(conversation: Conversation, votes: int) -> str:
    """Somebody with so many votes; their key."""
    key = personal_key(new_token(), conversation.code)
    somebody = cast.participant(conversation, key_hash=hash_key(key))
    for statement in conversation.statements.order_by("number")[:votes]:
        cast.vote(somebody, statement, 1)
    return key


def closed(verdict: Verdict = Verdict.GROUPS, **made: int) -> Conversation:
    conversation = cast.conversation(state=ConversationState.CLOSED)
    full_snapshot(conversation, verdict, **made)
    return conversation


def published(verdict: Verdict = Verdict.GROUPS, **made: int) -> Conversation:
    conversation = closed(verdict, **made)
    publish(conversation=conversation, reading="Wat bindt\nHet groen.", by=cast.staff())
    return conversation


@pytest.mark.parametrize("state", [ConversationState.DRAFT, ConversationState.REHEARSAL])
def test_before_it_opens_there_is_nothing(state: ConversationState) -> None:
    with pytest.raises(NotFound):
        result_page(cast.conversation(state=state).code, key=None, language="nl")


def test_who_does_not_take_part_sees_no_answers_while_it_runs() -> None:
    conversation = cast.conversation()
    full_snapshot(conversation)
    for key in (None, "", personal_key(new_token(), conversation.code)):
        page = result_page(conversation.code, key=key, language="nl")
        assert (page.stage, page.own, page.live, page.shown) == (Stage.TAKE_PART, None, None, None)


@pytest.mark.parametrize("votes", [0, 1, FEWEST_VOTES - 1])
def test_who_answered_little_is_asked_to_go_on(votes: int) -> None:
    conversation = cast.conversation()
    page = result_page(conversation.code, key=voter(conversation, votes), language="nl")
    assert (page.stage, page.votes_to_go, page.live) == (Stage.VOTE_MORE, FEWEST_VOTES - votes, None)


def test_changing_a_vote_is_not_another_answer() -> None:
    conversation = cast.conversation()
    key = personal_key(new_token(), conversation.code)
    somebody = cast.participant(conversation, key_hash=hash_key(key))
    for value in (1, -1, 0, 1, -1):
        cast.vote(somebody, conversation.statements.get(number=0), value)
    assert result_page(conversation.code, key=key, language="nl").votes_to_go == FEWEST_VOTES - 1


def test_who_answered_enough_sees_the_live_result_and_nothing_fuller() -> None:
    conversation = cast.conversation()
    full_snapshot(conversation)
    page = result_page(conversation.code, key=voter(conversation, FEWEST_VOTES), language="nl")
    assert (page.stage, page.shown, page.published) == (Stage.LIVE, None, None)
    assert page.own is not None


def test_after_closing_a_personal_link_tells_nothing_of_a_place() -> None:
    conversation = cast.conversation()
    key = voter(conversation, FEWEST_VOTES)
    Conversation.objects.update(state=ConversationState.CLOSED)
    page = result_page(conversation.code, key=key, language="nl")
    assert (page.stage, page.own, page.live, page.shown) == (Stage.BEING_READ, None, None, None)


def test_what_is_published_is_for_everybody() -> None:
    page = result_page(published().code, key=None, language="nl")
    assert page.stage is Stage.PUBLISHED
    assert page.shown.verdict == "Er zijn 2 groepen gevonden."
    assert page.published.reading[0].heading == "Wat bindt"


@pytest.mark.parametrize(
    ("erased", "told"), [(0, Headcount(0, False)), (4, Headcount(None, True)), (12, Headcount(12, False))]
)
def test_withdrawals_after_publication_are_told_without_pointing_at_few(erased: int, told: Headcount) -> None:
    conversation = published()
    before = result_page(conversation.code, key=None, language="nl")
    for i in range(erased):
        Erasure.objects.create(conversation=conversation, former_participant=i, votes=3, hour=1)
    page = result_page(conversation.code, key=None, language="nl")
    assert page.withdrawn == told
    assert page.shown.statements == before.shown.statements


def test_the_team_sees_the_same_figures_as_residents() -> None:
    conversation = published()
    team = landscape_page(conversation.code, language="nl")
    residents = result_page(conversation.code, key=None, language="nl")
    assert (team.shown.statements, team.shown.binds) == (residents.shown.statements, residents.shown.binds)
    assert team.is_published


def test_the_team_knows_whether_every_vote_is_counted() -> None:
    conversation = closed()
    for told in (True, False, False):
        page = landscape_page(conversation.code, language="nl")
        assert (page.is_complete, page.is_up_to_date) == (True, told)
        cast.vote(cast.participant(conversation), conversation.statements.get(number=0), 1)
    for _ in range(conversation.k):
        cast.vote(cast.participant(conversation), conversation.statements.get(number=0), 1)
    assert not landscape_page(conversation.code, language="nl").is_complete
    assert not publish_page(conversation.code, language="nl").can_publish


def test_while_people_take_part_the_team_sees_what_residents_see_and_a_verdict() -> None:
    conversation = cast.conversation()
    full_snapshot(conversation)  # of an earlier closing
    live_snapshot(conversation, live_result(conversation))
    content = write_result(FoundSoFar(Verdict.ONE_SPECTRUM, is_too_few=False))
    LandscapeSnapshot.objects.create(
        conversation=conversation, kind="working", at=timezone.now(), participants=61, votes=300, content=content
    )
    page = landscape_page(conversation.code, language="nl")
    residents = result_page(conversation.code, key=voter(conversation, FEWEST_VOTES), language="nl")
    assert (page.shown, page.at, page.verdict) == (None, None, "one spectrum")
    assert (page.live.people, len(page.live.binds)) == (residents.live.people, len(residents.live.binds))
    assert publish_page(conversation.code, language="nl").shown is None


def test_what_was_left_out_after_the_counting_stands_nowhere() -> None:
    conversation = cast.conversation(state=ConversationState.CLOSED, statements=8)
    add_voters(conversation, people=90)
    refresh_full(conversation)
    before = landscape_page(conversation.code, language="nl").shown
    listed = [*before.binds.first, *before.divides.first]
    number = listed[0].number
    conversation.statements.filter(number=number).update(is_shown=False, moderation=Moderation.OUT)
    assert not refresh_full(conversation)
    after = landscape_page(conversation.code, language="nl").shown
    publish(conversation=conversation, reading="Wat bindt\nHet groen.", by=cast.staff())
    for shown in (after, result_page(conversation.code, key=None, language="nl").shown):
        lists = (shown.binds, shown.divides, shown.no_opinion)
        found = {item.number for some in lists for item in (*some.first, *some.rest)}
        assert number not in found | {row.number for row in shown.statements}
        assert [row.number for row in shown.statements] == [
            row.number for row in before.statements if row.number != number
        ]


def test_without_a_landscape_the_team_is_told_so() -> None:
    page = landscape_page(cast.conversation().code, language="nl")
    assert (page.at, page.shown, page.is_complete) == (None, None, False)


def test_later_results_do_not_change_what_was_published() -> None:
    conversation = published()
    before = landscape_page(conversation.code, language="nl").shown
    full_snapshot(conversation, Verdict.NO_STRUCTURE, at=timezone.now())
    assert landscape_page(conversation.code, language="nl").shown.verdict == before.verdict


def test_publishing_is_offered_when_it_may() -> None:
    assert publish_page(closed().code, language="nl").can_publish
    assert not publish_page(cast.conversation().code, language="nl").can_publish
    page = publish_page(published().code, language="nl")
    assert (page.can_publish, page.is_published, page.draft["binds"]) == (True, True, "Het groen.")


def test_of_too_few_people_no_figure_is_published() -> None:
    page = result_page(published(Verdict.NO_STRUCTURE, people=6).code, key=None, language="nl")
    assert (page.stage, page.shown) == (Stage.PUBLISHED, None)
