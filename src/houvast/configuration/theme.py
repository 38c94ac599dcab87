# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which design tokens lie over the neutral theme? One file of the municipality, read again when it changes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from houvast.configuration.environment import Environment


@dataclass(frozen=True, slots=True)
class Theme:
    """The style sheet and a short name that changes with it."""

    css: str
    version: str


def municipal_theme(environment: Environment) -> Theme | None:
    """The municipality's theme; None where there is none or its file cannot be read: then the neutral one shows."""
    place = environment.text("HOUVAST_THEME_CSS")
    if not place:
        return None
    path = Path(place).expanduser()
    try:
        return _read(path, path.stat().st_mtime_ns)
    except (OSError, UnicodeDecodeError):
        return None


@lru_cache(maxsize=2)
def _read(path: Path, changed_at: int) -> Theme:  # noqa: ARG001 -- another moment is another reading
    css = path.read_text("utf-8")
    return Theme(css, hashlib.sha256(css.encode()).hexdigest()[:12])
