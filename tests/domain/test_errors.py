# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Errors say what is wrong, where, and what to do; their kinds are stable for programs."""

from __future__ import annotations

import pytest

from houvast.domain import errors
from houvast.domain.errors import ActionRefused, FileRejected, HouvastError, InputRejected, OptionRejected, Place


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Place("votes.csv"), "votes.csv"),
        (Place("votes.csv", line=7), "votes.csv, line 7"),
        (Place("votes.csv", line=7, column=3), "votes.csv, line 7, column 3"),
        (Place("votes.csv", line=7, column=3, field="vote"), "votes.csv, line 7, column 3 (vote)"),
        (Place("votes.csv", column=3), "votes.csv, column 3"),
    ],
)
def test_a_place_says_as_much_as_is_known(place: Place, words: str) -> None:
    assert str(place) == words


def test_a_rejected_file_says_where_what_and_what_now() -> None:
    place = Place("votes.csv", line=2)
    error = FileRejected(place, "this row has 2 fields and the header has 3", "Check the separators.")
    assert str(error) == "votes.csv, line 2: this row has 2 fields and the header has 3. Check the separators."
    assert (error.place, error.what, error.now) == (
        place,
        "this row has 2 fields and the header has 3",
        "Check the separators.",
    )


@pytest.mark.parametrize(
    ("kind", "parent", "code", "exit_code"),
    [
        (InputRejected, HouvastError, "input-rejected", 2),
        (FileRejected, InputRejected, "file-rejected", 2),
        (OptionRejected, InputRejected, "option-rejected", 2),
        (ActionRefused, HouvastError, "action-refused", 3),
    ],
)
def test_the_tree_has_stable_codes(
    kind: type[HouvastError], parent: type[HouvastError], code: str, exit_code: int
) -> None:
    assert issubclass(kind, parent)
    assert (kind.code, kind.exit_code) == (code, exit_code)


def test_every_kind_is_drawn_in_the_tree() -> None:
    kinds = [name for name, item in vars(errors).items() if isinstance(item, type) and issubclass(item, HouvastError)]
    assert errors.__doc__ is not None
    assert [name for name in kinds if name not in errors.__doc__] == []
