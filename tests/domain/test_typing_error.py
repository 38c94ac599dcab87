# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is a typing error mended, and is nothing else ever put into somebody's mouth?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from houvast.domain.typing_error import MOST, TURNING, is_typing_error

WORDS = st.lists(st.text("abcdefghijklmnop", min_size=3, max_size=9), min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("er moeten meer bankjes komen", "Er moeten meer bankjes komen."),
        ("Er moeten meer bnakjes komen.", "Er moeten meer bankjes komen."),
        ("Er moeten meer bankes komen.", "Er moeten meer bankjes komen."),
        ("Er moeten meer bankjjes komen.", "Er moeten meer bankjes komen."),
        ("Er moeten meer bankjez komen.", "Er moeten meer bankjes komen."),
        ("De speel tuin is te klein", "De speeltuin is te klein"),
        ("De fietspaden zijn gevaarlijk  ,echt", "De fietspaden zijn gevaarlijk, echt"),
        ("fotos van het plein", "foto's van het plein"),
        ("Het is hier veillig", "Het is hier veilig"),
    ],
)
def test_a_slip_of_the_finger_is_mended(before: str, after: str) -> None:
    assert is_typing_error(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Er moet een winkel komen.", "Er moet geen winkel komen."),
        ("Er moeten meer auto's komen.", "Er moeten minder auto's komen."),
        ("Ik ben voor het plan.", "Ik ben tegen het plan."),
        ("Dit gedrag is sociaal.", "Dit gedrag is asociaal."),
        ("Ik voel me veilig.", "Ik voel me onveilig."),
        ("Maximaal 30 kilometer per uur.", "Maximaal 50 kilometer per uur."),
        ("Maximaal 30 kilometer.", "Maximaal 300 kilometer."),
        ("Maximaal 1.5 meter hoog.", "Maximaal 15 meter hoog."),
        ("Maximaal 3 0 kilometer.", "Maximaal 30 kilometer."),
        ("Ik wil er ge en.", "Ik wil er geen."),
        ("De muur moet weg.", "De buur moet weg."),
        ("Het plein is mooi.", "Het plein is niet mooi."),
        ("Het plein is niet mooi.", "Het plein is mooi."),
        ("Het plein is mooi.", "Het park is mooi."),
        ("I am for it.", "I am not for it."),
        ("It is now open.", "It is not open."),
        ("Hij is op.", "Hij is om."),
        ("", "Er moet iets veranderen."),
    ],
)
def test_another_meaning_is_refused(before: str, after: str) -> None:
    assert not is_typing_error(before, after)


def test_too_many_slips_are_another_sentence() -> None:
    words = ["bankje", "plantje", "fietsje", "kastje"]
    slips = [word + "s" for word in words]
    for number in range(len(words) + 1):
        after = " ".join(slips[:number] + words[number:])
        assert is_typing_error(" ".join(words), after) is (number <= MOST)


@given(WORDS)
def test_capitals_spaces_and_signs_are_free(words: list[str]) -> None:
    before, after = " ".join(words), "  " + ", ".join(word.upper() for word in words) + "!"
    assert is_typing_error(before, after)


@given(WORDS, st.text("abcdefghijklmnop ", max_size=80))
def test_it_does_not_matter_which_came_first(words: list[str], other: str) -> None:
    before = " ".join(words)
    assert is_typing_error(before, other) == is_typing_error(other, before)


@given(WORDS, st.sampled_from(sorted(TURNING)), st.integers(0, 12))
def test_a_word_that_turns_a_sentence_is_never_added(words: list[str], turning: str, place: int) -> None:
    before = " ".join(words)
    after = " ".join([*words[:place], turning, *words[place:]])
    assert not is_typing_error(before, after)
    assert not is_typing_error(after, before)


@given(WORDS, st.integers(0, 9), st.integers(0, 9))
def test_figures_stay(words: list[str], a: int, b: int) -> None:
    assert is_typing_error(f"{' '.join(words)} {a}", f"{' '.join(words)} {b}") is (a == b)


def test_words_are_letters_of_any_script() -> None:
    assert is_typing_error("مرحبا بكم", "مرحبا بكم!")
