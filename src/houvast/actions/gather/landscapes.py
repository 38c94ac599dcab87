# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""When is a result computed anew, and what of it is kept? Only disclosed types, and in batches of at least k people.

While people take part a coarse result replaces the last one only when k or more people are new or were erased since,
or as many answered some statement for the first time; of each statement only when so many answered that one, and of the
people as a whole only when so many are new or gone. The whole computation then serves the order of statements and
people's own place; of what it finds only the verdict is kept. After the closing the whole result is computed to the
last vote. It stands until k people differ, also when the conversation was reopened in between.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from numpy.typing import NDArray

from houvast.actions.gather.answering import hold_conversation
from houvast.domain.conversation import ConversationState
from houvast.domain.errors import InputRejected
from houvast.domain.input_facts import InputFacts
from houvast.engine.disclosure import DisclosedLandscape, disclose
from houvast.engine.disclosure.live import LiveResult, disclose_live
from houvast.engine.disclosure.live_batches import count_first_answers, count_new_people, hold_back
from houvast.engine.disclosure.nothing import disclose_nothing
from houvast.engine.landscape.analysis import analyse
from houvast.engine.landscape.result import LandscapeSettings
from houvast.engine.landscape.vote_table import VoteTable, select_participants, select_statements
from houvast.engine.routing.statement_model import Places, StatementModel, fit_statement_model, place_voters
from houvast.exchange.landscape_answer import is_too_few
from houvast.exchange.withdrawn_words import blank_texts
from houvast.queries.gather.changed_people import stands
from houvast.queries.gather.landscapes import FULL, LIVE, WORKING, FoundSoFar, stored_live, write_result
from houvast.queries.gather.perception import Gaps, compute_gaps, write_gaps
from houvast.queries.gather.statement_models import stored_model, write_model
from houvast.queries.gather.vote_tables import GatheredVotes, gather_votes
from houvast.store.models import Conversation, Erasure, LandscapeSnapshot, Publication, RoutingModel, Statement

FORMAT = "conversation"
SIGN = "agree = +1, disagree = -1, pass = 0"
LIVE_KEPT = 3


def refresh_live(conversation: Conversation, *, gathered: GatheredVotes | None = None) -> bool:
    """Store a new coarse result when enough people are new or gone; whether that was so.

    gathered: the votes where the caller has them in memory, else they are read.
    """
    votes = gathered or gather_votes(conversation.pk)
    earlier = stored_live(conversation.pk)
    are_others = _are_others(votes, earlier, k=conversation.k)
    new = _first_answers(votes, earlier)
    if not are_others and (earlier is None or max(new.values(), default=0) < conversation.k):
        return False
    table = _offered(votes)
    places = _places(conversation, table) if are_others else None
    fresh = disclose_live(table, places=places, k=conversation.k)
    if earlier is None or are_others:
        fresh = replace(fresh, as_of=votes.last_vote, as_of_erasure=votes.last_erasure)
    else:
        kept = replace(fresh, as_of=earlier.as_of, as_of_erasure=earlier.as_of_erasure)
        fresh = replace(kept, people=earlier.people, places=earlier.places)
    held = hold_back(fresh, earlier=earlier, new=new, newest=votes.last_vote)
    if earlier is not None and not are_others and held.statements == earlier.statements:
        return False
    _store_live(conversation, votes, table, held)
    return True


def refresh_full(conversation: Conversation, *, gathered: GatheredVotes | None = None) -> bool:
    """Do the whole computation; whether that was done. Never fails on few votes: it stores that they are few.

    Nothing is done when fewer than k people changed what was found before.
    """
    votes = gathered or gather_votes(conversation.pk)
    if not _may_compute(conversation, votes):
        return False
    table = votes.count()
    shown, model, counted = compute_landscape(table, k=conversation.k, title=conversation.title)
    if conversation.state == ConversationState.OPEN:
        _store_working(conversation, votes, table, shown, model)
    else:
        gaps = compute_gaps(conversation.pk, votes=counted, shown=shown)
        _store_full(conversation, votes, table, shown, gaps, model)
    return True


def _may_compute(conversation: Conversation, votes: GatheredVotes) -> bool:
    """Whether k people differ. In a rehearsal nobody is real."""
    if conversation.state == ConversationState.OPEN:
        since = _newest(conversation, WORKING)
        erased = _erased(votes, after=since.last_erasure) if since else 0
        return _changed_people(votes, since) + erased >= conversation.k
    last = _newest(conversation, FULL)
    if last is None or conversation.state == ConversationState.REHEARSAL:
        return True
    return not stands(last, vote=votes.last_vote, erasure=votes.last_erasure)


def _are_others(votes: GatheredVotes, earlier: LiveResult | None, *, k: int) -> bool:
    """Whether k people cast their first vote, or were erased, since the people of a coarse result were counted."""
    new = count_new_people(votes.rows, people=votes.people[:, 0], after=earlier.as_of if earlier else 0)
    return new + (_erased(votes, after=earlier.as_of_erasure) if earlier else 0) >= k


def _changed_people(votes: GatheredVotes, since: LandscapeSnapshot | None) -> int:
    """How many people voted or changed a vote after a result."""
    later = votes.rows.participant[votes.rows.id > (since.last_vote if since else 0)]
    return len(np.intersect1d(later, votes.people[:, 0]))


def _erased(votes: GatheredVotes, *, after: int) -> int:
    """How many people were erased after an erasure, of those who are not among these votes any more."""
    erased = Erasure.objects.filter(conversation_id=votes.conversation_id, id__gt=after, votes__gt=0)
    return erased.filter(id__lte=votes.last_erasure).count()


def _first_answers(votes: GatheredVotes, earlier: LiveResult | None) -> dict[int, int]:
    """How many people answered each statement, by number, for the first time since its figures in a coarse result."""
    as_of = {one.number: one.as_of for one in earlier.statements} if earlier else {}
    numbers = [int(statement.id) for statement in votes.statements]
    new = count_first_answers(
        votes.rows,
        people=votes.people[:, 0],
        statement_ids=votes.statement_ids,
        after=np.array([as_of.get(number, 0) for number in numbers], dtype=np.int64),
    )
    return dict(zip(numbers, new.tolist(), strict=True))


def compute_landscape(
    table: VoteTable, *, k: int, title: str
) -> tuple[DisclosedLandscape, StatementModel | None, VoteTable]:
    """What may be shown of these votes; what the statements say about opinion where anything can be fitted; and the
    votes of the people whom the headline counts, nobody's where there are too few."""
    nobody = select_participants(table, keep=np.zeros(table.n_participants, dtype=np.bool_))
    settings, facts = LandscapeSettings(k=k), InputFacts(format=FORMAT, sign=SIGN, title=title)
    if table.n_participants < k:
        return disclose_nothing(facts=facts, settings=settings), None, nobody
    try:
        landscape = analyse(table, settings=settings)
    except InputRejected:  # every statement was left out
        return disclose_nothing(facts=facts, settings=settings), None, nobody
    if len(landscape.participants) < k:
        return disclose_nothing(facts=facts, settings=settings), None, nobody
    keep = np.isin(table.participants, landscape.participants[landscape.in_headline])
    shown = disclose(landscape, facts=facts, k=k, public=True)
    return shown, fit_statement_model(table, landscape=landscape), select_participants(table, keep=keep)


def prune_live(conversation_id: int) -> int:
    """Drop coarse results that were replaced, all but the last few; how many."""
    found = LandscapeSnapshot.objects.filter(conversation_id=conversation_id, kind=LIVE).order_by("-id")
    kept = list(found.values_list("id", flat=True)[:LIVE_KEPT])
    return _drop(LandscapeSnapshot.objects.filter(conversation_id=conversation_id, kind=LIVE).exclude(id__in=kept))


def _offered(votes: GatheredVotes) -> VoteTable:
    """The votes on statements that are on offer, and the people who gave one."""
    offered = Statement.objects.filter(conversation_id=votes.conversation_id, is_shown=True)
    keep: NDArray[np.bool_] = np.isin(votes.statement_ids, list(offered.values_list("id", flat=True)))
    table = select_statements(votes.count(), keep=keep)
    return select_participants(table, keep=table.votes_per_participant > 0)


def _newest(conversation: Conversation, kind: str) -> LandscapeSnapshot | None:
    found = LandscapeSnapshot.objects.filter(conversation=conversation, kind=kind).order_by("-id")
    return found.select_related("conversation").defer("content", "perception").first()


def _places(conversation: Conversation, table: VoteTable) -> Places | None:
    model = stored_model(conversation.pk)
    return place_voters(model, votes=table) if model is not None and model.is_structured else None


@transaction.atomic
def _store_live(conversation: Conversation, votes: GatheredVotes, table: VoteTable, result: LiveResult) -> None:
    _add(conversation, LIVE, votes, table, write_result(result))
    prune_live(conversation.pk)


@transaction.atomic
def _store_working(
    conversation: Conversation,
    votes: GatheredVotes,
    table: VoteTable,
    shown: DisclosedLandscape,
    model: StatementModel | None,
) -> None:
    """Of what was found while people take part only the verdict, without a figure."""
    found = FoundSoFar(verdict=shown.structure.verdict, is_too_few=is_too_few(shown))
    made = _add(conversation, WORKING, votes, table, write_result(found))
    _drop(LandscapeSnapshot.objects.filter(conversation=conversation, kind=WORKING, id__lt=made.pk))
    if model is not None:
        _store_model(conversation, model)


@transaction.atomic
def _store_full(
    conversation: Conversation,
    votes: GatheredVotes,
    table: VoteTable,
    shown: DisclosedLandscape,
    gaps: Gaps,
    model: StatementModel | None,
) -> None:
    made = _add(conversation, FULL, votes, table, write_result(shown), perception=write_gaps(gaps))
    _drop(LandscapeSnapshot.objects.filter(conversation=conversation, kind__in=(FULL, WORKING), id__lt=made.pk))
    if model is not None:
        _store_model(conversation, model)


def _store_model(conversation: Conversation, model: StatementModel) -> None:
    found = RoutingModel.objects.select_for_update().filter(conversation=conversation).first()
    RoutingModel.objects.update_or_create(
        conversation=conversation,
        defaults={"content": write_model(model), "version": found.version + 1 if found else 1},
    )


def _add(
    conversation: Conversation, kind: str, votes: GatheredVotes, table: VoteTable, content: str, perception: str = ""
) -> LandscapeSnapshot:
    """Store a result. Words that were withdrawn while it was computed are not written back."""
    hold_conversation(conversation.pk)
    gone = list(Statement.objects.filter(conversation=conversation, text="").values_list("number", flat=True))
    return LandscapeSnapshot.objects.create(
        conversation=conversation,
        kind=kind,
        at=timezone.now(),
        participants=table.n_participants,
        votes=table.n_votes,
        last_vote=votes.last_vote,
        last_erasure=votes.last_erasure,
        content=blank_texts(content, numbers=gone) if gone else content,
        perception=blank_texts(perception, numbers=gone) if gone else perception,
    )


def _drop(chosen: QuerySet[LandscapeSnapshot]) -> int:
    """Drop those that no publication rests on."""
    published = Publication.objects.values("snapshot_id")
    return chosen.exclude(id__in=published).delete()[0]
