# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from houvast.queries.gather.translation_work import TEXT_FIELDS, TextPair
from houvast.web.gather.prepare.translation_words import LABELS, label_of


def test_every_text_has_a_label_and_a_statement_its_number() -> None:
    assert set(LABELS) == set(TEXT_FIELDS)
    assert "7" in str(label_of(TextPair("statement-7", 7, "x", "")))
