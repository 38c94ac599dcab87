# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does R's surveillance package say about 56 invented series? Its answers and the settings behind them."""

from __future__ import annotations

import csv
import gzip
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from houvast.engine.attention.reference.farrington import (
    FARRINGTON_1996,
    FARRINGTON_FLEXIBLE,
    Dispersion,
    FarringtonDesign,
    measure_dispersion,
    measure_dispersion_as_r,
)
from houvast.engine.attention.reference.farrington_judgement import Rule
from houvast.engine.attention.reference.threshold_rules import bound_by_delta, bound_by_plug_in, bound_by_upper_mean

FOLDER = Path(__file__).parents[1] / "engine" / "attention" / "reference" / "data"
FIRST_JUDGED = 575
EARS_STARTS = 399
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class FarringtonAnswer:
    """A file of answers and the settings it was made with. at_least 0: never held back for few reports."""

    file: str
    design: FarringtonDesign
    rule: Rule
    alpha: float
    at_least: int
    dispersion_of: Dispersion = measure_dispersion_as_r


NEVER = float("inf")
FARRINGTON_ANSWERS = (
    FarringtonAnswer("ff_sim56_orig", FARRINGTON_1996, bound_by_delta, 0.005, 0),
    FarringtonAnswer("ff_sim56_nouf", FARRINGTON_FLEXIBLE, bound_by_delta, 0.005, 0),
    FarringtonAnswer("ff_sim56_nbplugin", FARRINGTON_FLEXIBLE, bound_by_plug_in, 0.005, 0),
    FarringtonAnswer("ff_sim56_muan", FARRINGTON_FLEXIBLE, bound_by_upper_mean, 0.005, 0),
    FarringtonAnswer("ff_sim56_short2y", FarringtonDesign(2, 3, 10, 8, 2.58, 0.05), bound_by_plug_in, 0.01, 5),
    FarringtonAnswer(
        "ff_sim56_notrend", FarringtonDesign(3, 3, 1, 3, NEVER, 0), bound_by_delta, 0.01, 5, measure_dispersion
    ),
)


def read_counts() -> NDArray[np.int64]:
    """The 624 weeks of 56 series."""
    rows = _read("input_sim56")
    return np.array([[int(value) for value in row.values()] for row in rows])


def read_farrington(name: str) -> dict[str, Floats]:
    """Each column of a file as (49 weeks, 56 series)."""
    rows = _read(name)
    return {column: _column(rows, column).reshape(56, 49).T for column in rows[0]}


def read_ears(*, method: str, baseline: str, minimum_sd: str) -> dict[str, Floats]:
    """Columns (weeks, 7 series) of one setting, from its first judged week on."""
    wanted = {"method": method, "baseline": baseline, "minSigma": minimum_sd}
    return _in_columns(_read("ears_sim7"), wanted, series=7)


def read_chart(*, method: str, limit: str) -> dict[str, Floats]:
    """Columns (48 weeks, 14 series) of one method; limit "NA" where it has none."""
    return _in_columns(_read("glr_cusum_bayes_rki_sim14"), {"method": method, "c": limit}, series=14)


def _in_columns(rows: list[dict[str, str]], wanted: dict[str, str], *, series: int) -> dict[str, Floats]:
    chosen = [row for row in rows if all(row[key] == value for key, value in wanted.items())]
    columns = [column for column in rows[0] if column not in wanted]
    return {column: _column(chosen, column).reshape(series, -1).T for column in columns}


def _column(rows: list[dict[str, str]], name: str) -> Floats:
    return np.array([float("nan") if row[name] in ("NA", "NaN") else float(row[name]) for row in rows])


def _read(name: str) -> list[dict[str, str]]:
    with gzip.open(FOLDER / f"{name}.csv.gz", "rt", encoding="utf-8") as file:
        return list(csv.DictReader(file))
