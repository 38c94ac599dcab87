# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does the gate of signals keep what happens, refuse who, and send a worry to the right door?"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from entrance import configure
from hypothesis import given
from hypothesis import strategies as st

from houvast.actions.notice import observation_gate
from houvast.actions.notice.observation_gate import (
    Confirmation,
    RightDoor,
    SpecialCategoryWarning,
    doors_in_force,
    pass_observation_gate,
)
from houvast.actions.person_data_gate import PersonDataRejected
from houvast.domain.errors import FieldRejected
from houvast.domain.right_door import WorryKind


def through(confirmed: frozenset[str] = frozenset(), **fields: str) -> dict[str, str]:
    return pass_observation_gate(fields=fields, language="nl", confirmed=confirmed)


def said(*which: Confirmation) -> frozenset[str]:
    return frozenset(which)


def test_what_happens_is_kept_field_by_field() -> None:
    assert through(seen="  spanning tussen kerk en moskee\u200b ", reading="", done="gesprek\n\ngepland") == {
        "seen": "spanning tussen kerk en moskee", "reading": "", "done": "gesprek\n\ngepland",
    }  # fmt: skip


def test_a_person_is_refused_in_whichever_field_they_stand() -> None:
    with pytest.raises(PersonDataRejected) as refused:
        through(seen="drukte bij de kiosk", done="gebeld met 06-12345678")
    assert refused.value.field == "done"
    assert not refused.value.can_confirm
    assert "what happens, not who" in str(refused.value)


def test_a_possible_name_may_be_nobodys() -> None:
    with pytest.raises(PersonDataRejected):
        through(seen="Volgens Fatima Yilmaz is het druk")
    assert through(said(Confirmation.NOT_A_PERSON), seen="Het plein Wytema Vertoren is druk")


def test_a_worry_goes_to_the_right_door_with_the_words_that_led_there() -> None:
    with pytest.raises(RightDoor) as sent:
        through(seen="er wordt gedeald vanuit die garage")
    error = sent.value
    assert (error.kind, error.can_confirm, error.confirmed_by) == (WorryKind.CRIME, True, "what_happens")
    assert [door.code for door in error.doors] == ["112", "politie", "anoniem"]
    assert "gedeald" in str(error)
    assert "0800-7000" in str(error)
    assert through(said(Confirmation.WHAT_HAPPENS), seen="er wordt gedeald vanuit die garage")


def test_acute_danger_about_one_person_cannot_be_overruled() -> None:
    for confirmed in (frozenset(), said(*Confirmation)):
        with pytest.raises(RightDoor) as sent:
            through(confirmed, seen="mijn buurman slaat zijn vrouw")
        assert not sent.value.can_confirm


def test_the_person_may_stand_in_one_field_and_the_worry_in_the_next() -> None:
    with pytest.raises(RightDoor):
        through(seen="een jongen van 15 bij de kiosk", reading="zij denken dat hij radicaliseert")


def test_a_protected_fact_warns_and_may_be_confirmed() -> None:
    text = "de marokkaanse vader wilde niet mee naar het gesprek"
    with pytest.raises(SpecialCategoryWarning) as warned:
        through(seen=text)
    assert (warned.value.can_confirm, warned.value.confirmed_by) == (True, "is_needed")
    assert through(said(Confirmation.IS_NEEDED), seen=text) == {"seen": text}


def test_one_confirmation_does_not_stand_for_another() -> None:
    with pytest.raises(SpecialCategoryWarning):
        through(said(Confirmation.NOT_A_PERSON, Confirmation.WHAT_HAPPENS), seen="een leerling is joods, klas is stil")


def test_length_and_emptiness() -> None:
    with pytest.raises(FieldRejected, match="at most 5"):
        pass_observation_gate(fields={"seen": "te lang zo"}, language="nl", most={"seen": 5})
    with pytest.raises(FieldRejected, match="Write something"):
        pass_observation_gate(fields={"seen": " "}, language="nl", required=frozenset({"seen"}))
    assert through(seen="", reading="") == {"seen": "", "reading": ""}


def test_names_of_areas_are_nobodys() -> None:
    kept = pass_observation_gate(fields={"seen": "in Wytemahof en Rozema is het druk"}, language="nl",
                                 about="Wytemahof Rozema")  # fmt: skip
    assert kept["seen"].startswith("in Wytemahof")


def test_a_municipality_sends_to_its_own_doors(tmp_path: Path, settings: Any) -> None:
    door = {"code": "team", "name": "Sociaal team Noorderhaaks", "phone": "14 0123", "site": "", "when": "Overdag."}
    path = tmp_path / "deuren.json"
    path.write_text(json.dumps({"doors": [door], "worries": {kind.value: ["team"] for kind in WorryKind}}))
    configure(settings, HOUVAST_DOORS=str(path))
    assert [one.name for one in doors_in_force().for_worry(WorryKind.CRIME)] == ["Sociaal team Noorderhaaks"]
    with pytest.raises(RightDoor, match="Sociaal team Noorderhaaks"):
        through(seen="er wordt gedeald vanuit die garage")


@given(st.text(max_size=80), st.text(max_size=40))
def test_what_passed_passes_again_unchanged(seen: str, reading: str) -> None:
    try:
        kept = through(seen=seen, reading=reading)
    except FieldRejected:
        return
    assert through(**kept) == kept


def test_what_is_learned_once_is_learned_beforehand() -> None:
    observation_gate._model.cache_clear()
    observation_gate.prepare_gate()
    assert observation_gate._model.cache_info().currsize == 1
