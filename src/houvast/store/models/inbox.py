# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What do people send the municipality, and who answers? Who they are is kept apart, with consent and an end."""

from __future__ import annotations

from django.db import models

from houvast.domain.inbox import MessageKind, MessageState, SenderKind
from houvast.store.models.area import Area, Theme
from houvast.store.models.conversation import Statement
from houvast.store.models.observation import Observation
from houvast.store.models.people import StaffMember


class InboxMessage(models.Model):
    """An idea, an experience or a question. The sender reads the answer through a link of which we keep the hash."""

    note_key = models.UUIDField(unique=True)
    kind = models.CharField(max_length=12, choices=[(k.value, k.value) for k in MessageKind])
    sender = models.CharField(max_length=14, choices=[(s.value, s.value) for s in SenderKind])
    text = models.TextField(blank=True)
    language = models.CharField(max_length=12, default="nl")
    area = models.ForeignKey(Area, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    theme = models.ForeignKey(Theme, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    received_on = models.DateField()
    due = models.DateField()
    state = models.CharField(
        max_length=12, choices=[(s.value, s.value) for s in MessageState], default=MessageState.NEW
    )
    owner = models.ForeignKey(StaffMember, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    answer = models.TextField(blank=True)
    answered_on = models.DateField(null=True, blank=True)
    reply_hash = models.CharField(max_length=64, unique=True)
    text_removed_at = models.DateField(null=True, blank=True)
    observation = models.OneToOneField(
        Observation, null=True, blank=True, on_delete=models.SET_NULL, related_name="message"
    )
    statement = models.OneToOneField(Statement, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    is_for_case = models.BooleanField(default=False)  # waits for the case file

    class Meta:
        """What waits longest comes first."""

        ordering = ("due", "id")


class Contact(models.Model):
    """An e-mail address that somebody gave in order to be told of an answer. Apart from everything, and removed."""

    message = models.OneToOneField(InboxMessage, on_delete=models.CASCADE, related_name="contact")
    email = models.EmailField()
    consented_on = models.DateField()
    remove_after = models.DateField()
    told_on = models.DateField(null=True, blank=True)
