# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Does the OpenAPI document keep the Dutch API Design Rules? Spectral says so, and sees what breaks them."""

from __future__ import annotations

import copy
import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from project_tree import ROOT

from houvast.web.api.calls import API

RULES = Path(os.environ.get("HOUVAST_API_RULESET", Path(__file__).with_name("api-design-rules.yaml")))
SPECTRAL = ROOT / "node_modules" / ".bin" / "spectral"
Document = dict[str, Any]


def lint(document: Document, folder: Path) -> list[str]:
    """The errors that Spectral finds, by rule."""
    if not SPECTRAL.exists():
        message = "NOT RUN: Spectral is not installed (npm ci)"
        if os.environ.get("HOUVAST_REQUIRE_BROWSER"):
            pytest.fail(message)
        pytest.skip(message)
    path = folder / "openapi.json"
    path.write_text(json.dumps(document), "utf-8")
    run = subprocess.run(
        [
            str(SPECTRAL),
            "lint",
            "--ruleset",
            str(RULES),
            "--format",
            "json",
            "--quiet",
            "--fail-severity",
            "error",
            str(path),
        ],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert run.returncode in {0, 1}, run.stderr
    return sorted({found["code"] for found in json.loads(run.stdout or "[]") if found["severity"] == 0})


def document() -> Document:
    made: Document = json.loads(json.dumps(API.get_openapi_schema()))
    return made


def test_the_document_keeps_the_rules(tmp_path: Path) -> None:
    assert lint(document(), tmp_path) == []


def without_contact(d: Document) -> None:
    del d["info"]["contact"]


def with_slash(d: Document) -> None:
    d["paths"]["/gesprekken/"] = d["paths"].pop("/gesprekken")


def with_snake_case(d: Document) -> None:
    d["paths"]["/mijn_gesprekken"] = d["paths"].pop("/gesprekken")


def without_version_in_address(d: Document) -> None:
    d["servers"] = [{"url": "https://praat.example/api"}]


def without_version_header(d: Document) -> None:
    del d["paths"]["/gesprekken"]["get"]["responses"]["200"]["headers"]


def with_plain_errors(d: Document) -> None:
    response = d["paths"]["/gesprekken"]["get"]["responses"]["400"]
    response["content"] = {"application/json": response["content"]["application/problem+json"]}


def with_kebab_query(d: Document) -> None:
    d["paths"]["/gesprekken"]["get"]["parameters"][0]["name"] = "pagina-nummer"


@pytest.mark.parametrize(
    "spoil",
    [
        without_contact,
        with_slash,
        with_snake_case,
        without_version_in_address,
        without_version_header,
        with_plain_errors,
        with_kebab_query,
    ],
)
def test_the_rules_see_what_breaks_them(tmp_path: Path, spoil: Callable[[Document], None]) -> None:
    spoiled = copy.deepcopy(document())
    spoil(spoiled)
    assert lint(spoiled, tmp_path) != []
