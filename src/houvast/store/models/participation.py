# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is kept of somebody who takes part? A random token's hash, votes with a coarse time, and nothing that names."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from houvast.domain.conversation import Mode
from houvast.store.models.conversation import BackgroundOption, Conversation, Statement
from houvast.store.models.people import StaffMember


class Invitation(models.Model):
    """A single-use invitation code; only its hash is kept. `batch` says where the codes went ("letter Zuid")."""

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="invitations")
    code_hash = models.CharField(max_length=64, unique=True)
    batch = models.CharField(max_length=80)
    is_used = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)


class Participant(models.Model):
    """Somebody taking part in one conversation. `key_hash` is of the key in the personal link; null for paper."""

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="participants")
    number = models.PositiveIntegerField()
    key_hash = models.CharField(max_length=64, null=True, unique=True, default=None)
    mode = models.CharField(max_length=12, choices=[(m.value, m.value) for m in Mode])
    batch = models.CharField(max_length=80, blank=True)  # of the paper pile or the street round; never of an invitation
    language = models.CharField(max_length=12, default="nl")
    consent_version = models.PositiveSmallIntegerField(default=1)
    joined_hour = models.IntegerField()
    entered_by = models.ForeignKey(StaffMember, null=True, on_delete=models.SET_NULL, related_name="+")
    is_test = models.BooleanField(default=False)  # a rehearsal's simulated resident or a colleague's preview

    class Meta:
        """Numbers are unique in a conversation."""

        constraints = (models.UniqueConstraint(fields=("conversation", "number"), name="participant_number_once"),)


class Exposure(models.Model):
    """A statement shown to somebody, with the probability with which it was drawn (1 where there was no choice)."""

    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="exposures")
    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="+")
    probability = models.FloatField()
    hour = models.IntegerField()

    class Meta:
        """The first showing counts; a probability is one."""

        constraints = (
            models.UniqueConstraint(fields=("participant", "statement"), name="exposure_once"),
            models.CheckConstraint(condition=Q(probability__gt=0, probability__lte=1), name="exposure_probability"),
        )


class Vote(models.Model):
    """A vote as it was cast. Rows are added; the last of a participant on a statement counts; erasure removes them.

    `request` names one click, so that a repeated sending is one vote.
    """

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="+", db_index=False)
    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="votes", db_index=False)
    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="+", db_index=False)
    value = models.SmallIntegerField()
    hour = models.IntegerField()
    request = models.UUIDField()

    class Meta:
        """One vote a click; votes are agree, pass or disagree."""

        constraints = (
            models.UniqueConstraint(fields=("participant", "request"), name="vote_once_a_request"),
            models.CheckConstraint(condition=Q(value__gte=-1, value__lte=1), name="vote_value"),
        )
        indexes = (models.Index(fields=("conversation", "id"), name="vote_of_conversation"),)


class PerceivedView(models.Model):
    """How many of ten people taking part here somebody thinks agree with a statement."""

    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="perceived_views")
    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="+")
    of_ten = models.PositiveSmallIntegerField(null=True)  # null: asked, and rather not answered
    hour = models.IntegerField()

    class Meta:
        """One estimate a statement, between none and all of ten."""

        constraints = (
            models.UniqueConstraint(fields=("participant", "statement"), name="perceived_once"),
            models.CheckConstraint(condition=Q(of_ten__isnull=True) | Q(of_ten__lte=10), name="perceived_of_ten"),
        )


class BackgroundAnswer(models.Model):
    """A voluntary answer to a background question."""

    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="background_answers")
    option = models.ForeignKey(BackgroundOption, on_delete=models.CASCADE, related_name="+")

    class Meta:
        """An option is chosen once."""

        constraints = (models.UniqueConstraint(fields=("participant", "option"), name="background_once"),)


class Erasure(models.Model):
    """The stone on an erased participation: that it was, how many votes it held, and nothing else."""

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="erasures")
    former_participant = models.BigIntegerField()  # the row that is gone: the worker forgets its votes by it
    votes = models.PositiveIntegerField()
    hour = models.IntegerField()
