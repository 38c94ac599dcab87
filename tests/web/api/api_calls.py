# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Calls of the API as another front end makes them."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpResponse
from django.test import Client

from houvast.store.models import Conversation

ROOT = "/api/v1"


@dataclass
class Caller:
    """Somebody who takes part in a conversation through the API; without a token: anybody."""

    code: str
    token: str = ""
    client: Client = field(default_factory=Client)

    def call(self, method: str, path: str, body: Any = None, **headers: str) -> HttpResponse:
        """Call an address under the conversation's."""
        known = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        return self.client.generic(
            method,
            f"{ROOT}/gesprekken/{self.code}{path}",
            data="" if body is None else self.client._encode_json(body, "application/json"),
            content_type="application/json",
            headers={**known, **headers},
        )

    def get(self, path: str) -> HttpResponse:
        return self.call("GET", path)

    def post(self, path: str, body: Any) -> HttpResponse:
        return self.call("POST", path, body)

    def vote(self, statement: int, vote: str, request: str | None = None) -> HttpResponse:
        return self.post("/stemmen", {"stelling": statement, "stem": vote, "verzoek": request or str(uuid.uuid4())})


def join(conversation: Conversation, **body: object) -> Caller:
    """Take part."""
    caller = Caller(conversation.code)
    response = caller.post("/deelnemers", {"toestemming": True, **body})
    assert response.status_code == 201, response.content
    caller.token = response.json()["token"]
    return caller
