# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands on the page for noting, what does its script need to know, and what does a sealed note get back?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from houvast.actions.notice.observation_gate import doors_in_force
from houvast.actions.notice.observations import OLDEST_WEEKS
from houvast.actions.notice.sealed_notes import FORM, PublicKey, public_key
from houvast.domain.right_door import Door
from houvast.queries.notice.note_form import NoteChoices, as_read, note_choices, walked_round
from houvast.web.notice.note.forms import TEXTS, CheckInForm, NoteForm

SOURCE = "note_source_kind"  # in the session: what was chosen last


@dataclass(frozen=True, slots=True)
class NotePage:
    """The page. reply_address: the private link, once; offline: without a connection, so without anybody's data.

    round: the round that is being walked, in words. doors: where a worry about one person, or a crime, belongs.
    """

    form: NoteForm
    calm: CheckInForm
    key: PublicKey
    form_of_sealing: str
    oldest_weeks: int
    offline_days: int
    feedback_days: int
    is_offline: bool = False
    is_noted: bool = False
    is_calm: bool = False
    reply_address: str = ""
    round: str = ""
    doors: tuple[Door, ...] = ()


def last_source(request: HttpRequest) -> str:
    """The kind of source that was chosen last in this session."""
    return str(request.session.get(SOURCE, ""))


def remember_source(request: HttpRequest, source: str) -> None:
    """Keep the kind of source for the next note."""
    if request.session.get(SOURCE) != source:
        request.session[SOURCE] = source


def new_form(source: str = "", data: Mapping[str, Any] | None = None) -> NoteForm:
    """The form of a signal: empty, or with what was sent."""
    return NoteForm(data, choices=note_choices(), today=timezone.localdate(), source=source)


def new_calm(source: str = "", data: Mapping[str, Any] | None = None) -> CheckInForm:
    """The form for nothing special."""
    return CheckInForm(data, choices=note_choices(), today=timezone.localdate(), source=source)


def note_page(
    *,
    source: str = "",
    form: NoteForm | None = None,
    calm: CheckInForm | None = None,
    is_offline: bool = False,
    is_noted: bool = False,
    is_calm: bool = False,
    reply_key: str = "",
    round_number: int | None = None,
) -> NotePage:
    """The page with these forms, or with empty ones. round_number: of the round that is being walked."""
    choices = note_choices()
    today = timezone.localdate()
    walked = walked_round(round_number)
    return NotePage(
        form=form or _empty_form(choices, today, source, walked),
        calm=calm or CheckInForm(choices=choices, today=today, source=source),
        key=public_key(),
        form_of_sealing=FORM,
        oldest_weeks=OLDEST_WEEKS,
        offline_days=choices.offline_days,
        feedback_days=choices.feedback_days,
        is_offline=is_offline,
        is_noted=is_noted,
        is_calm=is_calm,
        reply_address=reverse("observations:feedback", args=[reply_key]) if reply_key else "",
        round=f"{walked.place}, {walked.area.name}" if walked else "",
        doors=tuple(doors_in_force().doors.values()),
    )


def _empty_form(choices: NoteChoices, today: date, source: str, walked: Any) -> NoteForm:
    """Nothing filled in, but for the area of the round that is being walked."""
    form = NoteForm(choices=choices, today=today, source=source)
    if walked is not None:
        form.initial = {**form.initial, "round": walked.pk, "area": walked.area.code}
    return form


def refusal_of(form: NoteForm | CheckInForm, fields: Mapping[str, str]) -> dict[str, Any]:
    """What goes back to the device where a note is refused: its fields, what is wrong, and where in the texts.

    It goes into the answer alone. spans: by field, [start, end] in the text as it is given here. confirm: the field by
    which the writer may say that it is meant otherwise; empty where there is none.
    """
    spans: dict[str, list[list[int]]] = {}
    confirm = ""
    refusal = getattr(form, "refusal", None)
    if refusal is not None:
        spans[refusal.field] = [[one.start, one.end] for one in getattr(refusal, "findings", ())]
        confirm = refusal.confirmed_by if getattr(refusal, "can_confirm", False) else ""
    errors = {name: [str(error) for error in found] for name, found in form.errors.items()}
    kept = {name: value for name, value in fields.items() if name in form.fields}
    return {"state": "refused", "fields": _tidied(kept), "errors": errors, "spans": spans, "confirm": confirm}


def _tidied(fields: Mapping[str, str]) -> dict[str, str]:
    """The texts as the gate read them, so that the spans fit."""
    return {name: as_read(value) if name in TEXTS else value for name, value in fields.items()}
