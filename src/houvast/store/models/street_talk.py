# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where does the municipality go and talk, and how many conversations were held? Rounds with their return visits."""

from __future__ import annotations

from django.db import models

from houvast.domain.street_talk import PartOfDay, RoundState
from houvast.store.models.area import Area, Theme


class Round(models.Model):
    """A street-talk round. Who walks is kept as roles, never as names: signals hang on rounds."""

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="rounds")
    theme = models.ForeignKey(Theme, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    place = models.CharField(max_length=120)  # "the square before the library"; no address
    planned_on = models.DateField()
    part_of_day = models.CharField(max_length=10, choices=[(p.value, p.value) for p in PartOfDay])
    questions = models.JSONField(default=list)
    walkers = models.JSONField(default=list)  # values of SourceKind
    number_of_walkers = models.PositiveSmallIntegerField(default=2)
    state = models.CharField(
        max_length=10, choices=[(s.value, s.value) for s in RoundState], default=RoundState.PLANNED
    )
    conversations_held = models.PositiveSmallIntegerField(null=True, blank=True)
    recent_taps = models.JSONField(default=list)  # keys of the last taps on "one more": a double tap counts once
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    remark = models.TextField(blank=True)
    return_on = models.DateField(null=True, blank=True)
    return_promise = models.CharField(max_length=300, blank=True)  # what we said we would come back with
    returned_on = models.DateField(null=True, blank=True)

    class Meta:
        """Newest first."""

        ordering = ("-planned_on", "-id")


class Trigger(models.Model):
    """A coming occasion that can stir people. `multiplier`: how many times the usual signals it brought, learned."""

    kind = models.CharField(max_length=14)
    title = models.CharField(max_length=120)
    expects = models.TextField(blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField()
    is_yearly = models.BooleanField(default=False)
    area = models.ForeignKey(Area, null=True, blank=True, on_delete=models.PROTECT, related_name="triggers")
    theme = models.ForeignKey(Theme, null=True, blank=True, on_delete=models.SET_NULL, related_name="triggers")
    multiplier = models.FloatField(null=True, blank=True)

    class Meta:
        """In the order of the days; an occasion ends after it began."""

        ordering = ("starts_on", "id")
        constraints = (
            models.CheckConstraint(condition=models.Q(ends_on__gte=models.F("starts_on")), name="trigger_ends_after"),
        )
