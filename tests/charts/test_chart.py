# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""A chart cannot be changed after it was drawn."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from houvast.charts.chart import Chart, Table


def test_a_chart_is_frozen() -> None:
    chart = Chart("title", "sentence", "<svg/>", Table(("a",), ()))
    with pytest.raises(FrozenInstanceError):
        chart.title = "other"  # type: ignore[misc]
