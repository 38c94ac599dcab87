# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does the document say what the Dutch API Design Rules ask for, and in Dutch?"""

from __future__ import annotations

import pytest
from pytest_django import Settings

from houvast.configuration.environment import Environment
from houvast.web.api.calls import API
from houvast.web.api.dutch_names import SCHEMAS
from houvast.web.api.openapi import VERSION_HEADER, contact, servers


def test_every_answer_has_a_version_and_every_error_problem_details() -> None:
    for path in API.get_openapi_schema()["paths"].values():
        for operation in path.values():
            for code, response in operation["responses"].items():
                assert response["headers"] == VERSION_HEADER
                expected = {"2": ["application/json"], "4": ["application/problem+json"]}[code[0]]
                assert list(response.get("content", {})) == ([] if code == "204" else expected)


def test_names_of_schemas_are_dutch_and_refer_to_one_another() -> None:
    document = API.get_openapi_schema()
    known = set(document["components"]["schemas"])
    assert known <= set(SCHEMAS.values())
    assert [ref for ref in _references(document) if ref.rpartition("/")[2] not in known] == []


def test_the_same_document_twice() -> None:
    assert API.get_openapi_schema() == API.get_openapi_schema()


@pytest.mark.parametrize(
    ("given", "email", "url"),
    [
        ("", "info@praat.noorderhaaks.example", "https://praat.noorderhaaks.example"),
        ("mailto:praat@noorderhaaks.example", "praat@noorderhaaks.example", "https://praat.noorderhaaks.example"),
        (
            "https://noorderhaaks.example/contact",
            "info@praat.noorderhaaks.example",
            "https://noorderhaaks.example/contact",
        ),
    ],
)
def test_who_answers_questions(settings: Settings, given: str, email: str, url: str) -> None:
    settings.HOUVAST = Environment({"HOUVAST_ADDRESS": "https://praat.noorderhaaks.example", "HOUVAST_CONTACT": given})
    assert contact() == {"name": "Gemeente Noorderhaaks", "email": email, "url": url}
    assert servers() == [{"url": "https://praat.noorderhaaks.example/api/v1"}]


def _references(part: object) -> list[str]:
    if isinstance(part, list):
        return [ref for item in part for ref in _references(item)]
    if not isinstance(part, dict):
        return []
    own = [part["$ref"]] if isinstance(part.get("$ref"), str) else []
    return own + [ref for item in part.values() for ref in _references(item)]
