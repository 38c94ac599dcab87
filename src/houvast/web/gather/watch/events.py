# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does a stream of server-sent events look like? A version on every change, a comment as a sign of life."""

from __future__ import annotations

from collections.abc import AsyncIterator

from django.core.handlers.asgi import ASGIRequest
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse

from houvast.web.gather.watch.feed import ChangeFeed

RETRY = 3000  # milliseconds before a page opens its stream again
BUSY_SECONDS = 60


def stream_changes(request: HttpRequest, feed: ChangeFeed, conversation: int) -> HttpResponseBase:
    """The stream; 204 (do not ask again) where the server cannot stream, 503 where too many pages are open."""
    if not isinstance(request, ASGIRequest):
        return HttpResponse(status=204)
    if feed.is_full:
        return HttpResponse(status=503, headers={"Retry-After": str(BUSY_SECONDS)})
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    return StreamingHttpResponse(
        write_events(feed.listen(conversation)), content_type="text/event-stream", headers=headers
    )


async def write_events(versions: AsyncIterator[str | None]) -> AsyncIterator[str]:
    """The text of the stream."""
    yield f"retry: {RETRY}\n\n"
    async for version in versions:
        yield f"data: {version}\n\n" if version is not None else ": still here\n\n"
