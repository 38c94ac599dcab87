# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does learning from examples find worries that no rule names, on sets that it did not learn from?"""

from __future__ import annotations

from functools import cache

import pytest

from houvast.domain.right_door import WorryKind
from houvast.engine.language.individual_worry import find_worry
from houvast.engine.language.worry_model import WorryModel, fit_worry_model, suspect_worry
from houvast.exchange.door_examples import by_sort, read_door_examples

SETS = read_door_examples()


@cache
def model_without(name: str) -> WorryModel:
    return fit_worry_model(by_sort(tuple(each for each in SETS if each.name != name)))


def is_asked(text: str, model: WorryModel) -> bool:
    return find_worry(text) is not None or suspect_worry(text, model=model) is not None


@pytest.mark.parametrize(("name", "fewest", "most_wrong"), [("third", 0.9, 0.15), ("fourth", 0.5, 0.15)])
def test_with_the_rules_on_a_set_left_out(name: str, fewest: float, most_wrong: float) -> None:
    held = next(each for each in SETS if each.name == name)
    worries = [is_asked(text, model_without(name)) for text in held.person + held.crime]
    wrong = [is_asked(text, model_without(name)) for text in held.phenomenon]
    assert sum(worries) >= fewest * len(worries)
    assert sum(wrong) <= most_wrong * len(wrong)


def test_it_shows_the_words_that_weighed_most_and_may_be_overruled() -> None:
    text = "buurman schiet met luchtbuks op honden"
    worry = suspect_worry(text, model=model_without(""))
    assert worry is not None
    assert not worry.is_acute
    assert worry.kind in {WorryKind.CRIME, WorryKind.CARE}
    assert 1 <= len(worry.excerpts) <= 3
    assert all(text[start:end] == words for (start, end), words in zip(worry.spans, worry.excerpts, strict=True))


def test_a_text_about_nobody_is_never_suspect() -> None:
    assert suspect_worry("bewoners bang voor nog een explosie in de straat", model=model_without("")) is None
    assert suspect_worry("", model=model_without("")) is None


def test_the_same_examples_give_the_same_model() -> None:
    again = fit_worry_model(by_sort(tuple(each for each in SETS if each.name != "fourth")))
    assert (again.classifier.coef_ == model_without("fourth").classifier.coef_).all()
