# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who counts as somebody in particular, and who is a group or only tells what he sees?"""

from __future__ import annotations

import pytest

from houvast.engine.language.particular_person import find_mentions, is_person_word, split_sentences
from houvast.engine.language.words_in_text import split_words


def mentions(text: str) -> list[str]:
    return [text[m.start : m.end] for s in split_sentences(split_words(text)) for m in find_mentions(s)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("mijn buurman slaat", ["mijn buurman"]),
        ("een leerling uit klas 3B", ["een leerling"]),
        ("die twee broers dealen", ["twee broers"]),
        ("een van de jongens zegt", ["de jongens"]),
        ("onze bovenbuurman gilt", ["onze bovenbuurman"]),
        ("hij weet het", ["hij"]),
        ("het syrische gezin", ["gezin"]),
        ("imam haalt jongens op", ["imam"]),
    ],
)
def test_somebody_in_particular(text: str, found: list[str]) -> None:
    assert mentions(text) == found


@pytest.mark.parametrize(
    "text",
    ["jongeren praten over aanslagen", "bewoners zijn boos", "de wijkagent ziet veel", "niemand weet het",
     "elke jongen wil dat", "man of tien op het plein", "de huisarts meldt drukte", "volgens een docent is het druk"],
)  # fmt: skip
def test_groups_and_reporters_are_nobody_in_particular(text: str) -> None:
    assert mentions(text) == []


def test_somebody_near_to_the_writer_is_marked() -> None:
    (sentence,) = split_sentences(split_words("mijn neef en een jongen en zoon van de slager"))
    assert [m.is_near for m in find_mentions(sentence)] == [True, False, True]


def test_compounds_of_longer_words_only() -> None:
    assert is_person_word("onderbuurvrouw")
    assert not is_person_word("landman")


def test_sentences() -> None:
    assert [len(s) for s in split_sentences(split_words("Een twee. Drie!"))] == [2, 1]
    assert split_sentences(()) == ()
