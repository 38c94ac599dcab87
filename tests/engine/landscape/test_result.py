# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from houvast.domain.errors import OptionRejected
from houvast.domain.estimate import Estimate
from houvast.engine.landscape.result import Estimates, LandscapeSettings


def test_an_estimate_is_read_from_its_place_and_what_is_unknown_is_none() -> None:
    value = np.array([[0.5, np.nan], [0.7, 0.1]])
    some = Estimates(value, value - 0.1, value + 0.2, np.array([[10, 0], [30, 40]]), 0.9)
    assert some.at(1, 0) == Estimate(0.7, 0.7 - 0.1, 0.7 + 0.2, 0.9, 30)
    assert some.at(0, 1) is None
    assert type(some.at(1, 1).value) is float  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "slip",
    [{"k": 0}, {"k": 2.5}, {"k": float("nan")}, {"k": "10"}, {"k": True}, {"seed": -1}, {"groups": 1}, {"groups": 99},
     {"dimensions": 5}, {"level": 1.0}, {"level": float("nan")}],
)  # fmt: skip
def test_no_slip_in_the_settings_switches_privacy_off(slip: dict[str, Any]) -> None:
    with pytest.raises(OptionRejected, match="give a"):
        LandscapeSettings(**slip)
