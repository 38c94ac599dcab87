# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import cast
import pytest

from houvast.actions.gather.conversation_texts import Texts
from houvast.queries.gather.translation_work import read_sheet
from houvast.web.gather.prepare.translation_form import TranslationForm

pytestmark = pytest.mark.django_db


def test_a_field_for_every_text_in_the_direction_of_the_language() -> None:
    conversation = cast.conversation(languages=["fa"], statements=2, question="")
    sheet = read_sheet(conversation.code, "fa")
    form = TranslationForm({"title": "عنوان", "statement-1": "بله"}, sheet=sheet)
    assert list(form.fields) == [
        "not_a_person", "title", "purpose", "use_of_answers", "hear_back", "statement-0", "statement-1",
    ]  # fmt: skip
    assert all(form.fields[name].widget.attrs["dir"] == "rtl" for name in list(form.fields)[1:])
    assert form.is_valid()
    assert form.arguments() == {
        "texts": Texts(title="عنوان"),
        "statements": {0: "", 1: "بله"},
        "not_a_person": False,
    }
