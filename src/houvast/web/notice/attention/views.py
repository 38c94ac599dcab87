# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The attention list, a point with the table's decision, what was missed, the look back, and the terms."""

from __future__ import annotations

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_POST, require_safe

from houvast.actions.notice.decisions import decide
from houvast.actions.notice.missed_points import tell_missed
from houvast.actions.notice.terms import change_terms
from houvast.domain.roles import Capability, Role, may
from houvast.queries.notice.attention_list import attention_list
from houvast.queries.notice.attention_point import attention_point_page, find_point, occasion_choices, second_choices
from houvast.queries.notice.back_test import back_test_page
from houvast.queries.notice.terms import notice_terms
from houvast.web.notice.attention.forms import DecisionForm, MissedForm, TermsForm
from houvast.web.notice.attention.pages import decision_start, list_screen, point_screen
from houvast.web.notice.done import on_to
from houvast.web.shared.acting_form import colleague

TERMS = ("false_points_a_month", "k", "text_weeks", "feedback_days", "offline_days")


@require_safe
def attention(request: HttpRequest) -> HttpResponse:
    """What deserves a look this week."""
    by = colleague(request)
    found = attention_list(by=by, language=_language())
    page = list_screen(found, sets_terms=may(Role(by.role), Capability.MANAGE_AREAS))
    return render(request, "notice/attention/list.html", {"page": page})


@require_safe
def point(request: HttpRequest, identity: int) -> HttpResponse:
    """One point with all that it rests on."""
    return _show_point(request, identity, None)


@require_POST
def decision(request: HttpRequest, identity: int) -> HttpResponse:
    """What the weekly table made of it."""
    form = _decision_form(request, identity)
    found = find_point(identity, by=colleague(request))
    if form.carry_out(partial(decide, point=found, by=colleague(request))):
        return on_to("attention:point", identity, done="besluit")
    return _show_point(request, identity, form)


def missed(request: HttpRequest) -> HttpResponse:
    """What the list should have shown."""
    form = MissedForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.carry_out(partial(tell_missed, by=colleague(request))):
        return on_to("attention:back-test", done="verteld")
    return render(request, "notice/attention/missed.html", {"form": form})


@require_safe
def back_test(request: HttpRequest) -> HttpResponse:
    """How the list would have done, and how often it was wrong."""
    return render(request, "notice/attention/back_test.html", {"page": back_test_page(language=_language())})


def terms(request: HttpRequest) -> HttpResponse:
    """On what terms this municipality notices."""
    now = notice_terms()
    form = TermsForm(
        request.POST if request.method == "POST" else None, initial={name: getattr(now, name) for name in TERMS}
    )
    done = request.method == "POST" and form.carry_out(partial(change_terms, by=colleague(request)))
    return render(request, "notice/attention/terms.html", {"form": form, "done": done})


def _show_point(request: HttpRequest, number: int, form: DecisionForm | None) -> HttpResponse:
    by = colleague(request)
    found = attention_point_page(number, by=by, language=_language())
    may_weigh = may(Role(by.role), Capability.WEIGH)
    shown = form or (_decision_form(request, number, initial=decision_start(found)) if may_weigh else None)
    return render(request, "notice/attention/point.html", {"page": point_screen(found, shown)})


def _decision_form(request: HttpRequest, number: int, initial: dict[str, object] | None = None) -> DecisionForm:
    by = colleague(request)
    occasions = occasion_choices(find_point(number, by=by))
    return DecisionForm(
        request.POST if request.method == "POST" else None,
        seconds=second_choices(by=by),
        occasions=occasions,
        initial=initial,
    )


def _language() -> str:
    return get_language() or "nl"
