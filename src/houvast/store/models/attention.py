# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What deserves a look together? Attention points, what the weekly table decided, and what the list rests on."""

from __future__ import annotations

from django.db import models

from houvast.domain.attention import Decision, PointKind, PointState
from houvast.store.models.area import Area, Theme
from houvast.store.models.inbox import InboxMessage
from houvast.store.models.observation import Observation
from houvast.store.models.people import StaffMember
from houvast.store.models.street_talk import Trigger


class AttentionPoint(models.Model):
    """One thing to look at together. `evidence` is what the team sees; `mark` keeps a point from coming twice."""

    mark = models.CharField(max_length=120, unique=True)
    kind = models.CharField(max_length=20, choices=[(k.value, k.value) for k in PointKind])
    state = models.CharField(max_length=14, choices=[(s.value, s.value) for s in PointState], default=PointState.NEW)
    is_announced = models.BooleanField(default=True)  # False: on the watch list only
    theme = models.ForeignKey(Theme, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    areas = models.ManyToManyField(Area, related_name="+")  # none: the whole municipality
    first_week = models.DateField()
    last_week = models.DateField()
    score = models.FloatField(null=True, blank=True)
    evidence = models.JSONField(default=dict)
    note = models.TextField(blank=True)  # of points put there by hand
    opened_on = models.DateField()
    judge_by = models.DateField()
    return_on = models.DateField(null=True, blank=True)
    trigger = models.ForeignKey(Trigger, null=True, blank=True, on_delete=models.SET_NULL, related_name="points")
    observation = models.ForeignKey(Observation, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    message = models.ForeignKey(InboxMessage, null=True, blank=True, on_delete=models.CASCADE, related_name="+")

    class Meta:
        """Newest first."""

        ordering = ("-opened_on", "-id")


class PointDecision(models.Model):
    """What the weekly table decided, why, and who saw it otherwise. Rows are added, never changed."""

    point = models.ForeignKey(AttentionPoint, on_delete=models.CASCADE, related_name="decisions")
    at = models.DateField()
    state = models.CharField(max_length=14, choices=[(s.value, s.value) for s in PointState])
    decision = models.CharField(max_length=10, choices=[(d.value, d.value) for d in Decision])
    reason = models.TextField()
    dissent = models.TextField(blank=True)
    by = models.ForeignKey(StaffMember, null=True, on_delete=models.SET_NULL, related_name="+")
    seconded_by = models.ForeignKey(StaffMember, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        """In the order in which they were made."""

        ordering = ("id",)


class MissedPoint(models.Model):
    """ "This we should have seen": the only estimate there is of what the list misses."""

    week = models.DateField()
    theme = models.ForeignKey(Theme, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    area = models.ForeignKey(Area, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    note = models.TextField()
    told_on = models.DateField()


class AttentionSnapshot(models.Model):
    """What the worker computed: the calibration of the threshold, the list of a week, or the look back."""

    kind = models.CharField(max_length=14)  # "calibration", "list" or "back-test"
    at = models.DateTimeField()
    week = models.DateField()
    content = models.JSONField()

    class Meta:
        """The newest of a kind is asked for."""

        indexes = (models.Index(fields=("kind", "-id"), name="attention_snapshot_newest"),)
