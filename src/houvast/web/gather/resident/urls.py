# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of these screens."""

from __future__ import annotations

from django.urls import path

from houvast.web.gather.resident import card_views, first_views, own_views
from houvast.web.shared.access import EVERYBODY, open_to

app_name = "resident"
_open = open_to(EVERYBODY)
urlpatterns = [
    path("g/<slug:code>", _open(first_views.intro), name="intro"),
    path("g/<slug:code>/meedoen", _open(first_views.join), name="join"),
    path("g/<slug:code>/uitleg", _open(first_views.about), name="about"),
    path("g/<slug:code>/stem", _open(card_views.vote), name="vote"),
    path("g/<slug:code>/schatting", _open(card_views.estimate), name="estimate"),
    path("g/<slug:code>/stelling", _open(own_views.statement_new), name="statement-new"),
    path("g/<slug:code>/over-u", _open(own_views.background), name="background"),
    path("g/<slug:code>/mijn", _open(own_views.mine), name="my-page"),
    path("g/<slug:code>/mijn/<str:key>", _open(own_views.personal), name="personal"),
    path("g/<slug:code>/wissen", _open(own_views.erase), name="erase"),
    path("g/<slug:code>/mijn/<str:key>/wissen", _open(own_views.personal_erase), name="personal-erase"),
]
