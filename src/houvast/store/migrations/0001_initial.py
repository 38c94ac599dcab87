# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""All tables of the first stage."""

from __future__ import annotations

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import houvast.domain.conversation
import houvast.domain.roles
import houvast.domain.votes


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="StaffMember",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                ("email", models.EmailField(max_length=254, unique=True)),
                ("name", models.CharField(max_length=120)),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("manager", "manager"),
                            ("adviser", "adviser"),
                            ("communication", "communication"),
                            ("professional", "professional"),
                            ("reader", "reader"),
                        ],
                        default=houvast.domain.roles.Role["READER"],
                        max_length=20,
                    ),
                ),
                ("is_active", models.BooleanField(default=True)),
                ("language", models.CharField(default="nl", max_length=10)),
                ("one_time_password_until", models.DateTimeField(default=None, null=True)),
                ("oidc_subject", models.CharField(default=None, max_length=255, null=True, unique=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="BackgroundQuestion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("order", models.PositiveSmallIntegerField(default=0)),
                ("text", models.CharField(max_length=200)),
                ("source", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "ordering": ("order", "id"),
            },
        ),
        migrations.CreateModel(
            name="Conversation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=16, unique=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("rehearsal", "rehearsal"),
                            ("open", "open"),
                            ("closed", "closed"),
                            ("published", "published"),
                        ],
                        default=houvast.domain.conversation.ConversationState["DRAFT"],
                        max_length=12,
                    ),
                ),
                ("language", models.CharField(default="nl", max_length=12)),
                ("languages", models.JSONField(default=list)),
                ("title", models.CharField(max_length=120)),
                ("purpose", models.TextField(blank=True)),
                ("question", models.TextField(blank=True)),
                ("asked_by", models.CharField(blank=True, max_length=160)),
                ("use_of_answers", models.TextField(blank=True)),
                ("hear_back", models.CharField(blank=True, max_length=200)),
                ("hear_back_by", models.DateField(blank=True, null=True)),
                ("opens_at", models.DateTimeField(blank=True, null=True)),
                ("closes_at", models.DateTimeField(blank=True, null=True)),
                ("opened_at", models.DateTimeField(blank=True, null=True)),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                ("published_at", models.DateTimeField(blank=True, null=True)),
                (
                    "moderation_timing",
                    models.CharField(
                        choices=[("before", "before"), ("after", "after")],
                        default=houvast.domain.conversation.ModerationTiming["BEFORE"],
                        max_length=8,
                    ),
                ),
                ("policy_read_at", models.DateTimeField(blank=True, null=True)),
                ("residents_add_statements", models.BooleanField(default=True)),
                ("asks_estimates", models.BooleanField(default=True)),
                ("is_listed", models.BooleanField(default=True)),
                ("by_invitation", models.BooleanField(default=False)),
                ("k", models.PositiveSmallIntegerField(default=10)),
                ("retention_until", models.DateField(blank=True, null=True)),
                ("votes_removed_at", models.DateTimeField(blank=True, null=True)),
                ("source", models.CharField(blank=True, max_length=200)),
                ("next_statement_number", models.PositiveIntegerField(default=0)),
                ("next_participant_number", models.PositiveIntegerField(default=0)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "created_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Statement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                ("text", models.CharField(max_length=400)),
                ("language", models.CharField(max_length=12)),
                (
                    "origin",
                    models.CharField(
                        choices=[("municipality", "municipality"), ("resident", "resident"), ("imported", "imported")],
                        max_length=12,
                    ),
                ),
                (
                    "moderation",
                    models.CharField(
                        choices=[("out", "out"), ("open", "open"), ("in", "in")],
                        default=houvast.domain.votes.Moderation["OPEN"],
                        max_length=4,
                    ),
                ),
                ("is_shown", models.BooleanField(default=False)),
                ("is_rehearsal", models.BooleanField(default=False)),
                ("created_hour", models.IntegerField()),
            ],
        ),
        migrations.CreateModel(
            name="WorkClaim",
            fields=[
                ("name", models.CharField(max_length=120, primary_key=True, serialize=False)),
                ("holder", models.CharField(max_length=64)),
                ("until", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="AuditRecord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(db_index=True)),
                ("actor_role", models.CharField(max_length=20)),
                ("action", models.CharField(max_length=60)),
                ("subject_kind", models.CharField(max_length=40)),
                ("subject_id", models.CharField(max_length=60)),
                ("details", models.JSONField(default=dict)),
                (
                    "actor",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("-id",),
            },
        ),
        migrations.CreateModel(
            name="BackgroundOption",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("order", models.PositiveSmallIntegerField(default=0)),
                ("text", models.CharField(max_length=120)),
                ("known_share", models.FloatField(blank=True, null=True)),
                (
                    "question",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="options",
                        to="store.backgroundquestion",
                    ),
                ),
            ],
            options={
                "ordering": ("order", "id"),
            },
        ),
        migrations.CreateModel(
            name="RoutingModel",
            fields=[
                (
                    "conversation",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="routing_model",
                        serialize=False,
                        to="store.conversation",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("content", models.TextField()),
            ],
        ),
        migrations.AddField(
            model_name="backgroundquestion",
            name="conversation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="background_questions",
                to="store.conversation",
            ),
        ),
        migrations.CreateModel(
            name="ConversationText",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("language", models.CharField(max_length=12)),
                ("title", models.CharField(max_length=120)),
                ("purpose", models.TextField(blank=True)),
                ("question", models.TextField(blank=True)),
                ("use_of_answers", models.TextField(blank=True)),
                ("hear_back", models.CharField(blank=True, max_length=200)),
                (
                    "conversation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="texts", to="store.conversation"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Erasure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("former_participant", models.BigIntegerField()),
                ("votes", models.PositiveIntegerField()),
                ("hour", models.IntegerField()),
                (
                    "conversation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="erasures", to="store.conversation"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code_hash", models.CharField(max_length=64, unique=True)),
                ("batch", models.CharField(max_length=80)),
                ("is_used", models.BooleanField(default=False)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "conversation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="invitations", to="store.conversation"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="LandscapeSnapshot",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=12)),
                ("at", models.DateTimeField()),
                ("participants", models.PositiveIntegerField()),
                ("votes", models.PositiveIntegerField()),
                ("last_vote", models.BigIntegerField(default=0)),
                ("last_erasure", models.BigIntegerField(default=0)),
                ("content", models.TextField()),
                ("perception", models.TextField(blank=True)),
                (
                    "conversation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="snapshots", to="store.conversation"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Participant",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                ("key_hash", models.CharField(default=None, max_length=64, null=True, unique=True)),
                (
                    "mode",
                    models.CharField(
                        choices=[
                            ("online", "online"),
                            ("paper", "paper"),
                            ("street", "street"),
                            ("imported", "imported"),
                            ("rehearsal", "rehearsal"),
                        ],
                        max_length=12,
                    ),
                ),
                ("batch", models.CharField(blank=True, max_length=80)),
                ("language", models.CharField(default="nl", max_length=12)),
                ("consent_version", models.PositiveSmallIntegerField(default=1)),
                ("joined_hour", models.IntegerField()),
                ("is_test", models.BooleanField(default=False)),
                (
                    "conversation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="participants",
                        to="store.conversation",
                    ),
                ),
                (
                    "entered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="BackgroundAnswer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "option",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="store.backgroundoption"
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="background_answers",
                        to="store.participant",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Promise",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.CharField(max_length=500)),
                ("owner", models.CharField(max_length=120)),
                ("due", models.DateField()),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "open"), ("kept", "kept"), ("changed", "changed"), ("not kept", "not kept")],
                        default=houvast.domain.conversation.PromiseState["OPEN"],
                        max_length=10,
                    ),
                ),
                ("outcome", models.CharField(blank=True, max_length=500)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("changed_at", models.DateTimeField(auto_now=True)),
                (
                    "conversation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="promises", to="store.conversation"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Publication",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("perception", models.TextField(blank=True)),
                ("reading", models.TextField()),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "conversation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="publications",
                        to="store.conversation",
                    ),
                ),
                (
                    "snapshot",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="store.landscapesnapshot"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ReportBack",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.TextField()),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "conversation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reports_back",
                        to="store.conversation",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Tally",
            fields=[
                (
                    "statement",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="tally",
                        serialize=False,
                        to="store.statement",
                    ),
                ),
                ("agree", models.PositiveIntegerField(default=0)),
                ("disagree", models.PositiveIntegerField(default=0)),
                ("passed", models.PositiveIntegerField(default=0)),
                ("shown", models.PositiveIntegerField(default=0)),
            ],
        ),
        migrations.AddField(
            model_name="statement",
            name="author",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="statements",
                to="store.participant",
            ),
        ),
        migrations.AddField(
            model_name="statement",
            name="conversation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="statements", to="store.conversation"
            ),
        ),
        migrations.CreateModel(
            name="PerceivedView",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("of_ten", models.PositiveSmallIntegerField(null=True)),
                ("hour", models.IntegerField()),
                (
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="perceived_views",
                        to="store.participant",
                    ),
                ),
                (
                    "statement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="store.statement"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ModerationDecision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("decision", models.CharField(choices=[("out", "out"), ("open", "open"), ("in", "in")], max_length=4)),
                ("reason", models.CharField(blank=True, max_length=24)),
                ("note_to_author", models.CharField(blank=True, max_length=300)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "statement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="decisions", to="store.statement"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Exposure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("probability", models.FloatField()),
                ("hour", models.IntegerField()),
                (
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="exposures", to="store.participant"
                    ),
                ),
                (
                    "statement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="store.statement"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="StatementTranslation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("language", models.CharField(max_length=12)),
                ("text", models.CharField(max_length=400)),
                (
                    "statement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="translations", to="store.statement"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Vote",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("value", models.SmallIntegerField()),
                ("hour", models.IntegerField()),
                ("request", models.UUIDField()),
                (
                    "conversation",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="store.conversation",
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="votes",
                        to="store.participant",
                    ),
                ),
                (
                    "statement",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="store.statement",
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="conversation",
            constraint=models.CheckConstraint(condition=models.Q(("k__gte", 3)), name="conversation_k_at_least_3"),
        ),
        migrations.AddConstraint(
            model_name="conversationtext",
            constraint=models.UniqueConstraint(fields=("conversation", "language"), name="one_text_a_language"),
        ),
        migrations.AddIndex(
            model_name="landscapesnapshot",
            index=models.Index(fields=["conversation", "kind", "-id"], name="newest_snapshot"),
        ),
        migrations.AddConstraint(
            model_name="participant",
            constraint=models.UniqueConstraint(fields=("conversation", "number"), name="participant_number_once"),
        ),
        migrations.AddConstraint(
            model_name="backgroundanswer",
            constraint=models.UniqueConstraint(fields=("participant", "option"), name="background_once"),
        ),
        migrations.AddIndex(
            model_name="statement",
            index=models.Index(fields=["conversation", "moderation"], name="statement_moderation"),
        ),
        migrations.AddConstraint(
            model_name="statement",
            constraint=models.UniqueConstraint(fields=("conversation", "number"), name="statement_number_once"),
        ),
        migrations.AddConstraint(
            model_name="perceivedview",
            constraint=models.UniqueConstraint(fields=("participant", "statement"), name="perceived_once"),
        ),
        migrations.AddConstraint(
            model_name="perceivedview",
            constraint=models.CheckConstraint(
                condition=models.Q(("of_ten__isnull", True), ("of_ten__lte", 10), _connector="OR"),
                name="perceived_of_ten",
            ),
        ),
        migrations.AddConstraint(
            model_name="exposure",
            constraint=models.UniqueConstraint(fields=("participant", "statement"), name="exposure_once"),
        ),
        migrations.AddConstraint(
            model_name="exposure",
            constraint=models.CheckConstraint(
                condition=models.Q(("probability__gt", 0), ("probability__lte", 1)), name="exposure_probability"
            ),
        ),
        migrations.AddConstraint(
            model_name="statementtranslation",
            constraint=models.UniqueConstraint(fields=("statement", "language"), name="one_translation_a_language"),
        ),
        migrations.AddIndex(
            model_name="vote",
            index=models.Index(fields=["conversation", "id"], name="vote_of_conversation"),
        ),
        migrations.AddConstraint(
            model_name="vote",
            constraint=models.UniqueConstraint(fields=("participant", "request"), name="vote_once_a_request"),
        ),
        migrations.AddConstraint(
            model_name="vote",
            constraint=models.CheckConstraint(
                condition=models.Q(("value__gte", -1), ("value__lte", 1)), name="vote_value"
            ),
        ),
    ]
