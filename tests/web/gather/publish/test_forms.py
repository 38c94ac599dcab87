# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does an error stand at its field, and is a possible name asked about only when there is one?"""

from __future__ import annotations

import pytest
from django import forms

from houvast.domain.conversation import PromiseState
from houvast.domain.errors import FieldRejected
from houvast.web.gather.publish.forms import (
    STATE_NAMES,
    OutcomeForm,
    PromiseForm,
    ReadingForm,
    ReportBackForm,
)

PROMISE = {"text": "Er komen bomen.", "owner": "Team Groen", "due": "2027-03-01"}


class NameFound(FieldRejected):
    can_confirm = True
    confirmed_by = "not_a_person"


def refusing(error: FieldRejected) -> object:
    def act(**fields: object) -> None:
        raise error

    return act


def test_what_is_filled_in_is_done_with_its_fields() -> None:
    done: list[dict[str, object]] = []
    assert PromiseForm(PROMISE).carry_out(lambda **fields: done.append(fields))
    assert done[0]["owner"] == "Team Groen"
    assert done[0]["not_a_person"] is False


@pytest.mark.parametrize(("field", "at"), [("owner", "owner"), ("reading", "__all__")])
def test_a_refusal_stands_at_its_field(field: str, at: str) -> None:
    form = PromiseForm(PROMISE)
    assert not form.carry_out(refusing(FieldRejected(field, "Write at most {most} characters.", most=5)))
    assert list(form.errors) == [at]


def test_only_a_possible_name_is_asked_about() -> None:
    plain, asked = PromiseForm(PROMISE), PromiseForm(PROMISE)
    plain.carry_out(refusing(FieldRejected("text", "No.")))
    asked.carry_out(refusing(NameFound("text", "A name?")))
    assert plain.fields["not_a_person"].widget.is_hidden
    assert isinstance(asked.fields["not_a_person"].widget, forms.CheckboxInput)


@pytest.mark.parametrize("form", [ReadingForm, PromiseForm, ReportBackForm])
def test_an_empty_form_does_nothing(form: type[forms.Form]) -> None:
    assert not form({}).carry_out(refusing(AssertionError()))  # type: ignore[arg-type]


def test_a_reading_needs_three_parts_and_not_the_fourth() -> None:
    assert sorted(ReadingForm({}).errors) == ["binds", "divides", "unknown"]


def test_only_states_that_may_follow_can_be_chosen() -> None:
    states = (PromiseState.KEPT, PromiseState.CHANGED)
    assert OutcomeForm({"state": "kept", "outcome": "Klaar."}, states=states).is_valid()
    assert "state" in OutcomeForm({"state": "open", "outcome": "Klaar."}, states=states).errors


def test_every_state_has_a_name() -> None:
    assert set(STATE_NAMES) == set(PromiseState)
