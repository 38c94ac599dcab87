# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Trying a conversation with invented residents, and throwing all of it away."""

from __future__ import annotations

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from houvast.actions.gather.rehearsal import Shape, start_rehearsal, stop_rehearsal
from houvast.queries.gather.conversations import get_conversation
from houvast.queries.gather.rehearsals import read_rehearsal
from houvast.web.gather.prepare.forms import RehearsalForm
from houvast.web.shared.acting_form import colleague


def rehearsal(request: HttpRequest, code: str) -> HttpResponse:
    """What a rehearsal is, how this one goes, and the way to begin one."""
    form = RehearsalForm(request.POST or None)

    def act(people: int, shape: str) -> None:
        start = partial(start_rehearsal, conversation=get_conversation(code), by=colleague(request))
        start(people=people, shape=Shape(shape))

    if form.carry_out(act):
        return redirect("prepare:rehearsal", code)
    return render(request, "gather/prepare/rehearsal.html", {"page": read_rehearsal(code), "form": form})


@require_POST
def stop(request: HttpRequest, code: str) -> HttpResponse:
    """Throw it all away."""
    stop_rehearsal(conversation=get_conversation(code), by=colleague(request))
    return redirect("prepare:overview", code)
