# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What belongs to one resident: writing a statement, telling about themselves, seeing what is kept, erasing it."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from houvast.actions.gather.background import answer_background, remove_background
from houvast.actions.gather.erasure import erase as erase_participation
from houvast.actions.gather.statements import MOST_CHARACTERS, MOST_OF_ONE, add_statement
from houvast.actions.person_data_gate import pass_gate
from houvast.domain.errors import FieldRejected, NotFound
from houvast.queries.gather.participants import Participant, find_participant
from houvast.queries.gather.resident_pages import (
    Stage,
    background_page,
    erase_page,
    my_page,
    own_statement_page,
    stage_of,
)
from houvast.queries.text_checks import check_statement, near_duplicates
from houvast.web.gather.resident.forms import StatementForm, read_background
from houvast.web.gather.resident.identity import (
    for_one_reader,
    forget_when_last,
    key_of,
    participant_of,
    reading_language,
    screen_language,
)
from houvast.web.gather.resident.pages import WritingPage

NO_SUCH_LINK = "Nothing is kept under this link (any more). Check that you copied the whole link."


@require_http_methods(["GET", "HEAD", "POST"])
def statement_new(request: HttpRequest, code: str) -> HttpResponse:
    """An own statement: written, looked at, sent."""
    participant = participant_of(request, code)
    if participant is None or stage_of(participant.conversation) is not Stage.OPEN:
        return redirect("resident:intro", code=code)
    about = own_statement_page(participant)
    language = reading_language(request, participant)
    form = StatementForm(request.POST or None, languages=about.languages, language=language)
    page = WritingPage(about, MOST_CHARACTERS, MOST_OF_ONE, sent="verstuurd" in request.GET)
    if form.is_valid():
        page, done = _send(form, page, participant)
        if done:
            return done
    status = 400 if form.errors else 200
    shown = {"page": page, "form": form}
    return for_one_reader(render(request, "gather/resident/statement.html", shown, status=status))


@require_http_methods(["GET", "HEAD", "POST"])
def background(request: HttpRequest, code: str) -> HttpResponse:
    """The voluntary questions: answer, change, take back."""
    participant = participant_of(request, code)
    if participant is None:
        return redirect("resident:intro", code=code)
    page = background_page(participant)
    if request.method != "POST":
        return for_one_reader(render(request, "gather/resident/background.html", {"page": page}))
    if "remove" in request.POST:
        remove_background(participant=participant)
        return redirect("resident:background", code=code)
    answer_background(participant=participant, answers=read_background(request.POST, page))
    return redirect("resident:my-page", code=code)


@require_safe
def mine(request: HttpRequest, code: str) -> HttpResponse:
    """What is kept of the person at this device."""
    participant = participant_of(request, code)
    if participant is None:
        return redirect("resident:intro", code=code)
    return _my_page(request, participant, key_of(request, code), by_link=False)


@require_safe
def personal(request: HttpRequest, code: str, key: str) -> HttpResponse:
    """What is kept of the person with this link."""
    participant = find_participant(code, key)
    if participant is None:
        raise NotFound(NO_SUCH_LINK)
    return _my_page(request, participant, key, by_link=key != key_of(request, code))


@require_http_methods(["GET", "HEAD", "POST"])
def erase(request: HttpRequest, code: str) -> HttpResponse:
    """Erase what is kept of the person at this device."""
    return _erase(request, code, key_of(request, code), back=reverse("resident:erase", args=[code]))


@require_http_methods(["GET", "HEAD", "POST"])
def personal_erase(request: HttpRequest, code: str, key: str) -> HttpResponse:
    """Erase what is kept of the person with this link."""
    return _erase(request, code, key, back=reverse("resident:personal-erase", args=[code, key]))


def _send(form: StatementForm, page: WritingPage, participant: Participant) -> tuple[WritingPage, HttpResponse | None]:
    """Send the statement, or show what there is to think about first."""
    text, language = form.cleaned_data["text"], form.cleaned_data["language"]
    not_a_person = form.cleaned_data["not_a_person"]
    try:
        pass_gate(field="text", text=text, language=language, not_a_person=not_a_person, most=MOST_CHARACTERS)
        page = page if form.is_confirmed else _with_advice(page, participant, text, language)
        if page.has_advice:
            form.ask_to_confirm()
            return page, None
        made = add_statement(participant=participant, text=text, language=language, not_a_person=not_a_person)
    except FieldRejected as error:
        form.refuse(error)
        return replace(page, pieces=form.pieces), None
    if made.is_shown:
        return page, redirect(f"{reverse('resident:vote', args=[page.about.code])}?stelling={made.number}")
    return page, redirect(f"{reverse('resident:statement-new', args=[page.about.code])}?verstuurd=1")


def _with_advice(page: WritingPage, participant: Participant, text: str, language: str) -> WritingPage:
    # Personal data is the gate's; here is what only a reader would say.
    found = check_statement(text, language=language)
    advice = tuple(finding for finding in found if not finding.blocks and finding.code != "name")
    alike = near_duplicates(text, conversation_id=participant.conversation_id)
    return replace(page, advice=advice, duplicates=alike)


def _my_page(request: HttpRequest, participant: Participant, key: str, *, by_link: bool) -> HttpResponse:
    page = my_page(participant, key=key, by_link=by_link, language=reading_language(request, participant))
    return for_one_reader(render(request, "gather/resident/my_page.html", {"page": page}))


def _erase(request: HttpRequest, code: str, key: str, *, back: str) -> HttpResponse:
    participant = find_participant(code, key)
    if request.method != "POST":
        page = erase_page(code, participant, language=screen_language())
        return for_one_reader(render(request, "gather/resident/erase.html", {"page": page}))
    if participant is not None:
        erase_participation(participant=participant, with_statements="keep_statements" not in request.POST)
    return forget_when_last(request, redirect(back))
