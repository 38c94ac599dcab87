# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is a front door recognised, however hastily it is written, and a count, a bus or an agenda let go?"""

from __future__ import annotations

import pytest

from houvast.engine.language.street_addresses import find_addresses, find_postcodes


def addresses(text: str) -> list[str]:
    return [text[start:end] for start, end in find_addresses(text)]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("melding Kerkstr. 12", "12"),
        ("boven de snackbar, dorpsstr 5a", "dorpsstr 5a"),
        ("drugspandje Grote Markt 5", "Grote Markt 5"),
        ("laan van meerdervoort 1200 portiek stinkt", "laan van meerdervoort 1200"),
        ("Tulpstraat, huisnummer 12, hond blaft", "12"),
        ("de vrouw van de bakker op nummer 8 heeft", "op nummer 8"),
        ("bewoner van nr 14 scheldt", "nr 14"),
        ("in de tulpstraat, nr 43, gordijnen dicht", "nr 43"),
        ("het huis met nummer 22 in de kerkstraat", "nummer 22"),
        ("huisnr 7 weer herrie", "huisnr 7"),
        ("gezin Singel 99 komt niet rond", "Singel 99"),
    ],
)
def test_a_front_door_is_found(text: str, part: str) -> None:
    assert any(part in found for found in addresses(text)), addresses(text)


@pytest.mark.parametrize(
    "text",
    [
        "op nummer 1 van de ergernissen staat zwerfafval",
        "lijn 8 rijdt om, halte nummer 3 vervalt",
        "bewoners vinden punt nr 4 van de agenda vaag",
        "in de kerkstraat 3 bomen erbij",
        "het plein 2 keer schoongemaakt",
        "hoek kerkstraat/dorpsstraat onveilig",
        "herrie in de kerkstraat tussen 22 en 24 uur",
        "gezin met nummer 3 kinderen",
    ],
)
def test_what_is_no_front_door_is_let_go(text: str) -> None:
    assert addresses(text) == []


def test_what_stands_before_a_street_is_not_taken_along() -> None:
    assert addresses("Mevrouw Van den Heuvel op Lindelaan 4 is weg") == ["Lindelaan 4"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("postcode 3511 jr hele blok", ["3511 jr"]),
        ("adres 12, 1936 LV stad", ["1936 LV"]),
        ("in 2020, 2024 en later", []),
        ("de 3511 op de lijst", []),
        ("pc 3511JR 12", ["3511JR"]),
    ],
)
def test_postcodes(text: str, codes: list[str]) -> None:
    assert [text[start:end] for start, end in find_postcodes(text)] == codes
