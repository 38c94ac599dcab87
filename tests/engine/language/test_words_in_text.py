# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where do words and sentences begin, and when does a capital say nothing?"""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from houvast.engine.language.words_in_text import is_shouted, is_title_case, split_words


def test_sentences_begin_where_a_reader_sees_it() -> None:
    words = split_words('Dhr. Bakker komt. Daarna: niets! "Klaar" www.plein.nl')
    assert [word.text for word in words if word.is_first] == ["Dhr", "Daarna", "Klaar", "www"]


def test_what_belongs_to_the_word_before() -> None:
    words = split_words("J.P. de Vries, Kevin S. en Ali")
    assert [word.text for word in words if word.follows_directly] == ["P", "de", "Vries", "S", "en", "Ali"]
    assert [word.text for word in words if word.is_initial] == ["J", "P", "S"]


def test_digits_are_no_words() -> None:
    assert [word.text for word in split_words("5G en 4e klas d'Angelo")] == ["en", "klas", "d'Angelo"]


def test_capitals_throughout() -> None:
    assert is_shouted("MEER GROEN OP HET PLEIN")
    assert not is_shouted("COA")
    assert not is_shouted("Meer groen op het plein, zegt het COA")


def test_title_case() -> None:
    assert is_title_case(split_words("Meer Groen Moet Terug Komen"))
    assert not is_title_case(split_words("Er moet meer groen komen, zegt Fatima Yilmaz"))


@given(st.text(max_size=80))
def test_words_are_where_they_say(text: str) -> None:
    for word in split_words(text):
        assert text[word.start : word.end] == word.text
