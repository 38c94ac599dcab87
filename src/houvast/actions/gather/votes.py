# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How is a vote kept? Added to the earlier ones, once a click, with its tally and the next statement, or not at all.

One transaction: the participant's row is held, so that somebody's votes follow one another; the vote is added; the
next statement is drawn and its showing logged with its probability; the tallies of both statements change last, in
the order of their numbers, so that two people never wait for each other.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from uuid import UUID

from django.db import connection, transaction
from django.db.models import F
from django.utils import timezone

from houvast.actions.gather.answering import lock_participant, require_answering
from houvast.domain.errors import StateRefused
from houvast.domain.hour import hour_of
from houvast.domain.participant_key import hash_key
from houvast.domain.votes import Vote
from houvast.queries.gather.cards import own_statement_to_vote_on, present_votes, read_deck
from houvast.queries.gather.estimate_turns import is_turn
from houvast.queries.gather.routing import draw_next, forget_offers
from houvast.store.models import Participant, Statement, Tally
from houvast.store.models import Vote as VoteRow

COLUMN = {Vote.AGREE: "agree", Vote.PASS: "passed", Vote.DISAGREE: "disagree"}
# The first showing counts. rowcount says whether this was it, which the ORM cannot.
ADD_EXPOSURE = (
    "INSERT INTO store_exposure (participant_id, statement_id, probability, hour) VALUES (%s, %s, %s, %s)"
    " ON CONFLICT (participant_id, statement_id) DO NOTHING"
)
Changes = Counter[tuple[int, str]]  # by statement and column of its tally


@dataclass(frozen=True, slots=True)
class NextStep:
    """What comes now: the statement to show, None when there is none left; or first an estimate.

    answered: how many statements this person voted on; previous_id: the last of those, to go back to.
    """

    participant: Participant
    statement_id: int | None
    answered: int
    previous_id: int | None = None
    asks_estimate: bool = False


@transaction.atomic
def cast_vote(*, participant: Participant, statement_id: int, value: Vote, request: UUID) -> None:
    """Keep a vote; the same request again changes nothing.

    NotFound for a participant who was erased; StateRefused where the conversation is not open or the statement is not
    offered (somebody who voted on it before may still change that vote).
    """
    somebody = lock_participant(pk=participant.pk)
    _, changes = _cast(somebody, statement_id, value, request)
    _count(changes)


@transaction.atomic
def cast_vote_and_draw(*, code: str, key: str, statement_id: int, value: Vote, request: UUID) -> NextStep:
    """Keep a vote of the participant with this key, as `cast_vote` does, and find what comes next."""
    somebody = lock_participant(key_hash=hash_key(key), conversation__code=code)
    votes_before, changes = _cast(somebody, statement_id, value, request)
    is_first = statement_id not in votes_before
    answered = len(votes_before) + is_first
    if is_turn(somebody, answered=answered):
        _count(changes)
        return NextStep(somebody, None, answered, asks_estimate=True)
    shown, showing = _draw_and_show(somebody)
    changes.update(showing)
    _count(changes)
    return NextStep(somebody, shown, answered, statement_id)


@transaction.atomic
def show_next(*, participant: Participant) -> NextStep:
    """What somebody sees who comes to vote: a statement of their own, one that waits for their vote, or a new one."""
    somebody = lock_participant(pk=participant.pk)
    require_answering(somebody.conversation, is_test=somebody.is_test)
    own = own_statement_to_vote_on(somebody)
    shown, showing = _draw_and_show(somebody) if own is None else (own, _show(somebody, own, 1.0))
    _count(showing)
    voted = list(present_votes(somebody))
    return NextStep(somebody, shown, len(voted), voted[-1] if voted else None)


@transaction.atomic
def show_asked(*, participant: Participant, statement_id: int) -> None:
    """Log that somebody asked to see this statement: with probability one, for nothing was drawn."""
    somebody = lock_participant(pk=participant.pk)
    require_answering(somebody.conversation, is_test=somebody.is_test)
    _require_offered(somebody, statement_id)
    _count(_show(somebody, statement_id, 1.0))


def _cast(somebody: Participant, statement_id: int, value: Vote, request: UUID) -> tuple[dict[int, int], Changes]:
    """Add the vote; what this person had voted before, by statement, and what changes in the tallies."""
    require_answering(somebody.conversation, is_test=somebody.is_test)
    rows = VoteRow.objects.filter(participant=somebody).order_by("id").values_list("statement_id", "value", "request")
    before: dict[int, int] = {}
    is_repeated = False
    for voted_on, earlier, click in rows:
        before[voted_on] = earlier
        is_repeated |= click == request
    if is_repeated:
        return before, Counter()
    if statement_id not in before:
        _require_offered(somebody, statement_id)
    VoteRow.objects.create(
        conversation=somebody.conversation,
        participant=somebody,
        statement_id=statement_id,
        value=value,
        hour=hour_of(timezone.now()),
        request=request,
    )
    changes: Changes = Counter({(statement_id, COLUMN[value]): 1})
    if statement_id in before:
        changes[statement_id, COLUMN[Vote(before[statement_id])]] -= 1
    return before, changes


def _require_offered(somebody: Participant, statement_id: int) -> None:
    offered = Statement.objects.filter(pk=statement_id, conversation=somebody.conversation, is_shown=True)
    if not offered.exists():
        raise StateRefused("This statement is not put to people (any more). Go on with the next one.")


def _draw_and_show(somebody: Participant) -> tuple[int | None, Changes]:
    """Draw a statement and log its showing. One that was left out in the last second is drawn again."""
    draw = draw_next(somebody)
    if draw and draw.statement_id not in read_deck(somebody.conversation, holding=draw.statement_id).statements:
        forget_offers()
        draw = draw_next(somebody)
    if draw is None:
        return None, Counter()
    return draw.statement_id, _show(somebody, draw.statement_id, draw.probability)


def _show(somebody: Participant, statement_id: int, probability: float) -> Changes:
    with connection.cursor() as cursor:
        cursor.execute(ADD_EXPOSURE, [somebody.pk, statement_id, probability, hour_of(timezone.now())])
        return Counter({(statement_id, "shown"): 1}) if cursor.rowcount > 0 else Counter()


def _count(changes: Changes) -> None:
    """Change the tallies, the lowest statement first."""
    for statement_id in sorted({statement_id for statement_id, _ in changes}):
        columns = {name: F(name) + by for (of, name), by in changes.items() if of == statement_id and by}
        if columns:
            Tally.objects.filter(statement_id=statement_id).update(**columns)
