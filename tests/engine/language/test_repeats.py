# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Are repeats told from texts that only look alike, in a file and against an index?"""

from __future__ import annotations

from engine.language.language_data import read_rows
from engine.language.theme_data import TinyModel
from hypothesis import given
from hypothesis import strategies as st

from houvast.engine.language.repeats import CHUNK, Sameness, find_alike, find_repeats, index_texts

PAIRS = read_rows("dups")
FIRST, SECOND = [row["a"] for row in PAIRS], [row["b"] for row in PAIRS]


def test_our_own_pairs_in_one_file() -> None:
    found = {one.later: one for one in find_repeats(FIRST + SECOND)}
    same = {
        at
        for at in range(len(PAIRS))
        if (one := found.get(len(PAIRS) + at)) and one.earlier == at and one.sameness is Sameness.SAME
    }
    wanted = {at for at, row in enumerate(PAIRS) if row["dup"] == "1" and row["kind"] != "heavy"}
    assert len(same & wanted) >= 0.9 * len(wanted)
    assert same - wanted == set()


def test_another_fact_only_looks_like_it() -> None:
    (one,) = find_repeats(("Lantaarnpaal kapot in de Kerkstraat", "Lantaarnpaal kapot in de Molenstraat"))
    assert (one.later, one.earlier, one.sameness) == (1, 0, Sameness.LOOKS_LIKE)


def test_the_one_that_says_the_same_goes_before_a_nearer_one() -> None:
    texts = (
        "Er is geen wachtlijst voor een huurwoning in de stad",
        "De wachtlijst voor huurwoningen in de stad, weer langer",
        "Er is wachtlijst voor een huurwoning in de stad",
    )
    assert [(one.later, one.earlier) for one in find_repeats(texts) if one.sameness is Sameness.SAME] in ([(2, 1)], [])


def test_over_the_edge_of_a_chunk() -> None:
    others = [f"{a} {b} gaat over zaak {a}{b}" for a, b in zip(_words(CHUNK), reversed(_words(CHUNK)), strict=True)]
    text = "De bus rijdt al weken niet meer door de wijk"
    found = [one for one in find_repeats([text, *others, text]) if one.later == CHUNK + 1]
    assert [(one.earlier, one.sameness) for one in found] == [(0, Sameness.SAME)]


def _words(n: int) -> list[str]:
    return ["".join(chr(97 + (i * 7 + j * j * 11 + i * j) % 26) for j in range(7)) for i in range(n)]


def test_an_index_lists_the_same_first() -> None:
    index = index_texts(FIRST)
    for at, row in enumerate(PAIRS):
        found = find_alike(row["b"], index=index)
        assert len(found) <= 5
        kinds = [one.sameness for one in found]
        assert kinds == sorted(kinds, key=lambda kind: kind is not Sameness.SAME)
        if row["kind"] == "typo":
            assert (found[0].index, found[0].sameness) == (at, Sameness.SAME)


def test_a_model_of_meaning_only_adds_what_looks_like_it() -> None:
    texts = ("pubers hangen rond", "geen dak boven het hoofd")
    found = find_alike("veel tieners hier", index=index_texts(texts, embedder=TinyModel()))
    assert [(one.index, one.sameness) for one in found] == [(0, Sameness.LOOKS_LIKE)]
    assert find_alike("veel tieners hier", index=index_texts(texts)) == ()
    assert find_alike("tieners", index=index_texts((), embedder=TinyModel())) == ()


@given(st.lists(st.text(alphabet="abc ", max_size=12), max_size=8))
def test_a_repeat_comes_after_what_it_repeats(texts: list[str]) -> None:
    assert all(one.earlier < one.later < len(texts) for one in find_repeats(texts))
