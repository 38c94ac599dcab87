# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is what is expected right on average, never from the future, and robust to what was confirmed?"""

from __future__ import annotations

import numpy as np
import pytest

from houvast.engine.attention.baseline import expect
from houvast.engine.attention.exposure import Exposure

SHAPE = (120, 6, 4)


def plain(n_weeks: int = SHAPE[0]) -> Exposure:
    return Exposure(np.ones((n_weeks, SHAPE[1])), np.ones((n_weeks, SHAPE[2])))


def counts(phi: float = 1.3, seed: int = 1) -> np.ndarray:
    rng = np.random.default_rng(seed)
    rate = np.exp(rng.normal(0, 0.5, SHAPE[1:]))
    return rng.poisson(rng.gamma(np.broadcast_to(rate, SHAPE) / (phi - 1), phi - 1)).astype(np.int16)


def test_what_is_expected_comes_on_average_and_the_dispersion_is_found() -> None:
    for phi in (1.1, 1.6):
        found = [expect(counts(phi, seed), plain()) for seed in range(8)]
        ratio = np.mean([counts(phi, s)[20:].sum() / b.mean[20:].sum() for s, b in enumerate(found)])
        assert ratio == pytest.approx(1, abs=0.03)
        assert np.mean([b.phi[-1] for b in found]) == pytest.approx(phi, abs=0.08)


def test_with_little_history_the_dispersion_is_not_too_high() -> None:
    phis = [expect(counts(1.3, seed)[:14], plain(14)).phi[-1].mean() for seed in range(40)]
    assert np.mean(phis) == pytest.approx(1.3, abs=0.08)


def test_a_week_and_the_two_before_it_do_not_change_what_is_expected_of_it() -> None:
    usual, changed = counts(), counts()
    changed[60:] += 5
    np.testing.assert_array_equal(expect(usual, plain()).mean[:63], expect(changed, plain()).mean[:63])
    assert (expect(changed, plain()).mean[63] > expect(usual, plain()).mean[63]).all()


def test_confirmed_cells_do_not_count_in_what_is_usual() -> None:
    risen, without = counts(), counts()
    risen[60:64, 2, 1] = 30
    without[60:64, 2, 1] = -1
    usual = expect(counts(), plain())
    assert expect(risen, plain()).mean[70, 2, 1] > 2 * usual.mean[70, 2, 1]
    assert expect(without, plain()).mean[70, 2, 1] == pytest.approx(usual.mean[70, 2, 1], rel=0.25)


def test_a_known_event_is_expected_and_does_not_raise_what_is_usual() -> None:
    rng = np.random.default_rng(3)
    calendar = np.ones((SHAPE[0], SHAPE[2]))
    calendar[[20, 72], 0] = 4.0
    noted = rng.poisson(2.0 * calendar[:, None, :] * np.ones(SHAPE)).astype(np.int16)
    told = expect(noted, Exposure(np.ones(SHAPE[:2]), calendar))
    assert told.mean[72, :, 0].mean() == pytest.approx(8, rel=0.15)
    assert told.mean[76, :, 0].mean() == pytest.approx(2, rel=0.15)
    assert expect(noted, plain()).mean[76, :, 0].mean() > told.mean[76, :, 0].mean()


def test_the_posterior_is_that_of_the_week_after_the_last() -> None:
    found = expect(counts(), plain())
    again = expect(np.concatenate((counts(), np.zeros((1, *SHAPE[1:]), np.int16))), plain(SHAPE[0] + 1))
    np.testing.assert_allclose(found.shape / found.rate_weeks, again.mean[-1])


def test_inputs_stay_as_they_were() -> None:
    before = counts()
    expect(before, plain())
    np.testing.assert_array_equal(before, counts())
