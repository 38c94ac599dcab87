# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Are the invented sentences there, by sort, each once, and without personal data?"""

from __future__ import annotations

from houvast.engine.language.person_data import find_person_data
from houvast.exchange.door_examples import by_sort, read_door_examples

SETS = read_door_examples()


def test_four_sets_half_and_half() -> None:
    sizes = [(len(each.person) + len(each.crime), len(each.phenomenon)) for each in SETS[:4]]
    assert sizes == [(50, 60), (40, 40), (40, 40), (30, 30)]


def test_every_sentence_is_there_once_and_of_one_sort() -> None:
    texts = [text for sentences in by_sort(SETS).values() for text in sentences]
    assert len(texts) == len(set(texts))


def test_nobody_is_named_in_them() -> None:
    certain = [text for sentences in by_sort(SETS).values() for text in sentences
               if any(found.is_certain for found in find_person_data(text, language="nl"))]  # fmt: skip
    assert certain == []
