# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Are the lists of places in the form in which they are asked?"""

from __future__ import annotations

from houvast.engine.language.place_names import (
    ENGLISH_PLACE_WORDS,
    LIKELY_PLACE_ENDINGS,
    PHRASES,
    PLACES,
    SURE_PLACE_ENDINGS,
)


def test_in_small_letters_and_one_word_each() -> None:
    assert [word for word in PLACES | ENGLISH_PLACE_WORDS if word != word.lower() or " " in word] == []
    assert [phrase for phrase in PHRASES if phrase != " ".join(phrase.lower().split())] == []


def test_places_of_this_country_and_others() -> None:
    assert {"utrecht", "groningen", "marokko", "suriname", "oekraïne", "overvecht"} <= PLACES
    assert {"den haag", "bergen op zoom", "new york"} <= PHRASES


def test_an_ending_is_sure_or_likely() -> None:
    assert set(SURE_PLACE_ENDINGS) & set(LIKELY_PLACE_ENDINGS) == set()
