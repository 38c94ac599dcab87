# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who may see what of a result, and when? Residents coarsely while they take part, and wholly once published."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from houvast.domain.conversation import ConversationState
from houvast.domain.errors import NotFound
from houvast.engine.disclosure.headcounts import Headcount, hide_one
from houvast.queries.gather.changed_people import is_up_to_date
from houvast.queries.gather.conversations import get_conversation
from houvast.queries.gather.landscape_words import lay_out
from houvast.queries.gather.landscapes import found_so_far, left_out_since
from houvast.queries.gather.live_results import LivePart, live_part
from houvast.queries.gather.own_results import OwnResult, own_result
from houvast.queries.gather.participants import find_participant
from houvast.queries.gather.perception import perception_gaps
from houvast.queries.gather.publications import (
    PublishedResult,
    current_publication,
    is_counted_to_the_end,
    lay_out_publication,
    newest_full_snapshot,
    publication_of,
    published_gaps,
)
from houvast.queries.gather.readings import draft_of
from houvast.queries.gather.shown_results import ShownResult, show_result
from houvast.queries.gather.statement_words import statement_words, translated_texts
from houvast.queries.gather.words import LanguageChoice, choose_language, conversation_words, language_choices
from houvast.store.models import Conversation, Erasure, LandscapeSnapshot, Participant, Publication, Vote

FEWEST_VOTES = 5  # before somebody sees what others answer, so that they answer for themselves


class Stage(StrEnum):
    """What a visitor gets to see."""

    TAKE_PART = "take part"
    VOTE_MORE = "vote more"
    LIVE = "live"
    BEING_READ = "being read"
    PUBLISHED = "published"


@dataclass(frozen=True, eq=False)
class ResultPage:
    """The page of residents. withdrawn: people whose participation was erased after publication.

    language: of the title and what was told before; written_in: of what the municipality wrote afterwards. choices: the
    languages in which the words of people can be read here.
    """

    code: str
    title: str
    language: str
    written_in: str
    choices: tuple[LanguageChoice, ...]
    state: ConversationState
    question: str
    asked_by: str
    use_of_answers: str
    hear_back: str
    source: str
    opened_at: datetime | None
    closed_at: datetime | None
    closes_at: datetime | None
    k: int
    fewest_votes: int
    votes_to_go: int
    stage: Stage
    own: OwnResult | None
    live: LivePart | None
    published: PublishedResult | None
    shown: ShownResult | None
    withdrawn: Headcount
    download: str


@dataclass(frozen=True, eq=False)
class LandscapePage:
    """The team's page: while people take part what residents see and the verdict, afterwards the whole result.

    is_complete: it stands as it is. is_up_to_date: and no vote or erasure came after it. shown is None where nothing
    may be said, or not yet. verdict: empty where nothing was found yet.
    """

    code: str
    title: str
    state: ConversationState
    k: int
    at: datetime | None
    is_complete: bool
    is_up_to_date: bool
    is_published: bool
    verdict: str
    live: LivePart | None
    shown: ShownResult | None
    published: PublishedResult | None


@dataclass(frozen=True, eq=False)
class PublishPage:
    """The page on which a reading is written. draft: the fields of the form, filled with the reading that stands."""

    code: str
    title: str
    state: ConversationState
    k: int
    can_publish: bool
    is_published: bool
    shown: ShownResult | None
    draft: dict[str, str]


def result_page(code: str, *, key: str | None, language: str, asked: str = "") -> ResultPage:
    """What this visitor may see now. key: the visitor's personal key in this conversation, if there is one.

    language: of the screens; asked: the language in which the visitor asks to read the words of people.
    """
    conversation = get_conversation(code)
    state = ConversationState(conversation.state)
    if state in {ConversationState.DRAFT, ConversationState.REHEARSAL}:
        raise NotFound("There is no conversation at this address.")
    participant = find_participant(code, key) if key and state is ConversationState.OPEN else None
    votes = count_answers(participant) if participant else 0
    stage = _stage(state, participant, votes)
    publication = publication_of(conversation.pk) if stage is Stage.PUBLISHED else None
    reads = choose_language(conversation, asked=asked, kept=_kept_language(code, key), screen=language)
    words = conversation_words(conversation, reads)
    return ResultPage(
        code=code,
        title=words.title,
        language=words.language,
        written_in=conversation.language,
        choices=language_choices(conversation, chosen=reads, screen=language),
        state=state,
        question=words.question,
        asked_by=conversation.asked_by,
        use_of_answers=words.use_of_answers,
        hear_back=words.hear_back,
        source=conversation.source,
        opened_at=conversation.opened_at,
        closed_at=conversation.closed_at,
        closes_at=conversation.closes_at,
        k=conversation.k,
        fewest_votes=FEWEST_VOTES,
        votes_to_go=max(FEWEST_VOTES - votes, 0),
        stage=stage,
        own=own_result(participant, language=language, reads=reads) if participant and stage is Stage.LIVE else None,
        live=live_part(conversation.pk, language=language, reads=reads) if stage is Stage.LIVE else None,
        published=current_publication(conversation.pk, language=language) if publication else None,
        shown=_published_result(publication, language, reads) if publication else None,
        withdrawn=_withdrawn(conversation, publication),
        download=f"/api/v1/gesprekken/{code}/landschap",
    )


def _stage(state: ConversationState, participant: Participant | None, votes: int) -> Stage:
    """Whoever has not answered is not shown what others answer: it would colour their own answers."""
    if state is ConversationState.PUBLISHED:
        return Stage.PUBLISHED
    if state is ConversationState.CLOSED:
        return Stage.BEING_READ
    if participant is None:
        return Stage.TAKE_PART
    return Stage.LIVE if votes >= FEWEST_VOTES else Stage.VOTE_MORE


def count_answers(participant: Participant) -> int:
    """How many statements somebody answered, passes too."""
    return Vote.objects.filter(participant=participant).values("statement_id").distinct().count()


def _kept_language(code: str, key: str | None) -> str:
    """The language in which somebody took part; empty for who did not."""
    participant = find_participant(code, key) if key else None
    return participant.language if participant else ""


def _published_result(publication: Publication, language: str, reads: str) -> ShownResult | None:
    words = statement_words(publication.conversation_id, reads)
    laid_out = lay_out_publication(publication, language, translated=translated_texts(words))
    return show_result(laid_out, published_gaps(publication), words=words, language=language)


def _withdrawn(conversation: Conversation, publication: Publication | None) -> Headcount:
    if publication is None:
        return Headcount(0, False)
    since = Erasure.objects.filter(conversation=conversation, id__gt=publication.snapshot.last_erasure)
    return hide_one(since.count(), k=conversation.k)


def landscape_page(code: str, *, language: str) -> LandscapePage:
    """The newest result for the team, never finer than residents see or will see it at this stage."""
    conversation = get_conversation(code)
    is_open = conversation.state == ConversationState.OPEN
    publication = publication_of(conversation.pk)
    snapshot = publication.snapshot if publication else None
    if publication is None and not is_open:
        snapshot = newest_full_snapshot(conversation.pk)
    return LandscapePage(
        code=code,
        title=conversation.title,
        state=ConversationState(conversation.state),
        k=conversation.k,
        at=snapshot.at if snapshot else None,
        is_complete=snapshot is not None and (publication is not None or is_counted_to_the_end(snapshot)),
        is_up_to_date=snapshot is not None and is_up_to_date(snapshot),
        is_published=publication is not None,
        verdict=_verdict(conversation) if is_open else "",
        live=live_part(conversation.pk, language=language) if is_open else None,
        shown=_newest_result(conversation, publication, snapshot, language),
        published=current_publication(conversation.pk, language=language),
    )


def _verdict(conversation: Conversation) -> str:
    found = found_so_far(conversation.pk)
    return "" if found is None or found.is_too_few else found.verdict.value


def _newest_result(
    conversation: Conversation, publication: Publication | None, snapshot: LandscapeSnapshot | None, language: str
) -> ShownResult | None:
    if publication is not None:
        return _published_result(publication, language, language)
    if snapshot is None:
        return None
    gaps = perception_gaps(conversation.pk)
    words, left_out = statement_words(conversation.pk, language), left_out_since(conversation.pk)
    laid_out = lay_out(snapshot.content, language, translated=translated_texts(words), left_out=left_out)
    return show_result(laid_out, gaps, words=words, language=language)


def publish_page(code: str, *, language: str) -> PublishPage:
    """What somebody needs to write a reading."""
    page = landscape_page(code, language=language)
    publication = publication_of(get_conversation(code).pk)
    return PublishPage(
        code=code,
        title=page.title,
        state=page.state,
        k=page.k,
        can_publish=page.is_published or (page.state is ConversationState.CLOSED and page.is_complete),
        is_published=page.is_published,
        shown=page.shown,
        draft=draft_of(publication.reading) if publication else {},
    )
