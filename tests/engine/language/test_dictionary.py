# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is an ordinary word told from a name, also inflected, compounded or contracted?"""

from __future__ import annotations

import pytest

from houvast.engine.language.dictionary import is_compound, is_word, lemma_of


@pytest.mark.parametrize(
    ("word", "language", "lemma"),
    [("fietsen", "nl", "fiets"), ("luistert", "nl", "luisteren"), ("benches", "en", "bench"), ("Jan", "nl", None),
     ("Emma", "en", None), ("Yıldırım", "nl", None), ("fiets", "tr", None)],
)  # fmt: skip
def test_the_lemma_of_ordinary_words_only(word: str, language: str, lemma: str | None) -> None:
    assert lemma_of(word, language) == lemma


@pytest.mark.parametrize("word", ["scooter's", "zzp’er", "auto-vrij", "Overlast", "fatbikes"])
def test_words_with_signs_and_street_words_are_words(word: str) -> None:
    assert is_word(word, "nl")


@pytest.mark.parametrize("word", ["Fatima", "Kowalska", "fatima", "Nguyen", "Ömer"])
def test_names_are_no_words(word: str) -> None:
    assert not is_word(word, "nl")
    assert not is_compound(word, "nl")


@pytest.mark.parametrize("word", ["parkeerbeleid", "verkeersveiligheidsplan", "Geluidsoverlast", "jongerenplek"])
def test_compounds_of_two_words_are_seen(word: str) -> None:
    assert is_compound(word, "nl")
