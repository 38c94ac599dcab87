# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Can the drawing be read, and does the content policy let it through?"""

from __future__ import annotations

import xml.etree.ElementTree as ET

import segno

from houvast.web.people.qr_code import draw_qr_code

ADDRESS = "otpauth://totp/Houvast:samira?secret=ABCDEFGH&issuer=Houvast"


def test_it_is_a_drawing_of_exactly_this_text() -> None:
    root = ET.fromstring(draw_qr_code(ADDRESS))
    expected = segno.make(ADDRESS, error="m", micro=False)
    side = str(expected.symbol_size(scale=5, border=4)[0])
    assert (root.get("width"), root.get("height")) == (side, side)
    paths = [node.get("d") for node in root.iter() if node.tag.endswith("path")]
    assert paths[-1] in expected.svg_inline(scale=5, border=4)


def test_no_style_no_script_no_text_of_the_address_and_hidden_from_screen_readers() -> None:
    drawing = draw_qr_code(ADDRESS)
    assert 'aria-hidden="true"' in drawing
    for word in ("style", "script", "class=", "secret", "ABCDEFGH", "href"):
        assert word not in drawing


def test_dark_on_white_whatever_the_theme() -> None:
    assert 'fill="#fff"' in draw_qr_code("x")
    assert 'stroke="#000"' in draw_qr_code("x")
