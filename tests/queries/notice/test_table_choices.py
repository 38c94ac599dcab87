# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is what was chosen the colleague or occasion with that number?"""

from __future__ import annotations

import cast
import pytest
from noticed_things import a_trigger

from houvast.queries.notice.table_choices import chosen_colleague, chosen_occasion

pytestmark = pytest.mark.django_db


def test_numbers_and_nothing() -> None:
    member, occasion = cast.staff(), a_trigger()
    assert chosen_colleague(str(member.pk)) == member
    assert chosen_occasion(str(occasion.pk)) == occasion
    assert (chosen_colleague(""), chosen_occasion(""), chosen_colleague("999")) == (None, None, None)
