# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""On what terms does this municipality notice? The row of the terms, or the defaults where nobody changed them."""

from __future__ import annotations

from houvast.store.models import NoticeTerms


def notice_terms() -> NoticeTerms:
    """The terms in force."""
    return NoticeTerms.objects.order_by("id").first() or NoticeTerms()
