# SPDX-FileCopyrightText: 2026 The Houvast contributors
# SPDX-License-Identifier: EUPL-1.2
"""An installation of its own, used by commands in processes of their own, with real migrations."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def run_houvast(folder: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a houvast command on the installation in this folder."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("HOUVAST_", "DJANGO_"))}
    return subprocess.run(
        [sys.executable, "-c", "from houvast.cli.main import main; main()", *arguments],
        env={**kept, "HOUVAST_DATA": str(folder), **variables},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
