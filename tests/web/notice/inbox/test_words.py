# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Has every part of a message its words?"""

from __future__ import annotations

from houvast.domain.inbox import MessageKind, SenderKind
from houvast.web.notice.inbox.words import KIND_WORDS, SENDER_WORDS


def test_every_value_has_words() -> None:
    assert set(KIND_WORDS) == set(MessageKind)
    assert set(SENDER_WORDS) == set(SenderKind)
