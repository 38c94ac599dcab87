# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Has every part of a round its words?"""

from __future__ import annotations

from houvast.domain.street_talk import PartOfDay, RoundState
from houvast.web.notice.streets.words import PART_WORDS, STATE_WORDS


def test_every_value_has_words() -> None:
    assert set(PART_WORDS) == set(PartOfDay)
    assert set(STATE_WORDS) == set(RoundState)
