# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Are the terms in force those that were chosen?"""

from __future__ import annotations

import pytest

from houvast.queries.notice.terms import notice_terms
from houvast.store.models import NoticeTerms


@pytest.mark.django_db
def test_without_a_row_the_defaults_hold() -> None:
    assert (notice_terms().k, notice_terms().text_weeks, notice_terms().pk) == (10, 26, None)


@pytest.mark.django_db
def test_the_row_holds() -> None:
    NoticeTerms.objects.create(k=12)
    assert notice_terms().k == 12
