# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The door for the web server."""

from __future__ import annotations

import os

from django.core.asgi import get_asgi_application

from houvast.configuration.start import SETTINGS

os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
application = get_asgi_application()
