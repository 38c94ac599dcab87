# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is a statement that was left out gone everywhere, and is all else as it was?"""

from __future__ import annotations

import pytest
from disclosed_landscapes import disclosed

from houvast.engine.disclosure.left_out import drop_statements
from houvast.engine.disclosure.result import DisclosedLandscape
from houvast.engine.landscape.result import Verdict


def named(shown: DisclosedLandscape) -> list[list[tuple[str, str]]]:
    """Of every list the ids of its statements and the directions."""
    lists = shown.lists
    found = [lists.binds, lists.divides, lists.no_opinion, lists.representative, *lists.stands_for]
    return [[(shown.statements[one.statement].id, one.direction) for one in places] for places in found]


@pytest.mark.parametrize("verdict", list(Verdict))
@pytest.mark.parametrize("at", [0, 3, 23])
def test_it_is_in_no_list_and_the_others_stay_in_their_order(verdict: Verdict, at: int) -> None:
    before = disclosed(verdict, public=True)
    gone = before.statements[min(at, len(before.statements) - 1)].id
    after = drop_statements(before, {gone})
    assert [s.id for s in after.statements] == [s.id for s in before.statements if s.id != gone]
    assert named(after) == [[one for one in places if one[0] != gone] for places in named(before)]
    assert gone in after.left_out_statements
    assert (after.participants, after.structure, after.map) == (before.participants, before.structure, before.map)


def test_who_stood_behind_it_moves_up() -> None:
    before = disclosed(public=True)
    first = before.lists.binds[0]
    after = drop_statements(before, {before.statements[first.statement].id})
    for one, then in zip(before.lists.binds[1:], after.lists.binds, strict=True):
        assert then.rank_high == max(one.rank_high - 1, 1)
        assert then.rank_low == max(one.rank_low - 1, 1)


def test_without_such_a_statement_nothing_changes() -> None:
    before = disclosed(public=True)
    assert drop_statements(before, {"999"}) is before
    assert drop_statements(before, frozenset()) is before


def test_all_of_them() -> None:
    before = disclosed(public=True)
    after = drop_statements(before, {s.id for s in before.statements})
    assert after.statements == ()
    assert not any(named(after))
