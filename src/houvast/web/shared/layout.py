# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does every page need? The municipality's name, the theme, the language."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language


def layout(request: HttpRequest) -> dict[str, object]:  # noqa: ARG001 -- as Django calls it
    """The context of the layout templates."""
    return {
        "municipality": settings.HOUVAST.text("HOUVAST_MUNICIPALITY"),
        "theme_class": settings.HOUVAST.text("HOUVAST_THEME_CLASS"),
        "language": get_language() or "nl",
    }
