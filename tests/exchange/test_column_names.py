# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import pytest

from houvast.domain.errors import FileRejected, Place
from houvast.exchange.column_names import TableKind, find_kind, find_long_columns, normalise

PLACE = Place("f.csv", 1)


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        (["participant", "statement", "vote"], TableKind.LONG),
        (["Stelling ID", "Deelnemer.ID", "STEM", "kleur"], TableKind.LONG),
        (["timestamp", "datetime", "comment-id", "voter-id", "vote"], TableKind.POLIS_VOTES),
        (["zid", "pid", "tid", "vote", "created"], TableKind.POLIS_DATABASE),
        (["participant", "group-id", "n-votes", "0"], TableKind.POLIS_PARTICIPANTS),
        (["timestamp", "comment-id", "agrees", "comment-body"], TableKind.POLIS_COMMENTS),
        (["topic", "Parks"], TableKind.POLIS_SUMMARY),
        (["id", "s1", "s2"], TableKind.MATRIX),
    ],
)
def test_kinds(names, kind):
    assert find_kind(names, PLACE) is kind


def test_polis_time_is_the_timestamp_and_other_columns_are_named():
    columns = find_long_columns(["datetime", "timestamp", "voter-id", "comment-id", "vote", "colour"], PLACE)
    assert columns.time == 1
    assert columns.unused == ("colour",)


def test_ambiguous_names_are_listed():
    with pytest.raises(FileRejected, match=r"column 1 \(user\) and column 2 \(person\)") as caught:
        find_long_columns(["user", "person", "statement", "vote"], PLACE)
    assert "deelnemer" in caught.value.now
    with pytest.raises(FileRejected, match="same name"):
        find_long_columns(["user", "statement", "vote", "time", "Time"], PLACE)


def test_normalise():
    assert normalise("  Stelling_ ID ") == "stelling-id"
