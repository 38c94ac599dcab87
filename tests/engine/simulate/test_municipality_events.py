# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Do events lift the themes and weeks they are about, as often as they should?"""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from houvast.engine.simulate.municipality_events import Event, draw_events


def test_an_event_lifts_its_weeks_and_themes_only() -> None:
    multiplier = np.ones((10, 3))
    Event((0, 2), 8, 11, 1.8, is_known=True).apply(multiplier)
    assert multiplier[8:, [0, 2]].tolist() == [[1.8, 1.8]] * 2
    assert (multiplier.sum(), multiplier[:8].sum()) == (pytest.approx(30 + 4 * 0.8), 24.0)


def test_new_year_comes_every_year_and_is_known() -> None:
    events = draw_events(260, 8, rng=np.random.default_rng(1))
    new_years = [e for e in events if e.factor == 4.0]
    assert len(new_years) == 5
    assert {b.first_week - a.first_week for a, b in pairwise(new_years)} == {52}
    assert all(e.is_known and len(e.themes) == 2 and e.first_week == e.last_week for e in new_years)


def test_two_campaigns_a_year_half_of_them_known() -> None:
    drawn = [e for s in range(200) for e in draw_events(52, 8, rng=np.random.default_rng(s)) if e.factor == 1.8]
    assert len(drawn) / 200 == pytest.approx(2, rel=0.15)
    assert np.mean([e.is_known for e in drawn]) == pytest.approx(0.5, abs=0.08)
    assert all(e.last_week - e.first_week == 3 for e in drawn)
