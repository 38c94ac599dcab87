# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was noticed? Signals (observations) without persons, what the reporter hears back, and what was destroyed.

No row leads to who reported: `reporter_key` is a pseudonym for counting independent reporters, `reply_hash` the
hash of a link that only the reporter has.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from houvast.domain.observation import (
    Direction,
    DividingLine,
    Extent,
    Grounds,
    Need,
    ObservationKind,
    Origin,
    PlaceKind,
    SourceKind,
    Tone,
    Witness,
)
from houvast.store.models.area import Area, Theme
from houvast.store.models.people import StaffMember


class Observation(models.Model):
    """One signal. Weeks are Mondays: the week it is about, and the week it came in. Empty codes mean "not said"."""

    note_key = models.UUIDField(unique=True)  # made on the device: the same note is stored once
    origin = models.CharField(max_length=12, choices=[(o.value, o.value) for o in Origin], default=Origin.NOTED)
    week = models.DateField()
    entered_week = models.DateField()
    area = models.ForeignKey(Area, null=True, blank=True, on_delete=models.PROTECT, related_name="observations")
    theme = models.ForeignKey(Theme, null=True, blank=True, on_delete=models.PROTECT, related_name="observations")
    kind = models.CharField(max_length=12, choices=[(k.value, k.value) for k in ObservationKind])
    dividing_line = models.CharField(max_length=40, blank=True, choices=[(v.value, v.value) for v in DividingLine])
    need = models.CharField(max_length=40, blank=True, choices=[(v.value, v.value) for v in Need])
    place_kind = models.CharField(max_length=20, blank=True, choices=[(v.value, v.value) for v in PlaceKind])
    grounds = models.CharField(max_length=12, blank=True, choices=[(v.value, v.value) for v in Grounds])
    source_kind = models.CharField(max_length=24, choices=[(v.value, v.value) for v in SourceKind])
    witness = models.CharField(max_length=8, blank=True, choices=[(v.value, v.value) for v in Witness])
    tone = models.CharField(max_length=12, blank=True, choices=[(v.value, v.value) for v in Tone])
    direction = models.CharField(max_length=12, blank=True, choices=[(v.value, v.value) for v in Direction])
    extent = models.CharField(max_length=12, blank=True, choices=[(v.value, v.value) for v in Extent])
    is_gut_feeling = models.BooleanField(default=False)
    is_us_them = models.BooleanField(default=False)  # language of us and them was heard
    is_repeated = models.BooleanField(default=False)
    concerns_government = models.BooleanField(default=False)
    seen = models.TextField(blank=True)  # what was seen or heard
    reporter_reading = models.TextField(blank=True)  # what the reporter makes of it
    already_done = models.TextField(blank=True)
    language = models.CharField(max_length=12, default="nl")
    text_removed_at = models.DateField(null=True, blank=True)
    reporter_key = models.CharField(max_length=64, blank=True)  # for the engine only, never shown; empty: unknown
    round = models.ForeignKey(
        "store.Round", null=True, blank=True, on_delete=models.SET_NULL, related_name="observations"
    )
    taken_up_at = models.DateField(null=True, blank=True)  # a colleague has read it
    wants_feedback = models.BooleanField(default=False)
    feedback_due = models.DateField(null=True, blank=True)
    feedback_owner = models.ForeignKey(
        StaffMember, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )  # who took it up; None: the whole team of advisers
    reply_hash = models.CharField(max_length=64, null=True, blank=True, unique=True, default=None)

    class Meta:
        """The attention engine reads by week; the list of signals reads the newest first."""

        indexes = (
            models.Index(fields=("week",), name="observation_week"),
            models.Index(fields=("wants_feedback", "feedback_due"), name="observation_feedback"),
        )
        constraints = (
            models.CheckConstraint(condition=Q(entered_week__gte=models.F("week")), name="observation_entered_after"),
            models.CheckConstraint(
                condition=Q(wants_feedback=False) | Q(feedback_due__isnull=False), name="observation_feedback_has_date"
            ),
            models.CheckConstraint(
                condition=Q(text_removed_at__isnull=True) | Q(seen="", reporter_reading="", already_done=""),
                name="observation_removed_text_is_gone",
            ),
        )


class ObservationReply(models.Model):
    """What the reporter hears back: said by an office, read through the private link."""

    observation = models.ForeignKey(Observation, on_delete=models.CASCADE, related_name="replies")
    text = models.TextField()
    at = models.DateField()
    read_at = models.DateField(null=True, blank=True)


class CheckIn(models.Model):
    """ "I was there and saw nothing special": effort, so that calm can be told from silence."""

    note_key = models.UUIDField(unique=True)
    week = models.DateField()
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="check_ins")
    source_kind = models.CharField(max_length=24, choices=[(v.value, v.value) for v in SourceKind])
    reporter_key = models.CharField(max_length=64)

    class Meta:
        """Once a week, area and reporter."""

        constraints = (
            models.UniqueConstraint(fields=("week", "area", "reporter_key"), name="one_check_in_a_week_and_area"),
        )


class Destruction(models.Model):
    """What was destroyed, when and under which rule; never what it said."""

    at = models.DateTimeField()
    what = models.CharField(max_length=60)
    number = models.PositiveIntegerField()
    rule = models.CharField(max_length=200)

    class Meta:
        """Newest first."""

        ordering = ("-id",)


class ImportMapping(models.Model):
    """How the columns and values of somebody's file of signals become ours; remembered by name."""

    name = models.CharField(max_length=80, unique=True)
    columns = models.JSONField(default=dict)  # our field: their column
    values = models.JSONField(default=dict)  # our field: {their value: our code}
    source_kind = models.CharField(max_length=24, choices=[(v.value, v.value) for v in SourceKind])
    changed_at = models.DateTimeField(auto_now=True)
