# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Has every kind of occasion its words?"""

from __future__ import annotations

from houvast.domain.trigger import TriggerKind
from houvast.web.notice.triggers.words import KIND_WORDS


def test_every_kind_has_words() -> None:
    assert set(KIND_WORDS) == set(TriggerKind)
