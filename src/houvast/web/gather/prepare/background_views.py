# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Background questions: a few coarse ones, with what to watch."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.views.decorators.http import require_POST

from houvast.actions.gather.background_questions import MOST_QUESTIONS, remove_question, save_question
from houvast.domain.errors import NotFound
from houvast.queries.gather.conversations import get_conversation
from houvast.queries.gather.preparation import BackgroundBlock, BackgroundList, read_background
from houvast.web.gather.prepare.background_form import EXAMPLES, BackgroundForm, start_from, start_with
from houvast.web.shared.acting_form import colleague

MANY_COMBINATIONS = 24


@dataclass(frozen=True, slots=True)
class BackgroundPage:
    """The questions, the examples by name, and whether answers together could single somebody out."""

    code: str
    about: BackgroundList
    examples: tuple[tuple[str, str | Promise], ...]
    has_many_combinations: bool
    has_room: bool


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """One question to change."""

    code: str
    question: BackgroundBlock


def questions(request: HttpRequest, code: str) -> HttpResponse:
    """All questions, and a new one."""
    about = read_background(code)
    form = BackgroundForm(request.POST or None, initial=start_from(request.GET.get("voorbeeld", "")))
    if form.carry_out(partial(save_question, conversation=get_conversation(code), by=colleague(request))):
        return redirect("prepare:background", code)
    examples = tuple((key, example.name) for key, example in EXAMPLES.items())
    many = about.combinations > MANY_COMBINATIONS
    page = BackgroundPage(code, about, examples, many, len(about.questions) < MOST_QUESTIONS and about.can_change)
    return render(request, "gather/prepare/background.html", {"page": page, "form": form})


def question(request: HttpRequest, code: str, identity: int) -> HttpResponse:
    """Change one."""
    found = next((one for one in read_background(code).questions if one.id == identity), None)
    if found is None:
        raise NotFound("This question is gone. Load the page again.")
    form = BackgroundForm(request.POST or None, initial=start_with(found))
    act = partial(save_question, conversation=get_conversation(code), by=colleague(request), question_id=identity)
    if form.carry_out(act):
        return redirect("prepare:background", code)
    page = QuestionPage(code, found)
    return render(request, "gather/prepare/background_question.html", {"page": page, "form": form})


@require_POST
def remove(request: HttpRequest, code: str, identity: int) -> HttpResponse:
    """Ask it no more."""
    remove_question(conversation=get_conversation(code), question_id=identity, by=colleague(request))
    return redirect("prepare:background", code)
