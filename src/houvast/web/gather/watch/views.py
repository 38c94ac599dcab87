# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Watching a conversation: the progress page, the display for a room, and the streams that keep both fresh."""

from __future__ import annotations

from asgiref.sync import sync_to_async
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import get_language

from houvast.queries.gather.progress import conversation_id, progress_page
from houvast.queries.gather.room import room_page
from houvast.web.gather.watch.events import stream_changes
from houvast.web.gather.watch.feed import FEED

PART, FIGURES = "deel", "cijfers"


def progress(request: HttpRequest, code: str) -> HttpResponse:
    """How it goes; only the figures where the page asks for those again."""
    page = progress_page(code, language=get_language() or "nl")
    is_part = request.GET.get(PART) == FIGURES
    return render(request, f"gather/watch/{'_progress' if is_part else 'progress'}.html", {"page": page})


async def events(request: HttpRequest, code: str) -> HttpResponseBase:
    """Tells the progress page when something changed."""
    return stream_changes(request, FEED, await sync_to_async(conversation_id)(code))


def room(request: HttpRequest, code: str) -> HttpResponse:
    """Big, for a screen in a meeting: how to join, and one statement at a time."""
    asked = request.GET.get("stelling", "")
    page = room_page(code, place=int(asked[:6]) if asked.isdecimal() else 0, language=get_language() or "nl")
    is_part = request.GET.get(PART) == FIGURES
    return render(request, f"gather/watch/{'_room' if is_part else 'room'}.html", {"page": page})


async def room_events(request: HttpRequest, code: str) -> HttpResponseBase:
    """Tells the room display when something changed."""
    return stream_changes(request, FEED, await sync_to_async(conversation_id)(code))
