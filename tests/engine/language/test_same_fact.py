# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is a changed fact told from a changed wording?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from houvast.engine.language.same_fact import plain_words, says_the_same


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Er wordt te hard gereden in de Dorpsstraat", "er word te hard gereden in de dorpstraat!!"),
        ("Ik heb vier keer gemaild", "ik heb 4 keer gemaild"),
        ("Kinderen komen zonder ontbijt op school", "kinderen komen zonder ontbyt op school."),
        ("Graag een zebrapad bij school", "graag een zebra pad bij school"),
        ("Het park is te donker", "Het park is 's avonds te donker"),
        ("There should be more benches", "there should be more bench"),
    ],
)
def test_other_wording_same_fact(first: str, second: str) -> None:
    assert says_the_same(first, second)
    assert says_the_same(second, first)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Lantaarnpaal kapot in de Kerkstraat", "Lantaarnpaal kapot in de Molenstraat"),
        ("De huur gaat omhoog", "De huur gaat niet omhoog"),
        ("De bus komt vier keer per uur", "De bus komt twee keer per uur"),
        ("De wethouder was aanwezig", "De wethouder was afwezig"),
        ("Moeders zijn bang voor de opvang", "Moeders zijn blij met de opvang"),
        ("There should be more cars", "There should be less cars"),
    ],
)
def test_same_wording_other_fact(first: str, second: str) -> None:
    assert not says_the_same(first, second)
    assert not says_the_same(second, first)


def test_plain_words() -> None:
    assert plain_words("Vijf café's, éénmaal!") == ["5", "cafe's", "eenmaal"]


@given(st.text(max_size=60))
def test_a_text_says_the_same_as_itself(text: str) -> None:
    assert says_the_same(text, text)
