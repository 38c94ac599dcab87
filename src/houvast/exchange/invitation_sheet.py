# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What goes into the envelopes? Cards with a code each, to cut out; and the same codes as a file for a printer."""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import dataclass

from houvast.exchange.printed_page import print_page
from houvast.exchange.qr_code import embed_qr


@dataclass(frozen=True, slots=True)
class InvitationCard:
    """A code as people read it, and the address that holds it."""

    shown: str
    address: str

    @property
    def code(self) -> str:
        """The picture of the code."""
        return embed_qr(self.address, title=self.address)

    @property
    def readable(self) -> str:
        """The address as people type it."""
        return self.address.removeprefix("https://").removeprefix("http://")


@dataclass(frozen=True, slots=True)
class InvitationSheet:
    """The cards of a batch. how: one line on every card; once: that a code works once."""

    language: str
    municipality: str
    title: str
    name: str
    how: str
    your_code: str
    once: str
    head: tuple[str, str]
    cards: tuple[InvitationCard, ...]


def write_sheet(sheet: InvitationSheet) -> bytes:
    """The PDF, ten cards on a page to cut out."""
    return print_page("invitation_sheet", sheet)


def write_codes(sheet: InvitationSheet) -> bytes:
    """The CSV: code and address."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(sheet.head)
    writer.writerows((card.shown, card.address) for card in sheet.cards)
    return written.getvalue().encode("utf-8-sig")


def pack_sheet(sheet: InvitationSheet, *, with_cards: bool) -> bytes:
    """A zip with the CSV, and the PDF where it is wanted: one download, because the codes are shown once."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as folder:
        folder.writestr("codes.csv", write_codes(sheet))
        if with_cards:
            folder.writestr("codes.pdf", write_sheet(sheet))
    return packed.getvalue()
