# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is the language of short texts right, and unknown rather than wrong?"""

from __future__ import annotations

import pytest
from engine.language.language_data import read_rows
from engine.language.theme_data import TEXTS

from houvast.engine.language.language_identification import identify_language

HERE = ("nl", "en", "tr", "ar", "pl")
MORE = (*HERE, "de", "fr", "es", "uk", "so", "fa")


@pytest.mark.parametrize("candidates", [HERE, MORE])
def test_our_own_set(candidates: tuple[str, ...]) -> None:
    rows = [(identify_language(row["text"], candidates=candidates), row["lang"]) for row in read_rows("langid")]
    assert sum(said == truth for said, truth in rows) / len(rows) >= 0.95
    assert [(said, truth) for said, truth in rows if said not in {truth, None}] == []


def test_signals_are_dutch() -> None:
    said = [identify_language(text, candidates=MORE) for text in TEXTS]
    assert said.count("nl") >= 0.95 * len(TEXTS)


@pytest.mark.parametrize("text", ["", "ok", "06-12345678", "!?", "haha", "123"])
def test_unknown(text: str) -> None:
    assert identify_language(text, candidates=MORE) is None


def test_the_order_of_the_candidates_does_not_matter() -> None:
    texts = [row["text"] for row in read_rows("langid")]
    assert [identify_language(text, candidates=MORE) for text in texts] == [
        identify_language(text, candidates=tuple(reversed(MORE))) for text in texts
    ]


@pytest.mark.parametrize("candidates", [(), ("nl",), ("nl", "xx")])
def test_candidates_that_cannot_be(candidates: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="two or more languages"):
        identify_language("Er hangen jongeren", candidates=candidates)
