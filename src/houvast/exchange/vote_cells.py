# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does a cell say? +1, 0 or -1 from numbers and words in English and Dutch; everything else is not a vote."""

from __future__ import annotations

import re

from houvast.exchange.row_faults import shorten

EMPTY = 2
NOT_A_VOTE = 3
SIGN_AGREE_PLUS = "agree = +1, disagree = -1, pass = 0"
SIGN_AGREE_MINUS = "agree = -1, disagree = +1, pass = 0 (raw Polis database rows; turned round on reading)"
WHAT_A_VOTE_IS = (
    "A vote is 1, 0 or -1, or agree, pass, disagree (eens, pas, oneens). "
    "Other scales, such as 1 to 5, are not votes: decide what is agree, pass and disagree, and convert them first."
)
_WORDS = {
    "agree": 1, "agreed": 1, "eens": 1, "mee eens": 1,
    "pass": 0, "passed": 0, "pas": 0, "passen": 0,
    "disagree": -1, "disagreed": -1, "oneens": -1, "mee oneens": -1,
}  # fmt: skip
_NUMBER = re.compile(r"([+-]?)([01])(?:[.,]0*)?", re.ASCII)


def read_vote(text: str) -> int:
    """+1, 0 or -1 as written, EMPTY for an empty cell, NOT_A_VOTE for everything else."""
    plain = text.strip().lower().replace("\u2212", "-")
    if not plain:
        return EMPTY
    if (word := _WORDS.get(plain)) is not None:
        return word
    number = _NUMBER.fullmatch(plain)
    if number is None:
        return NOT_A_VOTE
    return int(number.group(1) + number.group(2))


class VoteCodes(dict[str, int]):
    """Cell text → vote, remembered. With agree_is_minus, numbers are turned round and words are not."""

    def __init__(self, *, agree_is_minus: bool = False) -> None:
        super().__init__()
        self.agree_is_minus = agree_is_minus

    def __missing__(self, text: str) -> int:
        code = read_vote(text)
        if code == NOT_A_VOTE:
            return code
        if self.agree_is_minus and code != EMPTY and text.strip().lower() not in _WORDS:
            code = -code
        self[text] = code
        return code

    def sign(self) -> str:
        """The convention of the numbers read, in words."""
        if self.agree_is_minus:
            return SIGN_AGREE_MINUS
        read = {text.strip().lower() for text, code in self.items() if code != EMPTY}
        return "words: agree, disagree, pass" if read and read <= set(_WORDS) else SIGN_AGREE_PLUS


def explain_vote(text: str) -> tuple[str, str]:
    """(what is wrong with this cell as a vote, what to do)."""
    if not text.strip():
        return "the vote is empty", "Fill it in or remove the row; a statement not voted on has no row."
    return f"{shorten(text)} is not a vote", WHAT_A_VOTE_IS
