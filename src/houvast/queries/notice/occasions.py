# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which known occasions fall in which weeks, and how many times the usual number did such an occasion bring?

A multiplier is learned from points that people explained by an occasion. One that has none of its own gets that of its
kind, drawn towards 1; where nothing was learned of the kind nothing is assumed.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from houvast.domain.occurrence import occurrences
from houvast.domain.week import WEEK, monday_of, weeks_between
from houvast.engine.attention.observations import Floats
from houvast.store.models import Trigger

SHRINK = 1.0
"""As many occasions without effect are added to those of a kind that were learned."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """A trigger in one of its years."""

    trigger: Trigger
    starts_on: date
    ends_on: date


def occasions_between(first: date, last: date) -> tuple[Occasion, ...]:
    """All occasions that fall in these days, in the order of the days."""
    triggers = Trigger.objects.select_related("area", "theme").order_by("starts_on", "id")
    found = [one for trigger in triggers for one in _in_years(trigger, first, last)]
    return tuple(sorted(found, key=lambda one: (one.starts_on, one.trigger.pk)))


def _in_years(trigger: Trigger, first: date, last: date) -> Iterator[Occasion]:
    days = occurrences(trigger.starts_on, trigger.ends_on, is_yearly=trigger.is_yearly, first=first, last=last)
    return (Occasion(trigger, starts, ends) for starts, ends in days)


def calendar_of(first: date, n_weeks: int, theme_ids: Sequence[int]) -> Floats | None:
    """(W, H) learned multipliers of what is known for the whole municipality; None where nothing was learned.

    Occasions of one area are not in it: they are told as a reading against a point there.
    """
    last = first + n_weeks * WEEK - timedelta(days=1)
    of_kind = _of_kinds()
    calendar = np.ones((n_weeks, len(theme_ids)))
    for occasion in occasions_between(first, last):
        times = occasion.trigger.multiplier or of_kind.get(occasion.trigger.kind, 1.0)
        if occasion.trigger.area_id is not None or times == 1.0:
            continue
        themes = [h for h, pk in enumerate(theme_ids) if occasion.trigger.theme_id in {None, pk}]
        begins = max(0, weeks_between(first, occasion.starts_on))
        calendar[begins : weeks_between(first, occasion.ends_on) + 1, themes] *= times
    return None if (calendar == 1).all() else calendar


def _of_kinds() -> dict[str, float]:
    """The mean multiplier of each kind of occasion on the logarithmic scale, drawn towards 1."""
    logs: dict[str, list[float]] = defaultdict(list)
    for kind, times in Trigger.objects.filter(multiplier__gt=0).values_list("kind", "multiplier"):
        logs[kind].append(math.log(times or 1.0))
    return {kind: math.exp(sum(found) / (len(found) + SHRINK)) for kind, found in logs.items()}


def occasions_of_point(
    *, first_week: date, last_week: date, area_ids: Sequence[int], theme_id: int | None
) -> tuple[Occasion, ...]:
    """Occasions in or just before these weeks that may have to do with this theme and these areas (none: all)."""
    found = occasions_between(monday_of(first_week) - WEEK, monday_of(last_week) + WEEK - timedelta(days=1))
    return tuple(
        one
        for one in found
        if one.trigger.theme_id in {None, theme_id} and (one.trigger.area_id is None or _is_there(one, area_ids))
    )


def _is_there(occasion: Occasion, area_ids: Sequence[int]) -> bool:
    return not area_ids or occasion.trigger.area_id in area_ids
