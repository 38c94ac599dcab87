# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is a judgement of a whole group told from what happened, from part of a group and from reports of such judgements?

The set is our own and the rules were fitted on it: this guards them, it does not measure them.
"""

from __future__ import annotations

import pytest
from engine.language.language_data import read_rows

from houvast.engine.language.group_judgement import find_group_judgement


def test_our_own_set() -> None:
    wrong = [
        row["text"]
        for row in read_rows("fuel")
        if (find_group_judgement(row["text"]) is not None) != (row["fuel"] == "1")
    ]
    assert len(wrong) <= 2, wrong


def test_signals_about_what_happened_are_let_go() -> None:
    assert [row["text"] for row in read_rows("observations") if find_group_judgement(row["text"])] == []


@pytest.mark.parametrize(
    "text",
    [
        "Jongeren verdienen een eigen plek in de wijk.",
        "Ouderen zijn vaak alleen.",
        "Sommige jongeren zijn lui.",
        "Een groep mannen viel een vrouw lastig.",
        "Volgens hem zijn alle Polen lui.",
        "Het plein is vies.",
        "Marokkaanse jongens werden geweigerd.",
        "Some refugees are waiting too long.",
    ],
)
def test_what_happened_or_part_of_a_group(text: str) -> None:
    assert find_group_judgement(text) is None


@pytest.mark.parametrize(
    ("text", "group"),
    [("Jongeren zijn lui.", "Jongeren"), ("Het probleem is dat alle Polen liegen.", "Polen"),
     ("Refugees are all criminals.", "Refugees")],
)  # fmt: skip
def test_the_group_and_the_words_are_told(text: str, group: str) -> None:
    found = find_group_judgement(text)
    assert found is not None
    assert found.group == group
    assert text[found.start : found.end].startswith(group)
