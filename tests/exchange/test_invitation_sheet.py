# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The same codes on cards and in a file."""

from __future__ import annotations

import csv
import io
import zipfile

from printed_pdf import read_pdf, read_text

from houvast.domain.invitation_code import new_invitation_code, show_invitation_code
from houvast.exchange.invitation_sheet import InvitationCard, InvitationSheet, pack_sheet, write_codes, write_sheet

CODES = tuple(new_invitation_code() for _ in range(12))
SHEET = InvitationSheet(
    language="nl",
    municipality="Gemeente",
    title="Het plein",
    name="brief Zuid",
    how="Scan de code.",
    your_code="Uw code:",
    once="Eén keer.",
    head=("code", "adres"),
    cards=tuple(InvitationCard(show_invitation_code(c), f"https://houvast.example/u/{c}") for c in CODES),
)


def test_ten_cards_on_a_page() -> None:
    written = write_sheet(SHEET)
    read, text = read_pdf(written), read_text(written)
    assert (read.pages, read.title, read.is_tagged) == (2, "Het plein – brief Zuid", True)
    assert read.alternatives == tuple(f"houvast.example/u/{code}" for code in CODES)
    assert all(show_invitation_code(code) in text for code in CODES)


def test_the_file_holds_them_all() -> None:
    rows = list(csv.reader(io.StringIO(write_codes(SHEET).decode("utf-8-sig"))))
    assert rows[0] == ["code", "adres"]
    assert rows[1:] == [[card.shown, card.address] for card in SHEET.cards]


def test_cards_are_in_the_zip_where_wanted() -> None:
    for wanted, names in ((True, ["codes.csv", "codes.pdf"]), (False, ["codes.csv"])):
        with zipfile.ZipFile(io.BytesIO(pack_sheet(SHEET, with_cards=wanted))) as folder:
            assert folder.namelist() == names
            assert folder.read("codes.csv") == write_codes(SHEET)
