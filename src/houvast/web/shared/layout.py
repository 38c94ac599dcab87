# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does every page need? The municipality's name, the theme, the language, and for staff what they may do."""

from __future__ import annotations

from functools import partial

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language

from houvast.configuration.theme import municipal_theme
from houvast.domain.roles import CAPABILITIES, Role
from houvast.web.shared.language import other_languages


def layout(request: HttpRequest) -> dict[str, object]:
    """The context of the layout templates. Who is logged in is looked up only by templates that ask."""
    return {
        "municipality": settings.HOUVAST.text("HOUVAST_MUNICIPALITY"),
        "theme_class": settings.HOUVAST.text("HOUVAST_THEME_CLASS"),
        "theme_address": theme_address(),
        "language": get_language() or settings.LANGUAGE_CODE,
        "other_languages": partial(other_languages, request),
        "staff_name": partial(staff_name, request),
        "staff_may": partial(staff_may, request),
    }


def theme_address() -> str:
    """Where the municipality's tokens are; empty where the neutral theme holds."""
    theme = municipal_theme(settings.HOUVAST)
    return f"{reverse('theme')}?{theme.version}" if theme else ""


def staff_name(request: HttpRequest) -> str:
    """The name of the colleague who is logged in, or an empty string."""
    user = getattr(request, "user", None)
    return str(user.name) if user is not None and user.is_authenticated else ""


def staff_may(request: HttpRequest) -> frozenset[str]:
    """What the colleague who is logged in may do: values of Capability."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return frozenset()
    return frozenset(capability.value for capability in CAPABILITIES[Role(user.role)])
