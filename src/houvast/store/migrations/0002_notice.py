# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""All tables of the second stage."""

from __future__ import annotations

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import houvast.domain.attention
import houvast.domain.inbox
import houvast.domain.observation
import houvast.domain.street_talk


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Destruction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("what", models.CharField(max_length=60)),
                ("number", models.PositiveIntegerField()),
                ("rule", models.CharField(max_length=200)),
            ],
            options={
                "ordering": ("-id",),
            },
        ),
        migrations.CreateModel(
            name="ImportMapping",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=80, unique=True)),
                ("columns", models.JSONField(default=dict)),
                ("values", models.JSONField(default=dict)),
                (
                    "source_kind",
                    models.CharField(
                        choices=[
                            ("resident", "resident"),
                            ("youth work", "youth work"),
                            ("neighbourhood team", "neighbourhood team"),
                            ("police", "police"),
                            ("school", "school"),
                            ("housing association", "housing association"),
                            ("council", "council"),
                            ("entrepreneur", "entrepreneur"),
                            ("outdoor service", "outdoor service"),
                            ("community organisation", "community organisation"),
                            ("reporting point", "reporting point"),
                            ("conversation", "conversation"),
                            ("municipality", "municipality"),
                            ("other", "other"),
                        ],
                        max_length=24,
                    ),
                ),
                ("changed_at", models.DateTimeField(auto_now=True)),
            ],
        ),
        migrations.CreateModel(
            name="Theme",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.SlugField(max_length=40, unique=True)),
                ("name", models.CharField(max_length=80)),
                ("name_en", models.CharField(blank=True, max_length=80)),
                ("description", models.TextField(blank=True)),
                ("words", models.JSONField(default=list)),
                ("examples", models.JSONField(default=list)),
                ("is_active", models.BooleanField(default=True)),
                ("place", models.PositiveSmallIntegerField(default=0)),
            ],
            options={
                "ordering": ("place", "id"),
            },
        ),
        migrations.CreateModel(
            name="Area",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=20, unique=True)),
                ("name", models.CharField(max_length=120)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("municipality", "municipality"),
                            ("district", "district"),
                            ("neighbourhood", "neighbourhood"),
                            ("own", "own"),
                        ],
                        max_length=14,
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("neighbours", models.JSONField(default=list)),
                ("outline", models.JSONField(blank=True, null=True)),
                ("centre_x", models.FloatField(blank=True, null=True)),
                ("centre_y", models.FloatField(blank=True, null=True)),
                ("inhabitants", models.PositiveIntegerField(blank=True, null=True)),
                ("ended_at", models.DateField(blank=True, null=True)),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="store.area",
                    ),
                ),
            ],
            options={
                "ordering": ("code",),
            },
        ),
        migrations.CreateModel(
            name="AttentionSnapshot",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=14)),
                ("at", models.DateTimeField()),
                ("week", models.DateField()),
                ("content", models.JSONField()),
            ],
            options={
                "indexes": [models.Index(fields=["kind", "-id"], name="attention_snapshot_newest")],
            },
        ),
        migrations.CreateModel(
            name="InboxMessage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("note_key", models.UUIDField(unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[("idea", "idea"), ("experience", "experience"), ("question", "question")],
                        max_length=12,
                    ),
                ),
                (
                    "sender",
                    models.CharField(
                        choices=[
                            ("resident", "resident"),
                            ("organisation", "organisation"),
                            ("colleague", "colleague"),
                        ],
                        max_length=14,
                    ),
                ),
                ("text", models.TextField(blank=True)),
                ("language", models.CharField(default="nl", max_length=12)),
                ("received_on", models.DateField()),
                ("due", models.DateField()),
                (
                    "state",
                    models.CharField(
                        choices=[("new", "new"), ("taken up", "taken up"), ("answered", "answered")],
                        default=houvast.domain.inbox.MessageState["NEW"],
                        max_length=12,
                    ),
                ),
                ("answer", models.TextField(blank=True)),
                ("answered_on", models.DateField(blank=True, null=True)),
                ("reply_hash", models.CharField(max_length=64, unique=True)),
                ("text_removed_at", models.DateField(blank=True, null=True)),
                ("is_for_case", models.BooleanField(default=False)),
                (
                    "area",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="store.area",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "statement",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="store.statement",
                    ),
                ),
            ],
            options={
                "ordering": ("due", "id"),
            },
        ),
        migrations.CreateModel(
            name="Contact",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("email", models.EmailField(max_length=254)),
                ("consented_on", models.DateField()),
                ("remove_after", models.DateField()),
                ("told_on", models.DateField(blank=True, null=True)),
                (
                    "message",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="contact", to="store.inboxmessage"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="NoticeTerms",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text_weeks", models.PositiveSmallIntegerField(default=26)),
                ("feedback_days", models.PositiveSmallIntegerField(default=14)),
                ("false_points_a_month", models.FloatField(default=1.0)),
                ("offline_days", models.PositiveSmallIntegerField(default=7)),
                ("k", models.PositiveSmallIntegerField(default=10)),
                ("changed_at", models.DateTimeField(auto_now=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("k__gte", 3)), name="notice_k_at_least_3"),
                    models.CheckConstraint(
                        condition=models.Q(("false_points_a_month__gt", 0)), name="notice_budget_above_0"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Observation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("note_key", models.UUIDField(unique=True)),
                (
                    "origin",
                    models.CharField(
                        choices=[
                            ("noted", "noted"),
                            ("street talk", "street talk"),
                            ("inbox", "inbox"),
                            ("imported", "imported"),
                        ],
                        default=houvast.domain.observation.Origin["NOTED"],
                        max_length=12,
                    ),
                ),
                ("week", models.DateField()),
                ("entered_week", models.DateField()),
                (
                    "kind",
                    models.CharField(choices=[("tension", "tension"), ("resilience", "resilience")], max_length=12),
                ),
                (
                    "dividing_line",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("origin, culture, religion", "origin, culture, religion"),
                            ("local and cosmopolitan", "local and cosmopolitan"),
                            ("city and countryside", "city and countryside"),
                            ("rich and poor", "rich and poor"),
                            ("short and long education", "short and long education"),
                            ("left and right", "left and right"),
                            ("citizens and government", "citizens and government"),
                            ("young and old", "young and old"),
                            ("newcomers and long-time residents", "newcomers and long-time residents"),
                            ("other", "other"),
                        ],
                        max_length=40,
                    ),
                ),
                (
                    "need",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("income and work", "income and work"),
                            ("enjoyment of living", "enjoyment of living"),
                            ("identity of the own group", "identity of the own group"),
                            ("things held sacred", "things held sacred"),
                            ("civil and basic rights", "civil and basic rights"),
                            ("personal safety", "personal safety"),
                            ("safety of children", "safety of children"),
                            ("peace and political stability", "peace and political stability"),
                            ("environment", "environment"),
                            ("other collective goods", "other collective goods"),
                        ],
                        max_length=40,
                    ),
                ),
                (
                    "place_kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("street", "street"),
                            ("school", "school"),
                            ("work", "work"),
                            ("shop", "shop"),
                            ("sport", "sport"),
                            ("community centre", "community centre"),
                            ("transport", "transport"),
                            ("public office", "public office"),
                            ("online phenomenon", "online phenomenon"),
                            ("other", "other"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "grounds",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("experienced", "experienced"),
                            ("evidenced", "evidenced"),
                            ("potential", "potential"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "source_kind",
                    models.CharField(
                        choices=[
                            ("resident", "resident"),
                            ("youth work", "youth work"),
                            ("neighbourhood team", "neighbourhood team"),
                            ("police", "police"),
                            ("school", "school"),
                            ("housing association", "housing association"),
                            ("council", "council"),
                            ("entrepreneur", "entrepreneur"),
                            ("outdoor service", "outdoor service"),
                            ("community organisation", "community organisation"),
                            ("reporting point", "reporting point"),
                            ("conversation", "conversation"),
                            ("municipality", "municipality"),
                            ("other", "other"),
                        ],
                        max_length=24,
                    ),
                ),
                ("witness", models.CharField(blank=True, choices=[("self", "self"), ("heard", "heard")], max_length=8)),
                (
                    "tone",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("worry", "worry"),
                            ("anger", "anger"),
                            ("fear", "fear"),
                            ("humiliation", "humiliation"),
                            ("hope", "hope"),
                            ("solidarity", "solidarity"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "direction",
                    models.CharField(
                        blank=True, choices=[("horizontal", "horizontal"), ("vertical", "vertical")], max_length=12
                    ),
                ),
                (
                    "extent",
                    models.CharField(
                        blank=True,
                        choices=[("a few", "a few"), ("tens", "tens"), ("hundreds", "hundreds"), ("more", "more")],
                        max_length=12,
                    ),
                ),
                ("is_gut_feeling", models.BooleanField(default=False)),
                ("is_us_them", models.BooleanField(default=False)),
                ("is_repeated", models.BooleanField(default=False)),
                ("concerns_government", models.BooleanField(default=False)),
                ("seen", models.TextField(blank=True)),
                ("reporter_reading", models.TextField(blank=True)),
                ("already_done", models.TextField(blank=True)),
                ("language", models.CharField(default="nl", max_length=12)),
                ("text_removed_at", models.DateField(blank=True, null=True)),
                ("reporter_key", models.CharField(blank=True, max_length=64)),
                ("taken_up_at", models.DateField(blank=True, null=True)),
                ("wants_feedback", models.BooleanField(default=False)),
                ("feedback_due", models.DateField(blank=True, null=True)),
                ("reply_hash", models.CharField(blank=True, default=None, max_length=64, null=True, unique=True)),
                (
                    "area",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="observations",
                        to="store.area",
                    ),
                ),
                (
                    "feedback_owner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="inboxmessage",
            name="observation",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="message",
                to="store.observation",
            ),
        ),
        migrations.CreateModel(
            name="AttentionPoint",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("mark", models.CharField(max_length=120, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("counts", "counts"),
                            ("trigger", "trigger"),
                            ("potential", "potential"),
                            ("feedback", "feedback"),
                            ("resilience fades", "resilience fades"),
                            ("silence", "silence"),
                            ("emerging theme", "emerging theme"),
                            ("by hand", "by hand"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("new", "new"),
                            ("interpreting", "interpreting"),
                            ("confirmed", "confirmed"),
                            ("explained", "explained"),
                            ("unfounded", "unfounded"),
                            ("too little", "too little"),
                        ],
                        default=houvast.domain.attention.PointState["NEW"],
                        max_length=14,
                    ),
                ),
                ("is_announced", models.BooleanField(default=True)),
                ("first_week", models.DateField()),
                ("last_week", models.DateField()),
                ("score", models.FloatField(blank=True, null=True)),
                ("evidence", models.JSONField(default=dict)),
                ("note", models.TextField(blank=True)),
                ("opened_on", models.DateField()),
                ("judge_by", models.DateField()),
                ("return_on", models.DateField(blank=True, null=True)),
                ("areas", models.ManyToManyField(related_name="+", to="store.area")),
                (
                    "message",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="store.inboxmessage",
                    ),
                ),
                (
                    "observation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="store.observation",
                    ),
                ),
                (
                    "theme",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="store.theme",
                    ),
                ),
            ],
            options={
                "ordering": ("-opened_on", "-id"),
            },
        ),
        migrations.CreateModel(
            name="ObservationReply",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.TextField()),
                ("at", models.DateField()),
                ("read_at", models.DateField(blank=True, null=True)),
                (
                    "observation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="replies", to="store.observation"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PointDecision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("new", "new"),
                            ("interpreting", "interpreting"),
                            ("confirmed", "confirmed"),
                            ("explained", "explained"),
                            ("unfounded", "unfounded"),
                            ("too little", "too little"),
                        ],
                        max_length=14,
                    ),
                ),
                (
                    "decision",
                    models.CharField(
                        choices=[
                            ("watch", "watch"),
                            ("listen", "listen"),
                            ("act", "act"),
                            ("hand over", "hand over"),
                            ("dismiss", "dismiss"),
                        ],
                        max_length=10,
                    ),
                ),
                ("reason", models.TextField()),
                ("dissent", models.TextField(blank=True)),
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
                    "point",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="decisions", to="store.attentionpoint"
                    ),
                ),
                (
                    "seconded_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="Round",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.CharField(max_length=120)),
                ("planned_on", models.DateField()),
                (
                    "part_of_day",
                    models.CharField(
                        choices=[("morning", "morning"), ("afternoon", "afternoon"), ("evening", "evening")],
                        max_length=10,
                    ),
                ),
                ("questions", models.JSONField(default=list)),
                ("walkers", models.JSONField(default=list)),
                ("number_of_walkers", models.PositiveSmallIntegerField(default=2)),
                (
                    "state",
                    models.CharField(
                        choices=[("planned", "planned"), ("held", "held"), ("cancelled", "cancelled")],
                        default=houvast.domain.street_talk.RoundState["PLANNED"],
                        max_length=10,
                    ),
                ),
                ("conversations_held", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("recent_taps", models.JSONField(default=list)),
                ("minutes", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("remark", models.TextField(blank=True)),
                ("return_on", models.DateField(blank=True, null=True)),
                ("return_promise", models.CharField(blank=True, max_length=300)),
                ("returned_on", models.DateField(blank=True, null=True)),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="rounds", to="store.area"
                    ),
                ),
                (
                    "theme",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="store.theme",
                    ),
                ),
            ],
            options={
                "ordering": ("-planned_on", "-id"),
            },
        ),
        migrations.AddField(
            model_name="observation",
            name="round",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="observations",
                to="store.round",
            ),
        ),
        migrations.AddField(
            model_name="observation",
            name="theme",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="observations",
                to="store.theme",
            ),
        ),
        migrations.CreateModel(
            name="MissedPoint",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("week", models.DateField()),
                ("note", models.TextField()),
                ("told_on", models.DateField()),
                (
                    "area",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="store.area",
                    ),
                ),
                (
                    "theme",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="store.theme",
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="inboxmessage",
            name="theme",
            field=models.ForeignKey(
                blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="store.theme"
            ),
        ),
        migrations.CreateModel(
            name="Trigger",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=14)),
                ("title", models.CharField(max_length=120)),
                ("expects", models.TextField(blank=True)),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField()),
                ("is_yearly", models.BooleanField(default=False)),
                ("multiplier", models.FloatField(blank=True, null=True)),
                (
                    "area",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="triggers",
                        to="store.area",
                    ),
                ),
                (
                    "theme",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="triggers",
                        to="store.theme",
                    ),
                ),
            ],
            options={
                "ordering": ("starts_on", "id"),
            },
        ),
        migrations.AddField(
            model_name="attentionpoint",
            name="trigger",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="points",
                to="store.trigger",
            ),
        ),
        migrations.CreateModel(
            name="CheckIn",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("note_key", models.UUIDField(unique=True)),
                ("week", models.DateField()),
                (
                    "source_kind",
                    models.CharField(
                        choices=[
                            ("resident", "resident"),
                            ("youth work", "youth work"),
                            ("neighbourhood team", "neighbourhood team"),
                            ("police", "police"),
                            ("school", "school"),
                            ("housing association", "housing association"),
                            ("council", "council"),
                            ("entrepreneur", "entrepreneur"),
                            ("outdoor service", "outdoor service"),
                            ("community organisation", "community organisation"),
                            ("reporting point", "reporting point"),
                            ("conversation", "conversation"),
                            ("municipality", "municipality"),
                            ("other", "other"),
                        ],
                        max_length=24,
                    ),
                ),
                ("reporter_key", models.CharField(max_length=64)),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="check_ins", to="store.area"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("week", "area", "reporter_key"), name="one_check_in_a_week_and_area"
                    )
                ],
            },
        ),
        migrations.AddIndex(
            model_name="observation",
            index=models.Index(fields=["week"], name="observation_week"),
        ),
        migrations.AddIndex(
            model_name="observation",
            index=models.Index(fields=["wants_feedback", "feedback_due"], name="observation_feedback"),
        ),
        migrations.AddConstraint(
            model_name="observation",
            constraint=models.CheckConstraint(
                condition=models.Q(("entered_week__gte", models.F("week"))), name="observation_entered_after"
            ),
        ),
        migrations.AddConstraint(
            model_name="observation",
            constraint=models.CheckConstraint(
                condition=models.Q(("wants_feedback", False), ("feedback_due__isnull", False), _connector="OR"),
                name="observation_feedback_has_date",
            ),
        ),
        migrations.AddConstraint(
            model_name="observation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("text_removed_at__isnull", True),
                    models.Q(("already_done", ""), ("reporter_reading", ""), ("seen", "")),
                    _connector="OR",
                ),
                name="observation_removed_text_is_gone",
            ),
        ),
        migrations.AddConstraint(
            model_name="trigger",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_on__gte", models.F("starts_on"))), name="trigger_ends_after"
            ),
        ),
    ]
