# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which area or source went silent for longer than chance explains?

    P(0 in n weeks) = (1/φ)^(n m / (φ − 1)),    m expected a week before the silence, φ dispersion of the area's total

Asked of areas and of sources, never of cells. Whoever stopped still counts in m here: that is the very question. Weeks
in which nobody went (effort 0) do not count as silence. Over all areas and sources together about one such silence in
eight weeks would be chance (0.12 / number asked, at most .01 each). It is a reason to ask the source, no social alarm.
"""

from __future__ import annotations

import math

import numpy as np

from houvast.engine.attention.exposure import exposure_whoever_is_there
from houvast.engine.attention.observations import Floats, Ints, ObservationTable
from houvast.engine.attention.points import SilentArea

SILENCE_LEVEL = 0.01
SHARED_LEVEL = 0.12
DISCOUNT = 0.97
PRIOR_WEEKS = 3.0
PRIOR_DISPERSION = 1.4
PRIOR_TOTAL = 20.0
LEAST_EXPOSURE = 1e-3


def find_silence(table: ObservationTable) -> tuple[SilentArea, ...]:
    """Silent areas, then silent sources, the least likely silence first."""
    weeks, areas, _ = table.shape
    if not table.n_observations:
        return ()
    sources = np.unique(table.source)
    level = min(SILENCE_LEVEL, SHARED_LEVEL / max(areas + len(sources), 1))
    exposure = exposure_whoever_is_there(table)
    calendar = _overall_calendar(table, exposure.by_theme)
    by_area = _weekly(table.week, table.area, weeks, areas)
    by_source = _weekly(table.week, np.searchsorted(sources, table.source), weeks, len(sources))
    everywhere = np.repeat((exposure.by_area.mean(axis=1) * calendar)[:, None], len(sources), axis=1)
    found = [SilentArea(a, None, *said) for a, said in _silences(by_area, exposure.by_area * calendar[:, None])]
    found += [SilentArea(None, int(sources[s]), *said) for s, said in _silences(by_source, everywhere)]
    silent = [s for s in found if s.probability < level]
    return tuple(sorted(silent, key=lambda s: (s.area is None, s.probability)))


def _weekly(week: Ints, code: Ints, weeks: int, codes: int) -> Floats:
    return np.bincount(week * codes + code, minlength=weeks * codes).reshape(weeks, codes).astype(np.float64)


def _overall_calendar(table: ObservationTable, by_theme: Floats) -> Floats:
    share = np.bincount(table.theme, minlength=len(table.themes)) + 1.0
    calendar: Floats = by_theme @ (share / share.sum())
    return calendar


def _silences(counts: Floats, exposure: Floats) -> list[tuple[int, tuple[int, float, float]]]:
    """(column, (weeks silent, expected, probability)) of the columns of (W, C) that end in zeros after some counts."""
    phi = _dispersion(counts, exposure)
    found = []
    for c in np.flatnonzero((counts.sum(axis=0) > 0) & (counts[-1] == 0)):
        last = int(np.flatnonzero(counts[:, c])[-1])
        rate = _rate_before(counts[: last + 1, c], exposure[: last + 1, c])
        expected = rate * float(exposure[last + 1 :, c].sum())
        log_chance = -expected * math.log(phi) / (phi - 1)
        found.append((int(c), (len(counts) - 1 - last, expected, math.exp(log_chance))))
    return found


def _rate_before(counts: Floats, exposure: Floats) -> float:
    """Discounted rate a week up to the last observation; three weeks of doubt pull it down."""
    weight = DISCOUNT ** np.arange(len(counts))[::-1]
    return float((weight @ counts) / (weight @ exposure + PRIOR_WEEKS))


def _dispersion(counts: Floats, exposure: Floats) -> float:
    """Pooled φ of weekly totals around each column's mean, with degrees of freedom; never (nearly) 1."""
    rate = counts.sum(axis=0) / np.maximum(exposure.sum(axis=0), LEAST_EXPOSURE)
    usual = exposure * rate
    squares = float(np.sum((counts - usual) ** 2) + PRIOR_DISPERSION * PRIOR_TOTAL)
    sizes = float(usual.sum() * (1 - 1 / max(len(counts), 2)) + PRIOR_TOTAL)
    return max(squares / sizes, 1.01)
