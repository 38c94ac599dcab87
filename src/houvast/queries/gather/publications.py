# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was published, promised and told about a conversation?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from django.conf import settings
from django.utils import timezone

from houvast.domain.conversation import ConversationState, PromiseState
from houvast.domain.errors import NotFound
from houvast.domain.promise import PROMISE_TRANSITIONS, is_running
from houvast.engine.disclosure.result import DisclosedLandscape
from houvast.queries.gather.changed_people import is_up_to_date, stands
from houvast.queries.gather.conversations import get_conversation
from houvast.queries.gather.landscape_words import LaidOut, lay_out, summarise, withdrawn_statements
from houvast.queries.gather.perception import PerceptionGap, read_gaps
from houvast.queries.gather.readings import ReadingPart, read_reading, split_paragraphs
from houvast.queries.gather.statement_words import StatementTexts
from houvast.store.models import Conversation, LandscapeSnapshot, Promise, Publication, ReportBack

NEXT_STATES = {state: tuple(s for s in PromiseState if s in PROMISE_TRANSITIONS[state]) for state in PromiseState}


@dataclass(frozen=True, slots=True)
class PromiseMade:
    """A promise as the public page shows it. is_late: people still wait and the date has passed."""

    id: int
    text: str
    owner: str
    due: date
    state: PromiseState
    outcome: str
    made_at: datetime
    changed_at: datetime
    is_late: bool


@dataclass(frozen=True, slots=True)
class Told:
    """A report back: when, and its paragraphs."""

    at: datetime
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PublishedResult:
    """A published result. at: of this reading; first_at: when the figures went out. summary: sentences."""

    at: datetime
    first_at: datetime
    reading: tuple[ReadingPart, ...]
    summary: tuple[str, ...]
    promises: tuple[PromiseMade, ...]
    reports_back: tuple[Told, ...]
    snapshot_id: int


@dataclass(frozen=True, slots=True)
class DoneStep:
    """A moment in the life of a conversation that residents can see. kind: opened, closed, published, told, promise."""

    kind: str
    at: datetime
    told: Told | None = None
    promise: PromiseMade | None = None


@dataclass(frozen=True, slots=True)
class WhatWasDonePage:
    """What came of a conversation, in the order of time, and what is still promised."""

    code: str
    title: str
    language: str
    state: ConversationState
    hear_back: str
    hear_back_by: date | None
    is_late: bool
    promises: tuple[PromiseMade, ...]
    steps: tuple[DoneStep, ...]


@dataclass(frozen=True, slots=True)
class PromisesPage:
    """The team's page of promises. next_states: what each state may become."""

    code: str
    title: str
    state: ConversationState
    promises: tuple[PromiseMade, ...]
    late: int


@dataclass(frozen=True, slots=True)
class OnePromisePage:
    """The team's page of one promise. is_done: nothing can follow."""

    code: str
    title: str
    promise: PromiseMade
    is_done: bool


@dataclass(frozen=True, slots=True)
class ReportBackPage:
    """The team's page of what was told."""

    code: str
    title: str
    state: ConversationState
    hear_back: str
    hear_back_by: date | None
    is_late: bool
    link: str
    reports_back: tuple[Told, ...]


def current_publication(conversation_id: int, *, language: str = "nl") -> PublishedResult | None:
    """The newest publication, or None where nothing was published."""
    found = publication_of(conversation_id)
    if found is None:
        return None
    first = Publication.objects.filter(conversation_id=conversation_id).earliest("id")
    return PublishedResult(
        at=found.at,
        first_at=first.at,
        reading=read_reading(found.reading),
        summary=summarise(lay_out_publication(found, language), language),
        promises=promises_of(conversation_id),
        reports_back=reports_back_of(conversation_id),
        snapshot_id=found.snapshot_id,
    )


def publication_of(conversation_id: int) -> Publication | None:
    """The newest publication with its snapshot."""
    found = Publication.objects.filter(conversation_id=conversation_id).select_related("snapshot")
    return found.order_by("-id").first()


def lay_out_publication(publication: Publication, language: str, *, translated: StatementTexts = ()) -> LaidOut:
    """What was published, in words, without the texts that were withdrawn since."""
    withdrawn = withdrawn_statements(publication.conversation_id)
    return lay_out(publication.snapshot.content, language, translated=translated, withdrawn=withdrawn)


def published_gaps(publication: Publication) -> tuple[PerceptionGap, ...]:
    """The perception gap that was published, without the texts that were withdrawn since."""
    withdrawn = withdrawn_statements(publication.conversation_id)
    gaps = read_gaps(publication.perception) if publication.perception else ()
    return tuple(replace(gap, text="") if str(gap.statement_number) in withdrawn else gap for gap in gaps)


def published_landscape(conversation_id: int) -> DisclosedLandscape | None:
    """The published figures, for the API and exports; without the texts that were withdrawn since."""
    found = publication_of(conversation_id)
    return lay_out_publication(found, "nl").shown if found else None


def promises_of(conversation_id: int) -> tuple[PromiseMade, ...]:
    """All promises, the earliest date first."""
    found = Promise.objects.filter(conversation_id=conversation_id).order_by("due", "id")
    return tuple(_promise(promise) for promise in found)


def _promise(promise: Promise) -> PromiseMade:
    state = PromiseState(promise.state)
    return PromiseMade(
        id=promise.pk,
        text=promise.text,
        owner=promise.owner,
        due=promise.due,
        state=state,
        outcome=promise.outcome,
        made_at=promise.created_at,
        changed_at=promise.changed_at,
        is_late=is_running(state) and promise.due < timezone.localdate(),
    )


def get_promise(code: str, promise_id: int) -> Promise:
    """A promise of this conversation."""
    found = Promise.objects.filter(conversation__code=code, pk=promise_id).first()
    if found is None:
        raise NotFound("There is no such promise in this conversation.")
    return found


def reports_back_of(conversation_id: int) -> tuple[Told, ...]:
    """What was told, newest first."""
    found = ReportBack.objects.filter(conversation_id=conversation_id).order_by("-at", "-id")
    return tuple(Told(told.at, split_paragraphs(told.text)) for told in found)


def newest_full_snapshot(conversation_id: int) -> LandscapeSnapshot | None:
    """The newest result of the whole computation."""
    return LandscapeSnapshot.objects.filter(conversation_id=conversation_id, kind="full").order_by("-id").first()


def is_counted_to_the_end(snapshot: LandscapeSnapshot) -> bool:
    """Whether so few people voted or were erased after it that it stands as it is."""
    return is_up_to_date(snapshot) or stands(snapshot)


def promises_page(code: str) -> PromisesPage:
    """The team's list of promises."""
    conversation = get_conversation(code)
    promises = promises_of(conversation.pk)
    return PromisesPage(
        code=code,
        title=conversation.title,
        state=ConversationState(conversation.state),
        promises=promises,
        late=sum(promise.is_late for promise in promises),
    )


def promise_page(code: str, promise_id: int) -> OnePromisePage:
    """The team's page of one promise."""
    made = _promise(get_promise(code, promise_id))
    return OnePromisePage(code, get_conversation(code).title, made, is_done=not NEXT_STATES[made.state])


def report_back_page(code: str) -> ReportBackPage:
    """The team's list of what was told."""
    conversation = get_conversation(code)
    told = reports_back_of(conversation.pk)
    return ReportBackPage(
        code=code,
        title=conversation.title,
        state=ConversationState(conversation.state),
        hear_back=conversation.hear_back,
        hear_back_by=conversation.hear_back_by,
        is_late=_is_late(conversation, told),
        link=f"{settings.HOUVAST.text('HOUVAST_ADDRESS')}/g/{code}/terugkoppeling",
        reports_back=told,
    )


def what_was_done_page(code: str) -> WhatWasDonePage:
    """What residents may know came of it."""
    conversation = get_conversation(code)
    if conversation.state in {ConversationState.DRAFT, ConversationState.REHEARSAL}:
        raise NotFound("There is no conversation at this address.")
    promises, told = promises_of(conversation.pk), reports_back_of(conversation.pk)
    return WhatWasDonePage(
        code=code,
        title=conversation.title,
        language=conversation.language,
        state=ConversationState(conversation.state),
        hear_back=conversation.hear_back,
        hear_back_by=conversation.hear_back_by,
        is_late=_is_late(conversation, told),
        promises=promises,
        steps=_steps(conversation, promises, told),
    )


def _steps(
    conversation: Conversation, promises: tuple[PromiseMade, ...], told: tuple[Told, ...]
) -> tuple[DoneStep, ...]:
    moments = (
        ("opened", conversation.opened_at),
        ("closed", conversation.closed_at),
        ("published", conversation.published_at),
    )
    steps = [DoneStep(kind, at) for kind, at in moments if at is not None]
    steps += [DoneStep("promise", promise.made_at, promise=promise) for promise in promises]
    steps += [DoneStep("outcome", promise.changed_at, promise=promise) for promise in promises if promise.outcome]
    steps += [DoneStep("told", one.at, told=one) for one in told]
    return tuple(sorted(steps, key=lambda step: step.at))


def _is_late(conversation: Conversation, told: tuple[Told, ...]) -> bool:
    """Whether people were to hear back by now and have not."""
    due = conversation.hear_back_by
    return due is not None and not told and due < timezone.localdate()
