# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from houvast.actions.gather.background_questions import MOST_OPTIONS, OptionText
from houvast.domain.special_categories import find_special_category
from houvast.queries.gather.preparation import BackgroundBlock, BackgroundLine
from houvast.web.gather.prepare.background_form import EXAMPLES, BackgroundForm, start_from, start_with


def test_rows_that_are_filled_in_become_answers() -> None:
    form = BackgroundForm({"text": "Hoe oud?", "option_0": "Jong", "share_0": "12.5", "option_3": "Oud"})
    assert form.is_valid()
    assert form.arguments() == {
        "text": "Hoe oud?",
        "source": "",
        "options": (OptionText("Jong", 0.125), OptionText("Oud", None)),
    }
    assert len(form.rows) == MOST_OPTIONS


def test_shares_are_percentages() -> None:
    assert "share_0" in BackgroundForm({"text": "Hoe oud?", "option_0": "Jong", "share_0": "101"}).errors


def test_examples_are_allowed_questions() -> None:
    for example in EXAMPLES.values():
        assert find_special_category(str(example.text)) is None
    assert start_from("niets") == {}
    assert set(start_from("leeftijd")) == {"text", "option_0", "option_1", "option_2", "option_3"}


def test_a_question_that_is_there_fills_the_form() -> None:
    block = BackgroundBlock(1, "Hoe oud?", "CBS", (BackgroundLine("Jong", 40.0), BackgroundLine("Oud", None)), False)
    assert start_with(block) == {
        "text": "Hoe oud?", "source": "CBS", "option_0": "Jong", "share_0": 40.0, "option_1": "Oud", "share_1": None,
    }  # fmt: skip
