# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is there a word for every kind of worry, and is none so wide that it matches anything?"""

from __future__ import annotations

import pytest
from engine.language.language_data import read_rows

from houvast.domain.right_door import WorryKind
from houvast.engine.language.worry_words import ABOUT_MANY, ACUTE, ALONE, DIRECT, FEARS, NEED

ALL = [pattern for _, pattern in (*ACUTE, *ALONE, *DIRECT)] + [ABOUT_MANY, FEARS, NEED]


def test_every_kind_of_worry_has_words() -> None:
    assert {kind for kind, _ in (*ACUTE, *ALONE, *DIRECT)} == set(WorryKind)


@pytest.mark.parametrize("pattern", ALL)
def test_no_pattern_matches_nothing_or_much(pattern: object) -> None:
    assert pattern.search("") is None  # type: ignore[attr-defined]
    texts = [row["text"] for row in read_rows("fuel")]
    assert sum(pattern.search(text) is not None for text in texts) <= 0.25 * len(texts)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("wil niet meer leven", WorryKind.SELF_HARM),
        ("loopt met een mes", WorryKind.DANGER_NOW),
        ("slaat zijn vrouw", WorryKind.VIOLENCE_AT_HOME),
    ],
)
def test_what_is_acute(text: str, kind: WorryKind) -> None:
    assert kind in {found for found, pattern in ACUTE if pattern.search(text)}


def test_a_neighbourhood_may_raise_the_alarm() -> None:
    assert not any(pattern.search("de buurt slaat alarm en de sfeer slaat om") for _, pattern in ACUTE)
