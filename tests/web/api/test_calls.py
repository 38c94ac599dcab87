# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is the API whole: its document public, and every error of ours caught in one place?"""

from __future__ import annotations

from django.test import Client
from web.api.api_calls import ROOT

from houvast.domain.errors import HouvastError
from houvast.web.api.calls import API


def test_the_document_is_at_its_place(client: Client) -> None:
    response = client.get(f"{ROOT}/openapi.json")
    assert response.status_code == 200
    document = response.json()
    assert document["openapi"].startswith("3.")
    assert document["servers"][0]["url"].endswith("/api/v1")
    assert "/gesprekken/{code}/stemmen" in document["paths"]


def test_our_errors_have_a_handler() -> None:
    assert API._lookup_exception_handler(HouvastError("x")) is not None
