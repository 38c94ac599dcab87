# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Are names in small letters found after the words that announce somebody, and only there?"""

from __future__ import annotations

import pytest

from houvast.engine.language.person_names import find_names


def names(text: str) -> list[str]:
    return [text[start:end] for start, end in find_names(text, language="nl")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("mijn buurman ahmed is woest", "ahmed"),
        ("moeder van noor durft niet", "noor"),
        ("jongen, heet kevin, slaapt hier", "kevin"),
        ("gozer genaamd dylano regelt alles", "dylano"),
        ("dhr jansen meldt overlast", "jansen"),
        ("mw de vries wil terugkoppeling", "vries"),
        ("fam. de boer voelt zich onveilig", "boer"),
        ("dhr van loon belt weer", "loon"),
        ("wijkagent peter op de hoogte", "peter"),
        ("ene mo uit de hoogbouw", "mo"),
        ("een zekere piotr int de huur", "piotr"),
        ("bijnaam 'scarface', jaar of 20", "scarface"),
        ('ze noemen hem "kleine bas"', "kleine bas"),
        ("alias el gordo, rijdt rond", "el gordo"),
        ("mn naam is priya en ik woon hier", "priya"),
        ("ik ben samira van de flat", "samira"),
        ("kevin s. uit klas 3", "kevin s."),
        ("jan jansen klaagt weer", "jan jansen"),
        ("fatima en noor werden nageroepen", "fatima en noor"),
    ],
)
def test_announced_names_are_found(text: str, name: str) -> None:
    assert any(name in found for found in names(text)), names(text)


@pytest.mark.parametrize(
    "text",
    [
        "mijn buurman is woest op de corporatie",
        "moeder van een leerling belde de school",
        "eigenaar van de kebabzaak trakteerde iedereen",
        "eigenaar van de belwinkel klaagt",
        "een vader wil een avond organiseren",
        "het heet nu vrijmarkt",
        "dhr van de corporatie belde",
        "mevr belt wekelijks over honden",
        "meneer pakte zijn fiets",
        "ik ben moslima en word nageroepen",
        "ze noemen het hier 'de bronx'",
        "bijnaam van het plein is 'klein marokko'",
        "de ene groep wil dit, de andere dat",
        "collega ernaar gevraagd",
        "gesproken met omwonenden over de opvang",
    ],
)
def test_nobody_is_made_of_ordinary_words(text: str) -> None:
    assert names(text) == []


def test_another_language_is_not_one_long_name() -> None:
    assert names("mahallede cocuklar icin oyun alani istiyoruz") == []
