# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What all tests share: where the project is, example conversations, a browser, and how hypothesis runs."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import django
import pytest
from database_server import prepare_environment, wants_postgres
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, BrowserContext
from pytest_django.live_server_helper import LiveServer

from houvast.domain.roles import Role

prepare_environment()
django.setup()

ROOT = Path(__file__).resolve().parents[1]
DATABASE_FIXTURES = {"db", "transactional_db", "live_server"}
BROWSERS = ("chromium", "chromium-browser", "google-chrome")

# Machines differ in speed, so no deadline; the same examples every run, so that a red build can be repeated.
settings.register_profile(
    "houvast", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("houvast")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL only what uses the database is run again."""
    if wants_postgres():
        chosen = [i for i in items if i.get_closest_marker("django_db") or DATABASE_FIXTURES & set(i.fixturenames)]
        config.hook.pytest_deselected(items=[i for i in items if i not in set(chosen)])
        items[:] = chosen


@pytest.fixture(scope="session")
def project_root() -> Path:
    """The folder that holds pyproject.toml."""
    return ROOT


@pytest.fixture(scope="session")
def conversations() -> Path:
    """The folder with the real open conversations."""
    return ROOT / "examples" / "conversations"


@pytest.fixture(scope="session")
def browser_path() -> str:
    """The browser for tests of pages. Without one they are left out and say so, or fail where one is required."""
    wanted = os.environ.get("HOUVAST_BROWSER")
    found = wanted or next(filter(None, map(shutil.which, BROWSERS)), None)
    if found:
        return found
    message = "NOT RUN: no Chromium here (apt install chromium, or HOUVAST_BROWSER=/path)"
    if os.environ.get("HOUVAST_REQUIRE_BROWSER"):
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture
def browser(browser_path: str) -> Iterator[Browser]:
    """A browser in which nobody is logged in."""
    from staff_browser import start_browser  # noqa: PLC0415 -- after Django is set up

    with start_browser(browser_path) as started:
        yield started


@pytest.fixture
def adviser(browser: Browser, live_server: LiveServer) -> BrowserContext:
    """The browser of an adviser."""
    from staff_browser import colleague  # noqa: PLC0415 -- after Django is set up

    return colleague(browser, Role.ADVISER, url=live_server.url)
