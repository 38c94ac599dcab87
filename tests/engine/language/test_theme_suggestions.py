# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Are the right themes proposed for our own signals, with their reasons, and none for what is about none?"""

from __future__ import annotations

import pytest
from engine.language.theme_data import SMALL, TEXTS, TRUTH, TinyModel
from hypothesis import given
from hypothesis import strategies as st

from houvast.engine.language.theme_learning import learn_themes
from houvast.engine.language.theme_suggestions import Reason, ReasonKind, suggest_themes
from houvast.exchange.theme_pack import read_theme_pack

LIST = read_theme_pack()
THEMED = [at for at in range(len(TEXTS)) if TRUTH[at]]


def test_the_right_theme_is_among_three() -> None:
    """A guard, not a measurement: the list was written by who had read these texts. See the explanation in docs."""
    said = {at: [one.code for one in suggest_themes(TEXTS[at], themes=LIST)] for at in THEMED}
    assert sum(TRUTH[at] in said[at] for at in THEMED) / len(THEMED) >= 0.94
    assert sum(said[at][:1] == [TRUTH[at]] for at in THEMED) / len(THEMED) >= 0.80


def test_the_words_are_the_reason() -> None:
    (first, *_) = suggest_themes("De wachtlijst voor een huurwoning", themes=SMALL)
    assert first.code == "wonen"
    assert first.reasons == (Reason(ReasonKind.WORD, "wachtlijst"), Reason(ReasonKind.WORD, "huurwoning"))


@pytest.mark.parametrize("text", ["", "test test 123", "Mooi weer vandaag", "نريد مكانا للأطفال"])
def test_no_theme_yet(text: str) -> None:
    assert suggest_themes(text, themes=LIST) == ()


def test_equal_ones_in_the_order_of_the_list() -> None:
    assert [one.code for one in suggest_themes("Bij de school", themes=SMALL)] == ["jeugd", "verkeer"]


def test_at_most_as_many_as_asked() -> None:
    text = "jeugd, huur, auto"
    assert [len(suggest_themes(text, themes=SMALL, most=most)) for most in (0, 1, 2, 3)] == [0, 1, 2, 3]


def test_the_nearest_confirmed_text_is_a_reason() -> None:
    texts = [f"lawaai in de nacht nummer {i}" for i in range(40)] + [f"vocht op de muur nummer {i}" for i in range(40)]
    learned = learn_themes(texts, ["jeugd"] * 40 + ["wonen"] * 40, SMALL)
    (first, *_) = suggest_themes("lawaai in de nacht", themes=SMALL, learned=learned)
    assert first.code == "jeugd"
    assert [reason.kind for reason in first.reasons] == [ReasonKind.EXAMPLE]
    assert first.reasons[0].text.startswith("lawaai")


def test_a_model_of_meaning_finds_what_has_no_word() -> None:
    learned = learn_themes((), (), SMALL, embedder=TinyModel())
    assert suggest_themes("pubers op de hoek", themes=SMALL) == ()
    (first, *_) = suggest_themes("pubers op de hoek", themes=SMALL, learned=learned)
    assert (first.code, first.reasons) == ("jeugd", (Reason(ReasonKind.DESCRIPTION, ""),))


def test_another_list_is_an_error() -> None:
    with pytest.raises(ValueError, match="another list"):
        suggest_themes("jeugd", themes=SMALL, learned=learn_themes((), (), LIST))


@given(st.text(max_size=120))
def test_scores_fall_and_stay_between_nought_and_one(text: str) -> None:
    scores = [one.score for one in suggest_themes(text, themes=LIST)]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)
    assert len(scores) <= 3
