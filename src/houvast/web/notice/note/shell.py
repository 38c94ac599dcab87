# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which files does a device keep to show the noting page without a connection? Style and scripts alone."""

from __future__ import annotations

import hashlib
import json
from importlib.metadata import version
from typing import Any

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse

from houvast.web.shared.layout import theme_address

FILES = ("vendor/design.css", "shared/houvast.css", "shared/icon.svg", "note/note.css", "note/note.js")
# Imported by note.js under their plain names, which is how a browser asks for them.
MODULES = ("note/note.model.js", "note/refusal.js", "note/sealing.model.js", "note/waiting.js")


def kept_files() -> list[str]:
    """The addresses of all that the page is made of, but for the page itself."""
    plain = [f"{settings.STATIC_URL}{name}" for name in MODULES]
    return [*(static(name) for name in FILES), *plain, *filter(None, [theme_address()])]


def worker_settings() -> dict[str, Any]:
    """What the service worker goes by. version changes with any of the files, so that a new one is fetched whole."""
    named = [static(name) for name in MODULES]
    files = kept_files()
    made = hashlib.sha256(json.dumps([version("houvast"), files, named]).encode()).hexdigest()[:16]
    return {"version": made, "page": reverse("note:new"), "shell": reverse("note:shell"), "files": files}


def icons() -> list[dict[str, str]]:
    """The icon, drawn once for every size; the maskable one leaves its edge free."""
    return [
        {"src": static("note/icon.svg"), "sizes": "any", "type": "image/svg+xml", "purpose": "any"},
        {"src": static("note/icon-maskable.svg"), "sizes": "any", "type": "image/svg+xml", "purpose": "maskable"},
    ]
