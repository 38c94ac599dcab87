# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How does a conversation go: who takes part and how, which statements are seen too little, what needs attention?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from babel.dates import format_date
from django.db.models import Count, Exists, F, Max, OuterRef, Q, QuerySet, Sum
from django.utils import timezone
from django.utils.crypto import salted_hmac

from houvast.charts.chart import Chart
from houvast.charts.participation_series import Day, draw_participation_series
from houvast.domain.conversation import ConversationState, Mode, PromiseState
from houvast.domain.hour import start_of_hour
from houvast.domain.promise import is_running
from houvast.domain.votes import Moderation
from houvast.engine.disclosure.headcounts import Headcount, hide_few, hide_one
from houvast.exchange.texts import LANGUAGES, Texts
from houvast.queries.gather.conversations import get_conversation
from houvast.store.models import (
    Conversation,
    LandscapeSnapshot,
    Participant,
    Promise,
    Statement,
    Tally,
    Vote,
)

FEWEST_VIEWS = 30  # below this a share is too wide to say much
STALE_VOTES, STALE_AFTER = 50, timedelta(minutes=10)
CLOSING_SOON = timedelta(days=3)
MOST_DAYS = 60
RESULTS = ("live", "full")  # kinds of snapshots
VERSION_LETTERS = 20


class Attention(StrEnum):
    """What an adviser should look at now."""

    WAITING = "waiting"
    SEEN_TOO_LITTLE = "seen too little"
    TOO_FEW_PEOPLE = "too few people"
    CLOSING_SOON = "closing soon"
    PAST_CLOSING = "past closing"
    STALE_RESULT = "stale result"
    OVERDUE_PROMISE = "overdue promise"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that needs attention, and how many of it."""

    kind: Attention
    number: int


@dataclass(frozen=True, slots=True)
class ModeCount:
    """How many joined in one way."""

    mode: Mode
    people: Headcount


@dataclass(frozen=True, slots=True)
class StatementViews:
    """A statement, how many people saw it and how many answered; is_short: seen by fewer than the minimum."""

    number: int
    text: str
    language: str
    shown: Headcount
    votes: Headcount
    is_short: bool


@dataclass(frozen=True, slots=True)
class Refreshed:
    """When the newest result was computed and how many votes came after it; None where that tells of few people."""

    at: datetime
    votes_since: int | None


@dataclass(frozen=True, slots=True)
class ProgressPage:
    """All of the progress page."""

    code: str
    title: str
    state: ConversationState
    k: int
    version: str
    joined: Headcount
    voted: Headcount
    votes: Headcount
    by_mode: tuple[ModeCount, ...]
    per_day: Chart
    closes_at: datetime | None
    days_left: int | None
    waiting: int
    fewest_views: int
    statements: tuple[StatementViews, ...]
    refreshed: Refreshed | None
    attention: tuple[Notice, ...]


def progress_page(code: str, *, language: str) -> ProgressPage:
    """How it goes now."""
    conversation = get_conversation(code)
    k = conversation.k
    people = _people(conversation)
    joined, voted = people.count(), hide_one(_voters(people), k=k)
    statements = _statements(conversation)
    waiting = conversation.statements.filter(moderation=Moderation.OPEN, is_rehearsal=False).exclude(text="").count()
    refreshed = _refreshed(conversation, is_few=voted.is_few)
    return ProgressPage(
        code=conversation.code,
        title=conversation.title,
        state=ConversationState(conversation.state),
        k=k,
        version=progress_versions([conversation.pk]).get(conversation.pk, ""),
        joined=hide_one(joined, k=k),
        voted=voted,
        votes=Headcount(None, True) if voted.is_few else Headcount(_votes(conversation), False),
        by_mode=_by_mode(people, k=k),
        per_day=_per_day(people, k=k, wording=Texts(language if language in LANGUAGES else "nl")),
        closes_at=conversation.closes_at,
        days_left=_days_left(conversation),
        waiting=waiting,
        fewest_views=FEWEST_VIEWS,
        statements=statements,
        refreshed=refreshed,
        attention=_attention(conversation, joined, waiting, statements, refreshed),
    )


def conversation_id(code: str) -> int:
    """The id behind a code."""
    return get_conversation(code).pk


def _people(conversation: Conversation) -> QuerySet[Participant]:
    """Those who take part; in a rehearsal, those who play that they do."""
    return conversation.participants.filter(is_test=conversation.state == ConversationState.REHEARSAL)


def _votes(conversation: Conversation) -> int:
    """The votes that count now, from the tallies."""
    counted = Tally.objects.filter(statement__conversation=conversation)
    return counted.aggregate(n=Sum(F("agree") + F("disagree") + F("passed")))["n"] or 0


def _voters(people: QuerySet[Participant]) -> int:
    return people.filter(Exists(Vote.objects.filter(participant=OuterRef("pk")))).count()


def _by_mode(people: QuerySet[Participant], *, k: int) -> tuple[ModeCount, ...]:
    counted = dict(people.order_by().values_list("mode").annotate(n=Count("id")))
    modes = [mode for mode in Mode if counted.get(mode)]
    shown = hide_few([counted[mode] for mode in modes], k=k)
    return tuple(ModeCount(mode, people) for mode, people in zip(modes, shown, strict=True))


def _per_day(people: QuerySet[Participant], *, k: int, wording: Texts) -> Chart:
    hours = people.order_by().values_list("joined_hour").annotate(n=Count("id"))
    counted: Counter[date] = Counter()
    for hour, n in hours:
        counted[timezone.localtime(start_of_hour(hour)).date()] += n
    days = _last_days(counted)
    shown = hide_few([counted[day] for day in days], k=k)
    named = [
        Day(format_date(day, "d MMM", locale=wording.language), people.value, people.is_few)
        for day, people in zip(days, shown, strict=True)
    ]
    return draw_participation_series(named, k=k, wording=wording)


def _last_days(counted: Counter[date]) -> list[date]:
    """Every day from the first to the last on which somebody joined; the last ones of a long row."""
    if not counted:
        return []
    first, last = min(counted), max(counted)
    days = [first + timedelta(days=i) for i in range((last - first).days + 1)]
    return days[-MOST_DAYS:]


def _days_left(conversation: Conversation) -> int | None:
    if conversation.closes_at is None or conversation.state != ConversationState.OPEN:
        return None
    return max((conversation.closes_at - timezone.now()).days, 0)


def _statements(conversation: Conversation) -> tuple[StatementViews, ...]:
    """Those that are offered, seen least first."""
    tallies = Tally.objects.filter(statement__conversation=conversation, statement__is_shown=True)
    found = list(tallies.select_related("statement").order_by("shown", "statement__number"))
    answered = [tally.agree + tally.disagree + tally.passed for tally in found]
    shown = hide_few(answered, k=conversation.k)  # their sum stands on the page too
    return tuple(
        _views(tally, n, votes, k=conversation.k) for tally, n, votes in zip(found, answered, shown, strict=True)
    )


def _views(tally: Tally, answered: int, votes: Headcount, *, k: int) -> StatementViews:
    seen = max(tally.shown, answered)
    return StatementViews(
        number=tally.statement.number,
        text=tally.statement.text,
        language=tally.statement.language,
        shown=hide_one(seen, k=k),
        votes=votes,
        is_short=seen < FEWEST_VIEWS,
    )


def _refreshed(conversation: Conversation, *, is_few: bool) -> Refreshed | None:
    last = conversation.snapshots.filter(kind__in=RESULTS).order_by("-id").only("at", "last_vote").first()
    if last is None:
        return None
    since = Vote.objects.filter(conversation=conversation, id__gt=last.last_vote).count()
    return Refreshed(last.at, None if is_few else since)


def _attention(
    conversation: Conversation,
    joined: int,
    waiting: int,
    statements: Sequence[StatementViews],
    refreshed: Refreshed | None,
) -> tuple[Notice, ...]:
    is_open, now = conversation.state == ConversationState.OPEN, timezone.now()
    left = conversation.closes_at - now if is_open and conversation.closes_at else None
    short = sum(s.is_short for s in statements)
    # Too little seen is only worth a word where there are people to see it.
    notices = {
        Attention.WAITING: waiting,
        Attention.SEEN_TOO_LITTLE: short if is_open and joined >= FEWEST_VIEWS else 0,
        Attention.TOO_FEW_PEOPLE: conversation.k if is_open and joined < conversation.k else 0,
        Attention.PAST_CLOSING: 1 if left is not None and left <= timedelta(0) else 0,
        Attention.CLOSING_SOON: left.days + 1 if left is not None and timedelta(0) < left <= CLOSING_SOON else 0,
        Attention.STALE_RESULT: _stale_votes(refreshed, now),
        Attention.OVERDUE_PROMISE: overdue_promises(conversation.pk),
    }
    return tuple(Notice(kind, number) for kind, number in notices.items() if number)


def _stale_votes(refreshed: Refreshed | None, now: datetime) -> int:
    since = (refreshed.votes_since or 0) if refreshed else 0
    return since if refreshed and since >= STALE_VOTES and now - refreshed.at >= STALE_AFTER else 0


def overdue_promises(conversation_id: int) -> int:
    """How many promises people still wait for while their date has passed."""
    late = Promise.objects.filter(conversation_id=conversation_id, due__lt=timezone.localdate())
    return sum(is_running(PromiseState(state)) for state in late.values_list("state", flat=True))


def progress_versions(conversation_ids: Collection[int]) -> dict[int, str]:
    """A word for each conversation that changes when something on its live pages does; few and cheap questions.

    The word tells that something changed and no more: what it is made of counts people one by one.
    """
    ids = list(conversation_ids)
    rows = Conversation.objects.filter(id__in=ids).values_list(
        "id", "state", "next_participant_number", "next_statement_number", "closes_at"
    )
    words = {found: ".".join(map(str, rest)) for found, *rest in rows}
    waiting = Count("id", filter=Q(moderation=Moderation.OPEN))
    moderated = dict(
        Statement.objects.filter(conversation_id__in=ids).order_by().values_list("conversation_id").annotate(n=waiting)
    )
    made = {}
    for found, word in words.items():
        vote = Vote.objects.filter(conversation_id=found).aggregate(last=Max("id"))["last"] or 0
        snapshot = LandscapeSnapshot.objects.filter(conversation_id=found).aggregate(last=Max("id"))["last"] or 0
        facts = f"{found}.{word}.{vote}.{snapshot}.{moderated.get(found, 0)}"
        made[found] = salted_hmac("houvast.progress", facts, algorithm="sha256").hexdigest()[:VERSION_LETTERS]
    return made
