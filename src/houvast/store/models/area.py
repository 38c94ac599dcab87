# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which areas and themes does the municipality speak of, and on what terms does it notice?"""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from houvast.domain.area import AreaKind


class Area(models.Model):
    """A part of the municipality, never smaller than a neighbourhood. Ended ones stay: signals may be about them."""

    code = models.CharField(max_length=20, unique=True)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=14, choices=[(k.value, k.value) for k in AreaKind])
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="parts")
    year = models.PositiveSmallIntegerField(null=True, blank=True)  # of the CBS codes
    neighbours = models.JSONField(default=list)  # codes of areas of the same kind that touch it
    outline = models.JSONField(null=True, blank=True)  # simplified GeoJSON geometry in degrees
    centre_x = models.FloatField(null=True, blank=True)
    centre_y = models.FloatField(null=True, blank=True)
    inhabitants = models.PositiveIntegerField(null=True, blank=True)
    ended_at = models.DateField(null=True, blank=True)

    class Meta:
        """In the order of the codes."""

        ordering = ("code",)

    def __str__(self) -> str:
        return self.code


class Theme(models.Model):
    """A theme of the municipality's own list. `words` help to suggest it; people decide."""

    code = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=80)
    name_en = models.CharField(max_length=80, blank=True)
    description = models.TextField(blank=True)
    words = models.JSONField(default=list)
    examples = models.JSONField(default=list)
    is_active = models.BooleanField(default=True)
    place = models.PositiveSmallIntegerField(default=0)

    class Meta:
        """In the order of the list."""

        ordering = ("place", "id")

    def __str__(self) -> str:
        return self.code


class NoticeTerms(models.Model):
    """One row: on what terms this municipality notices."""

    text_weeks = models.PositiveSmallIntegerField(default=26)  # free text of signals goes after so many weeks
    feedback_days = models.PositiveSmallIntegerField(default=14)  # a reporter hears back within so many days
    false_points_a_month = models.FloatField(default=1.0)  # the budget of the attention list
    offline_days = models.PositiveSmallIntegerField(default=7)  # sealed notes wait at most so long on a phone
    k = models.PositiveSmallIntegerField(default=10)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        """A small cell threshold below 3 would show people."""

        constraints = (
            models.CheckConstraint(condition=Q(k__gte=3), name="notice_k_at_least_3"),
            models.CheckConstraint(condition=Q(false_points_a_month__gt=0), name="notice_budget_above_0"),
        )
