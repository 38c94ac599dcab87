# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where does the web server get styles and scripts? Collected in the data folder; only when something changed."""

from __future__ import annotations

import hashlib
from pathlib import Path

STAMP = "collected"


def collect_static() -> bool:
    """Collect them; whether that was needed."""
    from django.conf import settings
    from django.core.management import call_command

    place = Path(settings.STATIC_ROOT) / STAMP
    found = fingerprint()
    if place.is_file() and place.read_text("ascii") == found:
        return False
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    place.write_text(found, "ascii")
    return True


def fingerprint() -> str:
    """A word that changes with any file that would be collected."""
    from django.contrib.staticfiles.finders import get_finders

    total = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            state = Path(storage.path(path)).stat()
            total.update(f"{path} {state.st_size} {state.st_mtime_ns}\n".encode())
    return total.hexdigest()
