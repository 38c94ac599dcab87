# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Are names on platforms found with and without @, and are classes, files and sites let go?"""

from __future__ import annotations

import pytest

from houvast.engine.language.account_names import EMAIL, PROFILE, find_handles


def handles(text: str) -> list[str]:
    return [text[start:end] for start, end in find_handles(text)]


@pytest.mark.parametrize(
    ("text", "handle"),
    [
        ("zet alles online als @x_killer.030", "@x_killer.030"),
        ("op snap heet hij yassin_020", "yassin_020"),
        ("insta: dehardewaarheid78", "dehardewaarheid78"),
        ("snapchat naam: lil.mo", "lil.mo"),
        ("username queenlady2009 in de groepsapp", "queenlady2009"),
        ("hij is vuurwerk_king op telegram", "vuurwerk_king"),
        ("insta: wojteksz", "wojteksz"),
    ],
)
def test_a_name_on_a_platform_is_found(text: str, handle: str) -> None:
    assert handle in handles(text)


@pytest.mark.parametrize(
    "text",
    [
        "tiktok filmpje van klas3b ging rond",
        "instagram van de club heeft 500 volgers",
        "account van de gemeente reageert niet",
        "insta: veel haat na de uitspraak",
        "snap het niet, weer geen containers",
        "op facebook stond foto_12.jpg van het plein",
        "twitter en nu.nl staan er vol mee",
    ],
)
def test_what_only_looks_like_one_is_let_go(text: str) -> None:
    assert handles(text) == []


@pytest.mark.parametrize(
    "text", ["jan(at)kpnmail(dot)nl", "fatima_1990 @ gmail.com", "jan at hotmail punt com", "K.de-Vries+buurt@ziggo.nl"]
)
def test_addresses_that_hide_their_signs_are_read(text: str) -> None:
    found = EMAIL.search(f"mail {text} maar")
    assert found is not None
    assert found.group() == text


def test_profiles_of_many_sites() -> None:
    for text in ("fb.com/henk", "vk.com/id1234", "www.tiktok.com/@bas010", "marktplaats.nl/u/jan/12"):
        assert PROFILE.search(f"kijk {text} maar"), text
    assert PROFILE.search("kijk op www.noorderhaaks.example/plein") is None
