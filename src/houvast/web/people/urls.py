# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of these screens."""

from __future__ import annotations

from django.urls import URLPattern, path

from houvast.domain.roles import Capability
from houvast.web.people import account_views, audit_views, colleague_views, single_sign_on_views, views
from houvast.web.people.identity_provider import RETURN_PATH
from houvast.web.shared.access import (
    EVERYBODY,
    STAFF,
    STAFF_BEFORE_OWN_PASSWORD,
    STAFF_BEFORE_SECOND_FACTOR,
    open_to,
)

app_name = "people"
on_the_way = open_to(STAFF_BEFORE_SECOND_FACTOR)
manager = open_to(Capability.MANAGE_PEOPLE)
auditor = open_to(Capability.READ_AUDIT)
go = open_to(EVERYBODY)(single_sign_on_views.GoView.as_view())
come_back = open_to(EVERYBODY)(single_sign_on_views.ReturnView.as_view())

urlpatterns: list[URLPattern] = [
    path("inloggen", open_to(EVERYBODY)(views.log_in), name="log-in"),
    path("inloggen/organisatie", go, name="single-sign-on"),
    path(RETURN_PATH, come_back, name="single-sign-on-return"),
    path("uitloggen", open_to(EVERYBODY)(views.log_out), name="log-out"),
    path("tweede-stap", on_the_way(views.second_factor), name="second-factor"),
    path("tweede-stap/instellen", on_the_way(views.second_factor_set_up), name="second-factor-set-up"),
    path("beheer/account", open_to(STAFF)(account_views.account), name="account"),
    path("beheer/account/wachtwoord", open_to(STAFF_BEFORE_OWN_PASSWORD)(views.password), name="password"),
    path("beheer/account/reservecodes", open_to(STAFF)(account_views.backup_codes), name="backup-codes"),
    path("beheer/collegas", manager(colleague_views.colleagues), name="colleagues"),
    path("beheer/collegas/nieuw", manager(colleague_views.colleague_new), name="colleague-new"),
    path("beheer/collegas/<int:identity>", manager(colleague_views.colleague), name="colleague"),
    path("beheer/logboek", auditor(audit_views.audit), name="audit"),
    path("beheer/logboek.csv", auditor(audit_views.audit_file), name="audit-file"),
]
