# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Are the words of a list found as Dutch writes them, and not inside other words?"""

from __future__ import annotations

import pytest
from engine.language.theme_data import SMALL
from hypothesis import given
from hypothesis import strategies as st

from houvast.engine.language.theme_list import COMPOUND, Theme, ThemeList, find_theme_words


def found(text: str, themes: ThemeList = SMALL) -> dict[str, float]:
    """The weight of each theme that a text points to."""
    weights: dict[str, float] = {}
    for word in find_theme_words(text, themes=themes):
        code = themes.themes[word.theme].code
        weights[code] = weights.get(code, 0) + word.weight
    return weights


@pytest.mark.parametrize(
    ("text", "theme", "weight"),
    [
        ("De jeugd hangt rond", "jeugd", 1),
        ("Er is geen WONING te vinden", "wonen", 1),
        ("Woningen worden duurder", "wonen", 1),
        ("Er is veel hangjeugd", "jeugd", COMPOUND),
        ("Het huurteam kwam langs", "wonen", COMPOUND),
        ("Kamerverhuur en huurprijzen", "wonen", COMPOUND),
        ("Er wordt te hard gereden", "verkeer", 1),
        ("Fatbikebende op de stoep", "verkeer", 1),
    ],
)
def test_a_word_in_its_forms(text: str, theme: str, weight: float) -> None:
    assert found(text) == {theme: weight}


@pytest.mark.parametrize("text", ["", "!", "De schuur staat leeg", "Hij heeft gereden", "Automatisch", "معا 123"])
def test_not_inside_another_word(text: str) -> None:
    assert found(text) == {}


def test_a_word_of_two_themes_counts_half_for_each() -> None:
    assert found("Bij de school") == {"jeugd": 0.5, "verkeer": 0.5}


def test_a_word_twice_counts_once() -> None:
    assert found("jeugd en nog eens jeugd") == {"jeugd": 1}


def test_accents_and_capitals_make_no_difference() -> None:
    themes = ThemeList((Theme("zorg", {"nl": "Zorg"}, "", ("patiënt", "privé")),), "1")
    assert found("PATIENT, prive", themes) == found("patiënt, privé", themes) == {"zorg": 2}


def test_the_name_falls_back() -> None:
    assert [SMALL.themes[1].name_in(language) for language in ("nl", "en")] == ["Wonen", "Wonen"]
    assert SMALL.codes() == ("jeugd", "wonen", "verkeer")
    assert Theme("x", {}, "", ()).name_in("nl") == "x"


@given(st.text(max_size=80), st.text(max_size=80))
def test_more_text_never_takes_a_word_away(text: str, more: str) -> None:
    before = {(one.theme, one.entry) for one in find_theme_words(text, themes=SMALL)}
    after = {(one.theme, one.entry) for one in find_theme_words(f"{text} . {more}", themes=SMALL)}
    assert before <= after


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz ", max_size=60))
def test_weights_are_at_most_one(text: str) -> None:
    assert all(0 < one.weight <= 1 for one in find_theme_words(text, themes=SMALL))
