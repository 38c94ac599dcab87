# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Are numbers and addresses that lead to a person found, and those that only look like them let go?"""

from __future__ import annotations

import pytest

from houvast.engine.language.identifiers import find_identifiers


@pytest.mark.parametrize(
    ("text", "kind", "excerpt"),
    [
        ("Mail j.bakker_82@example.com maar", "email", "j.bakker_82@example.com"),
        ("Mail j.bakker (at) example.com", "email", "j.bakker (at) example.com"),
        ("Zie https://www.facebook.com/henk.smit.739 dus", "profile", "https://www.facebook.com/henk.smit.739"),
        ("Hij heet daar @yassin.020_ geloof ik", "handle", "@yassin.020_"),
        ("Bel 06-12345678 maar", "phone", "06-12345678"),
        ("Bel +31 6 12 34 56 78 maar", "phone", "+31 6 12 34 56 78"),
        ("Bel 020 555 1234 na zessen", "phone", "020 555 1234"),
        ("Bel +32 470 12 34 56", "phone", "+32 470 12 34 56"),
        ("Stort op NL91 ABNA 0417 1643 00 graag", "iban", "NL91 ABNA 0417 1643 00"),
        ("Stort op nl91abna0417164300", "iban", "nl91abna0417164300"),
        ("BSN 123456782 staat er", "bsn", "123456782"),
        ("mijn nummer is 111222333", "bsn", "111222333"),
        ("Hij woont op 3511 JR in de stad", "postcode", "3511 JR"),
        ("woont op 3511jr 12", "postcode", "3511jr"),
        ("overlast op Lindelaan 4 elke avond", "address", "Lindelaan 4"),
        ("overlast op lindelaan 4a elke avond", "address", "lindelaan 4a"),
        ("bij Van Goghstraat 101, daar", "address", "Van Goghstraat 101"),
        ("zij woont Plein 1944 nr 16", "address", "Plein 1944 nr 16"),
        ("she lives at 12 Green Street", "address", "12 Green Street"),
        ("de auto GH-456-K rijdt", "plate", "GH-456-K"),
        ("kenteken: gh456k rijdt", "plate", "gh456k"),
        ("geboren op 4 mei 1986 hier", "birth date", "4 mei 1986"),
        ("geboortedatum 04-05-1986", "birth date", "04-05-1986"),
        ("dossier 2023-004512 is zoek", "document", "2023-004512"),
        ("zaaknummer: Z2023/00451", "document", "Z2023/00451"),
        ("de computer 192.168.178.21 deed het", "ip", "192.168.178.21"),
    ],
)
def test_what_leads_to_a_person_is_found(text: str, kind: str, excerpt: str) -> None:
    assert [(found.kind, found.text) for found in find_identifiers(text)] == [(kind, excerpt)]


@pytest.mark.parametrize(
    "text",
    [
        "Bel 112 als het spoed is, anders 0900-8844.",
        "Bel gratis 0800 1234567 van de gemeente.",
        "Het budget is 123456789 euro over vier jaar.",
        "Het kostte 1.234.567,89 in totaal.",
        "Op 24-11-2021 waren er rellen in de stad.",
        "Sinds 4 mei 1986 is het plein er.",
        "Nummer NL.IMRO.0344 ligt ter inzage.",
        "Lijn 14 rijdt om de 20 minuten.",
        "In de Kerkstraat 3 bomen planten kan.",
        "Ik liep de straat 4 keer op en neer.",
        "Het plein 2024 is anders dan het plein 1990.",
        "In 2023 NS en gemeente samen.",
        "Artikel 5 en zaal 3 van de wet.",
        "Onze dossiers van 2023 zijn dik.",
        "Versie 1.2.3 en 4.5.6 zijn klaar.",
        "ISBN 9789046823451 gaat over polarisatie.",
        "Kijk op www.noorderhaaks.example/plein",
    ],
)
def test_what_only_looks_like_it_is_let_go(text: str) -> None:
    assert find_identifiers(text) == ()


def test_several_are_found_in_the_order_of_the_text() -> None:
    text = "Lindelaan 4, 3511JR, bel 06-12345678 of mail a@example.com"
    assert [found.kind for found in find_identifiers(text)] == ["address", "postcode", "phone", "email"]
    assert all(text[found.start : found.end] == found.text for found in find_identifiers(text))
