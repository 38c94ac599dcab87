# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Do the features tell plain letters from those of an office, and count what they say they count?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from houvast.engine.language.readability import Readability, measure_readability

PLAIN = (
    "U krijgt dit jaar geen geld van ons. Bent u het niet eens? Schrijf ons dan binnen zes weken. Wij lezen uw brief.",
    "De straat gaat dicht op maandag. De bus rijdt om. Loop even langs als u vragen heeft. Wij staan bij de kerk.",
)
OFFICIAL = (
    "Derhalve dient te worden vastgesteld dat de aanvraag met betrekking tot de additionele voorziening is afgewezen.",
    "In het kader van de herinrichtingswerkzaamheden wordt de bereikbaarheid beperkt middels een omleidingsroute.",
)


def hard(one: Readability) -> tuple[float, ...]:
    """Features that grow with difficulty."""
    assert one.words_per_sentence is not None
    assert one.long_share is not None
    assert one.ease is not None
    return one.words_per_sentence, one.long_share, -one.ease, float(len(one.jargon)), float(len(one.passives))


def test_letters_of_an_office_are_harder_in_every_feature() -> None:
    for plain in map(measure_readability, PLAIN):
        for official in map(measure_readability, OFFICIAL):
            assert all(a < b for a, b in zip(hard(plain), hard(official), strict=True))


def test_counting_by_hand() -> None:
    one = measure_readability("De kat zit. De hond loopt weg!")
    assert (one.words, one.sentences, one.words_per_sentence, one.longest_sentence) == (7, 2, 3.5, 4)
    assert one.ease == pytest.approx(206.84 - 0.93 * 3.5 - 77 * 7 / 7)
    assert (one.long_share, one.unknown_share, one.passives, one.jargon) == (0, 0, (), ())


def test_an_initial_or_title_ends_no_sentence() -> None:
    assert measure_readability("Vraag het aan dhr. de Wit op het plein.").sentences == 1


@pytest.mark.parametrize(
    ("text", "passives"),
    [
        ("De weg wordt volgende week weer geopend", ["wordt volgende week weer geopend"]),
        ("omdat de brief verstuurd werd", ["verstuurd werd"]),
        ("Het wordt koud. Geopend is de winkel", []),
        ("De bus rijdt niet", []),
    ],
)
def test_passives(text: str, passives: list[str]) -> None:
    assert [text[start:end] for start, end in measure_readability(text).passives] == passives


def test_unknown_words() -> None:
    share = measure_readability("de kat zag een blorfkwip").unknown_share
    assert share == pytest.approx(1 / 5)


@pytest.mark.parametrize("text", ["", "!!", "te hard rijden"])
def test_too_few_words_to_say_anything(text: str) -> None:
    one = measure_readability(text)
    assert (one.words_per_sentence, one.long_share, one.unknown_share, one.ease) == (None, None, None, None)


@given(st.text(max_size=200))
def test_shares_are_shares(text: str) -> None:
    one = measure_readability(text)
    assert all(share is None or 0 <= share <= 1 for share in (one.long_share, one.unknown_share))
    assert one.longest_sentence <= one.words
    assert (one.sentences == 0) == (one.words == 0)
