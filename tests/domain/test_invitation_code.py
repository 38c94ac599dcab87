# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Codes that people type over: every slip is caught, every way of writing is read."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from houvast.domain.invitation_code import (
    ALPHABET,
    DIGITS,
    check_character,
    new_invitation_code,
    read_invitation_code,
    show_invitation_code,
)

codes = st.text(ALPHABET, min_size=DIGITS, max_size=DIGITS).map(lambda digits: digits + check_character(digits))


def test_a_code_is_hard_to_guess() -> None:
    assert DIGITS * math.log2(len(ALPHABET)) >= 45
    made = {new_invitation_code() for _ in range(500)}
    assert len(made) == 500
    assert all(read_invitation_code(code) == code for code in made)


@given(codes, st.integers(0, DIGITS), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_noticed(code: str, place: int, other: str) -> None:
    typed = code[:place] + other + code[place + 1 :]
    assert read_invitation_code(typed) == (code if typed == code else None)


@given(codes, st.integers(0, DIGITS - 1))
def test_two_neighbours_that_changed_places_are_noticed(code: str, place: int) -> None:
    typed = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    assert read_invitation_code(typed) == (code if typed == code else None)


@given(codes)
def test_case_dashes_and_look_alikes_do_not_matter(code: str) -> None:
    shown = show_invitation_code(code)
    assert len(shown) == 11
    for typed in (shown.lower(), f" {shown} ", code.replace("0", "O").replace("1", "l"), code.replace("1", "I")):
        assert read_invitation_code(typed) == code


@pytest.mark.parametrize("typed", ["", "abc", "0" * 9, "0" * 11, "UUUUU-UUUUU", "é" * 10, "٣" * 10])
def test_other_texts_are_not_codes(typed: str) -> None:
    assert read_invitation_code(typed) is None


def test_a_known_code() -> None:
    """By hand in GF(32): a^9 * 1 with a^5 = a^2 + 1 is a^6 a^3 = (a^3 + a) a^3 = a^6 + a^4 = a^4 + a^3 + a = 26."""
    assert check_character("100000000") == ALPHABET[26]
