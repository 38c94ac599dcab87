# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does every text of the table pass the gate, with its line breaks?"""

from __future__ import annotations

import pytest

from houvast.actions.notice.kept_text import keep_text
from houvast.domain.errors import FieldRejected

pytestmark = pytest.mark.django_db


def test_lines_stay_and_persons_do_not() -> None:
    assert keep_text("reason", "Eerst dit.\nDan dat.", most=100, not_a_person=False) == "Eerst dit.\nDan dat."
    assert keep_text("dissent", " ", most=100, not_a_person=False, optional=True) == ""
    with pytest.raises(FieldRejected):
        keep_text("reason", "Bel 06-12345678.", most=100, not_a_person=True)
