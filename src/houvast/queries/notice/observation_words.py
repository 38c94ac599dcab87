# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What may a reader of a signal notice in its words: fuel, with the reason, and other signals that say much the same?

Advice for people: nothing is counted, hidden or merged by it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from houvast.domain.week import WEEK
from houvast.engine.language.fuel import EXPLANATIONS, find_fuel
from houvast.engine.language.repeats import Sameness, find_alike, index_texts
from houvast.store.models import Observation

WEEKS_COMPARED = 8
MOST_COMPARED = 300
MOST_SHOWN = 3
BEGIN = 160


@dataclass(frozen=True, slots=True)
class FuelHint:
    """Words about what a group is; message: an English msgid that asks what happened instead."""

    excerpt: str
    message: str


@dataclass(frozen=True, slots=True)
class AlikeObservation:
    """Another signal with much the same words. is_same: it says the same; two people may have seen one thing."""

    identity: int
    begin: str
    week: date
    is_same: bool


@dataclass(frozen=True, slots=True)
class ObservationWords:
    """What there is to notice; both are empty for most signals, and where the words were removed."""

    fuel: tuple[FuelHint, ...] = ()
    alike: tuple[AlikeObservation, ...] = ()


def look_at_words(identity: int) -> ObservationWords:
    """What there is to notice in the words of this signal."""
    found = Observation.objects.filter(pk=identity).first()
    if found is None or not found.seen:
        return ObservationWords()
    texts = (found.seen, found.reporter_reading)
    fuel = tuple(
        FuelHint(text[one.start : one.end], EXPLANATIONS[one.kind]) for text in texts for one in find_fuel(text)
    )
    return ObservationWords(fuel, _alike(found))


def _alike(found: Observation) -> tuple[AlikeObservation, ...]:
    """Signals of the weeks around it in the same area or about the same theme that are most like it."""
    here = Q(area_id=found.area_id) | Q(theme_id=found.theme_id)
    near = Observation.objects.filter(
        here, week__gte=found.week - WEEKS_COMPARED * WEEK, week__lte=found.week + WEEKS_COMPARED * WEEK
    ).exclude(Q(seen="") | Q(pk=found.pk))
    rows = list(near.order_by("-week", "-id").only("id", "seen", "week")[:MOST_COMPARED])
    if not rows:
        return ()
    alike = find_alike(found.seen, index=index_texts([row.seen for row in rows]), most=MOST_SHOWN)
    return tuple(
        AlikeObservation(
            rows[one.index].pk, rows[one.index].seen[:BEGIN], rows[one.index].week, one.sameness is Sameness.SAME
        )
        for one in alike
    )
