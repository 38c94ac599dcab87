# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is fuel found with its place and kind, and are reports, parts of groups and quotations left alone?"""

from __future__ import annotations

import pytest
from engine.language.language_data import read_rows
from engine.language.theme_data import TEXTS
from hypothesis import given
from hypothesis import strategies as st

from houvast.engine.language.fuel import EXPLANATIONS, FuelKind, find_fuel


def test_our_own_set() -> None:
    """The rules were fitted on these sentences: a guard, not a measurement."""
    judged = [(row["fuel"] == "1", bool(find_fuel(row["text"]))) for row in read_rows("fuel")]
    assert [said for truth, said in judged if truth] == [True] * 20
    assert [said for truth, said in judged if not truth] == [False] * 20


def test_signals_about_what_happened_are_left_alone() -> None:
    assert [text for text in TEXTS if find_fuel(text)] == []


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Marokkanen zijn nou eenmaal crimineel.", FuelKind.NATURE, "nou eenmaal"),
        ("Alle ambtenaren zijn lui.", FuelKind.TRAIT, "lui"),
        ("Politici zijn ratten.", FuelKind.DEHUMANISING, "ratten"),
        ("Vluchtelingen komen hier alleen om te profiteren.", FuelKind.MOTIVE, "komen hier alleen om"),
        ("Buitenlanders pikken onze huizen in.", FuelKind.BLAME, "pikken"),
        ("Die Polen horen hier niet.", FuelKind.EXCLUSION, "horen hier niet"),
        ("Weer zo'n wappie aan de deur.", FuelKind.NAME_CALLING, "wappie"),
    ],
)
def test_the_kind_and_its_words(text: str, kind: FuelKind, words: str) -> None:
    (found,) = find_fuel(text)
    assert (found.kind, found.words) == (kind, words)
    assert words in text[found.start : found.end]


def test_all_of_them_in_order() -> None:
    found = find_fuel("Ambtenaren zijn lui. Het regent. Politici zijn corrupt.")
    assert [one.words for one in found] == ["lui", "corrupt"]
    assert found[0].end <= found[1].start


@pytest.mark.parametrize(
    "text",
    [
        "Sommige ambtenaren zijn lui.",
        "Het is een vooroordeel dat ambtenaren lui zijn.",
        'Op de muur staat "gelukszoekers".',
        "Zij werd uitgescholden voor kutmarokkaan.",
        "De ambtenaar was lui.",
        "",
    ],
)
def test_what_is_no_fuel(text: str) -> None:
    assert find_fuel(text) == ()


def test_every_kind_is_explained_with_a_question() -> None:
    assert set(EXPLANATIONS) == set(FuelKind)
    assert all(text.endswith("?") for text in EXPLANATIONS.values())


@given(st.text(max_size=200))
def test_places_are_inside_the_text_and_in_order(text: str) -> None:
    found = find_fuel(text)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert [one.start for one in found] == sorted(one.start for one in found)
