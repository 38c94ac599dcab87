# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does a reading come back in the parts in which it was written?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from houvast.queries.gather.readings import ReadingPart, draft_of, headings, join_reading, read_reading

WORDS = st.lists(st.sampled_from(["groen", "plein", "auto's", "wij weten het niet"]), min_size=1, max_size=4)
TEXT = st.lists(WORDS.map(" ".join), min_size=1, max_size=3).map("\n\n".join)


@given(TEXT, TEXT, TEXT, TEXT | st.just(""), st.sampled_from(["nl", "en", "ar"]))
def test_every_part_comes_back(binds: str, divides: str, unknown: str, further: str, language: str) -> None:
    text = join_reading(binds=binds, divides=divides, unknown=unknown, further=further, language=language)
    assert draft_of(text) == {"binds": binds, "divides": divides, "unknown": unknown, "further": further}


def test_a_plain_text_is_one_part_without_a_heading() -> None:
    assert read_reading("Eerst dit.\n\nDan dat.") == (ReadingPart("", ("Eerst dit.", "Dan dat.")),)
    assert draft_of("Eerst dit.\n\nDan dat.")["further"] == "Eerst dit.\n\nDan dat."


@pytest.mark.parametrize(("language", "first"), [("nl", "Wat bindt"), ("en", "What binds"), ("tr", "What binds")])
def test_headings_are_in_the_language_of_the_conversation(language: str, first: str) -> None:
    assert headings(language)[0] == first


def test_nothing_is_nothing() -> None:
    assert read_reading("") == ()
