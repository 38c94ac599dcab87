# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does every visible sign know where it came from?"""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from houvast.engine.language.visible_text import read_visible


def test_invisible_signs_go_and_places_stay() -> None:
    given_text = "bel 06\u200b-\u200b12345678"
    seen = read_visible(given_text)
    assert seen.text == "bel 06-12345678"
    start, end = seen.given_span(4, 15)
    assert given_text[start:end] == "06\u200b-\u200b12345678"


def test_wide_digits_and_loose_accents_are_read_as_one() -> None:
    assert read_visible("\uff10\uff16").text == "06"
    seen = read_visible("Ze\u0301 belt")
    assert seen.text == "Zé belt"
    assert seen.given_span(0, 2) == (0, 3)


@given(st.text(max_size=60))
def test_places_are_in_order_and_inside(text: str) -> None:
    seen = read_visible(text)
    assert len(seen.text) == len(seen.starts) == len(seen.ends)
    assert list(seen.starts) == sorted(seen.starts)
    assert all(0 <= start < end <= len(text) for start, end in zip(seen.starts, seen.ends, strict=True))


@given(st.text(st.characters(codec="ascii", categories=["L", "N", "P", "Zs"]), max_size=40))
def test_plain_text_stays_as_it_is(text: str) -> None:
    assert read_visible(text).text == unicodedata.normalize("NFKC", text) == text
