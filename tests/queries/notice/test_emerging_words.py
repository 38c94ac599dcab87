# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Are new words found with their marks, and never those of too few reporters?"""

from __future__ import annotations

import pytest
from noted_years import LAST, observation, places

from houvast.domain.week import WEEK
from houvast.queries.notice.emerging_words import emerging_reasons
from houvast.store.models import Observation

pytestmark = pytest.mark.django_db


def note_texts(*, reporters: int) -> None:
    areas, themes = places()
    old = [
        observation(areas[week % 6], themes[0], LAST - week * WEEK, f"{week}{n}", seen="Er is lawaai bij het plein.")
        for week in range(3, 30)
        for n in range(3)
    ]
    new = [
        observation(
            areas[0], themes[0], LAST - (n % 3) * WEEK, f"n{n % reporters}", seen="Er is zwaar vuurwerk gehoord."
        )
        for n in range(12)
    ]
    Observation.objects.bulk_create([*old, *new])


def test_a_new_word_of_many_reporters_is_found() -> None:
    note_texts(reporters=6)
    found = emerging_reasons(week=LAST)
    assert any("vuurwerk" in one.evidence["words"] for one in found)
    assert {one.mark.partition(":")[0] for one in found} == {"emerging"}
    assert all("vuurwerk" not in one.mark for one in found)


def test_a_new_word_of_two_reporters_is_not_shown() -> None:
    note_texts(reporters=2)
    assert all("vuurwerk" not in one.evidence["words"] for one in emerging_reasons(week=LAST))


def test_removed_texts_are_not_read() -> None:
    note_texts(reporters=6)
    Observation.objects.update(seen="", text_removed_at=LAST)
    assert emerging_reasons(week=LAST) == ()
