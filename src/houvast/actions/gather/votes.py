# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How is a vote kept? Added to the earlier ones, once a click, with its tally and the next statement, or not at all.

One transaction: the participant's row is held, so that somebody's votes follow one another; the vote is added; the
next statement is drawn and its showing logged with its probability; the tallies of both statements change last, in
the order of their numbers, so that two people never wait for each other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from houvast.actions.gather.answering import NOT_HERE, lock_participant, require_answering
from houvast.actions.gather.vote_sql import add_exposure, add_vote, count, hold_by_key, is_offered, read_votes
from houvast.domain.errors import NotFound, StateRefused
from houvast.domain.hour import hour_of
from houvast.domain.participant_key import hash_key
from houvast.domain.votes import Vote
from houvast.queries.gather.cards import own_statement_to_vote_on, present_votes, read_deck
from houvast.queries.gather.estimate_turns import is_turn
from houvast.queries.gather.routing import draw_next, forget_offers
from houvast.store.models import Participant
from houvast.store.write_turn import write_turn

COLUMN = {Vote.AGREE: "agree", Vote.PASS: "passed", Vote.DISAGREE: "disagree"}
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
    count(changes)


@write_turn()
@transaction.atomic
def cast_vote_and_draw(*, code: str, key: str, statement_id: int, value: Vote, request: UUID) -> NextStep:
    """Keep a vote of the participant with this key, as `cast_vote` does, and find what comes next."""
    somebody = hold_by_key(hash_key(key), code)
    if somebody is None:
        raise NotFound(NOT_HERE)
    votes, changes = _cast(somebody, statement_id, value, request)
    if is_turn(somebody, answered=len(votes)):
        count(changes)
        return NextStep(somebody, None, len(votes), asks_estimate=True)
    shown, showing = _draw_and_show(somebody, votes)
    changes.update(showing)
    count(changes)
    return NextStep(somebody, shown, len(votes), statement_id)


@write_turn()
@transaction.atomic
def show_next(*, participant: Participant) -> NextStep:
    """What somebody sees who comes to vote: a statement of their own, one that waits for their vote, or a new one."""
    somebody = lock_participant(pk=participant.pk)
    require_answering(somebody.conversation, is_test=somebody.is_test)
    own = own_statement_to_vote_on(somebody)
    votes = present_votes(somebody)
    shown, showing = _draw_and_show(somebody, votes) if own is None else (own, _show(somebody, own, 1.0))
    count(showing)
    return NextStep(somebody, shown, len(votes), next(reversed(votes), None))


@transaction.atomic
def show_asked(*, participant: Participant, statement_id: int) -> None:
    """Log that somebody asked to see this statement: with probability one, for nothing was drawn."""
    somebody = lock_participant(pk=participant.pk)
    require_answering(somebody.conversation, is_test=somebody.is_test)
    _require_offered(somebody, statement_id)
    count(_show(somebody, statement_id, 1.0))


def _cast(somebody: Participant, statement_id: int, value: Vote, request: UUID) -> tuple[dict[int, int], Changes]:
    """Add the vote; what this person says now, by statement, and what changes in the tallies."""
    require_answering(somebody.conversation, is_test=somebody.is_test)
    votes, is_repeated = read_votes(somebody.pk, request)
    if is_repeated:
        return votes, Counter()
    before = votes.get(statement_id)
    if before is None:
        _require_offered(somebody, statement_id)
    add_vote(somebody, statement_id, value, hour=hour_of(timezone.now()), request=request)
    changes: Changes = Counter({(statement_id, COLUMN[value]): 1})
    if before is not None:
        changes[statement_id, COLUMN[Vote(before)]] -= 1
    votes[statement_id] = value
    return votes, changes


def _require_offered(somebody: Participant, statement_id: int) -> None:
    if not is_offered(statement_id, somebody.conversation_id):
        raise StateRefused("This statement is not put to people (any more). Go on with the next one.")


def _draw_and_show(somebody: Participant, votes: Mapping[int, int]) -> tuple[int | None, Changes]:
    """Draw a statement and log its showing. One that was left out in the last second is drawn again."""
    draw = draw_next(somebody, votes=votes)
    if draw and draw.statement_id not in read_deck(somebody.conversation, holding=draw.statement_id).statements:
        forget_offers()
        draw = draw_next(somebody, votes=votes)
    if draw is None:
        return None, Counter()
    return draw.statement_id, _show(somebody, draw.statement_id, draw.probability)


def _show(somebody: Participant, statement_id: int, probability: float) -> Changes:
    is_new = add_exposure(somebody.pk, statement_id, probability, hour=hour_of(timezone.now()))
    return Counter({(statement_id, "shown"): 1}) if is_new else Counter()
