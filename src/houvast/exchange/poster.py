# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What hangs in the library? One A4: who asks what, until when, a code to scan and the address to type."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product

from houvast.exchange.printed_page import lay_out, write_out
from houvast.exchange.qr_code import embed_qr

SIZES = ("large", "middle", "small")
LONG_FACT = 160


@dataclass(frozen=True, slots=True)
class PosterFact:
    """A fixed name and a text with its own direction."""

    name: str
    text: str
    direction: str


@dataclass(frozen=True, slots=True)
class Poster:
    """The conversation's words in language, the fixed ones in fixed_language (Dutch or English).

    size: of the letters. facts: who asks, until when, what happens with it.
    """

    language: str
    direction: str
    fixed_language: str
    municipality: str
    title: str
    question: str
    call: str
    how: str
    address: str
    code_title: str
    easy: str
    facts: tuple[PosterFact, ...]
    size: str = "large"

    @property
    def code(self) -> str:
        """The picture of the code."""
        return embed_qr(self.address, title=self.code_title)

    @property
    def readable(self) -> str:
        """The address as people type it."""
        return self.address.removeprefix("https://").removeprefix("http://")


def write_poster(poster: Poster) -> bytes:
    """The PDF, in the largest letters that leave it on one page; where none do, without the facts that are long."""
    short = tuple(fact for fact in poster.facts if len(fact.text) <= LONG_FACT)
    document = lay_out("poster", poster)
    for facts, size in product((poster.facts, short), SIZES):
        if len(document.pages) == 1:
            break
        document = lay_out("poster", replace(poster, facts=facts, size=size))
    return write_out(document)
