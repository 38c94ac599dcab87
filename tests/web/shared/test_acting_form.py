# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import pytest
from django import forms

from houvast.actions.notice.observation_gate import pass_observation_gate
from houvast.actions.person_data_gate import pass_gate
from houvast.domain.errors import FieldRejected, NotFound, StateRefused
from houvast.web.shared.acting_form import ActingForm, ObservationTextForm, TextForm


class Named(TextForm):
    text = forms.CharField()


def refuse(error: Exception) -> object:
    def act(**_: object) -> None:
        raise error

    return act


def test_what_came_of_it_is_kept() -> None:
    form = Named({"text": "hallo"})
    assert form.carry_out(lambda text, not_a_person: text.upper() + str(not_a_person))
    assert form.outcome == "HALLOFalse"


def test_nothing_is_done_with_a_form_that_is_not_filled_in() -> None:
    assert not Named(None).carry_out(refuse(AssertionError()))
    assert not Named({"text": ""}).carry_out(refuse(AssertionError()))


def test_a_refusal_goes_to_its_field_or_above_the_form() -> None:
    for error, field in (
        (FieldRejected("text", "Write something here."), "text"),
        (FieldRejected("other", "Write something here."), "__all__"),
        (StateRefused("There is no rehearsal to stop."), "__all__"),
    ):
        form = Named({"text": "hallo"})
        assert not form.carry_out(refuse(error))
        assert list(form.errors) == [field]
    with pytest.raises(NotFound):
        Named({"text": "hallo"}).carry_out(refuse(NotFound("gone")))


def test_only_a_possible_name_can_be_confirmed() -> None:
    def gate(text: str, not_a_person: bool) -> str:
        return pass_gate(field="text", text=text, language="nl", not_a_person=not_a_person)

    for text, asked in (("Het plan van Fatima Bouzidi.", True), ("Bel 06-12345678.", False)):
        form = Named({"text": text})
        assert not form.carry_out(gate)
        assert isinstance(form.fields["not_a_person"].widget, forms.CheckboxInput) is asked
        assert form["not_a_person"].is_hidden is not asked
    assert Named({"text": "Het plan van Fatima Bouzidi.", "not_a_person": "on"}).carry_out(gate)


class Seen(ObservationTextForm):
    seen = forms.CharField()


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("er wordt gedeald vanuit die garage", "what_happens"),
        ("de marokkaanse vader wilde niet mee", "is_needed"),
        ("volgens Fatima Bouzidi is het druk", "not_a_person"),
    ],
)
def test_a_signal_is_asked_for_what_it_needs_and_passes_once_it_is_said(text: str, asked: str) -> None:
    def gate(seen: str, confirmed: frozenset[str]) -> dict[str, str]:
        return pass_observation_gate(fields={"seen": seen}, language="nl", confirmed=confirmed)

    form = Seen({"seen": text})
    assert not form.carry_out(gate)
    assert [name for name in form.fields if name != "seen" and not form[name].is_hidden] == [asked]
    assert Seen({"seen": text, asked: "on"}).carry_out(gate)


def test_a_form_without_free_text_asks_nothing() -> None:
    assert "not_a_person" not in ActingForm().fields
