# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Do the calls in docs/reference/api.md work as they stand there, one after the other?"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

import cast
import pytest
from django.test import Client
from project_tree import ROOT

from houvast.store.models import Conversation

pytestmark = pytest.mark.django_db
CALL = re.compile(
    r"```http\n(?P<method>[A-Z]+) (?P<path>\S+)\n(?:\n(?P<body>.*?)\n)?```(?:\n\n```json\n(?P<answer>.*?)\n```)?", re.S
)
TEXT = (ROOT / "docs" / "reference" / "api.md").read_text("utf-8")
VARIES = {"token", "persoonlijkeLink", "code", "totaal", "nummer", "tekst", "stelling"}


@dataclass(frozen=True)
class Example:
    """A call as the page shows it, and the answer that it promises."""

    method: str
    path: str
    body: str
    answer: Any


EXAMPLES = [
    Example(m["method"], m["path"], m["body"] or "", json.loads(m["answer"]) if m["answer"] else None)
    for m in CALL.finditer(TEXT)
]


def test_every_call_of_the_page_answers_as_it_says() -> None:
    conversation, client, token = cast.conversation(next_statement_number=5), Client(), ""
    for example in EXAMPLES:
        headers = {"Accept-Language": "nl"} | ({"Authorization": f"Bearer {token}"} if token else {})
        path = example.path.replace("{code}", conversation.code)
        if example.path.endswith("schattingen"):
            ask_about(conversation, number=json.loads(example.body)["stelling"])
        response = client.generic(example.method, path, example.body, "application/json", headers=headers)
        if example.answer is None:
            assert (response.status_code, response.content) == (204, b"")
            continue
        told = response.json()
        assert_alike(told, example.answer)
        assert response.status_code == example.answer.get("status", 201 if _adds(example) else 200)
        token = told.get("token", token)


def ask_about(conversation: Conversation, *, number: int) -> None:
    """Let the caller be asked for an estimate of this statement, the only one on which enough people voted."""
    caller = conversation.participants.get()
    for statement in conversation.statements.exclude(number=number):
        cast.vote(caller, statement, 1)
    for _ in range(conversation.k):
        cast.vote(cast.participant(conversation), conversation.statements.get(number=number), 1)


def _adds(example: Example) -> bool:
    return example.method == "POST" and not example.path.endswith("stellingcontroles")


def assert_alike(told: Any, promised: Any, name: str = "") -> None:
    """The same names everywhere, and the same values where these do not vary."""
    if isinstance(promised, dict):
        assert list(told) == list(promised)
        for key, value in promised.items():
            assert_alike(told[key], value, key)
    elif isinstance(promised, list):
        assert bool(told) == bool(promised)
        assert_alike(told[0], promised[0], name) if promised else None
    elif name not in VARIES:
        assert told == promised
    else:
        assert type(told) is type(promised)


def test_the_page_shows_every_call() -> None:
    shown = {(example.method, example.path.partition("?")[0]) for example in EXAMPLES}
    shown |= {(m, p) for m, p in re.findall(r"`(GET) (/api/v1/[^`?]+)", TEXT)}
    from houvast.web.api.calls import API  # noqa: PLC0415 -- the app must be set up

    calls = {(m.upper(), f"/api/v1{p}") for p, ms in API.get_openapi_schema()["paths"].items() for m in ms}
    assert calls - shown == set()
