# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands in a result when a statement was left out after the counting? All but that statement.

The result is not computed anew: without the statement some people would stand elsewhere on the map, and whoever
compares the two results would see what those few answered. The verdict and the map rest on all answers, as before.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from houvast.engine.disclosure.result import (
    DisclosedCharacteristic,
    DisclosedLandscape,
    DisclosedLists,
    DisclosedRanked,
)

Places = dict[int, int]


def drop_statements(shown: DisclosedLandscape, ids: Collection[str]) -> DisclosedLandscape:
    """The landscape without these statements: not in a table, a list or a picture."""
    dropped = [statement for statement in shown.statements if statement.id in ids]
    if not dropped:
        return shown
    kept = [i for i, statement in enumerate(shown.statements) if statement.id not in ids]
    return replace(
        shown,
        votes=shown.votes - sum(statement.answers.n or 0 for statement in dropped),
        statements=tuple(shown.statements[i] for i in kept),
        left_out_statements=(*shown.left_out_statements, *(statement.id for statement in dropped)),
        lists=_lists(shown.lists, {before: now for now, before in enumerate(kept)}),
    )


def _lists(lists: DisclosedLists, places: Places) -> DisclosedLists:
    representative = tuple(_ranked(lists.representative, places))
    return DisclosedLists(
        binds=tuple(_ranked(lists.binds, places)),
        divides=tuple(_ranked(lists.divides, places)),
        no_opinion=tuple(_ranked(lists.no_opinion, places)),
        stands_for=tuple(tuple(_characteristics(own, places)) for own in lists.stands_for),
        representative=representative,
        representative_covered=lists.representative_covered
        if len(representative) == len(lists.representative)
        else None,
    )


def _ranked(found: Iterable[DisclosedRanked], places: Places) -> Iterable[DisclosedRanked]:
    """Those behind a dropped one move up."""
    up = 0
    for one in found:
        if one.statement in places:
            yield replace(
                one,
                statement=places[one.statement],
                rank_low=_move(one.rank_low, up),
                rank_high=_move(one.rank_high, up),
                hostile_low=None if one.hostile_low is None else _move(one.hostile_low, up),
                hostile_high=None if one.hostile_high is None else _move(one.hostile_high, up),
            )
        else:
            up += 1


def _move(rank: int, up: int) -> int:
    return max(rank - up, 1)


def _characteristics(found: Iterable[DisclosedCharacteristic], places: Places) -> Iterable[DisclosedCharacteristic]:
    return (replace(one, statement=places[one.statement]) for one in found if one.statement in places)
