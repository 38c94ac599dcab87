# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whatever goes in, it comes out as text."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from houvast.charts.svg import element, path, picture, text

PRINTABLE = st.text(st.characters(blacklist_categories=("Cc", "Cs"), blacklist_characters="\ufffe\uffff"))


@given(PRINTABLE, PRINTABLE)
def test_text_and_attributes_are_escaped(content: str, value: str) -> None:
    root = ET.fromstring(picture([text(content, data_x=value)], width=1, height=1, title="t", sentence="s", kind="k"))
    assert (root[2].text or "") == content
    assert root[2].get("data-x") == value


def test_numbers_are_short() -> None:
    assert element("line", x1=1.0, y1=2.345, stroke_width=2) == '<line x1="1" y1="2.3" stroke-width="2"/>'
    assert path([(0.0, 1.0), (2.5, 3.0)], close=True) == "M0 1L2.5 3Z"
