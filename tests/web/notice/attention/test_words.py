# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does every code of a point have its words?"""

from __future__ import annotations

from houvast.domain.attention import JUDGED, Decision, PointKind, PointState
from houvast.web.notice.attention.words import (
    DECISION_CHOICES,
    DECISION_WORDS,
    POINT_KIND_WORDS,
    STATE_CHOICES,
    STATE_WORDS,
)


def test_every_code_has_words_of_its_own() -> None:
    for codes, words in ((PointState, STATE_WORDS), (Decision, DECISION_WORDS), (PointKind, POINT_KIND_WORDS)):
        assert set(words) == set(codes)
        assert len(set(map(str, words.values()))) == len(words)


def test_what_can_be_chosen() -> None:
    assert set(DECISION_CHOICES) == set(Decision)
    assert set(STATE_CHOICES) == JUDGED | {PointState.INTERPRETING}
