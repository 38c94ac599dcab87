# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""An invented municipality in the store: quiet weeks of signals, and a rise where a test wants one."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import date

import numpy as np

from houvast.domain.area import AreaKind
from houvast.domain.observation import ObservationKind, SourceKind
from houvast.domain.week import WEEK, monday_of
from houvast.store.models import Area, Observation, Theme

NAMES = ("Havenkwartier", "Duinbuurt", "Molenwijk", "Kerkbuurt", "Stationswijk", "De Geest")
THEMES = ("youth", "housing", "traffic")
SOURCES = (SourceKind.YOUTH_WORK, SourceKind.SCHOOL, SourceKind.RESIDENT)
LAST = date(2026, 11, 23)


def places() -> tuple[list[Area], list[Theme]]:
    """Six neighbourhoods in a row, each touching the next, and three themes."""
    codes = [f"BU0000010{at + 1}" for at in range(len(NAMES))]
    areas = [
        Area.objects.get_or_create(
            code=code,
            defaults={
                "name": NAMES[at],
                "kind": AreaKind.NEIGHBOURHOOD,
                "neighbours": [codes[near] for near in (at - 1, at + 1) if 0 <= near < len(codes)],
            },
        )[0]
        for at, code in enumerate(codes)
    ]
    return areas, [Theme.objects.get_or_create(code=code, defaults={"name": code})[0] for code in THEMES]


def note_quiet_weeks(*, weeks: int = 40, last: date = LAST, a_week: float = 0.5, seed: int = 1) -> None:
    """So many signals a week in each area and theme on average, of six reporters an area."""
    areas, themes = places()
    rng = np.random.default_rng(seed)
    counts = rng.poisson(a_week, (weeks, len(areas), len(themes)))
    rows = [
        observation(areas[a], themes[h], monday_of(last) - (weeks - 1 - w) * WEEK, f"{a}-{rng.integers(6)}")
        for w, a, h in np.argwhere(counts)
        for _ in range(counts[w, a, h])
    ]
    Observation.objects.bulk_create(rows)


def note_rise(
    *, area: int = 0, theme: int = 0, week: date = LAST, number: int = 9, reporters: Iterable[str] = "abcde"
) -> None:
    """So many signals in one cell in one week, by these reporters in turn."""
    areas, themes = places()
    names = list(reporters)
    Observation.objects.bulk_create(
        observation(areas[area], themes[theme], monday_of(week), names[at % len(names)]) for at in range(number)
    )


def observation(area: Area | None, theme: Theme | None, week: date, reporter: str, **fields: object) -> Observation:
    """A signal, not yet in the store."""
    values: dict[str, object] = {
        "note_key": uuid.uuid4(),
        "week": week,
        "entered_week": week,
        "area": area,
        "theme": theme,
        "kind": ObservationKind.TENSION,
        "source_kind": SOURCES[sum(map(ord, reporter)) % len(SOURCES)],
        "seen": "Op het plein wordt gescholden.",
        "reporter_key": reporter * 8,
    }
    return Observation(**{**values, **fields})
