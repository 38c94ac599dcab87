# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does the OpenAPI document say beyond the calls? What the Dutch API Design Rules ask of every API.

The version in a header of every answer, a contact, problem details for every error, the major version in the address.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings

from houvast.web.api.dutch_names import SCHEMAS

VERSION = "1.0.0"
API_ROOT = "/api/v1"
JSON = "application/json"
PROBLEM = "application/problem+json"
TITLE = "Houvast: gesprekken met bewoners"
DESCRIPTION = (
    "Open gesprekken lezen en er vanuit een eigen voorkant aan laten meedoen. Hier is te lezen wat bewoners ook "
    "op de pagina's zien: elk cijfer met aantal of interval, niets over te weinig deelnemers. Deelnemen gaat met een "
    "token dat een deelnemer eenmalig krijgt; het geldt alleen voor die ene deelname."
)
TAGS = [
    {"name": "Gesprekken", "description": "Lezen, door iedereen."},
    {"name": "Deelnemen", "description": "Met het token van een deelname."},
]
VERSION_HEADER = {"API-Version": {"description": "Volledige versie van de API.", "schema": {"type": "string"}}}
DESCRIPTIONS = {
    "200": "Gelukt.",
    "201": "Bewaard.",
    "204": "Gewist.",
    "400": "Er klopt iets niet aan wat gestuurd is.",
    "401": "Het token ontbreekt, of hoort niet bij dit gesprek.",
    "403": "Dit mag niet.",
    "404": "Hier is niets.",
    "409": "Dit kan nu niet.",
}
CODE_FORM = "^[-a-zA-Z0-9_]+$"
LONGEST_CODE = 16
Document = dict[str, Any]


def complete(document: Document) -> Document:
    """The document that the framework made, completed."""
    document["info"]["contact"] = contact()
    document["info"]["license"] = {"name": "EUPL-1.2", "url": "https://joinup.ec.europa.eu/collection/eupl"}
    document["tags"] = TAGS
    document["paths"] = dict(sorted(document["paths"].items()))
    for path in document["paths"].values():
        for operation in path.values():
            operation["parameters"] = [_parameter(one) for one in operation["parameters"]]
            operation["responses"] = {str(code): _response(str(code), r) for code, r in operation["responses"].items()}
    dutch: Document = _in_dutch(document)
    return dutch


def _parameter(parameter: Document) -> Document:
    """A parameter; of the code of a conversation what it looks like."""
    if parameter["in"] != "path":
        return parameter
    schema = {"type": "string", "pattern": CODE_FORM, "maxLength": LONGEST_CODE}
    return {**parameter, "schema": schema, "description": "De code van het gesprek, zoals in het adres ervan."}


def _in_dutch(part: Any) -> Any:
    """The same with the names of schemas, and what refers to them, in Dutch."""
    if isinstance(part, list):
        return [_in_dutch(item) for item in part]
    if not isinstance(part, dict):
        return part
    named = {SCHEMAS.get(key, key): _in_dutch(value) for key, value in part.items()}
    if isinstance(reference := part.get("$ref"), str):
        place, _, name = reference.rpartition("/")
        named["$ref"] = f"{place}/{SCHEMAS.get(name, name)}"
    if isinstance(title := part.get("title"), str):
        named["title"] = SCHEMAS.get(title, title)
    return named


def _response(code: str, response: Document) -> Document:
    content = response.get("content")
    if content and code[0] in "45":
        content = {PROBLEM: content[JSON]}
    completed: Document = {"description": DESCRIPTIONS[code], "headers": VERSION_HEADER}
    return {**completed, "content": content} if content else completed


def contact() -> Document:
    """Who answers questions about this API: the municipality, at HOUVAST_CONTACT where that is set."""
    address = settings.HOUVAST.text("HOUVAST_ADDRESS")
    given = settings.HOUVAST.text("HOUVAST_CONTACT")
    host = urlsplit(address).hostname or ""
    is_mail = given.startswith("mailto:")
    return {
        "name": settings.HOUVAST.text("HOUVAST_MUNICIPALITY"),
        "email": given.removeprefix("mailto:") if is_mail else f"info@{host if '.' in host else 'houvast.example'}",
        "url": address if is_mail or not given else given,
    }


def servers() -> list[Document]:
    """Where the API of this installation is."""
    return [{"url": f"{settings.HOUVAST.text('HOUVAST_ADDRESS').rstrip('/')}{API_ROOT}"}]
