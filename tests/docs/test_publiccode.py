# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Is publiccode.yml in the shape the standard asks for (publiccode.yml 0.7, mandatory keys and closed lists)?"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import yaml
from project_tree import ROOT

DOCUMENT: dict[str, Any] = yaml.safe_load((ROOT / "publiccode.yml").read_text("utf-8"))
MANDATORY = {
    "publiccodeYmlVersion": str, "name": str, "url": str, "platforms": list, "developmentStatus": str,
    "softwareType": str, "description": dict, "legal": dict, "maintenance": dict, "localisation": dict,
}  # fmt: skip
STATUSES = {"concept", "development", "beta", "stable", "obsolete"}
TYPES = {
    "standalone/mobile", "standalone/iot", "standalone/desktop", "standalone/web", "standalone/backend",
    "standalone/other", "addon", "library", "configurationFiles",
}  # fmt: skip
CATEGORIES = {
    "collaboration", "data-analytics", "data-collection", "data-visualization", "digital-citizenship",
    "feedback-and-reviews-management", "knowledge-management", "survey",
}  # fmt: skip


@pytest.mark.parametrize(("key", "kind"), MANDATORY.items())
def test_mandatory_keys_are_there(key: str, kind: type) -> None:
    assert isinstance(DOCUMENT[key], kind)
    assert DOCUMENT[key]


def test_values_come_from_the_closed_lists() -> None:
    assert DOCUMENT["publiccodeYmlVersion"] == "0.7.0"
    assert DOCUMENT["developmentStatus"] in STATUSES
    assert DOCUMENT["softwareType"] in TYPES
    assert set(DOCUMENT["categories"]) <= CATEGORIES
    assert DOCUMENT["legal"]["license"] == "EUPL-1.2"
    assert DOCUMENT["url"].startswith("https://")


def test_maintenance_names_somebody_or_a_contract() -> None:
    kind = DOCUMENT["maintenance"]["type"]
    assert kind in {"internal", "contract", "community", "none"}
    assert DOCUMENT["maintenance"]["contractors" if kind == "contract" else "contacts"]


def test_localisation_is_complete() -> None:
    assert isinstance(DOCUMENT["localisation"]["localisationReady"], bool)
    assert DOCUMENT["localisation"]["availableLanguages"] == ["nl", "en"]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_descriptions_have_the_lengths_the_standard_asks(language: str) -> None:
    description = DOCUMENT["description"][language]
    assert 1 <= len(description["shortDescription"]) <= 150
    assert 150 <= len(description["longDescription"]) <= 10000
    assert description["features"]
    assert all(1 <= len(feature) <= 100 for feature in description["features"])


def test_a_release_date_is_a_date() -> None:
    assert isinstance(DOCUMENT.get("releaseDate", date(2026, 1, 1)), date)
