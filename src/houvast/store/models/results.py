# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What came out, and what was done with it? Snapshots of the landscape, readings, promises, reports back."""

from __future__ import annotations

from django.db import models

from houvast.domain.conversation import PromiseState
from houvast.store.models.conversation import Conversation
from houvast.store.models.people import StaffMember


class LandscapeSnapshot(models.Model):
    """A disclosed result at a moment. `content` is JSON of disclosed types only (see queries.gather.landscapes)."""

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="snapshots")
    kind = models.CharField(max_length=12)  # "live" shares and places, "working" a verdict, "full" the whole ladder
    at = models.DateTimeField()
    participants = models.PositiveIntegerField()
    votes = models.PositiveIntegerField()
    last_vote = models.BigIntegerField(default=0)
    last_erasure = models.BigIntegerField(default=0)
    content = models.TextField()
    perception = models.TextField(blank=True)  # JSON of the perception gap, of a whole result

    class Meta:
        """The newest of a kind is asked for most."""

        indexes = (models.Index(fields=("conversation", "kind", "-id"), name="newest_snapshot"),)


class RoutingModel(models.Model):
    """What the statements say about opinion, as last fitted: the information part of the order of statements."""

    conversation = models.OneToOneField(
        Conversation, on_delete=models.CASCADE, primary_key=True, related_name="routing_model"
    )
    version = models.PositiveIntegerField(default=1)
    content = models.TextField()  # JSON: statement ids, intercepts, slopes


class Publication(models.Model):
    """A published result: the snapshot as it was, with a reading by a person. A new one replaces, the old one stays."""

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="publications")
    snapshot = models.ForeignKey(LandscapeSnapshot, on_delete=models.PROTECT, related_name="+")
    perception = models.TextField(blank=True)  # JSON of the disclosed perception gap at that moment
    reading = models.TextField()
    by = models.ForeignKey(StaffMember, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()


class Promise(models.Model):
    """A decision or promise that follows from a conversation, with an office as owner and a date."""

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="promises")
    text = models.CharField(max_length=500)
    owner = models.CharField(max_length=120)  # an office, never a person
    due = models.DateField()
    state = models.CharField(
        max_length=10, choices=[(s.value, s.value) for s in PromiseState], default=PromiseState.OPEN
    )
    outcome = models.CharField(max_length=500, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)


class ReportBack(models.Model):
    """What was told to the people who took part, and when."""

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="reports_back")
    text = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(StaffMember, null=True, on_delete=models.SET_NULL, related_name="+")


class WorkClaim(models.Model):
    """Which worker is busy with what, and until when its claim holds."""

    name = models.CharField(max_length=120, primary_key=True)
    holder = models.CharField(max_length=64)
    until = models.DateTimeField()
