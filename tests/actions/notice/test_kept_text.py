# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does every text of the table pass the gate, with its line breaks?"""

from __future__ import annotations

import pytest

from houvast.actions.notice.kept_text import keep_text
from houvast.actions.notice.observation_gate import RightDoor
from houvast.domain.errors import FieldRejected

pytestmark = pytest.mark.django_db


def test_lines_stay_and_persons_do_not() -> None:
    assert keep_text("reason", "Eerst dit.\nDan dat.", most=100, confirmed=frozenset()) == "Eerst dit.\nDan dat."
    assert keep_text("dissent", " ", most=100, confirmed=frozenset(), optional=True) == ""
    with pytest.raises(FieldRejected):
        keep_text("reason", "Bel 06-12345678.", most=100, confirmed=frozenset({"not_a_person"}))


@pytest.mark.parametrize("confirmed", [frozenset(), frozenset({"what_happens"})])
def test_a_worry_about_one_person_belongs_at_the_right_door_also_here(confirmed: frozenset[str]) -> None:
    with pytest.raises(RightDoor):
        keep_text("remark", "Mijn buurman slaat zijn vrouw.", most=100, confirmed=confirmed, optional=True)
