# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How much was there to hear in a week, next to what is usual there? From rounds held and "nothing special" check-ins.

    effort = (1 + e) / (1 + mean e of the area since its first e), between 1/4 and 4

e: check-ins plus conversations held in rounds, ten conversations counting as one. The 1 stands for those who note
without telling that they were there: where nothing is told, nothing is known, and effort is usual.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np
from django.db.models import Count, Max

from houvast.domain.street_talk import RoundState
from houvast.domain.week import WEEK, monday_of, weeks_between
from houvast.engine.attention.observations import Floats
from houvast.store.models import Area, CheckIn, Observation, Round

CONVERSATIONS_A_CHECK_IN = 10
UNWATCHED_WEEKS = 4  # so long without a signal, a check-in or a round
USED_TO_BE_WATCHED = 10  # signals and check-ins in the year before
LEAST, MOST = 0.25, 4.0


def effort_of(first: date, n_weeks: int, area_ids: Sequence[int]) -> Floats | None:
    """(W, A) effort relative to usual from the week of Monday `first`; None where none was ever told."""
    told = told_effort(first, n_weeks, area_ids)
    if not told.any():
        return None
    since = np.cumsum(told, axis=0) > 0
    weeks = since.sum(axis=0)
    usual = np.divide(told.sum(axis=0), weeks, out=np.zeros(len(area_ids)), where=weeks > 0)
    relative = np.where(since, (1 + told) / (1 + usual), 1.0)
    return np.clip(relative, LEAST, MOST)


def told_effort(first: date, n_weeks: int, area_ids: Sequence[int]) -> Floats:
    """(W, A) check-ins plus a tenth of the conversations held."""
    place = {pk: code for code, pk in enumerate(area_ids)}
    told = np.zeros((n_weeks, len(area_ids)))
    end = first + n_weeks * WEEK
    check_ins = CheckIn.objects.filter(week__gte=first, week__lt=end, area_id__in=place)
    for area, week, n in check_ins.order_by().values_list("area_id", "week").annotate(n=Count("id")):
        told[weeks_between(first, week), place[area]] += n
    rounds = Round.objects.filter(state=RoundState.HELD, planned_on__gte=first, planned_on__lt=end, area_id__in=place)
    for area, day, n in rounds.values_list("area_id", "planned_on", "conversations_held"):
        told[weeks_between(first, day), place[area]] += (n or 0) / CONVERSATIONS_A_CHECK_IN
    return told


def unwatched_areas(*, week: date) -> tuple[tuple[int, date], ...]:
    """(area, last Monday on which somebody was known to be there) of areas that were watched and are no longer."""
    year = {"week__gt": week - 52 * WEEK, "week__lte": week}
    seen: dict[int, date] = {}
    times: dict[int, int] = {}
    for rows in (Observation.objects.filter(area__isnull=False, **year), CheckIn.objects.filter(**year)):
        for area, last, n in rows.order_by().values_list("area_id").annotate(last=Max("week"), n=Count("id")):
            seen[area] = max(seen.get(area, last), last)
            times[area] = times.get(area, 0) + n
    held = Round.objects.filter(state=RoundState.HELD, area_id__in=seen, planned_on__lt=week + WEEK)
    for area, last in held.order_by().values_list("area_id").annotate(last=Max("planned_on")):
        seen[area] = max(seen[area], monday_of(last))
    in_use = Area.objects.filter(pk__in=seen, ended_at__isnull=True).order_by("code").values_list("pk", flat=True)
    return tuple(
        (area, seen[area])
        for area in in_use
        if times[area] >= USED_TO_BE_WATCHED and weeks_between(seen[area], week) >= UNWATCHED_WEEKS
    )
