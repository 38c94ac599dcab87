# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The two front pages, and what a public site must say about itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from houvast.configuration.theme import municipal_theme
from houvast.domain.roles import Role
from houvast.queries.gather import front_page as front
from houvast.queries.start_page import start_page
from houvast.web.shared.acting_form import colleague

# When the accessibility statement was last looked at against the screens; change it together with the text.
STATEMENT_CHECKED = date(2026, 11, 24)


@dataclass(frozen=True, slots=True)
class AboutPage:
    """Where to ask or complain, and when the text was last checked."""

    contact: str
    contact_says: str
    checked: date


def home(request: HttpRequest) -> HttpResponse:
    """What can be joined now, and what came of earlier conversations."""
    page = front.front_page(language=get_language() or settings.LANGUAGE_CODE)
    return render(request, "shared/home.html", {"page": page})


def staff_home(request: HttpRequest) -> HttpResponse:
    """Where a colleague begins."""
    return render(request, "shared/staff_home.html", {"page": start_page(Role(colleague(request).role))})


def staff_settings(request: HttpRequest) -> HttpResponse:
    """What is looked after now and then."""
    return render(request, "shared/staff_settings.html")


def accessibility(request: HttpRequest) -> HttpResponse:
    """How far this site can be used by everybody, and where to say that it cannot."""
    return render(request, "shared/accessibility.html", {"page": about_page()})


def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept of people who take part, and what they can ask."""
    return render(request, "shared/privacy.html", {"page": about_page()})


def about_page() -> AboutPage:
    """The contact of the settings, as an address and as people read it."""
    contact = settings.HOUVAST.text("HOUVAST_CONTACT")
    return AboutPage(contact, contact.removeprefix("mailto:").removeprefix("https://"), STATEMENT_CHECKED)


def theme(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 -- as Django calls it
    """The municipality's tokens; empty where there are none, so that the neutral theme shows."""
    found = municipal_theme(settings.HOUVAST)
    headers = {"Cache-Control": "public, max-age=86400"} if found else {"Cache-Control": "no-cache"}
    return HttpResponse(found.css if found else "", content_type="text/css; charset=utf-8", headers=headers)
