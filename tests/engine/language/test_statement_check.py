# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does the check list say what a careful colleague would say?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from houvast.engine.language.statement_check import Flaw, find_flaws


@pytest.mark.parametrize(
    ("text", "flaw", "excerpt"),
    [
        ("De gemeente moet luisteren en de politie moet komen.", Flaw.TWO_IDEAS, "en de politie moet komen."),
        ("Er is te veel overlast. Dat moet stoppen.", Flaw.TWO_IDEAS, "Dat moet stoppen."),
        ("We need benches and the council should listen more.", Flaw.TWO_IDEAS, "and the council should listen more."),
        ("Waarom luistert iedereen zo slecht?", Flaw.QUESTION, "Waarom luistert iedereen zo slecht?"),
        ("De gemeente mag niet zonder ons beslissen.", Flaw.DOUBLE_NEGATION, "niet zonder"),
        ("Het is niet onveilig in het park.", Flaw.DOUBLE_NEGATION, "niet onveilig"),
        ("We should not allow cars without permits.", Flaw.DOUBLE_NEGATION, "not allow cars without"),
        ("Jongeren zijn nou eenmaal lui.", Flaw.GROUP_JUDGEMENT, "Jongeren zijn nou eenmaal"),
        ("MEER GROEN IN DE BUURT", Flaw.SHOUTED, "MEER GROEN IN DE BUURT"),
        ("Groen", Flaw.SHORT, "Groen"),
        ("Lees dit op www.plein.example/groen eens", Flaw.LINK, "www.plein.example/groen"),
        ("Het plein " + "heel " * 30 + "groen maken", Flaw.LONG, None),
    ],
)
def test_each_flaw(text: str, flaw: Flaw, excerpt: str | None) -> None:
    found = {one.flaw: one.excerpt for one in find_flaws(text)}
    assert list(found) == [flaw]
    assert excerpt is None or found[flaw] == excerpt


@pytest.mark.parametrize(
    "text",
    [
        "Er moet meer groen komen op het plein.",
        "Er moeten meer bankjes en bomen komen.",
        "Jongeren en ouderen verdienen een eigen plek.",
        "Niet alleen ouderen zijn eenzaam.",
        "Het plein is onveilig.",
        "Auto's horen niet op het plein.",
        "Onder het viaduct is onderwijs over ontmoeting.",
        "The square is safe and clean.",
        "يجب أن يكون هناك المزيد من الأشجار",
    ],
)
def test_good_statements_get_no_advice(text: str) -> None:
    assert find_flaws(text) == ()


@given(st.text(max_size=200))
def test_every_excerpt_stands_in_the_text(text: str) -> None:
    assert all(found.excerpt in text for found in find_flaws(text))
