# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is text escaped, is the style inside, and does a template that names what is not there fail?"""

from __future__ import annotations

import jinja2
import pytest

from houvast.exchange.invitation_sheet import InvitationSheet
from houvast.exchange.page_templates import fill_page

SHEET = InvitationSheet("nl", "<b>Gemeente</b>", "Het plein", "brief", "", "", "", ("code", "adres"), ())


def test_text_is_escaped_and_the_style_is_not() -> None:
    html = fill_page("invitation_sheet", SHEET, styles=("printed", "invitation_sheet"))
    assert "&lt;b&gt;Gemeente&lt;/b&gt;" in html
    assert "<b>Gemeente" not in html
    assert "@page" in html


def test_what_the_page_does_not_hold_is_an_error() -> None:
    with pytest.raises(jinja2.UndefinedError):
        fill_page("poster", SHEET, styles=())
