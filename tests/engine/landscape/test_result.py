# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import numpy as np

from houvast.domain.estimate import Estimate
from houvast.engine.landscape.result import Estimates


def test_an_estimate_is_read_from_its_place_and_what_is_unknown_is_none() -> None:
    value = np.array([[0.5, np.nan], [0.7, 0.1]])
    some = Estimates(value, value - 0.1, value + 0.2, np.array([[10, 0], [30, 40]]), 0.9)
    assert some.at(1, 0) == Estimate(0.7, 0.7 - 0.1, 0.7 + 0.2, 0.9, 30)
    assert some.at(0, 1) is None
    assert type(some.at(1, 1).value) is float  # type: ignore[union-attr]
