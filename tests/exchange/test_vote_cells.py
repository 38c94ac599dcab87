# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import pytest

from houvast.exchange.vote_cells import EMPTY, NOT_A_VOTE, VoteCodes, explain_vote, read_vote


@pytest.mark.parametrize(
    ("text", "vote"),
    [("1", 1), ("+1", 1), ("1.0", 1), ("1,0", 1), (" -1 ", -1), ("\u22121", -1), ("0", 0), ("-0.0", 0), ("Eens", 1),
     ("ONEENS", -1), ("pass", 0), ("passen", 0), ("disagree", -1), ("", EMPTY), ("  ", EMPTY), ("2", NOT_A_VOTE),
     ("0.5", NOT_A_VOTE), ("nan", NOT_A_VOTE), ("true", NOT_A_VOTE), ("11", NOT_A_VOTE), ("\u0661", NOT_A_VOTE)],
)  # fmt: skip
def test_what_a_cell_says(text, vote):
    assert read_vote(text) == vote


def test_database_rows_turn_numbers_and_not_words():
    codes = VoteCodes(agree_is_minus=True)
    assert [codes[cell] for cell in ("1", "-1", "0", "agree", "x", "")] == [-1, 1, 0, 1, NOT_A_VOTE, EMPTY]
    assert "agree = -1" in codes.sign()


def test_sign_of_words_and_explanations():
    codes = VoteCodes()
    assert codes["eens"] == 1
    assert codes.sign().startswith("words")
    assert codes["1"] == 1
    assert codes.sign() == "agree = +1, disagree = -1, pass = 0"
    assert "empty" in explain_vote(" ")[0]
    assert "'5'" in explain_vote("5")[0]
