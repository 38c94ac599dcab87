# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which statement is shown to this person now? The open one, or one drawn among those not seen yet.

What all visitors share (the statements on offer, how often each was shown, the model) is kept for a second.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from django.db import connection
from numpy.typing import NDArray

from houvast.engine.routing.next_statement import (
    ItemTable,
    draw_statement,
    expect_information,
    tabulate_items,
    weigh_statements,
)
from houvast.queries.gather.statement_models import model_version, stored_model
from houvast.store.models import Conversation, Participant, Statement

Ints = NDArray[np.int64]

KEPT_SECONDS = 1.0
MOST_KEPT = 64
AGREE, DISAGREE = 1, -1
# This is asked with every vote, and making these two questions takes the ORM longer than answering them.
SHOWN = "SELECT statement_id, probability FROM store_exposure WHERE participant_id = %s ORDER BY id"
CAST = "SELECT statement_id, value FROM store_vote WHERE participant_id = %s ORDER BY id"


@dataclass(frozen=True, slots=True)
class Draw:
    """A statement and the probability with which it was drawn, to be written down with the showing."""

    statement_id: int
    probability: float


@dataclass(frozen=True, eq=False)
class _Offer:
    """The statements on offer, how many people saw each, and what they say about opinion."""

    ids: Ints
    row: dict[int, int]
    views: Ints
    items: ItemTable | None
    until: float


Key = tuple[str, int]
_offers: dict[Key, _Offer] = {}
_items: dict[str, tuple[tuple[int, tuple[str, ...]], ItemTable | None]] = {}
_chance = np.random.default_rng()


def draw_next(
    participant: Participant, *, votes: Mapping[int, int] | None = None, rng: np.random.Generator | None = None
) -> Draw | None:
    """The next statement, or None when all were answered. One that was shown and not answered comes back first.

    votes: this person's last vote by statement id, where the caller has them; else they are read.
    """
    offer = _offer(participant.conversation)
    with connection.cursor() as cursor:
        cursor.execute(SHOWN, [participant.pk])
        shown: dict[int, float] = dict(cursor.fetchall())
        if votes is None:
            cursor.execute(CAST, [participant.pk])
            votes = dict(cursor.fetchall())
    for statement, probability in shown.items():
        if statement not in votes and statement in offer.row:
            return Draw(statement, probability)
    unseen = np.ones(len(offer.ids), dtype=bool)
    unseen[_rows(offer, [*shown, *votes])] = False
    left = np.flatnonzero(unseen)
    if not len(left):
        return None
    chance = weigh_statements(views=offer.views[left], information=_information(offer, votes, left))
    drawn = draw_statement(chance, rng=rng or _chance)
    return Draw(int(offer.ids[left[drawn]]), float(chance[drawn]))


def _information(offer: _Offer, votes: Mapping[int, int], left: Ints) -> NDArray[np.float64] | None:
    if offer.items is None:
        return None
    agreed, disagreed = (
        _rows(offer, [statement for statement, value in votes.items() if value == wanted])
        for wanted in (AGREE, DISAGREE)
    )
    return expect_information(offer.items, agreed=agreed, disagreed=disagreed)[left]


def _rows(offer: _Offer, statements: Sequence[int]) -> Ints:
    return np.array([offer.row[s] for s in statements if s in offer.row], dtype=np.int64)


def _offer(conversation: Conversation) -> _Offer:
    """What is kept for a second; a new statement shows at once, for then the next number has changed."""
    key = (conversation.code, conversation.next_statement_number)
    kept = _offers.get(key)
    if kept is None or kept.until < time.monotonic():
        if len(_offers) >= MOST_KEPT:
            forget_offers()
        kept = _offers[key] = _read_offer(conversation)
    return kept


def _read_offer(conversation: Conversation) -> _Offer:
    found = Statement.objects.filter(conversation=conversation, is_shown=True).order_by("number")
    rows = list(found.values_list("id", "number", "tally__shown"))
    ids = np.array([pk for pk, _, _ in rows], dtype=np.int64)
    return _Offer(
        ids=ids,
        row={pk: at for at, pk in enumerate(ids.tolist())},
        views=np.array([views or 0 for _, _, views in rows], dtype=np.int64),
        items=_tabulated(conversation, tuple(str(number) for _, number, _ in rows)),
        until=time.monotonic() + KEPT_SECONDS,
    )


def _tabulated(conversation: Conversation, statements: tuple[str, ...]) -> ItemTable | None:
    """The model's table, worked out anew only when the model or the statements changed."""
    version = (model_version(conversation.pk), statements)
    kept = _items.get(conversation.code)
    if kept is None or kept[0] != version:
        model = stored_model(conversation.pk) if version[0] else None
        kept = _items[conversation.code] = (version, tabulate_items(model, statements=statements))
    return kept[1]


def forget_offers() -> None:
    """Read everything anew at the next draw; for who changed what is on offer and cannot wait a second."""
    _offers.clear()
    _items.clear()
