# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does a reader read statements in their own language where somebody translated them, and else as they were written?"""

from __future__ import annotations

import cast
import pytest
from disclosed_landscapes import disclosed

from houvast.engine.landscape.result import Verdict
from houvast.queries.gather.statement_words import statement_words, translated_texts, with_texts
from houvast.queries.gather.words import Words
from houvast.store.models import StatementTranslation

pytestmark = pytest.mark.django_db


def test_translated_where_somebody_did_that_and_else_the_original() -> None:
    conversation = cast.conversation(statements=1)
    turkish = cast.statement(conversation, number=5, text="Daha fazla yeşil.", language="tr")
    StatementTranslation.objects.create(statement=turkish, language="nl", text="Meer groen.")
    first = conversation.statements.get(number=0)
    words = statement_words(conversation.pk, "nl")
    assert words == {
        "0": Words(first.text, "nl", "ltr"),
        "5": Words("Meer groen.", "nl", "ltr", "Daha fazla yeşil.", "tr", "ltr"),
    }
    assert translated_texts(words) == (("5", "Meer groen."),)
    assert translated_texts(statement_words(conversation.pk, "tr")) == ()


def test_a_landscape_takes_the_texts_and_keeps_its_figures() -> None:
    shown = disclosed(Verdict.GROUPS, public=True)
    first = shown.statements[0]
    made = with_texts(shown, ((first.id, "In English."), ("no such statement", "?")))
    assert made.statements[0].text == "In English."
    assert made.statements[0].answers == first.answers
    assert made.statements[1:] == shown.statements[1:]
    assert with_texts(shown, ()) is shown
