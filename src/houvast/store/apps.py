# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The Django app that owns every table."""

from __future__ import annotations

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """One app, so one migration history."""

    name = "houvast.store"
    label = "store"
    default_auto_field = "django.db.models.BigAutoField"
