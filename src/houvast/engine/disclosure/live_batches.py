# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which live figures may change? Those of statements that at least k people answered for the first time since.

A statement with fewer new people keeps the figures that stood there, so that two results never differ by what one
person answers to one statement. People who change an answer are no new people: their own devices cannot force a look.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from houvast.engine.disclosure.live import LiveResult, rank_statements
from houvast.engine.live.vote_log import VoteRows, look_up

Ints = NDArray[np.int64]


def hold_back(fresh: LiveResult, *, earlier: LiveResult | None, new: dict[int, int], newest: int) -> LiveResult:
    """The fresh result with the earlier figures of statements that too few new people answered.

    new: how many people answered each statement, by number, for the first time since its earlier figures. newest: the
    newest vote. What is not offered now keeps its earlier figures too, for when it is offered again.
    """
    kept = {one.number: one for one in earlier.statements if new.get(one.number, 0) < fresh.k} if earlier else {}
    renewed = {one.number: replace(one, as_of=newest) for one in fresh.statements}
    merged = {**renewed, **kept}
    return rank_statements(fresh, tuple(merged[number] for number in sorted(merged)))


def count_first_answers(rows: VoteRows, *, people: Ints, statement_ids: Ints, after: Ints) -> Ints:
    """How many of the people first answered each statement with a row newer than `after`, (S,).

    people: (P,) and statement_ids: (S,), row ids.
    """
    person, knows_person = look_up(rows.participant, people)
    item, knows_item = look_up(rows.statement, statement_ids)
    known = knows_person & knows_item
    person, item = person[known], item[known]
    is_later = rows.id[known] > after[item]
    answered_before = np.zeros((len(people), len(statement_ids)), dtype=bool)
    answered_since = np.zeros_like(answered_before)
    answered_before[person[~is_later], item[~is_later]] = True
    answered_since[person[is_later], item[is_later]] = True
    found: Ints = (answered_since & ~answered_before).sum(axis=0)
    return found


def count_new_people(rows: VoteRows, *, people: Ints, after: int) -> int:
    """How many of the people cast their first vote after a row."""
    is_later = rows.id > after
    since = np.intersect1d(rows.participant[is_later], people)
    return int((~np.isin(since, rows.participant[~is_later])).sum())
