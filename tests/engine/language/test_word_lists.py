# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Are the steering words in the form in which they are asked, and is no first name among the known capitals?"""

from __future__ import annotations

from houvast.engine.language.word_lists import (
    KNOWN_CAPITALS,
    KNOWN_PHRASES,
    LITTLE_WORDS,
    NAMING,
    ORGANISATION_WORDS,
    PARTICLES,
    PLACE_ADJECTIVES,
    STRONG_TITLES,
    TITLES,
)


def test_in_small_letters() -> None:
    words = KNOWN_CAPITALS | LITTLE_WORDS | NAMING | ORGANISATION_WORDS | PARTICLES | PLACE_ADJECTIVES | TITLES
    assert [word for word in words | STRONG_TITLES if word != word.lower() or " " in word] == []
    assert [phrase for phrase in KNOWN_PHRASES if phrase != " ".join(phrase.lower().split())] == []


def test_every_strong_title_is_a_title_or_a_word_of_naming() -> None:
    assert STRONG_TITLES <= TITLES | NAMING


def test_first_names_are_not_known_away() -> None:
    assert KNOWN_CAPITALS & {"dirk", "willem", "jan", "fatima", "sofia", "mohammed", "albert", "sam"} == set()
