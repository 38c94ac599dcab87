# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does the form of an own statement say what is wrong, mark what was found, and let a name that is nobody's pass?"""

from __future__ import annotations

import cast
import pytest
from django.http import QueryDict

from houvast.actions.person_data_gate import PersonDataRejected, pass_gate
from houvast.domain.errors import FieldRejected
from houvast.queries.gather.resident_pages import background_page
from houvast.store.models import BackgroundOption, BackgroundQuestion
from houvast.web.gather.resident.forms import StatementForm, read_background

LANGUAGES = (("nl", "Nederlands"), ("en", "English"))


def filled(**fields: str) -> StatementForm:
    sent = QueryDict(mutable=True)
    sent.update({"language": "nl", **fields})
    form = StatementForm(sent, languages=LANGUAGES, language="nl")
    form.is_valid()
    return form


def test_a_text_becomes_one_line_and_is_confirmed_by_the_very_same() -> None:
    form = filled(text=" Er moeten\r\n bankjes komen. ")
    assert form.cleaned_data["text"] == "Er moeten bankjes komen."
    assert not form.is_confirmed
    form.ask_to_confirm()
    assert 'value="Er moeten bankjes komen."' in str(form["confirmed"])
    assert filled(text="Er moeten\nbankjes komen.", confirmed="Er moeten bankjes komen.").is_confirmed
    assert not filled(text="Iets anders.", confirmed="Er moeten bankjes komen.").is_confirmed


def test_an_empty_text_and_an_unknown_language_are_refused() -> None:
    assert set(filled(text="", language="xx").errors) == {"text", "language"}


@pytest.mark.parametrize(
    ("text", "asks"), [("Meneer Jansen moet weg van het plein.", True), ("Bel 06-12345678 over het plein.", False)]
)
def test_what_was_found_is_marked_and_a_name_may_be_nobodys(text: str, asks: bool) -> None:
    form = filled(text=text)
    with pytest.raises(PersonDataRejected) as found:
        pass_gate(field="text", text=text, language="nl")
    form.refuse(found.value)
    assert "text" in form.errors
    assert any(piece.is_found for piece in form.pieces)
    assert "".join(piece.text for piece in form.pieces) == text
    assert form["not_a_person"].is_hidden is not asks


def test_another_fault_stands_at_its_field_or_above_the_form() -> None:
    form = filled(text="Er moeten bankjes komen.")
    form.refuse(FieldRejected("text", "Write at most {most} characters.", most=200))
    form.refuse(FieldRejected("elsewhere", "Write something here."))
    assert (len(form.errors["text"]), len(form.non_field_errors()), form.pieces) == (1, 1, ())


@pytest.mark.django_db
def test_background_answers() -> None:
    conversation = cast.conversation()
    question = BackgroundQuestion.objects.create(conversation=conversation, text="Hoe oud bent u?")
    option = BackgroundOption.objects.create(question=question, text="Jong")
    page = background_page(cast.participant(conversation))
    name = f"question-{question.pk}"
    assert read_background({name: str(option.pk)}, page) == {question.pk: option.pk}
    for nothing in ({}, *({name: sent} for sent in ("", "x", "²", "-1", "9" * 30, "9" * 5000))):
        assert read_background(nothing, page) == {question.pk: None}
