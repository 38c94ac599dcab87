# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Are words of the office found whole, the longest first, each with a plainer word?"""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from houvast.engine.language.jargon import PLAIN_WORDS, find_jargon


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Indien u bezwaar heeft", [("Indien", "als")]),
        ("met  betrekking\ntot uw vraag", [("met  betrekking\ntot", "over")]),
        ("Derhalve, en thans ook", [("Derhalve", "daarom"), ("thans", "nu")]),
        ("in het kader van het plan", [("in het kader van", "voor")]),
        ("De indienende partij", []),
        ("Wij helpen u graag", []),
    ],
)
def test_words_and_phrases(text: str, found: list[tuple[str, str]]) -> None:
    assert [(one.word, one.plain) for one in find_jargon(text)] == found
    assert all(text[one.start : one.end] == one.word for one in find_jargon(text))


def test_no_plain_word_is_jargon_itself() -> None:
    assert {word: plain for word, plain in PLAIN_WORDS.items() if find_jargon(plain)} == {}
    assert len(PLAIN_WORDS) > 80


@given(st.text(max_size=100))
def test_places_do_not_overlap(text: str) -> None:
    found = find_jargon(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
