# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bringing in a file of signals: look at its columns once, then choose the name that was given to them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from houvast.actions.notice.observation_import import (
    MOST_BYTES,
    ImportOutcome,
    import_observations,
    save_mapping,
)
from houvast.domain.errors import FieldRejected
from houvast.queries.notice.observation_files import FileLook, get_mapping, look_at_file
from houvast.web.notice.bring_in.forms import COLUMN, FileForm, MappingForm, refused_words, told_unknown
from houvast.web.shared.acting_form import colleague

SHOWN = 200  # refused rows on the page


@dataclass(frozen=True, slots=True)
class BringInScreen:
    """The form; the mapping where columns or values are to be told; what came of a file."""

    form: FileForm
    mapping: MappingForm | None = None
    outcome: ImportOutcome | None = None
    refused: tuple[tuple[int, str, str], ...] = field(default=())


def bring_in(request: HttpRequest) -> HttpResponse:
    """The one page: a file, then what its columns are, then what came of it. Nothing is kept in between."""
    form = FileForm(request.POST or None, request.FILES or None)
    page = BringInScreen(form)
    if request.method == "POST" and form.is_valid():
        try:
            page = _read(request, form)
        except FieldRejected as refused:
            form.refuse(refused)
    return render(request, "notice/bring_in/file.html", {"page": page})


def _read(request: HttpRequest, form: FileForm) -> BringInScreen:
    """What came of the file, or the mapping where that must be told first."""
    upload = form.cleaned_data["file"]
    content = upload.read(MOST_BYTES + 1)
    look = look_at_file(content, name=upload.name)
    chosen = form.cleaned_data["mapping"]
    mapping = get_mapping(int(chosen)) if chosen else None
    if any(name.startswith(COLUMN) for name in request.POST):
        known = mapping.values if mapping else {}
        told = MappingForm(request.POST, look=look, values=known, unknown=told_unknown(request.POST))
        if not told.carry_out(partial(save_mapping, by=colleague(request))):
            return BringInScreen(form, told)
        mapping = told.outcome
    if mapping is None:
        return BringInScreen(form, MappingForm(look=look, values={}, unknown={}))
    leave_out = form.cleaned_data["leave_out_refused"]
    act = partial(import_observations, content=content, name=upload.name, mapping=mapping, by=colleague(request))
    return _show(look, mapping.pk, act(leave_out_refused=leave_out))


def _show(look: FileLook, mapping_id: int, outcome: ImportOutcome) -> BringInScreen:
    """What came of the file; where it did not come in, the form again with the mapping as it is kept now."""
    mapping = get_mapping(mapping_id)
    form = FileForm(initial={"mapping": str(mapping_id)})
    told = None
    if outcome.unknown:
        kept = FileLook(look.names, mapping.columns)
        start = {"name": mapping.name, "source_kind": mapping.source_kind}
        told = MappingForm(look=kept, values=mapping.values, unknown=outcome.unknown, initial=start)
    return BringInScreen(form, told, outcome, refused_words(outcome)[:SHOWN])
