# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does a telephone without a connection need, and how do its sealed notes come in?"""

from __future__ import annotations

import json
from functools import partial
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from houvast.actions.notice.observations import check_in, note_observation
from houvast.actions.notice.sealed_notes import MOST_BYTES, UNREADABLE, open_sealed_note
from houvast.domain.errors import FieldRejected
from houvast.web.notice.note.forms import CheckInForm, NoteForm
from houvast.web.notice.note.pages import new_calm, new_form, note_page, refusal_of, remember_source
from houvast.web.notice.note.shell import icons, worker_settings
from houvast.web.shared.acting_form import colleague
from houvast.web.shared.error_pages import say_error

CHECK_IN = "check-in"


@require_safe
def shell(request: HttpRequest) -> HttpResponse:
    """The form as it is kept on a device: nobody's name, no token, nothing that was noted."""
    return render(request, "notice/note/shell.html", {"page": note_page(is_offline=True)})


@require_safe
def state(request: HttpRequest) -> JsonResponse:
    """Whether notes can be sent now, with the token of the form that sends them."""
    return JsonResponse({"csrf": get_token(request)})


@require_POST
def sealed(request: HttpRequest) -> JsonResponse:
    """Open a note that a device sealed, and do with it what its plain form would do."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not length.isdecimal() or int(length) > MOST_BYTES or len(request.body) > MOST_BYTES:
        return _say("unreadable", _("This note is too large. Throw it away and note it in fewer words."), status=413)
    try:
        content = json.loads(request.body)
        fields = open_sealed_note(content if isinstance(content, dict) else {})
    except (ValueError, RecursionError):
        return _say("unreadable", _(UNREADABLE), status=400)
    except FieldRejected as error:
        return _say("unreadable", say_error(error), status=400)
    return _carry_out(request, fields)  # what goes wrong in here is ours: the device keeps the note and tries again


@require_safe
def worker(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 -- as Django calls it
    """The service worker of the noting page, with the files it keeps."""
    script = (
        f"self.HOUVAST = {json.dumps(worker_settings())};\nimportScripts({json.dumps(static('note/worker.js'))});\n"
    )
    headers = {"Service-Worker-Allowed": reverse("note:new"), "Cache-Control": "no-cache"}
    return HttpResponse(script, content_type="text/javascript; charset=utf-8", headers=headers)


@require_safe
def manifest(request: HttpRequest) -> JsonResponse:  # noqa: ARG001 -- as Django calls it
    """What a telephone needs to install the noting page as an app."""
    name = settings.HOUVAST.text("HOUVAST_MUNICIPALITY")
    content: dict[str, Any] = {
        "id": reverse("note:new"),
        "name": _("Notice – {municipality}").format(municipality=name),
        "short_name": _("Notice"),
        "start_url": reverse("note:new"),
        "scope": reverse("note:new"),
        "display": "standalone",
        "background_color": "#ffffff",
        "theme_color": "#ffffff",
        "icons": icons(),
    }
    return JsonResponse(content, content_type="application/manifest+json")


def _carry_out(request: HttpRequest, fields: dict[str, str]) -> JsonResponse:
    is_calm = fields.pop("what", "") == CHECK_IN
    form: NoteForm | CheckInForm = new_calm(data=fields) if is_calm else new_form(data=fields)
    act = check_in if is_calm else note_observation
    if not form.carry_out(partial(act, by=colleague(request))):
        return JsonResponse(refusal_of(form, fields), status=422)
    remember_source(request, form.cleaned_data["source_kind"].value)
    return JsonResponse({"state": "kept"})


def _say(state: str, message: str, *, status: int) -> JsonResponse:
    return JsonResponse({"state": state, "message": message}, status=status)
