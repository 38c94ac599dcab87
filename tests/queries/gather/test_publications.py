# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is what was published, promised and told read back whole, and nothing of what was taken back?"""

from __future__ import annotations

from datetime import date, timedelta

import cast
import pytest
from django.utils import timezone
from snapshots import full_snapshot, gap

from houvast.actions.gather.promises import change_promise, promise
from houvast.actions.gather.publication import publish
from houvast.actions.gather.reports_back import report_back
from houvast.domain.conversation import ConversationState, PromiseState
from houvast.domain.errors import NotFound
from houvast.domain.votes import Moderation
from houvast.queries.gather.perception import write_gaps
from houvast.queries.gather.publications import (
    current_publication,
    get_promise,
    is_counted_to_the_end,
    promise_page,
    promises_page,
    publication_of,
    published_gaps,
    published_landscape,
    report_back_page,
    what_was_done_page,
)
from houvast.store.models import Conversation, Erasure, Publication

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


def published(**fields: object) -> Conversation:
    conversation = cast.conversation(state=ConversationState.CLOSED, **fields)
    full_snapshot(conversation)
    publish(conversation=conversation, reading="Wat bindt\nHet groen.", by=cast.staff())
    return conversation


def test_nothing_is_published_before_it_is() -> None:
    assert current_publication(cast.conversation().pk) is None
    assert published_landscape(cast.conversation().pk) is None


def test_the_newest_reading_stands_with_the_first_date() -> None:
    conversation = published()
    publish(conversation=conversation, reading="Bij nader inzien.", by=cast.staff())
    found = current_publication(conversation.pk)
    assert found is not None
    assert found.reading[0].paragraphs == ("Bij nader inzien.",)
    assert found.first_at == Publication.objects.earliest("id").at < found.at
    assert found.summary[0] == "Er zijn 2 groepen gevonden."
    assert current_publication(conversation.pk, language="en").summary[0] == "2 groups were found."


def test_promises_and_reports_back_come_with_it() -> None:
    conversation = published()
    late = promise(
        conversation=conversation, text="Bomen.", owner="Team Groen", due=TODAY - timedelta(days=1), by=cast.staff()
    )
    promise(conversation=conversation, text="Banken.", owner="Team Groen", due=TODAY, by=cast.staff())
    report_back(conversation=conversation, text="Besloten.\n\nGedaan.", by=cast.staff())
    found = current_publication(conversation.pk)
    assert [(one.text, one.is_late) for one in found.promises] == [("Bomen.", True), ("Banken.", False)]
    assert found.reports_back[0].paragraphs == ("Besloten.", "Gedaan.")
    assert promises_page(conversation.code).late == 1
    change_promise(promise=late, state=PromiseState.KEPT, outcome="Ze staan er.", by=cast.staff())
    assert promises_page(conversation.code).late == 0


def test_a_kept_promise_has_no_next_step() -> None:
    conversation = published()
    made = promise(conversation=conversation, text="Bomen.", owner="Team Groen", due=TODAY, by=cast.staff())
    assert not promise_page(conversation.code, made.pk).is_done
    change_promise(promise=made, state=PromiseState.KEPT, outcome="Ze staan er.", by=cast.staff())
    assert promise_page(conversation.code, made.pk).is_done


def test_a_promise_belongs_to_its_conversation() -> None:
    made = promise(conversation=published(), text="Bomen.", owner="Team Groen", due=TODAY, by=cast.staff())
    with pytest.raises(NotFound):
        get_promise(cast.conversation().code, made.pk)


def test_what_was_done_is_told_in_the_order_of_time() -> None:
    conversation = published(opened_at=timezone.now() - timedelta(days=9), closed_at=timezone.now() - timedelta(days=2))
    made = promise(conversation=conversation, text="Bomen.", owner="Team Groen", due=TODAY, by=cast.staff())
    report_back(conversation=conversation, text="Besloten.", by=cast.staff())
    change_promise(promise=made, state=PromiseState.NOT_KEPT, outcome="Er is geen plek.", by=cast.staff())
    steps = what_was_done_page(conversation.code).steps
    assert [step.kind for step in steps] == ["opened", "closed", "published", "promise", "told", "outcome"]


@pytest.mark.parametrize("state", [ConversationState.DRAFT, ConversationState.REHEARSAL])
def test_residents_find_nothing_before_it_opens(state: ConversationState) -> None:
    with pytest.raises(NotFound):
        what_was_done_page(cast.conversation(state=state).code)


def test_people_who_should_have_heard_are_named_on_both_pages() -> None:
    conversation = published(hear_back_by=TODAY - timedelta(days=1))
    assert what_was_done_page(conversation.code).is_late
    assert report_back_page(conversation.code).is_late
    report_back(conversation=conversation, text="Besloten.", by=cast.staff())
    assert not what_was_done_page(conversation.code).is_late
    assert not report_back_page(cast.conversation(hear_back_by=date(2099, 1, 1)).code).is_late


def test_the_perception_gap_is_kept_as_it_was_and_loses_texts_that_were_taken_back() -> None:
    conversation = published()
    gaps = (gap(0, "Meer groen.", perceived=0.4, actual=0.8), gap(1, "Een toilet.", perceived=0.5, actual=0.5))
    Publication.objects.update(perception=write_gaps(gaps))
    assert published_gaps(publication_of(conversation.pk)) == gaps
    conversation.statements.filter(number=0).update(text="", moderation=Moderation.OUT)
    assert [one.text for one in published_gaps(publication_of(conversation.pk))] == ["", "Een toilet."]


def test_the_published_landscape_is_public_and_without_points() -> None:
    shown = published_landscape(published().pk)
    assert shown.public
    assert shown.map.points is None
    assert shown.people is None


def test_a_snapshot_is_behind_after_k_people_voted_or_were_erased() -> None:
    conversation = cast.conversation(k=3)
    snapshot = full_snapshot(conversation)
    for number in range(3):
        assert is_counted_to_the_end(snapshot)
        cast.vote(cast.participant(conversation), conversation.statements.get(number=0), 1)
        Erasure.objects.create(conversation=conversation, former_participant=number, votes=0, hour=1)
    assert not is_counted_to_the_end(snapshot)
    snapshot = full_snapshot(conversation)
    for number in range(3):
        assert is_counted_to_the_end(snapshot)
        Erasure.objects.create(conversation=conversation, former_participant=number, votes=1, hour=1)
    assert not is_counted_to_the_end(snapshot)
