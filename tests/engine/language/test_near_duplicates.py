# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Are near-duplicates found as well as on our own set of pairs, and fast enough for a large conversation?"""

from __future__ import annotations

import time

import pytest
from engine.language.language_data import read_rows
from hypothesis import given
from hypothesis import strategies as st

from houvast.engine.language.near_duplicates import NEAR, build_index, find_near

PAIRS = read_rows("dups")
TEXTS = tuple(row[side] for side in ("a", "b") for row in PAIRS)
INDEX = build_index(TEXTS)


def answer(row: dict[str, str]) -> bool:
    """Whether the second of a pair is found as the same as the first, among all texts."""
    near = find_near(row["a"], index=INDEX, most=len(TEXTS))
    return any(one.is_same for one in near if INDEX.texts[one.index] == row["b"])


def test_precision_and_recall_on_our_own_set() -> None:
    judged = [(row["dup"] == "1", answer(row)) for row in PAIRS if row["kind"] != "heavy"]
    hits = sum(truth and said for truth, said in judged)
    said_same, truly_same = sum(said for _, said in judged), sum(truth for truth, _ in judged)
    assert hits / said_same >= 0.95
    assert hits / truly_same >= 0.80


def test_same_words_other_fact_is_only_alike() -> None:
    hard = [row for row in PAIRS if row["kind"] == "neg_hard"]
    assert [row["a"] for row in hard if answer(row)] == []


def test_the_nearest_first_and_no_more_than_asked() -> None:
    near = find_near("Er wordt te hard gereden in de Dorpsstraat", index=INDEX, most=3)
    assert len(near) == 3
    assert [one.similarity for one in near] == sorted((one.similarity for one in near), reverse=True)
    assert near[0].similarity >= NEAR


@pytest.mark.parametrize("texts", [(), ("",), ("!", "?")])
def test_nothing_to_compare_with(texts: tuple[str, ...]) -> None:
    assert find_near("Meer groen", index=build_index(texts), most=3) == ()


def test_other_scripts_too() -> None:
    index = build_index(("يجب أن يكون هناك المزيد من الأشجار في الساحة", "Meydanda daha fazla yeşillik olmalı"))
    assert [one.index for one in find_near("Meydanda daha çok yeşillik olmalı", index=index, most=1)] == [1]
    assert find_near("المزيد من الأشجار في الساحة", index=index, most=1)[0].index == 0


@given(st.lists(st.text(alphabet="abc ", max_size=20), max_size=6), st.text(alphabet="abc ", max_size=20))
def test_similarity_is_between_the_threshold_and_one(texts: list[str], text: str) -> None:
    near = find_near(text, index=build_index(tuple(texts)), most=3)
    assert all(NEAR <= one.similarity <= 1 for one in near)


def test_two_thousand_statements_are_searched_in_a_blink() -> None:
    texts = tuple(f"{text} nummer {i}" for i in range(30) for text in TEXTS)[:2000]
    index = build_index(texts)
    began = time.perf_counter()
    for text in TEXTS[:20]:
        find_near(text, index=index, most=3)
    assert (time.perf_counter() - began) / 20 < 0.1  # measured 1.5 ms
