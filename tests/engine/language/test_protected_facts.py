# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is a protected fact about one person told from the same word about groups? On our own forty sentences."""

from __future__ import annotations

import pytest
from engine.language.language_data import read_rows

from houvast.domain.special_categories import SpecialCategory
from houvast.engine.language.protected_facts import find_special_categories

ROWS = read_rows("special_categories")


def test_our_own_set() -> None:
    missed = [r["text"] for r in ROWS if r["category"] != "none" and not find_special_categories(r["text"])]
    wrong = [r["text"] for r in ROWS if r["category"] == "none" and find_special_categories(r["text"])]
    assert missed == []
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "category", "words"),
    [
        ("een leerling is jood en wordt gepest", SpecialCategory.RELIGION, "jood"),
        ("hij heeft adhd en slikt medicijnen", SpecialCategory.HEALTH, "adhd"),
        ("de marokkaanse vader wilde niet praten", SpecialCategory.ORIGIN, "marokkaanse vader"),
        ("jongen die homo is werd uitgescholden", SpecialCategory.ORIENTATION, "homo"),
        ("leraar is lid van forum voor democratie", SpecialCategory.PARTY, "lid van forum voor democratie"),
        ("mijn collega is lid van de vakbond", SpecialCategory.UNION, "lid van de vakbond"),
    ],
)
def test_the_category_and_its_words(text: str, category: SpecialCategory, words: str) -> None:
    assert (category, words) in {(found.category, found.text) for found in find_special_categories(text)}


def test_groups_along_a_dividing_line_are_what_signals_are_about() -> None:
    for text in (
        "spanning tussen kerk en moskee",
        "joodse en islamitische bewoners eten samen",
        "dertig poolse mannen",
    ):
        assert find_special_categories(text) == ()


def test_places_are_in_order_and_hold_the_words() -> None:
    text = "hij is moslim en zwanger is zij, een turkse vrouw"
    found = find_special_categories(text)
    assert [one.start for one in found] == sorted(one.start for one in found)
    assert all(text[one.start : one.end] == one.text for one in found)
