# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tagged pages that fetch nothing, or a word about what this machine lacks."""

from __future__ import annotations

import sys

import pytest
from printed_pdf import read_pdf

from houvast.domain.errors import ActionRefused
from houvast.exchange.invitation_sheet import InvitationSheet
from houvast.exchange.printed_page import lay_out, load_printer, print_page, write_out

SHEET = InvitationSheet("nl", "Gemeente", "Het plein", "brief", "", "", "", ("code", "adres"), ())


def test_a_page_is_tagged_and_says_its_language() -> None:
    read = read_pdf(print_page("invitation_sheet", SHEET))
    assert (read.language, read.is_tagged, read.pages, read.accessibility) == ("nl", True, 1, "1")


def test_pages_can_be_counted_before_they_are_written() -> None:
    document = lay_out("invitation_sheet", SHEET)
    assert len(document.pages) == 1
    assert write_out(document).startswith(b"%PDF-")


def test_a_machine_that_cannot_print_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(ActionRefused, match="apt install libpango"):
        load_printer()
