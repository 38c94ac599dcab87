# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import pytest

from houvast.domain.special_categories import SpecialCategory, find_special_category


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Wat is uw geloof?", SpecialCategory.RELIGION),
        ("Gaat u naar een moskee of kerk?", SpecialCategory.RELIGION),
        ("Wat is uw afkomst?", SpecialCategory.ORIGIN),
        ("In welk land bent u geboren? (geboorteland)", SpecialCategory.ORIGIN),
        ("What is your ethnicity?", SpecialCategory.ORIGIN),
        ("Hebt u een ziekte of beperking?", SpecialCategory.HEALTH),
        ("Bent u homoseksueel?", SpecialCategory.ORIENTATION),
        ("Op welke partij stemt u?", SpecialCategory.PARTY),
        ("CDA", SpecialCategory.PARTY),
        ("Bent u lid van een vakbond?", SpecialCategory.UNION),
    ],
)
def test_what_the_law_protects_is_seen(text: str, category: SpecialCategory) -> None:
    assert find_special_category(text) is category


@pytest.mark.parametrize(
    "text",
    [
        "Hoe oud bent u?",
        "In welk deel van de gemeente woont u?",
        "Woont u in een huur- of koopwoning?",
        "18 tot 35 jaar",
        "Noord",
        "Hebt u kinderen op de basisschool?",
        "Denken of doen",
        "Werkt u in de gemeente?",
        "Terras of tuin",
    ],
)
def test_ordinary_questions_pass(text: str) -> None:
    assert find_special_category(text) is None
