# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is a request written down without its address, its visitor and what was sent?"""

from __future__ import annotations

import json

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory
from structlog.testing import capture_logs

from houvast.web.shared.request_log import RequestLogMiddleware

KEY = "b" * 32


@pytest.mark.django_db
def test_the_line_names_the_page_and_nothing_of_the_visitor(client: Client) -> None:
    with capture_logs() as lines:
        client.get(f"/g/plein/mijn/{KEY}?x=geheim", REMOTE_ADDR="203.0.113.9", HTTP_USER_AGENT="Oude Telefoon 3")
    (line,) = [line for line in lines if line["event"] == "request"]
    assert set(line) == {"event", "log_level", "method", "page", "status", "ms"}
    assert (line["method"], line["page"], line["status"]) == ("GET", "resident:personal", 404)
    written = json.dumps(lines)
    assert [word for word in (KEY, "geheim", "203.0.113.9", "Telefoon", "plein") if word in written] == []


@pytest.mark.parametrize(("status", "level"), [(200, "info"), (404, "info"), (503, "error")])
def test_our_errors_stand_out(status: int, level: str) -> None:
    with capture_logs() as lines:
        RequestLogMiddleware(lambda request: HttpResponse(status=status))(RequestFactory().get("/x"))
    assert [(line["log_level"], line["page"]) for line in lines] == [(level, "none")]
