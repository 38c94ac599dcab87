# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whatever is sent to the API: is there never a fault of ours, and does every answer keep to the document?"""

from __future__ import annotations

from collections.abc import Iterator

import cast
import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, given, settings
from schemathesis.specs.openapi.schemas import OpenApiSchema
from snapshots import full_snapshot

from houvast.actions.gather.publication import publish
from houvast.domain.conversation import ConversationState
from houvast.domain.participant_key import hash_key, new_token, personal_key
from houvast.store.models import Conversation
from houvast.web.api.calls import API

pytestmark = pytest.mark.django_db
EXAMPLES = 60
CALLS = [(method, path) for path, calls in API.get_openapi_schema()["paths"].items() for method in calls]
CHECKS = [
    schemathesis.checks.not_a_server_error,
    schemathesis.checks.status_code_conformance,
    schemathesis.checks.content_type_conformance,
    schemathesis.checks.response_headers_conformance,
    schemathesis.checks.response_schema_conformance,
]


@pytest.fixture
def described(db: None) -> Iterator[OpenApiSchema]:
    """The API as its own document describes it, asked in this process, on the connection of the test."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield schemathesis.openapi.from_wsgi("/api/v1/openapi.json", app=get_wsgi_application())
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def places(db: None) -> list[tuple[str, str]]:
    """Codes and tokens: of an open conversation and a published one, and of nothing."""
    made = [_with_participant(cast.conversation(languages=["en", "tr"], next_participant_number=1))]
    published = cast.conversation(state=ConversationState.CLOSED)
    made.append(_with_participant(published))
    full_snapshot(published)
    publish(conversation=published, reading="Wat bindt\nHet groen.", by=cast.staff())
    return [*made, ("nergens", "x")]


def _with_participant(conversation: Conversation) -> tuple[str, str]:
    token = personal_key(new_token(), conversation.code)
    cast.participant(conversation, key_hash=hash_key(token))
    return conversation.code, token


@pytest.mark.parametrize(("method", "path"), CALLS)
def test_no_fault_and_no_answer_that_is_not_described(
    method: str, path: str, described: OpenApiSchema, places: list[tuple[str, str]]
) -> None:
    @given(case=described[path][method].as_strategy())
    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
    def ask(case: schemathesis.Case) -> None:
        for code, token in [(None, ""), *places]:
            if code is not None and "code" in case.path_parameters:
                case.path_parameters["code"] = code
            if token:
                case.headers["Authorization"] = f"Bearer {token}"
            case.call_and_validate(checks=CHECKS)

    ask()
