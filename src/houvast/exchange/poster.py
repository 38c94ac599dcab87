# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What hangs in the library? One A4: who asks what, until when, a code to scan and the address to type."""

from __future__ import annotations

from dataclasses import dataclass

from houvast.exchange.printed_page import print_page
from houvast.exchange.qr_code import embed_qr


@dataclass(frozen=True, slots=True)
class Poster:
    """All texts, in one language. facts: who asks, until when, what happens with it, as name and text."""

    language: str
    direction: str
    municipality: str
    title: str
    question: str
    call: str
    how: str
    address: str
    code_title: str
    easy: str
    facts: tuple[tuple[str, str], ...]

    @property
    def code(self) -> str:
        """The picture of the code."""
        return embed_qr(self.address, title=self.code_title)

    @property
    def readable(self) -> str:
        """The address as people type it."""
        return self.address.removeprefix("https://").removeprefix("http://")


def write_poster(poster: Poster) -> bytes:
    """The PDF."""
    return print_page("poster", poster)
