# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does the gate keep what may be kept, refuse what never may, and ask about what may be a name?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from houvast.actions.person_data_gate import PersonDataRejected, pass_gate
from houvast.domain.errors import FieldRejected


def through(text: str, **options: object) -> str:
    return pass_gate(field="text", text=text, language="nl", **options)  # type: ignore[arg-type]


def test_an_ordinary_text_passes_tidied() -> None:
    assert through("  Er moet \u200b meer\ngroen komen. ") == "Er moet meer groen komen."
    assert through("Eén.\n\nTwee.", lines=True) == "Eén.\n\nTwee."


@pytest.mark.parametrize(
    "text",
    ["Bel 06-12345678 maar", "mail a@example.com maar", "kijk bij @yassin.020_", "op Lindelaan 4 is herrie",
     "NL91ABNA0417164300 is zijn rekening", "BSN 123456782 is van hem", "auto GH-456-K rijdt hard"],
)  # fmt: skip
def test_what_is_certain_never_passes_whatever_the_writer_says(text: str) -> None:
    for said in (False, True):
        with pytest.raises(PersonDataRejected) as refused:
            through(text, not_a_person=said)
        assert not refused.value.can_confirm
        assert refused.value.field == "text"
        assert [found.is_certain for found in refused.value.findings] == [True]


def test_a_possible_name_passes_only_when_the_writer_says_it_is_nobodys() -> None:
    text = "Volgens Fatima Yilmaz moet het anders"
    with pytest.raises(PersonDataRejected) as refused:
        through(text)
    assert refused.value.can_confirm
    assert "Fatima Yilmaz" in str(refused.value)
    assert through(text, not_a_person=True) == text


def test_with_both_only_what_is_certain_is_told() -> None:
    with pytest.raises(PersonDataRejected) as refused:
        through("Volgens Fatima Yilmaz, 06-12345678, moet het anders")
    assert not refused.value.can_confirm
    assert refused.value.values == {"excerpts": "06-12345678"}


def test_the_name_of_the_municipality_and_of_the_subject_are_nobodys() -> None:
    assert through("Iedereen in de gemeente Noorderhaaks en volgens Wytemahof.", about="Het plan Wytemahof")


def test_empty_and_too_long() -> None:
    with pytest.raises(FieldRejected):
        through(" \u200b\n ")
    assert through(" ", optional=True) == ""
    with pytest.raises(FieldRejected, match="at most 10"):
        through("Er moet meer groen komen", most=10)


@given(st.text(max_size=100))
def test_what_passed_passes_again_unchanged(text: str) -> None:
    try:
        kept = through(text, optional=True)
    except PersonDataRejected:
        return
    assert through(kept, optional=True) == kept
