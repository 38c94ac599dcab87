# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""How much does a resident's telephone fetch before the first page is there? At most 60 kB, all together."""

from __future__ import annotations

import re
from pathlib import Path

import cast
import pytest
from django.core.management import call_command
from django.test import Client
from pytest_django.fixtures import Settings

MOST = 60_000
HEADERS = 1_200  # of one answer, by far
LONG = "Wat vindt u van de plannen voor het plein, de straat en de school? " * 12


@pytest.fixture
def compressed(settings: Settings, tmp_path: Path) -> Path:
    """Static files as they are served: hashed and compressed."""
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STORAGES = {"staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}}
    call_command("collectstatic", interactive=False, verbosity=0)
    return tmp_path / "static"


def weight(page: str, static: Path) -> dict[str, int]:
    """Bytes of the page, which is not compressed, and of what it fetches, which is; with room for the headers."""
    fetched = set(re.findall(r'<(?:link|script|img)[^>]+(?:href|src)="/static/([^"]+)"', page))
    sizes = {name: _transferred(static / name) + HEADERS for name in fetched}
    return {"page": len(page.encode()) + HEADERS, **sizes}


def _transferred(place: Path) -> int:
    """gzip: what every browser understands; Brotli is smaller."""
    packed = place.with_name(place.name + ".gz")
    return (packed if packed.exists() else place).stat().st_size


@pytest.mark.django_db
def test_the_first_page_is_light(client: Client, compressed: Path) -> None:
    cast.conversation(code="plein", purpose=LONG, question=LONG[:200], use_of_answers=LONG)
    for path in ("/", "/g/plein", "/en/g/plein", "/privacy"):
        found = weight(client.get(path).content.decode(), compressed)
        assert len(found) >= 3
        assert sum(found.values()) <= MOST, (path, found)


@pytest.mark.django_db
def test_nothing_comes_from_another_site(client: Client) -> None:
    cast.conversation(code="plein")
    page = client.get("/g/plein").content.decode()
    assert re.findall(r'<(?:link|script|img|iframe)[^>]+(?:href|src)="(?!/|data:)([^"]+)"', page) == []
