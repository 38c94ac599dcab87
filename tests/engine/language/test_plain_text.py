# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is only the writing kept, whatever signs somebody hides in it?"""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from houvast.engine.language.plain_text import tidy


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("  Meer   groen\u00a0op\thet plein ", "Meer groen op het plein"),
        ("06\u200b12\u200b34\u200b56\u200b78", "0612345678"),
        ("０６－１２", "06-12"),
        ("\u202eneorg\u202c", "neorg"),
        ("a\u0000b\u0007c", "abc"),
        ("me\u00ader", "meer"),
        ("06\u200d12", "0612"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d👧 op het plein", "👩\u200d👧 op het plein"),
        ("e\u200b\u0301en", "éen"),
        ("x\u0311\u0312\u0313\u0311", "x\u0311\u0312"),
        ("eerste\r\ntweede", "eerste tweede"),
    ],
)
def test_known_texts(text: str, kept: str) -> None:
    assert tidy(text, lines=False) == kept


def test_line_breaks_stay_where_asked_and_two_at_most() -> None:
    assert tidy("een\r\n\n\n\ntwee  drie\n", lines=True) == "een\n\ntwee drie"


@given(st.text(max_size=80), st.booleans())
def test_tidying_twice_is_tidying_once(text: str, lines: bool) -> None:
    once = tidy(text, lines=lines)
    assert tidy(once, lines=lines) == once


@given(st.text(max_size=80))
def test_nothing_is_left_that_turns_or_hides(text: str) -> None:
    kept = tidy(text, lines=False)
    assert [sign for sign in kept if unicodedata.category(sign) in {"Cc", "Co"}] == []
    assert set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u200e\u200f") & set(kept) == set()
