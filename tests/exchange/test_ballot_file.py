# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files of typed-over ballots: read as people write them, every fault with its row."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from houvast.domain.votes import Vote
from houvast.exchange.ballot_file import MOST_ROWS, read_ballot_file

NUMBERS = range(5)


def read(text: str) -> tuple[dict[str, dict[int, Vote]], list[tuple[int | None, str]]]:
    found = read_ballot_file(text.encode(), numbers=NUMBERS)
    return found.ballots, [(fault.line, fault.message.format(**fault.values)) for fault in found.faults]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_file_in_dutch_or_english(delimiter: str) -> None:
    head = ("Stembiljet", "Stelling", "Stem")
    rows = [head, ("1", "0", "e"), ("1", "3", "Oneens"), ("A2", "4", "W"), ("A2", "1", "")]
    ballots, faults = read("\ufeff" + "\r\n".join(delimiter.join(row) for row in rows))
    assert faults == []
    assert ballots == {"1": {0: Vote.AGREE, 3: Vote.DISAGREE}, "A2": {4: Vote.PASS}}


def test_every_fault_has_its_row() -> None:
    _, faults = read("vote,ballot,statement\ne,1,0\nx,1,1\ne,1,9\n\ne,,2\no,1,0\ne,2\n")
    assert faults == [
        (3, "“x” is not an answer. Write e, o or w."),
        (4, "There is no statement 9 on the ballot."),
        (6, "Name the ballot with a number or a few letters."),
        (7, "Statement 0 has an answer on this ballot already."),
        (8, "There is no statement – on the ballot."),
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"ballot,statement\n1,2\n", "The first row must name the columns"),
        (b"", "There are no answers"),
        (b"ballot,statement,vote\n", "There are no answers"),
        (b"ballot,statement,vote\n\xff,1,e\n", "not UTF-8"),
        (b'ballot,statement,vote\n"' + b"x" * 200_000 + b"\n", "cannot be read as CSV"),
        (b"ballot,statement,vote\n" + b"1,1,e\n" * (MOST_ROWS + 1), "A file may have"),
    ],
)
def test_faults_of_the_whole_file(content: bytes, said: str) -> None:
    faults = read_ballot_file(content, numbers=NUMBERS).faults
    assert any(said in fault.message for fault in faults) or said in "".join(f.message for f in faults)


@given(st.binary(max_size=200))
def test_any_bytes_are_ballots_or_faults(content: bytes) -> None:
    found = read_ballot_file(b"ballot,statement,vote\n" + content, numbers=NUMBERS)
    assert bool(found.ballots) or bool(found.faults)
