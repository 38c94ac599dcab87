# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How does somebody take part with a pen? Paper ballots: how it works, privacy, the statements, room for one's own."""

from __future__ import annotations

from dataclasses import dataclass

from houvast.exchange.printed_page import print_page


@dataclass(frozen=True, slots=True)
class BallotStatement:
    """A row: the number that staff type over, the text in its own language, and who it comes from."""

    number: int
    text: str
    language: str
    direction: str
    origin: str


@dataclass(frozen=True, slots=True)
class BallotWords:
    """The fixed texts, in fixed_language: the language of the app that is nearest to the reader's."""

    paper: str
    why: str
    what_happens: str
    hear_back: str
    how: str
    steps: tuple[str, ...]
    privacy: str
    promises: tuple[str, ...]
    consent: str
    statements: str
    number: str
    statement: str
    agree: str
    disagree: str
    unsure: str
    own: str
    own_help: str
    send: str
    pile: str


@dataclass(frozen=True, slots=True)
class Ballot:
    """A ballot in one language. mark: the pile it belongs to; send_to: where to hand it in, may be empty."""

    language: str
    direction: str
    fixed_language: str
    municipality: str
    title: str
    question: str
    purpose: str
    use_of_answers: str
    hear_back: str
    words: BallotWords
    statements: tuple[BallotStatement, ...]
    own_lines: int
    code: str
    mark: str
    send_to: str

    @property
    def fixed_direction(self) -> str:
        """The fixed texts are in Dutch or English."""
        return "ltr"


def write_ballot(ballot: Ballot) -> bytes:
    """The PDF, several pages of A4."""
    return print_page("ballot", ballot)
