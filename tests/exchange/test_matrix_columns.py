# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import pytest

from houvast.domain.errors import FileRejected
from houvast.exchange.column_names import TableKind
from houvast.exchange.delimited_text import Header
from houvast.exchange.matrix_columns import find_matrix_columns


def find(names, rows=(), kind=TableKind.MATRIX):
    return find_matrix_columns(Header("m.csv", tuple(names), 1, 1, ",", "utf-8"), kind, rows)


def test_polis_columns():
    names = ["participant", "xid", "group-id", "n-comments", "n-votes", "n-agree", "n-disagree", "0", "7", "colour"]
    columns = find(names, kind=TableKind.POLIS_PARTICIPANTS)
    assert columns.participant == 0
    assert columns.statements == (7, 8)
    assert columns.group == 2
    assert columns.counts == (4, 5, 6)
    assert columns.unused == ("colour",)


def test_participant_anywhere_by_name_and_person_columns_aside():
    columns = find(["s1", "Deelnemer_ID", "xid", "s2", ""])
    assert columns.participant == 1
    assert columns.statements == (0, 3)
    assert columns.unused == ("xid",)
    assert columns.nameless == (4,)


@pytest.mark.parametrize("names", [["participant"], ["participant", "user", "s1"], ["x", "a", "a"], ["x", "1", "0"]])
def test_what_cannot_be_told_apart_is_refused(names):
    with pytest.raises(FileRejected):
        find(names, [["1"] * len(names)])
