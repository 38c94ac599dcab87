# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Are names found by the way they are written, wherever they come from and however they are typed?"""

from __future__ import annotations

import pytest

from houvast.engine.language.person_names import find_names


def names(text: str, language: str = "nl") -> list[str]:
    return [text[start:end] for start, end in find_names(text, language=language)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Volgens Fatima el Idrissi moet het anders.", ["Fatima el Idrissi"]),
        ("Svetlana uit de opvang heeft medicijnen nodig", ["Svetlana"]),
        ("Meneer Bakker van hiernaast klaagt.", ["Bakker"]),
        ("De heer van der Berg en dhr. Jansen klagen", ["Berg", "Jansen"]),
        ("het was Kevin S. met zijn scooter", ["Kevin S."]),
        ("volgens J.P. de Vries is het zo", ["J.P. de Vries"]),
        ("Joke Bakker zegt het al jaren", ["Joke Bakker"]),
        ("hij heet Mark en woont hier", ["Mark"]),
        ("vrouw van imam El Khattabi", ["El Khattabi"]),
        ("mevrouw jansen is al dagen niet gezien", ["jansen"]),
        ("mevrouw van den heuvelink zegt niets", ["van den heuvelink"]),
        ("JAN JANSSEN EN FATIMA YILMAZ ZIJN DE BAAS", ["FATIMA YILMAZ"]),
        ("MEVROUW KOWALSKA IS DE BAAS VAN HET PLEIN", ["KOWALSKA"]),
        ("Volgens McDonough en O'Brien niet", ["McDonough", "O'Brien"]),
        ("Nguyễn Thị Minh heeft een winkel", ["Nguyễn Thị Minh"]),
        ("Jean-Pierre Dubois en Anne-Sophie wonen hier", ["Jean-Pierre Dubois", "Anne-Sophie"]),
    ],
)
def test_names_are_found(text: str, found: list[str]) -> None:
    assert [any(part in name for name in names(text)) for part in found] == [True] * len(found), names(text)


@pytest.mark.parametrize(
    "text",
    [
        "De Jan van Galenstraat is al drie weken afgesloten.",
        "In het Frans Halsmuseum en de Beatrixflat is het te warm.",
        "Wij wonen in Hoogvliet, dicht bij Den Haag en Bergen op Zoom.",
        "De Marokkaanse gemeenschap en de Polen vieren samen.",
        "Albert Heijn, GroenLinks, de PvdA en het COA doen niets.",
        "Buurthuis De Ark en school De Regenboog zoeken vrijwilligers.",
        "Parkeerbeleid moet anders. Geluidsoverlast is erg.",
        "Op maandag in december vieren wij Sinterklaas.",
        "De Tweede Kamer en de Europese Unie beslissen.",
        "MEER GROEN OP HET PLEIN EN MINDER AUTO'S",
        "Meer Groen Moet Terug Komen In De Straat",
        "op zeven hoog zit mevrouw opgesloten",
        "Een 5G mast hoort niet in de wijk.",
        "Kan er een bankje komen? Misschien ook bomen.",
    ],
)
def test_what_only_looks_like_a_name_is_let_go(text: str) -> None:
    assert names(text) == []


def test_in_english() -> None:
    assert names("I've heard that Priya Ramdin and Wojtek live in New Zealand's north", "en") == [
        "Priya Ramdin",
        "Wojtek",
    ]
    assert names("The City Council and the Town Hall of The Hague are closed on Monday", "en") == []


def test_words_of_the_conversation_are_nobodys() -> None:
    assert (
        find_names("Op het Zorgplein van Noorderlo is het druk", language="nl", allowed=frozenset({"noorderlo"})) == ()
    )


def test_german_writes_every_noun_with_a_capital_so_only_titles_tell() -> None:
    assert names("Die Stadt braucht mehr Wohnungen und Grün", "de") == []


def test_the_documented_weakness_a_name_in_small_letters() -> None:
    assert names("mohammed en zn maten bij de kiosk") == []
    assert names("fatima werd nageroepen bij de bushalte") == []
