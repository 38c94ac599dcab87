# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How high do the methods of health institutes score each theme and week: Farrington, RKI, CUSUM, GLR?

Expectations and statistics are those of engine/attention/reference; instead of a fixed bound each gives one number a
cell and week that rises with the evidence, so that all can be set to the same budget. Farrington: −ln of the tail with
the plug-in rule, or the standard score of the 2/3 powers (1996); RKI: (y − mean) / (U − mean). Charts are never started
anew, so an alarm that goes on is one point. METHODS: name, weeks of history below which there is no answer, and call.
Used by attention_municipality.py.
"""

from __future__ import annotations

from functools import lru_cache, partial

import numpy as np
from attention_reference_scores import ears, raw_counts
from scipy import stats

from houvast.engine.attention.counting import capped_counts
from houvast.engine.attention.reference import ears as ears_rules
from houvast.engine.attention.reference import seasonal_mean
from houvast.engine.attention.reference.chart import MINIMUM_WEEKS, average_past
from houvast.engine.attention.reference.farrington import (
    FARRINGTON_1996,
    FARRINGTON_FLEXIBLE,
    FLEXIBLE_THREE_YEARS,
    FarringtonDesign,
    expect_counts,
)
from houvast.engine.attention.reference.farrington_judgement import AT_LEAST, count_recent
from houvast.engine.attention.reference.gaussian_cusum import run_rossi_cusum, run_standard_cusum
from houvast.engine.attention.reference.glr import run_negative_binomial_glr, run_poisson_glr
from houvast.engine.attention.reference.judgement import look_back
from houvast.engine.attention.reference.lr_cusum import (
    measure_extra_variance,
    run_negative_binomial_lr_cusum,
    run_poisson_lr_cusum,
    run_two_sd_cusum,
)
from houvast.engine.attention.reference.rki import judge_rki
from houvast.engine.attention.reference.same_weeks import LAST_SIX_WEEKS, SIX_WEEKS_AND_LAST_YEAR, TWO_YEARS

# One year of history: with 26 weeks left out, as with more years, half of the blocks would hold no week at all.
FLEXIBLE_ONE_YEAR = FarringtonDesign(1, 3, 10, 3, outlier_above=2.58, trend_below=0.0)
ONE_YEAR_1996 = FarringtonDesign(1, 3, 1, 3, outlier_above=1.0, trend_below=0.0)
SURELY = 1e-300
LEAST_SPREAD = 1e-6
NEVER = 1e6


def least_mean(mean, design):
    """Half an observation in all the same weeks of earlier years where there was none, so that evidence is finite."""
    return np.maximum(mean, 0.5 / (design.years * (2 * design.half_window + 1)))


def expect(counts, first, design):
    return expect_of_bytes(counts.tobytes(), counts.shape, first, design)


@lru_cache(maxsize=8)
def expect_of_bytes(data, shape, first, design):
    """Farrington's expectation, once for all scores that are made of it."""
    return expect_counts(np.frombuffer(data).reshape(shape), np.arange(first, shape[0]), design=design)


def enough(score, counts, first):
    """Farrington's rule: nothing is said on fewer than five in four weeks."""
    return np.where(count_recent(counts, first=first) >= AT_LEAST, score, 0.0)


def flexible(counts, first, design):
    """−ln P(Y ≥ y), negative binomial, at the expectation of the flexible method."""
    expected = expect(counts, first, design)
    mean, over = least_mean(expected.mean, design), np.maximum(expected.dispersion - 1, LEAST_SPREAD)
    tail = stats.nbinom.sf(counts[first:] - 1, mean / over, 1 / (1 + over))
    return enough(-np.log(np.maximum(tail, SURELY)), counts, first)


def delta(counts, first, design):
    """The z at which the bound of 1996 equals the count."""
    expected = expect(counts, first, design)
    mean = least_mean(expected.mean, design)
    spread = np.sqrt(4 / 9 * np.cbrt(mean) * (expected.dispersion + mean * expected.link_se**2))
    return enough((np.cbrt(counts[first:]) ** 2 - np.cbrt(mean) ** 2) / spread, counts, first)


def rki(counts, first, reference):
    """How far above the mean, as a part of the distance from mean to bound."""
    mean = look_back(counts, np.arange(first, len(counts)), offsets=reference.offsets).mean(axis=1)
    return (counts[first:] - mean) / (judge_rki(counts, first=first, reference=reference).bound - mean)


def bayes(counts, first, reference):
    """−ln P(Y ≥ y) after the weeks of reference, Jeffreys' prior."""
    past = look_back(counts, np.arange(first, len(counts)), offsets=reference.offsets)
    n = past.shape[1]
    tail = stats.nbinom.sf(counts[first:] - 1, past.sum(axis=1) + 0.5, n / (n + 1))
    return -np.log(np.maximum(tail, SURELY))


def c3(counts, first):
    """The sum over three weeks of what C2 has above one."""
    above = np.maximum(ears(counts, first - 2, ears_rules.GAP) - 1, 0)
    return above[2:] + above[1:-1] + above[:-2]


def chart(run):
    """The statistic of a chart of the weeks from `first` on, run(past, now), that learned from those before."""
    return lambda counts, first: run(counts[:first], counts[first:]).statistic


def poisson_cusum(past, now):
    return run_poisson_lr_cusum(now, average_past(past), limit=NEVER)


def negative_binomial_cusum(past, now):
    extra = measure_extra_variance(past)
    return run_negative_binomial_lr_cusum(now, average_past(past), extra=extra, limit=NEVER)


def negative_binomial_glr(past, now):
    extra = measure_extra_variance(past)
    return run_negative_binomial_glr(now, average_past(past), extra=extra, limit=NEVER, longest=len(now))


def standard_cusum(past, now):
    return run_standard_cusum(now, average_past(past))


def rossi_cusum(past, now):
    return run_rossi_cusum(now, average_past(past))


def cusum_on_season(past, now):
    expected = seasonal_mean.expect_season(past, ahead=len(now))
    return run_two_sd_cusum(now, expected.mean, dispersion=expected.dispersion, limit=NEVER)


def glr_on_season(past, now):
    mean = seasonal_mean.expect_season(past, ahead=len(now)).mean
    return run_poisson_glr(now, mean, limit=NEVER, longest=len(now))


def cusum_on_farrington(counts, first, design):
    expected = expect(counts, first, design)
    mean = least_mean(expected.mean, design)
    return run_two_sd_cusum(counts[first:], mean, dispersion=expected.dispersion, limit=NEVER).statistic


def by_cell(score, table, first, count=raw_counts):
    """(J, A, H) of a score of series (W, S), every cell by itself."""
    counts = count(table).astype(float)
    return score(counts.reshape(len(counts), -1), first).reshape(-1, *counts.shape[1:])


def by_city(score, table, first, count=raw_counts):
    """(J, A, H) of a score of series (W, S), every theme of the whole city by itself; it counts for all areas."""
    counts = count(table).astype(float)
    said = score(counts.sum(axis=1), first)
    return np.broadcast_to(said[:, None], (len(said), *counts.shape[1:]))


def farrington_rows(years, of_flexible, of_1996):
    """The rows of a design with this many years, of cells and of the city."""
    rows = {
        f"Farrington flexible, b = {years}": (of_flexible, flexible),
        f"LR-CUSUM on Farrington flexible, b = {years}": (of_flexible, cusum_on_farrington),
    } | ({f"Farrington 1996, b = {years}": (of_1996, delta)} if of_1996 else {})
    for name, (design, score) in rows.items():
        call = partial(score, design=design)
        for place, by in (("", by_cell), (", city × theme", by_city)):
            yield f"{name}{place}", design.minimum_weeks, partial(by, call)
            yield f"{name}{place}, two a reporter", design.minimum_weeks, partial(by, call, count=capped_counts)


def chart_rows(charts, least):
    """The rows of charts, with plain counts and with two a reporter."""
    for name, run in charts.items():
        yield name, least, partial(by_cell, chart(run))
        yield f"{name}, two a reporter", least, partial(by_cell, chart(run), count=capped_counts)


CHARTS = {
    "LR-CUSUM Poisson": poisson_cusum,
    "LR-CUSUM negative binomial": negative_binomial_cusum,
    "GLR negative binomial": negative_binomial_glr,
    "Gaussian CUSUM": standard_cusum,
    "Gaussian CUSUM, Rossi": rossi_cusum,
}
CHARTS_ON_SEASON = {"LR-CUSUM on trend and season": cusum_on_season, "GLR on trend and season": glr_on_season}
METHODS = (
    ("RKI 1 (six weeks)", LAST_SIX_WEEKS.minimum_weeks, partial(by_cell, partial(rki, reference=LAST_SIX_WEEKS))),
    ("EARS C3", ears_rules.BASELINE + 2 * ears_rules.GAP, lambda table, first: c3(raw_counts(table), first)),
    *chart_rows(CHARTS, MINIMUM_WEEKS),
    *farrington_rows(1, FLEXIBLE_ONE_YEAR, ONE_YEAR_1996),
    *(
        (f"{name} ({said})", reference.minimum_weeks, partial(by_cell, partial(score, reference=reference)))
        for said, reference in (("six weeks, last year", SIX_WEEKS_AND_LAST_YEAR), ("two years", TWO_YEARS))
        for name, score in (("RKI", rki), ("Bayes", bayes))
    ),
    *chart_rows(CHARTS_ON_SEASON, seasonal_mean.MINIMUM_WEEKS),
    *farrington_rows(3, FLEXIBLE_THREE_YEARS, None),
    *farrington_rows(5, FARRINGTON_FLEXIBLE, FARRINGTON_1996),
)
