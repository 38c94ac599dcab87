# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does the page after an action say what was done, and nothing that somebody put in its address?"""

from __future__ import annotations

import pytest

from houvast.web.notice.done import DONE, SENTENCES, on_to, sentence_of


def test_on_to_a_page_that_says_it() -> None:
    answer = on_to("inbox:message", 7, done="antwoord")
    assert (answer.status_code, answer.url) == (302, f"/beheer/inbox/7?{DONE}=antwoord")


@pytest.mark.parametrize("word", SENTENCES)
def test_every_word_has_its_sentence_and_fits_in_an_address(word: str) -> None:
    assert sentence_of(word).endswith(".")
    assert word.isascii()
    assert word.replace("-", "").isalpha()


@pytest.mark.parametrize("word", ["", "onbekend", "<script>"])
def test_other_words_say_nothing(word: str) -> None:
    assert sentence_of(word) == ""


def test_a_word_without_a_sentence_is_a_mistake() -> None:
    with pytest.raises(AssertionError):
        on_to("inbox:list", done="onbekend")
