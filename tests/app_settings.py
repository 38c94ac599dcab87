# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The app's own settings, with plain static files, a quick password hash, and SQLite in a file as in real life."""

from __future__ import annotations

from houvast.configuration.settings import *
from houvast.configuration.settings import DATABASES

STORAGES = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

if "sqlite" in DATABASES["default"]["ENGINE"]:  # in memory, threads are refused where a file lets them wait
    DATABASES["default"]["TEST"] = {"NAME": DATABASES["default"]["NAME"]}
