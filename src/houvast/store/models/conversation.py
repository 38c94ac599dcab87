# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is a conversation? Its texts and dates, its statements, the background questions."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from houvast.domain.conversation import ConversationState, ModerationTiming, Origin
from houvast.domain.votes import Moderation
from houvast.store.models.people import StaffMember


class Conversation(models.Model):
    """One online conversation. `code` is its public name in addresses; texts in `language`, others beside it."""

    code = models.CharField(max_length=16, unique=True)
    state = models.CharField(
        max_length=12, choices=[(s.value, s.value) for s in ConversationState], default=ConversationState.DRAFT
    )
    language = models.CharField(max_length=12, default="nl")
    languages = models.JSONField(default=list)  # further languages of texts and statements, BCP 47
    title = models.CharField(max_length=120)
    purpose = models.TextField(blank=True)  # why we ask
    question = models.TextField(blank=True)  # the question behind it
    asked_by = models.CharField(max_length=160, blank=True)  # an office, never a person
    use_of_answers = models.TextField(blank=True)  # what happens with it
    hear_back = models.CharField(max_length=200, blank=True)  # by when and how people hear back, in words
    hear_back_by = models.DateField(null=True, blank=True)
    opens_at = models.DateTimeField(null=True, blank=True)
    closes_at = models.DateTimeField(null=True, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    moderation_timing = models.CharField(
        max_length=8, choices=[(t.value, t.value) for t in ModerationTiming], default=ModerationTiming.BEFORE
    )
    policy_read_at = models.DateTimeField(null=True, blank=True)  # timing chosen with the published policy at hand
    residents_add_statements = models.BooleanField(default=True)
    asks_estimates = models.BooleanField(default=True)  # "how many of ten people taking part here agree?"
    is_listed = models.BooleanField(default=True)  # on the front page
    by_invitation = models.BooleanField(default=False)
    k = models.PositiveSmallIntegerField(default=10)
    retention_until = models.DateField(null=True, blank=True)  # then the votes go and aggregates alone remain
    votes_removed_at = models.DateTimeField(null=True, blank=True)
    source = models.CharField(max_length=200, blank=True)  # of an imported conversation, with its licence
    next_statement_number = models.PositiveIntegerField(default=0)
    next_participant_number = models.PositiveIntegerField(default=0)
    created_by = models.ForeignKey(StaffMember, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """A small cell threshold below 3 would show people."""

        constraints = (models.CheckConstraint(condition=Q(k__gte=3), name="conversation_k_at_least_3"),)

    def __str__(self) -> str:
        return self.code


class ConversationText(models.Model):
    """The texts of a conversation in a further language, written or checked by a person."""

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(max_length=12)
    title = models.CharField(max_length=120)
    purpose = models.TextField(blank=True)
    question = models.TextField(blank=True)
    use_of_answers = models.TextField(blank=True)
    hear_back = models.CharField(max_length=200, blank=True)

    class Meta:
        """One text a language."""

        constraints = (models.UniqueConstraint(fields=("conversation", "language"), name="one_text_a_language"),)


class Statement(models.Model):
    """A sentence people vote on. `author` is gone after erasure; the text of a withdrawn statement is empty."""

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="statements")
    number = models.PositiveIntegerField()
    text = models.CharField(max_length=400)
    language = models.CharField(max_length=12)
    origin = models.CharField(max_length=12, choices=[(o.value, o.value) for o in Origin])
    author = models.ForeignKey(
        "store.Participant", null=True, blank=True, on_delete=models.SET_NULL, related_name="statements"
    )
    moderation = models.CharField(
        max_length=4, choices=[(m.value, m.value) for m in Moderation], default=Moderation.OPEN
    )
    is_shown = models.BooleanField(default=False)  # offered for votes: moderation and its timing, worked out once
    is_rehearsal = models.BooleanField(default=False)  # by a simulated resident; thrown away before the start
    created_hour = models.IntegerField()

    class Meta:
        """Numbers are unique in a conversation."""

        constraints = (models.UniqueConstraint(fields=("conversation", "number"), name="statement_number_once"),)
        indexes = (models.Index(fields=("conversation", "moderation"), name="statement_moderation"),)


class StatementTranslation(models.Model):
    """A statement in a further language, written or checked by a person."""

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="translations")
    language = models.CharField(max_length=12)
    text = models.CharField(max_length=400)

    class Meta:
        """One translation a language."""

        constraints = (models.UniqueConstraint(fields=("statement", "language"), name="one_translation_a_language"),)


class Tally(models.Model):
    """Counts of the present votes on a statement and of the people it was shown to; kept with every vote."""

    statement = models.OneToOneField(Statement, on_delete=models.CASCADE, primary_key=True, related_name="tally")
    agree = models.PositiveIntegerField(default=0)
    disagree = models.PositiveIntegerField(default=0)
    passed = models.PositiveIntegerField(default=0)
    shown = models.PositiveIntegerField(default=0)


class ModerationDecision(models.Model):
    """A decision about a statement. Rows are added, never changed. `by` is null for the author's own withdrawal."""

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="decisions")
    decision = models.CharField(max_length=4, choices=[(m.value, m.value) for m in Moderation])
    reason = models.CharField(max_length=24, blank=True)
    note_to_author = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(StaffMember, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()


class BackgroundQuestion(models.Model):
    """An optional coarse question about the participant, with the area's known shares where there are any."""

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="background_questions")
    order = models.PositiveSmallIntegerField(default=0)
    text = models.CharField(max_length=200)
    source = models.CharField(max_length=200, blank=True)  # of the known shares

    class Meta:
        """In the order they are asked."""

        ordering = ("order", "id")


class BackgroundOption(models.Model):
    """An answer to a background question; `known_share` of the area's residents, 0 to 1, or null."""

    question = models.ForeignKey(BackgroundQuestion, on_delete=models.CASCADE, related_name="options")
    order = models.PositiveSmallIntegerField(default=0)
    text = models.CharField(max_length=120)
    known_share = models.FloatField(null=True, blank=True)

    class Meta:
        """In the order they are shown."""

        ordering = ("order", "id")
